"""One raw text or page on its way through the labelling passes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from khabar.blocks import Block
from khabar.labels.rules import OFF, Rule
from khabar.lexicon import Lexicon


class Document:
    """A text or page on its way through the passes: its blocks, its language's lexicon, warnings for users."""

    __slots__ = (
        "alts", "authors", "begin", "blocks", "dump", "end", "lexicon", "month_first", "months", "otherwise",
        "spaced", "stopless", "warnings", "weekdays",
    )  # fmt: skip

    def __init__(self, blocks: list[Block], lexicon: Lexicon) -> None:
        self.blocks = blocks
        self.authors: tuple[str, ...] = ()
        """Names of the authors that a page's metadata have."""
        self.lexicon = lexicon
        self.months: Mapping[str, int] = lexicon.months
        self.month_first = False
        """The month comes first in dates of three numbers."""
        self.weekdays: Collection[str] = lexicon.words.get("weekday", ())
        self.warnings: list[str] = []
        self.otherwise: dict[Block, Rule] = {}
        """What the short lines of a page are that turn out to head nothing."""
        self.begin = len(blocks)
        """Index of the first paragraph of the text; after the last block where there is none."""
        self.end = len(blocks)
        """Index after its last sentence."""
        self.dump = False
        """The text is all the text of a page, menus and footers included."""
        self.stopless = False
        """Its sentences end without a mark, so a missing full stop tells nothing (Thai; some columns)."""
        self.spaced = False
        """Blank lines stand between its paragraphs, so lines without one between them belong together."""
        self.alts: bool | None = None
        """Its pictures have alt lines; None: no picture tells."""


def run(passes: Iterable[Callable[[Document], None]], doc: Document) -> None:
    """Apply the passes that are not switched off, in order."""
    off = OFF.get()
    for one in passes:
        if one.__name__ not in off:
            one(doc)
