"""What the rows of quotations and those of statements have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from khabar import Article, Quote, Statement, Trace

from khabar_cli.quotations import NOBODY, Choice, heading_over
from khabar_cli.unmatched import Name, absence, unmatched
from khabar_cli.views.base import Grid, Line, Record
from khabar_cli.views.documents import DocumentRows


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


class SaidView(DocumentRows):
    """One row for each entry of one of the article's lists. Rows have its keys, null where an entry lacks one."""

    terminal_format = "table"
    what = ""
    """The key that tells what sort of entry it is."""
    text_heading = ""
    """What a table calls the words."""

    choice: Choice
    absent: tuple[str, str, str]
    """For `absence`: what there is none of, what others are, and the command that lists these."""

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
        return absence(names, self.choice, wrong=wrong, how=how, command=command)

    def all(self, item: Trace) -> Iterator[Record]:
        article = item.article
        for one in self.of(article):
            found = {**one.to_dict(), "source": article.source, "heading": heading_over(article, one)}
            yield {name: found.get(name) for name in self.fields}

    def lines(self, item: Trace) -> Iterable[Line]:
        for row in self.all(item):
            shown = list(self._block(row))
            for line in shown[:1]:
                line.gap = True
            yield from shown

    def _block(self, row: Record) -> Iterator[Line]:
        facts = " · ".join(self._facts(row))
        if facts:
            yield Line(facts, "yellow", base="ltr")
        speaker = row["speaker"] if self.wants("speaker") else None
        cue = f"({row['cue']})" if row["cue"] and self.wants("cue") else None
        if speaker or cue:
            yield Line(" ".join(part for part in (speaker, cue) if part), "bold")
        if self.wants("text"):
            yield Line(row["text"])
        if row["heading"] and self.wants("heading"):
            yield Line(row["heading"], "dim")

    def _facts(self, row: Record) -> Iterator[str]:
        """What is no text of the article's."""
        if self.wants(self.what):
            yield row[self.what]
        yield from facts(row, self.wants)

    def grid(self, item: Trace) -> Grid:
        columns = {
            self.what: (self.what, "word"),
            "speaker": ("speaker", "side"),
            "text": (self.text_heading, "prose"),
            "cue": ("cue", "side"),
            "confidence": ("sure", "number"),
            "quoted": ("quoted", "word"),
            "heading": ("heading", "side"),
            "end_paragraph": ("ends in", "number"),
            **{name: (name, "number") for name in ("section", "paragraph", "start", "end")},
        }
        shown = self.chosen or ("speaker", "text", self.what, "confidence", "heading")
        names = [name for name in shown if name in columns]
        rows = [[[self._cell(name, row)] for name in names] for row in self.all(item)]
        article = item.article
        return Grid(
            article.source,
            article.direction,
            dict(columns[name] for name in names),
            rows,
            under=(self.what, "sure", "heading"),
        )

    def _cell(self, name: str, row: Record) -> Line:
        value = row[name]
        if name == "speaker":
            return Line(value or NOBODY, "bold" if value else "dim")
        if name == self.what:
            return Line(value, "yellow", base="ltr")
        if name == "heading":
            return Line("title", "dim", base="ltr") if row["section"] is None else Line(value or "", "dim")
        if name == "confidence" and value is not None:
            return Line(f"{value:.2f}")
        if name == "quoted":
            return Line("quoted" if value else "", base="ltr")
        return Line("" if value is None else str(value))

    def text(self, item: Trace) -> str:
        """A line for each, for `grep` and `wc`."""
        lines = []
        for row in self.all(item):
            speaker = self.spoken_by(row) if self.wants("speaker") else None
            words = " ".join(row["text"].split()) if self.wants("text") else None
            lines.append(": ".join(part for part in (speaker, words) if part))
        return "\n".join(lines)

    def spoken_by(self, row: Record) -> str | None:
        """What stands before the words in plain text."""
        speaker: str | None = row["speaker"]
        return speaker

    def markdown(self, item: Trace) -> str:
        return super().markdown(item) if any(self.of(item.article)) else ""
