"""Date lines: reading them, and telling them from other lines with numbers.

A line is cut into numbers and words (tokens.py); words are looked up among the months, given by the
lexicon, and the few words that date lines are made of (words.py). Days (days.py) and times of the day
(clocks.py) are read from these and put together to stamps (stamps.py). One word that is none of them, and
the line is no date line, though the date in it can still be read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date

from khabar.dates.relative import is_relative_time
from khabar.dates.stamps import read
from khabar.dates.tokens import NO_KINDS, Item, items

__all__ = ["is_relative_time", "looks_like_date", "parse_date", "split_stamps", "words_beside_stamp"]

_LONGEST = 90
_DIGIT = re.compile(r"\d")
_FULL = re.compile(r"\d{4}|\d\d?\s?[./-]\s?\d\d?\s?[./-]\s?\d\d")
"""What every full date has: a year, or three numbers."""
_NO_STAMP = frozenset("%$€£¥@#&?!؟\"«»“”'")


def parse_date(text: str, months: Mapping[str, int], month_first: bool = False) -> str | None:
    """The first date in a line as ISO 8601: "2019-07-31", "2020-12-01T02:00:00", with an offset only where
    the line names a zone. None where there is no date, or only one of the lunar hijri calendar (its days
    depend on who saw the moon). `months`: month names as `fold` makes them -> 1 to 12.

    Days come before months ("03/04/2020" is the 3rd of April) unless `month_first`, or only the other order gives a
    date.
    Dates of the Iranian and the Buddhist calendar become Gregorian; where a line has two calendars, the
    Gregorian counts.
    """
    if not _DIGIT.search(text):
        return None
    stamps, _ = read(list(items(text, months)), month_first)
    return next((iso for stamp in stamps if (iso := stamp.iso())), None)


def split_stamps(
    text: str, months: Mapping[str, int], month_first: bool = False, kinds: Mapping[str, str] = NO_KINDS
) -> tuple[str | None, str | None]:
    """(published, modified) of a line that may hold both: marked ("آخر تحديث", "updated"), or the later
    second.

    A second time without a date is of the first one's day. `kinds`: more words of the language that say which it is,
    as `fold` makes them -> "published", "updated".
    """
    if not _DIGIT.search(text):
        return None, None
    published: str | None = None
    modified: str | None = None
    day: date | None = None
    stamps, _ = read(list(items(text, months, (), kinds)), month_first)
    for stamp in stamps:
        iso = stamp.iso(day if stamp.updated else None)
        if iso is None:
            continue
        day = stamp.day or day
        if stamp.updated:
            modified = modified or iso
        elif published is None:
            published = iso
        elif modified is None and iso[:10] >= published[:10] and iso != published:
            modified = iso
    return published, modified


def looks_like_date(text: str, months: Mapping[str, int], weekdays: Collection[str] = ()) -> bool:
    """Whether the whole short line is a date stamp: a full date and nothing else but a time, weekdays, zones,
    eras, the words for published and updated, and marks. Lines over 90 characters are none.

    `weekdays`: more of their names than the module knows, as `fold` makes them.
    """
    if len(text) > _LONGEST or not _DIGIT.search(text) or not _FULL.search(text):
        return False
    line: list[Item] = []
    for item in items(text, months, weekdays):
        if item.kind == "other" or item.text in _NO_STAMP:
            return False
        line.append(item)
    stamps, spare = read(line)
    return not spare and any(stamp.day or stamp.lunar for stamp in stamps)


def words_beside_stamp(text: str, months: Mapping[str, int], weekdays: Collection[str] = ()) -> int | None:
    """How many words of a short line are none of its date's or time's ("Cairo 5 March 2024 SPA": 2); None where it
    has neither a date nor a time."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    line = list(items(text, months, weekdays))
    stamps, _ = read(line)
    if not any(stamp.day or stamp.lunar or stamp.clock for stamp in stamps):
        return None
    return sum(item.kind == "other" for item in line)
