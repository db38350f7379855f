"""List marks at the beginning of a line."""

from __future__ import annotations

import re

from khabar.text.lines import Line

_BULLET = re.compile(
    "(?:[•●▪■◦‣∙○►▶➤➢✓✔◆◇★☆·▸\uf0b7]+|\\*(?!\\*)|[-–—ـ](?![-–—ـ\\d])|\\x1a+)[ \t\u00a0\u200e\u200f]*(?=\\S)"
    "|[o+][ \t]+(?=\\S)"
)
_STARTS = frozenset("•●▪■◦‣∙○►▶➤➢✓✔◆◇★☆·▸\uf0b7*-–—ـ\x1ao+")
_BLANKS = (" ", "\t")
DASHES = ("- ", "– ", "— ")
"""List marks that may as well stand between a name and what is said of it."""


def bulleted(line: Line) -> bool:
    """True where a list mark stands before the text of a line."""
    return line.text[0] in _STARTS and bool(take_off(line.text, line.raw)[0])


def take_off(text: str, raw: str) -> tuple[str, str]:
    """(list mark as written or "", text without it). `raw` is the line that the text begins with, white space
    and all: "o" and "+" are list marks only where they are indented (Portuguese has an article "o")."""
    if text[0] in _STARTS:
        match = _BULLET.match(text)
        if match and (match[0][0] not in "o+" or raw[:1] in _BLANKS):
            return match[0].rstrip(), text[match.end() :]
    return "", text
