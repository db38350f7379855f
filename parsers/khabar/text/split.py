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
"""Characters of a line in which a second marker is looked for: a credit and its caption are no longer."""

PARTS = 100
"""A line of more markers is no picture's, and the rest stays whole: a broken file costs no more than its size."""


def split(blocks: list[Block], lexicon: Lexicon) -> list[Block]:
    """The blocks, with those of several parts taken apart; the parts keep the line numbers."""
    out: list[Block] = []
    for block in blocks:
        if "•" in block.text or "●" in block.text or "▪" in block.text or "■" in block.text or "►" in block.text:
            out.extend(_split_at_bullets(block))
            continue
        look_up(block, lexicon)
        if block.hits and not PICTURE.isdisjoint(block.hits):
            out.extend(_split_at_markers(block, lexicon))
        else:
            out.append(block)
    return out


def _split_at_markers(block: Block, lexicon: Lexicon) -> Iterator[Block]:
    """A credit line with a caption's marker further on, or the other way round."""
    text, found, start = block.text, block.hits, 0
    for _ in range(PARTS):
        head = text[start : start + _HINT]
        folded = fold(head)
        at = lexicon.glued(folded, max(1, *(hit.length for cls, hit in found.items() if cls in PICTURE)))
        cut = _place(head, at) if at >= 0 else 0
        if not cut:
            break
        part = text[start : start + cut].rstrip()
        yield block.part(part) if start else block.part(part, bullet=block.bullet, gap=block.gap)
        start += cut
        found = lexicon.find(fold(text[start : start + BEGINNING]), whole=False)
        if PICTURE.isdisjoint(found):
            break
    if start < len(text):
        yield block.part(text[start:]) if start else block


def _place(text: str, length: int) -> int:
    """Where in a text the part begins that follows the first `length` characters of what it folds to; 0 where that is
    inside a letter."""
    cut = fold_cut(text, length)
    while cut < len(text) and not fold(text[cut]):
        cut += 1  # a blank, or what nobody sees
    while cut > 0 and len(fold(text[:cut])) > length:
        cut -= 1  # `fold_cut` puts the letter after a blank to the left side
    return 0 if in_letter(text, cut) else cut


def _split_at_bullets(block: Block) -> Iterator[Block]:
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
