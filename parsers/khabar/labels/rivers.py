"""Second pass over a page: rows of teasers, each a heading that is a link, a picture, a sentence or two."""

from __future__ import annotations

from itertools import pairwise

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.markup import LINK, LINKED
from khabar.labels.rules import give, rule
from khabar.lazy import Lazy

CARD = rule(
    "related.card", Label.RELATED, "in a row of teasers whose headings are links", "(a sentence of another article)"
)
NUMBERED = rule(
    "heading.numbered",
    Label.HEADING,
    "a heading that is a link, numbered as those before and after it, with more text below it than a teaser has",
    "<h3>3) <a>A film</a></h3>",
)
_TEXT = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE))
_PICTURE = frozenset((Label.ALT, Label.CAPTION, Label.CREDIT))
OVER_TEASERS = rule(
    "related.heading", Label.RELATED, "a heading right above a row of links to other articles", "Most read in Sport"
)
CARDS = 3
"""Teasers in a row at the least."""
_WORDS = 45
"""Words of the text below a heading, in the mean, from which on it is a part of the article."""
_NUMBER = Lazy(r"(\d{1,3})\W")
_TEXTS = 2
"""Texts of a teaser at the most."""


def rivers(doc: Document) -> None:
    """Strip rows of teasers: what stands between headings that are links, and behind the last of them."""
    blocks = doc.blocks
    _questions(blocks)
    _keep_numbered(blocks)
    run: list[int] = []
    texts = 0
    for i, block in enumerate(blocks):
        if block.rule == LINK.id and block.markup is not None and block.markup.heading:
            run.append(i)
            texts = 0
        elif block.label in _TEXT:
            texts += 1
            if texts > _TEXTS and run:
                _strip(blocks, run)
                run = []
        elif block.label is Label.HEADING:
            _strip(blocks, run)
            run = []
    _strip(blocks, run)


def over_teasers(doc: Document) -> None:
    """Strip headings of rows of links: text below the row is not theirs."""
    links = 0
    for block in reversed(doc.blocks):
        if block.label is Label.RELATED:
            links += 1
        elif block.label is Label.HEADING:
            if links >= CARDS:
                give(block, OVER_TEASERS)
            links = 0
        elif block.label in _TEXT:
            links = 0


def _questions(blocks: list[Block]) -> None:
    """Headings that are links and end as sentences do, in elements of which others are teasers'."""
    signs = {b.markup.sign for b in blocks if b.rule == LINK.id and b.markup is not None and b.markup.heading}
    for block in blocks:
        markup = block.markup
        if block.label is Label.HEADING and markup is not None and markup.linked >= LINKED and markup.sign in signs:
            give(block, LINK)


def _keep_numbered(blocks: list[Block]) -> None:
    """Make linked headings that count up or down headings, where they have text below them: a list of works."""
    linked = [i for i, b in enumerate(blocks) if b.rule == LINK.id and b.markup is not None and b.markup.heading]
    numbers = [int(found[1]) if (found := _NUMBER().match(blocks[i].text)) else None for i in linked]
    if len(linked) < CARDS or None in numbers:
        return
    steps = {b - a for a, b in pairwise(n for n in numbers if n is not None)}
    if steps != {1} and steps != {-1}:
        return
    below = (b.words for b in blocks[linked[0] : linked[-1]] if b.label in _TEXT)
    if sum(below) >= _WORDS * (len(linked) - 1):
        for i in linked:
            give(blocks[i], NUMBERED)


def _strip(blocks: list[Block], run: list[int]) -> None:
    if len(run) < CARDS:
        return
    signs = set()
    for at, after in zip(run, [*run[1:], None], strict=True):
        for block in blocks[at + 1 : after]:
            if after is None and block.label in _TEXT and (block.markup is None or block.markup.sign not in signs):
                return
            if block.label in _TEXT or block.label in _PICTURE:
                if block.markup is not None and block.label in _TEXT:
                    signs.add(block.markup.sign)
                give(block, CARD)
