"""Paragraphs of a text in which a line is a paragraph, but for breaks in mid-sentence.

`get_text("\\n")` breaks a text at every link and every bold word. Whether a line continues the one before it is
decided by what stands at the break: characters that begin or end no sentence are proof; white space that a scraper
kept, a long line without a full stop, a link between two halves of a sentence are hints, and two of them are enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from khabar.characters import ends_sentence, last_mark
from khabar.text.bullets import DASHES, bulleted
from khabar.text.lines import Line

BLANK = frozenset(" \u00a0\t")
COLONS = frozenset(":：")
LONG = 70
"""Characters: a line this long that ends without a full stop is a broken paragraph and no heading."""
_LINK = 80
"""Characters of a link or a bold phrase in the middle of a sentence."""
_PROOF = 2
"""Hints that are as good as a proof."""
_CONTINUING = re.compile("[,;:!?،؛؟)。，、！？；：）」』།۔%]|\\.(?![.\\w])|[»”](?!\\w)|’(?!\\w)|['’]s\\b")
"""No sentence begins with these; but with two dots (Arabic), and with marks that close elsewhere (”Vi kommer”,
»Wir kommen«). A full stop before a letter is a style sheet's (".box{…}")."""
_OPENING = frozenset("([«„（「『")
"""No sentence ends with these. (“ and ‘ open in English, and close in German.)"""
_COMMAS = frozenset(",،、，")
_WAITS = _COMMAS | COLONS
"""A label that ends with one of these has its value on the following line."""
_QUOTES = frozenset("\"'“”„«»’‘")
_QUOTE = 3
"""Characters of a line that is nothing but quotation marks."""
_LATEST = 20
"""Lines of a paragraph that are looked at again: the cost stays linear."""
_ADDRESS = ("http://", "https://", "www.")
_SAMPLE = 400
"""Lines that are looked at to judge a text."""
_ENDS = 4
"""So many ends of paragraphs say more about a text than all its lines do."""


class Hints:
    """Which hints can be trusted in a text.

    A scraper keeps the white space of the text before a link and after it. A blank before a line is a hint that a
    sentence continues, but not where whole paragraphs begin with one as well.
    """

    __slots__ = ("broken", "heads", "kept")

    def __init__(self, lines: Sequence[Line]) -> None:
        sample = lines[:_SAMPLE]
        finished = [line for line in sample if len(line.text) > LONG and ends_sentence(line.text)]
        heads = sum(map(_one_blank, sample))
        self.kept = sum(line.raw[0] in BLANK or line.raw[-1] in BLANK for line in sample) * 20 > len(sample)
        """Blanks at the ends of lines were kept."""
        few = len(finished) < _ENDS
        self.heads = heads * 5 <= len(sample) * 2 if few else sum(map(_one_blank, finished)) * 2 <= len(finished)
        """A blank before a line is a hint."""
        self.broken = sum(not line.gap and _begins_inside(line.text) for line in sample) > 1
        """Some sentences are broken for sure."""


def join_broken(lines: list[Line], is_label: Callable[[str], bool]) -> list[list[Line]]:
    """Groups of lines that make one paragraph. A line that holds a label is joined with none, unless the break before
    it is in mid-sentence. (`is_label` is asked for likely joins only.)"""
    hints: Hints | None = None
    groups: list[list[Line]] = []
    for at, line in enumerate(lines):
        if groups and not line.gap and not _apart(lines[at - 1], line):
            hints = hints or Hints(lines)
            if _evidence(lines, at, len(groups[-1]), hints) >= _PROOF and (
                _inside(lines, at, hints) or not _labelled(lines, at, len(groups[-1]), is_label)
            ):
                groups[-1].append(line)
                continue
        groups.append([line])
    return groups


def _apart(a: Line, b: Line) -> bool:
    """Most lines: one ends a sentence, and the following begins with a letter or a figure."""
    return a.alone or b.alone or (b.text[0].isalnum() and ends_sentence(a.text))


def _labelled(lines: Sequence[Line], at: int, parts: int, is_label: Callable[[str], bool]) -> bool:
    """The line is a label, or the one before it, if no other was joined with that."""
    return is_label(lines[at].text) or (parts == 1 and is_label(lines[at - 1].text))


def _inside(lines: Sequence[Line], at: int, hints: Hints) -> bool:
    """The break before a line is in mid-sentence, whatever label the line or the one before it looks like: a link
    ("Follow us on " / "Facebook" / ", and on "), a byline's word in small letters ("the answer " / "by the ")."""
    a, b = lines[at - 1], lines[at]
    if not (starts_soft(b, hints) or a.raw[-1] in BLANK) or a.text[-1] in _WAITS or ends_sentence(a.text):
        return False
    return _continues(b, hints) or _is_link(lines, at, hints)


def _evidence(lines: Sequence[Line], at: int, parts: int, hints: Hints) -> int:
    """How many hints say that the line at an index continues the paragraph of so many lines that ends with the line
    before it; `_PROOF` or more say that it does."""
    a, b = lines[at - 1], lines[at]
    mark = last_mark(a.text)
    if _CONTINUING.match(b.text) or a.text[-1] in _OPENING:
        return _PROOF
    group = lines[max(at - parts, at - _LATEST) : at]
    if is_quote(a.text) or is_quote(b.text):
        opened = sum(is_quote(line.text) for line in group) % 2 == 1
        soft = b.raw[0] in BLANK or a.raw[-1] in BLANK
        return _PROOF * (opened or (soft and mark not in COLONS and not ends_sentence(mark)))
    if not mark or ends_sentence(mark):
        return 0
    soft_start, soft_end = starts_soft(b, hints), a.raw[-1] in BLANK
    if bulleted(b):  # a dash after a bold word (" - a town in the north"); list items come in rows
        row = bulleted(a) or (at + 1 < len(lines) and bulleted(lines[at + 1]))
        return _PROOF * (b.text[:2] in DASHES and mark not in COLONS and not row and (soft_start or soft_end))
    if mark in COLONS:  # a bold word before its fact, or a lead-in before a list or a quotation
        follows = at + 1 < len(lines) and not lines[at + 1].gap and _CONTINUING.match(lines[at + 1].text)
        return _PROOF * (soft_start or (soft_end and bool(follows)))
    if b.text[0].islower() and not b.text.startswith(_ADDRESS):
        return _PROOF
    size = sum(len(line.text) for line in group)
    link = _is_link(lines, at, hints)
    return (
        soft_start * (2 if hints.broken else 1)
        + soft_end
        + link
        + (parts > 1)
        + (size > LONG and (hints.broken or link))
        + (mark in _COMMAS) * (2 if hints.broken or size <= LONG else 1)
        - (hints.kept and not soft_start and not soft_end)
    )


def _is_link(lines: Sequence[Line], at: int, hints: Hints) -> bool:
    """A short line whose sentence continues on the following one."""
    if at + 1 == len(lines) or lines[at + 1].gap or len(lines[at].text) > _LINK:
        return False
    return _continues(lines[at + 1], hints)


def _continues(line: Line, hints: Hints) -> bool:
    """A line begins as no sentence does, or with a blank."""
    return _begins_inside(line.text) or starts_soft(line, hints)


def _begins_inside(text: str) -> bool:
    return text[0].islower() or _CONTINUING.match(text) is not None


def starts_soft(line: Line, hints: Hints) -> bool:
    """One blank before the text, as a text node after a link has it; an indented paragraph has more."""
    return hints.heads and _one_blank(line)


def _one_blank(line: Line) -> bool:
    return line.raw[0] in BLANK and line.raw[1] not in BLANK


def is_quote(text: str) -> bool:
    """True for quotation marks and nothing else."""
    return len(text) <= _QUOTE and _QUOTES.issuperset(text)


def no_beginning(text: str) -> bool:
    """True where a line begins with what no sentence begins with."""
    return _CONTINUING.match(text) is not None
