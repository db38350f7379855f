"""Text that a page has only as data: what its scripts are to make the page of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from khabar.lazy import Lazy

STATES = frozenset(("__NEXT_DATA__", "__NUXT_DATA__", "__APOLLO_STATE__", "__INITIAL_STATE__"))
"""Ids of scripts that hold the data of a page."""
_BEGINNING = 60
"""Characters of a script in which the name of what it gives a value to stands."""
_ASSIGNED = Lazy(r"\s*(?:(?:window|self|globalThis)\s*(?:\.|\[[\"']))?__[A-Z][A-Z_]+__(?:[\"']\])?\s*=")
_LITERAL = Lazy(r'"(?:[^"\\\n]++|\\.)*+"')
_MARKUP = Lazy(r"(?i)</p>|<\\/p>|u003c(?:\\u002f|\\?/)p")
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
            value = _literals(text)
        for string in _strings(value):
            count = string.count(_PARAGRAPH)
            if count > most:
                best, most = string, count
    return best


def is_state(script: _Element) -> bool:
    """Does a script hold data of a page, by its type, its id, or what it gives a value to (`window.__NUXT__=`)?"""
    if "json" in (script.get("type") or "") or script.get("id") in STATES:
        return True
    text = script.text
    return text is not None and "__" in text[:_BEGINNING] and bool(_ASSIGNED().match(text))


def _literals(text: str) -> list[str]:
    """The strings of HTML in a script that is no JSON, where they are written as JSON writes them."""
    out: list[str] = []
    for found in _LITERAL().finditer(text):
        if _MARKUP().search(found[0]):
            try:
                out.append(json.loads(found[0]))
            except ValueError:
                continue
    return out


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
