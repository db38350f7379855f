"""Layout: whether lines end where paragraphs do or at the right edge of a page, and the paragraphs of the latter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from khabar.characters import ends_sentence, last_mark
from khabar.text.bullets import DASHES, bulleted
from khabar.text.joins import COLONS, continues_sentence
from khabar.text.lines import Line

NARROWEST, WIDEST = 45, 140
"""Columns that hard-wrapped text is wrapped at; narrower columns are verse or a broken column, and stay lines."""
_SAMPLE = 600
"""Lines that are looked at to judge a text."""
_PAIRS = 4
"""Lines with another right below; fewer say nothing."""
_SHARE = 0.35
"""Share of these that the first word of the line below would not have fitted into. (Where lines are paragraphs it
is one in ten.)"""
_BROKEN = 0.6
"""Share of full lines that do not end a sentence."""
_RUNS = 0.6
"""Share of full lines from which lines between blank lines are broken paragraphs without more ado."""
_FITTING = 0.75
"""Share of the characters that stand in lines no longer than the width; in a page's dump with many short lines, the
article's paragraphs are longer."""
_MARKED = 0.25
"""Share of the broken lines that have a mark in their middle, as prose has."""
_PROSE = re.compile("[,.;:!?،؛؟。，、！？۔।…] ?\\S")
_TAB = 8
_WIDE_SCRIPTS = "\u2e80"
"""From here on, scripts that break a line between any two characters (Chinese, Japanese)."""


class Layout(Enum):
    """How lines make paragraphs."""

    LINES = "lines"
    """A line is a paragraph (blank lines between them or not)."""
    WRAPPED = "wrapped"
    """Lines are broken at a width; a paragraph is a run of them."""


def layout_of(lines: Sequence[Line]) -> tuple[Layout, int]:
    """The layout, and the width for a wrapped one.

    Wrapped: hardly a line is longer than the width; most lines are broken where the next word would not have
    fitted, and most of those do not end a sentence.
    """
    sample = lines[:_SAMPLE]
    width = width_of(sample)
    if not NARROWEST <= width <= WIDEST:
        return Layout.LINES, width
    followed = full = broken = prose = 0
    for a, b in pairwise(sample):
        if b.gap:
            continue
        followed += 1
        if is_full(shown(a), b.text, width):
            full += 1
            if not ends_sentence(a.text):
                broken += 1
                prose += _PROSE.search(a.text) is not None
    spaced = sum(line.gap for line in sample) * 5 >= len(sample)
    # titles of about the same length, one below the other, are full as well, but are no prose
    written = prose >= _MARKED * broken or (spaced and full >= _RUNS * followed)
    wrapped = followed >= _PAIRS and full >= _SHARE * followed and broken >= _BROKEN * full and written
    return (Layout.WRAPPED if wrapped else Layout.LINES), width


def width_of(lines: Sequence[Line]) -> int:
    """The width that a text seems to be wrapped at: the column that its longest line ends at, but for lines far
    longer than nine in ten (an address does not break)."""
    if not lines:
        return 0
    lengths = sorted(len(shown(line)) for line in lines[:_SAMPLE])
    usual = lengths[len(lengths) * 9 // 10]
    fitting = [n for n in lengths if n <= usual * 1.2 + _TAB]
    if sum(fitting) < _FITTING * sum(lengths):
        return lengths[-1]
    return usual if usual > WIDEST else fitting[-1]


def is_full(text: str, after: str, width: int) -> bool:
    """True where the first word of the line after would not have fitted into the line."""
    word = 1 if after[0] >= _WIDE_SCRIPTS else after.find(" ")
    if word < 0:
        word = len(after)
    return len(text) + (text[-1] != "-") + word > width


def shown(line: Line) -> str:
    """A line as it is shown: with the blanks before it, a tab as wide as it is."""
    raw = line.raw
    if raw[0] == line.text[0]:
        return line.text
    raw = raw.rstrip()
    return raw.expandtabs(_TAB) if "\t" in raw else raw


class Margin(NamedTuple):
    """What stands before the lines of a wrapped text."""

    usual: int
    """Blanks before a line that begins no paragraph."""
    indented: bool
    """Paragraphs begin with more blanks than that."""


def margin_of(lines: Sequence[Line]) -> Margin:
    """The margin of a wrapped text."""
    sample = [indent(line) for line in lines[:_SAMPLE]]
    counts = Counter(sample)
    most = max(counts.values())
    usual = min(n for n, times in counts.items() if times * 5 >= len(sample) or times == most)
    first = sum(a > usual + 1 and b == usual for a, b in pairwise(sample))
    return Margin(usual, first * 10 >= len(sample))


def indent(line: Line) -> int:
    """Blanks before the text."""
    return len(shown(line)) - len(line.text)


def join_wrapped(lines: list[Line], width: int, is_marker: Callable[[str], bool]) -> list[list[Line]]:
    """Groups of lines that make one paragraph: a line that had room for the next word was a paragraph's last.

    Where no blank line and no indent stands between paragraphs, one whose last line happens to be full is not
    told apart from the next.
    """
    margin = margin_of(lines)
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        apart = line.gap or line.alone or not groups or lines[i - 1].alone
        if apart or not _continues(groups[-1][0], lines[i - 1], line, width, margin, is_marker):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _continues(first: Line, a: Line, b: Line, width: int, margin: Margin, is_marker: Callable[[str], bool]) -> bool:
    """True where line `b` continues the paragraph that begins with `first` and has `a` as its last line so far."""
    if margin.indented and indent(b) > margin.usual + 1:
        return False
    full = is_full(shown(a), b.text, width)
    ended = ends_sentence(a.text)
    if bulleted(b):  # a dash in mid-sentence may come to stand at the beginning of a line
        return full and not ended and b.text[:2] in DASHES and last_mark(a.text) not in COLONS and not bulleted(first)
    if not full:  # broken at a link besides
        return not ended and (b.text[0].islower() or continues_sentence(b.text)) and not is_marker(b.text)
    return not (ended and is_marker(b.text))
