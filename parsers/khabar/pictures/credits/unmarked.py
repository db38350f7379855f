"""The credit at a caption's end that no marker shows: in brackets, after a full stop, a separator, a line break."""

from __future__ import annotations

from collections.abc import Callable

from khabar.characters import fold
from khabar.pictures.credits.breaks import (
    COLON,
    DASH,
    EQUALS,
    LINE,
    NAME,
    SEPARATOR,
    STOP,
    Break,
    breaks,
    name_shaped,
)
from khabar.pictures.credits.judge import LOOSE, MARK, NAMES, NO, PROOF, Cut, Table, judge
from khabar.pictures.credits.punctuation import CLOSE, boundary, opening
from khabar.pictures.credits.slashes import before_slash, pictures, slashed

WINDOW = 170
"""Characters at a caption's end in which its credit is."""
_MARKS = (*"\n|/•·／｜│@", ". -", ". –", ". —")
"""One of these stands before a credit in which no word is known."""
_ENDS = " .,;。\u200e\u200f"
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
    verdict = judge(inner, table, handles=True)
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
        if name_shaped(name, 2) and len(name.split()) <= NAME and judge(name, table) == NAMES:
            return gap.end
    return start


_LED = 10
"""Words of a credit that begins with "Courtesy of" at the most."""
_DELIMITERS = "、，,。.（(＝=:：／/"
"""Marks before a name that its label follows."""


def sentence_and_agency(text: str, table: Table) -> Cut | None:
    """A caption of a few names, a full stop or a dash, and an agency: "Angela Merkel. Reuters". The whole of it would
    pass for a credit."""
    for gap in breaks(text, WINDOW):
        if gap.kind in (STOP, DASH) and judge(text[gap.end :], table) >= LOOSE:
            before = text[: gap.start]
            if judge(before, table) < LOOSE and not (before.islower() and " " not in before):
                return gap.end, gap.end, len(text)
    return None


def tail(text: str, table: Table, *, known: bool) -> Cut | None:
    """The credit at the end that a full stop, a separator or a line break precedes; an agency with its slash and
    the name before it; an agency of pictures alone. `known`: a word of an agency's name or a mark is in the text.
    """
    end = len(text)
    after = _after(text, table)
    if after >= 0:
        return after, after, end
    if not known and not any(c in text for c in _MARKS) and not text[-1].isupper():
        return None
    for gap in breaks(text, WINDOW):
        start = _behind(text, gap, table)
        if start >= 0:
            return start, gap.end if gap.kind == COLON else start, end
    if not known:
        return None
    start = slashed(text, table, WINDOW)
    if start < 0:
        start = pictures(text.rstrip(_ENDS), table)
    return (start, start, end) if start >= 0 else None


def _behind(text: str, gap: Break, table: Table) -> int:
    """Where the credit begins, if what stands behind a break is one; or -1."""
    segment = text[gap.end :]
    verdict = judge(segment, table)
    kind = gap.kind
    if verdict == NO:
        led = kind in (STOP, LINE) and segment.count(" ") < _LED and _led(segment, table)
        return gap.end if led else -1
    if kind == EQUALS:
        return gap.end if verdict == PROOF else -1
    if kind == COLON:
        return _label_before(text, gap) if verdict == PROOF else -1
    if verdict >= LOOSE:
        slash = kind == SEPARATOR and text[gap.start : gap.end].strip() in "/／"
        return _own(text, gap, table) if slash else gap.end
    return gap.end if name_shaped(segment, 2) and _NAME_FITS[kind](text[: gap.start], segment) else -1


def _is_short(segment: str) -> bool:
    return segment.count(" ") < NAME


def _after_line(before: str, segment: str) -> bool:
    return before.count(" ") >= NAME and _is_short(segment)


def _after_separator(before: str, segment: str) -> bool:
    return " " in before


def _after_dash(before: str, segment: str) -> bool:
    """Two names with a slash, or one where the dash follows a full stop."""
    if before.rstrip().endswith(".") and _is_short(segment):
        return True
    return "/" in segment and name_shaped(segment, NAME)


def _after_stop(before: str, segment: str) -> bool:
    return "/" in segment or (segment.isupper() and _is_short(segment))


_NAME_FITS: dict[int, Callable[[str, str], bool]] = {
    LINE: _after_line,
    SEPARATOR: _after_separator,
    DASH: _after_dash,
    STOP: _after_stop,
}
"""By the kind of the break: is a name behind it, that nothing else proves, a photographer's?"""


def _label_before(text: str, gap: Break) -> int:
    """Where a label of a word or two begins that the lexicon does not have ("Valokuva: AFP"), or -1."""
    head = text[: gap.start]
    start = len(head)
    for _ in range(_LABEL):
        start = head.rfind(" ", 0, start)
        if start < 0:
            return -1
        if boundary(text, start + 1):
            return start + 1
    return -1


def _own(text: str, gap: Break, table: Table) -> int:
    """Where the credit begins that has a slash with spaces in it, or before it: "Jane Doe / AFP", "at sea / AFP"."""
    start = before_slash(text, gap.start, table, judge(text[gap.end :], table))
    if start <= 0 or text.count(" ", start, gap.start) == 0:
        return gap.end
    before = text[:start].split()[-1:]
    place = bool(before) and before[0].islower() and len(before[0]) <= NAME
    return gap.end if place else start


def _led(segment: str, table: Table) -> bool:
    """Does a sentence begin with a mark of two words or more ("Cedida por", "Courtesy of")?"""
    keys = fold(segment).split()
    return any(" ".join(keys[:n]) in table.marks for n in (2, 3))


def _after(text: str, table: Table) -> int:
    """Where a name with its label behind it begins ("…で、山田太郎撮影"), or -1."""
    plain = text.rstrip(_ENDS + ")）]】")
    if not plain.endswith(table.after):
        return -1
    reach = max(0, len(plain) - _AFTER_LETTERS - 1)
    for delimiters in (_DELIMITERS + " ", _DELIMITERS):
        begin = max(plain.rfind(mark, reach) for mark in delimiters) + 1
        name = plain[begin:].lstrip()
        if begin and len(name) > _LABEL and not any(map(str.isdigit, name)):
            return len(plain) - len(name)
    return -1
