"""Lines to blocks: joins what was broken, takes list marks off, keeps where everything stood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from khabar.blocks import Block
from khabar.text.bullets import take_off
from khabar.text.joins import BLANK, join_broken
from khabar.text.layout import Layout, join_wrapped, layout_of
from khabar.text.lines import Line, lines_of

MOST = 20_000
"""Lines of an article, at the most; a text of more (a log, a word list) has paragraphs only between blank lines, and
its lines are not labelled one by one."""
_TIGHT = frozenset(",.;:!?،؛؟)»”…。，、！？")


def read(text: str, is_marker: Callable[[str], bool]) -> list[Block]:
    """Blocks of a raw text, in order. `is_marker` says whether a line holds a marker, which is never
    joined with the line before it."""
    lines = lines_of(text)
    layout, width = layout_of(lines)
    if len(lines) > MOST:
        groups = _between_gaps(lines)
    elif layout is Layout.WRAPPED:
        groups = join_wrapped(lines, width, is_marker)
    else:
        groups = join_broken(lines, is_marker)
    return [_block(group) for group in groups]


def _between_gaps(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if line.gap:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _block(group: Sequence[Line]) -> Block:
    first = group[0]
    text = first.text if len(group) == 1 else _joined(group)
    bullet, text = take_off(text, first.raw)
    indent = 0 if first.raw[0] == first.text[0] else len(first.raw) - len(first.raw.lstrip())
    return Block(text, first.number, group[-1].number, first.gap, bullet, indent)


def _joined(group: Sequence[Line]) -> str:
    """The lines as one. What a scraper broke between a word and a mark was written without a space; between two
    words one is put in any case, so that no word of the input is missing in the output."""
    parts = [group[0].text]
    for a, b in pairwise(group):
        touching = a.raw[-1] not in BLANK and b.raw[0] not in BLANK
        parts.append(b.text if touching and b.text[0] in _TIGHT else " " + b.text)
    return "".join(parts)
