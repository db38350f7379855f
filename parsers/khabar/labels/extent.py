"""Where the article's text stands among the blocks: the one definition that all passes use."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.rules import OPEN

SENTENCE_WORDS = 6
"""Words of a sentence of the text, more than; a shorter one may be a caption, a button, a slogan."""
PROSE_WORDS = 12
"""Words, more than, of a paragraph without a full stop that is text all the same."""
BREAK = 9
"""Lines without a sentence that the text may have in it: headings, a list, a picture, links."""


def is_prose(block: Block) -> bool:
    """A paragraph long enough to be the article's text."""
    return (
        block.label is Label.PARAGRAPH
        and not block.bullet
        and (block.words > PROSE_WORDS or (block.stop and block.words > SENTENCE_WORDS))
    )


MENU = frozenset(("navigation", "footer", "copyright", "share", "comments", "tags", "skip.page", "promo", "masthead"))
LONG = 20
"""Words of a paragraph that only an article has."""
MARKS = 4
"""Different lines of menus and buttons from which on the text is that of a whole page."""
LINES_ABOVE = 6
"""Short lines above the first sentence, with one of a menu among them, that say the same."""


def is_dump(blocks: list[Block]) -> bool:
    """The text is all the text of a page: lines of menus and buttons stand round the article."""
    long = [i for i, block in enumerate(blocks) if block.words >= LONG and block.stop and is_prose(block)]
    begin, end = (long[0], long[-1]) if long else (len(blocks), len(blocks))
    # within the text the name of a country or a section is an ordinary heading
    marks = {b.key for b in (*blocks[:begin], *blocks[end:]) if not MENU.isdisjoint(b.hits)}
    if len(marks) >= MARKS:
        return True
    return bool(marks) and sum(b.label in OPEN for b in blocks[:begin]) >= LINES_ABOVE


def extent(blocks: list[Block], *, dump: bool) -> tuple[int, int] | None:
    """[begin, end) of the article's text, from its first to its last sentence; None where there is no sentence.

    In a dump that is the stretch with the most words in sentences.
    """
    if not dump:
        prose = [i for i, block in enumerate(blocks) if is_prose(block)]
        return (prose[0], prose[-1] + 1) if prose else None
    best: tuple[int, int, int] | None = None
    begin = last = -1
    weight = 0
    for i, block in enumerate([*blocks, None]):
        if block is not None and is_prose(block):
            if begin < 0:
                begin, weight = i, 0
            last = i
            weight += block.words
        if begin >= 0 and (block is None or i - last > BREAK):
            if best is None or weight > best[0]:
                best = (weight, begin, last + 1)
            begin = -1
    return (best[1], best[2]) if best else None
