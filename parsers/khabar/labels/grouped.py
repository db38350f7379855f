"""Second pass: short lines that head groups of short lines, told by the word that they all have.

    Vinnytsia oblast / Haisyn raion / Tulchyn raion / Volyn oblast / Kovel raion …

In a list of nothing but short lines no length and no full stop tells the heads from the items. What does: several
lines have their first or last word in common, no two of them stand in a row, and the others are more.
"""

from __future__ import annotations

import itertools

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.rules import give, rule

HEADING_GROUPED = rule(
    "heading.grouped",
    Label.HEADING,
    "one of several short lines with a word in common, each over a few other short lines",
    "Винницкая область",
)
LIST_GROUPED = rule(
    "list.grouped",
    Label.LIST_ITEM,
    "a short line under one of several heads of the same form",
    "Гайсинский район",
)

HEADS = 5
_LINES = 16
_PICTURE = frozenset((Label.ALT, Label.CREDIT, Label.CAPTION, Label.MARKER))


def grouped(doc: Document) -> None:
    """Find heads in long runs of short lines; pictures between them are passed over."""
    run: list[Block] = []
    for block in doc.blocks:
        if (block.label is Label.UNKNOWN or block.label is Label.LIST_ITEM) and block.words <= 12:
            run.append(block)
        elif block.label not in _PICTURE:
            _judge(run)
            run = []
    _judge(run)


def _judge(run: list[Block]) -> None:
    if len(run) < _LINES or any(b.text[-1] in ":：" for b in run):
        return  # a colon tells the heads already
    for end in (-1, 0):
        places: dict[str, list[int]] = {}
        for i, block in enumerate(run):
            parts = block.key.split()
            if 2 <= len(parts) <= 5 and not block.bullet:
                places.setdefault(parts[end], []).append(i)
        for at in places.values():
            if len(at) >= HEADS and _heads(run, at):
                for i in range(at[0], len(run)):
                    give(run[i], HEADING_GROUPED if i in at else LIST_GROUPED)
                return


def _heads(run: list[Block], at: list[int]) -> bool:
    """Distinct lines, never two in a row, and more lines under them than they are."""
    if at[0] > 3 or len({run[i].key for i in at}) < len(at) or len(at) * 2 > len(run):
        return False
    return all(b - a > 1 for a, b in itertools.pairwise(at))
