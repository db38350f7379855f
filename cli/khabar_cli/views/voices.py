"""Who says what in an article, below it on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from khabar import Article, Quote
from khabar.entries import SPOKEN
from khabar.lexicon.store import quotation_marks

from khabar_cli.quotations import place_in_text, stated_by
from khabar_cli.views.base import Line, beginning

_BEGINNING = 60
"""Characters of a quotation or a statement that are enough to know it by."""


def who_says_what(article: Article, language: str | None) -> Iterator[Line]:
    """Who says what, each by its beginning, as the whole of it stands in the article: quotations in the marks of
    the language, statements without any and dim, in the order of the text."""
    if article.quotes:
        yield counts_line("quotations", (quote.kind for quote in article.quotes))
    if article.statements:
        yield counts_line("statements", (one.type for one in article.statements), gap=not article.quotes)
    opening, closing = quotation_marks(language or "")
    said = []
    for quote in _spoken(article):
        said.append(
            (place_in_text(quote), quote.speaker, f"{opening}{beginning(quote.text, _BEGINNING)}{closing}", "")
        )
    for one in article.statements:
        speaker = stated_by(one.speaker, one.cue, one.type)
        said.append((place_in_text(one), speaker, beginning(one.text, _BEGINNING), "dim"))
    for _, speaker, words, style in sorted(said, key=lambda one: one[0]):
        yield Line(f"{speaker}: {words}" if speaker else words, style)


def _spoken(article: Article) -> Iterator[Quote]:
    return (quote for quote in article.quotes if quote.kind in SPOKEN)


def counts_line(what: str, names: Iterable[str], *, gap: bool = True) -> Line:
    """How many of each name, the commonest first."""
    counts = Counter(names)
    told = ", ".join(f"{name} × {n}" if n > 1 else name for name, n in counts.most_common())
    return Line(f"{what}: {told}", "dim", gap=gap, base="ltr")
