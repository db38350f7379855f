"""Second pass: who wrote it, near the top and at the end, where no label string tells."""

from __future__ import annotations

import re

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.first import DATE, SHORT
from khabar.labels.markers import BYLINE, PUBLISHED, UPDATED
from khabar.labels.rules import OPEN, give, rule

BYLINE_TOP = rule(
    "byline.top",
    Label.BYLINE,
    "a short line between the title and the first paragraph: a name, a desk, a city and an agency",
    "أبوظبي - سكاي نيوز عربية",
)
BYLINE_ROLE = rule("byline.role", Label.BYLINE, "the author's office, behind the name", "BBC golf correspondent")
BYLINE_TAIL = rule("byline.tail", Label.BYLINE, "an agency's signature at the end", "رويترز/ أ ف ب")
SOURCE_TAIL = rule("source.tail", Label.BYLINE, "a starred line at the end: where the text is from", "* نقلاً عن عكاظ")
CONTACT = rule(
    "promo.contact",
    Label.PROMO,
    "a short line at the end with an address or an account to write to",
    "تويتر: @someone",
)
_TOP = 14
_LAST = 6
_CONTACT = re.compile(r"\b(?:e-?mail|ايميل|بريد الكتروني|فاكس|fax|تويتر|twitter)\s*:")
_NAME_WORDS = 7
_SPLIT = re.compile(r"\s[-–—ـ/|]\s?|\s?[-–—ـ/|]\s|/|\(.+\)$|«.+»")


def bylines(doc: Document) -> None:
    """Bylines at the top and the tail; a byline word anywhere else is text."""
    blocks = doc.blocks
    body = _first_paragraph(blocks)
    for i, block in enumerate(blocks):
        if block.rule == BYLINE.id and not (i <= body + 1 or i >= len(blocks) - 4):
            give(block, SHORT)  # far from the ends, the word is an ordinary one
    _top(doc, body)
    _tail(doc)


def _first_paragraph(blocks: list[Block]) -> int:
    for i, block in enumerate(blocks):
        if block.label is Label.PARAGRAPH and block.words > 8:
            return i
    return len(blocks)


def _top(doc: Document, body: int) -> None:
    blocks = doc.blocks
    begin = next((i + 1 for i, b in enumerate(blocks[:body]) if b.label is Label.TITLE), 0)
    lone = _candidates(blocks, begin, body)
    known = [i for i in range(begin, min(body, begin + _TOP)) if blocks[i].label is Label.BYLINE]
    for i in _before_date(blocks, begin) or _bulleted(blocks, begin):
        _name_or_role(blocks[i], role=i - 1 in known and _is_role(blocks[i], doc))
        known.append(i)
    for i in lone:
        block = blocks[i]
        if block.label is Label.BYLINE:
            continue
        if i - 1 in known and block.words <= 12 and (_is_role(block, doc) or (block.words > 1 and not doc.dump)):
            _name_or_role(block, role=_is_role(block, doc))
            known.append(i)
        elif block.words <= _NAME_WORDS and _is_name(block, doc, i, begin, body):
            give(block, BYLINE_TOP)
            known.append(i)
        elif _is_role(block, doc) and block.words <= 12 and i - 1 in lone and i - 1 >= begin:
            give(blocks[i - 1], BYLINE_TOP)
            give(block, BYLINE_ROLE, names=())
            known += [i - 1, i]


def _name_or_role(block: Block, *, role: bool) -> None:
    give(block, BYLINE_ROLE if role else BYLINE_TOP, names=() if role else None)


def _before_date(blocks: list[Block], begin: int) -> list[int]:
    """Short lines right under the title, without blank lines between them, that a date closes."""
    out: list[int] = []
    for i in range(begin, min(begin + 5, len(blocks))):
        block = blocks[i]
        if block.label is Label.DATE:
            return out
        if block.label is Label.BYLINE:
            continue
        if block.label not in OPEN or block.stop or block.words > 9 or (block.gap and i > begin):
            return []
        out.append(i)
    return []


def _bulleted(blocks: list[Block], begin: int) -> list[int]:
    """List items right under the title: the author's box of a page."""
    out: list[int] = []
    for i in range(begin, min(begin + 5, len(blocks))):
        block = blocks[i]
        if not block.bullet or block.label not in OPEN or block.stop or block.words > 9:
            break
        out.append(i)
    if begin == 0 or len(out) > 4 or (len(out) == 1 and blocks[out[0]].words > 4):
        return []  # a list of headlines
    return [] if any(":" in blocks[i].text for i in out) else out


def _candidates(blocks: list[Block], begin: int, body: int) -> list[int]:
    out = []
    for i in range(begin, min(body, begin + _TOP, len(blocks))):
        block = blocks[i]
        if block.label in OPEN and not block.stop and block.group == 0:
            out.append(i)
        elif block.label in (Label.PARAGRAPH, Label.HEADING):
            break
    return out


def _is_role(block: Block, doc: Document) -> bool:
    roles = doc.lexicon.words.get("byline.role", ())
    return any(word.strip(",،.") in roles for word in block.key.split())


def _is_name(block: Block, doc: Document, i: int, begin: int, body: int) -> bool:
    """A name: with the marks of a byline, an agency in it, or alone between the title and the text."""
    key = block.key.strip(" .:")
    agencies = doc.lexicon.words.get("agency", set()) | doc.lexicon.words.get("brand", set())
    if key in agencies or any(part.strip(' .:()"') in agencies for part in re.split(r"[-/|,،()]", key)):
        return True
    if block.text.rstrip()[-1:] in "؟?!" or ('"' in key and "«" not in block.text):
        return False
    if _SPLIT.search(block.text):
        return i + 1 == body or i == begin or doc.blocks[i + 1].label is Label.DATE
    if i + 1 < len(doc.blocks) and doc.blocks[i + 1].rule in (DATE.id, UPDATED.id, PUBLISHED.id):
        return i == begin and block.words <= 4 and not block.gap
    return i == begin and i + 1 == body and block.words <= 5 and not any(c.isdigit() for c in key)


def _tail(doc: Document) -> None:
    """The last lines: an agency's signature, a starred source, who the author is, where to write to."""
    agencies = doc.lexicon.words.get("agency", set()) | doc.lexicon.words.get("brand", set())
    last = [b for b in doc.blocks if b.label is not Label.PROMO and b.label is not Label.BOILERPLATE][-_LAST:]
    end = max((i for i, b in enumerate(last) if b.label is Label.PARAGRAPH and b.words > 12), default=-1)
    for i, block in enumerate(last):
        if block.label not in OPEN or block.stop or block.words > 18:
            continue
        if block.words <= 6 and ("@" in block.text or _CONTACT.search(block.key)):
            give(block, CONTACT)
        elif block.bullet.startswith("*") and block.words <= 8 and _alone(last, i):
            give(block, SOURCE_TAIL, names=())
        elif block.words <= 6 and _signature(block, agencies):
            give(block, BYLINE_TAIL)
        elif i > end and _is_role(block, doc) and block.label is Label.UNKNOWN:
            give(block, BYLINE_ROLE, names=())
            if i and last[i - 1].label is Label.UNKNOWN and last[i - 1].words <= _NAME_WORDS:
                give(last[i - 1], BYLINE_TAIL)


def _alone(blocks: list[Block], i: int) -> bool:
    """No list item of the same mark stands beside it."""
    return all(b.bullet != blocks[i].bullet for b in (*blocks[max(0, i - 1) : i], *blocks[i + 1 : i + 2]))


def _signature(block: Block, agencies: set[str]) -> bool:
    parts = [p.strip(' .:()*+"') for p in re.split(r"[-/|,،+()]", block.key)]
    return any(p in agencies for p in parts) and all(p in agencies or len(p.split()) <= 2 for p in parts if p)


__all__ = ["DATE", "bylines"]
