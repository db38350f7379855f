"""Second pass over a page: what stands below the text among links to other articles, and headings of links alone."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.html.evidence import Zone
from khabar.html.roles import Role
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
    "below the text, where most of what follows are links to other articles, or dates and names of readers",
    "(a teaser's topic)",
)
_TEXT = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.STANDFIRST, Label.HEADING))
_BESIDE = frozenset((Label.RELATED, Label.DATE, Label.BYLINE))
_PICTURE = frozenset((Label.CAPTION, Label.CREDIT))
_PROSE = 3
"""Paragraphs of an article at the least, for its end to be known."""
_LEAD_WORDS = 8
"""Words that lead in a link to another article, at the most: longer ones are a sentence of this one."""
_LINKS = 5
"""Links, dates and names below the text at the least."""


def fringe(doc: Document) -> None:
    """Strip texts and pictures below the article among links, or among the dates of comments."""
    blocks = doc.blocks
    end = _end(blocks)
    if not end:
        return
    begin = next((i for i in range(end, len(blocks)) if _is_beside(blocks[i])), len(blocks))
    beside = sum(map(_is_beside, blocks[begin:]))
    texts = [b for b in blocks[begin:] if b.label in _TEXT and not _is_body(b)]
    if beside >= max(_LINKS, len(texts)):
        for block in texts:
            give(block, FRINGE)
        for block in blocks[begin:]:
            if block.label is Label.ALT:
                give(block, CARD)


def _end(blocks: list[Block]) -> int:
    """Index after the article's last paragraph: the last that looks as those of its first half do; 0 where there
    are too few."""
    signs = body_signs(blocks)
    prose = [(i, sign) for i, b in enumerate(blocks) if (sign := _sign(b)) in signs]
    if len(prose) < _PROSE:
        return 0
    usual = {sign for _, sign in prose[: max(_PROSE, len(prose) // 2)]}
    return max(i for i, sign in prose if sign in usual) + 1


def _sign(block: Block) -> str:
    """The element of a paragraph that stands in no list, by name and class."""
    markup = block.markup
    return markup.sign if block.label is Label.PARAGRAPH and markup is not None and not markup.item else ""


def _is_body(block: Block) -> bool:
    """Text right in the element that its name says is the article's."""
    return block.markup is not None and block.markup.role is Role.BODY


def _is_beside(block: Block) -> bool:
    """A link to another article, or a date or name, in the text's element."""
    return block.label in _BESIDE and block.markup is not None and block.markup.zone is Zone.CORE


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
        elif block.label is Label.RELATED:
            links = True
        elif block.rule == SLIDE_TITLE.id:  # captions below it are no text
            links, text, pictures = True, False, []
        if block.label is not Label.ALT:
            below = block


def _leads_in(block: Block) -> bool:
    """A few words with a colon: "More on this:"."""
    return block.label is Label.PARAGRAPH and block.words <= _LEAD_WORDS and block.text[-1] in ":："
