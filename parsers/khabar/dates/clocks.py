"""Times of the day and zones: 17:27, 10:14:22.5, 14h30, 3 PM, 09:23 ص, 14.30, 午後3時05分, GMT+0400."""

from __future__ import annotations

from typing import NamedTuple

from khabar.dates.tokens import Item, Line

_DAY = 14 * 60
"""No zone is farther from Greenwich, in minutes."""


class Clock(NamedTuple):
    hour: int
    minute: int
    second: int


_Read = tuple[int, int, int] | None
"""Minutes, seconds, and the index behind them."""


def read_clock(line: Line, i: int, half: Item | None = None) -> tuple[Clock, int] | None:
    """The time that begins at i, with the half of the day behind it or, given as `half`, before it."""
    hour = line.at(i)
    if hour.kind != "number" or len(hour.text) > 2:
        return None
    found = _colons(line, i) or _marked(line, i) or _dotted(line, i) or _bare(line, i)
    if not found:
        return None
    minutes, seconds, end = found
    if line.at(end).kind in ("half", "noon"):
        half = line.at(end)
        end += 1
    hours = hour.value
    if half and half.kind == "half" and hours <= 12:
        hours = hours % 12 + half.value
    elif half and half.kind == "noon" and hours < 5:
        hours += 12
    if hours > 23 or minutes > 59 or seconds > 60:
        return None
    return Clock(hours, minutes, min(seconds, 59)), end


def _colons(line: Line, i: int) -> _Read:
    minute = line.at(i + 2)
    if line.at(i + 1).text != ":" or minute.kind != "number" or len(minute.text) > 2:
        return None
    second, end = line.at(i + 4), i + 3
    if line.at(end).text != ":" or second.kind != "number" or len(second.text) != 2:
        return minute.value, 0, end
    end += 2
    if line.at(end).text == "." and line.at(end + 1).kind == "number" and line.at(end + 1).glued:
        end += 2  # parts of a second
    return minute.value, second.value, end


def _marked(line: Line, i: int) -> _Read:
    """14h30, 3時05分, 오후 3시 5분 10초."""
    if line.at(i + 1).kind != "hour.mark":
        return None
    minute, end = line.at(i + 2), i + 2
    if minute.kind != "number" or len(minute.text) > 2:
        return 0, 0, end
    end += 1
    if line.at(end).kind != "minute.mark":
        return minute.value, 0, end
    second, end = line.at(end + 1), end + 1
    if second.kind != "number" or line.at(end + 1).kind != "second.mark":
        return minute.value, 0, end
    return minute.value, second.value, end + 2


def _dotted(line: Line, i: int) -> _Read:
    hour, minute = line.at(i), line.at(i + 2)
    if line.at(i + 1).text != "." or minute.kind != "number" or not minute.glued:
        return None
    return (minute.value, 0, i + 3) if len(hour.text) == len(minute.text) == 2 else None


def _bare(line: Line, i: int) -> _Read:
    """3 PM; not "3 م", which is as well an era or a metre."""
    half = line.at(i + 1)
    if half.kind in ("half", "noon") and len(half.text) > 1 and line.at(i).value <= 12:
        return 0, 0, i + 1
    return None


def read_offset(line: Line, i: int) -> tuple[int, int] | None:
    """Minutes east of the zone named before, as +0400, +04:00 or +4 at i, and the index behind; None if no
    offset.

    West (-0500) only with four digits or a colon: a lone "-" is a dash.
    """
    sign, number = line.at(i), line.at(i + 1)
    if sign.text not in ("+", "-") or number.kind != "number" or not number.glued:
        return None
    if len(number.text) == 4:
        minutes, end = number.value // 100 * 60 + number.value % 100, i + 2
    elif len(number.text) <= 2 and line.at(i + 2).text == ":" and line.at(i + 3).kind == "number":
        minutes, end = number.value * 60 + line.at(i + 3).value, i + 4
    elif len(number.text) <= 2 and sign.text == "+":
        minutes, end = number.value * 60, i + 2
    else:
        return None
    if minutes > _DAY:
        return None
    return (-minutes if sign.text == "-" else minutes), end
