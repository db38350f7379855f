"""Stamps: the days, times and zones of a line put together."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from khabar.dates.clocks import Clock, read_clock, read_offset
from khabar.dates.days import Day, read_day
from khabar.dates.tokens import Item, Line


class Stamp(NamedTuple):
    """A day, a time, or both."""

    day: date | None = None
    clock: Clock | None = None
    zone: int | None = None
    """Minutes east of Greenwich."""
    updated: bool = False
    solar: bool = False
    lunar: bool = False
    """A day of the lunar hijri calendar stood here."""

    def iso(self, day: date | None = None) -> str | None:
        """ISO 8601; `day` is that of a stamp without one."""
        on = self.day or day
        if on is None:
            return None
        if self.clock is None:
            return on.isoformat()
        out = f"{on.isoformat()}T{self.clock.hour:02}:{self.clock.minute:02}:{self.clock.second:02}"
        if self.zone is None:
            return out
        hours, minutes = divmod(abs(self.zone), 60)
        return f"{out}{'-' if self.zone < 0 else '+'}{hours:02}:{minutes:02}"


def read(found: list[Item], month_first: bool = False) -> tuple[list[Stamp], int]:
    """The stamps of a line in order, and how many of its numbers are in none of them."""
    reader = _Reader(Line(found, month_first))
    reader.run()
    return reader.done, reader.spare


class _Reader:
    """Goes through a line once, from left to right."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._now = Stamp()
        self.done: list[Stamp] = []
        self.spare = 0

    def run(self) -> None:
        line, i = self._line, 0
        while (item := line.at(i)).kind != "end":
            if item.kind in ("number", "month", "solar", "lunar"):
                i = self._day(i) or self._clock(i) or self._unread(i)
            elif item.kind == "zone":
                i = self._zone(i)
            elif item.kind == "half":
                i = self._clock(i + 1, item) or i + 1
            elif item.kind in ("updated", "published"):
                self._next()
                self._now = self._now._replace(updated=self._now.updated or item.kind == "updated")
                i += 1
            else:
                i += 1
        self._next()

    def _next(self) -> None:
        """Ends the stamp at hand if anything is in it."""
        if self._now.day or self._now.clock or self._now.lunar:
            self.done.append(self._now)
            self._now = Stamp()

    def _unread(self, i: int) -> int:
        self.spare += self._line.at(i).kind == "number"
        return i + 1

    def _day(self, i: int) -> int | None:
        found = read_day(self._line, i)
        if not found:
            return None
        new, end = found
        now = self._now
        if _same_day(now, new):
            if now.solar and not new.solar:
                self._now = now._replace(day=new.day, solar=False)
        elif now.day and new.day:
            self._next()
            self._now = Stamp(day=new.day, solar=new.solar)
        elif not now.day:
            self._now = now._replace(day=new.day, solar=new.solar, lunar=now.lunar or new.day is None)
        return end

    def _clock(self, i: int, half: Item | None = None) -> int | None:
        found = read_clock(self._line, i, half)
        if not found:
            return None
        clock, end = found
        if self._now.clock:
            self._next()
        self._now = self._now._replace(clock=clock)
        offset = read_offset(self._line, end) if self._line.at(i + 1).text == ":" else None
        if offset is None:
            return end
        self._now = self._now._replace(zone=offset[0])
        return offset[1]

    def _zone(self, i: int) -> int:
        now = self._now
        if now.zone is not None and now.clock:
            if now.day and self._line.at(i + 1).kind != "number":
                return i + 1  # "+0000 (UTC)": the same zone again
            self._next()
        offset = read_offset(self._line, i + 1)
        zone, end = offset or (self._line.at(i).value, i + 1)
        self._now = self._now._replace(zone=zone)
        return end


def _same_day(now: Stamp, new: Day) -> bool:
    """Whether a second day is another calendar's name of the first (leap days make the Iranian one differ
    by 1)."""
    if not now.day or not new.day or not (now.solar or new.solar):
        return bool(now.day and now.day == new.day)
    return abs((now.day - new.day).days) <= 1
