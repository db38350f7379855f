"""Dates of markup as ISO 8601. Dates for readers are khabar.dates' business."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from khabar.dates.words import table
from khabar.lazy import Lazy

_ISO = Lazy(
    r"(\d{4})([-/.])(\d\d?)\2(\d\d?)"
    r"(?:[Tt\s,]{1,3}(?:at )?(\d\d?):(\d\d)(?::(\d\d)(?:[.,:]\d{1,9})?)?"
    r"\s?([AaPp]\.?[Mm]\.?)?\s?(Z|z|[A-Z]{2,4}|(?:UTC|GMT)?[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]{1,40}\])?)?"
)
_COMPACT = Lazy(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d(?::?\d\d)?)?)?")
_MAIL = Lazy(
    r"(?:[A-Za-z]{3,9},?\s)?\s?(\d\d?)[\s-]([A-Za-z]{3})[a-z]{0,6}\.?[\s-](\d{4})"
    r"(?:,?\s(\d\d?):(\d\d)(?::(\d\d))?\s?(Z|[A-Z]{2,4}|(?:UTC|GMT)?[+-]\d\d:?\d\d)?(?:\s?\([A-Za-z ]{1,40}\))?)?"
)
_DOTTED = Lazy(r"(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})(?:,?\s(\d\d?):(\d\d)(?::(\d\d))?)?")
_SCRIPT = Lazy(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d?) (?:(\d{4}) )?(\d\d):(\d\d):(\d\d)"
    r"(?: (?:UTC|GMT)?([+-]\d{4})| ([A-Z]{2,4}))?(?: (\d{4}))?(?: \([\w ]{1,60}\))?"
)
"""As JavaScript and Java print dates: "Thu May 02 2024 12:20:00 GMT+0200 (…)", "Thu May 02 12:20:00 UTC 2024"."""
_FIRST, _LAST = 1800, 2100
_EPOCH = (631_152_000, 4_102_444_800)
"""1990 to 2100 in seconds: an earlier number is no time of a page."""


def iso(value: object) -> str | None:
    """A date or time as pages' metadata writes them, as ISO 8601: "2024-06-19", "2024-06-19T14:05:00",
    "2024-06-19T14:05:00+00:00". Fractions of seconds are dropped; an offset is kept as given and never made up.

    Takes ISO 8601 and what passes for it, RFC 2822, JavaScript's and Java's own form, dd.mm.yyyy, and seconds or
    milliseconds since 1970. None for anything else, and for days that there are none of.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _since_1970(value)
    if not isinstance(value, str) or len(value) > 90:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit() and len(text) in (10, 13):
        return _since_1970(int(text))
    if m := _ISO().fullmatch(text):
        year, _, month, day, hour, minute, second, half, zone = m.groups()
        return _stamp(year, month, day, hour, minute, second, zone, half)
    if m := _COMPACT().fullmatch(text):
        return _stamp(*m.groups())
    if m := _MAIL().fullmatch(text):
        day, name, year, hour, minute, second, zone = m.groups()
        return _stamp(year, _month(name), day, hour, minute, second, zone)
    if m := _DOTTED().fullmatch(text):
        day, month, year, hour, minute, second = m.groups()
        return _stamp(year, month, day, hour, minute, second, None)
    if m := _SCRIPT().fullmatch(text):
        name, day, year, hour, minute, second, offset, zone, last = m.groups()
        return _stamp(year or last, _month(name), day, hour, minute, second, offset or zone)
    return None


def _month(name: str) -> str | None:
    kind, number = table().get(name.lower(), ("", 0))
    return str(number) if kind == "month" else None


def _since_1970(number: float) -> str | None:
    if not 0 < number < 10**15:
        return None
    seconds = number / 1000 if number > 10**11 else number
    if not _EPOCH[0] <= seconds <= _EPOCH[1]:
        return None
    return f"{datetime(1970, 1, 1) + timedelta(seconds=int(seconds)):%Y-%m-%dT%H:%M:%S}+00:00"


def _stamp(
    year: str | None,
    month: str | None,
    day: str | None,
    hour: str | None,
    minute: str | None,
    second: str | None,
    zone: str | None,
    half: str | None = None,
) -> str | None:
    if not year or not month or not day or not _FIRST <= int(year) <= _LAST:
        return None
    try:
        out = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    if hour is None or minute is None:
        return out
    hours = int(hour)
    if half and hours <= 12:
        hours = hours % 12 + 12 * (half[0] in "pP")
    if hours > 23 or int(minute) > 59 or int(second or 0) > 60:
        return None
    offset = _offset(zone)
    if offset is None:
        return None
    return f"{out}T{hours:02}:{int(minute):02}:{min(int(second or 0), 59):02}{offset}"


def _offset(zone: str | None) -> str | None:
    """ "+02:00"; empty where there is none or its letters are not known; None where it is out of range."""
    if not zone:
        return ""
    if zone[-1].isalpha():
        kind, minutes = table().get(zone.lower(), ("", 0))
        if kind != "zone":
            return ""
        sign = "-" if minutes < 0 else "+"
    else:
        zone = zone.removeprefix("UTC").removeprefix("GMT")
        digits = zone[1:].replace(":", "")
        if int(digits[:2]) > 14 or int(digits[2:] or 0) > 59:
            return None
        minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
        sign = zone[0] if minutes else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
