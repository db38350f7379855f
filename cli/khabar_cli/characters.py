"""Characters that must not reach a terminal or a text file from scraped input: they steer, they are not text.

JSON keeps every character (as an escape where it steers: see output/json.py); the other formats leave the
steering ones out. Zero-width (non-)joiners are spelling and always stay.
"""

from __future__ import annotations

import re

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
STEERING = f"[\x7f-\x9f{_BIDI}\u2028\u2029\ufeff]"
"""A pattern for what JSON leaves raw though it steers: DEL, C1, bidi controls, line separators, BOM."""

# Patterns as strings: most texts need none of them, and `re` keeps what it has compiled.
_INVISIBLE = f"[{_BIDI}\ufeff]"
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f]"
_SPACE = "[\u2028\u2029]"
_SURROGATE = "[\ud800-\udfff]"


def plain(text: str, mark: str = "") -> str:
    """The text without bidi controls, its control characters (but tab and newline) replaced by `mark`, and
    lone surrogates by U+FFFD. Idempotent."""
    if text.isprintable():
        return text
    text = re.sub(_SPACE, " ", re.sub(_INVISIBLE, "", text))
    return re.sub(_SURROGATE, "\ufffd", re.sub(_CONTROL, mark, text.replace("\r\n", "\n")))


def plain_name(name: str) -> str:
    """The name of a file, with escapes (`\\x1b`, `\\xff`) for what `plain` would leave out, tabs and line breaks: it
    still names one."""
    if name.isprintable():
        return name
    from khabar_cli.messages import one_line

    return "".join(char if char not in "\t\n\r" and plain(char) == char else one_line(char) for char in name)
