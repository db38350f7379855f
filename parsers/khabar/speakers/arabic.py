"""An Arabic name read: a title and what belongs to it have the article, a name hardly ever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.speakers.names import Name, gender_of, joined
from khabar.speakers.words import Vocabulary, words_of

_ARTICLE = "ال"
_LONGEST = 7
"""Words of the longest name; what is longer is a description."""
_BEFORE_ARTICLE = ("لل", "بال", "وال", "كال")
"""Prepositions and "and" with the article behind them: they go on within a title."""
_FEMININE = ("ه", "اء")
"""The endings of feminine titles, folded."""

_STATES = ("", "ا", "يا", "ه", "يه")
"""How states end that an adjective in ي is made of: "مصر", "روسيا", "سوريه"."""


class _Title(NamedTuple):
    """What is known of a name's title: where the name begins, and whether another noun may belong to the title."""

    end: int = 0
    open: bool = False
    """The last noun lacks its complement: "وزير" in "وزير دفاع فلان"."""
    nested: bool = False
    """One title in another: "نائب الرئيس X" is X, or the deputy of X."""
    gender: str = ""


def read_arabic(folded: Sequence[str], words: Vocabulary) -> Name:
    """A name in Arabic, its words folded."""
    title = _title(folded, words)
    rest = folded[title.end :]
    if title.end == 0:
        return _untitled(folded, words)
    if not rest:
        return _surname(folded, words, title.gender)
    core = _core(rest)
    if not core or _is_not_a_name(rest, words) or (title.nested and len(core) == 1):
        return Name()
    if not title.open:
        return Name(core, full=len(core) > 1, titled=True, gender=title.gender)
    if len(core) == 1:  # "رئيس روسيا"
        return Name()
    return Name(titled=True, gender=title.gender, tails=tuple(core[n:] for n in range(len(core) - 1)))


def _title(folded: Sequence[str], words: Vocabulary) -> _Title:
    """The title that a name begins with."""
    end, open_, nested, gender = 0, False, False, ""
    appositive, institutions = words_of("appositive"), words_of("institution")
    for word in folded:
        plain = word.removeprefix(_ARTICLE)
        definite = plain != word and len(plain) > 1
        if _is_title(word, words):
            if end == 0 and (plain in institutions or word in institutions):
                break
            nested = nested or open_
            open_ = not definite and word not in appositive
            gender = gender or _gender(word, words)
        elif end == 0:
            break
        elif definite or word.startswith(_BEFORE_ARTICLE):
            open_ = False
        elif word in words.links:
            open_ = True
        elif open_ and word in words.states:
            open_ = False
        else:
            break
        end += 1
    return _Title(end, open_, nested, gender)


def _untitled(folded: Sequence[str], words: Vocabulary) -> Name:
    if _is_not_a_name(folded, words) or folded[0] in words.states:
        return Name()
    core = _core(folded)
    if folded[0].startswith(_ARTICLE) and len(core) > 1:  # "البيت الأبيض"
        return Name()
    if len(core) == 1 and (_is_nisba(core[0], words) or core[0] in words.states):
        return Name()
    return Name(core, full=len(core) > 1)


def _surname(folded: Sequence[str], words: Vocabulary, gender: str) -> Name:
    """A title and one word with the article: a surname ("الرئيس السيسي") or an adjective ("الرئيس الروسي")."""
    *titles, last = folded
    if not titles or not all(word.startswith(_ARTICLE) and _is_title(word, words) for word in titles):
        return Name()
    if _is_title(last, words) or not last.startswith(_ARTICLE) or _is_nisba(last, words):
        return Name()
    return Name((last,), titled=True, gender=gender)


def _core(folded: Sequence[str]) -> tuple[str, ...]:
    core = joined(folded, words_of("compound"))
    return core if len(core) <= _LONGEST else ()


def _is_title(word: str, words: Vocabulary) -> bool:
    plain = word.removeprefix(_ARTICLE)
    return word in words.titles or plain in words.titles or plain in words_of("appositive")


def _is_not_a_name(folded: Sequence[str], words: Vocabulary) -> bool:
    """Does a word stand in it that names have not: an institution, a preposition?"""
    institutions = words_of("institution")
    return any(
        word in words.links or word in institutions or word.removeprefix(_ARTICLE) in institutions for word in folded
    )


def _is_nisba(word: str, words: Vocabulary) -> bool:
    """Is it the adjective of a state: "الروسي", "المصرية"?"""
    plain = word.removeprefix(_ARTICLE)
    stem = plain.removesuffix("ه").removesuffix("ي")
    if stem == plain:
        return False
    return any(begin + stem + end in words.states for begin in ("", _ARTICLE) for end in _STATES)


def _gender(title: str, words: Vocabulary) -> str:
    return gender_of(title, words) or ("f" if title.endswith(_FEMININE) else "m")
