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
_BODY = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.HEADING, Label.UNKNOWN, Label.STANDFIRST))
_LEAST = 3
"""Paragraphs that stand before another article's title, at the least."""


def ends(doc: Document) -> None:
    """Strip the articles that follow in pages that load one below the other."""
    title: Block | None = None
    paragraphs = 0
    over = False
    for block in doc.blocks:
        markup = block.markup
        if markup is None:
            continue
        if over:
            if block.label is not Label.BOILERPLATE:
                give(block, NEXT)
            continue
        if block.label is Label.TITLE:
            title = block
        elif block.label is Label.PARAGRAPH:
            paragraphs += 1
        elif (
            markup.heading
            and title is not None
            and title.markup is not None
            and paragraphs >= _LEAST
            and block.label is not Label.TITLE_REPEAT
            and _kind(markup.sign) == _kind(title.markup.sign) != ""
        ):
            over = True
            give(block, NEXT)


def _kind(sign: str) -> str:
    """Name and first class of an element, where it has a class."""
    parts = sign.split()
    return " ".join(parts[:2]) if len(parts) > 1 else ""
