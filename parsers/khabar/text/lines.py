"""Text to lines: newlines of every kind, runs of blanks in place of newlines, and the white space round a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from khabar.characters import INVISIBLE, ends_sentence

# Three blanks or more inside a line stand where a page had blocks side by side, or where a scraper
# lost the line breaks (Sabq's one-line bodies use runs of no-break spaces).
_WIDE = re.compile("(?<=\\S)[ \t\u00a0\u3000]{3,}(?=\\S)")
_WIDE_BLANKS = ("   ", "\u00a0", "\t", "\u3000")
"""One of these is in every such run: most texts have none, and no line of theirs is searched."""
_WIDE_FROM = 60
"""Characters of a line in which such runs are looked for: in a shorter one they align columns."""
_GAP = 4
"""Blanks that part blocks wherever they stand; three in mid-sentence are somebody's typing."""
_DUMP = 4
"""So few lines are a text that lost its line breaks: there a run of blanks is one, whatever stands before it."""
_LEFTOVER = re.compile("[a-zA-Z][a-zA-Z:-]*=([\"']).*?(?:\\1\\s*/?>|/>)|/>")
"""The rest of a tag at the beginning of a line: an attribute and the tag's end, or the end alone."""
_ATTRIBUTE = 20
"""Characters in which the name of an attribute ends."""


class Line(NamedTuple):
    """A line that has text."""

    number: int
    """Counted from 1."""
    raw: str
    """With the white space round it."""
    text: str
    """Without."""
    gap: bool
    """A blank line, or the start of the text, stands before it."""
    alone: bool = False
    """It begins with the rest of an HTML tag (`alt="…" />`), and is joined with no other."""


def lines_of(text: str) -> list[Line]:
    """The lines that have text, in order. A line of zero-width characters alone is blank: nobody sees it."""
    out: list[Line] = []
    gap = True
    wide: list[int] = []
    blanks = [blank for blank in _WIDE_BLANKS if blank in text]
    tags = ">" in text
    for number, raw in enumerate(text.splitlines(), 1):  # every kind of newline
        stripped = raw.strip()
        if not stripped or (len(stripped) < 9 and not INVISIBLE.sub("", stripped).strip()):
            gap = True
            continue
        if blanks and len(stripped) > _WIDE_FROM and any(blank in stripped for blank in blanks):
            wide.append(len(out))
        out.append(Line(number, raw, stripped, gap, tags and _is_leftover(stripped)))
        gap = False
    return _cut_at_runs(out, wide) if wide else out


def _is_leftover(text: str) -> bool:
    """True for a line that begins with the rest of an HTML tag, cut off in the middle."""
    return (text[0] == "/" or "=" in text[:_ATTRIBUTE]) and bool(_LEFTOVER.match(text))


def _cut_at_runs(lines: list[Line], wide: list[int]) -> list[Line]:
    """The lines, those at the given places cut at their runs of blanks."""
    dump = len(lines) <= _DUMP
    out: list[Line] = []
    done = 0
    for at in wide:
        out += lines[done:at]
        done = at + 1
        line = lines[at]
        gap, start = line.gap, 0
        for run in _WIDE.finditer(line.text):
            if dump or _parts_blocks(line.text, run.start(), run.end()):
                part = line.text[start : run.start()]
                out.append(Line(line.number, part, part, gap, _is_leftover(part)))
                gap, start = True, run.end()
        rest = line.text[start:]
        out.append(line if not start else Line(line.number, rest, rest, gap, _is_leftover(rest)))
    return out + lines[done:]


def _parts_blocks(text: str, start: int, end: int) -> bool:
    """Is the run of blanks from `start` to `end` a break? It is after a full stop, and where it is wide; three
    blanks in mid-sentence, or more of them before a small letter, are somebody's typing or a justified line."""
    return ends_sentence(text[max(0, start - 9) : start]) or (end - start >= _GAP and not text[end].islower())
