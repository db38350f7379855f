"""Second pass: which dates are the article's. The others date a teaser, an event of a timeline, the site's head."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.document import Document

_BODY = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.STANDFIRST, Label.UNKNOWN))
NEAR = 1
NEAR_MARKED = 2
"""Paragraphs of the article's beginning at the most before a date of its own, and before one with a marker."""
DIGITS = 5
"""Figures of a date with its year, at the least."""
ABOVE = 2
"""Lines from a date to the title below it, at the most: farther up stands the site's own clock."""


def stamps(doc: Document) -> None:
    """Mark the dates that state when the article was published or changed (`Block.when`)."""
    blocks = doc.blocks
    at = next((i for i, b in enumerate(blocks) if b.label is Label.TITLE), -1)
    dated = _mark(blocks[at + 1 :], titled=at >= 0 or not doc.dump)
    for i, block in enumerate(blocks[: max(0, at)]):
        if block.label is Label.DATE and (dated or at - i > ABOVE):
            block.when = ""
        elif block.label is Label.DATE:
            block.when = block.when or "either"


def _mark(blocks: list[Block], *, titled: bool) -> bool:
    """Mark the dates below the title, or of a text without one; returns whether there is one of the article."""
    sections = paragraphs = 0  # so far, and paragraphs of the first section
    before, dated = Label.UNKNOWN, False
    for block in blocks:
        if block.label is Label.DATE:
            near = NEAR_MARKED if block.when else NEAR
            if before is Label.RELATED or sections > 1 or paragraphs > near or not (titled or sections):
                block.when = ""
            else:
                block.when = block.when or "either"
                dated = True
        elif block.label is Label.BYLINE and not dated and paragraphs <= NEAR and sections < 2 and _has_date(block):
            block.when = "either"
            dated = True
        elif block.label in _BODY:
            sections = sections or 1
            paragraphs += sections == 1
        elif block.label is Label.HEADING:
            sections += 1
        before = block.label
    return dated


def _has_date(block: Block) -> bool:
    """Figures stand in a byline: "By Jane Doe, 3 March 2020"."""
    return sum(map(str.isdigit, block.text)) >= DIGITS
