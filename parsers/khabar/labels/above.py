"""Second pass over a page: lists between title and text that are teasers, and no key points."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.first import SHORT
from khabar.labels.markup import HEAD, STANDFIRST_MARKUP
from khabar.labels.rivers import CARD
from khabar.labels.rules import give, rule

LISTED = rule(
    "related.items",
    Label.RELATED,
    "in a list before the text whose items are headings, or have links in them",
    "<li><h3>Storm at sea</h3></li>",
)
_ITEMS = 3
"""Texts in such a list at the least: one or two are what the article says first."""
_PICTURE = frozenset((Label.ALT, Label.CAPTION, Label.CREDIT))


def above(doc: Document) -> None:
    """Strip lists of teasers before the text, with the pictures in them."""
    lists: dict[int, list[int]] = {}
    for i, block in enumerate(doc.blocks):
        if block.markup is not None and block.markup.list and (block.rule == HEAD.id or _is_telling(block, doc)):
            lists.setdefault(block.markup.list, []).append(i)
    for items in lists.values():
        telling = [block for i in items if _is_telling(block := doc.blocks[i], doc)]
        if len(items) >= _ITEMS and telling and 2 * sum(map(_is_teaser, telling)) >= len(telling):
            for block in telling:
                give(block, LISTED)
            for block in doc.blocks[items[0] : items[-1] + 2]:
                if block.label in _PICTURE:
                    give(block, CARD)


def _is_telling(block: Block, doc: Document) -> bool:
    """A text before the article's that looks like its standfirst or like a heading."""
    return block.rule == STANDFIRST_MARKUP.id or (block.rule == SHORT.id and doc.otherwise.get(block) is HEAD)


def _is_teaser(block: Block) -> bool:
    return block.markup is not None and (block.markup.heading > 0 or block.markup.linked > 0)
