"""Are two names of speakers those of one person, as a reader would say?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SAME = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None})
_MORE = 6
"""Words (a title, an office) that a name may have beyond the other."""
_PROCLITIC = "ولبفك"
_SHORTEST = 4
"""Letters of a word that may begin with a proclitic."""


def same_speaker(right: str | None, found: str | None) -> bool:
    """Nobody and nobody; or equal names; or one that stands whole in the other, word by word, with the family name
    (the last word of the right one) in both and few words more. Spelling variants and marks do not count.

    >>> same_speaker("مروان الدرعي", "وزير النقل في الأرخبيل، مروان الدرعي")
    True
    >>> same_speaker("Ann Poe", "Ann"), same_speaker(None, "Ann Poe"), same_speaker(None, None)
    (False, False, True)
    """
    name, given = _words(right), _words(found)
    if not name:
        return not given
    if not given:
        return False
    return any(_agree(name, [first, *given[1:]]) for first in _without_proclitic(given[0]))


def _agree(name: list[str], given: list[str]) -> bool:
    if given == name:
        return True
    if _holds(given, name):
        return len(given) - len(name) <= _MORE
    return _holds(name, given) and name[-1] in given


def _holds(whole: list[str], part: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _without_proclitic(word: str) -> Iterator[str]:
    """A first word as it is, and without a preposition or conjunction written onto it."""
    yield word
    if len(word) >= _SHORTEST and word[0] in _PROCLITIC:
        yield word[1:]
        if word.startswith("لل"):
            yield "ا" + word


def _words(name: str | None) -> list[str]:
    text = unicodedata.normalize("NFKC", name or "").translate(_SAME)
    plain = "".join(char for char in text if not unicodedata.combining(char))
    return re.sub(r"\W+", " ", plain.lower()).split()
