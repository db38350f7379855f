"""Second pass over a page: galleries in the text, told by the counters of their slides ("1/6", "2 of 6")."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.markers import SOURCE
from khabar.labels.rules import OPEN, give, rule
from khabar.pictures.credits import is_credit_text
from khabar.pictures.record import Picture

SLIDE_TITLE = rule(
    "slide.title", Label.BOILERPLATE, "the counter of a gallery's slide, and its title", "1/6 The hall"
)
SLIDE_CAPTION = rule(
    "slide.caption", Label.CAPTION, "the text of a gallery's slide, below its counter", "The hall in March."
)
SLIDE_CREDIT = rule("slide.credit", Label.CREDIT, "the credit of a gallery's slide", "Jane Roe/Reuters")

_COUNTER = re.compile(r"(\d{1,3})\s?(?:/|[^\W\d]{2,3} )\s?(\d{1,3})(?![\d/.,])")
"""The counter that begins a slide: of any language, as only a run of them counts."""
_SLIDES = 3
"""Slides of a gallery at the least."""
_TITLE_WORDS = 16
_TEXTS = 2
"""Texts of a slide at the most; more are a section."""
_LAST = 8
"""Blocks of the last slide that are looked at: nothing says where it ends."""
_TEXT_WORDS = 120
_OUTSIDE = 3
"""Paragraphs beside the slides at the least: a page of nothing but slides is a gallery, and they are its text."""


_Slide = tuple[int, list[tuple[Block, bool]]]
"""Index of a slide's counter; its texts, and whether each is a credit."""


def slides(doc: Document) -> None:
    """Make captions of the texts below counters that count on."""
    galleries = [found for run in _runs(doc.blocks) if (found := _gallery(doc, run))]
    if not galleries:
        return
    taken = {id(block) for found in galleries for _, texts in found for block, _ in texts}
    if sum(b.label is Label.PARAGRAPH and id(b) not in taken for b in doc.blocks) < _OUTSIDE:
        return
    for found in galleries:
        _make(doc.blocks, found)


def _runs(blocks: list[Block]) -> Iterator[list[int]]:
    """Indexes of counters that count on from one to their number, or as far as the page has them."""
    run: list[int] = []
    at = total = 0
    for i, block in enumerate(blocks):
        found = _COUNTER.match(block.text) if block.label in OPEN and block.words <= _TITLE_WORDS else None
        if found is None:
            continue
        number, of = int(found[1]), int(found[2])
        if run and number == at + 1 and of == total:
            run.append(i)
        else:
            yield run
            run = [i] if number == 1 else []
        at, total = number, of
    yield run


def _gallery(doc: Document, run: list[int]) -> list[_Slide]:
    """The slides of a run of counters; none where it is too short or their texts are too long."""
    blocks = doc.blocks
    if len(run) < _SLIDES:
        return []
    parts = [_texts(doc, blocks[begin + 1 : end]) for begin, end in itertools.pairwise(run)]
    most = max(sum(not credit for _, credit in part) for part in parts)
    if most > _TEXTS or any(b.words > _TEXT_WORDS for part in parts for b, _ in part):
        return []
    last = _texts(doc, blocks[run[-1] + 1 : run[-1] + 1 + _LAST], most)
    return list(zip(run, [*parts, last], strict=True))


def _make(blocks: list[Block], found: list[_Slide]) -> None:
    """Give the slides of a gallery their verdicts, and each its picture."""
    above = found[0][0] - 1
    while above >= 0 and blocks[above].label is Label.ALT:
        above -= 1
    if above >= 0 and blocks[above].label is Label.HEADING:
        give(blocks[above], SLIDE_TITLE)  # the gallery's own
    for begin, texts in found:
        shown = blocks[begin - 1].picture if begin and blocks[begin - 1].label is Label.ALT else None
        shown = shown or Picture()
        title = blocks[begin]
        title.picture = shown
        give(title, SLIDE_TITLE if texts else SLIDE_CAPTION)
        for block, credit in texts:
            block.picture = shown
            give(block, SLIDE_CREDIT if credit else SLIDE_CAPTION)


def _texts(doc: Document, blocks: list[Block], most: int = _LAST) -> list[tuple[Block, bool]]:
    """The texts of a slide, up to a heading, `most` captions at the most; and whether each is a credit."""
    out: list[tuple[Block, bool]] = []
    captions = 0
    for block in blocks:
        credit = block.rule == SOURCE.id or (block.label in OPEN and is_credit_text(block.text, doc.lexicon))
        captions += block.label in OPEN and not credit
        if block.label is Label.HEADING or captions > most:
            break
        if block.label in OPEN or credit:
            out.append((block, credit))
    return out
