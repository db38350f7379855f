"""Pictures: the credit and the caption that stand together.

Raw text shows a picture as [alt] [credit] [caption], each part may be missing. Credit and caption have label
strings; alt lines are found by `alts`.
"""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.labels.first import CAPTION, CREDIT
from khabar.labels.values import CREDIT_VALUE, LABEL_WORD, caption_hit


class Picture:
    """Indices of the blocks that make a picture."""

    __slots__ = ("alt", "caption", "credit", "first", "inner")

    def __init__(self, first: int) -> None:
        self.first = first
        self.alt: int | None = None
        self.credit: int | None = None
        self.caption: int | None = None
        self.inner = False
        """The credit's label stood alone on its line: the form of innerText, which shows no alt text."""


def lone_label(block: Block) -> bool:
    """A credit's or caption's label with nothing behind it, nor on the next line."""
    if block.rule == CREDIT.id:
        return block.hits["credit"].mode == "prefix" and not _said(block.key[block.hits["credit"].length :])
    if block.rule == CAPTION.id:
        hit = caption_hit(block)
        return hit is not None and not _said(block.key[hit[1] :])
    return False


def _said(rest: str) -> bool:
    """There is a letter or a figure in it, not marks alone."""
    return any(map(str.isalnum, rest))


def collect(blocks: list[Block]) -> list[Picture]:
    """Credits and captions in order, a caption right behind a credit with it."""
    out: list[Picture] = []
    label_at: int | None = None
    last: Picture | None = None
    for i, block in enumerate(blocks):
        if block.rule == LABEL_WORD.id:
            if label_at is None:
                label_at = i
            continue
        if lone_label(block):
            continue
        if block.label is Label.CREDIT:
            last = Picture(i if label_at is None else label_at)
            last.credit = i
            last.inner = block.rule == CREDIT_VALUE.id
            out.append(last)
        elif block.label is Label.CAPTION:
            hit = caption_hit(block)
            if hit and hit[0]:
                block.media = hit[0]
            if last is not None and last.caption is None:
                last.caption = i
            else:
                last = Picture(i if label_at is None else label_at)
                last.caption = i
                out.append(last)
        else:
            last = None
        label_at = None
    return out
