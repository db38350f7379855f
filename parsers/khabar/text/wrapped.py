"""Paragraphs of a text whose lines are broken at a width."""

from __future__ import annotations

from collections.abc import Callable

from khabar.characters import ends_sentence, last_mark
from khabar.text.bullets import DASHES, bulleted
from khabar.text.joins import no_beginning
from khabar.text.layout import Margin, indent, is_full, margin_of, shown
from khabar.text.lines import Line


def wrapped(lines: list[Line], width: int, is_label: Callable[[str], bool]) -> list[list[Line]]:
    """Groups of lines that make one paragraph: a line that had room for the next word was a paragraph's last.

    Where no blank line and no indent stands between paragraphs, one whose last line happens to be full is not
    told from the next.
    """
    margin = margin_of(lines)
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if groups and not line.gap and _goes_on(groups[-1][0], lines[i - 1], line, width, margin, is_label):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(first: Line, a: Line, b: Line, width: int, margin: Margin, is_label: Callable[[str], bool]) -> bool:
    """True where line `b` goes on in the paragraph that begins with `first` and has `a` as its last line so far."""
    if margin.indented and indent(b) > margin.usual + 1:
        return False
    full = is_full(shown(a), b.text, width)
    ended = ends_sentence(a.text)
    if bulleted(b):  # a dash in mid-sentence may come to stand at the beginning of a line
        return full and not ended and b.text[:2] in DASHES and last_mark(a.text) not in ":：" and not bulleted(first)
    if not full:  # broken at a link besides
        return not ended and (b.text[0].islower() or no_beginning(a, b)) and not is_label(b.text)
    return not (ended and is_label(b.text))
