"""`khabar parse`: whole documents, as in the output contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from khabar import FIELDS, Article, Trace

from khabar_cli.record import with_record
from khabar_cli.views.base import Grid, Line, Record
from khabar_cli.views.documents import DocumentView, picture
from khabar_cli.views.voices import counted, who_says_what

_COLUMNS = {
    **{name: (name,) for name in FIELDS if name != "schema"},
    "schema": (),
    "images": ("images", "credits", "agencies"),
    "sections": ("sections", "paragraphs", "text"),
}
"""The columns of csv and tsv that a field becomes."""


class ParseView(DocumentView):
    """One record for each document; csv has one row with counts, and the body in the column `text`."""

    fields = FIELDS
    joined = True

    def shows_warnings(self, format: str) -> bool:
        return format not in ("text", "markdown", "table")

    def needs(self) -> tuple[str, ...] | None:
        return None if self.chosen is None else (*self.chosen, "warnings")

    def records(self, item: Trace) -> Iterator[Record]:
        yield with_record(item.article.to_dict(self.chosen), item)

    def columns(self) -> tuple[str, ...]:
        names = self.chosen if self.chosen is not None else FIELDS
        found = [column for name in names for column in _COLUMNS[name]]
        if "text" in found and self.chosen is None:  # the long one last, where the order is ours
            found.append(found.pop(found.index("text")))
        return tuple(dict.fromkeys(found if "source" in found else ("source", *found)))

    def rows(self, item: Trace) -> Iterator[Sequence[str | int | None]]:
        cells = _cells(item.article, self.columns())
        yield cells

    def _selected(self, item: Trace) -> Article:
        """The article with nothing in the fields that were not asked for."""
        if self.chosen is None:
            return item.article
        empty = Article()
        kept = ("source", "direction", *self.chosen)
        return item.article.replace(
            **{name: getattr(empty, name) for name in FIELDS if name != "schema" and name not in kept},
        )

    def lines(self, item: Trace) -> Iterable[Line]:
        article = self._selected(item)
        yield from _head(article)
        yield from _body(article)
        if agencies := [name for image in article.images for name in image.agencies]:
            yield counted("agencies", agencies)
        yield from who_says_what(article, item.article.language)
        if article.stripped:
            yield counted("stripped", (piece.rule for piece in article.stripped))

    def grid(self, item: Trace) -> Grid:
        a = self._selected(item)
        name = [Line(a.title or "–", "bold"), *([Line(a.source, "dim", base="ltr")] if a.source else [])]
        facts = [Line(x, "dim") for x in (a.publisher, a.published) if x]
        counts = (len(a.sections), sum(len(s.paragraphs) for s in a.sections), len(a.images), len(a.stripped))
        columns = {"sec": "number", "par": "number", "pic": "number", "cut": "number", "article": "prose"}
        return Grid(None, a.direction, columns, [[*([Line(str(n))] for n in counts), name + facts]])

    def text(self, item: Trace) -> str:
        return self._selected(item).to_text()

    def markdown(self, item: Trace) -> str:
        from khabar.markdown import article

        return article(self._selected(item))


def _cells(a: Article, columns: Sequence[str]) -> list[str | int | None]:
    special: dict[str, str | int | None] = {
        "byline": "; ".join(a.byline),
        "sections": len(a.sections),
        "paragraphs": sum(len(section.paragraphs) for section in a.sections),
        "quotes": len(a.quotes),
        "statements": len(a.statements),
        "images": len(a.images),
        "credits": "; ".join(dict.fromkeys(image.credit for image in a.images if image.credit)),
        "agencies": "; ".join(dict.fromkeys(name for image in a.images for name in image.agencies)),
        "stripped": len(a.stripped),
        "warnings": "; ".join(a.warnings),
    }
    if "text" in columns:
        special["text"] = "\n\n".join(
            part for section in a.sections for part in (section.heading, *section.paragraphs) if part
        )
    return [special[column] if column in special else getattr(a, column) for column in columns]


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
    """Sections with each picture before the paragraph that it stood before."""
    pictures = list(article.images)[::-1]

    def upto(section: int, paragraph: int) -> Iterator[Line]:
        while pictures and (pictures[-1].section, pictures[-1].paragraph) <= (section, paragraph):
            yield from picture(pictures.pop())

    for number, section in enumerate(article.sections):
        yield from upto(number, -1)
        if section.heading:
            yield Line(section.heading, "bold", gap=True)
        for at, text in enumerate(section.paragraphs):
            yield from upto(number, at)
            yield Line(text, gap=True)
        yield from upto(number, len(section.paragraphs))
    while pictures:
        yield from picture(pictures.pop())


VIEW = ParseView
