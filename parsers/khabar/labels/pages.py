"""Labelling the blocks of a page: the markup's evidence first, then the passes of raw text that look at words."""

from __future__ import annotations

from collections.abc import Callable

from khabar.labels.above import above
from khabar.labels.again import again, leftovers
from khabar.labels.below_pictures import below_pictures
from khabar.labels.bios import bios
from khabar.labels.bold import bold_headings
from khabar.labels.captions import captions
from khabar.labels.document import Document, run
from khabar.labels.ends import ends
from khabar.labels.fringe import fringe, heads
from khabar.labels.head import repeats
from khabar.labels.linked import linked
from khabar.labels.lists import lists
from khabar.labels.markup import first_markup
from khabar.labels.navigation import navigation
from khabar.labels.regions import regions
from khabar.labels.related import labelled
from khabar.labels.rivers import over_teasers, rivers
from khabar.labels.rows import rows
from khabar.labels.slides import slides
from khabar.labels.stamps import stamps

PAGE_PASSES: tuple[Callable[[Document], None], ...] = (
    first_markup,
    linked,  # whether there is any other text is what the first pass says
    above,  # before its texts are taken for captions, repeats or headings
    lists,
    rows,
    slides,
    navigation,
    regions,  # the BBC's skip links stand in its pages, too
    captions,
    below_pictures,
    repeats,
    ends,
    labelled,
    rivers,
    fringe,
    bios,
    again,
    bold_headings,
    over_teasers,
    heads,
    leftovers,
    stamps,
)
"""The passes over a page, in order."""


def label_page(doc: Document) -> None:
    """Give every block of a page its verdicts."""
    run(PAGE_PASSES, doc)


__all__ = ["PAGE_PASSES", "label_page"]
