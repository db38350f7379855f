"""Where the words that name somebody begin and end: article, description, name, and what belongs to them.

One grammar: a mention goes on while its words can be part of it. Where the script has capitals they show which can;
where it has none, all can but those of the closed classes (`stop`, `that`, cues, …). `of_capitals` and `of_classes`
are these two readings of one run of words.
"""

from __future__ import annotations

from typing import NamedTuple

from khabar.quotations.lexicon import PART, Cue, Lexicon, is_letters
from khabar.quotations.passage import COMMAS, Passage

NAME, NOUN, PRONOUN = "name", "noun", "pronoun"
_LONGEST = 16
"""Words of a mention."""
_APPOSED = 7
"""Words of the name behind a description and a comma."""
_LOWER = 4
"""Words without a capital between an article and its noun."""
_CHAIN = 8
"""Words without a capital where nouns go on with nouns ("начальник відділу вищої освіти і науки")."""
_COORDINATED = 6
"""Words between "and" in a description and the name behind it."""
_ADJECTIVES = 2
"""Adjectives behind a noun."""
_WHOLE_NAME = 2
"""Words of a name that is given in whole."""
_MARKED = 4
"""Words in marks that may belong to a name."""


_OWNED = 4
"""Letters of a word that may end with a pronoun of one letter; shorter ones are names."""
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
    if asked not in p.mentions:
        p.mentions[asked] = _mention(p, at, limit, cue, whole)
    found = p.mentions[asked]
    return found if isinstance(found, Mention) else None


def _mention(p: Passage, at: int, limit: int, cue: Cue | None, whole: bool) -> Mention | None:
    x = p.lexicon
    key = p.keys[at].removeprefix("-t").removeprefix("-") if p.keys[at][0] == "-" else p.keys[at]
    if key in x.pronouns and p.inside[at] == -1:
        return Mention(at, at + 1, PRONOUN, x.pronouns[key])
    if x.capitals:
        return None if p.inside[at] != -1 else of_capitals(p, at, limit, whole)
    return of_classes(p, at, limit, cue)


# Scripts without capitals


def of_classes(p: Passage, first: int, limit: int, cue: Cue | None) -> Mention | None:
    """The mention that begins at a word, where only the words' classes show where it ends."""
    x, keys = p.lexicon, p.keys
    if not may_begin(p, first):
        return None
    if not x.spaces and keys[first] in x.indefinite:
        return Mention(first, first + 1, NOUN)
    limit = min(limit, first + _LONGEST)
    last = _run(p, first, limit, cue)
    if last < p.count and keys[last] in x.same:
        return Mention(first, last, PRONOUN, x.gender(keys[first]))  # "الخبير نفسه"
    if last < limit and last > first and keys[last] in COMMAS:
        last = _with_name(p, first, last, limit)
    while last > first and (keys[last - 1] in x.particle or keys[last - 1] in x.inside):
        last -= 1
    if all(not any(c.isalpha() for c in keys[i]) for i in range(first, last)):
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
        return first == at and last - first - 2 <= _MARKED and p.key(at - 1) != ":"
    if not any(c.isalnum() for c in key) or key.isdigit():
        return False
    if _named_so(p, at):
        return True
    if any(
        key in words for words in (x.stop, x.that, x.inside, x.relative, x.adverb, x.day, x.blocks, x.lead, x.marker)
    ):
        return False
    if x.cue_of(key) is not None:
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
    return len(key) > 4 and key.endswith(x.owners)


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
    if i != start or last - start - 2 > _MARKED or p.key(i - 1) == ":":
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
        return not (key in "-·'’#_@" and first < i < p.count - 1 and p.starts[i + 1] == p.ends[i])
    if key in x.that or key in x.marker or ((key in x.day or (x.marker and key in x.pronouns)) and i > first):
        return True
    return key in x.stop and not _named_so(p, i)


def _ends_behind(p: Passage, i: int, first: int, opens: bool, acts: bool) -> bool:
    """Does a word end the mention before it? `opens`: the first word goes with the next; `acts`: somebody is acted
    on."""
    x, key, before = p.lexicon, p.keys[i], p.keys[i - 1]
    if key not in x.inside and (key in x.relative or key in x.lead or key in x.adverb or key in x.blocks):
        return True
    if x.cue_of(key) is not None and not _named_so(p, i) and not x.is_title(key):
        return True
    if x.owners and (_owned(p, i) or (key in x.setting and key.endswith(x.owners))):
        return True  # "ختم الوزير حديثه"
    if x.aims and key.startswith(x.means if x.is_title(p.keys[first]) else x.aims):
        return True  # "لافروف للصحفيين", but "الأمين العام للأمم"
    if key in x.same or (x.plural_ends and key.startswith(x.verb_begins) and key.endswith(x.plural_ends)):
        return True  # "الفيتناميون يقدرون"
    if i == first + 1 and p.keys[first] in x.state and not (x.conjunctions and key.startswith(x.conjunctions)):
        return True  # "تصف ألمانيا الاتفاق"
    thing = i > first + opens and key in x.object  # "نشر موقع X صورا"
    return (thing or (acts and key in x.title)) and not _bound(before, x)


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
    return key in x.inside or (x.is_title(key) and not x.is_definite(key)) or len(key) == 1


def _with_name(p: Passage, first: int, comma: int, limit: int) -> int:
    """The end of a description with the name behind a comma: "قالت الممثلة، سارة خليل، إن"."""
    x, start = p.lexicon, comma + 1
    if start >= limit or p.inside[start] >= 0:
        return comma
    key = p.keys[start]
    if not x.is_title(p.keys[first]) and not (x.is_definite(p.keys[comma - 1]) and not x.is_definite(key)):
        return comma  # but "منظم المزاد، فلان الفلاني:"
    if (x.is_title(key) and key not in x.honorific) or not may_begin(p, start):
        return comma
    if _is_joined(key, x):
        return comma
    last = _run(p, start, min(limit, start + _APPOSED), None)
    if last <= start or last >= p.count or any(p.keys[i] in x.object for i in range(start, last)):
        return comma
    key = p.keys[last]
    ended = not is_letters(key) or p.inside[last] >= 0
    ended = ended or key in x.that or key in x.relative
    return last if ended or (last > start + 1 and (key in x.stop or key in x.inside)) else comma


def _is_joined(key: str, x: Lexicon) -> bool:
    """Is a conjunction written onto a word that is known without it ("وقال", "والوزير"; but not "فرانسيس")?"""
    bare = x.unjoined(key)
    if bare == key:
        return False
    return x.is_title(bare) or x.is_definite(bare) or x.cue_of(bare) is not None or bare in x.small or x.is_verb(bare)


# Scripts with capitals


def of_capitals(p: Passage, at: int, limit: int, whole: bool) -> Mention | None:
    """The mention that begins at a word, where capitals show names."""
    x, i = p.lexicon, at
    while i < limit and i < at + 2 and p.keys[i] in x.article:
        i += 1
    last, proper, inner = _run_of_capitals(p, at, i, limit, whole)
    if last <= i:
        return None
    named = proper == last and (not x.nouns_capital or i == at or _names(p, i, last) > 1)
    if named and inner and i > at:  # "the editor of the Standard", but "le ministre de l'Économie Bruno Le Maire"
        named = x.adjoined and (_names(p, inner, last) > 2 or _ends_with_name(p, inner, last))
    return Mention(at, last, NAME if named else NOUN)


def _ends_with_name(p: Passage, first: int, last: int) -> bool:
    """Does a name of two words stand behind a word without a capital ("le commissaire à l'économie Jean Roe")?"""
    at = last
    while at > first and (p.capital(at - 1) or p.keys[at - 1] in p.lexicon.particle):
        at -= 1
    return at > first and last - at > 1


def _names(p: Passage, first: int, last: int) -> int:
    """How many words have a capital and are no descriptions."""
    return sum(p.capital(i) and not p.lexicon.is_title(p.keys[i]) for i in range(first, last))


def _run_of_capitals(p: Passage, at: int, start: int, limit: int, whole: bool) -> tuple[int, int, int]:
    """The word behind the last one of a mention, the one behind the last proper name in it, its last preposition."""
    x = p.lexicon
    i = last = start
    proper, head, lower, inner, article = at, False, 0, 0, start > at
    while i < limit and i - at < _LONGEST:
        key = p.keys[i]
        if p.inside[i] != -1:
            to = 0 if i == at else marked_name(p, i) or (short_title(p, i) if i == start else 0)
            if to == 0:
                break
            i = last = proper = to
            continue
        if not key[0].isalnum():
            if not _joins_parts(p, i, start, limit):
                break
            i += 1
            continue
        joins = i > start and (key in x.inside or (whole and key in x.within))
        if joins and (x.is_title(p.keys[i - 1]) or (head and proper < i)):
            if not _goes_on(p, i, limit):
                break
            i += p.keys[i + 1] in x.article
            article, head, lower, inner = True, False, 0, i
            i += 1
            last = last if p.capital(i) else i + 1
            continue
        if head and proper == at and key in x.lead and _joins_nouns(p, i, limit):
            i += 1
            continue
        if _ends_mention(p, i, start):
            break
        capital = p.capital(i)
        if x.is_title(key):
            head, last = True, i + 1
        elif capital or (key[0].isdigit() and article):
            last = i + 1
            proper = last if capital else proper
        elif key not in x.particle or not _leads_on(p, i, limit):
            shape = (head, article, proper > start, inner > 0)
            if lower >= (_CHAIN if x.complements else _LOWER) or not _lowercase(p, i, limit, *shape):
                break
            lower, last = lower + 1, i + 1
        i += 1
    return last, proper, inner


def _joins_nouns(p: Passage, i: int, limit: int) -> bool:
    """Does "and" stand between nouns of a description that a name follows ("голова ради освіти і науки Х")?"""
    x = p.lexicon
    if not x.complements or p.capital(i):
        return False
    for at in range(i + 1, min(limit, i + _COORDINATED)):
        key = p.keys[at]
        if not p.is_word(at) or key in x.stop or key in x.lead or key in x.cues or key in x.article:
            return False
        if p.capital(at):
            return at > i + 1
        if at == i + 1 and x.is_title(key):
            return False
    return False


def _leads_on(p: Passage, i: int, limit: int) -> bool:
    """Does a name go on behind a particle?"""
    return i + 1 < limit and (p.capital(i + 1) or p.keys[i + 1] in p.lexicon.particle)


def _joins_parts(p: Passage, i: int, start: int, limit: int) -> bool:
    """Does a mark stand within a name: the stop of an initial or a title, "&" or a hyphen between capitals?"""
    key = p.keys[i]
    if key == "." and i > start:
        return len(p.keys[i - 1]) == 1 or p.keys[i - 1] in p.lexicon.honorific
    return key in "&-’'" and 0 < i + 1 < limit and p.capital(i - 1) and p.capital(i + 1)


def _ends_mention(p: Passage, i: int, start: int) -> bool:
    """Is a word none that a mention has in it?"""
    x, key = p.lexicon, p.keys[i]
    if i > start and p.capital(i) and not x.nouns_capital and key not in x.day:
        if p.capital(i - 1) or (len(key) == 1 and p.key(i + 1) == "."):
            return False  # a surname that is a small word, too; an initial
    if key in x.day and i > start and not x.nouns_capital and p.capital(i) and p.is_word(i + 1) and p.capital(i + 1):
        return False  # a given name that is a month, too
    if any(key in words for words in (x.stop, x.day, x.relative, x.that, x.adverb, x.lead)):
        return not (key in x.particle and key in x.lead and _coordinates(p, i, start))
    if i == p.began[i] and (key in x.cues or key in x.auxiliary) and not (p.is_word(i + 1) and p.capital(i + 1)):
        return True  # a capital shows nothing at the head of a sentence
    if i > start and (key in x.pronouns or (key in x.article and key not in x.particle)):
        return True
    if p.capital(i) or x.is_title(key) or key in x.particle:
        return False
    return key in x.cues or key in x.blocks or key in x.auxiliary


def _coordinates(p: Passage, i: int, start: int) -> bool:
    """Does "and" stand within a name or an office: "Karina de Oliveira e Silva", "Menteri Koperasi dan UKM"?"""
    x = p.lexicon
    if i - 2 < start or i + 1 >= p.count or p.inside[i + 1] != -1:
        return False
    if not (p.capital(i - 1) and p.capital(i + 1)) or x.is_title(p.keys[i + 1]):
        return False
    return p.keys[i - 2] in x.particle or (x.complements and any(x.is_title(p.keys[at]) for at in range(start, i)))


def marked_name(p: Passage, i: int) -> int:
    """Behind a name in marks that the word before calls one ("the newspaper “X”"); 0 where it is none."""
    if i == 0 or p.inside[i] < 0 or (p.keys[i - 1] not in p.lexicon.naming and not p.lexicon.is_title(p.keys[i - 1])):
        return 0
    first, to = p.places[p.inside[i]]
    return to if first == i and to - first - 2 <= _MARKED else 0


def short_title(p: Passage, i: int) -> int:
    """Behind a short name in marks, as after an article: "laut dem «Nordblatt»"; 0 where it is none."""
    if p.inside[i] < 0:
        return 0
    first, to = p.places[p.inside[i]]
    short = first == i and 2 < to - first < _MARKED + 3
    return to if short and p.capital(i + 1) and p.keys[to - 2][0].isalnum() else 0


def _goes_on(p: Passage, i: int, limit: int) -> bool:
    """Does what follows a preposition belong to the description before it ("a spokesman for the union")?"""
    x = p.lexicon
    if not p.is_word(i + 1) or i + 1 >= limit:
        return False
    key = p.keys[i + 1]
    if key in x.article:
        return i + 2 < limit and p.is_word(i + 2) and p.keys[i + 2] not in x.day
    return key not in x.stop and key not in x.day and key not in x.pronouns and key not in x.adverb


def _lowercase(p: Passage, i: int, limit: int, head: bool, article: bool, named: bool, inner: bool) -> bool:
    """May a word without a capital be part of the mention, as an adjective or the noun itself?"""
    x = p.lexicon
    if inner and named and p.key(i + 1) != ",":
        # "le ministère des Affaires étrangères", "español, X,"; "голова обласної ради з питань освіти Іван Дуб"
        return (x.adjoined and _adjective(p, i, limit)) or (x.complements and _leads_to_name(p, i, limit))
    if head:
        if x.complements:
            return not named or _leads_to_name(p, i, limit)  # "Direktur Pasar Jane Roe | datang"
        return _adjective(p, i, limit) if x.adjoined else named and _leads_to_title(p, i, limit)
    if not article:
        if named:
            return i + 1 < limit and p.inside[i + 1] == -1 and x.is_title(p.keys[i + 1])
        return not x.nouns_capital and _leads_to_name(p, i, limit)
    if not named:
        return True
    if x.nouns_capital:
        return False
    after = i + 1  # behind a name or an adjective with a capital: what it describes must follow at once
    if after >= limit or not p.is_word(after):
        return True
    key = p.keys[after]
    return p.capital(after) or x.is_title(key) or key in x.stop or key in x.cues or key in x.relative


def _adjective(p: Passage, i: int, limit: int) -> bool:
    """Is it an adjective behind its noun ("le président américain Jean Roe"): does the mention end, or a name begin,
    behind it or behind another one?"""
    x = p.lexicon
    for at in range(i + 1, i + _ADJECTIVES + 1):
        if at >= limit or p.inside[at] != -1 or not p.keys[at][0].isalnum():
            return True
        key = p.keys[at]
        if p.capital(at) or x.is_title(key):
            return not p.keys[at - 1].endswith(x.verb_ends)  # "o presidente recebeu Jane Roe"
        if key in x.cues or key in x.auxiliary:
            return True
        if key in x.small:
            return False
    return False


def _leads_to_title(p: Passage, i: int, limit: int) -> bool:
    """Is it an adjective before an office ("Ashby University political scientist Jane Roe")?"""
    x = p.lexicon
    for at in range(i + 1, min(i + _ADJECTIVES + 1, limit)):
        if p.inside[at] != -1 or p.keys[at] in x.small or p.keys[at] in x.cues or not p.keys[at][0].isalnum():
            return False
        if x.is_title(p.keys[at]):
            return True
    return False


def _leads_to_name(p: Passage, i: int, limit: int) -> bool:
    """Is it the first word of a description without an article, a name behind it ("retired teacher Jane Roe")?"""
    for at in range(i, min(i + _LOWER + 1, limit)):
        if p.inside[at] != -1 or not p.keys[at][0].isalpha():
            return False
        if p.capital(at):
            return at > i
        if p.keys[at] in p.lexicon.small or p.keys[at] in p.lexicon.cues:
            return False
    return False


def apposed(p: Passage, m: Mention, closed: bool = False) -> Mention:
    """With the name behind a comma, where a description has one: "the harbour master, Jane Roe,". `closed`: only
    where no word follows the name, as behind an attribution: "selon le ministre, Jane Roe a signé"."""
    x, at = p.lexicon, m.last
    if not x.capitals or p.key(at) not in COMMAS or not p.is_word(at + 1):
        return m
    head = next((p.keys[i] for i in range(m.first, m.last) if x.is_title(p.keys[i])), "")
    if not head or (m.kind != NOUN and not _office(p, m)):
        return m
    name = mention_at(p, at + 1, at + 1 + _APPOSED)
    if name is None or name.kind != NAME or not p.capital(at + 1) or p.keys[at + 1] in x.article:
        return m
    titled = x.is_title(p.keys[at + 1]) and p.keys[at + 1] not in x.honorific
    if m.kind != NOUN and (titled or _names(p, name.first, name.last) < _WHOLE_NAME):
        return m
    if p.is_word(name.last):
        key = p.keys[name.last]
        if closed or m.kind != NOUN or not (key in x.stop or key in x.relative):
            return m
    return Mention(m.first, name.last, NAME)


def _office(p: Passage, m: Mention) -> bool:
    """May the capitals of a mention be those of an office, and no name ("Kepala Dinas Pekerjaan Umum, Jane Roe")?"""
    x = p.lexicon
    i = m.first
    while i < m.last and p.keys[i] in x.article:
        i += 1
    return x.is_title(p.keys[i])


def described(p: Passage, m: Mention) -> list[str]:
    """What somebody is called in a mention, and behind a comma after it."""
    x = p.lexicon
    heads = _heads(p, m.first, m.last)
    if m.kind == NAME and p.key(m.last) in COMMAS and p.is_word(m.last + 1):
        other = mention_at(p, m.last + 1, m.last + 9)
        if (
            other is not None
            and other.kind != PRONOUN
            and not (x.capitals and p.capital(other.first) and other.kind == NOUN)
        ):
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
