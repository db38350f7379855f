"""Second pass: captions without a marker, told by the photo credit in them or by a publisher's mark."""

from __future__ import annotations

import itertools
import re

from khabar.blocks import Block, Label
from khabar.characters import fold
from khabar.dates import words_beside_stamp
from khabar.labels.document import Document
from khabar.labels.first import ALT_ATTRIBUTE
from khabar.labels.likeness import pieces, share
from khabar.labels.names import is_agency, names_of, split_byline
from khabar.labels.rules import OPEN, Rule, give, rule
from khabar.pictures.credits import split_caption

CAPTION_CREDIT = rule(
    "caption.credit",
    Label.CAPTION,
    "a line without a full stop that holds a photo credit",
    "جنود في شوارع المدينة (رويترز)",
)
CAPTION_KIND = rule(
    "caption.kind", Label.CAPTION, "a line that ends with words for a kind of picture", "سيارة إسعاف - صورة أرشيفية"
)
CAPTION_ALT = rule(
    "caption.after-alt",
    Label.CAPTION,
    "the line after an alt attribute, in the same words",
    "الحفرة التي أحدثها الانفجار",
)
CAPTION_MARK = rule(
    "caption.mark", Label.CAPTION, "a mark of the publisher's before its captions", "\x1a\x1a لحام المعادن"
)
CAPTION_REPEAT = rule("caption.repeat", Label.BOILERPLATE, "the caption again", "جنود في شوارع المدينة (رويترز)")

_WORDS = 40
"""Words of a caption at the most."""
_LEAST = 3
_SHORT = 3
"""Letters of a word that may be a part of any other."""
_AUTHOR = 6
"""Words of a line of a name and an agency at the most."""
ECHO = 0.6
"""Share of a caption's words that the alt text before it has too, at the least."""
SOURCES = 3
"""Lines with different names in brackets, from which on they are headlines and papers: a press review."""
_TAIL = re.compile(r"\s*[-–—|(]\s*")
_BRACKETS = re.compile(r"[(（]([^()（）]{2,40})[)）]\s*$")


def captions(doc: Document) -> None:
    """Captions told by their credit, by a publisher's mark or by the alt attribute before them."""
    marks = doc.lexicon.words.get("caption.mark", ())
    review = _is_press_review(doc.blocks)
    first = next((b for b in doc.blocks if b.label in OPEN), None)  # a title, with the site's name after it perhaps
    for at, block in enumerate(doc.blocks):
        if block.bullet and block.bullet[0] in marks:
            give(block, CAPTION_MARK)
        elif at == 1 and doc.blocks[0] is first and _may_be_author(block, doc):
            continue  # the head's pass finds it
        elif block is not first and _may_be_caption(block, doc):
            _judge(block, doc, credited=not (review and block.text[-1] in ")）"))
    for block, after in itertools.pairwise(doc.blocks):
        if block.rule == ALT_ATTRIBUTE.id and after.label in OPEN and not after.stop:
            if share(pieces(after.text), pieces(block.value or "")) >= ECHO:
                give_caption(after, CAPTION_ALT, doc)
    _repeats(doc)


def _may_be_caption(block: Block, doc: Document) -> bool:
    """An undecided line that is no byline and no dateline."""
    if block.label is not Label.UNKNOWN or not _LEAST <= block.words <= _WORDS or "byline" in block.hits:
        return False
    return words_beside_stamp(block.text, doc.months, doc.weekdays) is None


def _may_be_author(block: Block, doc: Document) -> bool:
    """The line below the title has nothing but somebody's name and an agency, and the text does not name them: a
    caption shows whom the text is about."""
    if block.words > _AUTHOR or block.label is not Label.UNKNOWN:
        return False
    parts = split_byline(block.text)
    if len(parts) < 2 or not any(is_agency(part, doc) for part in parts):
        return False
    names = names_of(block.text, doc)
    own = [word for name in names for word in name.split() if len(word) > _SHORT]
    return bool(own) and not any(word in one.text for one in doc.blocks if one is not block for word in own)


def _judge(block: Block, doc: Document, *, credited: bool) -> None:
    kinds = doc.lexicon.words.get("credit.kind", ())
    if fold(_TAIL.split(block.text)[-1]).strip(" .()") in kinds:
        give_caption(block, CAPTION_KIND, doc)
    elif credited:
        give_caption(block, CAPTION_CREDIT, doc, credited=True)


def _repeats(doc: Document) -> None:
    seen: set[str] = set()
    for block in doc.blocks:
        if block.rule in (CAPTION_CREDIT.id, CAPTION_KIND.id):
            if block.key in seen:
                give(block, CAPTION_REPEAT)
            seen.add(block.key)


def give_caption(block: Block, verdict: Rule, doc: Document, *, credited: bool = False) -> None:
    """Make a line a caption, its credit taken off; with `credited` only where it has one and words beside it."""
    parts = split_caption(block.text, doc.lexicon)
    caption, credit = parts.caption or "", parts.credit
    found = credit is not None and credit in block.text and (not caption or caption in block.text)
    if credited and not (found and _says_something(caption)):
        return
    if found and caption:
        give(block, verdict, value=caption, credit=credit)
    else:
        give(block, verdict)


def _says_something(caption: str) -> bool:
    """Two words at least that are no initials of the desk ("س.ن/ هـ.ر (أ ف ب)")."""
    return sum(len(word) > 3 and "." not in word[:-1] for word in caption.split()) >= 2


def _is_press_review(blocks: list[Block]) -> bool:
    """Many headlines, each with its paper in brackets."""
    found = {m[1] for b in blocks if b.label is Label.UNKNOWN and (m := _BRACKETS.search(b.text[-60:]))}
    return len(found) >= SOURCES


__all__ = ["captions", "give_caption"]
