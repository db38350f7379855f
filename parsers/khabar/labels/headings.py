"""Second pass: headings, told from short paragraphs, list items, verse and the last lines of a text."""

from __future__ import annotations

import itertools
import re

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.first import SENTENCE
from khabar.labels.likeness import SAID, said_below
from khabar.labels.rules import Rule, give, rule

HEADING = rule(
    "heading.short",
    Label.HEADING,
    "a short line without a full stop, and text of the article below it",
    "عالم متعدد الأقطاب",
)
HEADING_QUESTION = rule(
    "heading.question", Label.HEADING, "a short question, and the answer below it", "لماذا يرفضون المشاركة؟"
)
HEADING_COLON = rule("heading.colon", Label.HEADING, "a few words and a colon over a list", "مواعيد المباريات:")
LEAD_IN = rule("paragraph.lead-in", Label.PARAGRAPH, "ends with a colon and introduces what follows", "وأضاف قائلا:")
RELATED_LEAD = rule(
    "related.lead", Label.RELATED, "a short line right above titles of other articles", "من أخبار المدينة"
)
PARAGRAPH_SHORT = rule("paragraph.short", Label.PARAGRAPH, "a short line that heads nothing", "(the default)")
VERSE = rule(
    "paragraph.verse",
    Label.PARAGRAPH,
    "one of many short lines in a row: verse, or a broken column",
    "على قدر أهل العزم",
)
LIST_UNMARKED = rule(
    "list.unmarked",
    Label.LIST_ITEM,
    "one of the lines in a row after a colon",
    "2018: رافايل نادال",
)

_FACT = re.compile(r"[^\W\d]\S*(?: \S+)?: ?\d\S*(?: \S+){0,2}$")
"""A word or two, a colon, a figure: "Kick-off: 16:45 GMT"."""
_NUMBERED = re.compile(r"\d{1,2}[.)]")
"""A section's number: "5.3 Yemen:"."""
HEADING_WORDS = 15
QUESTION_WORDS = 16
COLON_WORDS = 5
VERSE_LINES = 6
_MARKS = ".?؟!;？\"'”’») "
"""What a question may end with."""
_BODY = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE))
_ABOVE = frozenset((Label.TITLE_REPEAT, Label.DATE, Label.BYLINE))
"""Labels right below which no heading stands, but a name, a caption, a button."""
_PASSED = frozenset(
    (
        Label.ALT,
        Label.CREDIT,
        Label.CAPTION,
        Label.MARKER,
        Label.PROMO,
        Label.SKIP,
        Label.MEDIA,
        Label.DATE,
        Label.RELATED,
        Label.TITLE_REPEAT,
    )
)


def verse(doc: Document) -> None:
    """Many short lines in a row are verse or a broken column; behind a colon, items of a list."""
    blocks = doc.blocks
    i = 0
    while i < len(blocks):
        j = i
        while j < len(blocks) and blocks[j].label is Label.UNKNOWN and not _ends_with_colon(blocks[j]):
            j += 1
        if j - i >= 2:
            lead = i > 0 and _ends_with_colon(blocks[i - 1]) and blocks[i - 1].label in (Label.UNKNOWN, *_BODY)
            _judge_short(blocks, i, j, lead)
        i = max(j, i + 1)


def _judge_short(blocks: list[Block], begin: int, end: int, lead: bool) -> None:
    last = end
    if end < len(blocks) and _ends_with_colon(blocks[end]) and blocks[end].words > COLON_WORDS:
        last -= 1  # the heading of the next list, before its lead-in
    if lead:
        for block in blocks[begin:last]:
            give(block, LIST_UNMARKED)
    elif last - begin >= VERSE_LINES:
        for block in blocks[begin:last]:
            give(block, VERSE)


def _ends_with_colon(block: Block) -> bool:
    return block.text[-1] in ":："


def headings(doc: Document) -> None:
    """A short line with text below it is a heading; what is left is a paragraph."""
    blocks = doc.blocks
    follows = _what_follows(blocks)
    joins = tuple(doc.lexicon.words.get("joins", ()))
    for block, below in itertools.pairwise(blocks):
        if block.label is Label.UNKNOWN and below.label is Label.RELATED and not _ends_with_colon(block):
            give(block, RELATED_LEAD)
    for i, block in enumerate(blocks):
        if block.label is Label.UNKNOWN and _ends_with_colon(block):
            give(block, judge_colon(block, follows[i], joins))
    for i, block in enumerate(blocks):
        if block.label is Label.UNKNOWN:
            give(block, HEADING if _heads(doc, i, follows[i]) else PARAGRAPH_SHORT)
        elif block.rule == SENTENCE.id and block.words <= QUESTION_WORDS and _question(block):
            if _has_text(block, follows[i]) and _stands_alone(blocks, i):
                give(block, HEADING_QUESTION)


def _heads(doc: Document, i: int, after: Block | None) -> bool:
    """Is the line the heading of the text below it?"""
    block = doc.blocks[i]
    below = doc.blocks[i + 1] if i + 1 < len(doc.blocks) else None
    if block.words > HEADING_WORDS or after is None or _FACT.match(block.text):
        return False
    if not (_has_text(block, after) or after.label is Label.LIST_ITEM or after.rule == LEAD_IN.id):
        return False
    if below is not None and below.label is Label.PROMO:
        return False  # a button's
    if below is not None and below.label is Label.PARAGRAPH and below.text[0].islower():
        return False  # its sentence goes on below it
    above = doc.blocks[i - 1] if i else None
    if above is not None and above.label in _ABOVE:
        return False
    if above is not None and (above.label is Label.TITLE or _unfinished(above, doc)):
        return said_below(doc.blocks, i) >= SAID
    return True


def _has_text(block: Block, after: Block | None) -> bool:
    """A longer text stands below the line."""
    return after is not None and after.label in _BODY and not after.bullet and after.words > block.words


def _unfinished(before: Block, doc: Document) -> bool:
    """A line of text without a full stop: what stands below it is a part of it, or its like."""
    return before.label is Label.PARAGRAPH and not before.stop and not _ends_with_colon(before) and not doc.stopless


def judge_colon(block: Block, after: Block | None, joins: tuple[str, ...]) -> Rule:
    """A few words with a colon over a list or over short lines are its heading; anything else leads in."""
    joined = block.words > 1 and block.key.startswith(joins)  # "and he added": a sentence of the text goes on
    numbered = _NUMBERED.match(block.text) is not None
    dated = block.text[0].isdigit() and not numbered  # "3 March:" in a timeline
    if block.words <= COLON_WORDS and after is not None and not block.bullet and not joined and not dated:
        if after.label in (Label.LIST_ITEM, Label.UNKNOWN) or ((block.words <= 3 or numbered) and _plain(after)):
            return HEADING_COLON
    return LEAD_IN


def _plain(block: Block | None) -> bool:
    """A paragraph that is no list item and does not begin with a quotation mark."""
    return block is not None and block.label is Label.PARAGRAPH and block.text[0] not in "\"'“‘«„" and block.words > 8


def _question(block: Block) -> bool:
    return block.text.rstrip("\"'”’») !")[-1:] in "?؟？;" and block.text[0] not in "\"'“‘«-–—"


def _stands_alone(blocks: list[Block], i: int) -> bool:
    """One sentence only, and no question before it: a text that asks question upon question is prose."""
    text = blocks[i].text.replace("..", "").rstrip(_MARKS)
    if ":" in text[:24] or "：" in text[:24]:
        return False  # an interviewer's question, with the name before it
    if any(c in text for c in ".?؟!"):
        return False
    return i > 0 and not (blocks[i - 1].label is Label.PARAGRAPH and _question(blocks[i - 1]))


def _what_follows(blocks: list[Block]) -> list[Block | None]:
    """For every block the next one of the article, pictures and promos passed over."""
    out: list[Block | None] = [None] * len(blocks)
    after: Block | None = None
    for i in range(len(blocks) - 1, -1, -1):
        out[i] = after
        if blocks[i].label not in _PASSED:
            after = blocks[i]
    return out
