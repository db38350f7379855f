"""The markers in a block: looked up once, used by every later stage."""

from __future__ import annotations

from khabar.blocks import NOT_LOOKED_UP, Block
from khabar.characters import fold
from khabar.lexicon import NO_HITS, Hit, Lexicon

WHOLE = 160
"""Characters: no line of a marker is longer, so only the beginning of a longer block is looked up."""
BEGINNING = 48
_FIRST = 16
"""Characters that tell whether any marker may begin a line: few paragraphs get further."""


def look_up(block: Block, lexicon: Lexicon) -> dict[str, Hit]:
    """The markers in a block, by class, kept in `Block.hits`."""
    if block.hits is NOT_LOOKED_UP:
        block.hits = _found(block, lexicon)
    return block.hits


def _found(block: Block, lexicon: Lexicon) -> dict[str, Hit]:
    text = block.text
    if len(text) <= WHOLE:
        return lexicon.find(block.key)
    if lexicon.may_begin(fold(text[:_FIRST])):
        return lexicon.find(fold(text[:BEGINNING]), whole=False)
    return NO_HITS
