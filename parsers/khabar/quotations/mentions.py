"""Where the words that name somebody begin and end: article, description, name, and what belongs to them.

One grammar: a mention goes on while its words can be part of it. Where the script has capitals they show which can;
(`capitals`); where it has none, all can but those of the closed classes (`stop`, `that`, cues, …: `of_classes`).
"""

from __future__ import annotations

from typing import NamedTuple

from khabar.quotations.capitals import LONGEST, MARKED, behind_article, names, of_capitals
from khabar.quotations.lexicon import PART, Cue, Lexicon, is_letters
from khabar.quotations.passage import COMMAS, Passage

NAME, NOUN, PRONOUN = "name", "noun", "pronoun"
_APPOSED = 7
"""Words of the name behind a description and a comma."""
_WHOLE_NAME = 2
"""Words of a name that is given in whole."""
_OWNED = 4
"""Letters of a word that may end with a pronoun of one letter; shorter ones are names."""
_ABOVE = "أ"
_HIS, _HERS, _GOD = "ه", "ة", "لله"
"""Who never writes the feminine ending with its dots may mean it by the bare letter."""


class Mention(NamedTuple):
    """Words [first:last] of a passage; `gender` is what a pronoun shows."""

    first: int
    last: int
    kind: str
    gender: str = ""


def mention_at(
    p: Passage, at: int, limit: int | None = None, cue: Cue | None = None, whole: bool = False
) -> Mention | None:
    """The mention that begins at a word; None where none does.

    `limit`: where to stop at the latest; `cue`: the verb before it, which may take a preposition or an object;
    `whole`: it must end at the limit, and so may hold a place ("police in Leeds") that else would end it.
    """
    limit = p.count if limit is None else min(limit, p.count)
    if at < 0 or at >= limit or p.inside[at] == -2:
        return None
    asked = (at, limit, cue is not None and (cue.takes, cue.kind == PART), whole)
    return p.once(asked, _mention, p, at, limit, cue, whole)


def _mention(p: Passage, at: int, limit: int, cue: Cue | None, whole: bool) -> Mention | None:
    x = p.lexicon
    key = p.keys[at].removeprefix("-t").removeprefix("-") if p.keys[at][0] == "-" else p.keys[at]
    if key in x.pronouns and p.inside[at] == -1:
        return Mention(at, at + 1, PRONOUN, x.pronouns[key])
    if x.capitals:
        last, named = of_capitals(p, at, limit, whole) if p.inside[at] == -1 else (at, False)
        return Mention(at, last, NAME if named else NOUN) if last > at else None
    return of_classes(p, at, limit, cue)


def of_classes(p: Passage, first: int, limit: int, cue: Cue | None) -> Mention | None:
    """The mention that begins at a word, where only the words' classes show where it ends."""
    x, keys = p.lexicon, p.keys
    if not may_begin(p, first):
        return None
    if not x.spaces and keys[first] in x.indefinite:
        return Mention(first, first + 1, NOUN)
    limit = min(limit, first + LONGEST)
    last = _run(p, first, limit, cue)
    if last < p.count and keys[last] in x.same:
        return Mention(first, last, PRONOUN, x.gender(keys[first]))  # "الخبير نفسه"
    if last < limit and last > first and keys[last] in COMMAS:
        last = _with_name(p, first, last, limit)
    while last > first and (keys[last - 1] in x.particle or keys[last - 1] in x.inside or keys[last - 1] in x.source):
        last -= 1
    if not any(c.isalpha() for key in keys[first:last] for c in key):
        return None
    if not x.spaces and last == first + 1 and len(keys[first]) == 1:
        return None  # a character is no name
    return Mention(first, last, NOUN if is_description(p, first, last) else NAME)


def is_description(p: Passage, first: int, last: int) -> bool:
    """Is there no name in a mention: nothing but titles, what agrees with them, states, and what they are of?"""
    x = p.lexicon
    if not x.is_title(p.keys[first]):
        return False
    if not x.definite:
        return x.is_title(p.keys[last - 1])
    return name_of(p, first, last) == last


def name_of(p: Passage, first: int, last: int) -> int:
    """The first word of the name in a mention, behind its titles; `last` where there is none."""
    x, i = p.lexicon, first
    while i < last:
        key = p.keys[i]
        leads = x.is_title(key) or key in x.honorific or key in x.article
        if i > first and not leads:
            leads = key in x.state or key in x.inside or key in x.particle or not is_letters(key)
            leads = leads or (x.is_definite(key) and (i < last - 1 or x.is_definite(p.keys[i - 1]) or i == first + 1))
        if not leads:
            break
        i += 1
    return i


def may_begin(p: Passage, at: int) -> bool:
    """May a mention begin at a word of a script without capitals?"""
    x, key = p.lexicon, p.keys[at]
    if p.inside[at] >= 0:
        first, last = p.places[p.inside[at]]
        return first == at and last - first - 2 <= MARKED and p.key(at - 1) != ":"
    if not any(c.isalnum() for c in key) or key.isdigit():
        return False
    if _named_so(p, at):
        return True
    if key in x.no_first or x.cue_of(key) is not None:
        return False
    return not (x.aims and key.startswith(x.aims) and len(key) > 5) and not is_object(key, x)


def _named_so(p: Passage, at: int) -> bool:
    """Is a word written as a name is, that folded is another word?"""
    return bool(p.lexicon.names) and p.written(at, at + 1) in p.lexicon.names


def is_object(key: str, x: Lexicon) -> bool:
    """Is it a thing said or demanded, or a word that holds its owner, and so nobody's name?"""
    if key in x.object:
        return True
    if not x.owners or x.is_title(key) or x.is_definite(key):
        return False
    return (len(key) > 4 and key.endswith(x.owners)) or (key.endswith(x.objects) and x.is_verbal_noun(key[:-1]))


def _run(p: Passage, first: int, limit: int, cue: Cue | None) -> int:
    """The word behind the last one that belongs to the mention, commas aside."""
    x, keys, inside = p.lexicon, p.keys, p.inside
    titled = x.is_title(keys[first])
    opens = titled and not x.is_definite(keys[first])  # "وزير الخارجية": the next word goes with it
    takes = cue.takes if cue is not None else ()
    acts = cue is not None and cue.kind == PART
    i = first
    while i < limit:
        key = keys[i]
        if inside[i] >= 0:
            last = _behind_marks(p, i, first)
            if last == 0:
                break
            i = last
        elif key == "." and i > first and len(keys[i - 1]) == 1:
            i += 1  # "د. محمد"
        elif (
            key in takes
            or _ends_anywhere(p, i, first)
            or (i > first and _ends_behind(p, i, first, opens, acts))
            or (key in x.inside and not x.marker and (not titled or i == first or _begins_other(p, i + 1, limit)))
        ):
            break
        else:
            i += 1
    return i


def _behind_marks(p: Passage, i: int, first: int) -> int:
    """The word behind a short name in marks that belongs to the name before it; 0 where it is none."""
    x = p.lexicon
    start, last = p.places[p.inside[i]]
    if i != start or last - start - 2 > MARKED or p.key(i - 1) == ":":
        return 0
    if i == first:
        named = p.key(i - 1) in x.prepositions and p.key(last) in COMMAS  # "ووفقا لـ«كذا»،"
        return last if p.is_word(last) or p.key(last) == "(" or named else 0
    before = p.keys[i - 1]
    owner = len(before) == 1 and not any(word.startswith(before) for word in x.means)  # "لـ", not "بـ"
    if x.is_naming(before) or x.is_title(before) or owner:
        return last
    return last if (before in x.inside or x.is_definite(before)) and _name_goes_on(p, first, last) else 0


def _name_goes_on(p: Passage, first: int, at: int) -> bool:
    """Does the name of a title follow behind a name in marks ("المتحدث باسم «كذا» فلان")?"""
    return p.is_word(at) and p.lexicon.is_title(p.keys[first]) and may_begin(p, at)


def _ends_anywhere(p: Passage, i: int, first: int) -> bool:
    """Is a word none that a mention has in it, wherever it stands?"""
    x, key = p.lexicon, p.keys[i]
    if not is_letters(key):
        joins = key in "-·'’#_@" and first < i < p.count - 1 and p.starts[i + 1] == p.ends[i]
        return not joins or (key == "-" and p.starts[i] > p.ends[i - 1])  # " -أمس الجمعة-"
    if key in x.that or key in x.marker or ((key in x.day or (x.marker and key in x.pronouns)) and i > first):
        return True
    if i > first and p.keys[i - 1] in (x.binding if key in x.preposition else x.particle):
        return False  # "بيان صادر عن الوزارة", "آل ثاني"
    return key in x.stop and not _named_so(p, i)


def _ends_behind(p: Passage, i: int, first: int, opens: bool, acts: bool) -> bool:
    """Does a word end the mention before it? `opens`: the first word goes with the next; `acts`: somebody is acted
    on."""
    x, key, before = p.lexicon, p.keys[i], p.keys[i - 1]
    if key in x.no_more or key in x.same or _written_onto(p, i, first):
        return True
    if x.cue_of(key) is not None and not _named_so(p, i) and not x.is_title(key):
        return True
    state = p.keys[first] in x.state and (p.keys[first] not in x.given or x.is_definite(key))  # not "جورجيا فلاني"
    if state and i == first + 1 and not (x.conjunctions and key.startswith(x.conjunctions)):
        return True  # "تصف ألمانيا الاتفاق"
    thing = i > first + opens and (key in x.object or _is_act(p, i))  # "نشر موقع X صورا"
    return (thing or (acts and key in x.title)) and not _bound(before, x)


def _is_act(p: Passage, i: int) -> bool:
    """Is a word a verbal noun that no name is ("أعلنت الشركة إلغاء")? Plurals have the shape of some, but not the
    hamza below."""
    x, key = p.lexicon, p.keys[i]
    return x.is_verbal_noun(key) and not x.is_title(key) and p.text[p.starts[i]] != _ABOVE


def _written_onto(p: Passage, i: int, first: int) -> bool:
    """Does what is written onto a word (an owner, a preposition, a verb's ending) show that no mention has it?"""
    x, key = p.lexicon, p.keys[i]
    if x.owners and (_owned(p, i) or (key in x.setting and key.endswith(x.owners))):
        return True  # "ختم الوزير حديثه"
    if x.aims and key.startswith(x.means if x.is_title(p.keys[first]) else x.aims):
        return True  # "لافروف للصحفيين", but "الأمين العام للأمم"
    if x.means and key[0] == x.means[0][0] and key not in x.inside and p.keys[i - 1] not in x.binding:
        if x.is_verbal_noun(key[1:]) or key[1:] in x.object:
            return True  # "أفاد المرصد بتسجيل", "أقر الوزير بعدم"
    verb = bool(x.plural_ends) and key.startswith(x.verb_begins) and key.endswith(x.plural_ends)
    return verb and key not in x.no_verb  # "الفيتناميون يقدرون"


def _owned(p: Passage, i: int) -> bool:
    """Does a word hold its owner by the one letter that, folded, ends feminine nouns, too ("توشيحه")?"""
    key = p.keys[i]
    x, before = p.lexicon, p.key(i - 1)
    if not x.is_definite(before) or x.is_title(before):
        return False  # it may be a name: "ميشيل باشليه"
    owned = len(key) >= _OWNED and p.text[p.ends[i] - 1] == _HIS and not key.endswith(_GOD) and _HERS in p.text
    return owned and not x.is_definite(key) and not x.is_title(key)


def _begins_other(p: Passage, at: int, limit: int) -> bool:
    """Does something else than a part of the title follow a preposition: nothing, a setting, a quotation?"""
    if at < limit and p.inside[at] >= 0:
        return _behind_marks(p, at, at - 1) == 0
    return at >= limit or p.keys[at] in p.lexicon.setting


def _bound(key: str, x: Lexicon) -> bool:
    """Does a noun stand in such a relation to the next one that both make one name ("رئيس مجلس")?"""
    governs = key in x.inside or key in x.preposition
    return governs or (x.is_title(key) and not x.is_definite(key)) or len(key) == 1


def _with_name(p: Passage, first: int, comma: int, limit: int) -> int:
    """The end of a description with the name behind a comma: "قالت الممثلة، سارة خليل، إن"."""
    x, start = p.lexicon, comma + 1
    if start >= limit or p.inside[start] >= 0:
        return comma
    if not _may_be_named(p, first, start):
        return comma
    last = _run(p, start, min(limit, start + _APPOSED), None)
    if last <= start or last >= p.count or any(p.keys[i] in x.object for i in range(start, last)):
        return comma
    key = p.keys[last]
    if not is_letters(key) or p.inside[last] >= 0 or key in x.that or key in x.relative:
        return last
    return last if last > start + 1 and (key in x.stop or key in x.inside) else comma


def _may_be_named(p: Passage, first: int, start: int) -> bool:
    """May a description have its name behind the comma before a word? So "منظم المزاد، فلان الفلاني:", too."""
    x, key = p.lexicon, p.keys[start]
    if not x.is_title(p.keys[first]) and not (x.is_definite(p.keys[start - 2]) and not x.is_definite(key)):
        return False
    return not (x.is_office(key) or x.is_verb(key)) and may_begin(p, start) and not _is_joined(key, x)


def _is_joined(key: str, x: Lexicon) -> bool:
    """Is a conjunction written onto a word that is known without it ("وقال", "والوزير"; but not "فرانسيس")?"""
    bare = x.unjoined(key)
    if bare == key:
        return False
    return x.is_title(bare) or x.is_definite(bare) or x.cue_of(bare) is not None or bare in x.small or x.is_verb(bare)


def apposed(p: Passage, m: Mention, closed: bool = False) -> Mention:
    """With the name behind a comma, where a description has one: "the harbour master, Jane Roe,". `closed`: only
    where no word follows the name, as behind an attribution: "selon le ministre, Jane Roe a signé"."""
    x, at = p.lexicon, m.last + 1
    if not x.capitals or p.key(m.last) not in COMMAS or not p.is_word(at) or not p.titled(m.first, m.last):
        return m
    name = mention_at(p, at, at + _APPOSED)
    if name is None or name.kind != NAME or not p.capital(at) or p.keys[at] in x.article:
        return m
    key = p.keys[name.last] if p.is_word(name.last) else ""
    if m.kind == NOUN:
        fits = not key or (not closed and (key in x.stop or key in x.relative))
    else:  # its capitals may be those of an office, and no name: "Kepala Dinas Pekerjaan Umum, Jane Roe"
        fits = not key and x.is_title(p.keys[behind_article(p, m.first, m.last)])
        fits = fits and not x.is_office(p.keys[at]) and names(p, at, name.last) >= _WHOLE_NAME
    return Mention(m.first, name.last, NAME) if fits else m


def described(p: Passage, m: Mention) -> list[str]:
    """What somebody is called in a mention, and behind a comma after it."""
    x = p.lexicon
    heads = _heads(p, m.first, m.last)
    if m.kind == NAME and p.key(m.last) in COMMAS and p.is_word(m.last + 1):
        other = mention_at(p, m.last + 1, m.last + 9)
        kinds = (NAME,) if x.capitals and p.capital(m.last + 1) else (NAME, NOUN)
        if other is not None and other.kind in kinds:
            heads += _heads(p, other.first, other.last)
    return heads


def _heads(p: Passage, first: int, last: int) -> list[str]:
    """The titles in some words, but not those of what somebody belongs to ("president of the company")."""
    x, inner = p.lexicon, False
    out: list[str] = []
    for i in range(first, last):
        key = p.keys[i]
        if key in COMMAS:
            inner = False
        elif x.capitals and out and (key in x.inside or (x.complements and i > first)):
            inner = True
        if not inner and x.is_title(key):
            out.append(key)
    return out
