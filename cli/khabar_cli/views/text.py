"""`khabar text`: the clean body: title, headings and paragraphs, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from khabar import SCHEMA, Trace

from khabar_cli.record import with_record
from khabar_cli.views.base import Grid, Line, Record
from khabar_cli.views.documents import DocumentView, body


class TextView(DocumentView):
    """Plain text where output is no terminal; as JSON a record with `source` and `text`."""

    fields = ("source", "text")
    default_format = "text"

    def needs(self) -> tuple[str, ...]:
        return ("title", "byline", "published", "sections", "warnings")

    def records(self, item: Trace) -> Iterator[Record]:
        record = {"schema": SCHEMA, "source": item.article.source, "text": item.article.to_text()}
        yield with_record(record if self.wants("text") else {k: record[k] for k in ("schema", "source")}, item)

    def columns(self) -> tuple[str, ...]:
        return tuple(name for name in self.fields if name == "source" or self.wants(name))

    def rows(self, item: Trace) -> Iterator[Sequence[str | int | None]]:
        cells = {"source": item.article.source, "text": item.article.to_text()}
        yield [cells[column] for column in self.columns()]

    def lines(self, item: Trace) -> Iterable[Line]:
        for heading, text in body(item.article):
            yield Line(text, "bold" if heading else "", gap=True)

    def grid(self, item: Trace) -> Grid:
        parts = [Line(text, "bold" if heading else "") for heading, text in body(item.article)]
        return Grid(item.article.source, item.article.direction, {"text": "prose"}, [[[part]] for part in parts])

    def text(self, item: Trace) -> str:
        return item.article.to_text()

    def markdown(self, item: Trace) -> str:
        from khabar.markdown import article

        return article(item.article.replace(images=()))


VIEW = TextView
