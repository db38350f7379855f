"""Paragraphs of a text in which a line is a paragraph, but for breaks in mid-sentence.

`get_text("\\n")` breaks a text at every link and every bold word. Whether a line continues the one before it is
decided by what stands at the break: characters that begin or end no sentence are proof; white space that a scraper
kept, a long line without a full stop, a link between two halves of a sentence are hints, and two of them are enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

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
_CONTINUING = re.compile("[,;:!?،؛؟)。，、！？；：）」』།۔%]|\\.(?![.\\w])|[»”’](?!\\w)|['’]s\\b")
"""No sentence begins with these; but with two dots (Arabic), and with marks that close elsewhere (”Vi kommer”,
»Wir kommen«). A full stop before a letter is a style sheet's (".box{…}")."""
_OPENING = frozenset("([«„（「『")
"""No sentence ends with these. (“ and ‘ open in English, and close in German.)"""
_COMMAS = frozenset(",،、，")
_WAITS = _COMMAS | COLONS
"""A marker that ends with one of these has its value on the following line."""
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


class _Break(NamedTuple):
    """The break between a line and the one before it."""

    before: Line
    line: Line
    after: Line | None
    """The line after it, if no blank line stands between."""
    paragraph: Sequence[Line]
    """What was joined so far, or the end of it; `before` is its last line."""
    soft_start: bool
    """The line begins with a blank that is a hint."""
    soft_end: bool
    """The one before it ends with a blank."""
    hints: Hints

    @property
    def is_link(self) -> bool:
        """The line is short, and its sentence continues on the one after it."""
        return self.after is not None and len(self.line.text) <= _LINK and _continues(self.after, self.hints)


def join_broken(lines: list[Line], is_marker: Callable[[str], bool]) -> list[list[Line]]:
    """Groups of lines that make one paragraph. A line that holds a marker is joined with none, unless the break is in
    mid-sentence. (`is_marker` is asked for likely joins only.)"""
    hints: Hints | None = None
    groups: list[list[Line]] = []
    for at, line in enumerate(lines):
        if groups and not line.gap and not _apart(lines[at - 1], line):
            hints = hints or Hints(lines)
            group = groups[-1]
            after = lines[at + 1] if at + 1 < len(lines) and not lines[at + 1].gap else None
            soft_end = lines[at - 1].raw[-1] in BLANK
            here = _Break(lines[at - 1], line, after, group[-_LATEST:], _starts_soft(line, hints), soft_end, hints)
            if _evidence(here) >= _PROOF and (_inside(here) or not _has_marker(group, line, is_marker)):
                group.append(line)
                continue
        groups.append([line])
    return groups


def _apart(before: Line, line: Line) -> bool:
    """Most lines: one ends a sentence, and the following begins with a letter or a figure."""
    return before.alone or line.alone or (line.text[0].isalnum() and ends_sentence(before.text))


def _has_marker(group: Sequence[Line], line: Line, is_marker: Callable[[str], bool]) -> bool:
    """The line is a marker, or the one before it, if no other was joined with that."""
    return is_marker(line.text) or (len(group) == 1 and is_marker(group[0].text))


def _inside(here: _Break) -> bool:
    """The break is in mid-sentence, whatever marker one of its lines looks like: a link ("Follow us on " /
    "Facebook" / ", and on "), a byline's word in small letters ("the answer " / "by the ")."""
    before = here.before.text
    if not (here.soft_start or here.soft_end) or before[-1] in _WAITS or ends_sentence(before):
        return False
    return here.is_link or _continues(here.line, here.hints)


def _evidence(here: _Break) -> int:
    """How many hints say that the line continues the paragraph; `_PROOF` or more say that it does."""
    before, text = here.before.text, here.line.text
    if continues_sentence(text) or before[-1] in _OPENING:
        return _PROOF
    last = next((line.text for line in reversed(here.paragraph) if not _in_brackets(line.text)), before)
    mark = last_mark(last)
    if _is_quote(text) or _is_quote(before):
        return _PROOF * _quotation(here, mark)
    if not mark or ends_sentence(mark):  # then nothing but a source continues, "(Reuters)"
        return _PROOF * (_in_brackets(text) and here.hints.broken)
    if bulleted(here.line):
        return _PROOF * (mark not in COLONS and _dash(here))
    if mark in COLONS:  # a bold word before its fact, or a lead-in before a list or a quotation
        follows = here.after is not None and continues_sentence(here.after.text)
        return _PROOF * (here.soft_start or (here.soft_end and follows))
    if text[0].islower() and not text.startswith(_ADDRESS):
        return _PROOF
    return _count_hints(here, mark)


def _quotation(here: _Break, mark: str) -> bool:
    """A line of quotation marks alone closes what one before it opened, or opens in mid-sentence."""
    if sum(_is_quote(line.text) for line in here.paragraph) % 2:
        return True
    soft = here.line.raw[0] in BLANK or here.soft_end
    return soft and mark not in COLONS and not ends_sentence(mark)


def _dash(here: _Break) -> bool:
    """A dash after a bold word (" - a town in the north"). List items come in rows."""
    if here.line.text[:2] not in DASHES or not (here.soft_start or here.soft_end):
        return False
    return not bulleted(here.before) and (here.after is None or not bulleted(here.after))


def _count_hints(here: _Break, mark: str) -> int:
    """The hints at the break of an unfinished sentence, those against it taken off."""
    broken, link, several = here.hints.broken, here.is_link, len(here.paragraph) > 1
    long = sum(len(line.text) for line in here.paragraph) > LONG
    return (
        here.soft_start * (2 if broken else 1)
        + here.soft_end
        + link
        + several
        + (long and (link or (broken and several)))
        + (mark in _COMMAS) * (2 if broken else 1)
        - (here.hints.kept and not here.soft_start and not here.soft_end)
    )


def _continues(line: Line, hints: Hints) -> bool:
    """A line begins as no sentence does, or with a blank."""
    return _begins_inside(line.text) or _starts_soft(line, hints)


def _begins_inside(text: str) -> bool:
    return text[0].islower() or continues_sentence(text)


def _starts_soft(line: Line, hints: Hints) -> bool:
    """One blank before the text, as a text node after a link has it; an indented paragraph has more."""
    return hints.heads and _one_blank(line)


def _one_blank(line: Line) -> bool:
    return line.raw[0] in BLANK and line.raw[1] not in BLANK


def _is_quote(text: str) -> bool:
    """True for quotation marks and nothing else."""
    return len(text) <= _QUOTE and _QUOTES.issuperset(text)


def _in_brackets(text: str) -> bool:
    """True for "(Reuters)" and "(in Italian)."."""
    return text[0] == "(" and len(text) <= LONG and text.rstrip(" .")[-1] == ")"


def continues_sentence(text: str) -> bool:
    """True where a line begins with what no sentence begins with."""
    return _CONTINUING.match(text) is not None
