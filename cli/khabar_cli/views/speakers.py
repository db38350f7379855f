"""`khabar speakers`: who is quoted how often, over all documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from khabar_cli.quotations import Choice
from khabar_cli.tally import Speaker, Tally
from khabar_cli.views.base import Grid, Line, Record, RowView

NOBODY = "(no speaker)"


class SpeakersView(RowView[Tally]):
    """One row for each speaker; `files` are the documents that quote them. Quotations without a speaker are
    the last row."""

    fields = ("speaker", "quotes", "words", "files")
    terminal_format = "table"
    gathers = True

    def take(self, params: Mapping[str, Any]) -> None:
        self._choice = Choice(params["kind"])
        self._sort: str = params["sort"]

    def tally(self) -> Tally:
        return Tally(self._choice)

    def needs(self) -> tuple[str, ...]:
        return ("quotes", "warnings")

    def shows_warnings(self, format: str) -> bool:
        return False

    def columns(self) -> tuple[str, ...]:
        return self.chosen or self.fields

    def all(self, item: Tally) -> Iterator[Record]:
        for one in item.sorted(self._sort):
            yield {"speaker": one.name, "quotes": one.quotes, "words": one.words, "files": one.files}

    def lines(self, item: Tally) -> Iterable[Line]:
        for one in item.sorted(self._sort):
            told = [_count(getattr(one, name), name) for name in self.fields[1:] if self.wants(name)]
            if self.wants("speaker"):
                yield _name(one, gap=True)
            if told:
                yield Line(" · ".join(told), "dim", gap=not self.wants("speaker"), base="ltr")

    def grid(self, item: Tally) -> Grid:
        rows = []
        rtl = 0
        for one in item.sorted(self._sort):
            rtl += 1 if one.direction == "rtl" else -1
            cells = {name: [Line(str(getattr(one, name)))] for name in self.fields[1:]} | {"speaker": [_name(one)]}
            rows.append([cells[name] for name in self.fields if self.wants(name)])
        columns = {name: "prose" if name == "speaker" else "number" for name in self.fields if self.wants(name)}
        return Grid(None, "rtl" if rtl > 0 else "ltr", columns, rows, ruled=False)

    def text(self, item: Tally) -> str:
        """A line for each: the numbers, then the name, as `uniq -c` has it."""
        columns = sorted(self.columns(), key=lambda name: name == "speaker")
        return "\n".join("\t".join(str(row[name] or NOBODY) for name in columns) for row in self.all(item))

    def markdown(self, item: Tally) -> str:
        return super().markdown(item) if any(self.all(item)) else ""


def _name(one: Speaker, *, gap: bool = False) -> Line:
    name = one.name
    return Line(name or NOBODY, "bold" if name else "dim", gap=gap, base=one.direction)


def _count(number: int, what: str) -> str:
    return f"{number} {what[:-1] if number == 1 else what}"


VIEW = SpeakersView
