"""Do two spellings name the same speaker? What people type is compared with the names that articles have.

`--speaker TEXT`: every word of TEXT must begin a word of the name, in any order, each a word of its own: "merk" and
"Merkel Angela" find "Angela Merkel", "king" finds no "Marking". What is written without spaces (Chinese, Japanese,
Thai) must occur in the name. `--speaker-exact NAME`: the whole name, its words in this order.

Both are folded: case, vowel signs, tatweel, variants of letters (`khabar.characters.fold`), Latin and Greek accents,
and hyphens and full stops, which count as spaces. The Arabic article "ال" may be there or not, before each word, and
in a name also with a conjunction or preposition before it ("والدفاع").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from khabar.characters import fold
from khabar.speakers.words import words_of

_STEM = r"\w{3,}"
"""What the article may be missing before: shorter words (الله) are nothing without it."""
_ARTICLE = re.compile(rf"^ال(?={_STEM}$)")
_JOINED = re.compile(rf"^(?:[وفبك]ال|[وف]?لل)(?={_STEM}$)")
"""The article with what is written onto it: a conjunction or a preposition."""
_NO_ARTICLE = re.compile("(?<!\\w)[إآ]ل[\\w\u064b-\u0652]+")
"""Words that the article does not begin, as their hamza shows: إلهام."""
_SERVANT = re.compile(r"\bعبد(?=ال)")
"""Written as one word with what follows, or apart: عبد الله, عبدالله."""
_ELISION = "'"
_MOST = 200
"""Words that are given places in a name; a longer text must be the whole name."""
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts that are written without spaces: Thai, Lao, Burmese, Khmer, kana, Chinese characters."""
_ACCENTED = 0x0400
"""Greek and Latin letters come before Cyrillic, whose й is no и with an accent. (Those of Vietnamese decompose into
letters before it, too.)"""
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ё": "е"})
"""Letters that Unicode does not take for others with a mark, and that people type so."""


class _Word(NamedTuple):
    """A word of a name, folded."""

    text: str
    bare: str
    """Without its article."""

    def begins(self) -> tuple[str, ...]:
        """What may be typed for it, or the beginning of that: as written, without the article and what is joined to
        it, behind an elision ("d'Estaing")."""
        parts = self.text.split(_ELISION)
        tails = [_plain(_ELISION.join(parts[n:])) for n in range(1, len(parts)) if parts[n]]
        return (_plain(self.text), _plain(self.bare), _JOINED.sub("", self.text), *tails)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[_Word, ...]:
    """The words of a name."""
    text = fold(name)
    names = words_of("hamza")
    if not text.isascii():
        names |= {fold(word) for word in _NO_ARTICLE.findall(name)}
        text = _without_accents(text.translate(_LETTERS))
    text = _SERVANT.sub("عبد ", "".join(char if _spells(char) else " " for char in text))
    words = (word for word in text.split() if any(map(str.isalnum, word)))
    return tuple(_Word(word, word if word in names else _ARTICLE.sub("", word)) for word in words)


def _plain(word: str) -> str:
    """The word without apostrophes, which many leave out."""
    return word.replace(_ELISION, "")


def _spells(char: str) -> bool:
    """Letters, digits, the marks that are vowels, and apostrophes."""
    return char.isalnum() or char == "'" or unicodedata.category(char)[0] == "M"


def _without_accents(text: str) -> str:
    """Latin and Greek letters without their marks; in other scripts marks are vowels and consonants."""
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char) and (not kept or kept[-1] < chr(_ACCENTED)):
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


class SpeakerNames:
    """The speakers that were asked for. `parts`: texts whose words begin words of the name; `whole`: whole names."""

    __slots__ = ("_parts", "_whole")

    def __init__(self, parts: Sequence[str] = (), whole: Sequence[str] = ()) -> None:
        """Raises ValueError for a text without a letter or digit: it would match every name, or none."""
        for text in (*parts, *whole):
            if not _words(text):
                raise ValueError(text)
        self._parts = [_words(text) for text in parts]
        self._whole = frozenset(map(_compared, whole))

    def __bool__(self) -> bool:
        return bool(self._parts or self._whole)

    def match(self, name: str) -> bool:
        """Is this one of them?"""
        if self._whole and _compared(name) in self._whole:
            return True
        return any(_begin(typed, _words(name)) for typed in self._parts)


def _compared(name: str) -> tuple[str, ...]:
    """A whole name as it is compared."""
    return tuple(_plain(word.bare) for word in _words(name))


def _begin(typed: Sequence[_Word], words: Sequence[_Word]) -> bool:
    """Does each typed word begin a word, and no two the same one?"""
    if len(typed) > _MOST:
        return tuple(typed) == tuple(words)
    together = "".join(word.text for word in words)
    spaced = [word for word in typed if not _UNSPACED.search(word.text)]
    if len(spaced) < len(typed) and any(word.text not in together for word in typed if word not in spaced):
        return False
    fitting = [[n for n, word in enumerate(words) if _begins(one, word)] for one in spaced]
    return all(fitting) and _each_its_own(fitting)


def _begins(typed: _Word, word: _Word) -> bool:
    wanted = (_plain(typed.text), _plain(typed.bare))
    return any(begin.startswith(wanted) for begin in word.begins())


def _each_its_own(fitting: Sequence[Sequence[int]]) -> bool:
    """Can each of them have one of its numbers that no other has? (Kuhn's algorithm.)"""
    owner: dict[int, int] = {}

    def place(one: int, tried: set[int]) -> bool:
        for number in fitting[one]:
            if number not in tried:
                tried.add(number)
                if number not in owner or place(owner[number], tried):
                    owner[number] = one
                    return True
        return False

    return all(place(one, set()) for one in range(len(fitting)))
