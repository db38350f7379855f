"""Text to lines: newlines of every kind, and what the white space round a line tells."""

from __future__ import annotations

import re
from typing import NamedTuple

from khabar.characters import INVISIBLE

_RARE_NEWLINES = re.compile("[\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")

# Three blanks or more inside a line stand where a page had blocks side by side, or where a scraper
# lost the line breaks (Sabq's one-line bodies use runs of no-break spaces).
_WIDE = re.compile("(?<=\\S)[ \t\u00a0\u3000]{3,}(?=\\S)")


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
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _RARE_NEWLINES.search(text):
        text = _RARE_NEWLINES.sub("\n", text)
    out: list[Line] = []
    gap = True
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.strip()
        if not stripped or (len(stripped) < 9 and not INVISIBLE.sub("", stripped).strip()):
            gap = True
            continue
        if len(stripped) > 60 and _WIDE.search(stripped):
            for part in _WIDE.split(stripped):
                out.append(Line(number, part, part, gap))
                gap = True
            gap = False
            continue
        out.append(Line(number, raw, stripped, gap))
        gap = False
    return out
