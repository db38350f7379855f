"""What a document is measured by: of one that somebody has corrected, and of one that khabar has made."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from khabar.article import Article
from khabar.assemble import TEXT
from khabar.blocks import Label
from khabar.corrections.record import Corrected, Line, Quotation
from khabar.entries import Quote

FIELDS = ("title", "sections", "images", "quotes")
"""The fields of an article that are measured."""


class Content(NamedTuple):
    """The texts of a document, each list in its order; captions and credits without their markers."""

    title: str | None = None
    headings: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    fields: frozenset[str] = frozenset(FIELDS)
    """Those of FIELDS that the document has; what it has not is not measured."""


def of_article(article: Article, fields: Collection[str] = FIELDS) -> Content:
    """What an article is measured by; `fields`: those that it has."""
    return Content(
        article.title,
        _filled(section.heading for section in article.sections),
        _filled(text for section in article.sections for text in section.paragraphs),
        _filled(image.caption for image in article.images),
        _filled(image.credit for image in article.images),
        tuple(map(_quotation, article.quotes)),
        frozenset(fields).intersection(FIELDS),
    )


def of_corrected(document: Corrected) -> Content:
    """What a corrected document is measured by. The body is made of the lines whose blocks `assemble` makes
    paragraphs of; the title is the first line that is one; captions and credits go by their value."""
    lines = document.lines
    return Content(
        next(iter(_texts(lines, Label.TITLE)), None),
        _texts(lines, Label.HEADING),
        _texts(lines, *TEXT),
        _filled(_value(line) for line in lines if line.label is Label.CAPTION),
        _filled(credit for line in lines for credit in _credits(line)),
        document.quotes,
    )


def _quotation(quote: Quote) -> Quotation:
    # of one over several paragraphs `end` counts in another one: as far as its text goes is near enough
    end = quote.end if quote.end_paragraph in (None, quote.paragraph) else quote.start + len(quote.text)
    return Quotation(quote.text, quote.kind, quote.speaker, quote.section, quote.paragraph, quote.start, end)


def _texts(lines: Iterable[Line], *labels: Label) -> tuple[str, ...]:
    return _filled(line.text for line in lines if line.label in labels)


def _credits(line: Line) -> tuple[str | None, ...]:
    """The credit that a line is, or that stands in it."""
    if line.label is Label.CREDIT:
        return (_value(line),)
    return (line.credit,) if line.label is Label.CAPTION else ()


def _value(line: Line) -> str:
    return line.text if line.value is None else line.value


def _filled(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(text for text in texts if text and not text.isspace())
