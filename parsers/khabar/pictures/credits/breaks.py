"""Where a caption may end and its credit begin: full stops, separators, dashes, line breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khabar.lazy import Lazy
from khabar.pictures.credits.punctuation import said

_BREAKS = Lazy(
    r"\n"
    r"|\s[|•·/–—-]+\s+|\s?[／｜│]\s?|\s+(?=[—–-]\w)"
    r"|(?<=[^\s.]\S[.!?…؟۔।。！？:])[\"'”’“»«›)]*\s*(?=[^\s.])"
    r"|(?<=\S[\"”»«“›)\]）】」])\s*(?=\w)"
    r"|[=＝](?=\w)"
)
_SEPARATORS = frozenset("|/•·／｜│")
"""Marks behind which a name needs no agency to be a credit."""
_DASHES = frozenset("-–—")
STOP, SEPARATOR, DASH, LINE, COLON, EQUALS = range(6)
NAME = 3
"""Words of a photographer's name at the most, where nothing else proves it."""


class Break(NamedTuple):
    """A place where a caption may end and its credit begin."""

    start: int
    end: int
    kind: int


def breaks(text: str, window: int) -> Iterator[Break]:
    """The breaks in the last `window` characters of a text that have a word before them and something behind them."""
    for gap in _BREAKS().finditer(text, max(0, len(text) - window)):
        start, end = gap.span()
        if end >= len(text) or not said(text[:start]):
            continue
        mark = gap[0].strip(" \"'”’“»«›)")
        if "\n" in gap[0]:
            kind = LINE
        elif mark in _SEPARATORS:
            kind = SEPARATOR
        elif mark in ("=", "＝"):
            kind = EQUALS
        elif mark or text[end] in _DASHES:
            kind = DASH
        elif text[start - 1] == ":":
            kind = COLON
        else:
            kind = STOP
            if start == end and (text[end].islower() or text[start - 2].isdigit()):
                continue  # "golem.de", "3.mai"
        yield Break(start, end, kind)


def name_shaped(text: str, least: int) -> bool:
    """A few names with capital letters and without figures."""
    words = text.replace("/", " ").split()
    return (
        least <= len(words) <= 6
        and any(w[0].isupper() and len(w) > 1 for w in words)
        and not any(map(str.isdigit, text))
    )
