"""Where quotations stand in the texts of an article: a part for each paragraph that one goes over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.entries import Quote, Section

Place = tuple[int | None, int | None]
"""Section and paragraph of the article; no paragraph: the section's heading; neither: the title."""


class QuotedPart(NamedTuple):
    """A part of a text that is a quotation, or a part of one."""

    start: int
    end: int
    number: int
    """Of the quotation in the article, from 1."""
    quote: Quote
    first: bool = True
    """It is where the quotation begins."""
    last: bool = True
    """It is where the quotation ends."""


def quoted_parts(sections: Sequence[Section], quotes: Sequence[Quote]) -> dict[Place, tuple[QuotedPart, ...]]:
    """The parts of each text of an article that are quotations; offsets as in the article."""
    out: dict[Place, list[QuotedPart]] = {}
    for number, quote in enumerate(quotes, 1):
        paragraphs = _paragraphs(quote)
        for at in paragraphs:
            first, last = at == paragraphs[0], at == paragraphs[-1]
            start = quote.start if first else 0
            end = quote.end if last else _size(sections, quote.section, at)
            out.setdefault((quote.section, at), []).append(QuotedPart(start, end, number, quote, first, last))
    return {place: tuple(found) for place, found in out.items()}


def _paragraphs(quote: Quote) -> Sequence[int | None]:
    """The paragraphs that a quotation stands in; None for a heading or the title."""
    if quote.paragraph is None or quote.end_paragraph is None:
        return (quote.paragraph,)
    return range(quote.paragraph, quote.end_paragraph + 1)


def _size(sections: Sequence[Section], section: int | None, paragraph: int | None) -> int:
    """The length of a paragraph; 0 where there is none."""
    if section is None or paragraph is None or section >= len(sections):
        return 0
    texts = sections[section].paragraphs
    return len(texts[paragraph]) if paragraph < len(texts) else 0
