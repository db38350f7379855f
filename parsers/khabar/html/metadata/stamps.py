"""Dates of markup as ISO 8601. Dates for readers are khabar.dates' business."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from khabar.dates.words import table
from khabar.lazy import Lazy

_YEAR, _DATE_TIME = r"(?P<year>\d{4})", r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)"
_ISO = Lazy(
    _YEAR + r"(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)"
    r"(?:[Tt\s,]{1,3}(?:at )?" + _DATE_TIME + r"(?:[.,:]\d{1,9})?)?"
    r"\s?(?P<half>[AaPp]\.?[Mm]\.?)?\s?(?P<zone>Z|z|[A-Z]{2,4}|(?:UTC|GMT)?[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]{1,40}\])?)?"
)
_COMPACT = Lazy(
    _YEAR + r"(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?"
)
_MAIL = Lazy(
    r"(?:[A-Za-z]{3,9},?\s)?\s?(?P<day>\d\d?)[\s-](?P<name>[A-Za-z]{3})[a-z]{0,6}\.?[\s-]" + _YEAR + r"(?:,?\s"
    + _DATE_TIME + r")?\s?(?P<zone>Z|[A-Z]{2,4}|(?:UTC|GMT)?[+-]\d\d:?\d\d)?(?:\s?\([A-Za-z ]{1,40}\))?)?"
)  # fmt: skip
_DOTTED = Lazy(r"(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?" + _YEAR + r"(?:,?\s" + _DATE_TIME + r")?)?")
_SCRIPT = Lazy(
    r"[A-Z][a-z]{2} (?P<name>[A-Z][a-z]{2}) (?P<day>\d\d?) (?:" + _YEAR + r" )?" + _DATE_TIME + r")"
    r"(?: (?:UTC|GMT)?(?P<zone>[+-]\d{4})| (?P<letters>[A-Z]{2,4}))?(?: (?P<last>\d{4}))?(?: \([\w ]{1,60}\))?"
)
"""As JavaScript and Java print dates: "Thu May 02 2024 12:20:00 GMT+0200 (…)", "Thu May 02 12:20:00 UTC 2024"."""
_ADDRESS = Lazy(
    r"/(?P<year>(?:19[89]|20[0-4])\d)(?P<mark>[/-]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_ADDRESS_LENGTH = 1000
_FIRST, _LAST = 1800, 2100
_EPOCH = (631_152_000, 4_102_444_800)
"""1990 to 2100 in seconds: an earlier number is no time of a page."""
NEVER = ("1970-01-01", "1969-12-31T")
"""Where programs begin to count, in any zone: what they print for a date that they do not have."""


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
    for form in (_ISO, _COMPACT, _MAIL, _DOTTED, _SCRIPT):
        if match := form().fullmatch(text):
            stamp = _stamp(match.groupdict())
            return None if stamp is None or stamp.startswith(NEVER) else stamp
    return None


def in_address(url: str | None) -> str | None:
    """The day that an address tells: "/2016/12/04/", "/2016-12-04-", "/20161204/"."""
    found = _ADDRESS().search(url[:_ADDRESS_LENGTH]) if url else None
    return iso("".join(found.group("year", "month", "day"))) if found else None


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


def _stamp(found: dict[str, str | None]) -> str | None:
    """ISO 8601 of the parts that a pattern found."""
    year, day = found["year"] or found.get("last"), found["day"]
    month = _month(name) if (name := found.get("name")) else found.get("month")
    if not year or not month or not day or not _FIRST <= int(year) <= _LAST:
        return None
    try:
        out = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    hour, minute, second, half = found["hour"], found["minute"], found["second"], found.get("half")
    if hour is None or minute is None:
        return out
    hours = int(hour)
    if half and hours <= 12:
        hours = hours % 12 + 12 * (half[0] in "pP")
    if hours > 23 or int(minute) > 59 or int(second or 0) > 60:
        return None
    offset = _offset(found.get("zone") or found.get("letters"))
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
