"""An Arabic name read: a title and what belongs to it have the article, a name hardly ever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.speakers.name import LONGEST, Name, gender_of, joined, with_given
from khabar.speakers.words import Vocabulary, words_of

_ARTICLE = "ال"
_BEFORE_ARTICLE = ("لل", "بال", "وال", "كال")
"""Prepositions and "and" with the article behind them: they go on within a title."""
_SHORTEST = 3
"""Letters that a word with the article has more than."""
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


def read_arabic(raw: Sequence[str], folded: Sequence[str], words: Vocabulary) -> Name:
    """A name in Arabic, its words as written and folded."""
    definite = [_is_definite(*pair) for pair in zip(raw, folded, strict=True)]
    title = _title(folded, definite, words)
    end = title.end
    rest = folded[end:]
    if end and not rest:
        return _surname(folded, definite, words, title.gender)
    for at in range(end + 2, len(folded) - 1):  # "فلان الفلاني وزير الدفاع": the title stands behind, without a comma
        if any(definite[at:]) and _is_title(folded[at], words):
            rest = folded[end:at]
            break
    if end == 1 and not definite[0] and (found := with_given(folded, _with_compounds(words))).core:
        return found
    core = joined(rest, words_of("compound"))
    if not core or len(core) > LONGEST or _has_no_name(rest, words):
        return Name()
    if end == 0:
        return _untitled(core, definite[0], words)._replace(titled=len(rest) < len(folded))
    if title.nested and len(core) == 1:
        return Name()
    if not title.open:
        return Name(core, full=len(core) > 1, titled=True, gender=title.gender)
    if len(core) == 1:  # "رئيس روسيا"
        return Name()
    return Name(titled=True, gender=title.gender, tails=tuple(core[n:] for n in range(len(core) - 1)))


def _with_compounds(words: Vocabulary) -> Vocabulary:
    """Arabic has no particles but the first halves of names."""
    return words._replace(particles=words_of("compound"))


def _is_definite(raw: str, folded: str) -> bool:
    """Has a word the article? "الرئيس" has, "إلياس" has not."""
    return (
        folded.startswith(_ARTICLE)
        and len(folded) > _SHORTEST
        and raw[0] not in "أإآ"
        and folded not in words_of("hamza")
    )


def _title(folded: Sequence[str], definite: Sequence[bool], words: Vocabulary) -> _Title:
    """The title that a name begins with."""
    end, open_, nested, gender = 0, False, False, ""
    for word, has_article in zip(folded, definite, strict=True):
        if _is_title(word, words):
            if end == 0 and _is_institution(word):
                break
            nested = nested or open_
            open_ = not has_article and word not in words_of("appositive")
            gender = gender or _gender(word, words)
        elif end == 0:
            break
        elif has_article or word.startswith(_BEFORE_ARTICLE):
            open_ = False
        elif word in words.links:
            open_ = True
        elif open_ and word in words.states:
            open_ = False
        else:
            break
        end += 1
    return _Title(end, open_, nested, gender)


def _untitled(core: tuple[str, ...], definite: bool, words: Vocabulary) -> Name:
    if core[0] in words.states or (definite and len(core) > 1):  # "البيت الأبيض"
        return Name()
    if len(core) == 1 and definite and _is_nisba(core[0], words):
        return Name()
    return Name(core, full=len(core) > 1)


def _surname(folded: Sequence[str], definite: Sequence[bool], words: Vocabulary, gender: str) -> Name:
    """A title and one word with the article: a surname ("الرئيس السيسي") or an adjective ("الرئيس الروسي")."""
    *titles, last = folded
    if not titles or not all(definite) or not all(_is_title(word, words) for word in titles):
        return Name()
    if _is_title(last, words) or last in words.stops or _is_nisba(last, words):
        return Name()
    return Name((last,), titled=True, gender=gender)


def _has_no_name(folded: Sequence[str], words: Vocabulary) -> bool:
    """Does a word stand in it that names have not: an institution, a preposition, a conjunction?"""
    compound = words_of("compound")
    return any(
        _is_institution(word) or word in words.links or (word in words.stops and before not in compound)
        for before, word in zip(("", *folded), folded, strict=False)
    )


def _is_title(word: str, words: Vocabulary) -> bool:
    plain = word.removeprefix(_ARTICLE)
    return word in words.titles or plain in words.titles or plain in words_of("appositive")


def _is_institution(word: str) -> bool:
    institutions = words_of("institution")
    return word in institutions or word.removeprefix(_ARTICLE) in institutions


def _is_nisba(word: str, words: Vocabulary) -> bool:
    """Is it the adjective of a state: "الروسي", "المصرية"?"""
    plain = word.removeprefix(_ARTICLE)
    stem = plain.removesuffix("ه").removesuffix("ي")
    if stem == plain:
        return False
    return any(begin + stem + end in words.states for begin in ("", _ARTICLE) for end in _STATES)


def _gender(title: str, words: Vocabulary) -> str:
    return gender_of(title, words) or ("f" if title.endswith(_FEMININE) else "m")
