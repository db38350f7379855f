"""The face that the output formats see: one View for each command, the same few questions to all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
Record = dict[str, Any]
Cell = str | int | float | None
"""One value of csv and tsv."""
Span = tuple[int, int, str]
"""Where a part of a text begins and ends (code points), and its style."""


class Line:
    """A paragraph for people: wrapped and aligned when it is shown.

    `gap`: an empty line stands before it. `base`: its direction, where it is not the document's. `spans`: parts of
    the text with styles of their own, in order and apart from each other.
    """

    __slots__ = ("base", "gap", "spans", "style", "text")

    def __init__(
        self, text: str, style: str = "", *, gap: bool = False, base: str | None = None, spans: Sequence[Span] = ()
    ) -> None:
        self.text = text
        self.style = style
        self.gap = gap
        self.base = base
        self.spans = spans


class Guttered(NamedTuple):
    """A block for people with what stands in the gutter beside it: its lines of the source ("7", "7-9"), its label
    with its style; then its text, and what is told of it."""

    lines: str
    label: str
    style: str
    texts: Sequence[Line]


class Grid:
    """A table for people. `kinds`: for each heading "number", "word" (never broken), "side" (a quarter of the width
    at most), "note" (the same, of sentences), "name", "path" (a file's name) or "prose". `under`: headings of
    columns that stand under the one before them where the table is narrow. `ruled`: a line between rows that take
    several lines. `title`: of what these rows are; `titled`: what its column is called in a table of several."""

    __slots__ = ("base", "headings", "kinds", "rows", "ruled", "title", "titled", "under")

    def __init__(
        self,
        title: str | None,
        base: str,
        columns: dict[str, str],
        rows: list[list[list[Line]]],
        *,
        under: Collection[str] = (),
        ruled: bool = True,
        titled: str = "source",
    ) -> None:
        self.title = title
        self.titled = titled
        self.base = base
        self.headings = tuple(columns)
        self.kinds = tuple(columns.values())
        self.rows = rows
        self.under = under
        self.ruled = ruled

    def narrow(self) -> Grid:
        """The same with fewer columns; cells that would be empty take no line."""
        moves = [at > 0 and heading in self.under for at, heading in enumerate(self.headings)]
        columns = {h: k for h, k, moved in zip(self.headings, self.kinds, moves, strict=True) if not moved}
        rows: list[list[list[Line]]] = []
        for row in self.rows:
            rows.append([])
            for cell, moved in zip(row, moves, strict=True):
                if moved:
                    rows[-1][-1] += [line for line in cell if line.text]
                else:
                    rows[-1].append(list(cell))
        return Grid(self.title, self.base, columns, rows, ruled=self.ruled, titled=self.titled)


class View(Generic[T]):
    """What one command shows of one item (a document's trace, or all rules).

    `fields`: what it shows where nothing is chosen; `chosen`: the names of --fields in the order given, or None.
    """

    fields: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """What --fields takes besides."""
    of_records = False
    """--fields takes `record.NAME`, too."""
    default_format = "jsonl"
    """Where output is no terminal."""
    terminal_format = "blocks"
    traced = False
    """It shows the blocks, not only the article."""
    gathers = False
    """All documents make one item, by `tally`."""
    whole = False
    """An item is a whole document, with lists of entries (see khabar_cli.columns)."""
    guttered = False
    """Its blocks have a gutter (see output/gutter.py): `gutter`, not `lines`."""
    one_output = False
    """It says something of all documents at the end: there is no file for each."""
    notes: Any = None
    """What is noted of each document where the output is, by `part`, `put` and `failed` (see khabar_cli.met)."""
    exported = True
    """It is written to xlsx and Parquet, too."""
    parquet: tuple[str, ...] | None = None
    """What Parquet has where nothing is chosen, if that is not `columns`."""

    def __init__(self, chosen: tuple[str, ...] | None = None) -> None:
        self.chosen = chosen

    def take(self, params: Mapping[str, Any]) -> None:
        """Take the options that only this command has, by the names of their parameters."""

    def tally(self) -> Any:
        """Where all documents make one item: what they are added to, by `part` and `put` (see Writer). None: each is
        one."""
        return None

    def needs(self) -> tuple[str, ...] | None:
        """Fields of the article that this view shows, for the library to compute no others; None: all."""
        return None

    def wants(self, *names: str) -> bool:
        """Was one of these fields asked for?"""
        return self.chosen is None or any(name in self.chosen for name in names)

    def shows_warnings(self, format: str) -> bool:
        """Does this format carry the document's warnings itself?"""
        return format == "blocks"

    def unmatched(self, document: Any) -> frozenset[tuple[str, str | None]] | None:
        """With --speaker (--agency), the speakers (agencies) of a document (a trace) in which none matches; else
        None. See khabar_cli.unmatched."""
        return None

    def nobody(self, names: frozenset[tuple[str, str | None]]) -> str | None:
        """What to tell where these are the speakers and none matched."""
        return None

    def told(self) -> Iterable[str]:
        """Lines for standard error, when all documents are done."""
        return () if self.notes is None else tuple(self.notes.told())

    def status(self) -> int:
        """The exit status, where nothing has failed."""
        return 0

    def base(self, item: T) -> str:
        """The item's direction."""
        return "ltr"

    def rtl(self, item: T) -> bool:
        """Are its rows read from right to left?"""
        return self.base(item) == "rtl"

    def source(self, item: T) -> str | None:
        """The item's name."""
        return None

    def warnings(self, item: T) -> Sequence[str]:
        """What a user should know of the item."""
        return ()

    def records(self, item: T) -> Iterator[Record]:
        """JSON objects."""
        raise NotImplementedError

    def columns(self) -> tuple[str, ...]:
        """The headings of csv and tsv."""
        raise NotImplementedError

    def rows(self, item: T) -> Iterator[Sequence[Cell]]:
        """The rows of csv and tsv, in the order of `columns`."""
        raise NotImplementedError

    def about(self, item: T) -> Iterable[Line]:
        """What was chosen of the item as a whole, before its blocks."""
        return ()

    def nested_columns(self) -> tuple[str, ...]:
        """The columns of Parquet."""
        return self.columns()

    def nested(self, item: T) -> Iterator[Record]:
        """The rows of Parquet, with these keys at least: lists stay lists."""
        columns = self.nested_columns()
        return (dict(zip(columns, row, strict=True)) for row in self.rows(item))

    def lines(self, item: T) -> Iterable[Line]:
        """The item in blocks."""
        raise NotImplementedError

    def gutter(self, item: T) -> Iterable[Guttered]:
        """The item in blocks with a gutter."""
        raise NotImplementedError

    def grid(self, item: T) -> Grid:
        """The item as a table."""
        raise NotImplementedError

    def table(self, item: T) -> Grid:
        """The item as a table of what was chosen."""
        return self.grid(item)

    def text(self, item: T) -> str:
        """The item as plain text, no wrapping."""
        return joined_lines([*self.about(item), *self.lines(item)])

    def markdown(self, item: T) -> str:
        """The item as Markdown: here a table of the rows."""
        from khabar_cli.markdown import pipe_table

        return pipe_table(self.columns(), self.rows(item))


class RowView(View[T]):
    """A view of rows: JSON, csv and --fields have the same names."""

    named = True
    """Records name the contract and the source."""

    def all(self, item: T) -> Iterator[Record]:
        """Complete rows, keys as `fields`."""
        raise NotImplementedError

    def full(self, item: T) -> Iterator[Record]:
        """The same with whatever else was chosen."""
        return self.all(item)

    def nested(self, item: T) -> Iterator[Record]:
        return self.full(item)

    def flattened(self, item: T) -> Iterator[Record]:
        """The same for cells: what has no shape that a cell can show is told in words."""
        return self.full(item)

    def columns(self) -> tuple[str, ...]:
        if self.chosen is None:
            return self.fields
        return self.chosen if not self.named or "source" in self.chosen else ("source", *self.chosen)

    def records(self, item: T) -> Iterator[Record]:
        from khabar import SCHEMA

        for row in self.full(item):
            kept = {k: v for k, v in row.items() if self.wants(k) or (self.named and k == "source")}
            yield {"schema": SCHEMA, **kept} if self.named else kept

    def rows(self, item: T) -> Iterator[Sequence[Cell]]:
        columns = self.columns()
        for row in self.flattened(item):
            yield [flat(column, row.get(column)) for column in columns]


def joined_lines(lines: Iterable[Line]) -> str:
    """Lines as plain text."""
    return "\n".join(("\n" if line.gap else "") + line.text for line in lines).lstrip("\n")


def beginning(text: str, most: int) -> str:
    """The text on one line, cut between two words where it has more than `most` characters."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"


def flat(column: str, value: Any) -> Cell:
    """A JSON value in one cell: paragraphs are parted by an empty line, names by semicolons; true, false and objects
    as in JSON."""
    if value is None or isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    if isinstance(value, list | tuple) and not any(isinstance(one, list | tuple | dict) for one in value):
        return ("\n\n" if column == "paragraphs" else "; ").join(str(flat(column, one) or "") for one in value)
    import json

    return json.dumps(value, ensure_ascii=False)
