"""What the views of documents have in common: an item is a `khabar.Trace`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from khabar import SCHEMA, Article, Image, Trace

from khabar_cli.record import with_record
from khabar_cli.views import cells
from khabar_cli.views.base import Cell, Grid, Line, Record, RowView, View, flat
from khabar_cli.views.values import ARTICLE, value

CONTEXT = "context"
"""The paragraph, heading or title that a quotation or a statement stands in."""


class _OfTrace:
    """Name, direction and warnings of a document."""

    def base(self, item: Trace) -> str:
        return item.article.direction

    def source(self, item: Trace) -> str | None:
        return item.article.source

    def warnings(self, item: Trace) -> Sequence[str]:
        return item.article.warnings


class DocumentView(_OfTrace, View[Trace]):
    """One record for each document."""

    of_records = True

    def value(self, item: Trace, name: str) -> Any:
        """The document's value of a column."""
        return value(item, name)

    def records(self, item: Trace) -> Iterator[Record]:
        yield with_record({"schema": SCHEMA, "source": item.article.source, **self.record(item)}, item)

    def record(self, item: Trace) -> Record:
        """What the document's JSON has between its name and its `record`."""
        raise NotImplementedError

    def rows(self, item: Trace) -> Iterator[Sequence[Cell]]:
        yield [flat(name, self.value(item, name)) for name in self.columns()]

    def nested(self, item: Trace) -> Iterator[Record]:
        yield {name: self.value(item, name) for name in self.nested_columns()}

    def chosen_grid(self, item: Trace) -> Grid:
        """A row with a column for each that was chosen."""
        names = self.columns()
        row = [cells.cell(name, self.value(item, name)) for name in names]
        return Grid(None, item.article.direction, {name: cells.width(name) for name in names}, [row])


def with_name(names: Sequence[str]) -> tuple[str, ...]:
    """The columns, with one that names the document."""
    return tuple(names) if "source" in names or "id" in names else ("source", *names)


class DocumentRows(_OfTrace, RowView[Trace]):
    """Several rows for each document, with keys of the document where they are asked for."""

    others: tuple[str, ...] = ARTICLE
    of_records = True
    made_of: tuple[str, ...] = ()
    """Fields of the article that the rows are made of."""

    @cached_property
    def extra(self) -> tuple[str, ...]:
        """What was chosen that is no key of a row."""
        return tuple(name for name in self.chosen or () if name not in self.fields)

    def needs(self) -> tuple[str, ...]:
        fields = (name for name in self.extra if name in ARTICLE)
        return tuple(dict.fromkeys((*self.made_of, *fields, "warnings")))

    def full(self, item: Trace) -> Iterator[Record]:
        return (self.with_extra(item, row) for row in self.all(item))

    def with_extra(self, item: Trace, row: Record) -> Record:
        """The row with what else was chosen."""
        return {**row, **{name: self.value(item, name, row) for name in self.extra}} if self.extra else row

    def value(self, item: Trace, name: str, row: Record) -> Any:
        """What a row has of its document."""
        return value(item, name)

    def about(self, item: Trace) -> Iterator[Line]:
        return cells.labelled(item, (name for name in self.extra if name != CONTEXT))

    def table(self, item: Trace) -> Grid:
        return self.grid(item) if self.chosen is None else self.chosen_grid(item, self.chosen)

    def chosen_grid(self, item: Trace, names: Sequence[str]) -> Grid:
        """A table with these columns."""
        columns = {self.heading(name): cells.width(name) for name in names}
        rows = [[self.cell(name, row) for name in names] for row in self.flattened(item)]
        title = None if "source" in names else item.article.source
        under = [self.heading(name) for name in names if name in self.extra or self.is_minor(name)]
        return Grid(title, item.article.direction, columns, rows, under=under)

    def is_minor(self, name: str) -> bool:
        """Does this column stand under the one before it where the table is narrow?"""
        return False

    def heading(self, name: str) -> str:
        """What a table calls a column."""
        return name

    def cell(self, name: str, row: Record) -> list[Line]:
        """A value in a table."""
        return cells.cell(name, row[name])


def body(article: Article) -> Iterator[tuple[bool, str]]:
    """Title, headings and paragraphs in order: is it a heading (or the title), and its text."""
    if article.title:
        yield True, article.title
    for section in article.sections:
        if section.heading:
            yield True, section.heading
        for paragraph in section.paragraphs:
            yield False, paragraph


def unsaid(image: Image) -> list[str]:
    """The agencies that the credit has under another name, or in another script."""
    return [name for name in image.agencies if name not in (image.credit or "")]


def picture(image: Image) -> Iterator[Line]:
    """A picture for people: the caption, the credit, the alt text, one line of the terminal for each."""
    kind = {"video": "▶", "audio": "♪"}.get(image.media or "", "▣")
    caption = image.caption or ("" if image.credit or image.alt else image.src or "")
    if caption:
        yield Line(f"{kind} {caption}", "cyan", gap=True)
    credit = " ".join(filter(None, (image.credit, *(f"[{name}]" for name in unsaid(image)))))
    if credit:
        yield Line(f"© {credit}" if caption else f"{kind} © {credit}", "dim cyan", gap=not caption)
    if image.alt:
        yield Line(f"[{image.alt}]", "dim", gap=not caption and not image.credit)
