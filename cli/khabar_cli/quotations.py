"""Which quotations and statements are meant (--kind, --type, --speaker), and where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, get_args

from khabar.entries import QuoteKind, StatementType

if TYPE_CHECKING:
    from khabar import Article, Quote, Statement

    from khabar_cli.names import SpeakerNames

KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)
TYPES: tuple[StatementType, ...] = get_args(StatementType)
"""The types of statements."""
SAID = ("quotes", "statements")
"""What somebody says: in marks, and without."""
NOBODY = "–"
"""Who says it, for people, where the article does not say."""


class Choice:
    """Quotations of these kinds and statements of these types (None: all) whose speaker is asked for: `speakers`
    are parts of names, `exact` whole ones, in any spelling (see khabar_cli.names); neither: everybody."""

    __slots__ = ("_kinds", "_speakers", "_types", "asked")

    def __init__(
        self,
        speakers: Sequence[str] = (),
        exact: Sequence[str] = (),
        *,
        kinds: Collection[str] | None = None,
        types: Collection[str] | None = None,
    ) -> None:
        self._kinds = KINDS if kinds is None else kinds
        self._types = TYPES if types is None else types
        self.asked = (*speakers, *exact)
        """The speakers as they were typed."""
        self._speakers: SpeakerNames | None = None
        if self.asked:
            from khabar_cli.names import SpeakerNames

            self._speakers = SpeakerNames(speakers, exact)

    def quotes(self, article: Article) -> Iterator[Quote]:
        """The quotations of an article, in order."""
        return (quote for quote in self.quotes_of_kind(article) if self.names(quote.speaker))

    def quotes_of_kind(self, article: Article) -> Iterator[Quote]:
        """The quotations of an article whoever says them, in order."""
        return (quote for quote in article.quotes if quote.kind in self._kinds)

    def statements(self, article: Article) -> Iterator[Statement]:
        """The statements of an article, in order."""
        return (one for one in self.statements_of_type(article) if self.names(one.speaker))

    def statements_of_type(self, article: Article) -> Iterator[Statement]:
        """The statements of an article whoever makes them, in order."""
        return (one for one in article.statements if one.type in self._types)

    def names(self, *forms: str | None) -> bool:
        """Is somebody meant who is called so (None: nobody)?"""
        if self._speakers is None:
            return True
        return any(form is not None and self._speakers.match(form) for form in forms)


def stated_by(speaker: str | None, cue: str | None, type: str) -> str | None:
    """Who states, for people, before the words; where these alone would say the contrary (of a denial) or not enough,
    with the cue."""
    way = None if type == "statement" else f"({cue or type})"
    return " ".join(filter(None, (speaker, way))) or None


def place_in_text(said: Quote | Statement) -> tuple[int, int, int]:
    """To sort by: the title comes first, and a heading before what is under it."""
    section, paragraph = (-1 if at is None else at for at in (said.section, said.paragraph))
    return section, paragraph, said.start


def heading_over(article: Article, said: Quote | Statement) -> str | None:
    """The heading of the section that it stands in; None in the title and before the first heading."""
    return None if said.section is None else article.sections[said.section].heading
