"""A block's key and the labels in it: looked up once, used by every later stage."""

from __future__ import annotations

from khabar.blocks import Block
from khabar.characters import fold
from khabar.lexicon import Lexicon

WHOLE = 160
"""Characters: no label line is longer, so only the beginning of a longer block is looked up."""
BEGINNING = 48
_FIRST = 16
"""Characters that tell whether any label may begin a line: few paragraphs get further."""


def look_up(block: Block, lexicon: Lexicon) -> None:
    """Fill in `key` and `hits`, unless that was done before."""
    if block.key:
        return
    text = block.text
    if len(text) <= WHOLE:
        block.key = fold(text)
        block.hits = lexicon.find(block.key)
        return
    block.key = fold(text[:_FIRST])
    if lexicon.may_begin(block.key):
        block.key = fold(text[:BEGINNING])
        block.hits = lexicon.find(block.key, whole=False)
