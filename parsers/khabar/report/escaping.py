"""Scraped text into HTML: it can be nothing but text there, and turns nothing round that follows it."""

from __future__ import annotations

import re
from html import escape

from khabar.bidi import unended

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What steers a terminal that prints the page, and what a page cannot hold."""


def text_html(text: str) -> str:
    """A text as the content of an element, or of an attribute in double quotes.

    Control characters are shown as the signs for them ("␛"); bidi controls that the text does not end are left out.
    """
    return slice_html(text, 0, len(text), unended(text))


def plain(text: str) -> str:
    """The same text where it is no HTML: what a script of the page writes as text."""
    left_out = unended(text)
    kept = "".join(char for at, char in enumerate(text) if at not in left_out) if left_out else text
    return kept if kept.isprintable() else _STEERING.sub(_sign, kept)


def slice_html(text: str, start: int, end: int, left_out: frozenset[int]) -> str:
    """The part of a text from `start` to `end`, without the characters at these places of it."""
    part = text[start:end]
    if left_out:
        part = "".join(char for at, char in enumerate(part, start) if at not in left_out)
    return escape(part if part.isprintable() else _STEERING.sub(_sign, part))


def _sign(found: re.Match[str]) -> str:
    """A character that is seen in place of one that steers."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def attributes(**values: object) -> str:
    """Attributes with a space before each; None: it is not there, True: it has no value. `data_end_line=7` is
    `data-end-line="7"`, `class_` is `class`.

    >>> attributes(class_="k-line", id=None, data_line=7)
    ' class="k-line" data-line="7"'
    """
    out = []
    for name, value in values.items():
        if value is not None:
            shown = "" if value is True else f'="{text_html(str(value))}"'
            out.append(f" {name.rstrip('_').replace('_', '-')}{shown}")
    return "".join(out)
