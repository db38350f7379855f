"""`khabar agencies`: whose pictures, over all documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from khabar import Trace
from khabar.hints import counted

from khabar_cli.views.base import Grid, Line, Record, RowView

NOBODY = "(no agency)"
Part = tuple[tuple[str, ...], ...]
"""A document as it counts: of each picture the agencies."""


class Tally:
    """Counts that grow with the agencies, not with the documents."""

    def __init__(self) -> None:
        self._counts: dict[str | None, list[int]] = {}

    def part(self, item: Trace) -> Part:
        """What is to be counted of a document: small enough to come from another process."""
        return tuple(image.agencies for image in item.article.images)

    def put(self, part: Part) -> None:
        """Count a document's pictures: one of two agencies for both, one of none for nobody."""
        met: set[str | None] = set()
        for agencies in part:
            for name in agencies or (None,):
                self._counts.setdefault(name, [0, 0])[0] += 1
                met.add(name)
        for name in met:
            self._counts[name][1] += 1

    def add(self, item: Trace) -> None:
        """Count a document that is in this process: `part` and `put`."""
        self.put(self.part(item))

    def rows(self, by: str) -> list[Record]:
        """By a number, the largest first, or by "agency"; always the same for the same counts. Nobody last."""
        found = [{"agency": name, "pictures": n, "files": files} for name, (n, files) in self._counts.items()]
        numbers = [] if by == "agency" else [by, "pictures", "files"]

        def rank(row: Record) -> tuple[Any, ...]:
            name = row["agency"]
            return name is None, *(-row[number] for number in numbers), (name or "").casefold(), name or ""

        return sorted(found, key=rank)


class AgenciesView(RowView[Tally]):
    """One row for each agency; `files` are the documents that have its pictures. A picture of two
    counts for both. The last row has all others: those whose credit names no agency, and those without a credit."""

    fields = ("agency", "pictures", "files")
    terminal_format = "table"
    gathers = True

    def take(self, params: Mapping[str, Any]) -> None:
        self._sort: str = params["sort"]

    def tally(self) -> Tally:
        return Tally()

    def needs(self) -> tuple[str, ...]:
        return ("images", "warnings")

    def shows_warnings(self, format: str) -> bool:
        return False

    def columns(self) -> tuple[str, ...]:
        return self.chosen or self.fields

    def all(self, item: Tally) -> Iterator[Record]:
        yield from item.rows(self._sort)

    def lines(self, item: Tally) -> Iterable[Line]:
        for row in self.all(item):
            told = [counted(row[name], name.removesuffix("s")) for name in self.fields[1:] if self.wants(name)]
            if self.wants("agency"):
                yield _name(row, gap=True)
            if told:
                yield Line(" · ".join(told), "dim", gap=not self.wants("agency"))

    def grid(self, item: Tally) -> Grid:
        columns = {name: "name" if name == "agency" else "number" for name in self.fields if self.wants(name)}
        rows = [
            [[_name(row)] if name == "agency" else [Line(str(row[name]))] for name in columns]
            for row in self.all(item)
        ]
        return Grid(None, "ltr", columns, rows, ruled=False)

    def text(self, item: Tally) -> str:
        """A line for each: the numbers, then the name, as `uniq -c` has it."""
        columns = sorted(self.columns(), key=lambda name: name == "agency")
        return "\n".join("\t".join(str(row[name] or NOBODY) for name in columns) for row in self.all(item))

    def markdown(self, item: Tally) -> str:
        return super().markdown(item) if any(self.all(item)) else ""


def _name(row: Record, *, gap: bool = False) -> Line:
    name = row["agency"]
    return Line(name or NOBODY, "bold" if name else "dim", gap=gap)


VIEW = AgenciesView
