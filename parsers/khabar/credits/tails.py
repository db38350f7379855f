"""The credit at a caption's end that no label leads: in brackets, behind a full stop, a slash, a line break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from khabar.characters import fold
from khabar.credits.brackets import CLOSE, opening
from khabar.credits.labels import boundary
from khabar.credits.shape import LOOSE, NAMES, NO, PROOF, judge, said
from khabar.credits.slashes import before_slash, pictures, slashed
from khabar.credits.table import Cut, Table

WINDOW = 170
"""Characters at a caption's end in which its credit is."""
_ENDS = " .,;。\u200e\u200f"
_BREAKS = re.compile(
    r"\n"
    r"|\s[|•·/–—-]+\s+|\s?[／｜│]\s?|\s+(?=[—–-]\w)"
    r"|(?<=[^\s.]\S[.!?…؟۔।。！？:])[\"'”’“»«›)]*\s*(?=[^\s.])"
    r"|(?<=\S[\"”»«“›)\]）】」])\s*(?=\w)"
    r"|[=＝](?=\w)"
)
_SEPARATORS = frozenset("|/•·／｜│")
"""Marks behind which a name needs no agency to be a credit."""
_DASHES = frozenset("-–—")
_STOP, _SEPARATOR, _DASH, _LINE, _COLON, _EQUALS = range(6)
_NAME = 3
"""Words of a photographer's name at the most, where nothing else proves it."""
_NAME_LETTERS = 48
"""Characters before brackets in which a photographer's name is looked for."""
_LABEL = 2
"""Words of a label that the lexicon does not have, at the most."""
_LED = 10
"""Words of a credit that begins with "Courtesy of" at the most."""
_AFTER = re.compile(r"[、，,。.（(＝=:：／/]\s*")
_AFTER_SPACE = re.compile(r"[、，,。.（(＝=:：／/\s]\s*")
_AFTER_LETTERS = 14


class _Break(NamedTuple):
    """A place where a caption may end and its credit begin."""

    start: int
    end: int
    kind: int


def _breaks(text: str, window: int) -> Iterator[_Break]:
    for gap in _BREAKS.finditer(text, max(0, len(text) - window)):
        start, end = gap.span()
        if end >= len(text) or not said(text[:start]):
            continue
        mark = gap[0].strip(" \"'”’“»«›)")
        if "\n" in gap[0]:
            kind = _LINE
        elif mark in _SEPARATORS:
            kind = _SEPARATOR
        elif mark in ("=", "＝"):
            kind = _EQUALS
        elif mark or text[end] in _DASHES:
            kind = _DASH
        elif text[start - 1] == ":":
            kind = _COLON
        else:
            kind = _STOP
            if start == end and (text[end].islower() or text[start - 2].isdigit()):
                continue  # "golem.de", "3.mai"
        yield _Break(start, end, kind)


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
        if judge(value, table) == PROOF:
            return start, end - 1 - len(value), end
        if judge(head, table) == PROOF and judge(value, table) >= NAMES:
            return start, start, end
    if verdict == NAMES and boundary(text, start) and before[-1:] not in (",", "،", ":", ";") and _name(inner, 1):
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
    for gap in _breaks(before, _NAME_LETTERS):
        name = before[gap.end :]
        if _name(name, 2) and len(name.split()) <= _NAME and judge(name, table) == NAMES:
            return gap.end
    return start


def _name(text: str, least: int) -> bool:
    """A few names with capital letters and without figures."""
    words = text.replace("/", " ").split()
    return (
        least <= len(words) <= 6
        and any(w[0].isupper() and len(w) > 1 for w in words)
        and not any(map(str.isdigit, text))
    )


def sentence_and_agency(text: str, table: Table) -> Cut | None:
    """A caption of a few names, a full stop or a dash, and an agency: "Angela Merkel. Reuters". The whole of it would
    pass for a credit."""
    for gap in _breaks(text, WINDOW):
        if gap.kind in (_STOP, _DASH) and judge(text[gap.end :], table) >= LOOSE:
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
    for gap in _breaks(text, WINDOW):
        start = _behind(text, gap, table)
        if start >= 0:
            return start, gap.end if gap.kind == _COLON else start, end
    if not known:
        return None
    start = slashed(text, table, WINDOW)
    if start < 0:
        start = pictures(text.rstrip(_ENDS), table)
    return (start, start, end) if start >= 0 else None


def _behind(text: str, gap: _Break, table: Table) -> int:
    """Where the credit begins, if what stands behind a break is one; or -1."""
    segment = text[gap.end :]
    verdict = judge(segment, table)
    kind = gap.kind
    size = len(segment.split())
    if verdict == NO:
        return gap.end if kind in (_STOP, _LINE) and size <= _LED and _led(segment, table) else -1
    if kind == _EQUALS:
        return gap.end if verdict == PROOF else -1
    if kind == _COLON:
        return _label_before(text, gap) if verdict == PROOF else -1
    if verdict >= LOOSE:
        return (
            gap.end
            if kind != _SEPARATOR or text[gap.start : gap.end].strip() not in "/／"
            else _own(text, gap, table)
        )
    words = text[: gap.start].count(" ") + 1
    names = _name(segment, 2)
    if kind == _LINE:
        fits = names and words > _NAME and size <= _NAME
    elif kind == _SEPARATOR:
        fits = names and words > 1
    elif kind == _DASH:
        fits = _name(segment, 3) and "/" in segment
    else:
        fits = names and ("/" in segment or (segment.isupper() and size <= _NAME))
    return gap.end if fits else -1


def _label_before(text: str, gap: _Break) -> int:
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


def _own(text: str, gap: _Break, table: Table) -> int:
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
    for delimiter in (_AFTER_SPACE, _AFTER):
        begin = max((m.end() for m in delimiter.finditer(plain, max(0, len(plain) - 2 * _AFTER_LETTERS))), default=0)
        if begin and 2 < len(plain) - begin <= _AFTER_LETTERS and not any(map(str.isdigit, plain[begin:])):
            return begin
    return -1
