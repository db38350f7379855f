"""Text that a page has only as data: what its scripts are to make the page of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from lxml.etree import _Element

STATES = frozenset(("__NEXT_DATA__", "__NUXT_DATA__", "__APOLLO_STATE__", "__INITIAL_STATE__"))
"""Ids of scripts that hold the data of a page."""
_PARAGRAPH = "</p>"
_PARAGRAPHS = 2
"""Paragraphs of an article's text at the least."""
_MOST = 20_000_000
"""Characters of data that are looked through."""


def text_in(states: Iterable[_Element]) -> str | None:
    """The string of HTML with the most paragraphs in the data; None where there is none."""
    best, most = None, _PARAGRAPHS - 1
    left = _MOST
    for script in states:
        text = script.text or ""
        left -= len(text)
        if left < 0:
            break
        if "/p>" not in text and "\\u003c" not in text.lower():
            continue
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for string in _strings(value):
            count = string.count(_PARAGRAPH)
            if count > most:
                best, most = string, count
    return best


def _strings(value: object) -> Iterator[str]:
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            stack += item.values()
        elif isinstance(item, list):
            stack += item
