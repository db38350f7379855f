"""Where the article's text stands among the blocks: the one definition that all passes use."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.blocks import Block, Label
from khabar.labels.likeness import pieces, share
from khabar.labels.rules import OPEN

SENTENCE_WORDS = 6
"""Words of a sentence of the text, more than; a shorter one may be a caption, a button, a slogan."""
PROSE_WORDS = 12
"""Words, more than, of a paragraph without a full stop that is text all the same."""
_PICTURE = frozenset((Label.CREDIT, Label.CAPTION, Label.ALT, Label.MARKER, Label.SKIP))
_BESIDE = frozenset((Label.RELATED, Label.PROMO, Label.BOILERPLATE, Label.MEDIA, Label.DATE))
BREAK = 9
"""Lines without a sentence that the text may have in it: headings, a list, a picture, links."""


def is_prose(block: Block) -> bool:
    """A paragraph long enough to be the article's text."""
    return (
        block.label is Label.PARAGRAPH
        and not block.bullet
        and (block.words > PROSE_WORDS or (block.stop and block.words > SENTENCE_WORDS))
    )


LIST = 40
"""Lines without a sentence, at the most, that may be a list of the article's."""
END = frozenset(("comments", "copyright", "footer"))
"""Classes of markers that stand below the whole text."""
SAME = 0.45
"""Share of a paragraph, in the mean, that the text before says, too, where it goes on with it, at the least."""
MENU = frozenset(("navigation", "footer", "copyright", "share", "comments", "tags", "skip.page"))
_SITE = MENU - {"share", "tags"}
"""Classes of markers that stand in no article: buttons to share and keywords may."""
MARKS = 4
"""Different lines of menus and buttons outside of the text, from which on it is the text of a whole page."""
LINES_ABOVE, MARKS_ABOVE = 6, 2
"""Short lines above the first sentence, and those of a menu among them, that say the same."""


def stretches(blocks: list[Block]) -> tuple[list[tuple[int, int]], bool]:
    """[begin, end) of what may be the article's text, the likeliest first, and whether the document is the text of a
    whole page.

    In a dump these are the stretches with the most words in sentences (comments may have as many), else the one from
    the first sentence to the last. A text without a sentence has none.
    """
    prose = [i for i, block in enumerate(blocks) if is_prose(block)]
    if not prose:
        return [], False
    found = sorted(_stretches(blocks, prose), reverse=True)
    _, begin, end = found[0]
    if not is_dump(blocks, begin, end):
        return [(prose[0], prose[-1] + 1)], False
    return [(begin, end) for _, begin, end in found], True


def continued(blocks: list[Block], found: list[tuple[int, int]], begin: int, end: int) -> int:
    """Where the text in blocks[begin:end] ends if the next stretches say much of the same: a list of links or a box
    interrupts it."""
    later = sorted(stretch for stretch in found if stretch[0] >= end)
    known = set().union(*(pieces(b.text) for b in blocks[begin:end] if is_prose(b))) if later else set()
    for first, last in later:
        if any(not END.isdisjoint(b.hits) for b in blocks[end:first]):
            break
        told = [pieces(b.text) for b in blocks[first:last] if is_prose(b)]
        if sum(share(own, known) for own in told) < SAME * len(told):
            break
        end = last
    return end


def is_dump(blocks: list[Block], begin: int, end: int) -> bool:
    """Lines of menus and buttons stand round the text in blocks[begin:end].

    A line with a colon is a heading, and so is one right above a sentence: the name of a country over its facts.
    """
    menu = [i for i, b in enumerate(blocks) if _is_mark(b) and not _is_heading(blocks, i)]
    marks = {blocks[i].key: blocks[i] for i in menu if not begin <= i < end}
    if len(marks) >= MARKS and any(not _SITE.isdisjoint(b.hits) for b in marks.values()):
        return True
    first = next(i for i, b in enumerate(blocks) if is_prose(b))
    above = {blocks[i].key for i in menu if i < first}
    return len(above) >= MARKS_ABOVE and sum(b.label in OPEN for b in blocks[:first]) >= LINES_ABOVE


def _is_heading(blocks: list[Block], i: int) -> bool:
    """Nothing but a section's name, right above a sentence."""
    hits = blocks[i].hits
    return "navigation" in hits and len(hits) == 1 and i + 1 < len(blocks) and is_prose(blocks[i + 1])


def _is_mark(block: Block) -> bool:
    return not MENU.isdisjoint(block.hits) and block.text[-1] not in ":："


def _stretches(blocks: list[Block], prose: list[int]) -> Iterator[tuple[int, int, int]]:
    """(words, begin, end) of the stretches of sentences, parted by many other lines."""
    begin, weight = prose[0], 0
    for i, after in zip(prose, [*prose[1:], None], strict=True):
        weight += blocks[i].words
        if after is None or _is_break(blocks[i + 1 : after]):
            yield weight, begin, i + 1
            begin, weight = after or 0, 0


def _is_break(lines: list[Block]) -> bool:
    """Too many lines between two sentences, unless they may be a list or a table of the article's."""
    count = sum(b.label not in _PICTURE for b in lines)
    return count > BREAK and (count > LIST or any(_is_mark(b) or b.label in _BESIDE for b in lines))
