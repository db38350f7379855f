"""A line cut into the items that dates are made of: numbers, months, known words, marks, and others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from khabar.characters import fold
from khabar.dates import words


class Item(NamedTuple):
    """A token: `kind` is number, mark, month, other, or a kind of `words.table`."""

    kind: str
    text: str
    value: int = 0
    glued: bool = False
    """No space stands before it."""


class _Digits(dict[int, int | str]):
    """For str.translate: any decimal digit of Unicode -> the ASCII one, other characters as they are."""

    def __missing__(self, point: int) -> int | str:
        value = unicodedata.decimal(chr(point), -1)
        self[point] = out = str(value) if value >= 0 else point
        return out


_DIGITS = _Digits()
_FOREIGN = re.compile(r"[^\D0-9]")
# "15/11/202302:54" and "2018-05-03T14:27"
_JOINT = re.compile(r"(?<=\d{4})(?=\d{2}:\d{2})|(?<=\d)t(?=\d{2}:\d{2})")
_TOKEN = re.compile(r"\d+|[^\W\d_][^\s\d,،、.;:؛/|\\–—()\[\]{}•·…+*~<>=-]*|\S")

Months = dict[str, list[tuple[tuple[str, ...], int]]]
_indices: list[tuple[Mapping[str, int], int, Months]] = []
_KEPT = 4
NO_KINDS: dict[str, str] = {}
_PLACE = 2
"""Words of a place at most ("بتوقيت شرق أوروبا")."""


def digits_to_ascii(text: str) -> str:
    """Decimal digits of every script as ASCII ones."""
    return text.translate(_DIGITS) if _FOREIGN.search(text) else text


def _index(months: Mapping[str, int]) -> Months:
    """The months by the first token of their names, the longest names first. Kept for the last few
    mappings."""
    for kept, size, index in _indices:
        if kept is months and size == len(months):
            return index
    made: Months = {}
    for name, number in months.items():
        tokens = tuple(_TOKEN.findall(digits_to_ascii(fold(name))))
        if tokens:
            made.setdefault(tokens[0], []).append((tokens, number))
    for names in made.values():
        names.sort(key=lambda n: -len(n[0]))
    _indices.insert(0, (months, len(months), made))
    del _indices[_KEPT:]
    return made


def _line(text: str) -> str:
    line = _JOINT.sub(" ", digits_to_ascii(fold(text)))
    if "." in line:
        line = _dotted().sub(lambda m: f"{words.dotted()[''.join(m[1].split())]} ", line)
    return line


@cache
def _dotted() -> re.Pattern[str]:
    """Halves of the day written with points: "p.m.", "p. m."."""
    written = "|".join(re.escape(half).replace(r"\.", r"\.\s?") for half in words.dotted())
    return re.compile(rf"(?<!\w)({written})(?!\w)\.?")


def _name_end(line: str, at: int, name: tuple[str, ...]) -> int:
    """Where a month's name that begins at `at` ends, or -1 if another word stands there."""
    for part in name:
        match = _TOKEN.search(line, at)
        if not match or match[0] != part:
            return -1
        at = match.end()
    return at


def items(
    text: str, months: Mapping[str, int], weekdays: Collection[str] = (), kinds: Mapping[str, str] = NO_KINDS
) -> Iterator[Item]:
    """The items of a line, one by one: whoever looks for a date line stops at the first `other`.

    `months`, `weekdays` and `kinds` have names as `fold` makes them. `kinds`: more words of the language, and what
    they are.
    """
    index = _index(months)
    known = words.table()
    line = _line(text)
    match = _TOKEN.search(line)
    free = 0  # words after "بتوقيت" name a place, whichever it is
    while match:
        token, start, end = match[0], match.start(), match.end()
        glued = start > 0 and line[start - 1] != " "
        for name, number in index.get(token, ()):
            stop = end if len(name) == 1 else _name_end(line, start, name)
            if stop > 0:
                end = stop
                yield Item("month", token, number, glued)
                break
        else:
            if token.isdecimal():
                yield Item("number", token, int(token[:9]), glued)
            elif token in known:
                kind, value = known[token]
                free = _PLACE if kind == "zone.of" else free
                yield Item("fill" if kind == "zone.of" else kind, token, value, glued)
            elif token in kinds:
                yield Item(kinds[token], token, 0, glued)
            elif not token[0].isalpha():
                free = 0
                yield Item("mark", token, 0, glued)
            else:
                yield Item("fill" if free or token in weekdays else "other", token, 0, glued)
                free = max(0, free - 1)
        match = _TOKEN.search(line, end)


class Line:
    """The items of a line, for reading from any place in it; behind the last one are items of the kind
    `end`."""

    __slots__ = ("_items", "month_first")

    def __init__(self, found: list[Item], month_first: bool = False) -> None:
        self._items = found
        self.month_first = month_first
        """The first of three numbers is the month, where both orders give a date."""

    def at(self, i: int) -> Item:
        return self._items[i] if i < len(self._items) else _END

    def skip(self, i: int, kinds: tuple[str, ...] = ("fill",), marks: str = ".,،、/-–()") -> int:
        """The first index from i on that is no such mark and not of these kinds."""
        while (item := self.at(i)).kind in kinds or (item.kind == "mark" and item.text in marks):
            i += 1
        return i


_END = Item("end", "")
