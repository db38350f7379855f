"""Lines broken in mid-sentence by a scraper: `get_text("\\n")` breaks at every link and every bold word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.characters import last_mark
from khabar.text.lines import Line

_GOES_ON = frozenset(",.;:!?،؛؟)»”’…。，、！？；：）」』।۔%")
_SENTENCE_END = frozenset(".!?؟۔።॥།।。！？…")
_OPEN = frozenset(",،、，;؛([«“‘（「『")
_BLANK = frozenset((" ", "\u00a0", "\t"))
_QUOTES = frozenset("\"'“”„«»’‘")
_CLOSING = re.compile(r"[»”’](?:\W|$|s\b)")
"""A quotation mark that closes, or an apostrophe: a letter behind it shows that it opens ("”Vi väntar ännu”")."""
_OPENS_OR_CLOSES = frozenset("“‘")
_SHORT = 20
_BREAKS = 2
"""Lines that begin with a mark or a small letter, from which a text counts as broken in mid-sentence."""
_LONG = 70
"""A line this long that ends without a mark is a broken paragraph and no heading."""


class Spaces:
    """What white space at the ends of lines tells in this text.

    Where nearly every line ends in a space, a space at the end says nothing; where long lines end without a full
    stop as a rule (Thai), a missing one says nothing; where blank lines stand between paragraphs, hardly any line
    is broken.
    """

    __slots__ = ("broken", "leading", "spaced", "stops", "trailing")

    def __init__(self, lines: Sequence[Line]) -> None:
        sample = lines[:400]
        tail = sum(line.raw[-1:] in _BLANK for line in sample)
        head = sum(line.raw[:1] in _BLANK for line in sample)
        long = [line for line in sample if len(line.text) > _LONG]
        n = max(1, len(sample))
        self.trailing = tail <= 0.5 * n
        self.leading = head <= 0.4 * n
        self.stops = sum(last_mark(line.text) in _SENTENCE_END for line in long) * 2 >= len(long)
        self.broken = (
            sum(not line.gap and (line.text[0] in _GOES_ON or line.text[0].islower()) for line in sample) >= _BREAKS
        )
        self.spaced = sum(line.gap for line in sample) >= 0.4 * n


def hangs(a: Line, b: Line) -> bool:
    """True where the break is inside a word or a quotation, so that even a label line (a call to subscribe,
    broken at its link) goes on."""
    return (a.text[-1] in _QUOTES and a.text[-2:-1] in (" ", "\u00a0")) or _CLOSING.match(b.text) is not None


def goes_on(a: Line, b: Line, c: Line | None, spaces: Spaces, *, value: bool = False, open_: bool = False) -> bool:
    """True where line `b` goes on in the sentence that line `a` began; `c` is the line after, for a link
    in the middle of a sentence.

    Neither is a label line and there is no blank line between them. `value`: `a` is the value of a label on the
    line before it. `open_`: `a` was itself joined to the line before, and the sentence is long but not ended.
    """
    first = b.text[0]
    if first in _GOES_ON and not b.text.startswith(("..", "…")) and (first not in _QUOTES or _CLOSING.match(b.text)):
        return True
    if spaces.spaced:
        return False
    soft_start = spaces.leading and _indented_by_one(b)
    if first == "(" and b.text[-1] in ").":
        return len(b.text) < _LONG and len(a.text) > _SHORT
    mark = last_mark(a.text)
    if mark in _SENTENCE_END or not mark:
        return False
    if mark in _OPEN or a.text[-1] in _OPEN - _OPENS_OR_CLOSES:
        return True
    if a.text[-1] in _QUOTES and a.text[-2:-1] in (" ", "\u00a0"):
        return True
    if first.islower():
        return not (mark in ":：" and b.text[-1] in ".!?")
    if value:
        return False
    if soft_start or (open_ and spaces.stops):
        return True
    soft_end = spaces.trailing and a.raw[-1] in " \u00a0"
    if mark in ":：":  # a bold word before its fact ("Venue:  / Twickenham"), not a lead-in
        return soft_end and spaces.broken and len(a.text) <= _SHORT and len(b.text) < _LONG
    if not spaces.stops:
        return False
    if soft_end and len(a.text) > _LONG:
        return True
    # a link in the middle of a sentence: the line behind it goes on
    after = (
        c is not None
        and not c.gap
        and (c.text[0] in _GOES_ON or c.text[0].islower() or (spaces.leading and _indented_by_one(c)))
    )
    return after and len(b.text) < _LONG and (soft_end or len(a.text) > _LONG)


def _indented_by_one(line: Line) -> bool:
    """One blank before the text, as a text node behind a link has it; an indented paragraph has more."""
    return line.raw[0] in _BLANK and line.raw[1:2] not in ("", *_BLANK)
