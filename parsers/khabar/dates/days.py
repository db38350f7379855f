"""Days: 24/08/2020, 31 يوليو/ تموز 2019, December 17, 2020, 2019年7月12日, ۲ تیر ۱۳۹۹."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from khabar.dates import words
from khabar.dates.tokens import Line

_YEARS = range(1900, 2101)
_SOLAR_YEARS = range(1300, 1415)
"""The solar hijri years of a web page (1300 is 1921); from 1415 on it is the lunar calendar (1994)."""
_LUNAR_YEARS = range(1300, 1500)
_BUDDHIST = 543


class Day(NamedTuple):
    """A day of the Gregorian calendar; `day` None where it is only known in the lunar hijri calendar."""

    day: date | None
    solar: bool = False
    """Counted from a day of the Iranian calendar."""


Found = tuple[Day, int] | None
"""What was read, and the index behind it."""


def read_day(line: Line, i: int) -> Found:
    """The day that begins at i, if any."""
    return _east_asian(line, i) or _numeric(line, i) or _worded(line, i)


def _east_asian(line: Line, i: int) -> Found:
    """2019年7月12日, 2019년 7월 12일; the month may be one of the lexicon's ("7月")."""
    year, month = line.at(i), line.at(i + 2)
    if year.kind != "number" or line.at(i + 1).kind != "year.mark":
        return None
    if month.kind == "month":
        j = i + 3
    elif month.kind == "number" and line.at(i + 3).kind == "month.mark":
        j = i + 4
    else:
        return None
    day = line.at(j)
    if day.kind != "number":
        return None
    return _gregorian(year.value, month.value, day.value, j + 1 + (line.at(j + 1).kind == "day.mark"))


def _numeric(line: Line, i: int) -> Found:
    """23.10.2019, 24/08/2020, 2019-08-28, ١ / ١٢ / ٢٠٢٠, 15/11/23, and 1399/04/02 of the Iranian calendar."""
    a, s, b, s2, c = (line.at(i + k) for k in range(5))
    if not (a.kind == b.kind == c.kind == "number" and s.text == s2.text and s.text in ("/", ".", "-")):
        return None
    if line.at(i + 5).text == s.text and line.at(i + 6).kind == "number":
        return None  # four numbers: an address, a version
    long = (len(a.text), len(b.text) > 2, len(c.text))
    if long in ((4, False, 1), (4, False, 2)):
        return _ordered(a.value, b.value, c.value, i + 5)
    if long[0] > 2 or long[1] or long[2] not in (2, 4):
        return None
    year = c.value if long[2] == 4 else c.value + (2000 if c.value < 70 else 1900)
    day, month = (b.value, a.value) if line.month_first else (a.value, b.value)
    return _ordered(year, month, day, i + 5) or _ordered(year, day, month, i + 5)


def _ordered(year: int, month: int, day: int, end: int) -> Found:
    if year in _SOLAR_YEARS:
        return _solar(year, month, day, end)
    if year in _LUNAR_YEARS and 1 <= month <= 12 and 1 <= day <= 30:
        return Day(None), end
    return _gregorian(year, month, day, end)


def _worded(line: Line, i: int) -> Found:
    """Day, month, year; month, day, year; year, month, day; the month in words."""
    first = line.at(i)
    numbered = first.kind == "number"
    found = _month(line, line.skip(i + 1, ("fill", "month.mark", "hour.mark")) if numbered else i)
    if not found:
        return None
    month, j = found
    j = line.skip(j, ("fill", "year.mark"))
    second = line.at(j)
    if second.kind != "number" or line.at(j + 1).text == ":":  # a time: "24 أغسطس 09:23"
        return None
    if numbered:
        if len(first.text) <= 2 and len(second.text) == 4:
            return _in_calendar(second.value, month, first.value, j + 1)
        if len(first.text) == 4 and len(second.text) <= 2:
            return _in_calendar(first.value, month, second.value, j + 1)
        return None
    k = line.skip(j + 1)
    third = line.at(k)
    if len(second.text) <= 2 and third.kind == "number" and len(third.text) == 4:
        return _in_calendar(third.value, month, second.value, k + 1)
    return None


def _month(line: Line, i: int) -> tuple[dict[str, int], int] | None:
    """The month at i by calendar, with its second name behind it ("تموز/ يوليو"); and the index behind."""
    by: dict[str, int] = {}
    end = i
    while (item := line.at(i)).kind in ("month", "solar", "lunar"):
        if by and by.get(item.kind, item.value) != item.value:
            break
        by.setdefault(item.kind, item.value)
        known = words.table().get(item.text)
        if known and known[0] in ("solar", "lunar"):
            by.setdefault(*known)
        end = i + 1
        while line.at(end).kind == "lunar.tail":
            end += 1
        i = line.skip(end, (), "/-()،.")
    return (by, end) if by else None


def _in_calendar(year: int, month: dict[str, int], day: int, end: int) -> Found:
    if year in _SOLAR_YEARS and "solar" in month:
        return _solar(year, month["solar"], day, end)
    if year in _LUNAR_YEARS and "lunar" in month:
        return Day(None), end
    return _gregorian(year, month.get("month", 0), day, end)


def _gregorian(year: int, month: int, day: int, end: int) -> Found:
    if year not in _YEARS and year - _BUDDHIST in _YEARS:
        year -= _BUDDHIST  # Thai pages count from the Buddha's death
    if year not in _YEARS:
        return None
    try:
        return Day(date(year, month, day)), end
    except ValueError:
        return None


def _solar(year: int, month: int, day: int, end: int) -> Found:
    """A day of the Iranian calendar; leap years by the cycle of 33 (8 leaps), right from 1206 to 1498.

    The arithmetic is that of Pournader and Toossi's widely used conversion (jalali.c, 1999).
    """
    if not 1 <= month <= 12 or not 1 <= day <= (31 if month <= 6 else 30):
        return None
    since = year - 979
    days = 365 * since + since // 33 * 8 + (since % 33 + 3) // 4
    days += 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    return Day(date(1600, 1, 1) + timedelta(days=days + day - 1 + 79), solar=True), end
