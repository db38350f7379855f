"""Lines to blocks: joins what was broken, takes list marks off, keeps where everything stood."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from khabar.blocks import Block
from khabar.characters import ends_sentence
from khabar.text.joins import Spaces, goes_on, hangs
from khabar.text.layout import Layout, is_full, layout_of
from khabar.text.lines import Line, lines_of

_BULLET = re.compile(
    "(?:[•●▪■◦‣∙○►▶➤➢✓✔◆◇★☆·▸\uf0b7]+|\\*(?!\\*)|[-–—ـ](?![-–—ـ\\d])|\\x1a+)[ \t\u00a0\u200e\u200f]*(?=\\S)"
    "|[o+][ \t]+(?=\\S)"
)
_STARTS = frozenset("•●▪■◦‣∙○►▶➤➢✓✔◆◇★☆·▸\uf0b7*-–—ـ\x1ao+")


def read(text: str, is_label: Callable[[str], bool]) -> list[Block]:
    """Blocks of a raw text, in order. `is_label` says whether a line holds a label string, which is never
    joined with the line before it."""
    lines = lines_of(text)
    layout, width = layout_of(lines)
    groups = _wrapped(lines, width, is_label) if layout is Layout.WRAPPED else _broken(lines, is_label)
    return [_block(group) for group in groups]


def _broken(lines: list[Line], is_label: Callable[[str], bool]) -> list[list[Line]]:
    """Groups of lines that make one paragraph where a line is a paragraph but for breaks in mid-sentence."""
    spaces = Spaces(lines)
    groups: list[list[Line]] = []
    last = len(lines) - 1
    size = 0  # characters of the last group
    for i, line in enumerate(lines):
        if not line.gap and groups:
            group, before = groups[-1], lines[i - 1]
            after = lines[i + 1] if i < last else None
            open_ = len(group) > 1 and size > OPEN_LENGTH
            if (
                goes_on(before, line, after, spaces, open_=open_)
                and not (_bulleted(line) and not _dash_goes_on(before, line, spaces))
                and not is_label(line.text)
                and not (len(group) == 1 and not hangs(before, line) and is_label(before.text))
                and not (
                    _is_value(lines, i - 1, group, is_label) and not goes_on(before, line, after, spaces, value=True)
                )
            ):
                group.append(line)
                size += len(line.text)
                continue
        groups.append([line])
        size = len(line.text)
    return groups


def _is_value(lines: list[Line], at: int, group: list[Line], is_label: Callable[[str], bool]) -> bool:
    """The line at an index is the value of a label on the line before it."""
    return len(group) == 1 and at > 0 and not lines[at].gap and is_label(lines[at - 1].text)


OPEN_LENGTH = 60
"""Characters of a group of lines from which a missing full stop shows that the sentence goes on."""


def _dash_goes_on(before: Line, line: Line, spaces: Spaces) -> bool:
    """A dash behind a bold word (" - a town in the north"), not before a list item."""
    return spaces.leading and line.raw[:1] == " " and line.text[:2] in ("- ", "– ", "— ") and len(before.text) < 70


def _wrapped(lines: list[Line], width: int, is_label: Callable[[str], bool]) -> list[list[Line]]:
    """Groups of lines that make one paragraph where lines are broken at a width: a line that had room for the
    next word was a paragraph's last."""
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if groups and not line.gap and not _bulleted(line):
            before = lines[i - 1]
            ends = ends_sentence(before.text) and is_label(line.text)
            if is_full(before.raw.rstrip(), line.text, width) and not ends:
                groups[-1].append(line)
                continue
        groups.append([line])
    return groups


def _bulleted(line: Line) -> bool:
    return line.text[0] in _STARTS and _BULLET.match(line.text) is not None


def _block(group: list[Line]) -> Block:
    first = group[0]
    text = first.text
    if len(group) > 1:
        parts = [text]
        for a, b in itertools.pairwise(group):
            # what a scraper broke after a word and before a mark was written without a space
            tight = (
                b.text[0] in ",.;:!?،؛؟)»”…。，、！？" and a.raw[-1:] not in " \u00a0" and b.raw[:1] not in " \u00a0"
            )
            parts.append(b.text if tight else " " + b.text)
        text = "".join(parts)
    bullet = ""
    if text[0] in _STARTS:
        match = _BULLET.match(text)
        if match and not (match[0][0] in "o+" and first.raw[:1] not in " \t"):
            bullet, text = match[0].rstrip(), text[match.end() :]
    indent = len(first.raw) - len(first.raw.lstrip())
    return Block(text, first.number, group[-1].number, first.gap, bullet, indent)
