"""The paragraph so far, as lines are added to it."""

from __future__ import annotations

from khabar.characters import ends_sentence, last_mark
from khabar.text.lines import Line

QUOTES = frozenset("\"'“”„«»’‘")
_LONGEST_QUOTE = 3


class Open:
    """What was joined, and how it ends."""

    __slots__ = ("bracket", "ended", "mark", "parts", "quote", "size")

    def __init__(self, line: Line) -> None:
        self.parts = 0
        """Lines."""
        self.size = 0
        """Characters."""
        self.mark = ""
        """The mark that it ends with, behind closing quotation marks and brackets."""
        self.ended = False
        """It ends as a sentence does."""
        self.quote = False
        """A quotation mark on a line of its own opened a quotation."""
        self.bracket = False
        """A bracket is open."""
        self.add(line)

    def add(self, line: Line) -> None:
        """Take in the next line."""
        text = line.text
        self.parts += 1
        self.size += len(text)
        if "(" in text or ")" in text:
            self.bracket = text.rfind("(") > text.rfind(")")
        if is_quote(text):
            self.quote = not self.quote
        elif not (self.ended and in_brackets(text)):  # "(Reuters)" behind a full stop
            self.mark = last_mark(text)
            self.ended = self.mark != "" and ends_sentence(self.mark)


def is_quote(text: str) -> bool:
    """True for quotation marks and nothing else."""
    return len(text) <= _LONGEST_QUOTE and QUOTES.issuperset(text)


def in_brackets(text: str) -> bool:
    """True for "(Reuters)" and "(in Italian)."."""
    return text[0] == "(" and text.rstrip(" .")[-1:] == ")"
