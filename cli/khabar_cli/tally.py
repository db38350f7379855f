"""Who is quoted how often: a count over many documents that grows with the speakers, not with the documents."""

from __future__ import annotations

from collections.abc import Iterator

from khabar import Article, Quote, Trace
from khabar.characters import fold, words

from khabar_cli.quotations import Choice


class Speaker:
    """One speaker (or nobody: `name` is None) and what was counted."""

    __slots__ = ("_names", "direction", "files", "quotes", "words")

    def __init__(self, direction: str) -> None:
        self._names: dict[str, int] = {}
        self.direction = direction
        self.quotes = 0
        self.words = 0
        self.files = 0

    @property
    def name(self) -> str | None:
        """As most often written; of equals, as first met."""
        return max(self._names, key=self._names.__getitem__, default=None)

    def add(self, quote: Quote) -> None:
        if quote.speaker is not None:
            self._names[quote.speaker] = self._names.get(quote.speaker, 0) + 1
        self.quotes += 1
        self.words += words(" ".join(quote.text.split())) if quote.text else 0


class Tally:
    """Counts by the folded name, so that spellings of one name are one speaker."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._speakers: dict[str | None, Speaker] = {}

    def add(self, item: Trace) -> None:
        """Count a document's quotations."""
        article = item.article
        for key in {self._count(article, quote) for quote in self._choice.of(article)}:
            self._speakers[key].files += 1

    def _count(self, article: Article, quote: Quote) -> str | None:
        key = None if quote.speaker is None else fold(quote.speaker)
        if key not in self._speakers:
            self._speakers[key] = Speaker(article.direction)
        self._speakers[key].add(quote)
        return key

    def sorted(self, by: str) -> Iterator[Speaker]:
        """By a number, the largest first, or by "speaker"; always the same for the same counts. Nobody last."""
        order = dict.fromkeys((by, "quotes", "words", "files"))
        order.pop("speaker", None)
        named = [(key, speaker) for key, speaker in self._speakers.items() if key is not None]
        named.sort(key=lambda pair: pair[0])
        if by != "speaker":
            named.sort(key=lambda pair: [-getattr(pair[1], name) for name in order])
        yield from (speaker for _, speaker in named)
        if None in self._speakers:
            yield self._speakers[None]
