"""What the white space at the ends of lines tells in a text, and what a missing full stop does."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.characters import ends_sentence
from khabar.text.lines import Line
from khabar.text.sentence import is_quote

BLANK = frozenset(" \u00a0\t")
LONG = 70
"""Characters: a line this long that ends without a mark is a broken paragraph and no heading."""
_LONG_DENSE = 40
"""The same where words are written without spaces between them."""
MARKS = frozenset(",.;:!?،؛؟)»”’…。，、！？；：）」』།۔%")
"""No sentence begins with these."""
_SAMPLE = 400
_BREAKS = 2
_ENDS = 4
"""So many ends of paragraphs say more about a text than all its lines do."""


class Spaces:
    """How far hints can be trusted in a text.

    A scraper keeps the white space of the text before a link and behind it, so a blank at the end of a line or at
    the beginning of one is a hint that a sentence goes on. It is none where paragraphs end, or begin, with blanks
    as well. Where long lines end without a full stop as a rule (Thai), a missing one is no hint.
    """

    __slots__ = (
        "begins",
        "broken",
        "dense",
        "heads_vary",
        "kept",
        "leading",
        "long",
        "spaced",
        "stops",
        "tails_vary",
        "trailing",
    )

    def __init__(self, lines: Sequence[Line]) -> None:
        sample = lines[:_SAMPLE]
        tails = heads = long = stops = open_ = dense = ends = end_tails = begin_heads = gaps = marked = 0
        before = unfinished = tail = False
        self.begins = 0
        """Number of the first long line: what stands before it is title, author and date."""
        for line in sample:
            raw, text = line.raw, line.text
            first = text[0]
            head = raw[0] in BLANK
            heads += head
            if line.gap:
                gaps += 1
            elif first in MARKS or first.islower():
                marked += 1
            if before:  # a long line that ends its sentence
                if first != "(" and not is_quote(text):  # these go on behind a full stop
                    ends += 1
                    begin_heads += head
                    end_tails += tail
            elif unfinished and not (head or tail or first.islower() or first in MARKS):
                open_ += 1
            tail = raw[-1] in BLANK
            tails += tail
            before = unfinished = False
            if len(text) > LONG:
                self.begins = self.begins or line.number
                long += 1
                before = ends_sentence(text)
                unfinished = not before
                stops += before
                dense += text.count(" ") * 25 < len(text)
        n = len(sample)
        self.kept = heads + tails > 0
        """Blanks at the ends of lines were kept."""
        self.tails_vary = tails * 5 <= n * 4
        self.heads_vary = heads * 2 <= n
        self.spaced = n > 0 and gaps * 5 >= n * 2
        """Blank lines stand between the paragraphs, so that hardly any line is broken."""
        self.stops = stops > open_ or not long
        self.broken = marked >= _BREAKS
        """Lines begin with a mark or a small letter: it is broken in mid-sentence somewhere."""
        self.leading = begin_heads * 5 <= ends if ends >= _ENDS else heads * 5 <= n * 2
        self.trailing = end_tails * 4 <= ends if ends >= _ENDS else tails * 2 <= n and (self.stops or self.broken)
        self.dense = dense * 2 > long
        self.long = _LONG_DENSE if self.dense else LONG
