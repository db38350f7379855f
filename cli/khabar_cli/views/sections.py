"""`khabar sections`: one row for each section of each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khabar import Trace

from khabar_cli.views.base import Grid, Line, Record
from khabar_cli.views.documents import DocumentRows


class SectionsView(DocumentRows):
    """`section` counts from 0, as in `images[].section` of a document."""

    fields = ("source", "section", "heading", "paragraphs")

    def needs(self) -> tuple[str, ...]:
        return ("sections", "warnings")

    def all(self, item: Trace) -> Iterator[Record]:
        for number, section in enumerate(item.article.sections):
            yield {"source": item.article.source, "section": number, **section.to_dict()}

    def lines(self, item: Trace) -> Iterable[Line]:
        for number, section in enumerate(item.article.sections):
            if self.wants("section"):
                yield Line(f"section {number}", "dim", gap=True, base="ltr")
            if self.wants("heading") and section.heading:
                yield Line(section.heading, "bold", gap=not self.wants("section"))
            if self.wants("paragraphs"):
                for paragraph in section.paragraphs:
                    yield Line(paragraph, gap=True)

    def grid(self, item: Trace) -> Grid:
        columns = {
            "section": ("#", "number"),
            "heading": ("heading", "side"),
            "paragraphs": ("paragraphs", "prose"),
        }
        kept = {name: column for name, column in columns.items() if self.wants(name)}
        rows = []
        for number, section in enumerate(item.article.sections):
            cells = {
                "section": [Line(str(number))],
                "heading": [Line(section.heading or "", "bold")],
                "paragraphs": [Line(text, gap=True) for text in section.paragraphs],
            }
            rows.append([cells[name] for name in kept])
        return Grid(item.article.source, item.article.direction, dict(kept.values()), rows)

    def text(self, item: Trace) -> str:
        return "\n\n".join(text for _, text in self._parts(item))

    def markdown(self, item: Trace) -> str:
        from khabar.markdown import escape

        return "\n\n".join(("## " if heading else "") + escape(text) for heading, text in self._parts(item))

    def _parts(self, item: Trace) -> Iterator[tuple[bool, str]]:
        """Is it a heading, and its text."""
        for section in item.article.sections:
            if self.wants("heading") and section.heading:
                yield True, section.heading
            if self.wants("paragraphs"):
                for paragraph in section.paragraphs:
                    yield False, paragraph


VIEW = SectionsView
