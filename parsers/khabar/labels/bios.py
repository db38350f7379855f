"""Second pass over a page: who the author is, in the last paragraphs."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.characters import fold
from khabar.labels.document import Document
from khabar.labels.rules import give, rule

BIO = rule(
    "author.bio",
    Label.PROMO,
    "one of the last paragraphs, which begins with the author's name: who that is",
    "Ana Lund is the paper's science editor.",
)
_TEXT = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE))
_LAST = 3
"""Paragraphs at the end that may be one: two authors, and a note."""
_BEFORE = 5
"""Characters before the name at the most: "Dr. "."""
_LEAST = 4
"""Paragraphs before it at the least."""


def bios(doc: Document) -> None:
    """Strip the last paragraphs that begin with the name of one of the page's authors."""
    names = [fold(name) for name in doc.authors if " " in name]
    if not names:
        return
    texts = [b for b in doc.blocks if b.label in _TEXT]
    for block in texts[_LEAST:][-_LAST:]:
        if any(0 <= _place(block, name) <= _BEFORE for name in names):
            give(block, BIO)


def _place(block: Block, name: str) -> int:
    """Where the block's beginning has the name, or -1."""
    return fold(block.text[: 2 * (len(name) + _BEFORE)]).find(name)
