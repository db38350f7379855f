"""A block's key and the labels in it: looked up once, used by every later stage."""

from __future__ import annotations

from khabar.blocks import Block
from khabar.characters import fold
from khabar.lexicon import Lexicon

WHOLE = 160
"""Characters: no label line is longer, so only the beginning of a longer block is looked up."""
BEGINNING = 48


def look_up(block: Block, lexicon: Lexicon) -> None:
    """Fill in `key` and `hits`, unless that was done before."""
    if block.key:
        return
    text = block.text
    whole = len(text) <= WHOLE
    block.key = fold(text) if whole else fold(text[:BEGINNING])
    block.hits = lexicon.find(block.key, whole=whole)
