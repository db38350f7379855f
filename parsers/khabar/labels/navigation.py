"""Second pass over a page: links to skip its menus that are worded as offers to skip a block of the text are."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.html.evidence import Zone
from khabar.labels.document import Document
from khabar.labels.markers import EMBED_BEGIN, SKIP_BEGIN, SKIP_PAGE
from khabar.labels.regions import end_of
from khabar.labels.rules import give

_OFFERS = frozenset((EMBED_BEGIN.id, SKIP_BEGIN.id))


def navigation(doc: Document) -> None:
    """Above the text nothing of it can be skipped: what offers to, and has no end there, is the page's own link."""
    for i, block in enumerate(doc.blocks):
        zone = _zone(block)
        if zone is Zone.CORE and block.label is Label.PARAGRAPH:
            return
        if block.first_rule in _OFFERS:
            end = end_of(doc.blocks, i)
            if end is None or (zone is Zone.ABOVE is not _zone(doc.blocks[end])):
                give(block, SKIP_PAGE)


def _zone(block: Block) -> Zone | None:
    return block.markup.zone if block.markup is not None else None
