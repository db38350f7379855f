"""`khabar stats`: what a corpus is made of: languages, publishers, years, what is missing, what was stripped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from khabar.hints import counted

from khabar_cli.summary import VALUES, Count, Summary, Value, share
from khabar_cli.views.base import Cell, Grid, Line, Record, View

_NAMES = {**VALUES, "missing": "field", "rules": "rule", "warnings": "warning"}
"""Groups of counts, and what their values are called."""
_SHOWN = 15
"""Values of a group that people are shown: other formats have all."""
_UNKNOWN = "(unknown)"


class _Row(NamedTuple):
    """A row of csv and tsv. `share`: of the documents, of `words` of all words."""

    group: str
    value: Value
    documents: int | None
    share: float | None
    pieces: int | None = None
    words: int | None = None


class StatsView(View[Summary]):
    """One object for all documents. `share` is that of the documents, but for `words`: of all words."""

    fields = ("documents", *VALUES, "missing", "words", "rules", "warnings", "without_markers")
    terminal_format = "table"
    gathers = True

    def tally(self) -> Summary:
        return Summary()

    def needs(self) -> tuple[str, ...]:
        of = {
            "languages": ("language",),
            "publishers": ("publisher",),
            "years": ("published",),
            "missing": ("title", "byline", "published", "sections"),
            "words": ("title", "sections", "images", "stripped"),
            "rules": ("stripped",),
            "without_markers": ("stripped",),
        }
        return tuple(dict.fromkeys((*(need for name in of if self.wants(name) for need in of[name]), "warnings")))

    def shows_warnings(self, format: str) -> bool:
        return self.wants("warnings")

    def records(self, item: Summary) -> Iterator[Record]:
        from khabar import SCHEMA

        yield {"schema": SCHEMA, **{name: self._value(item, name) for name in self.fields if self.wants(name)}}

    def _value(self, item: Summary, name: str) -> Any:
        if name == "documents":
            return item.documents
        if name == "words":
            return {**item.words, "stripped_share": item.stripped_share}
        if name == "without_markers":
            return {"documents": item.without_markers.documents, "share": item.without_markers.share}
        return [self._count(count, _NAMES[name]) for count in item.counts(name)]

    def _count(self, count: Count, name: str) -> Record:
        record = {name: count.value, "documents": count.documents, "share": count.share}
        return record if count.pieces is None else {**record, "pieces": count.pieces}

    def columns(self) -> tuple[str, ...]:
        return _Row._fields

    def rows(self, item: Summary) -> Iterator[Sequence[Cell]]:
        for name in self._asked():
            yield from self._rows(item, name)

    def nested(self, item: Summary) -> Iterator[Record]:
        for row in self.rows(item):
            record = dict(zip(self.columns(), row, strict=True))
            yield {**record, "value": None if record["value"] is None else str(record["value"])}

    def _asked(self) -> tuple[str, ...]:
        return self.chosen or self.fields

    def _rows(self, item: Summary, name: str) -> Iterator[_Row]:
        """The rows of one group."""
        if name == "documents":
            yield _Row(name, None, item.documents, None)
        elif name == "words":
            total = sum(item.words.values())
            for part, number in item.words.items():
                yield _Row(name, part, None, share(number, total), None, number)
        else:
            counts = [item.without_markers] if name == "without_markers" else item.counts(name)
            for count in counts:
                yield _Row(name, *count)

    def _shown(self, item: Summary, name: str) -> Iterator[tuple[str, str, str]]:
        """For people: a value, a number and a share; nothing of what is nowhere missing."""
        rows = [row for row in self._rows(item, name) if name != "missing" or row.documents]
        yield from map(_told, rows[:_SHOWN])
        if len(rows) > _SHOWN:
            yield f"and {len(rows) - _SHOWN} more", "", ""

    def lines(self, item: Summary) -> Iterable[Line]:
        for name in self._asked():
            rows = list(self._shown(item, name))
            if rows:
                yield Line(_title(name), "bold", gap=True)
            for told, *numbers in rows:
                yield Line(" · ".join(filter(None, (told, *numbers))))

    def grid(self, item: Summary) -> Grid:
        columns = {"": "side", "value": "prose", "number": "number", "share": "number"}
        rows: list[list[list[Line]]] = []
        for name in self._asked():
            group = list(self._shown(item, name))
            if group:
                values, numbers, shares = zip(*group, strict=True)
                cells = [[Line(text) for text in column] for column in (values, numbers, shares)]
                rows.append([[Line(_title(name), "bold")], *cells])
        return Grid(None, "ltr", columns, rows)

    def text(self, item: Summary) -> str:
        """A line for each: number, share, group, value; the number first, as `uniq -c` has it."""
        lines = []
        for name in self._asked():
            for told, *numbers in map(_told, self._rows(item, name)):
                lines.append("\t".join((*numbers, name, told)).rstrip("\t"))
        return "\n".join(lines)


def _told(row: _Row) -> tuple[str, str, str]:
    """For people: a value, a number and a share."""
    value = _UNKNOWN if row.value is None and row.group in VALUES else str(row.value or "")
    if row.pieces is not None:
        value += f" ({counted(row.pieces, 'piece')})"
    number = row.documents if row.words is None else row.words
    return value, str(number), "" if row.share is None else f"{row.share:.1%}"


def _title(name: str) -> str:
    return name.replace("_", " ")


VIEW = StatsView
