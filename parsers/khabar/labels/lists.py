"""Second pass over a page: lists of the article whose items are links."""

from __future__ import annotations

import itertools

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.markup import ITEM_MARKUP, LINK, LINKED_HALF
from khabar.labels.rules import give, rule

LIST_LINKS = rule(
    "list.links",
    Label.LIST_ITEM,
    "a link in a list that a colon announces, or whose other items are plain text",
    '<li><a href="…">Halvar and Sons</a></li>',
)
_ANNOUNCING = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.STANDFIRST))
_ANNOUNCING_WORDS = 8
"""Words of the sentence that announces a list of titles: "You may also like these articles:" is a label."""
_NAME_WORDS = 5.0
"""Words of items in the mean, below which they are names of things and no titles."""
_PLAIN = 3
"""Items of a list between paragraphs for each plain one, at the most, if its links are the article's, too."""
_LEAST = 2
"""Items of a list: one link alone is a teaser."""
_ITEMS = frozenset(("li", "p"))
"""Elements that an item of a text is in; teasers are made of others."""


def lists(doc: Document) -> None:
    """Give back the linked items of lists that are the article's own."""
    before: Block | None = None
    runs = [(number, list(run)) for number, run in itertools.groupby(doc.blocks, key=_list_of)]
    for at, (number, items) in enumerate(runs):
        if number:
            links = [b for b in items if b.rule == LINK.id and b.markup is not None and b.markup.tag in _ITEMS]
            if links and len(items) >= _LEAST and not any(b.markup is not None and b.markup.heading for b in items):
                if _announced(before, links) or _mixed(items, links, within=_within(before, runs, at)):
                    for block in links:
                        give(block, LIST_LINKS)
        before = items[-1]


def _list_of(block: Block) -> int:
    return block.markup.list if block.markup is not None else 0


def _announced(before: Block | None, links: list[Block]) -> bool:
    """A sentence of the article leads in: long enough, or the items are too short for titles."""
    if before is None or before.label not in _ANNOUNCING or before.text[-1] not in ":：":
        return False
    return before.words >= _ANNOUNCING_WORDS or sum(b.words for b in links) < _NAME_WORDS * len(links)


def _within(before: Block | None, runs: list[tuple[int, list[Block]]], at: int) -> bool:
    """Does a list stand between two paragraphs of the text?"""
    after = runs[at + 1][1][0] if at + 1 < len(runs) else None
    return before is not None and after is not None and before.label is after.label is Label.PARAGRAPH


def _mixed(items: list[Block], links: list[Block], *, within: bool) -> bool:
    """As many of its items are plain text, in elements of the same names: a teaser's title and topic are not. Of a
    list `within` the text one in `_PLAIN` is enough, if it is no sentence: those stand below teasers' titles."""
    signs = {b.markup.sign for b in links if b.markup is not None}
    plain = [b for b in items if b.rule == ITEM_MARKUP.id and b.markup is not None and b.markup.linked < LINKED_HALF]
    enough = len(plain) >= len(links) or (
        within and len(plain) * _PLAIN >= len(items) and not any(b.stop for b in plain)
    )
    return enough and all(b.markup is not None and b.markup.sign in signs for b in plain)
