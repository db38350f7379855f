"""Second pass: captions and credits without a label string, in the forms of other houses."""

from __future__ import annotations

import re

from khabar.blocks import Block, Label
from khabar.characters import fold
from khabar.labels.document import Document
from khabar.labels.markers import BYLINE
from khabar.labels.rules import give, rule
from khabar.labels.titles import title_of

CAPTION_AGENCY = rule(
    "caption.agency",
    Label.CAPTION,
    "a line without a full stop that ends with an agency's name in brackets",
    "جنود في شوارع المدينة (رويترز)",
)
CAPTION_MARK = rule(
    "caption.mark", Label.CAPTION, "a mark of the publisher's before its captions", "\x1a\x1a لحام المعادن"
)
CAPTION_BYLINE = rule(
    "caption.above-byline",
    Label.CAPTION,
    "a line between the title and the author's name, in the text of a whole page",
    "الدكتور محمد عبد العاطي وزير الري",
)
CAPTION_REPEAT = rule("caption.repeat", Label.BOILERPLATE, "the caption said again", "جنود في شوارع المدينة (رويترز)")

_AGENCY = re.compile(r"\(([^()]{2,40})\)\s*$")
_WORDS = 40
_NEAR = 8
"""Blocks between a title and the author's name in which a caption is looked for."""


def agency_at_end(block: Block, agencies: set[str]) -> re.Match[str] | None:
    """The brackets at the end of the text, where an agency stands in them ("(رويترز)", "(AFP/Getty Images)")."""
    found = _AGENCY.search(block.text[-60:])
    if found is None:
        return None
    names = [part.strip(" .") for part in re.split(r"[/،,|+-]", fold(found[1]))]
    return found if any(name in agencies for name in names) else None


def _says_something(text: str) -> bool:
    """Words before the brackets, and not the initials of the desk ("س.ن/ هـ.ر (أ ف ب)")."""
    return sum(len(word) > 3 and "." not in word[:-1] for word in text.rpartition("(")[0].split()) >= 2


def captions(doc: Document) -> None:
    """Captions told by the agency at their end, by a publisher's mark, or by the byline below them."""
    agencies = doc.lexicon.words.get("agency", set()) | doc.lexicon.words.get("credit.end", set())
    marks = doc.lexicon.words.get("caption.mark", ())
    seen: set[str] = set()
    for block in doc.blocks:
        if block.bullet and block.bullet[0] in marks:
            give(block, CAPTION_MARK)
        elif block.label is Label.UNKNOWN and block.text[-1] == ")" and 3 <= block.words <= _WORDS:
            found = agency_at_end(block, agencies)
            if found is None or not _says_something(block.text):
                continue
            caption, credit = block.text.rstrip()[:-1].rsplit("(", 1)
            give(block, CAPTION_AGENCY, value=caption.strip(), credit=credit.strip())
            if block.key in seen:
                give(block, CAPTION_REPEAT)
            seen.add(block.key)


def captions_above_bylines(doc: Document) -> None:
    """In the text of a whole page: what stands between title and byline, and is neither date nor button."""
    if not doc.dump:
        return
    blocks = doc.blocks
    head = title_of(doc)
    begin = blocks.index(head) + 1 if head is not None else 0
    for i in range(begin, min(begin + _NEAR, len(blocks) - 1)):
        block = blocks[i]
        if block.label is Label.UNKNOWN and block.words >= 4 and blocks[i + 1].rule == BYLINE.id:
            give(block, CAPTION_BYLINE)
