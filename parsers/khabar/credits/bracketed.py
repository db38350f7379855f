"""The credit in brackets at a caption's end."""

from __future__ import annotations

from khabar.credits.brackets import CLOSE, opening
from khabar.credits.breaks import WINDOW, breaks, name_shaped
from khabar.credits.labels import boundary
from khabar.credits.shape import LOOSE, MARK, NAMES, judge
from khabar.credits.table import Cut, Table

_ENDS = " .,;。\u200e\u200f"
_NAME = 3
"""Words of a photographer's name at the most, where nothing else proves it."""
_NAME_LETTERS = 48
"""Characters before brackets in which a photographer's name is looked for."""
_LABEL = 2
"""Words of a label that the lexicon does not have, at the most."""
_AFTER_LETTERS = 14
"""Letters of a name that its label follows ("山田太郎撮影"), with the label, at the most."""


def bracket(text: str, table: Table) -> Cut | None:
    """The credit in brackets at the end: an agency in it, or behind a full stop nothing but a name."""
    end = len(text.rstrip(_ENDS))
    if not end or text[end - 1] not in CLOSE:
        return None
    start = opening(text, end - 1)
    inner = text[start + 1 : end - 1]
    if start < 0 or not inner.strip() or len(inner) > WINDOW:
        return None
    verdict = judge(inner, table)
    before = text[:start].rstrip()
    if inner.endswith(table.after) and len(inner) <= _AFTER_LETTERS and verdict:
        return start, start, end
    if verdict >= LOOSE:
        if _initials(before, inner):
            return None
        begin = _name_and(before, start, table)
        return begin, begin, end
    head, colon, value = inner.partition(":")
    if colon and head.count(" ") < _LABEL:
        if judge(value, table) >= MARK:
            return start, end - 1 - len(value), end
        if judge(head, table) >= MARK and judge(value, table) >= NAMES:
            return start, start, end
    if (
        verdict == NAMES
        and boundary(text, start)
        and before[-1:] not in (",", "،", ":", ";")
        and name_shaped(inner, 1)
    ):
        return start, start, end
    return None


def _initials(before: str, inner: str) -> bool:
    """Is a name in brackets the short form of the words before it: "the European Space Agency (ESA)"?"""
    if not 2 <= len(inner) <= 6 or not inner.isupper():
        return False
    words = before[-WINDOW:].replace("-", " ").split()
    return "".join(word[0] for word in words).upper().endswith(inner)


def _name_and(before: str, start: int, table: Table) -> int:
    """Where a credit begins whose agency is in brackets: "… port. Ana Pérez (EFE)" has a name before them."""
    for gap in breaks(before, _NAME_LETTERS):
        name = before[gap.end :]
        if name_shaped(name, 2) and len(name.split()) <= _NAME and judge(name, table) == NAMES:
            return gap.end
    return start
