"""A paragraph as the words that look-ups compare, each with its place in the text."""

from __future__ import annotations

import re
from functools import cache

from khabar.characters import fold

_PUNCTUATION = "\"'“”„‟«»‹›‘’‚‛`´「」『』،,:;؛.!?؟۔()\\[\\]{}…|/\\\\–—。、，！？：؞।-"
DROPPED = dict.fromkeys([*range(0x064B, 0x0660), 0x0640, 0x0670, *range(0x200B, 0x2010), *range(0x202A, 0x202F)])


_CONTROLS = "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)))


@cache
def _token() -> re.Pattern[str]:
    return re.compile(f"[^\\s{_PUNCTUATION}]+|[{_PUNCTUATION}]")


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile("[\u064b-\u065f\u0640\u0670\u200b-\u200f\u202a-\u202e]")


class Words:
    """Words and punctuation marks of a text, folded; `starts` and `ends` are their places in it as written."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        low = flat(text)
        hits = list(_token().finditer(low))
        self.words = [hit.group() for hit in hits]
        self.starts = [hit.start() for hit in hits]
        self.ends = [hit.end() for hit in hits]
        if _dropped().search(low):
            self.words = [(word.translate(DROPPED) or word) if len(word) > 1 else word for word in self.words]

    def at(self, place: int) -> int:
        """Index of the first word that starts at a place in the text, or behind it."""
        from bisect import bisect_left

        return bisect_left(self.starts, place)

    def written(self, first: int, last: int) -> str:
        """The words from one to another (not included) as they are written."""
        return self.text[self.starts[first] : self.ends[last - 1]].strip(_CONTROLS)


@cache
def _rare() -> tuple[frozenset[str], dict[int, str]]:
    """Letters that `fold` makes equal to others, but for the five of nearly every Arabic line."""
    table = {ord(c): fold(c) for c in map(chr, range(0x0600, 0x0700)) if c.isalpha() and c not in "أإآىة"}
    table = {code: to for code, to in table.items() if len(to) == 1 and ord(to) != code}
    return frozenset(map(chr, table)), table


def flat(text: str) -> str:
    """The text in the form of `fold`, but character for character: offsets stay what they are."""
    low = text.lower()
    if len(low) != len(text):
        low = text
    if low.isascii():
        return low
    letters, table = _rare()
    if not letters.isdisjoint(low):
        low = low.translate(table)
    return low.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا").replace("ى", "ي").replace("ة", "ه")
