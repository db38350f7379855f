"""Blocks that hold more than one thing: a credit and a caption glued into one line, list items in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khabar.blocks import Block
from khabar.characters import fold, fold_cut
from khabar.lexicon import PICTURE, Lexicon
from khabar.lookup import look_up

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
        folded = fold(rest.text[:_HINT])
        skip = max((h.length for c, h in found.items() if c in PICTURE), default=1)
        at = lexicon.glued(folded, max(skip, 1))
        if at < 0:
            yield rest
            return
        cut = _before(rest.text, fold_cut(rest.text[:_HINT], at), folded[at])
        yield rest.part(rest.text[:cut].rstrip(), bullet=rest.bullet, gap=rest.gap)
        rest = rest.part(rest.text[cut:].lstrip())
        found = lexicon.find(fold(rest.text[:48]), whole=False)
        if not rest.text or not PICTURE & found.keys():
            if rest.text:
                yield rest
            return


def _before(text: str, cut: int, first: str) -> int:
    """`cut`, moved so that the character that folds to `first` begins the right side."""
    while cut < len(text) and fold(text[cut]) != first and not text[cut].isalnum():
        cut += 1
    while cut > 0 and fold(text[cut - 1]) == first and fold(text[cut : cut + 1]) != first:
        cut -= 1
    return cut


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
