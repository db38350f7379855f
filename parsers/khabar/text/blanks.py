"""Breaks in mid-sentence told by the white space round them, and by missing full stops."""

from __future__ import annotations

from enum import IntEnum

from khabar.characters import ends_sentence
from khabar.text.lines import Line
from khabar.text.sentence import Open, in_brackets
from khabar.text.spaces import BLANK, LONG, MARKS, Spaces

COLONS = frozenset(":：")
NAME = 20
"""Characters of a bold word before its fact ("Venue: ")."""
_LINK = 12
"""Characters of a link, in scripts written without spaces."""
_WORDS = 7
"""A line of so many words is no heading."""


class Bond(IntEnum):
    """How surely a line goes on in the sentence of the line before."""

    NONE = 0
    WEAK = 1
    """By the white space at the break, or by a missing full stop."""
    FIRM = 2
    """By the characters at the break."""


def starts_soft(line: Line, spaces: Spaces) -> bool:
    """One blank before the text, as a text node behind a link has it; an indented paragraph has more."""
    raw = line.raw
    return spaces.leading and raw[0] in BLANK and raw[1] not in BLANK


def ends_soft(line: Line, spaces: Spaces) -> bool:
    """A blank behind the text, in a text where paragraphs have none."""
    return spaces.trailing and line.raw[-1] in BLANK


def by_blanks(a: Line, b: Line, after: Line | None, so_far: Open, spaces: Spaces) -> Bond:
    """An unfinished line, and one that might begin a sentence."""
    tail = a.raw[-1] in BLANK
    soft_start, soft_end = starts_soft(b, spaces), ends_soft(a, spaces)
    marked = after is not None and (after.text[0] in MARKS or after.text[0].islower())
    if so_far.mark in COLONS:  # a bold word before its fact, not a lead-in
        fact = not ends_sentence(b.text) and not b.text[0].isdigit()
        short = len(a.text) <= NAME
        if a.raw[-1] != " ":  # a no-break space is somebody's typing
            tail = soft_end = False
        unsure = tail and spaces.broken and fact and (short or marked)
        weak = soft_start or unsure or (soft_end and (short or fact))
        return Bond.WEAK if weak else Bond.NONE
    if so_far.parts > 1:
        if soft_start or soft_end:
            return Bond.WEAK
        if (tail and spaces.tails_vary) or (b.raw[0] in BLANK and spaces.heads_vary):
            return Bond.WEAK if spaces.stops else Bond.NONE
        if not spaces.stops or so_far.size < spaces.long:
            return Bond.NONE
        if spaces.dense:
            return Bond.WEAK if len(b.text) <= _LINK or ends_sentence(b.text) else Bond.NONE
        return Bond.NONE if spaces.kept else Bond.WEAK
    if soft_start:
        return Bond.WEAK if a.number >= spaces.begins else Bond.NONE
    # a link in the middle of a sentence: the line behind it goes on
    linked = marked or (after is not None and _linked(b, after, spaces))
    if len(a.text) > spaces.long:
        if not spaces.stops:
            return Bond.NONE
        if soft_end or (spaces.dense and len(b.text) <= _LINK and after is not None and ends_sentence(after.text)):
            return Bond.WEAK
        return Bond.WEAK if linked and len(b.text) < LONG and (tail or not spaces.kept) else Bond.NONE
    if soft_end:
        return Bond.WEAK if linked else Bond.NONE
    return Bond.WEAK if tail and marked and a.text.count(" ") >= _WORDS - 1 else Bond.NONE


def _linked(line: Line, after: Line, spaces: Spaces) -> bool:
    """The line after goes on behind a link, by the blanks at the break between them."""
    return starts_soft(after, spaces) or (ends_soft(line, spaces) and in_brackets(after.text))
