"""Scraped text into HTML: it can be nothing but text there, and turns nothing round that follows it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from khabar.bidi import unended
from khabar.decode.invisible import whole

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What steers a terminal that prints the page, and what a page cannot hold."""
_ENDING = re.compile("[<\x7f-\x9f]")
"""What would end a script, or steer a terminal that prints the page: in JSON each has another way to be written."""
_LONG_WORD = re.compile(r"\S{1000,}")
"""Longer than a word of any language: see `slice_html`."""
_STEP = 200
"""Letters between two places where such a word can be broken."""


def text_html(text: str) -> str:
    """A text as the content of an element, or of an attribute in double quotes.

    Control characters are shown as the signs for them ("␛"); bidi controls that the text does not end are left out.
    """
    return escape(plain(text))


def content_html(text: str) -> str:
    """A text as the content of an element only: see `slice_html`."""
    return slice_html(text, 0, len(text), unended(text))


def plain(text: str) -> str:
    """The same text where it is no HTML: what a script of the page writes as text."""
    return _signed(_part(text, 0, len(text), unended(text)))


def slice_html(text: str, start: int, end: int, left_out: frozenset[int]) -> str:
    """The part of a text from `start` to `end` as the content of an element, without the characters at these places.

    A word that is longer than any can be broken at many places: browsers take minutes to lay out one of a million
    Arabic letters, as they join the letters of the whole word anew for each line.
    """
    return "<wbr>".join(escape(_signed(part)) for part in _unbroken(_part(text, start, end, left_out)))


def _part(text: str, start: int, end: int, left_out: frozenset[int]) -> str:
    if not left_out:
        return text[start:end]
    return "".join(text[at] for at in range(start, end) if at not in left_out)


def _unbroken(text: str) -> Iterator[str]:
    """The parts of a text that a browser lays out as it does any text: nearly always all of it."""
    at = 0
    for word in _LONG_WORD.finditer(text):
        for stop in range(word.start() + _STEP, word.end(), _STEP):
            yield text[at:stop]
            at = stop
    yield text[at:]


def _signed(text: str) -> str:
    return text if text.isprintable() else _STEERING.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    """A character that is seen in place of one that steers."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def json_html(value: Any) -> str:
    """JSON that can stand in a script element whatever it holds: no "<" is in it, so nothing ends the element.

    >>> json_html("</script>")
    '"\\\\u003c/script>"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return whole(_ENDING.sub(lambda found: f"\\u{ord(found[0]):04x}", text))[0]


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
