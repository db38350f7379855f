"""What the line breaks of a text mean: paragraphs, or the right edge of a page."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from khabar.characters import ends_sentence
from khabar.text.lines import Line


class Layout(Enum):
    """How lines make paragraphs."""

    LINES = "lines"
    """A line is a paragraph (blank lines between them or not)."""
    WRAPPED = "wrapped"
    """Lines are broken at a width; a paragraph is a run of them."""


NARROWEST, WIDEST = 45, 140
"""Columns that hard-wrapped text is wrapped at; narrower columns are verse or a broken column, and stay lines."""
_SAMPLE = 600
_PAIRS = 4
_FULL, _BROKEN = 0.35, 0.6
"""Share of lines that are full, where paragraphs have three lines on the average half are; in texts whose lines
are paragraphs one in ten happens to be. And share of these that do not end a sentence."""


def width_of(lines: Sequence[Line]) -> int:
    """The width that a text seems to be wrapped at: that of its longest line, but for lines far longer than
    nine in ten (an address does not break)."""
    lengths = sorted(len(line.raw.rstrip()) for line in lines[:_SAMPLE])
    if not lengths:
        return 0
    usual = lengths[min(len(lengths) - 1, len(lengths) * 9 // 10)]
    return max(n for n in lengths if n <= usual * 1.2)


def layout_of(lines: Sequence[Line]) -> tuple[Layout, int]:
    """The layout, and the width for a wrapped one.

    Wrapped: hardly a line is longer than the width; most lines are broken where the next word would not have
    fitted, and most of those do not end a sentence.
    """
    sample = lines[:_SAMPLE]
    width = width_of(sample)
    if not NARROWEST <= width <= WIDEST or len(sample) < _PAIRS:
        return Layout.LINES, width
    followed = full = broken = 0
    for a, b in pairwise(sample):
        if b.gap:
            continue
        followed += 1
        if is_full(a.raw.rstrip(), b.text, width):
            full += 1
            broken += not ends_sentence(a.text)
    if followed >= _PAIRS and full >= _FULL * followed and broken >= _BROKEN * full:
        return Layout.WRAPPED, width
    return Layout.LINES, width


def is_full(text: str, after: str, width: int) -> bool:
    """True where the first word of the line after would not have fitted into the line."""
    word = after.find(" ")
    return len(text) + 1 + (word if word >= 0 else len(after)) > width
