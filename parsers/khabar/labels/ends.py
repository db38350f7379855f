"""Second pass over a page: where the article ends, in an element that holds more than the article."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.rules import give, rule

NEXT = rule(
    "page.next",
    Label.RELATED,
    "part of another article, which begins below this one",
    "(the next article of a page without end)",
)
_SIGNED = frozenset((Label.BYLINE, Label.DATE))
_BELOW = 3
"""Blocks below a title among which its byline or date stands."""
_LEAST = 3
"""Paragraphs that stand before another article's title, at the least."""


def ends(doc: Document) -> None:
    """Strip the articles that follow in pages that load one below the other."""
    title: Block | None = None
    paragraphs = 0
    over = False
    for at, block in enumerate(doc.blocks):
        markup = block.markup
        if markup is None:
            continue
        if over:
            if block.label is not Label.BOILERPLATE:
                give(block, NEXT)
        elif block.label is Label.TITLE:
            title = block
        elif block.label is Label.PARAGRAPH:
            paragraphs += 1
        elif markup.heading and title is not None and paragraphs >= _LEAST and _begins(doc.blocks, at, title):
            over = True
            give(block, NEXT)


def _begins(blocks: list[Block], at: int, title: Block) -> bool:
    """Is a heading another article's title? It is an h1 that looks as the title does, or one of the title's level
    with a byline or date below it: an h2 may be the title and head the sections, too."""
    here, first = blocks[at].markup, title.markup
    if here is None or first is None or blocks[at].label is Label.TITLE_REPEAT:
        return False
    alike = _kind(here.sign) == _kind(first.sign) != ""
    if alike and here.heading == 1:
        return True
    signed = any(b.label in _SIGNED for b in blocks[at + 1 : at + 1 + _BELOW])
    return signed and (alike or here.heading == first.heading == 1)


def _kind(sign: str) -> str:
    """Name and first class of an element, where it has a class."""
    parts = sign.split()
    return " ".join(parts[:2]) if len(parts) > 1 else ""
