"""`khabar diff`: what differs between two documents, or two sets of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khabar_cli.compare.differences import COMPARED
from khabar_cli.compare.record import Difference
from khabar_cli.messages import one_line
from khabar_cli.views.base import Cell, Grid, Line, Record, View, beginning

_COLUMNS = ("source", *Difference._fields)
_ATTRIBUTES = ("label", "place", "rule")
_BEGINNING = 160
"""Characters of a text that are enough to know it by."""


class Compared(NamedTuple):
    """Two documents and what differs. A name is None where there is no such document."""

    a: str | None
    b: str | None
    differences: Sequence[Difference]
    direction: str = "ltr"


class DiffView(View[Compared]):
    """One row for each difference; `fields` are the fields that are compared."""

    fields = COMPARED

    def base(self, item: Compared) -> str:
        return item.direction

    def records(self, item: Compared) -> Iterator[Record]:
        from khabar import SCHEMA

        for one in item.differences:
            yield {"schema": SCHEMA, "source": _name(item), **one._asdict()}

    def columns(self) -> tuple[str, ...]:
        return _COLUMNS

    def rows(self, item: Compared) -> Iterator[Sequence[Cell]]:
        for one in item.differences:
            yield (_name(item), *one)

    def lines(self, item: Compared) -> Iterable[Line]:
        if item.a is not None and item.a == item.b:
            yield Line(one_line(item.a), "bold", gap=True, base="ltr")
        else:
            yield from self._two_names(item)
        for one in item.differences:
            if one.what == "document":
                yield Line("only here", "dim", base="ltr")
                continue
            yield Line(" · ".join(_about(one)), "cyan", gap=True, base="ltr")
            if one.text is not None:
                yield Line(beginning(one.text, _BEGINNING), "dim")
            if one.what not in _ATTRIBUTES:
                yield from (Line(f"− {one.a}", "red") for _ in range(one.a is not None))
                yield from (Line(f"+ {one.b}", "green") for _ in range(one.b is not None))

    def _two_names(self, item: Compared) -> Iterator[Line]:
        if item.a is not None:
            yield Line(f"− {one_line(item.a)}", "bold red", gap=True, base="ltr")
        if item.b is not None:
            yield Line(f"+ {one_line(item.b)}", "bold green", gap=item.a is None, base="ltr")

    def grid(self, item: Compared) -> Grid:
        title = " → ".join(dict.fromkeys(name for name in (item.a, item.b) if name is not None))
        rows = []
        for one in item.differences:
            cells = [beginning(text, _BEGINNING) if text else "" for text in (one.a, one.b, one.text)]
            about = [Line(text, "" if at else "cyan", base="ltr") for at, text in enumerate(_about(one))]
            rows.append([about, *([Line(text)] for text in cells)])
        columns = {"what": "side", "a": "prose", "b": "prose", "text": "prose"}
        return Grid(title, item.direction, columns, rows, titled="documents")


def _name(item: Compared) -> str | None:
    return item.a if item.a is not None else item.b


def _about(one: Difference) -> Iterator[str]:
    """What differs, and where."""
    if one.what in _ATTRIBUTES:
        yield f"{one.what}: {one.a} → {one.b}"
    else:
        yield one.what
    if one.rule is not None:
        yield one.rule
    if one.section is not None and one.what != "place":
        yield f"section {one.section}" + ("" if one.paragraph is None else f" · paragraph {one.paragraph}")


VIEW = DiffView
