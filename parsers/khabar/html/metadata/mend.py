"""JSON as pages have it: read, and mended where it is none and it is plain what was meant."""

from __future__ import annotations

import re
from json import JSONDecoder

from khabar.lazy import Lazy

_COMMAS = Lazy(r'("[^"\\]*+(?:\\.[^"\\]*+)*+"?)|,[,\s]*+(?=[}\]])', re.DOTALL)
"""A string, or commas before a closing bracket. Nothing is read twice."""
_OUTSIDE = Lazy(r"<!--|-->|<!\[CDATA\[|\]\]>|/\*[^*\n]{0,100}\*/|(?<!\S)//[^\n]{0,100}+\n")
"""Wrappings and comments. One inside of a string goes with them: only text that no JSON parser takes comes here."""
_BEGINNING = Lazy(r"[{\[]")
_LONGEST = 300_000
_SALVAGE = Lazy(
    r'"(headline|datePublished|dateModified)"\s{0,9}:\s{0,9}"'
    r'((?:[^"\\]|\\.|"(?!\s{0,99}(?:,\s{0,99}"|[}\]]))){1,600}+)"',
    re.DOTALL,
)
"""A property in text that is no JSON at all, for the most part because of quotation marks inside of a string."""
_AUTHOR = Lazy(r'"author"\s{0,9}:\s{0,9}\[?\s{0,99}(?:\{[^{}]{0,300}?"name"\s{0,9}:\s{0,9})?"([^"\\]{1,100})"')
"""The author in such a text: a name, or the first object's."""
_DECODER = JSONDecoder(strict=False)
"""Raw line ends inside of strings are common."""


def load(text: str) -> list[object]:
    """The values of one script, mended where it is no JSON: several in a row, commas too many, comments
    round it; of what is cut off, title, author and dates. Empty where nothing can be read. Never raises."""
    text = text.strip()
    if not text:
        return []
    try:
        return [_DECODER.decode(text)]
    except (ValueError, RecursionError):
        pass
    text = text[:_LONGEST]
    mended = _COMMAS().sub(lambda match: match[1] or "", _OUTSIDE().sub(" ", text))
    out: list[object] = []
    at = 0
    while beginning := _BEGINNING().search(mended, at):  # between values: semicolons, the rest of a wrapping
        try:
            value, at = _DECODER.raw_decode(mended, beginning.start())
        except (ValueError, RecursionError):
            break
        out.append(value)
    return out or _salvage(text)


def _salvage(text: str) -> list[object]:
    found: dict[str, str] = {}
    for match in _SALVAGE().finditer(text):
        found.setdefault(match[1], match[2].replace("\\", ""))
    if author := _AUTHOR().search(text):
        found["author"] = author[1]
    return [{"@type": "Article", **found}] if found else []
