"""Second pass: titles of other articles that nothing announces: links between paragraphs, told by their shape."""

from __future__ import annotations

import re

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.first import INNER_STOP, SENTENCE
from khabar.labels.likeness import SAID, said_above, said_below
from khabar.labels.rules import OPEN, give, rule

RELATED_BULLETS = rule(
    "related.bullets",
    Label.RELATED,
    "list items without a full stop and with no lead-in: links",
    "• WHO: cases may rise",
)
RELATED_RUN = rule(
    "related.run",
    Label.RELATED,
    "several headlines in a row, with no list announced",
    "9 دول تمتلك أسلحة نووية.. تعرف عليها",
)
RELATED_LONE = rule(
    "related.lone",
    Label.RELATED,
    "too long for a heading, and in words that the text below does not use",
    "استفتاء الإجهاض: رئيس الوزراء يشيد بالنتيجة",
)

RELATED_TIGHT = rule(
    "related.tight",
    Label.RELATED,
    "one of several lines set closer than paragraphs are, without full stops: a list of links",
    "China escalates trade war",
)


LIST_TIGHT = rule(
    "list.tight",
    Label.LIST_ITEM,
    "one of several lines set closer than paragraphs are, under a heading or a line with a colon",
    "Joe Root",
)


LINK_WORDS = 28
LONE_WORDS = 18
"""Words of a title in a list, and of one alone, at the most."""
HEADING_WORDS = 8
COLON_WORDS = 5
"""Words at the most of a line that is a heading where nothing else tells, and of one with a colon in it."""
LABEL_WORDS = 9
"""Words at the most of the line above a list of titles that names it."""
TITLE_WORDS = 5.5
"""Words of titles on average at the least, in a list under a short line."""
NEWS = 0.35
"""Share of a list of titles that the article's text above it says at the most: of the article's own lists under a
short line seven in eight have sentences, shorter lines or a larger share (1,100 pages of 90 houses)."""
FAR_WORDS = 6
FAR = 3
"""Words of a heading at the most right below titles of other articles, and how many more each of these has; one
is enough where blank lines stand between paragraphs, but not above this line."""

_ANNOUNCING = frozenset((Label.TITLE, Label.TITLE_REPEAT, Label.DATE, Label.BYLINE, Label.HEADING, Label.LIST_ITEM))
"""Labels of lines below which a list may be the article's own."""


def tight(doc: Document) -> None:
    """Lines that stand closer than paragraphs do: the items of a list that lost its marks."""
    blocks = doc.blocks
    if not doc.spaced or not has_body(doc):
        return
    i = 1
    while i < len(blocks):
        j = i + 1
        while j < len(blocks) and not blocks[j].gap:
            j += 1
        if j - i >= 2 and blocks[i].gap and all(map(_tight_line, blocks[i:j])):
            _judge_tight(doc, i, j)
        i = j


def _judge_tight(doc: Document, begin: int, end: int) -> None:
    """Links behind a paragraph, a list under a heading or a lead-in."""
    blocks = doc.blocks
    run, before = blocks[begin:end], blocks[begin - 1]
    headed = before.label is Label.UNKNOWN or before.text[-1] in ":："
    news = before.words <= LABEL_WORDS and news_below(blocks, begin, end)
    if (headed and not news) or all(_ORDINAL.match(b.text) for b in run):
        for block in run:
            if block.label is Label.UNKNOWN:
                give(block, LIST_TIGHT)
        return
    if before.label in _ANNOUNCING or any(b.stop and plain_stop(b) for b in run):
        return
    if not run[-1].stop and heads_next(doc, begin, end - 1):
        run.pop()
    if sum(b.words for b in run) >= 4 * len(run):
        for block in run:
            give(block, RELATED_TIGHT)


def news_below(blocks: list[Block], begin: int, end: int) -> bool:
    """The list blocks[begin:end] under a short line is of titles of other articles, not of the article's own facts:
    no sentences, as long as titles, and the text above says little of their words."""
    run = blocks[begin:end]
    if sum(b.words for b in run) < TITLE_WORDS * len(run) or any(b.stop and plain_stop(b) for b in run):
        return False
    return said_above(blocks, begin, end) < NEWS


def _tight_line(block: Block) -> bool:
    return (
        block.label in (Label.UNKNOWN, Label.PARAGRAPH)
        and not block.bullet
        and block.words <= LINK_WORDS
        and block.text[-1] not in ":："
    )


def runs(doc: Document) -> None:
    """Bulleted lines and lines in a row that nothing announced, standing between paragraphs."""
    blocks = doc.blocks
    i = 0
    while i < len(blocks):
        if not link_like(blocks[i]):
            i += 1
            continue
        j = i
        while j < len(blocks) and link_like(blocks[j]):
            j += 1
        _judge(doc, i, j)
        i = j


def _judge(doc: Document, begin: int, end: int) -> None:
    """Decide on a run of lines without full stops, blocks[begin:end]."""
    blocks = doc.blocks
    run = blocks[begin:end]
    after = blocks[end] if end < len(blocks) else None
    bulleted = [b for b in run if b.label is Label.LIST_ITEM]
    if bulleted:
        if after is None or after.label is not Label.LIST_ITEM:  # the other items of the list are sentences
            _judge_bullets(blocks, begin, end)
        return
    question = len(run) == 2 and run[1].label is Label.PARAGRAPH
    if question and run[0].words < HEADING_WORDS and said_below(blocks, begin) >= SAID:
        return  # a heading, and a question below it
    if len(run) >= 2:
        _judge_lines(doc, begin, end)


def _judge_bullets(blocks: list[Block], begin: int, end: int) -> None:
    """Decide on list items without full stops, and the lines right above them."""
    first = next(i for i in range(begin, end) if blocks[i].label is Label.LIST_ITEM)
    head = blocks[first - 1] if first else None
    items = [b for b in blocks[first:end] if b.label is Label.LIST_ITEM]
    if (
        head is None
        or head.text[-1] in ":："
        or head.label in (Label.LIST_ITEM, Label.TITLE, Label.DATE, Label.BYLINE)
    ):
        return  # announced by a colon, or the end of a list whose other items are sentences
    if (first > begin and not news_below(blocks, first, end)) or all(b.rule == LIST_TIGHT.id for b in items):
        return
    if sum(b.words for b in items) / len(items) < 4 or any(b.text[-1:] in ";؛," for b in items):
        return
    for block in items:
        give(block, RELATED_BULLETS)


def _judge_lines(doc: Document, begin: int, end: int) -> None:
    blocks = doc.blocks
    run, before, last = blocks[begin:end], blocks[begin - 1] if begin else None, end == len(blocks)
    if before is not None and before.text.rstrip()[-1:] in ":：" and before.label in OPEN:
        return  # unmarked items of a list that was announced
    if len(run) > 8 or before is None or before.label is Label.TITLE:
        return  # verse, a broken column, a table; the head of the article
    if not has_body(doc) and not (last and len(run) >= 3 and before.label is Label.PARAGRAPH):
        return
    average = sum(b.words for b in run) / len(run)
    if average < 4 or all(b.label is Label.PARAGRAPH for b in run):
        return
    heads = not last and heads_next(doc, begin, end - 1)
    for block in run[:-1] if heads else run:
        give(block, RELATED_RUN)


def heads_next(doc: Document, begin: int, at: int) -> bool:
    """The last line of the titles blocks[begin:at + 1] is the heading of the next section: it stands apart, or it
    is shorter than the titles and the text below says its words, or it is far shorter."""
    line, titles = doc.blocks[at], doc.blocks[begin:at]
    if line.words > HEADING_WORDS or ":" in line.text:
        return False
    if doc.spaced and line.gap and not titles[-1].gap:
        return True
    shorter = min(b.words for b in titles) - line.words
    far = not (doc.spaced and line.gap) and line.words <= FAR_WORDS and shorter >= (1 if doc.spaced else FAR)
    return far or (shorter > 0 and said_below(doc.blocks, at) >= SAID)


_ORDINAL = re.compile(r"\d{1,2}\s?[-–.):]\s?\D")


def lone(doc: Document) -> None:
    """A single line that is too long for a heading."""
    blocks = doc.blocks
    if doc.stopless or not has_body(doc):
        return
    for i, block in enumerate(blocks):
        if block.label is not Label.UNKNOWN or i == 0 or i + 1 >= len(blocks) or block.text[-1] in ":：":
            continue
        before, after = blocks[i - 1], blocks[i + 1]
        if before.text.rstrip()[-1:] in ":：" or before.label not in (
            Label.PARAGRAPH,
            Label.CAPTION,
            Label.SKIP,
        ):
            continue
        if after.label not in (Label.PARAGRAPH, Label.ALT, Label.CREDIT):
            continue
        if block.text[0].isdigit() and _ORDINAL.match(block.text):
            continue  # the numbered heading of a list in prose
        colon = ":" in block.text[:-1] or ".." in block.text or INNER_STOP.search(block.text) is not None
        if (COLON_WORDS if colon else HEADING_WORDS) < block.words <= LONE_WORDS and said_below(blocks, i) < SAID:
            give(block, RELATED_LONE)


def has_body(doc: Document) -> bool:
    """Three paragraphs or more: in a shorter text every line may be all that there is."""
    return sum(b.label is Label.PARAGRAPH and b.words > 8 for b in doc.blocks) >= 3


def link_like(block: Block) -> bool:
    if block.label is Label.LIST_ITEM:
        return block.words <= LINK_WORDS and not (block.stop and plain_stop(block))
    if block.rule == SENTENCE.id and 3 < block.words <= LONE_WORDS and block.text[-1] in "?؟？;":
        return block.text[0] not in "\"'“‘«„-–—"
    return block.label is Label.UNKNOWN and 1 < block.words <= LINK_WORDS and block.text[-1] not in ":："


def plain_stop(block: Block) -> bool:
    """It ends with a full stop, and not that of an abbreviation ("EE.UU."); titles end with question marks, and
    quotations, oftener."""
    text = block.text.rstrip("\"'”’»)")
    return text[-1:] in ".۔।។။。．" and "." not in text[:-1].rpartition(" ")[2]
