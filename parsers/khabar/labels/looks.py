"""How the blocks of a page look (element, classes, depth), and which looks only texts below its pictures have."""

from __future__ import annotations

from collections import Counter

from khabar.blocks import Block, Label
from khabar.html.evidence import Zone

Look = tuple[str, int]
"""Name and classes of an element, and how deep it stands."""
_PARTS = frozenset((Label.CAPTION, Label.CREDIT))
_BODY = 2
"""Blocks of one look, at the least, that are the article's."""


class Looks:
    """What the looks of a page's blocks say."""

    __slots__ = ("below", "elsewhere")

    def __init__(self, blocks: list[Block]) -> None:
        self.below: Counter[Look] = Counter()
        """Blocks right below pictures that have no caption."""
        self.elsewhere: Counter[Look] = Counter()
        """Others."""
        bare = False
        for block in blocks:
            markup = block.markup
            if markup is None or markup.part:
                if block.picture is not None:
                    bare = block.label is not Label.CAPTION and (bare or block.label not in _PARTS)
                continue
            if not markup.sign or markup.zone is Zone.TAIL:
                continue
            (self.below if bare else self.elsewhere)[markup.sign, markup.depth] += 1
            bare = False

    def of_captions(self, block: Block) -> int:
        """How many texts below pictures look as this block does; 0 where others do, too."""
        markup = block.markup
        if markup is None or markup.quoted or markup.item or self.elsewhere[markup.sign, markup.depth]:
            return 0
        return self.below[markup.sign, markup.depth]

    def of_text(self, block: Block) -> bool:
        """Does it look as other blocks do that stand below no picture?"""
        markup = block.markup
        return markup is not None and self.elsewhere[markup.sign, markup.depth] >= _BODY
