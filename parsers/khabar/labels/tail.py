"""Second pass: what stands below the text. The menus of a whole page, signatures, contacts."""

from __future__ import annotations

import re

from khabar.blocks import Block, Label
from khabar.dates import words_beside_stamp
from khabar.labels.document import Document
from khabar.labels.extent import PROSE_WORDS
from khabar.labels.first import SHORT
from khabar.labels.markers import BYLINE, BYLINE_LABEL, PROOF
from khabar.labels.names import NAME_WORDS, has_role, is_agency, names_of, split_byline
from khabar.labels.rules import OPEN, give, rule
from khabar.labels.values import BYLINE_VALUE

BELOW = rule("tail.below", Label.BOILERPLATE, "below the text, in the text of a whole page", "من نحن")
SIGNATURE = rule("byline.tail", Label.BYLINE, "an agency's signature at the end", "رويترز/ أ ف ب")
ROLE_TAIL = rule("byline.who", Label.BYLINE, "who the author is, at the end", "كاتب ومحلل سياسي")
SOURCE_TAIL = rule("source.tail", Label.BYLINE, "a starred line at the end: where the text is from", "* نقلاً عن عكاظ")
STAMP_TAIL = rule("date.tail", Label.DATE, "a date or a time at the end", "15:37 ت م")
CONTACT = rule(
    "promo.contact", Label.PROMO, "a short line at the end with an address or an account", "someone@example.org"
)

LAST = 6
LAST_WORDS = 18
SIGNATURE_WORDS = 6
SOURCE_WORDS = 8
_CONTACT = re.compile(r"\S@\S|^@\w|\w@$")
_PARTS = re.compile(r"[-/|,،+()]")


def bylines(doc: Document) -> None:
    """The names in lines with a marker; far from both ends of the text a byline's marker is an ordinary word."""
    blocks = doc.blocks
    for i, block in enumerate(blocks):
        if block.rule == PROOF.id and _may_name(block):  # "Hespress - Amal Kannin"
            people = tuple(name for name in names_of(block.text, doc) if not is_agency(name, doc))
            give(block, PROOF, names=people)
        elif block.rule == BYLINE.id and doc.begin + 1 < i < len(blocks) - 4:
            give(block, SHORT)
        elif block.rule in _NAMED:
            value = block.text if block.value is None else block.value
            line = block.text if block.rule == BYLINE.id else value  # its marker says what it leads
            give(block, _NAMED[block.rule], value=value, names=names_of(line, doc))


_NAMED = {one.id: one for one in (BYLINE, BYLINE_LABEL, BYLINE_VALUE)}
"""Rules of lines whose marker leads names."""


def _may_name(block: Block) -> bool:
    """May the line of a publisher hold names, too? One that is always the same has none: "The Post, Quay Street"."""
    return block.hits["proof"].mode != "line" and len(split_byline(block.text)) > 1


def tail(doc: Document) -> None:
    """What follows the last sentence of the text."""
    if doc.dump:
        for block in doc.blocks[doc.end :]:
            if block.label in OPEN:
                give(block, BELOW)
    last = [b for b in doc.blocks if b.label is not Label.PROMO and b.label is not Label.BOILERPLATE][-LAST:]
    end = max((i for i, b in enumerate(last) if b.label is Label.PARAGRAPH and b.words > PROSE_WORDS), default=-1)
    for i, block in enumerate(last):
        if block.label in OPEN and not block.stop and block.words <= LAST_WORDS:
            _judge(last, i, doc, after=i > end)


def _judge(last: list[Block], i: int, doc: Document, *, after: bool) -> None:
    """One of the last lines: where to write to, a starred source, an agency's signature, who the author is."""
    block = last[i]
    brief = block.words <= SIGNATURE_WORDS
    if words_beside_stamp(block.text, doc.months, doc.weekdays) in (0, 1):
        give(block, STAMP_TAIL)
    elif brief and _CONTACT.search(block.text):
        give(block, CONTACT)
    elif block.bullet.startswith("*") and block.words <= SOURCE_WORDS and _alone(last, i):
        give(block, SOURCE_TAIL, names=())
    elif brief and _is_signature(block, doc):
        give(block, SIGNATURE, names=names_of(block.text, doc))
    elif after and block.label is Label.UNKNOWN and has_role(block, doc):
        give(block, ROLE_TAIL, names=())
        if i and last[i - 1].label is Label.UNKNOWN and last[i - 1].words <= NAME_WORDS:
            give(last[i - 1], SIGNATURE)


def _alone(blocks: list[Block], i: int) -> bool:
    """No list item of the same mark stands beside it."""
    return all(b.bullet != blocks[i].bullet for b in (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + 2]))


def _is_signature(block: Block, doc: Document) -> bool:
    parts = [p for p in _PARTS.split(block.text) if p.strip(' .:*"')]
    known = [is_agency(p, doc) for p in parts]
    if any(map(str.isdigit, block.text)):
        return False
    return any(known) and all(k or len(p.split()) <= 2 for p, k in zip(parts, known, strict=True))
