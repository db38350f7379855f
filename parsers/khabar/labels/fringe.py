"""Second pass over a page: what stands below the text among links to other articles, and headings of links alone."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.html.evidence import Zone
from khabar.labels.again import OVER_NOTHING
from khabar.labels.document import Document
from khabar.labels.headings import RELATED_LEAD
from khabar.labels.markup import body_signs
from khabar.labels.rivers import CARD
from khabar.labels.rules import give, rule
from khabar.labels.slides import SLIDE_TITLE

FRINGE = rule(
    "page.links",
    Label.RELATED,
    "below the text, where most of what follows are links to other articles",
    "(a teaser's topic)",
)
_TEXT = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.STANDFIRST, Label.HEADING))
_PICTURE = frozenset((Label.CAPTION, Label.CREDIT))
_PROSE = 3
"""Paragraphs of an article at the least, for its end to be known."""
_LEAD_WORDS = 8
"""Words that lead in a link to another article, at the most: longer ones are a sentence of this one."""
_LINKS = 5
"""Links below the text at the least."""


def fringe(doc: Document) -> None:
    """Strip texts below the article among links."""
    blocks = doc.blocks
    signs = body_signs(blocks)
    prose = [i for i, b in enumerate(blocks) if b.label is Label.PARAGRAPH and _is_prose(b, signs)]
    if len(prose) < _PROSE:
        return
    end = prose[-1] + 1
    begin = next((i for i in range(end, len(blocks)) if _is_link(blocks[i])), len(blocks))
    links = sum(map(_is_link, blocks[begin:]))
    texts = [b for b in blocks[begin:] if b.label in _TEXT]
    if links >= max(_LINKS, len(texts)):
        for block in texts:
            give(block, FRINGE)


def _is_prose(block: Block, signs: set[str]) -> bool:
    markup = block.markup
    return markup is not None and markup.sign in signs and not markup.item


def _is_link(block: Block) -> bool:
    """A link to another article in the text's element."""
    return block.label is Label.RELATED and block.markup is not None and block.markup.zone is Zone.CORE


def heads(doc: Document) -> None:
    """Strip headings with nothing but links below them, and the words that lead in a link."""
    links = text = False
    pictures: list[Block] = []
    below: Block | None = None
    for block in reversed(doc.blocks):  # so that a heading of stripped headings is stripped, too
        if block.label is Label.HEADING:
            links = links and not text
            if links:
                give(block, OVER_NOTHING)
                for picture in pictures:
                    give(picture, CARD)
            text = False
            pictures = []
        elif below is not None and below.label is Label.RELATED and _leads_in(block):
            give(block, RELATED_LEAD)
        elif block.label in _TEXT or block.label in _PICTURE:
            text = True
        elif block.label is Label.ALT:
            pictures.append(block)
        elif block.label is Label.RELATED or block.rule == SLIDE_TITLE.id:
            links = True
        if block.label is not Label.ALT:
            below = block


def _leads_in(block: Block) -> bool:
    """A few words with a colon: "More on this:"."""
    return block.label is Label.PARAGRAPH and block.words <= _LEAD_WORDS and block.text[-1] in ":："
