"""Second pass: a marker alone on its line, and its value on the next (a browser's innerText, `get_text`)."""

from __future__ import annotations

import itertools

from khabar.blocks import Block, Label
from khabar.dates import looks_like_date
from khabar.labels.document import Document
from khabar.labels.first import URL
from khabar.labels.markers import BYLINE_DETAIL, BYLINE_LABEL, CAPTION, CREDIT
from khabar.labels.rules import Rule, give, rule

MARKER_ALONE = rule("marker.alone", Label.MARKER, "a marker whose value stands on the next line", "صدر الصورة،")
CREDIT_VALUE = rule("credit.value", Label.CREDIT, "the line after a credit's marker", "GETTY IMAGES")
CAPTION_VALUE = rule("caption.value", Label.CAPTION, "the line after a caption's marker", "ميناء المدينة")
BYLINE_VALUE = rule("byline.value", Label.BYLINE, "the line after a marker of the author's box", "منى سالم")
DATE_VALUE = rule("date.value", Label.DATE, "the line after a date's marker", "7 أكتوبر 2019")

CREDIT_WORDS = 16
CREDIT_SENTENCE = 6
"""Words of a credit on its own line, and of one that ends with a full stop, at the most."""
CAPTION_WORDS = 200
BYLINE_WORDS = 12


def values(doc: Document) -> None:
    """Give the value after a lone marker its label, and the marker itself the label `marker`."""
    for block, after in itertools.pairwise(doc.blocks):
        if block.value != "" or block.first_rule != block.rule:
            continue  # it has its value; or it is part of a promo
        media = block.media
        made = _made(block, after, doc)
        if made is None:
            continue
        if block.when:
            give(after, made, when=block.when)
            continue
        give(block, MARKER_ALONE)
        give(after, made, media=media, names=() if made is BYLINE_DETAIL else None)


def _made(block: Block, after: Block, doc: Document) -> Rule | None:
    """What the line after a lone marker is; None where it is not the marker's value."""
    rule = block.rule
    if block.when:
        return DATE_VALUE if looks_like_date(after.text, doc.months, doc.weekdays) else None
    if rule == CREDIT.id:
        other = after.rule == URL.id or (after.rule == CREDIT.id and after.key != block.key)
        brief = after.words <= (CREDIT_SENTENCE if after.stop else CREDIT_WORDS)
        return CREDIT_VALUE if brief and (other or _is_open(after)) else None
    if not _is_open(after):
        return None
    if rule == CAPTION.id:
        return CAPTION_VALUE if after.words <= CAPTION_WORDS else None
    if after.words > BYLINE_WORDS:
        return None
    return {BYLINE_LABEL.id: BYLINE_VALUE, BYLINE_DETAIL.id: BYLINE_DETAIL}.get(rule)


def _is_open(block: Block) -> bool:
    """It may be a value: no marker of its own made it something else."""
    return block.label in (Label.UNKNOWN, Label.PARAGRAPH) and block.first in (Label.UNKNOWN, Label.PARAGRAPH)
