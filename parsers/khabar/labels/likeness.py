"""How much of a line the article says, too: much of a heading's words and of its own lists, little of another
article's title."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from khabar.blocks import Block, Label
from khabar.characters import fold

SAID = 0.5
"""Share of a line that the text below it says, too, where it is a heading: of lines of more than eight words
between paragraphs six in seven that reach it are headings, of the others one in four (1,100 pages of 90 houses)."""
_APART = re.compile(r"[\s.,:;!?…·()\[\]{}\"'/،؛؟۔।。，、！？：；（）「」『』《》“”‘’«»„–—-]+")
"""What stands between words. (A word is not a run of `\\w`: vowel signs of India and Thailand are none.)"""
_LETTERS = 4
_LETTERS_DENSE = 2
"""Letters that are compared together, in words of most scripts (most languages change words at both ends) and in
Chinese, Japanese and Korean, where so many are a word."""
_DENSE = ("\u3040", "\ud7a3")
_BELOW = 3
"""Paragraphs below a line that are looked at."""
_REACH = 8
"""Blocks below it among which they are looked for."""
_ABOVE = 60
"""Blocks above a list among which paragraphs are looked for."""
_LONGEST = 600
"""Characters of a paragraph that are looked at: it says at its beginning what it is about."""
_MOST = 20_000
"""Characters of a text of which pieces are taken. No paragraph of the reference texts is as long; a line of megabytes
has the same few thousand pieces all along."""


@lru_cache(maxsize=256)
def pieces(text: str) -> frozenset[str]:
    """The runs of four letters (two of Chinese) in the words of a text, folded."""
    key = _APART.sub(" ", fold(text[:_MOST]))
    if key.isascii() or max(key) < _DENSE[0]:
        every = {key[i : i + _LETTERS] for i in range(len(key) - _LETTERS + 1)}
        return frozenset(piece for piece in every if " " not in piece)
    found: set[str] = set()
    for word in key.split():
        size = _LETTERS_DENSE if _DENSE[0] <= word[0] <= _DENSE[1] else _LETTERS
        found.update(word[i : i + size] for i in range(len(word) - size + 1))
    return frozenset(found)


def said_below(blocks: list[Block], at: int) -> float:
    """Share of a line that the next paragraphs say, too: 0.0 to 1.0."""
    own = pieces(blocks[at].text)
    below = [b for b in blocks[at + 1 : at + 1 + _REACH] if b.first is Label.PARAGRAPH][:_BELOW]
    known: set[str] = set().union(*(pieces(b.text[:_LONGEST]) for b in below))
    return len(own & known) / len(own) if own else 0.0


def said_above(blocks: list[Block], begin: int, end: int) -> float:
    """Share of the lines blocks[begin:end] that the paragraphs above them say, too: 0.0 to 1.0, the mean of all."""
    above = [b for b in blocks[max(0, begin - _ABOVE) : begin] if b.first is Label.PARAGRAPH]
    known: set[str] = set().union(*(pieces(b.text[:_LONGEST]) for b in above))
    own = [p for p in (pieces(b.text) for b in blocks[begin:end]) if p]
    return sum(len(p & known) / len(p) for p in own) / len(own) if own else 0.0


def share(of: Set[str], within: Set[str]) -> float:
    """The share of one text's pieces that another has; 0 for a text without any."""
    return len(of & within) / len(of) if of else 0.0
