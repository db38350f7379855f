"""Whose names a page's blocks hold: the article's authors, and what is stripped beside them."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.blocks import Block, Label
from khabar.bylines.authors import Piece, authors_in
from khabar.bylines.choice import choose_byline
from khabar.bylines.words import byline_words
from khabar.characters import fold
from khabar.html.page import Source
from khabar.html.sentences import is_sentence
from khabar.labels.document import Document
from khabar.labels.ends import NEXT
from khabar.labels.markup import BYLINE_MARKUP
from khabar.labels.rules import give

_STRIPPED = frozenset((Label.BYLINE, Label.BOILERPLATE, Label.PROMO, Label.RELATED, Label.DATE, Label.MEDIA))
"""Labels of blocks that may hold a name of the author beside other words."""
_BODY = frozenset((Label.PARAGRAPH, Label.HEADING, Label.LIST_ITEM, Label.STANDFIRST, Label.UNKNOWN))
"""Labels of blocks that are the article's text, unless they are nothing but the byline."""
_LINES = 3
"""Lines like "By Ana Lund" at the most: more of them are the authors of other articles."""


def mark_bylines(source: Source, doc: Document) -> tuple[str, ...]:
    """The article's authors. Of the blocks that hold a byline only their names are kept; the rest is stripped."""
    known = byline_words(doc.lexicon)
    sites = source.metadata.sites - source.metadata.persons
    lines = [block for block in doc.blocks if block.label is Label.BYLINE and block.names is None]
    texts = [b.text if b.value is None else b.value for b in lines if b.rule != BYLINE_MARKUP.id]
    said: dict[str, None] = {}
    if len(texts) <= _LINES:
        for text in texts:
            said.update(dict.fromkeys(authors_in([Piece(text)], known, sites=sites)))
    following = " ".join(block.text for block in doc.blocks if block.rule == NEXT.id)
    boxes = [box for box in source.bylines if not (box.below and following and box.text in following)]

    def is_shown(name: str) -> bool:
        folded = fold(name)
        return any(folded in fold(text) for text in (*(box.text for box in boxes), *(b.text for b in doc.blocks)))

    meta = source.metadata
    byline = choose_byline(meta.byline, boxes, tuple(said), known, sites, is_shown, meta.accounts)
    for block in lines:
        block.names = tuple(name for name in byline if name in block.text)
    texts = [box.text for box in boxes]
    for name in byline:
        if not any(name in block.text for block in lines):
            _take_from_box(name, texts, doc.blocks)
    return byline


def _take_from_box(name: str, boxes: Sequence[str], blocks: Sequence[Block]) -> None:
    """Mark a name in the box that it was read from: what is stripped of it is the rest."""
    for block in blocks:
        text = block.text
        if name not in text or block.markup is None or block.markup.chars:
            continue
        if block.label in _STRIPPED and any(text in box or box in text for box in boxes):
            block.names = (*(block.names or ()), name)
            return
        if block.label in _BODY and is_sentence(*_round(text, name), name):
            continue  # the text tells of somebody
        if block.label in _BODY and (text in boxes or (text == name and any(text in box for box in boxes))):
            give(block, BYLINE_MARKUP, names=(name,))
            return


def _round(text: str, name: str) -> tuple[str, str]:
    before, _, after = text.partition(name)
    return before.strip(), after.strip()
