"""Which quotations are meant (--kind and --speaker), and where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khabar import Article, Quote

KINDS = ("direct", "partial", "term", "heading")
TYPES = ("statement", "demand", "denial", "stance")
"""The types of statements."""
SPOKEN = ("direct", "partial")
"""The kinds that are somebody's words."""
NOBODY = "–"
"""Who says it, for people, where the article does not say."""


class Choice:
    """Quotations of these kinds (None: all) whose speaker's name has `speaker` in it, in whatever spelling."""

    __slots__ = ("_kinds", "_name")

    def __init__(self, kinds: Collection[str] | None = None, speaker: str | None = None) -> None:
        from khabar.characters import fold

        self._kinds = KINDS if kinds is None else kinds
        self._name = None if speaker is None else fold(speaker)

    def of(self, article: Article) -> Iterator[Quote]:
        """Those of an article, in order."""
        return (quote for quote in self.of_kind(article) if self.names(quote.speaker))

    def of_kind(self, article: Article) -> Iterator[Quote]:
        """Those of an article whoever says them, in order."""
        return (quote for quote in article.quotes if quote.kind in self._kinds)

    def names(self, *forms: str | None) -> bool:
        """Is somebody meant who is called so (None: nobody)?"""
        if self._name is None:
            return True
        from khabar.characters import fold

        return any(form is not None and self._name in fold(form) for form in forms)


def heading_over(article: Article, quote: Quote) -> str | None:
    """The heading of the section that a quotation stands in; None in the title and before the first heading."""
    return None if quote.section is None else article.sections[quote.section].heading
