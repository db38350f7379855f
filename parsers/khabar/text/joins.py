"""Lines broken in mid-sentence by a scraper: `get_text("\\n")` breaks at every link and every bold word."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from khabar.characters import ends_sentence
from khabar.text.blanks import COLONS, NAME, Bond, by_blanks, ends_soft, starts_soft
from khabar.text.bullets import DASHES, bulleted
from khabar.text.lines import Line
from khabar.text.sentence import QUOTES, Open, in_brackets, is_quote
from khabar.text.spaces import BLANK, LONG, MARKS, Spaces

__all__ = ["Bond", "Spaces", "bond", "no_beginning"]

_OPENING = frozenset(",،、，;؛([«„（「『")
"""No sentence ends with these. (“ and ‘ open in English, and close in German.)"""
_ADDRESS = ("http://", "https://", "www.")
_LETTERS = 2
"""Characters of a part of a word."""
_BRACKET = 3
"""Lines in which a bracket that a line left open is closed."""


def bond(lines: Sequence[Line], at: int, so_far: Open, spaces: Spaces) -> Bond:
    """How surely the line at an index goes on in the paragraph so far, which ends with the line before it.

    There is no blank line between them. Whether one of them is a label is left to the caller.
    """
    a, b = lines[at - 1], lines[at]
    text = b.text
    if no_beginning(a, b):
        return Bond.FIRM
    if spaces.spaced and len(a.text) < LONG:
        return Bond.NONE
    blank = b.raw[0] in BLANK or a.raw[-1] in BLANK
    if is_quote(text):
        return _quote(so_far, blank)
    if is_quote(a.text) and (so_far.quote or starts_soft(b, spaces)):
        return Bond.FIRM if so_far.quote else Bond.WEAK
    if in_brackets(text) and not in_brackets(a.text):
        return _brackets(a, b, so_far, spaces)
    if so_far.ended or not so_far.mark:
        return Bond.NONE
    after = lines[at + 1] if at + 1 < len(lines) and not lines[at + 1].gap else None
    if bulleted(b):
        return _marked(a, b, after, so_far, spaces)
    if so_far.mark in _OPENING or a.text[-1] in _OPENING or _opens_quotation(a.text):
        return Bond.FIRM
    if so_far.bracket and _closes(lines[at : at + _BRACKET]):
        return Bond.FIRM
    if text[0].islower():
        if not blank and b.number < spaces.begins and len(text) > _LETTERS:
            return Bond.NONE  # a title, and alt text
        return _small_letter(a, b, after, so_far, touching=spaces.kept and not blank)
    return by_blanks(a, b, after, so_far, spaces)


def no_beginning(a: Line, b: Line) -> bool:
    """True where line `b`, which stands behind `a`, begins with what no sentence begins with."""
    text = b.text
    first = text[0]
    if first in MARKS:
        if first in "»”’" and text[1:2].isalnum():  # "’s", but no opening mark (”Vi kommer”, »Wir kommen«)
            return first == "’" and text[1:2].islower() and a.raw[-1].isalnum() and b.raw[0] == first
        return not text.startswith(("..", "…"))
    return first > "\u02ff" and not first.isalnum() and unicodedata.category(first)[0] == "M"


def _quote(so_far: Open, blank: bool) -> Bond:
    """A line of quotation marks alone: it closes what one before it opened, or opens in mid-sentence."""
    if so_far.quote:
        return Bond.FIRM
    unfinished = not so_far.ended and so_far.mark not in COLONS
    return Bond.WEAK if unfinished and (blank or so_far.parts > 1) else Bond.NONE


def _brackets(a: Line, b: Line, so_far: Open, spaces: Spaces) -> Bond:
    """A line in brackets ("(Reuters)", "(1993)"), behind a full stop or without one."""
    if not so_far.ended and (starts_soft(b, spaces) or ends_soft(a, spaces)):
        return Bond.WEAK
    if len(b.text) > LONG or (so_far.ended and b.text.strip("(). ").isdigit()):
        return Bond.NONE
    loose = b.raw[0] in BLANK or a.raw[-1] in BLANK or (not spaces.kept and (spaces.broken or not so_far.ended))
    return Bond.WEAK if so_far.parts > 1 or (loose and so_far.size > NAME) else Bond.NONE


def _opens_quotation(text: str) -> bool:
    """It ends with a quotation mark that has a blank before it."""
    return text[-1] in QUOTES and text[-2:-1] in BLANK


def _closes(lines: Sequence[Line]) -> bool:
    """One of the lines closes a bracket that none of them opened."""
    for line in lines:
        end = line.text.find(")")
        if end >= 0:
            return line.text.rfind("(", 0, end) < 0
    return False


def _small_letter(a: Line, b: Line, after: Line | None, so_far: Open, *, touching: bool) -> Bond:
    """A line that begins with a small letter behind an unfinished one. `touching`: there is no white space at the
    break, though the text keeps it elsewhere, so only parts of a word may stand there."""
    if so_far.mark in COLONS and ends_sentence(b.text):
        return Bond.NONE  # an item of a list
    if (touching and a.text[-1].isdigit()) or b.text.startswith(_ADDRESS):
        return Bond.NONE
    if so_far.parts == 1 and len(a.text) < LONG and a.raw[-1] not in BLANK and bulleted(a):
        return Bond.NONE
    if after is not None and after.text[0] in COLONS and len(a.text) < LONG and len(b.text) > _LETTERS:
        return Bond.NONE  # a word, and its meaning behind a colon
    return Bond.FIRM


def _marked(a: Line, b: Line, after: Line | None, so_far: Open, spaces: Spaces) -> Bond:
    """A dash behind a bold word (" - a town in the north"), an "o" that is an article: list items come in rows."""
    if so_far.mark in COLONS or bulleted(a) or (after is not None and bulleted(after)):
        return Bond.NONE
    if b.text[:2] in DASHES:
        soft = len(a.text) < LONG and (starts_soft(b, spaces) or ends_soft(a, spaces))
    else:
        soft = b.text[0].isalpha() and spaces.broken and starts_soft(b, spaces)
    return Bond.WEAK if soft else Bond.NONE
