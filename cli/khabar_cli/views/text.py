"""`khabar text`: the clean body: title, headings and paragraphs, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from khabar import Trace

from khabar_cli.record import RECORD
from khabar_cli.views.base import Grid, Line, Record, joined_lines
from khabar_cli.views.cells import labelled
from khabar_cli.views.documents import DocumentView, body, with_name
from khabar_cli.views.values import ARTICLE, MADE, count_words, needed, value

_SHOWN = ("schema", "source", "id", "text")
"""What people are shown without its name."""


class TextView(DocumentView):
    """Plain text where output is no terminal; as JSON a record with `source` and `text`. The text begins with the
    title, and `n_words` counts the words of all of it."""

    fields = ("source", "text")
    others = ("id", *ARTICLE, "warnings", *(name for name in MADE if name not in ("id", "text")), RECORD)
    default_format = "text"
    parquet = ("id", "url", "title", "published", "language", "text", "n_words")

    def needs(self) -> tuple[str, ...]:
        shown = ("title", "byline", "published", "sections", "warnings")
        return tuple(dict.fromkeys((*shown, *needed(self.chosen or ()))))

    def value(self, item: Trace, name: str) -> Any:
        if name == "text":
            return item.article.to_text()
        return count_words(item.article.to_text()) if name == "n_words" else value(item, name)

    def record(self, item: Trace) -> Record:
        return {name: self.value(item, name) for name in self.chosen or self.fields if not name.startswith(RECORD)}

    def columns(self) -> tuple[str, ...]:
        return with_name(self.chosen or self.fields)

    def about(self, item: Trace) -> Iterator[Line]:
        shown = (*_SHOWN, "title") if self.wants("text") else _SHOWN
        return labelled(item, (name for name in self.chosen or () if name not in shown))

    def lines(self, item: Trace) -> Iterable[Line]:
        if self.wants("text"):
            for heading, text in body(item.article):
                yield Line(text, "bold" if heading else "", gap=True)

    def table(self, item: Trace) -> Grid:
        return self.grid(item) if self.chosen is None else self.chosen_grid(item)

    def grid(self, item: Trace) -> Grid:
        parts = [Line(text, "bold" if heading else "") for heading, text in body(item.article)]
        return Grid(item.article.source, item.article.direction, {"text": "prose"}, [[[part]] for part in parts])

    def text(self, item: Trace) -> str:
        text = item.article.to_text() if self.wants("text") else ""
        return "\n\n".join(filter(None, (joined_lines(self.about(item)), text)))

    def markdown(self, item: Trace) -> str:
        if self.chosen is not None and not {*_SHOWN, "title"}.issuperset(self.chosen):
            return super().markdown(item)
        from khabar.markdown import article

        return article(item.article.replace(images=()))


VIEW = TextView
