"""What the line breaks of a text mean: paragraphs, or the right edge of a page."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from enum import Enum

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
_FULL = 0.72
"""A wrapped line is at least this full, if it is not a paragraph's last."""
_SAMPLE = 600


def width_of(lines: Sequence[Line]) -> int:
    """The width that a text seems to be wrapped at: the length that nineteen lines of twenty keep within."""
    lengths = sorted(len(line.text) for line in lines[:_SAMPLE])
    return lengths[min(len(lengths) - 1, len(lengths) * 19 // 20)] if lengths else 0


def layout_of(lines: Sequence[Line]) -> tuple[Layout, int]:
    """The layout, and the width for a wrapped one.

    Wrapped: hardly a line is longer than the width; most lines that are followed by another without a gap are
    nearly full, and most of those do not end a sentence.
    """
    sample = lines[:_SAMPLE]
    width = width_of(sample)
    if not NARROWEST <= width <= WIDEST or len(sample) < 4:
        return Layout.LINES, width
    if max(len(line.text) for line in sample) > width + 25:
        return Layout.LINES, width
    followed = full = broken = 0
    for a, b in itertools.pairwise(sample):
        if b.gap:
            continue
        followed += 1
        if len(a.text) >= width * _FULL:
            full += 1
            broken += not ends_sentence(a.text)
    if followed >= 4 and full >= 0.6 * followed and broken >= 0.6 * full:
        return Layout.WRAPPED, width
    return Layout.LINES, width


def is_full(text: str, width: int) -> bool:
    """True where a line is so long that it may go on in the next."""
    return len(text) >= width * _FULL
