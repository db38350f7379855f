"""Second pass over a page: a text whose sentences all stand in links."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.html.evidence import Zone
from khabar.html.prose import sentences
from khabar.labels.document import Document
from khabar.labels.markup import LINK, LINKED
from khabar.labels.rules import give, rule

LINKED_TEXT = rule(
    "paragraph.linked",
    Label.PARAGRAPH,
    "a sentence in a link, where all sentences of the text are in links",
    '<p><a href="…">The council met on Monday to decide what should become of the house.</a></p>',
)
_WORDS = 8
"""Words of a sentence at the least: with fewer it may be a headline with a mark at its end."""
_LEAST = 3
"""Sentences in links, at the least, that are a text."""
_TEXT = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.STANDFIRST))


def linked(doc: Document) -> None:
    """Give back paragraphs that are links, where the text has no others."""
    found: list[Block] = []
    for block in doc.blocks:
        markup = block.markup
        if markup is None or markup.part or markup.zone is not Zone.CORE:
            continue
        if block.rule == LINK.id:
            if markup.tag == "p" and block.stop and block.words >= _WORDS:
                found.append(block)
        elif block.label in _TEXT and markup.linked < LINKED and sentences(block.text):
            return
    if len(found) >= _LEAST:
        for block in found:
            give(block, LINKED_TEXT)
