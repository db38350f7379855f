"""Lines broken in mid-sentence by a scraper: `get_text("\\n")` breaks at every link and every bold word."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.characters import last_mark
from khabar.text.lines import Line

_GOES_ON = frozenset(",.;:!?،؛؟)»”’…。，、！？；：）」』।۔%")
_SENTENCE_END = frozenset(".!?؟۔።॥།।。！？…")
_OPEN = frozenset(",،、，;؛([«“‘（「『")
_LONG = 70
"""A line this long that ends without a mark is a broken paragraph and no heading."""


class Spaces:
    """What white space at the ends of lines tells in this text.

    Where nearly every line ends in a space, a space at the end says nothing; where long lines end without a full
    stop as a rule (Thai), a missing one says nothing.
    """

    __slots__ = ("leading", "stops", "trailing")

    def __init__(self, lines: Sequence[Line]) -> None:
        sample = lines[:400]
        tail = sum(line.raw[-1:] in " \u00a0\t" for line in sample)
        head = sum(line.raw[:1] in " \u00a0\t" for line in sample)
        long = [line for line in sample if len(line.text) > _LONG]
        n = max(1, len(sample))
        self.trailing = tail <= 0.5 * n
        self.leading = head <= 0.4 * n
        self.stops = sum(last_mark(line.text) in _SENTENCE_END for line in long) * 2 >= len(long)


def goes_on(a: Line, b: Line, c: Line | None, spaces: Spaces, *, value: bool = False) -> bool:
    """True where line `b` goes on in the sentence that line `a` began; `c` is the line after, for a link
    in the middle of a sentence. Neither is a label line and there is no blank line between them; `value` says
    that `a` is the value of a label on the line before it."""
    first = b.text[0]
    if first in _GOES_ON and not b.text.startswith(".."):
        return True
    soft_start = spaces.leading and b.raw[0] in " \u00a0" and b.raw[1:2] not in ("", " ", "\u00a0", "\t")
    if first == "(" and b.text[-1] in ").":
        return len(b.text) < _LONG and len(a.text) > _LONG
    mark = last_mark(a.text)
    if mark in _SENTENCE_END or not mark:
        return False
    if mark in _OPEN or a.text[-1] in _OPEN or (a.text[-1] in "\"'" and a.text[-2:-1] in " \u00a0"):
        return True
    if first.islower():
        return not (mark in ":：" and b.text[-1] in ".!?")
    if soft_start and not value:
        return True
    if mark in ":：" or value or not (spaces.trailing and spaces.stops and a.raw[-1] in " \u00a0"):
        return False
    if len(a.text) > _LONG:
        return True
    # a short line with a space after it: a heading, or the words before a link
    return c is not None and not c.gap and (c.text[0] in _GOES_ON or (spaces.leading and c.raw[0] in " \u00a0"))
