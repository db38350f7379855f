"""Words of date lines, of any language: `lexicon/dates.txt`, whose head explains the classes. Months and weekdays of
the language at hand come from its own file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from khabar.lexicon.store import file

_HALVES = {"half.am": 0, "half.pm": 12}


@cache
def _classes() -> dict[str, list[str]]:
    """Class -> its words, folded."""
    out: dict[str, list[str]] = {}
    for group in file("dates.txt").groups:
        out.setdefault(group.cls, []).extend(word for key in group.keys for word in key.split())
    return out


def _values(cls: str) -> Iterator[tuple[str, int]]:
    for word in _classes()[cls]:
        name, _, number = word.partition("=")
        yield name, int(number or 0)


@cache
def table() -> dict[str, tuple[str, int]]:
    """Folded word -> (kind, value). Kinds: the classes of dates.txt; "half" for both halves of the day, with hours
    to add. Words of relative times are in `relative`, `half.dotted` in `dotted`."""
    out: dict[str, tuple[str, int]] = {}
    for cls in _classes():
        if not cls.startswith("ago") and cls not in ("half.dotted", "month.first"):
            for name, value in _values(cls):
                out.setdefault(name, ("half", _HALVES[cls]) if cls in _HALVES else (cls, value))
    return out


@cache
def dotted() -> dict[str, str]:
    """Halves of the day written with points, "p.m", and the words that they stand for."""
    pairs = (word.partition("=") for word in _classes()["half.dotted"])
    return {written: half for written, _, half in pairs}


@cache
def month_first() -> frozenset[str]:
    """Tags of languages in whose numeric dates the month stands first, in small letters: "en-us"."""
    return frozenset(_classes()["month.first"])


class Relative(NamedTuple):
    """Folded words of relative times; dates.txt explains them."""

    ago: frozenset[str]
    units: frozenset[str]
    numbers: frozenset[str]
    duals: frozenset[str]
    wholes: frozenset[str]
    ones: frozenset[str]
    conjunctions: frozenset[str]
    """Of one letter; they may be written onto the following word."""


@cache
def relative() -> Relative:
    """The words of relative times."""
    names = ("ago", "ago.unit", "ago.number", "ago.dual", "ago.whole", "ago.one", "ago.and")
    return Relative._make(frozenset(_classes()[cls]) for cls in names)
