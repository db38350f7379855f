"""Text to lines: newlines of every kind, and what the white space round a line tells."""

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
_DUMP = 4
"""So few lines are a text that lost its line breaks: there a run of blanks is one, whatever stands before it."""


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


def lines_of(text: str) -> list[Line]:
    """The lines that have text, in order. A line of zero-width characters alone is blank: nobody sees it."""
    out: list[Line] = []
    gap = True
    wide: list[int] = []
    blanks = [blank for blank in _WIDE_BLANKS if blank in text]
    for number, raw in enumerate(text.splitlines(), 1):  # every kind of newline
        stripped = raw.strip()
        if not stripped or (len(stripped) < 9 and not INVISIBLE.sub("", stripped).strip()):
            gap = True
            continue
        if blanks and len(stripped) > _WIDE_FROM:
            for blank in blanks:
                if blank in stripped and _WIDE.search(stripped):
                    wide.append(len(out))
                    break
        out.append(Line(number, raw, stripped, gap))
        gap = False
    return _taken_apart(out, wide) if wide else out


def _taken_apart(lines: list[Line], wide: list[int]) -> list[Line]:
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
            if dump or _parts(line.text, run.start(), run.end()):
                part = line.text[start : run.start()]
                out.append(Line(line.number, part, part, gap))
                gap, start = True, run.end()
        out.append(line if not start else Line(line.number, line.text[start:], line.text[start:], gap))
    return out + lines[done:]


def _parts(text: str, start: int, end: int) -> bool:
    """Is the run of blanks from `start` to `end` a break? It is behind a full stop, and where it is wide; three
    blanks in mid-sentence, or more of them before a small letter, are somebody's typing or a justified line."""
    return ends_sentence(text[max(0, start - 9) : start]) or (end - start >= _GAP and not text[end].islower())
