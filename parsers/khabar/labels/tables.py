"""Second pass: cells of a table, each on a line of its own."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.rules import give, rule

CELL = rule(
    "table.cell",
    Label.BOILERPLATE,
    "one of many lines in a row that are nothing but names and figures: the cells of a table",
    "Joe Root",
)

CELLS = 12
"""Lines in a row at the least."""
_WORDS = 5


def tables(doc: Document) -> None:
    """Strip runs of cells. Only scripts with capitals show what is a name, in others only figures count."""
    blocks = doc.blocks
    i = 0
    while i < len(blocks):
        j = i
        while j < len(blocks) and blocks[j].label is Label.UNKNOWN and blocks[j].words <= _WORDS:
            j += 1
        if j - i >= CELLS and sum(map(_cell, blocks[i:j])) * 10 >= (j - i) * 9:
            for block in blocks[i:j]:
                give(block, CELL)
        i = max(j, i + 1)


def _cell(block: Block) -> bool:
    """Every word begins with a capital or a figure; what is in brackets does not count."""
    text = block.text.partition("(")[0] or block.text
    return all(w[0].isupper() or w[0].isdigit() or "'" in w or len(w) <= 3 for w in text.split())
