"""Second pass: lines below the last sentence: headlines of other articles, or captions of the article's pictures."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.extent import is_prose
from khabar.labels.likeness import pieces, share
from khabar.labels.rules import OPEN, give, rule

LINK = rule(
    "related.below", Label.RELATED, "one of several headlines below the text", "أمطار على الساحل نهاية الأسبوع"
)
CAPTION_BELOW = rule(
    "caption.below",
    Label.CAPTION,
    "one of several short lines below the text, in words that the text uses",
    "سموه يحيي الحضور",
)
BODY = 3
"""Sentences of a text, at the least, below which lines may be of other articles: a shorter one may be all lines."""
RUN = 3
"""Lines in a row, from which on they are a list of headlines or of captions."""
TITLE_WORDS, TITLE_WORDS_BESIDE = 6, 4
"""Words of headlines in the mean, at the least; fewer do where dates or buttons stand between them."""
CAPTION_WORDS = 7
"""Words of a caption below the text at the most."""
OTHER = 0.25
"""Share of the headlines that the text says, too, in the mean, below which they are of other articles."""
ABOUT = 0.4
"""Share of the captions' words that the text has too, in the mean, at the least."""


def below(doc: Document) -> None:
    """Judge all undecided lines below the text together; in a dump they are gone already."""
    after = doc.blocks[doc.end :]
    lines = [b for b in after if b.label is Label.UNKNOWN and not b.stop and not b.bullet]
    if len(lines) < RUN or any(b.text[-1] in ":：" for b in (doc.blocks[doc.end - 1], *lines)):
        return
    known = set().union(*(pieces(b.text) for b in doc.blocks[: doc.end]))
    about = sum(share(pieces(b.text), known) for b in lines) / len(lines)
    if _are_links(doc, lines, about):
        for block in after:
            if block.label in OPEN:
                give(block, LINK)
    elif doc.alts is None and _are_captions(lines, about):  # where pictures have markers, so have their captions
        for block in lines:
            give(block, CAPTION_BELOW)


def _are_links(doc: Document, lines: list[Block], about: float) -> bool:
    """As long as headlines, and dates or buttons between them, or little of their words in the text."""
    words = sum(b.words for b in lines) / len(lines)
    if sum(b.label in _BESIDE for b in doc.blocks[doc.end :]) > 1:
        return words >= TITLE_WORDS_BESIDE
    return words >= TITLE_WORDS and about < OTHER and sum(map(is_prose, doc.blocks[: doc.end])) >= BODY


def _are_captions(lines: list[Block], about: float) -> bool:
    """Short, and in words of the text; or one goes on from another ("..and meets visitors"), as galleries have it."""
    if not all(2 <= b.words <= CAPTION_WORDS for b in lines):
        return False
    return about >= ABOUT or any(b.text.startswith("..") for b in lines)


_BESIDE = frozenset((Label.DATE, Label.RELATED, Label.PROMO))
