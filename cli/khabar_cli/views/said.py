"""What the rows of quotations and those of statements have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from khabar import Article, Quote, Statement, Trace

from khabar_cli.quotations import NOBODY, Choice, heading_over
from khabar_cli.unmatched import Limits, Name, absence, unmatched
from khabar_cli.views.base import Grid, Line, Record, flat
from khabar_cli.views.documents import CONTEXT, DocumentRows
from khabar_cli.views.values import ARTICLE


def facts(row: Record, wants: Callable[..., bool]) -> Iterator[str]:
    """Of a quotation or a statement: where it stands, and how sure it is."""
    if row.get("quoted") and wants("quoted"):
        yield "with a quotation"
    if wants("section"):
        yield "title" if row["section"] is None else f"section {row['section']}"
    if wants("paragraph", "end_paragraph") and row["paragraph"] is not None:
        last = row.get("end_paragraph")
        yield f"paragraph {row['paragraph']}" + (f"-{last}" if last is not None else "")
    if wants("start", "end"):
        yield f"characters {row['start']}-{row['end']}" if row["end"] is not None else f"character {row['start']}"
    if wants("confidence") and row["confidence"] is not None:
        yield f"confidence {row['confidence']:.2f}"


def context(article: Article, row: Record) -> str | None:
    """The whole of what the words of a row stand in: a paragraph, several of them with an empty line between, a
    heading, or the title."""
    if row["section"] is None:
        return article.title
    section = article.sections[row["section"]]
    if row["paragraph"] is None:
        return section.heading
    first, last = row["paragraph"], row.get("end_paragraph")
    return "\n\n".join(section.paragraphs[first : (first if last is None else last) + 1])


class SaidView(DocumentRows):
    """One row for each entry of one of the article's lists. Rows have its keys, null where an entry lacks one."""

    others = (*ARTICLE, CONTEXT)
    terminal_format = "table"
    what = ""
    """The key that tells what sort of entry it is."""
    text_heading = ""
    """What a table calls the words."""

    choice: Choice
    limits = Limits()
    absent: tuple[str, str, str]
    """For `absence`: what there is none of, what others are, and the command that lists these."""

    def value(self, item: Trace, name: str, row: Record) -> Any:
        return context(item.article, row) if name == CONTEXT else super().value(item, name, row)

    def of(self, article: Article) -> Iterable[Quote | Statement]:
        """The entries that are meant, in order."""
        raise NotImplementedError

    def of_anybody(self, article: Article) -> Iterable[Quote | Statement]:
        """The same whoever says it."""
        raise NotImplementedError

    def unmatched(self, document: Trace) -> frozenset[Name] | None:
        return unmatched(self.of_anybody(document.article), self.choice, document.article.language)

    def nobody(self, names: frozenset[Name]) -> str | None:
        wrong, how, command = self.absent
        return absence(
            names, self.choice, wrong=wrong, limits=self.limits.told, how=how, command=command + self.limits.options
        )

    def all(self, item: Trace) -> Iterator[Record]:
        article = item.article
        for one in self.of(article):
            found = {**one.to_dict(), "source": article.source, "heading": heading_over(article, one)}
            yield {name: found.get(name) for name in self.fields}

    def lines(self, item: Trace) -> Iterable[Line]:
        for row in self.full(item):
            shown = list(self._block(row))
            for line in shown[:1]:
                line.gap = True
            yield from shown

    def _block(self, row: Record) -> Iterator[Line]:
        facts = " · ".join(self._facts(row))
        if facts:
            yield Line(facts, "cyan")
        speaker = row["speaker"] if self.wants("speaker") else None
        cue = f"({row['cue']})" if row["cue"] and self.wants("cue") else None
        if speaker or cue:
            yield Line(" ".join(part for part in (speaker, cue) if part), "bold")
        if self.wants("text"):
            yield Line(row["text"])
        if row["heading"] and self.wants("heading"):
            yield Line(row["heading"], "dim")
        if row.get(CONTEXT):
            yield Line(row[CONTEXT], "dim")

    def _facts(self, row: Record) -> Iterator[str]:
        """What is no text of the article's."""
        if self.wants(self.what):
            yield row[self.what]
        yield from facts(row, self.wants)

    def grid(self, item: Trace) -> Grid:
        return self.chosen_grid(item, ("speaker", "text", self.what, "confidence", "heading"))

    def is_minor(self, name: str) -> bool:
        return name in (self.what, "confidence", "heading")

    def heading(self, name: str) -> str:
        return {"text": self.text_heading, "confidence": "sure", "end_paragraph": "ends in"}.get(name, name)

    def cell(self, name: str, row: Record) -> list[Line]:
        value = row[name]
        if name == "speaker":
            return [Line(value or NOBODY, "bold" if value else "dim")]
        if name == self.what:
            return [Line(value, "cyan", base="ltr")]
        if name == "heading":
            return [Line("title", "dim") if row["section"] is None else Line(value or "", "dim")]
        if name == "confidence" and value is not None:
            return [Line(f"{value:.2f}")]
        if name == "quoted":
            return [Line("quoted" if value else "", base="ltr")]
        return super().cell(name, row)

    def text(self, item: Trace) -> str:
        """A line for each, for `grep` and `wc`; what was chosen of the document comes first, with tabs between."""
        lines = []
        for row in self.full(item):
            speaker = self.spoken_by(row) if self.wants("speaker") else None
            words = " ".join(row["text"].split()) if self.wants("text") else None
            more = [" ".join(str(flat(name, row[name]) or "").split()) for name in self.extra]
            lines.append("\t".join([*more, ": ".join(part for part in (speaker, words) if part)]))
        return "\n".join(lines)

    def spoken_by(self, row: Record) -> str | None:
        """What stands before the words in plain text."""
        speaker: str | None = row["speaker"]
        return speaker

    def markdown(self, item: Trace) -> str:
        return super().markdown(item) if any(self.of(item.article)) else ""
