"""What parsing gives: the article, and the blocks that it was made of."""

from __future__ import annotations

from typing import Any, NamedTuple

from khabar.article import Article
from khabar.blocks import Block, LabelledBlock


class Parsed(NamedTuple):
    """An article and the blocks in the making, for the stages themselves."""

    article: Article
    blocks: list[Block]


class Trace(NamedTuple):
    """An article and the labelled blocks that it was made of, for `khabar explain`."""

    article: Article
    blocks: tuple[LabelledBlock, ...]
    record: dict[str, Any] | None = None
    """The other fields of the record that it came in."""
