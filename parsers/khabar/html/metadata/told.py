"""Which dates a line tells, and of what: publication or change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from khabar.dates import split_stamps
from khabar.dates.tokens import items
from khabar.html.metadata.lines import Line, Stamp
from khabar.html.sentences import is_sentence
from khabar.lazy import Lazy

_BESIDE = 3
"""Words beside a date at the most, between bars or dashes: more are a sentence."""
_BESIDE_STAMP = 10
"""The same, of a line whose date the markup gives."""
_PARTED = Lazy(r"\s*[|·•;/]\s+|\s+[-–—]\s+|\s*[|·•]\s*")
"""Marks that divide a line into fields."""


class Seen(NamedTuple):
    """A date that is seen: ISO 8601 of publication and of change, either of which may be missing."""

    published: str | None
    modified: str | None
    strength: int = 0
    """2: the markup says it for programs; 1: the line or the markup says that it is a date; 0: a bare date."""


class Calendar(NamedTuple):
    """How a page's dates are read."""

    months: Mapping[str, int]
    month_first: bool = False
    """03/04/2020 is the 4th of March."""
    kinds: Mapping[str, str] = {}
    """Words of the language that say what a date is of: "published", "updated"."""


def told(line: Line, calendar: Calendar, *, dated: bool, clocks: bool = False) -> Seen | None:
    """The dates of a line; None where it has none, or says more than that. A sentence with a day in
    it has neither.

    `dated`: the markup says that it is a date; `clocks`: it may be the site's own clock: a weekday and a date.
    """
    if any(isinstance(piece, Stamp) for piece in line):
        return Seen(None, None) if _is_sentence(line, calendar) else _stamped(line, calendar)
    kept: list[str] = []
    marked = dated
    told: list[str] = []
    for field in _PARTED().split(" ".join(map(str, line))):
        kinds = _kinds(field, calendar)
        marked = marked or "updated" in kinds or "published" in kinds
        if kinds.count("other") <= _BESIDE:
            kept.append(field)
            told += kinds
    if clocks and not marked and "weekday" in told and ":" not in "".join(kept):
        return None  # the site's own clock
    published, modified = split_stamps(" • ".join(kept), *calendar)
    return Seen(published, modified, int(marked)) if published or modified else None


def _is_sentence(line: Line, calendar: Calendar) -> bool:
    """The text tells of a day; no word says that something was published or changed then."""
    at = next(n for n, piece in enumerate(line) if isinstance(piece, Stamp))
    before, stamp, after = (" ".join(_words(part)) for part in (line[:at], line[at : at + 1], line[at + 1 :]))
    kinds = _kinds(f"{before} {after}", calendar)
    return not {"updated", "published"} & set(kinds) and is_sentence(before, after, stamp)


def _words(line: Line) -> list[str]:
    """The words of a line's pieces, with those that stand in place of its dates."""
    return [piece.text if isinstance(piece, Stamp) else piece for piece in line]


def _stamped(line: Line, calendar: Calendar) -> Seen | None:
    """The dates of a line that the markup gives; the words before each say of what it is."""
    published: str | None = None
    modified: str | None = None
    updated = False
    others = 0
    for piece in line:
        if isinstance(piece, str):
            kinds = _kinds(piece, calendar)
            others += kinds.count("other")
            told = [kind for kind in kinds if kind in ("updated", "published")]
            updated = told[-1] == "updated" if told else updated
            continue
        first, second = _split(piece, updated, calendar)
        updated = updated and second is None
        modified = modified or second
        if first is not None and published is None:
            published = first
        elif first is not None and modified is None and first > (published or ""):
            modified = first
    return Seen(published, modified, 2) if others <= _BESIDE_STAMP else None


def _split(stamp: Stamp, updated: bool, calendar: Calendar) -> tuple[str | None, str | None]:
    """Dates of publication and of change in an element; `updated`: the words before it are of change."""
    kinds = _kinds(stamp.text, calendar)
    if "updated" in kinds and "published" not in kinds:
        updated = True
        first, _ = split_stamps(stamp.text, *calendar)
        if first is not None:  # "Dec. 6, 2024 / Updated Dec. 7, 2024": for programs it gives one of them
            return first, stamp.iso if stamp.iso > first else None
    elif "updated" in kinds:
        return split_stamps(stamp.text, *calendar)
    if stamp.updated or (updated and not stamp.published):
        return None, stamp.iso
    return stamp.iso, None


def _kinds(text: str, calendar: Calendar) -> list[str]:
    months, _, kinds = calendar
    return [item.kind for item in items(text, months, (), kinds)]
