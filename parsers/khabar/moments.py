"""Moments in words, for people."""

from __future__ import annotations

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?")
_UTC = ("Z", "+00:00")


def moment_in_words(iso: str) -> str:
    """`19 June 2024, 14:05 (+03:00)` for `2024-06-19T14:05:00+03:00`: a zone as in ISO 8601, by which alone the time
    is known; UTC by its name. What is no moment stays as it is."""
    found = _ISO.fullmatch(iso)
    if found is None or not 1 <= int(found[2]) <= len(_MONTHS):
        return iso
    year, month, day, time, zone = found.groups()
    told = " ".join(part for part in (day and str(int(day)), _MONTHS[int(month) - 1], year) if part)
    if time:
        told += f", {time}"
    if zone:
        told += " UTC" if zone in _UTC else f" ({zone})"
    return told
