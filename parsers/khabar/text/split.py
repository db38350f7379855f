"""Blocks that hold more than one thing: a credit and a caption glued into one line, list items in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khabar.blocks import Block
from khabar.characters import fold, fold_cut, in_letter
from khabar.lexicon import PICTURE, Lexicon
from khabar.lookup import BEGINNING, look_up

_INLINE_BULLET = re.compile(r"(?<=[\s.:؛;])[•●▪■►]\s*(?=\S)")
_HINT = 400
"""Characters of a line in which a second label is looked for: a credit and its caption are no longer."""


def split(blocks: list[Block], lexicon: Lexicon) -> list[Block]:
    """The blocks, with those of several parts taken apart; the parts keep the line numbers."""
    out: list[Block] = []
    for block in blocks:
        if "•" in block.text or "●" in block.text or "▪" in block.text or "■" in block.text or "►" in block.text:
            out.extend(_items(block))
            continue
        look_up(block, lexicon)
        if block.hits and not PICTURE.isdisjoint(block.hits):
            out.extend(_labels(block, lexicon))
        else:
            out.append(block)
    return out


def _labels(block: Block, lexicon: Lexicon) -> Iterator[Block]:
    """A credit line with a caption's label further on, or the other way round."""
    found = block.hits
    rest = block
    while True:
        head = rest.text[:_HINT]
        folded = fold(head)
        skip = max((h.length for c, h in found.items() if c in PICTURE), default=1)
        at = lexicon.glued(folded, max(skip, 1))
        cut = _place(head, folded, at) if at >= 0 else 0
        if not cut:
            yield rest
            return
        yield rest.part(rest.text[:cut].rstrip(), bullet=rest.bullet, gap=rest.gap)
        rest = rest.part(rest.text[cut:].lstrip())
        found = lexicon.find(fold(rest.text[:BEGINNING]), whole=False)
        if not PICTURE & found.keys():
            if rest.text:
                yield rest
            return


def _place(text: str, folded: str, at: int) -> int:
    """Where in a text the part begins that folds to `folded[at:]`; 0 where that is inside a letter."""
    cut = fold_cut(text, at)
    while cut < len(text) and not fold(text[cut]):
        cut += 1  # a blank, or what nobody sees
    while cut > 0 and len(fold(text[cut:])) < len(folded) - at:
        cut -= 1  # `fold_cut` puts the letter after a blank to the left side
    return 0 if in_letter(text, cut) else cut


def _items(block: Block) -> Iterator[Block]:
    """Several list items inside one line: "two parts: • one • two"."""
    places = list(_INLINE_BULLET.finditer(block.text))
    if len(places) < 2 and not (places and block.bullet):
        yield block
        return
    head = block.text[: places[0].start()].rstrip()
    if head:
        yield block.part(head, bullet=block.bullet, gap=block.gap)
    ends = [m.start() for m in places[1:]] + [len(block.text)]
    for place, end in zip(places, ends, strict=True):
        text = block.text[place.end() : end].strip()
        if text:
            yield block.part(text, bullet=place[0].strip())
