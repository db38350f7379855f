"""The credit at a caption's end that neither label nor brackets show: behind a full stop, a slash, a line break."""

from __future__ import annotations

from khabar.characters import fold
from khabar.credits.breaks import COLON, DASH, EQUALS, LINE, SEPARATOR, STOP, WINDOW, Break, breaks, name_shaped
from khabar.credits.labels import boundary
from khabar.credits.shape import LOOSE, NO, PROOF, judge
from khabar.credits.slashes import before_slash, pictures, slashed
from khabar.credits.table import Cut, Table

_ENDS = " .,;。\u200e\u200f"
_NAME = 3
"""Words of a photographer's name at the most, where nothing else proves it."""
_LABEL = 2
"""Words of a label that the lexicon does not have, at the most."""
_LED = 10
"""Words of a credit that begins with "Courtesy of" at the most."""
_DELIMITERS = "、，,。.（(＝=:：／/"
"""Marks before a name that its label follows."""
_AFTER_LETTERS = 14
"""Letters of a name, with its label behind it, at the most."""


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
    if not known and not any(c in text for c in "\n|/•·／｜│@") and not text[-1].isupper():
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
    size = len(segment.split())
    if verdict == NO:
        return gap.end if kind in (STOP, LINE) and size <= _LED and _led(segment, table) else -1
    if kind == EQUALS:
        return gap.end if verdict == PROOF else -1
    if kind == COLON:
        return _label_before(text, gap) if verdict == PROOF else -1
    if verdict >= LOOSE:
        slash = kind == SEPARATOR and text[gap.start : gap.end].strip() in "/／"
        return _own(text, gap, table) if slash else gap.end
    words = text[: gap.start].count(" ") + 1
    names = name_shaped(segment, 2)
    if kind == LINE:
        fits = names and words > _NAME and size <= _NAME
    elif kind == SEPARATOR:
        fits = names and words > 1
    elif kind == DASH:
        fits = name_shaped(segment, 3) and "/" in segment
    else:
        fits = names and ("/" in segment or (segment.isupper() and size <= _NAME))
    return gap.end if fits else -1


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
    place = bool(before) and before[0].islower() and len(before[0]) <= _NAME
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
