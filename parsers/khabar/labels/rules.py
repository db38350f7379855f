"""The rules' table: every verdict is given in the name of a rule, and every rule says why it is right.

Rules are declared where they are applied; importing `khabar.labels` fills the table in the order of the passes.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import NamedTuple

from khabar.blocks import Block, Label, When


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


OFF: ContextVar[frozenset[str]] = ContextVar("OFF", default=frozenset())
"""Rules and passes that are switched off (see `switches`)."""


def give(
    block: Block,
    verdict: Rule,
    *,
    value: str | None = None,
    credit: str | None = None,
    names: tuple[str, ...] | None = None,
    when: When = "",
    media: str = "",
) -> None:
    """Make a verdict the block's final one, with the values that it found in the text (see Block).

    Where its rule is switched off nothing happens.
    """
    if verdict.id in OFF.get():
        return
    block.label = verdict.label
    block.rule = verdict.id
    block.value = value
    block.credit = credit
    block.names = names
    block.when = when
    block.media = media or block.media


OPEN = frozenset((Label.UNKNOWN, Label.PARAGRAPH, Label.LIST_ITEM, Label.HEADING))
"""Labels that a later rule may still change: what has no label string of its own."""
