"""Text of elements: pieces put together, white space as a browser shows it."""

from __future__ import annotations

import re
from typing import cast

from lxml import etree
from lxml.etree import _Element

from khabar.characters import ends_sentence, one_line
from khabar.lazy import Lazy

BREAK = "\0"
"""Stands for <br> while pieces of text are gathered: no character of a tree is this one."""


_ESCAPED = Lazy(r"&(?!lt;|gt;)(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""A character's name that a reader would see, since a CMS escaped it twice. That of an angle bracket may be meant."""


def plain(text: str) -> str:
    """One line (see `characters.one_line`), with what was escaped twice resolved."""
    if "&" in text and ";" in text:
        text = _ESCAPED().sub(_resolved, text)
    return one_line(text)


def _resolved(found: re.Match[str]) -> str:
    # not at the top: they cost a millisecond to start, and few pages need them
    from html import unescape
    from html.entities import html5

    escaped = found[0]
    return unescape(escaped) if escaped[1] == "#" else html5.get(escaped[1:], escaped)


def all_text(el: _Element) -> str:
    """All the words in an element, one line."""
    return plain(" ".join(_pieces(el)))


def beginning(el: _Element, most: int) -> tuple[str, int]:
    """The words that an element begins with, `most` characters at the most, and how many characters all of them
    have (0 where that is all)."""
    text = all_text(el)
    return (text, 0) if len(text) <= most else (text[:most].rstrip() + " …", len(text))


def _pieces(el: _Element) -> list[str]:
    return [text for text in cast("list[str]", _TEXTS(el)) if not text.isspace()]


_TEXTS = etree.XPath("descendant::text()", smart_strings=False)
"""Three times as fast as `itertext`."""


_LONG = 40
"""Characters of a line that may be a paragraph where a single break divides paragraphs."""


def segments(lines: list[str], loose: bool, bold: list[int]) -> list[tuple[int, int]]:
    """Which lines between line breaks make one paragraph: [first, last) of each.

    An empty line divides. A single break divides two long lines where the first ends as a sentence does, and any
    two in text that stands in no paragraph's element (`loose`), where most lines are long. `bold`: bold characters
    of each line; a line that is all bold is a paragraph (a heading, mostly) of its own.
    """
    out: list[tuple[int, int]] = []
    stripped = [line.strip() for line in lines]
    filled = [line for line in stripped if line]
    single = loose and sum(_length(line) >= _LONG for line in filled) * 2 > len(filled)
    begin: int | None = None
    for i, line in enumerate(stripped):
        alone = bool(line) and bold[i] >= len(line)
        if begin is not None and (not line or single or alone or _new(stripped[i - 1], line)):
            out.append((begin, i))
            begin = None
        if alone:
            out.append((i, i + 1))
        elif line and begin is None:
            begin = i
    if begin is not None:
        out.append((begin, len(lines)))
    return out


def _new(before: str, line: str) -> bool:
    return _length(before) >= _LONG and _length(line) >= _LONG and ends_sentence(before)


def _length(line: str) -> int:
    """Characters, about, of the same text in an alphabet: one of Chinese or Japanese says as much as three."""
    return len(line) * 3 if line[:1] >= "\u2e80" else len(line)
