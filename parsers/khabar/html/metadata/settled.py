"""The date of publication, of those that a page declares and the one that its readers see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

_FARTHEST = timedelta(hours=14)
"""No zone is farther from Greenwich."""
_STEP = 900
"""Seconds that zones differ by, at the least."""


def settled(declared: Sequence[str], seen: str | None, *, sure: bool = True) -> str | None:
    """The date of publication as ISO 8601. `declared`: what JSON-LD and `meta` say, best first; `seen`: the date
    near the title, which no word calls one of change.

    What is declared first counts, but for two cases. Where it is in UTC and readers see the same moment in the
    local time, the zone is known by that: "2019-10-18T22:04:00+00:00" beside "19. Oktober 2019, 0:04 Uhr". And
    where readers see another day, and something else that is declared says so too, that one counts; so does what
    they see where the first is only what a page's `date` says, which may be that of anything (not `sure`).
    """
    if not declared or seen is None:
        return declared[0] if declared else seen
    first = declared[0]
    if first[:10] == seen[:10]:
        return first
    agreed = next((stamp for stamp in declared if stamp[:10] == seen[:10]), None)
    return _in_zone(first, seen) or agreed or (first if sure else seen)


def is_settled(declared: Sequence[str], *, sure: bool) -> bool:
    """Whether the date that readers see changes nothing."""
    return sure and not declared[0].endswith("+00:00") and len({stamp[:10] for stamp in declared}) == 1


def _in_zone(utc: str, seen: str) -> str | None:
    """A moment of UTC in the zone of the local time that is seen; None where they are not the same moment."""
    if not utc.endswith("+00:00"):
        return None
    moment, local = (
        datetime.fromisoformat(utc).replace(tzinfo=None),
        datetime.fromisoformat(seen).replace(tzinfo=None),
    )
    if len(seen) > len("2024-03-05"):
        moment = moment.replace(second=local.second)  # readers see no seconds
    offset = local - moment
    seconds = int(offset.total_seconds())
    if abs(offset) > _FARTHEST or seconds % _STEP:
        return None
    sign = "-" if seconds < 0 else "+"
    minutes = abs(seconds) // 60
    return f"{local.isoformat()}{sign}{minutes // 60:02}:{minutes % 60:02}"
