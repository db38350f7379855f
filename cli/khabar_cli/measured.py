"""Documents measured by a gold: what `khabar score` and `khabar score --by document` have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from khabar.errors import KhabarError

from khabar_cli.met import Met
from khabar_cli.plan import usage_error

if TYPE_CHECKING:
    from khabar import Article
    from khabar.corrections import ByName, Content, Counts


class Measured:
    """A gold, read. Raises typer.BadParameter."""

    def __init__(self, name: str) -> None:
        from khabar_cli.gold import read_gold

        self.name = name
        try:
            self.gold: ByName[Content] = read_gold(name)
        except KhabarError as error:
            raise usage_error("GOLD", f"{name}: {error}") from None

    def counts(self, article: Article) -> Mapping[str, Counts] | None:
        """The counts of a document; None where the gold has none of it."""
        from khabar.corrections import of_article, score

        gold = self.gold.get(article.source)
        return None if gold is None else score(gold, of_article(article))

    def nothing(self, source: str) -> Mapping[str, Counts]:
        """The counts of a document of the gold that could not be parsed: nothing of it was found."""
        from khabar.corrections import Content, score

        return score(self.gold.get(source) or Content(), Content())


class MetOrFailed(Met):
    """Calls `lost` with the name of a document that failed."""

    def __init__(self, file: str, gold: ByName[Any], lost: Callable[[str], None]) -> None:
        super().__init__(file, gold)
        self._lost = lost

    def failed(self, source: str) -> bool:
        known = super().failed(source)
        if known:
            self._lost(source)
        return known
