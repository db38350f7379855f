"""The rules' table: every verdict is given in the name of a rule, and every rule says why it is right.

Rules are declared where they are applied; importing `khabar.labels` fills the table in the order of the passes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from khabar.blocks import Block, Label
from khabar.lexicon import Lexicon


class Rule(NamedTuple):
    """A rule that gives blocks their label.

    `stage` is "first" (what a block is by itself), "second" (what its neighbours make of it) or "assemble"
    (parts of a block: a label word, a list mark).
    """

    id: str
    label: Label
    stage: str
    reason: str
    example: str


RULES: dict[str, Rule] = {}
"""All rules by id, in the order in which they are tried."""


def rule(id: str, label: Label, reason: str, example: str, *, stage: str = "second") -> Rule:
    """Declare a rule; ids are unique."""
    if id in RULES:
        raise ValueError(f"two rules are called {id}")
    made = Rule(id, label, stage, reason, example)
    RULES[id] = made
    return made


class Page:
    """A text on its way through the rules: its blocks, the lexicon of its language, and what users must know."""

    __slots__ = ("blocks", "dump", "lexicon", "months", "sources", "spaced", "stopless", "warnings", "weekdays")

    def __init__(self, blocks: list[Block], lexicon: Lexicon) -> None:
        self.blocks = blocks
        self.lexicon = lexicon
        self.months: Mapping[str, int] = lexicon.months
        self.weekdays: Collection[str] = lexicon.words.get("weekday", ())
        self.warnings: list[str] = []
        self.dump = False
        """The text is all the text of a page, menus and footers included."""
        self.stopless = False
        """Its sentences end without a mark, so a missing full stop tells nothing (Thai; some columns)."""
        self.spaced = False
        """Blank lines stand between its paragraphs, so lines without one between them belong together."""
        self.sources: Mapping[int, str] = {}
        """Where a page's pictures are loaded from, by their number (`Block.group`)."""


def give(block: Block, verdict: Rule) -> None:
    """Make a verdict the block's final one."""
    block.label = verdict.label
    block.rule = verdict.id


OPEN = frozenset((Label.UNKNOWN, Label.PARAGRAPH, Label.LIST_ITEM, Label.HEADING))
"""Labels that a later rule may still change: what has no label string of its own."""
