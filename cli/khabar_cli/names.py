"""Do two spellings name the same speaker? What people type is compared with the names that articles have.

Both are folded: case, vowel signs, tatweel, variants of letters (`khabar.characters.fold`), Latin and Greek accents,
and hyphens and full stops, which count as spaces. The Arabic article "ال" may be there or not, before each word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from khabar.characters import fold

_STEM = r"\w{3,}"
"""What the article may be missing before: shorter words (الله) are nothing without it."""
_ARTICLE = re.compile(rf"ال(?={_STEM}$)")
_BEFORE = "(?:[وفبك]?ال|[وف]?لل|[وفبكل])?"
"""What may be written onto a noun: a conjunction or preposition, the article, or both."""
_SERVANT = re.compile(r"\bعبد (?=ال)")
"""Written as one word with what follows, or apart: عبد الله, عبدالله."""
_ACCENTED = 0x0400
"""Greek and Latin letters come before Cyrillic, whose й is no и with an accent. (Those of Vietnamese decompose into
letters before it, too.)"""
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ё": "е"})
"""Letters that Unicode does not take for others with a mark, and that people type so."""


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    text = fold(name)
    if not text.isascii():
        text = _without_accents(text.translate(_LETTERS))
    text = "".join(char if _spells(char) else " " for char in text)
    return tuple(_SERVANT.sub("عبد", text).split()) if any(map(str.isalnum, text)) else ()


def _spells(char: str) -> bool:
    """Letters, digits, the marks that are vowels, and apostrophes."""
    return char.isalnum() or char == "'" or unicodedata.category(char)[0] == "M"


def _without_accents(text: str) -> str:
    """Latin and Greek letters without their marks; in other scripts marks are vowels and consonants."""
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if kept and unicodedata.combining(char) and kept[-1] < chr(_ACCENTED):
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def _bare(word: str) -> str:
    """The word without its article."""
    return _ARTICLE.sub("", word, 1) if word.startswith("ال") else word


class SpeakerNames:
    """The speakers that were asked for. `parts`: words, or parts of words, that the name has in this order; `whole`:
    whole names."""

    __slots__ = ("_parts", "_whole")

    def __init__(self, parts: Sequence[str] = (), whole: Sequence[str] = ()) -> None:
        """Raises ValueError for a text without a letter or digit: it would match every name, or none."""
        for text in (*parts, *whole):
            if not _words(text):
                raise ValueError(text)
        self._parts = [_pattern(text) for text in parts]
        self._whole = frozenset(tuple(map(_bare, _words(text))) for text in whole)

    def __bool__(self) -> bool:
        return bool(self._parts or self._whole)

    def match(self, name: str) -> bool:
        """Is this one of them?"""
        words = _words(name)
        if self._whole and tuple(map(_bare, words)) in self._whole:
            return True
        text = " ".join(words)
        return any(pattern.search(text) for pattern in self._parts)


def _pattern(text: str) -> re.Pattern[str]:
    """Where the words stand in a folded name. The first may begin, and the last end, inside a word: "هاشمي" is in
    "الهاشمي", "Merk" in "Merkel". What is left of one that was typed with its article must begin a word, or "ألمانيا"
    would be in "رومانيا"."""
    first, *others = _words(text)
    bare = _bare(first)
    begin = re.escape(first) if bare == first else rf"(?:(?<!\w){_BEFORE}{re.escape(bare)}|{re.escape(first)})"
    between = "".join(rf" (?:ال)?{re.escape(_bare(word))}" for word in others)
    return re.compile(begin + between)
