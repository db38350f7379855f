"""Second pass: titles of other articles that a label line or their dates announce."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.first import MARKS, SENTENCE
from khabar.labels.links import LINK_WORDS, LONE_WORDS, heads_next, link_like, plain_stop
from khabar.labels.markers import RELATED, RELATED_INLINE
from khabar.labels.rules import OPEN, give, rule

RELATED_LIST = rule(
    "related.list",
    Label.RELATED,
    "after the head of a list of other articles",
    "حبس رئيس تحرير الصحيفة",
)
RELATED_DATED = rule(
    "related.dated",
    Label.RELATED,
    "a headline with a date of its own, after the article's first paragraph",
    "Путин эмнеге кол салды? / 10 март 2022",
)

_BETWEEN = frozenset((Label.DATE, Label.RELATED, Label.TITLE_REPEAT))
"""Labels of lines that may stand between the titles of a list."""


LONGEST = 60
"""Lines of a list of other articles at the most."""


def labelled(doc: Document) -> None:
    """Titles after a marker, up to the first sentence or long line."""
    blocks = doc.blocks
    for i, block in enumerate(blocks):
        if block.rule == RELATED_INLINE.id:
            _more_links(blocks, i + 1)
        if block.rule != RELATED.id:
            continue
        last = i
        for j in range(i + 1, min(i + 1 + LONGEST, len(blocks))):
            after = blocks[j]
            if after.label in _BETWEEN or after.rule == MARKS.id:
                continue
            if after.label not in OPEN or after.words > LINK_WORDS or (after.stop and plain_stop(after)):
                break
            if after.first is Label.PARAGRAPH and after.words > 14 and not after.bullet:
                break
            last = j
        if last > i + 1 and _is_heading(doc, i + 1, last):
            last -= 1
        for after in blocks[i + 1 : last + 1]:
            if after.label in OPEN:
                give(after, RELATED_LIST)


def _is_heading(doc: Document, begin: int, at: int) -> bool:
    block, after = doc.blocks[at], doc.blocks[at + 1 : at + 2]
    below = bool(after) and after[0].label is Label.PARAGRAPH
    return below and block.label is Label.UNKNOWN and not block.bullet and heads_next(doc, begin, at)


def _more_links(blocks: list[Block], i: int) -> None:
    """Titles in the lines behind a label with its first title on the same line."""
    while i < len(blocks) and blocks[i].words > 4 and link_like(blocks[i]) and not blocks[i].bullet:
        give(blocks[i], RELATED_LIST)
        i += 1


def dated(doc: Document) -> None:
    """Titles of other articles, each with its date."""
    body = False
    for block, after in zip(doc.blocks, doc.blocks[1:], strict=False):
        body = body or (block.label is Label.PARAGRAPH and block.words > LONE_WORDS)
        if (
            body
            and after.label is Label.DATE
            and block.words <= LINK_WORDS
            and (block.label is Label.UNKNOWN or (block.rule == SENTENCE.id and not plain_stop(block)))
        ):
            give(block, RELATED_DATED)
