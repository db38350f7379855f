"""Labelling the blocks of raw text in two passes. The order of the passes is the design.

The first pass says what a block is by itself, the second what its neighbours make of it; both verdicts are kept.
"""

from __future__ import annotations

from collections.abc import Callable

from khabar.labels.alts import lone_alts, pictures
from khabar.labels.below import below
from khabar.labels.captions import captions
from khabar.labels.document import Document, run
from khabar.labels.first import first_pass
from khabar.labels.head import head, repeats, title
from khabar.labels.headings import headings, verse
from khabar.labels.links import lone, runs, tight
from khabar.labels.regions import regions
from khabar.labels.related import dated, labelled
from khabar.labels.stamps import stamps
from khabar.labels.tables import tables
from khabar.labels.tail import bylines, tail
from khabar.labels.teasers import teasers
from khabar.labels.values import values

PASSES: tuple[Callable[[Document], None], ...] = (
    first_pass,
    regions,  # what stands inside a promo is no article, whatever it looks like
    values,  # marker and value on two lines, before anything takes the value for a heading
    captions,  # told by the credit in them, before they are taken for titles, alt lines or headings
    title,  # where the text begins, and its title above it
    repeats,
    bylines,
    head,
    tables,  # cells that repeat are no dividers
    pictures,  # alt lines, before they are taken for headings
    lone_alts,  # under a date, where no byline stands
    tail,
    below,
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
    """Give every block of the document its verdicts."""
    run(PASSES, doc)


__all__ = ["PASSES", "label"]
