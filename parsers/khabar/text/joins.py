"""Paragraphs of a text in which a line is a paragraph, but for breaks in mid-sentence.

`get_text("\\n")` breaks a text at every link and every bold word. Whether a line continues the one before it is
decided by evidence at the break: characters that begin or end no sentence are proof; white space that a scraper kept,
a long line without a full stop, a link between two halves of a sentence are hints, and two of them are enough.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise

from khabar.characters import ends_sentence, last_mark
from khabar.text.bullets import DASHES, bulleted
from khabar.text.lines import Line

BLANK = frozenset(" \u00a0\t")
LONG, LONG_DENSE = 70, 40
"""Characters: a line this long that ends without a full stop is a broken paragraph and no heading. (Dense: in scripts
without spaces between words.)"""
LINK = 60
"""Characters of a link or a bold word in the middle of a sentence."""
PROOF = 2
"""Hints that are as good as a proof."""
_MARKS = frozenset(",.;:!?،؛؟)»”’…。，、！？；：）」』།۔%")
"""No sentence begins with these."""
_OPENING = frozenset("([«„（「『")
"""No sentence ends with these. (“ and ‘ open in English, and close in German.)"""
_COMMAS = frozenset(",،、，")
COLONS = frozenset(":：")
_WAITS = _COMMAS | COLONS
"""A label that ends with one of these has its value on the following line."""
_QUOTES = frozenset("\"'“”„«»’‘")
_QUOTE = 3
"""Characters of a line that is nothing but quotation marks."""
_ADDRESS = ("http://", "https://", "www.")
_LETTERS = 2
"""Characters of a part of a word."""
_BRACKET = 3
"""Lines in which a bracket that a line left open is closed."""
_SAMPLE = 400
_ENDS = 4
"""So many ends of paragraphs say more about a text than all its lines do."""


class Hints:
    """Which hints can be trusted in a text.

    A scraper keeps the white space of the text before a link and after it, so a blank at the end of a line or at the
    beginning of one is a hint that a sentence continues. It is none where whole paragraphs end, or begin, with blanks
    as well. Where long lines end without a full stop as a rule (Thai), a missing one is no hint.
    """

    __slots__ = ("broken", "heads", "kept", "long", "spaced", "stops", "tails")

    def __init__(self, lines: Sequence[Line]) -> None:
        sample = lines[:_SAMPLE]
        n = len(sample)
        long = [line for line in sample if len(line.text) > LONG]
        finished = [line for line in long if ends_sentence(line.text)]
        heads = sum(map(_one_blank, sample))
        tails = sum(line.raw[-1] in BLANK for line in sample)
        unfinished = sum(
            len(a.text) > LONG and a.raw[-1] not in BLANK and not ends_sentence(a.text) and not _marked(b)
            for a, b in pairwise(sample)
        )
        self.kept = heads + tails > 0
        """Blanks at the ends of lines were kept."""
        few = len(finished) < _ENDS
        self.heads = heads * 5 <= n * 2 if few else sum(map(_one_blank, finished)) * 2 <= len(finished)
        """A blank before a line is a hint."""
        self.tails = tails * 2 <= n if few else sum(a.raw[-1] in BLANK for a in finished) * 2 <= len(finished)
        """A blank after a line is a hint."""
        self.stops = len(finished) > unfinished or not long
        """A missing full stop at the end of a long line is a hint."""
        self.broken = sum(not a.gap and (a.text[0] in _MARKS or a.text[0].islower()) for a in sample) > 1
        """Some sentences are broken for sure."""
        self.spaced = n > 0 and sum(line.gap for line in sample) * 5 >= n * 2
        """Blank lines stand between the paragraphs, so that hardly any line is broken."""
        dense = sum(line.text.count(" ") * 25 < len(line.text) for line in long)
        self.long = LONG_DENSE if dense * 2 > len(long) else LONG


def _marked(line: Line) -> bool:
    """It begins as few sentences do."""
    return line.raw[0] in BLANK or line.text[0] in _MARKS or line.text[0].islower()


class Paragraph:
    """Lines joined so far, and how they end."""

    __slots__ = ("bracket", "ended", "lines", "mark", "quote", "size")

    def __init__(self, line: Line) -> None:
        self.lines: list[Line] = []
        self.size = 0
        """Characters."""
        self.mark = ""
        """The mark that it ends with, before closing quotation marks and brackets."""
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
        self.lines.append(line)
        self.size += len(text)
        if "(" in text or ")" in text:
            self.bracket = text.rfind("(") > text.rfind(")")
        if is_quote(text):
            self.quote = not self.quote
        elif not (self.ended and in_brackets(text)):  # "(Reuters)" after a full stop
            self.mark = last_mark(text)
            self.ended = self.mark != "" and ends_sentence(self.mark)


def join_broken(lines: list[Line], is_label: Callable[[str], bool]) -> list[list[Line]]:
    """Groups of lines that make one paragraph. A line that holds a label is joined with none, and the value after it
    only where there is proof. (`is_label` is asked for likely joins only.)"""
    hints: Hints | None = None
    groups: list[list[Line]] = []
    so_far: Paragraph | None = None  # the last group; made where it is needed
    for at, line in enumerate(lines):
        if line.gap or not groups or (so_far is None and _apart(lines[at - 1].text, line.text)):
            groups.append([line])
            so_far = None
            continue
        hints = hints or Hints(lines)
        so_far = so_far or Paragraph(lines[at - 1])
        evidence = evidence_for(lines, at, so_far, hints)
        if evidence >= PROOF and _may_join(lines, at, len(groups[-1]), evidence, hints, is_label):
            groups[-1].append(line)
            so_far.add(line)
        else:
            groups.append([line])
            so_far = None
    return groups


def _apart(before: str, text: str) -> bool:
    """Most lines: one ends a sentence, and the next begins with a letter or a figure."""
    return text[0].isalnum() and ends_sentence(before)


def _may_join(
    lines: Sequence[Line], at: int, parts: int, evidence: int, hints: Hints, is_label: Callable[[str], bool]
) -> bool:
    """No label stands in the way."""
    a, b = lines[at - 1], lines[at]
    if _inside(lines, at, hints):
        return True
    if is_label(b.text):
        return False
    if parts > 1:
        return True
    if is_label(a.text):  # a call to subscribe, broken at its link, goes on
        return a.text[-1] in _QUOTES and a.text[-2:-1] in BLANK
    return evidence > PROOF or at < 2 or a.gap or not is_label(lines[at - 2].text)


def _inside(lines: Sequence[Line], at: int, hints: Hints) -> bool:
    """The break before a line is in mid-sentence, whatever label the line or the one before it looks like: a link
    ("Follow us on " / "Facebook" / ", and on "), a byline's word in small letters ("the answer " / "by the ")."""
    a, b = lines[at - 1], lines[at]
    if not (starts_soft(b, hints) or ends_soft(a, hints)) or a.text[-1] in _WAITS or ends_sentence(a.text):
        return False
    if continues(a, b, hints):
        return True
    after = lines[at + 1] if at + 1 < len(lines) and not lines[at + 1].gap else None
    return after is not None and len(b.text) <= LINK and continues(b, after, hints)


def evidence_for(lines: Sequence[Line], at: int, so_far: Paragraph, hints: Hints) -> int:
    """How much says that the line at an index continues the paragraph so far, which ends with the line before it and
    has no blank line after it. From `PROOF` on it does."""
    a, b = lines[at - 1], lines[at]
    if a.alone or b.alone:
        return 0
    if no_beginning(a, b):
        return PROOF + 1
    if hints.spaced and not (b.raw[0] in BLANK or a.raw[-1] in BLANK):
        return 0
    if is_quote(b.text) or is_quote(a.text):
        return _quotation(a, b, so_far, hints)
    if so_far.ended or not so_far.mark:
        return _source(a, b, so_far, hints)
    after = lines[at + 1] if at + 1 < len(lines) and not lines[at + 1].gap else None
    if bulleted(b):
        return _dash(a, b, after, so_far, hints)
    if so_far.mark in _OPENING or a.text[-1] in _OPENING or (a.text[-1] in _QUOTES and a.text[-2:-1] in BLANK):
        return PROOF + 1
    if so_far.bracket and _closes(lines[at : at + _BRACKET]):
        return PROOF + 1
    return _hints(a, b, after, so_far, hints)


def _hints(a: Line, b: Line, after: Line | None, so_far: Paragraph, hints: Hints) -> int:
    """How many hints there are at the break of an unfinished sentence."""
    soft_start, soft_end = starts_soft(b, hints), ends_soft(a, hints)
    blank = b.raw[0] in BLANK or a.raw[-1] in BLANK
    small = b.text[0].islower() and not b.text.startswith(_ADDRESS)
    short = so_far.size < LONG
    if so_far.mark in COLONS:
        return PROOF * _fact(b, after, hints, short, soft_start, soft_end)
    if after is not None and not blank and short and after.text[0] in COLONS and len(b.text) > _LETTERS:
        return 0  # a word before its meaning
    if small:
        listed = short and len(so_far.lines) == 1 and a.raw[-1] not in BLANK and bulleted(a)
        return 0 if listed else PROOF + 1
    if b.text[-1] in COLONS and len(b.text) < LONG:
        return 0  # a bold word before its fact
    link = after is not None and len(b.text) <= LINK and continues(b, after, hints)
    return (
        soft_start * (2 if hints.broken else 1)
        + soft_end
        + (hints.stops and (hints.broken or link or in_brackets(b.text)) and so_far.size > hints.long)
        + ((hints.broken or blank) and len(so_far.lines) > 1)
        + link
        + (b.text[0] == "(")
        + (so_far.mark in _COMMAS) * (2 if hints.broken or short else 1)
        - (hints.kept and not blank)
    )


def _fact(b: Line, after: Line | None, hints: Hints, short: bool, soft_start: bool, soft_end: bool) -> bool:
    """A bold word with a colon before its fact, or a colon in mid-sentence; no lead-in before a list or a quotation."""
    if soft_start:
        return True
    if not soft_end:
        return False
    if short and hints.broken:
        return True
    return (after is not None and no_beginning(b, after)) or (not short and b.text[0].islower())


def continues(line: Line, after: Line, hints: Hints) -> bool:
    """The following line begins as no sentence does, or with a blank."""
    if no_beginning(line, after) or after.text[0].islower() or starts_soft(after, hints):
        return True
    return ends_soft(line, hints) and in_brackets(after.text)


def starts_soft(line: Line, hints: Hints) -> bool:
    """One blank before the text, as a text node after a link has it; an indented paragraph has more."""
    return hints.heads and _one_blank(line)


def _one_blank(line: Line) -> bool:
    return line.raw[0] in BLANK and line.raw[1] not in BLANK


def ends_soft(line: Line, hints: Hints) -> bool:
    """A blank after the text, in a text where paragraphs have none."""
    return hints.tails and line.raw[-1] in BLANK


def no_beginning(a: Line, b: Line) -> bool:
    """True where line `b`, which follows `a`, begins with what no sentence begins with."""
    text = b.text
    first = text[0]
    if first in _MARKS:
        if first in "»”’" and text[1:2].isalnum():  # "’s", but no opening mark (”Vi kommer”, »Wir kommen«)
            return first == "’" and text[1:2].islower() and a.raw[-1].isalnum() and b.raw[0] == first
        if first == "." and text[1:2].isalpha():
            return False  # ".class{margin: 0}"
        return not text.startswith(("..", "…"))
    return first > "\u02ff" and not first.isalnum() and unicodedata.category(first)[0] == "M"


def is_quote(text: str) -> bool:
    """True for quotation marks and nothing else."""
    return len(text) <= _QUOTE and _QUOTES.issuperset(text)


def in_brackets(text: str) -> bool:
    """True for "(Reuters)" and "(in Italian)."."""
    return text[0] == "(" and text.rstrip(" .")[-1:] == ")"


def _quotation(a: Line, b: Line, so_far: Paragraph, hints: Hints) -> int:
    """A line of quotation marks alone closes what one before it opened, or opens in mid-sentence."""
    if so_far.quote:
        return PROOF + 1
    if is_quote(a.text):
        return PROOF * starts_soft(b, hints)
    blank = b.raw[0] in BLANK or a.raw[-1] in BLANK
    return PROOF * (not so_far.ended and so_far.mark not in COLONS and (blank or len(so_far.lines) > 1))


def _source(a: Line, b: Line, so_far: Paragraph, hints: Hints) -> int:
    """A source in brackets after a full stop."""
    if not in_brackets(b.text) or len(b.text) > LONG or b.text.strip("(). ").isdigit():
        return 0
    loose = b.raw[0] in BLANK or a.raw[-1] in BLANK or (not hints.kept and hints.broken)
    return PROOF * (loose or len(so_far.lines) > 1)


def _dash(a: Line, b: Line, after: Line | None, so_far: Paragraph, hints: Hints) -> int:
    """A dash after a bold word (" - a town in the north"); list items come in rows."""
    if b.text[0] == "-" and b.text[1:2].isalpha() and len(so_far.lines) > 1:
        return PROOF  # the end of a compound, "EU" / "-Kommission"
    if so_far.mark in COLONS or b.text[:2] not in DASHES or bulleted(a) or (after is not None and bulleted(after)):
        return 0
    return PROOF * (starts_soft(b, hints) or ends_soft(a, hints))


def _closes(lines: Sequence[Line]) -> bool:
    """One of the lines closes a bracket that none of them opened."""
    for line in lines:
        end = line.text.find(")")
        if end >= 0:
            return line.text.rfind("(", 0, end) < 0
    return False
