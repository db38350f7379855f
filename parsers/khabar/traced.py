"""What parsing gives: the article, and the blocks that it was made of."""

from __future__ import annotations

from typing import NamedTuple

from khabar.article import Article
from khabar.blocks import Block


class Trace(NamedTuple):
    """An article and the labelled blocks that it was made of, for `khabar explain`."""

    article: Article
    blocks: list[Block]
