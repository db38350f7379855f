"""`khabar quotes`: one row for each quotation of each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from khabar import Article, Quote, Trace

from khabar_cli.quotations import NOBODY, Choice, heading_over
from khabar_cli.views.base import Grid, Line, Record
from khabar_cli.views.documents import DocumentRows

_SHOWN = ("speaker", "text", "kind", "confidence", "heading")
_COLUMNS = {
    "kind": ("kind", "word"),
    "speaker": ("speaker", "side"),
    "text": ("quotation", "prose"),
    "cue": ("cue", "side"),
    "confidence": ("sure", "number"),
    "section": ("section", "number"),
    "heading": ("heading", "side"),
    "paragraph": ("paragraph", "number"),
    "start": ("start", "number"),
    "end": ("end", "number"),
    "end_paragraph": ("ends in", "number"),
}
"""Columns of a table; those of _SHOWN where no others are asked for."""


class QuotesView(DocumentRows):
    """Keys as in `quotes[]` of a document; `heading` is the section's, and `end_paragraph` null where the
    quotation ends in the paragraph in which it begins."""

    fields = (
        "source",
        "kind",
        "speaker",
        "text",
        "cue",
        "confidence",
        "section",
        "heading",
        "paragraph",
        "start",
        "end",
        "end_paragraph",
    )
    terminal_format = "table"

    def take(self, params: Mapping[str, Any]) -> None:
        self._choice = Choice(params["kind"], params["speaker"])

    def needs(self) -> tuple[str, ...]:
        return ("title", "sections", "quotes", "warnings")

    def all(self, item: Trace) -> Iterator[Record]:
        article = item.article
        for quote in self._choice.of(article):
            found = {**quote.to_dict(), "source": article.source, "heading": heading_over(article, quote)}
            yield {name: found.get(name) for name in self.fields}

    def lines(self, item: Trace) -> Iterable[Line]:
        for quote in self._choice.of(item.article):
            shown = list(self._block(item.article, quote))
            for line in shown[:1]:
                line.gap = True
            yield from shown

    def _block(self, article: Article, quote: Quote) -> Iterator[Line]:
        facts = " · ".join(self._facts(quote))
        if facts:
            yield Line(facts, "yellow", base="ltr")
        speaker = quote.speaker if self.wants("speaker") else None
        cue = f"({quote.cue})" if quote.cue and self.wants("cue") else None
        if speaker or cue:
            yield Line(" ".join(part for part in (speaker, cue) if part), "bold")
        if self.wants("text"):
            yield Line(quote.text)
        heading = heading_over(article, quote)
        if heading and self.wants("heading"):
            yield Line(heading, "dim")

    def _facts(self, quote: Quote) -> Iterator[str]:
        """What is no text of the article's."""
        if self.wants("kind"):
            yield quote.kind
        if self.wants("section"):
            yield "title" if quote.section is None else f"section {quote.section}"
        if self.wants("paragraph", "end_paragraph") and quote.paragraph is not None:
            last = quote.to_dict().get("end_paragraph")
            yield f"paragraph {quote.paragraph}" + (f"-{last}" if last not in (None, quote.paragraph) else "")
        if self.wants("start", "end"):
            yield f"characters {quote.start}-{quote.end}"
        if self.wants("confidence") and quote.confidence is not None:
            yield f"confidence {quote.confidence:.2f}"

    def grid(self, item: Trace) -> Grid:
        names = [name for name in self.chosen or _SHOWN if name in _COLUMNS]
        rows = []
        for row, quote in zip(self.all(item), self._choice.of(item.article), strict=True):
            special = {
                "speaker": Line(quote.speaker or NOBODY, "bold" if quote.speaker else "dim"),
                "kind": Line(quote.kind, "yellow", base="ltr"),
                "heading": _place(item.article, quote),
                "confidence": Line("" if quote.confidence is None else f"{quote.confidence:.2f}"),
            }
            cells = [special.get(name) or Line("" if row[name] is None else str(row[name])) for name in names]
            rows.append([[line] for line in cells])
        columns = dict(_COLUMNS[name] for name in names)
        article = item.article
        return Grid(article.source, article.direction, columns, rows, under=("kind", "sure", "heading"))

    def text(self, item: Trace) -> str:
        """A line for each, for `grep` and `wc`."""
        lines = []
        for quote in self._choice.of(item.article):
            speaker = quote.speaker if self.wants("speaker") else None
            words = " ".join(quote.text.split()) if self.wants("text") else None
            lines.append(": ".join(part for part in (speaker, words) if part))
        return "\n".join(lines)

    def markdown(self, item: Trace) -> str:
        return super().markdown(item) if any(self._choice.of(item.article)) else ""


def _place(article: Article, quote: Quote) -> Line:
    """The section for people: its heading, or that it is the title."""
    if quote.section is None:
        return Line("title", "dim", base="ltr")
    return Line(heading_over(article, quote) or "", "dim")


VIEW = QuotesView
