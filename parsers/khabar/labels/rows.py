"""Second pass over a page: tables of figures and facts in the article's text, a paragraph for each row."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.markup import CELL_MARKUP, LINKED, PARAGRAPH_MARKUP
from khabar.labels.rules import give, rule

ROW = rule("table.row", Label.LIST_ITEM, "a row of a table in the article's text", "Arsenal | 38 | 26 | 89")
_RULES = frozenset((CELL_MARKUP.id, PARAGRAPH_MARKUP.id))
_CELLS = 4
"""Cells of rows of two or more that make a table of facts: two beside each other may lay something out."""


def rows(doc: Document) -> None:
    """Keep the rows of tables that are the article's own."""
    found: dict[int, list[Block]] = {}
    for block in doc.blocks:
        if block.markup is not None and block.markup.table and block.rule in _RULES:
            found.setdefault(block.markup.table, []).append(block)
    for table in found.values():
        if _is_of_facts(table):
            for block in table:
                if block.rule == CELL_MARKUP.id:
                    give(block, ROW)


def _is_of_facts(table: list[Block]) -> bool:
    """Rows of several cells, which are not links as menus are."""
    wide = [(len(b.text), b.markup) for b in table if b.markup is not None and b.markup.cells > 1]
    linked = sum(size * evidence.linked for size, evidence in wide)
    return sum(e.cells for _, e in wide) >= _CELLS and linked < LINKED * sum(size for size, _ in wide)
