"""`khabar parse`: whole documents, as in the output contract."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from khabar import FIELDS, Article, Image, Trace
from khabar.entries import in_order

from khabar_cli.record import RECORD
from khabar_cli.views.base import Grid, Line, Record, joined_lines
from khabar_cli.views.cells import labelled
from khabar_cli.views.documents import DocumentView, picture, with_name
from khabar_cli.views.values import MADE, needed
from khabar_cli.views.voices import counts_line, who_says_what

_COLUMNS = {
    "schema": (),
    "sections": ("n_sections", "n_paragraphs", "text"),
    "quotes": ("n_quotes",),
    "statements": ("n_statements",),
    "images": ("n_images", "credits", "agencies"),
    "stripped": ("n_stripped",),
}
"""The columns of csv, tsv and tables that a field becomes where it is not one itself."""
_MARKDOWN = frozenset({"schema", "source", "title", "byline", "published", "sections", "images", "text"})
"""What an article in Markdown shows."""
_TEXT = frozenset({"schema", "source", "title", "sections", "text"})
"""What an article in plain text shows."""
_BLOCKS = frozenset(FIELDS) - {"format", "encoding", "language", "direction", "url"} | {"text"}
"""What blocks show without its name."""


class ParseView(DocumentView):
    """One record for each document; csv has one row with counts, and the body in the column `text`."""

    fields = FIELDS
    others = (*MADE, RECORD)
    whole = True
    parquet = (*FIELDS[1:], RECORD)

    def shows_warnings(self, format: str) -> bool:
        return format not in ("text", "markdown", "table")

    def needs(self) -> tuple[str, ...] | None:
        return None if self.chosen is None else tuple(dict.fromkeys((*needed(self.chosen), "warnings")))

    def record(self, item: Trace) -> Record:
        if self.chosen is None:
            return item.article.to_dict()
        made = {name: self.value(item, name) for name in self.chosen if name in MADE}
        return {**item.article.to_dict([name for name in self.chosen if name in FIELDS]), **made}

    def columns(self) -> tuple[str, ...]:
        names = self.chosen if self.chosen is not None else (*FIELDS, "n_words")
        found = [column for name in names for column in _COLUMNS.get(name, (name,))]
        if self.chosen is None:  # the long one last, where the order is ours
            found.append(found.pop(found.index("text")))
        return with_name(tuple(dict.fromkeys(found)))

    def nested_columns(self) -> tuple[str, ...]:
        return with_name([name for name in self.chosen or self.parquet if name != "schema"])

    def value(self, item: Trace, name: str) -> Any:
        from khabar_cli.columns import ENTRIES

        if name in ENTRIES:
            return [entry.to_dict() for entry in getattr(item.article, name)]
        return super().value(item, name)

    def _selected(self, item: Trace) -> Article:
        """The article with nothing in the fields that were not asked for."""
        if self.chosen is None:
            return item.article
        empty = Article()
        kept = {"source", "direction", *self.chosen, *(("sections",) if "text" in self.chosen else ())}
        return item.article.replace(
            **{name: getattr(empty, name) for name in FIELDS if name != "schema" and name not in kept},
        )

    def about(self, item: Trace) -> Iterator[Line]:
        return self._besides(item, _BLOCKS)

    def _besides(self, item: Trace, shown: Collection[str]) -> Iterator[Line]:
        """What was chosen besides this, with its name."""
        return labelled(item, (name for name in self.chosen or () if name not in shown))

    def table(self, item: Trace) -> Grid:
        return self.grid(item) if self.chosen is None else self.chosen_grid(item)

    def lines(self, item: Trace) -> Iterable[Line]:
        if self.chosen is None:
            from khabar_cli.views.reading import as_read

            yield from as_read(item.article)
            return
        article = self._selected(item)
        yield from _head(article)
        yield from _body(article)
        if agencies := [name for image in article.images for name in image.agencies]:
            yield counts_line("agencies", agencies)
        yield from who_says_what(article, item.article.language)
        if article.stripped:
            yield counts_line("stripped", (piece.rule for piece in article.stripped))

    def grid(self, item: Trace) -> Grid:
        a = item.article
        name = [Line(a.title or "–", "bold"), *([Line(a.source, "dim", base="ltr")] if a.source else [])]
        facts = [Line(x, "dim") for x in (a.publisher, a.published) if x]
        counts = (len(a.sections), sum(len(s.paragraphs) for s in a.sections), len(a.images), len(a.stripped))
        columns = {"sec": "number", "par": "number", "pic": "number", "cut": "number", "article": "prose"}
        return Grid(None, a.direction, columns, [[*([Line(str(n))] for n in counts), name + facts]])

    def text(self, item: Trace) -> str:
        about = joined_lines(self._besides(item, _TEXT))
        return "\n\n".join(filter(None, (about, self._selected(item).to_text())))

    def markdown(self, item: Trace) -> str:
        if self.chosen is not None and not _MARKDOWN.issuperset(self.chosen):
            return super().markdown(item)
        from khabar.markdown import article

        return article(self._selected(item))


def _head(article: Article) -> Iterator[Line]:
    if article.title:
        yield Line(article.title, "bold", gap=True)
    if article.byline:
        yield Line(" · ".join(article.byline), "dim")
    if article.publisher:
        yield Line(article.publisher, "dim")
    if article.published:
        yield Line(article.published, "dim")
    if article.modified and article.modified != article.published:
        yield Line(f"updated {article.modified}", "dim")
    if article.image:
        yield Line(f"lead picture {article.image}", "dim", base="ltr")


def _body(article: Article) -> Iterator[Line]:
    for part in in_order(article.sections, article.images):
        if isinstance(part, Image):
            yield from picture(part)
        else:
            heading, text = part
            yield Line(text, "bold" if heading else "", gap=True)


VIEW = ParseView
