"""Second pass: all the text of a page: menus before the article, menus and other articles behind it.

In a page's dump most lines are short lines of menus. The article is the stretch with the most words in
sentences; its title is the line above it that other lines of the page repeat, or the longest line near it.
"""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.characters import fold
from khabar.labels.document import Document
from khabar.labels.markers import TAGS
from khabar.labels.rules import OPEN, give, rule
from khabar.labels.titles import TITLE

MENU_BEFORE = rule(
    "dump.before", Label.BOILERPLATE, "it stands before the article in the text of a whole page", "الرئيسية"
)
MENU_AFTER = rule(
    "dump.after", Label.BOILERPLATE, "it stands behind the article in the text of a whole page", "من نحن"
)
MENU_INSIDE = rule(
    "dump.inside",
    Label.BOILERPLATE,
    "a line of the page's menus or buttons inside the article's stretch",
    "مشاركة",
)
STAMP = rule(
    "date.noisy",
    Label.DATE,
    "a date and a time, and a button's words beside them, under the title in the text of a whole page",
    "GMT 17:27 17.03.2020 انسخ الرابط",
)
DUMP_TITLE = rule(
    "title.dump",
    Label.TITLE,
    "the line above the article that looks like its title, in the text of a whole page",
    "وزير الري يشهد توقيع العقد",
)

_LINES = 40
_BEFORE = 10
"""Lines before the first paragraph at the least: an article has a title, a byline, a date, a picture or two."""
_SHORT = 7
_BUTTON_WORDS = 8
_TITLE_WORDS = 24
_ABOVE = 40
_MENU = frozenset(("navigation", "footer", "copyright", "share", "comments", "tags", "skip.page"))
_LONGEST_BREAK = 9
"""Lines without a sentence that an article's stretch may have in it: headings, a list, a picture, links."""


def is_dump(blocks: list[Block]) -> bool:
    """Most blocks of a longer text are short lines with no label, and sentences are few among them."""
    if len(blocks) < _LINES:
        return False
    body = sum(b.label is Label.PARAGRAPH and b.words > _SHORT for b in blocks)
    menu = sum(b.words <= _SHORT and not b.stop for b in blocks)
    if body * 3 > len(blocks) or menu < body:
        return False
    begins = next((i for i, b in enumerate(blocks) if b.label is Label.PARAGRAPH and b.words > 15), len(blocks))
    marks = len({b.key for b in blocks if not _MENU.isdisjoint(b.hits)})
    pictures = sum(b.label in (Label.CREDIT, Label.CAPTION) for b in blocks[:begins])
    before = begins - 3 * pictures
    return (marks >= 4 and before >= _BEFORE) or (marks >= 1 and before >= 2 * _BEFORE)


def dump(doc: Document) -> None:
    """Find the article in the text of a whole page, and label what stands round it."""
    blocks = doc.blocks
    if not is_dump(blocks):
        return
    doc.dump = True
    stretch = _stretch(blocks)
    if stretch is None:
        return
    begin, end = stretch
    head = _title(blocks, begin)
    if head == begin:  # what stands between it and the first paragraph is judged like the lines before
        begin = next((i for i in range(head + 1, end) if _is_body(blocks[i])), begin + 1)
    for block in blocks[:begin]:
        block_is_head = head is not None and block is blocks[head]
        if block_is_head:
            give(block, DUMP_TITLE)
        elif head is None or block.line < blocks[head].line or block.bullet or "navigation" in block.hits:
            if block.label in OPEN or block.label is Label.RELATED:
                give(block, MENU_BEFORE)
    for block in blocks[end:]:
        if block.label in OPEN:
            give(block, MENU_AFTER)


def inside(doc: Document) -> None:
    """Between the title and the first paragraph: what no rule took for a byline, a date or a caption is a button."""
    if not doc.dump:
        return
    begin = False
    for block, before in zip(doc.blocks, [None, *doc.blocks], strict=False):
        if block.label is Label.TITLE:
            begin = True
        elif begin and _is_body(block):
            return
        elif begin and block.label is Label.UNKNOWN and block.words <= _BUTTON_WORDS:
            if sum(c.isdigit() for c in block.text) >= 8 and ":" in block.text:
                give(block, STAMP)
            else:
                give(block, TAGS if before is not None and before.rule == TAGS.id else MENU_INSIDE)


def _is_body(block: Block) -> bool:
    return (
        block.label is Label.PARAGRAPH and not block.bullet and (block.words > 12 or (block.stop and block.words > 6))
    )


def _stretch(blocks: list[Block]) -> tuple[int, int] | None:
    """[begin, end) of the stretch with the most words in sentences."""
    best: tuple[int, int, int] | None = None
    begin = last = -1
    weight = 0
    for i, block in enumerate([*blocks, None]):
        if block is not None and _is_body(block):
            if begin < 0:
                begin, weight = i, 0
            last = i
            weight += block.words
        if begin >= 0 and (block is None or i - last > _LONGEST_BREAK):
            if best is None or weight > best[0]:
                best = (weight, begin, last + 1)
            begin = -1
    return (best[1], best[2]) if best else None


def _title(blocks: list[Block], begin: int) -> int | None:
    """Index of the title above the article: its words stand in the first paragraphs, and other lines of the page
    often say it again."""
    if begin + 1 < len(blocks) and blocks[begin].words <= _TITLE_WORDS and blocks[begin + 1].label is Label.DATE:
        return begin  # a title that is a sentence
    seen: dict[str, int] = {}
    for block in blocks:
        seen[block.key] = seen.get(block.key, 0) + 1
    body: set[str] = set()
    for block in blocks[begin : begin + 3]:
        body |= _stems(block)
    best: tuple[float, int] | None = None
    for i in range(max(0, begin - _ABOVE), begin):
        block = blocks[i]
        if block.label not in OPEN or not 3 <= block.words <= 30 or block.bullet or block.group:
            continue
        stems = _stems(block)
        shared = len(stems & body) / max(len(stems), 5)
        if i and blocks[i - 1].rule == TAGS.id:
            continue
        score = 0.4 * min(block.words, 14) + 6.0 * (seen[block.key] > 1) + 8.0 * shared - 0.1 * (begin - i)
        if best is None or score > best[0]:
            best = (score, i)
    if best is None or best[0] <= 0:
        return None
    key = blocks[best[1]].key
    return next(i for i in range(max(0, begin - _ABOVE), begin) if blocks[i].key == key and not blocks[i].bullet)


def _stems(block: Block) -> set[str]:
    """The longer words' beginnings, without the article: enough to see whether two texts speak of the same."""
    return {w.removeprefix("ال")[:5] for w in fold(block.text[:600]).split() if len(w) > 3}


__all__ = ["TITLE", "dump"]
