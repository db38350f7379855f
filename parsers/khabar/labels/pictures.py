"""Pictures: the credit and the caption that stand together.

Raw text shows a picture as [alt] [credit] [caption]; each part may be missing. Credit and caption have
markers; alt lines are found by `alts`.
"""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.head import CAPTION_TOP
from khabar.labels.values import CREDIT_VALUE, MARKER_ALONE


class Place:
    """Indices of the blocks that make a picture."""

    __slots__ = ("alt", "caption", "credit", "first", "inner")

    def __init__(self, first: int) -> None:
        self.first = first
        self.alt: int | None = None
        self.credit: int | None = None
        self.caption: int | None = None
        self.inner = False
        """The credit's marker stood alone on its line: the form of innerText, which shows no alt text."""


def is_lone_marker(block: Block) -> bool:
    """A credit's or caption's marker with nothing after it, nor on the next line."""
    return block.value == "" and block.label in (Label.CREDIT, Label.CAPTION)


def has_caption(block: Block) -> bool:
    """A caption told by a marker or a credit; one told by its words alone says nothing of the lines beside it."""
    return block.label is Label.CAPTION and block.rule != CAPTION_TOP.id


def pictures_of(blocks: list[Block]) -> list[Place]:
    """Credits and captions in order, a caption right after a credit with it."""
    out: list[Place] = []
    marker_at: int | None = None
    last: Place | None = None
    for i, block in enumerate(blocks):
        if block.rule == MARKER_ALONE.id:
            if marker_at is None:
                marker_at = i
            continue
        if is_lone_marker(block):
            continue
        first = i if marker_at is None else marker_at
        if block.label is Label.CREDIT:
            last = Place(first)
            last.credit = i
            last.inner = block.rule == CREDIT_VALUE.id
            out.append(last)
        elif has_caption(block):
            if last is None or last.caption is not None:
                last = Place(first)
                out.append(last)
            last.caption = i
        else:
            last = None
        marker_at = None
    return out
