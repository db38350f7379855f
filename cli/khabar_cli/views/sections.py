"""`khabar sections`: one row for each section of each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khabar import Trace

from khabar_cli.views.base import Grid, Line, Record, joined_lines
from khabar_cli.views.documents import DocumentRows


class SectionsView(DocumentRows):
    """`section` counts from 0, as in `images[].section` of a document."""

    fields = ("source", "section", "heading", "paragraphs")

    made_of = ("sections",)

    def all(self, item: Trace) -> Iterator[Record]:
        for number, section in enumerate(item.article.sections):
            yield {"source": item.article.source, "section": number, **section.to_dict()}

    def lines(self, item: Trace) -> Iterable[Line]:
        for number, section in enumerate(item.article.sections):
            if self.wants("section"):
                yield Line(f"section {number}", "dim", gap=True)
            if self.wants("heading") and section.heading:
                yield Line(section.heading, "bold", gap=not self.wants("section"))
            if self.wants("paragraphs"):
                for paragraph in section.paragraphs:
                    yield Line(paragraph, gap=True)

    def grid(self, item: Trace) -> Grid:
        return self.chosen_grid(item, ("section", "heading", "paragraphs"))

    def heading(self, name: str) -> str:
        return "#" if name == "section" else name

    def cell(self, name: str, row: Record) -> list[Line]:
        return [Line(row[name] or "", "bold")] if name == "heading" else super().cell(name, row)

    def text(self, item: Trace) -> str:
        about = joined_lines(self.about(item))
        return "\n\n".join(filter(None, (about, *(text for _, text in self._parts(item)))))

    def markdown(self, item: Trace) -> str:
        if self.chosen and not set(self.chosen) <= {"source", "heading", "paragraphs"}:
            return super().markdown(item) if item.article.sections else ""
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
