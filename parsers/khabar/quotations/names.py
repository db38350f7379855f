"""Where a speaker's name begins and ends: title, nationality, name and apposition, up to the right boundary."""

from __future__ import annotations

from typing import NamedTuple

from khabar.quotations.lexicon import PART, Cue, Lexicon
from khabar.quotations.lines import Line

_LONGEST = 16
_APPOSED = 6
_MANY = 8
_PARTICIPLE = 4
_SHORT = 4
"""Words in marks that may belong to a name ("حركة «كذا»")."""
_COMMAS = frozenset("،,")
_OUT = frozenset(':.!?؟؛;()[]"“”«»„…|')


class Name(NamedTuple):
    """Words [first:last] of a line, and the gender that their head shows ("" where it shows none)."""

    first: int
    last: int
    gender: str


def name_at(line: Line, first: int, lexicon: Lexicon, end: int | None = None, cue: Cue | None = None) -> Name | None:
    """The name that begins at a word; None where none does.

    `end`: where to stop at the latest; `cue`: the verb before it, which may take a preposition or an object.
    """
    words = line.words.words
    limit = min(line.count if end is None else end, first + _LONGEST)
    if first >= limit or not _may_begin(line, first, lexicon):
        return None
    last = _run(line, first, limit, lexicon, cue)
    if last <= first:
        return None
    if last < limit and words[last] in _COMMAS:
        last = _apposed(line, first, last, limit, lexicon)
    if last - first > _MANY and lexicon.is_title(words[first]):
        last = next(
            (
                i
                for i in range(first + 2, last)
                if words[i] in lexicon.title
                and words[i] not in lexicon.honorific
                and not _bound(words[i - 1], lexicon)
            ),
            last,
        )
    if all(not any(c.isalpha() for c in word) for word in words[first:last]):
        return None
    return Name(first, last, gender_of(words[first], lexicon))


def _may_begin(line: Line, at: int, lexicon: Lexicon) -> bool:
    word = line.words.words[at]
    if line.inside[at] >= 0:
        first, last = line.places[line.inside[at]]
        return last - first - 2 <= _SHORT and not _speech_mark(line, at)
    if word in _OUT or word in _COMMAS or not any(c.isalnum() for c in word) or word.isdigit():
        return False
    if word in lexicon.stop or word in lexicon.that or word in lexicon.inside or word in lexicon.relative:
        return False
    if lexicon.is_cue_word(word) or word in lexicon.adverb:
        return False
    if lexicon.aims and word.startswith(lexicon.aims + lexicon.means) and len(word) > 5:
        return False
    return not is_object(word, lexicon)


def _speech_mark(line: Line, at: int) -> bool:
    """Does a colon or nothing but a mark stand before the quotation, so that it is speech?"""
    return at > 0 and line.words.words[at - 1] == ":"


def is_object(word: str, lexicon: Lexicon) -> bool:
    """Is it a thing said or demanded, or a word that holds its owner, and so nobody's name?"""
    if word in lexicon.object:
        return True
    if lexicon.is_title(word) or not lexicon.pronouns:
        return False
    if lexicon.is_definite(word):
        return False
    return len(word) > 4 and word.endswith(lexicon.owners)


def _run(line: Line, first: int, limit: int, lexicon: Lexicon, cue: Cue | None) -> int:
    """The word behind the last one that belongs to the name, commas aside."""
    words, inside = line.words.words, line.inside
    titled = lexicon.is_title(words[first])
    opens = titled and not lexicon.is_definite(words[first])  # "وزير الخارجية": the next word goes with it
    takes = cue.takes if cue is not None else ()
    acts = cue is not None and cue.kind == PART
    i = first
    while i < limit:
        word = words[i]
        if inside[i] >= 0:
            last = _behind_marks(line, i, first, lexicon)
            if last == 0:
                break
            i = last
            continue
        if word == "." and i > first and len(words[i - 1]) == 1:
            i += 1  # "د. محمد"
            continue
        if word in takes or _ends_anywhere(line, i, first, lexicon):
            break
        if i > first and _ends_behind(line, i, first, opens, acts, lexicon):
            break
        if word in lexicon.inside and (not titled or i == first or _begins_other(line, i + 1, limit, lexicon)):
            break
        i += 1
    return i


def _behind_marks(line: Line, i: int, first: int, lexicon: Lexicon) -> int:
    """The word behind a short name in marks that belongs to the name before it; 0 where it is none."""
    words = line.words.words
    start, last = line.places[line.inside[i]]
    if i != start or last - start - 2 > _SHORT or words[i - 1] == ":":
        return 0
    if i == first:
        return 0 if last >= line.count or words[last] in _OUT else last
    before = words[i - 1]
    return last if lexicon.is_naming(before) or lexicon.is_title(before) or len(before) == 1 else 0


def _ends_anywhere(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Is a word none that a name has in it, wherever it stands?"""
    word = line.words.words[i]
    if word in _OUT or word in _COMMAS or word in lexicon.that or word in "/'’`":
        return True
    return word in lexicon.stop and not (i > first and lexicon.names and line.written(i, i + 1) in lexicon.names)


def _ends_behind(line: Line, i: int, first: int, opens: bool, acts: bool, lexicon: Lexicon) -> bool:
    """Does a word end the name before it? `opens`: the first word goes with the next; `acts`: somebody is
    acted on."""
    words = line.words.words
    word, before = words[i], words[i - 1]
    if (lexicon.is_cue_word(word) or word in lexicon.relative) and word not in lexicon.inside:
        return True
    if word in lexicon.setting and word.endswith(lexicon.pronouns):
        return True  # "ختم الوزير حديثه"
    if i == first + 1 and words[first] in lexicon.state and not word.startswith(lexicon.joined):
        return True  # "تصف ألمانيا الاتفاق"
    thing = i > first + opens and word in lexicon.object  # "نشر موقع X صورا"
    return (thing or (acts and word in lexicon.title)) and not _bound(before, lexicon)


def _begins_other(line: Line, at: int, limit: int, lexicon: Lexicon) -> bool:
    """Does something else than a part of the title follow a preposition: nothing, a setting, a quotation?"""
    return at >= limit or line.words.words[at] in lexicon.setting or line.inside[at] >= 0


def _bound(word: str, lexicon: Lexicon) -> bool:
    """Does a noun stand in such a relation to the next one that both make one name ("رئيس مجلس")?"""
    return word in lexicon.inside or (lexicon.is_title(word) and not lexicon.is_definite(word)) or len(word) == 1


def _apposed(line: Line, first: int, comma: int, limit: int, lexicon: Lexicon) -> int:
    """The end of the name with the apposition behind a comma, where that is part of it: a title's own name."""
    words = line.words.words
    start = comma + 1
    if (
        start >= limit
        or not lexicon.is_title(words[first])
        or (lexicon.is_title(words[start]) and words[start] not in lexicon.honorific)
    ):
        return comma
    if not _may_begin(line, start, lexicon) or line.inside[start] >= 0 or words[start].startswith(lexicon.joined):
        return comma
    last = _run(line, start, min(limit, start + _APPOSED), lexicon, None)
    if last <= start or last >= line.count:
        return comma
    if any(word in lexicon.object for word in words[start:last]):
        return comma
    word = words[last]
    closes = word in _COMMAS or word == ":" or word in lexicon.that or line.inside[last] >= 0
    return last if closes or word in lexicon.stop or word in lexicon.relative or word in lexicon.inside else comma


def gender_of(word: str, lexicon: Lexicon) -> str:
    """Gender of a name by its first word, "" where that does not show it."""
    if word in lexicon.masculine:
        return "m"
    if word in lexicon.feminine:
        return "f"
    if lexicon.feminine_ends and len(word) > 2 and word.endswith(lexicon.feminine_ends):
        return "f"
    return "m" if lexicon.feminine_ends and lexicon.is_title(word) else ""


def agrees(cue: str, name: str) -> bool:
    """May a cue of one gender have a subject of another? What is not known agrees."""
    if cue in ("", "p") or name == "":
        return True
    return cue == name
