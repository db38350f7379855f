"""Second pass: what stands below the text. The menus of a whole page, signatures, contacts, teasers."""

from __future__ import annotations

import itertools
import re

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.extent import is_prose
from khabar.labels.first import SHORT
from khabar.labels.likeness import pieces, share
from khabar.labels.markers import BYLINE
from khabar.labels.names import NAME_WORDS, has_role, is_agency, names_of
from khabar.labels.rules import OPEN, give, rule

BELOW = rule("tail.below", Label.BOILERPLATE, "below the text, in the text of a whole page", "من نحن")
LINK = rule(
    "related.below", Label.RELATED, "one of several headlines below the text", "أمطار على الساحل نهاية الأسبوع"
)
CAPTION_BELOW = rule(
    "caption.below",
    Label.CAPTION,
    "one of several short lines below the text, in words of the text",
    "سموه يحيي الحضور",
)
TEASER = rule(
    "related.teaser",
    Label.RELATED,
    "one of several sentences at the end, each of other news: in words that the article does not have",
    "وافقت كندا على اتفاقية تجارية",
)
SIGNATURE = rule("byline.tail", Label.BYLINE, "an agency's signature at the end", "رويترز/ أ ف ب")
ROLE_TAIL = rule("byline.who", Label.BYLINE, "who the author is, at the end", "كاتب ومحلل سياسي")
SOURCE_TAIL = rule("source.tail", Label.BYLINE, "a starred line at the end: where the text is from", "* نقلاً عن عكاظ")
CONTACT = rule(
    "promo.contact", Label.PROMO, "a short line at the end with an address or an account", "someone@example.org"
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
LAST = 6
LAST_WORDS = 18
SIGNATURE_WORDS = 6
SOURCE_WORDS = 8
_CONTACT = re.compile(r"\S@\S|^@\w|\w@$")
_PARTS = re.compile(r"[-/|,،+()]")


def bylines(doc: Document) -> None:
    """A byline's marker far from both ends of the text is an ordinary word."""
    blocks = doc.blocks
    for i, block in enumerate(blocks):
        if block.rule == BYLINE.id:
            if doc.begin + 1 < i < len(blocks) - 4:
                give(block, SHORT)
            elif block.value:
                give(block, BYLINE, value=block.value, names=names_of(block.value, doc))


def tail(doc: Document) -> None:
    """What follows the last sentence of the text."""
    if doc.dump:
        for block in doc.blocks[doc.end :]:
            if block.label in OPEN:
                give(block, BELOW)
    _last_lines(doc)
    if not doc.dump:
        _lines_below(doc)


def _lines_below(doc: Document) -> None:
    """Lines below the last sentence: headlines of other articles, or captions of the article's pictures."""
    below = doc.blocks[doc.end :]
    lines = [b for b in below if b.label is Label.UNKNOWN and not b.stop and not b.bullet]
    if len(lines) < RUN or any(b.text[-1] in ":：" for b in (doc.blocks[doc.end - 1], *lines)):
        return
    beside = sum(b.label in (Label.DATE, Label.RELATED, Label.PROMO) for b in below)
    mean = sum(b.words for b in lines) / len(lines)
    known = set().union(*(pieces(b.text) for b in doc.blocks[: doc.end]))
    about = sum(share(pieces(b.text), known) for b in lines) / len(lines)
    sentences = sum(map(is_prose, doc.blocks[doc.begin : doc.end]))
    if (mean >= TITLE_WORDS_BESIDE and beside > 1) or (mean >= TITLE_WORDS and about < OTHER and sentences >= BODY):
        for block in below:
            if block.label in OPEN:
                give(block, LINK)
    elif all(2 <= b.words <= CAPTION_WORDS for b in lines):
        goes_on = any(b.text.startswith("..") for b in lines)  # "..and meets visitors", as galleries have it
        if goes_on or about >= ABOUT:
            for block in lines:
                give(block, CAPTION_BELOW)


def _last_lines(doc: Document) -> None:
    """An agency's signature, a starred source, who the author is, where to write to."""
    last = [b for b in doc.blocks if b.label is not Label.PROMO and b.label is not Label.BOILERPLATE][-LAST:]
    end = max((i for i, b in enumerate(last) if b.label is Label.PARAGRAPH and b.words > 12), default=-1)
    for i, block in enumerate(last):
        if block.label not in OPEN or block.stop or block.words > LAST_WORDS:
            continue
        if block.words <= SIGNATURE_WORDS and _CONTACT.search(block.text):
            give(block, CONTACT)
        elif block.bullet.startswith("*") and block.words <= SOURCE_WORDS and _alone(last, i):
            give(block, SOURCE_TAIL, names=())
        elif block.words <= SIGNATURE_WORDS and _is_signature(block, doc):
            give(block, SIGNATURE)
        elif i > end and block.label is Label.UNKNOWN and has_role(block, doc):
            give(block, ROLE_TAIL, names=())
            if i and last[i - 1].label is Label.UNKNOWN and last[i - 1].words <= NAME_WORDS:
                give(last[i - 1], SIGNATURE)


def _alone(blocks: list[Block], i: int) -> bool:
    """No list item of the same mark stands beside it."""
    return all(b.bullet != blocks[i].bullet for b in (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + 2]))


def _is_signature(block: Block, doc: Document) -> bool:
    parts = [p for p in _PARTS.split(block.text) if p.strip(' .:*"')]
    known = [is_agency(p, doc) for p in parts]
    return any(known) and all(k or len(p.split()) <= 2 for p, k in zip(parts, known, strict=True))


MOST, LEAST = 5, 3
"""Teasers in a row, at the most and at the least: fewer cannot be told from an article's last paragraphs."""
_SHORTEST, _LONGEST = 12, 60
"""Words of a teaser."""
SHARED = 0.37
"""Share of the teasers that the article says, too, in the mean, at the most. In 210 Arabic articles teasers lie
between .14 and .34, an article's last three paragraphs from .37 on."""


def teasers(doc: Document) -> None:
    """The run of teasers that ends the text, each a paragraph of one sentence that begins afresh."""
    goes_on = tuple(doc.lexicon.words.get("teasers.goes-on", ()))
    begins = tuple(doc.lexicon.words.get("teasers.begins", ()))
    body = [b for b in doc.blocks if b.label is Label.PARAGRAPH]
    fresh = itertools.takewhile(lambda b: _is_fresh(b, goes_on, begins), reversed(body[LEAST:])) if goes_on else ()
    run = list(itertools.islice(fresh, MOST))
    told = [b for b in doc.blocks if b.label in (Label.PARAGRAPH, Label.TITLE, Label.HEADING)]
    found = {id(b): pieces(b.text) for b in told} if len(run) >= LEAST else {}
    for size in range(len(run), LEAST - 1, -1):
        last = {id(b) for b in run[:size]}
        known = set().union(*(words for at, words in found.items() if at not in last))
        before = [id(b) for b in body[:-size][-LEAST:]]
        topic = set().union(*(words for at, words in found.items() if at not in last and at not in before))
        alike = sum(share(found[at], known) for at in last) / size
        # on a front page each paragraph is of another story
        if alike <= SHARED and sum(share(found[at], topic) for at in before) > alike * len(before):
            for block in run[:size]:
                give(block, TEASER)
            return


def _is_fresh(block: Block, goes_on: tuple[str, ...], begins: tuple[str, ...]) -> bool:
    """One or two sentences that do not go on from what stands before: no "and", no list mark."""
    text = block.text
    if (
        not _SHORTEST <= block.words <= _LONGEST
        or block.bullet
        or text[0].isdigit()
        or text.replace("..", "").count(". ") > 1
    ):
        return False
    return not block.key.startswith(goes_on) or block.key.startswith(begins)
