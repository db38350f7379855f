"""Second pass: a label alone on its line, and its value on the next (a browser's innerText, `get_text`)."""

from __future__ import annotations

import itertools

from khabar.blocks import Block, Label
from khabar.dates import looks_like_date
from khabar.labels.document import Document
from khabar.labels.first import BYLINE_DETAIL, BYLINE_LABEL, CAPTION, CREDIT, PUBLISHED, UPDATED, URL
from khabar.labels.rules import give, rule

LABEL_WORD = rule("marker.alone", Label.MARKER, "a label whose value stands on the next line", "صدر الصورة،")
CREDIT_VALUE = rule("credit.value", Label.CREDIT, "the line behind a credit's label", "GETTY IMAGES")
CAPTION_VALUE = rule("caption.value", Label.CAPTION, "the line behind a caption's label", "ميناء المدينة")
BYLINE_VALUE = rule("byline.value", Label.BYLINE, "the line behind a label of the author's box", "منى سالم")
DATE_VALUE = rule("date.value", Label.DATE, "the line behind a date's label", "7 أكتوبر 2019")

CREDIT_WORDS = 16
CAPTION_WORDS = 200


def values(doc: Document) -> None:
    """Give the value behind a lone label its label, and the label itself the label `label`."""
    blocks = doc.blocks
    for block, after in itertools.pairwise(blocks):
        if block.first_rule != block.rule:
            continue  # inside a promo
        if block.rule == CREDIT.id:
            mode = block.hits["credit"]
            if (
                mode.length >= len(block.key)
                and (_value(after) or after.rule == URL.id or (after.rule == CREDIT.id and after.key != block.key))
                and after.words <= CREDIT_WORDS
                and (not after.stop or after.words <= 6)
            ):
                give(block, LABEL_WORD)
                give(after, CREDIT_VALUE)
        elif block.rule == CAPTION.id:
            hit = caption_hit(block)
            if hit and hit[1] >= len(block.key) and _value(after) and after.words <= CAPTION_WORDS:
                give(block, LABEL_WORD)
                give(after, CAPTION_VALUE)
                after.media = hit[0]
        elif block.rule in (BYLINE_LABEL.id, BYLINE_DETAIL.id):
            hit_ = block.hits[block.rule]
            if hit_.mode == "prefix" and hit_.length >= len(block.key) and _value(after) and after.words <= 12:
                give(after, BYLINE_VALUE if block.rule == BYLINE_LABEL.id else BYLINE_DETAIL)
                give(block, LABEL_WORD)
        elif block.rule in (UPDATED.id, PUBLISHED.id) and looks_like_date(after.text, doc.months, doc.weekdays):
            hit_ = block.hits["updated" if block.rule == UPDATED.id else "published"]
            if hit_.length >= len(block.key):
                give(after, DATE_VALUE)


def _value(block: Block) -> bool:
    """It may be a value: no label string of its own made it something else."""
    return block.label in (Label.UNKNOWN, Label.PARAGRAPH) and block.first in (Label.UNKNOWN, Label.PARAGRAPH)


def caption_hit(block: Block) -> tuple[str, int] | None:
    """("video" | "audio" | "", length of the label in the folded text) of a block that has a caption label."""
    for cls, media in (
        ("caption.image", ""),
        ("caption.video", "video"),
        ("caption.audio", "audio"),
        ("caption", ""),
    ):
        hit = block.hits.get(cls)
        if hit is not None:
            return media, hit.length
    return None
