"""Second pass: which dates are the article's. The others date a teaser, an event of a timeline, the site's head."""

from __future__ import annotations

from khabar.blocks import Label
from khabar.labels.document import Document

_BODY = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.STANDFIRST, Label.UNKNOWN))
NEAR = 1
NEAR_MARKED = 2
"""Paragraphs of the article's beginning at the most before a date of its own, and before one with a marker."""


def stamps(doc: Document) -> None:
    """Mark the dates that state when the article was published or changed (`Block.when`)."""
    sections = paragraphs = 0  # so far, and paragraphs of the first section
    titled = not doc.dump  # a dump has the date of its day above the title
    before = Label.UNKNOWN
    for block in doc.blocks:
        label = block.label
        if label is Label.DATE:
            near = NEAR_MARKED if block.when else NEAR
            if before is Label.RELATED or sections > 1 or paragraphs > near or not (titled or sections):
                block.when = ""
            elif not block.when:
                block.when = "either"
        elif label in _BODY:
            sections = sections or 1
            paragraphs += sections == 1
        elif label is Label.HEADING:
            sections += 1
        elif label is Label.TITLE:
            titled = True
        before = label
