"""Paragraphs of a text in which a line is a paragraph, but for breaks in mid-sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar.characters import ends_sentence
from khabar.text.blanks import Bond
from khabar.text.joins import bond, no_beginning
from khabar.text.lines import Line
from khabar.text.sentence import QUOTES, Open
from khabar.text.spaces import BLANK, Spaces

_WAITS = frozenset(",،、，:：")
"""A label that ends with one of these has its value on the next line."""
_LINK = 40


def broken(lines: list[Line], is_label: Callable[[str], bool]) -> list[list[Line]]:
    """Groups of lines that make one paragraph. A line that holds a label is joined with none, and the value
    behind it only where the characters at the break leave no doubt. (`is_label` is asked for likely joins only.)"""
    spaces: Spaces | None = None
    groups: list[list[Line]] = []
    so_far: Open | None = None  # of the last group; made where it is needed
    for i, line in enumerate(lines):
        if line.gap or not groups or (so_far is None and _apart(lines[i - 1].text, line.text)):
            groups.append([line])
            so_far = None
            continue
        group = groups[-1]
        spaces = spaces or Spaces(lines)
        so_far = so_far or Open(lines[i - 1])
        sure = bond(lines, i, so_far, spaces)
        if sure and _may_join(lines, i, group, sure, spaces, is_label):
            group.append(line)
            so_far.add(line)
        else:
            groups.append([line])
            so_far = None
    return groups


def _apart(before: str, text: str) -> bool:
    """Most lines: one ends a sentence, and the next begins with a letter or a figure."""
    return text[0].isalnum() and ends_sentence(before)


def _may_join(
    lines: Sequence[Line],
    at: int,
    group: Sequence[Line],
    sure: Bond,
    spaces: Spaces,
    is_label: Callable[[str], bool],
) -> bool:
    """No label stands in the way."""
    before, line = lines[at - 1], lines[at]
    if _inside(lines, at, spaces):
        return True
    if is_label(line.text):
        return False
    if len(group) > 1:
        return True
    if is_label(before.text):
        # a call to subscribe, broken at its link, goes on
        return before.text[-1] in QUOTES and before.text[-2:-1] in BLANK
    return sure is Bond.FIRM or before.gap or not _announces(lines[at - 2].text, is_label)


def _inside(lines: Sequence[Line], at: int, spaces: Spaces) -> bool:
    """The break before a line is in mid-sentence, whatever label the line or the one before it looks like: a link
    ("Follow us on " / "Facebook" / ", and on "), a byline's word in small letters ("the answer " / "by the ")."""
    before, line = lines[at - 1], lines[at]
    loose = (before.raw[-1] == " " and spaces.tails_vary) or (line.raw[0] == " " and spaces.heads_vary)
    if not loose or before.text[-1] in _WAITS or ends_sentence(before.text):
        return False
    if line.text[0].islower() or no_beginning(before, line):
        return True
    after = lines[at + 1] if at + 1 < len(lines) else None
    return (
        after is not None
        and not after.gap
        and len(line.text) < _LINK
        and (after.text[0].islower() or no_beginning(line, after))
    )


def _announces(text: str, is_label: Callable[[str], bool]) -> bool:
    """A label whose value stands on the next line; a date, which is a label too, has none."""
    return is_label(text) and not any(map(str.isdigit, text))
