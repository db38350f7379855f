"""Labelling the blocks of raw text in two passes. The order of the passes is the design.

The first pass says what a block is by itself, the second what its neighbours make of it; both verdicts are kept.
"""

from __future__ import annotations

from collections.abc import Callable

from khabar.labels.alts import lone_alts, pictures
from khabar.labels.bylines import bylines
from khabar.labels.captions import captions, captions_above_bylines
from khabar.labels.document import Document
from khabar.labels.dump import dump, inside
from khabar.labels.first import first_pass
from khabar.labels.headings import headings, verse
from khabar.labels.links import lone, runs, tight
from khabar.labels.regions import regions
from khabar.labels.related import dated, labelled
from khabar.labels.stamps import stamps
from khabar.labels.tables import tables
from khabar.labels.teasers import teasers
from khabar.labels.titles import repeats, title
from khabar.labels.values import values

PASSES: tuple[Callable[[Document], None], ...] = (
    first_pass,
    regions,  # what stands inside a promo is no article, whatever it looks like
    values,  # label and value on two lines, before anything takes the value for a heading
    captions,  # captions without a label string, before one is taken for the title
    dump,  # where the article begins and ends, before its first line is taken for the title
    title,
    captions_above_bylines,
    repeats,
    tables,  # cells that repeat are no dividers
    pictures,  # alt lines, before they are taken for headings
    bylines,
    inside,
    lone_alts,  # under a date, where no byline stands
    labelled,
    dated,
    tight,
    runs,
    verse,
    lone,
    headings,
    teasers,
    stamps,
)
"""The passes, in order."""


def label(doc: Document) -> None:
    """Give every block of the page its verdicts."""
    for one in PASSES:
        one(doc)


__all__ = ["PASSES", "label"]
