"""What is said in a document, as it counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from khabar import Article, Quote, Statement
from khabar.characters import words

from khabar_cli.quotations import Choice

Said = tuple[str, str | None, int]
"""A quotation or a statement: as which of SAID it counts, its speaker, and its length in words."""


def what_is_said(article: Article, choice: Choice) -> Iterator[Said]:
    """A word counts once: those of a quotation inside a statement are the quotation's."""
    quotes = list(choice.quotes_of_kind(article))
    for quote in quotes:
        yield "quotes", quote.speaker, _length(quote)
    statements = list(choice.statements_of_type(article))
    within = _Within(quotes if statements else ())
    for one in statements:
        yield "statements", one.speaker, max(0, _length(one) - sum(map(_length, within.of(one))))


class _Within:
    """Quotations by their places, to find those that stand inside a statement."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        placed = [
            ((quote.section, quote.paragraph, quote.start), quote)
            for quote in quotes
            if quote.section is not None and quote.paragraph is not None
        ]
        placed.sort(key=lambda one: one[0])
        self._places = [place for place, _ in placed]
        self._quotes = [quote for _, quote in placed]

    def of(self, statement: Statement) -> Iterator[Quote]:
        """Those that begin and end between its first and its last character."""
        here = (statement.section, statement.paragraph)
        first = bisect_left(self._places, (*here, statement.start))
        last = bisect_left(self._places, (*here, statement.end))
        for quote in self._quotes[first:last]:
            if quote.end_paragraph in (None, quote.paragraph) and quote.end <= statement.end:
                yield quote


def _length(said: Quote | Statement) -> int:
    return words(" ".join(said.text.split())) if said.text else 0
