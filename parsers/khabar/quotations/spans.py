"""Where quotations stand: pairs of marks within paragraphs, and quotations over several of them.

What a mark alone cannot tell (an opener that nothing closes, a closer that nothing opened) is left to `mend`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.quotations.marks import DOUBLES, FAMILY, SINGLES, WITHIN, Hit, Mark, find_marks
from khabar.quotations.pairs import pair

_FAR = 8
"""Paragraphs that one quotation may run over."""
_LONG, _NEAR = 600, 300
"""Characters in single marks where these may be apostrophes; characters behind one that may hold another."""
_DECADE = r"\d\d(?:s|er)\b"
"""What is left of a year: "the '90s"."""
_CLOSER = "['’](?:[ ,.]|$)"
_SUFFIX = r"['’‘](?!(?:s|t|d|m|ll|re|ve)\b)[a-zçğıöşüâî]{1,8}(?![\w'’])"
"""A mark that an ending may follow, as in Turkish ('Finans Zirvesi'nde), but no English contraction."""
_OPENING = DOUBLES | SINGLES
_CONTROLS = frozenset("\u200e\u200f\u202a\u202b\u202c")


class Span(NamedTuple):
    """A quotation in paragraph `at`: its text is [start:end], with its marks it is [before:after].

    Where it ends in a later paragraph, `end` and `after` count in that paragraph, `last`.
    """

    at: int
    start: int
    end: int
    before: int
    after: int
    last: int
    family: int


class Marked:
    """The quotations of one paragraph, and the marks in it that have no partner."""

    __slots__ = ("spans", "unclosed", "unopened")

    def __init__(self, spans: list[Span], unclosed: Mark | None, unopened: list[Mark]) -> None:
        self.spans, self.unclosed, self.unopened = spans, unclosed, unopened


def marked(
    text: str, at: int, rtl: bool, loose: frozenset[str] | None = None, hits: Sequence[Hit] | None = None
) -> Marked:
    """The quotations within one paragraph. `loose`: the marks whose direction means nothing in the article, `turned`
    of its texts; left out, what the paragraph alone shows."""
    marks, singles = find_marks(text, rtl, loose, hits)
    pairs, unclosed, unopened = pair(marks, re.search("[\u0400-\u04ff]", text) is not None)
    spans = _made(text, at, pairs)
    if singles:
        apart = _made(text, at, _singles(text, singles, spans, len(text) if unclosed is None else unclosed.start))
        if apart:
            spans = _outer([*spans, *(span for span in apart if span.end - span.start > 1)])
    return Marked(spans, unclosed, unopened)


def _made(text: str, at: int, pairs: Sequence[tuple[Mark, Mark]]) -> list[Span]:
    found = (trimmed(text, at, a.end, b.start, a.start, b.end, a.family) for a, b in pairs)
    return [span for span in found if span is not None]


def _outer(spans: Sequence[Span]) -> list[Span]:
    """Of quotations in others only the outer ones, in order."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.before, -span.after)):
        if not out or span.before >= out[-1].after:
            out.append(span)
    return out


def trimmed(text: str, at: int, start: int, end: int, before: int, after: int, family: int) -> Span | None:
    """The span without the spaces inside its marks; None where nothing else is in it."""
    start, end = _stripped(text, start, end)
    while start < end and text[start] in DOUBLES and _odd(text, start, end):  # doubled marks with a space between
        start, end = _stripped(text, start + 1, end)
    if start >= end or not any(c.isalnum() for c in text[start:end]):
        return None
    return Span(at, start, end, before, after, at, family)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _CONTROLS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _CONTROLS):
        end -= 1
    return start, end


def _odd(text: str, start: int, end: int) -> bool:
    """Has the mark at `start` no partner?"""
    family = FAMILY[text[start]]
    return sum(FAMILY.get(c) == family for c in text[start:end]) % 2 == 1


def _singles(text: str, singles: Sequence[Mark], spans: Sequence[Span], to: int) -> list[tuple[Mark, Mark]]:
    """Pairs of single marks before `to`, where apostrophes are written too: both must look it and be in no others."""
    out: list[tuple[Mark, Mark]] = []
    suffixed: list[tuple[Mark, Mark]] = []
    """A pair that ends before a suffix, where no better end follows."""
    opened: Mark | None = None
    began = 0
    for at, mark in _apart(singles, spans, to):
        if mark.opens < 0.5 < mark.closes and not re.match(_DECADE, text[mark.end : mark.end + 5]):
            out += suffixed
            opened, suffixed, began = mark, [], at
        elif opened is None or mark.start - opened.end > _LONG:
            continue
        elif mark.closes == WITHIN:
            if not suffixed and at == began and _suffixed(text, mark.start):
                suffixed = [(opened, mark)]
        elif mark.closes < 1 and not _possessive(text, mark) and (at == began or _speech(text, opened, mark)):
            out.append((opened, mark))
            opened, suffixed = None, []
    return out + suffixed


def _apart(singles: Sequence[Mark], spans: Sequence[Span], to: int) -> Iterator[tuple[int, Mark]]:
    """The marks before `to` that stand in no quotation, and how many quotations stand before each."""
    at = 0
    for mark in singles:
        while at < len(spans) and spans[at].after <= mark.start:
            at += 1
        if mark.start < to and (at == len(spans) or spans[at].before > mark.start):
            yield at, mark


def _possessive(text: str, mark: Mark) -> bool:
    """Is it the apostrophe of "the ministers' plan"? So where another closing mark follows in the same sentence."""
    if mark.opens > 2 or text[mark.start - 1] != "s":
        return False
    return re.search(_CLOSER, text[mark.end : mark.end + _NEAR].partition(". ")[0]) is not None


def _suffixed(text: str, at: int) -> bool:
    return text[max(0, at - 3) : at].isalnum() and re.match(_SUFFIX, text[at : at + 10]) is not None


def _speech(text: str, opened: Mark, mark: Mark) -> bool:
    """Are they the marks of a speech with quotations in it? Apostrophes are, before and behind one, by chance."""
    return text[opened.start] in "‘‚‹›" or text[mark.start - 1] in ".,!?…"


def joined(texts: Sequence[str], places: Sequence[tuple[int, int | None]], found: list[Marked]) -> None:
    """Join what one paragraph opens and another closes, in place.

    One opener, paragraphs without marks, one closer; or the opener set again before every paragraph.
    """
    at = 0
    while at < len(found):
        begun = at
        at += 1
        mark = found[begun].unclosed
        to = _closing(mark, texts, places, found, begun) if mark is not None else None
        if mark is None or to is None:
            continue
        size = len(texts[begun])
        first = trimmed(texts[begun], begun, mark.end, size, mark.start, size, mark.family)
        if first is None:
            continue
        at, end, after = to
        last, closed = at, after
        while last > begun and not any(c.isalnum() for c in texts[last][:end]):
            last -= 1  # nothing but the mark stands there
            end = closed = len(texts[last])
        end = max(len(texts[last][:end].rstrip()), first.start + 1 if last == begun else 0)
        span = first._replace(end=end, after=closed, last=last)
        found[begun] = Marked([*found[begun].spans, span], None, found[begun].unopened)
        for i in range(begun + 1, at):
            found[i] = Marked([], None, [])
        keep = found[at].unclosed
        rest = [span for span in found[at].spans if span.before >= after]
        found[at] = Marked(rest, keep if keep is not None and keep.start >= after else None, [])


def _closing(
    mark: Mark, texts: Sequence[str], places: Sequence[tuple[int, int | None]], found: Sequence[Marked], at: int
) -> tuple[int, int, int] | None:
    """Paragraph, end and end with the mark of what closes the quotation that a mark of paragraph `at` opens."""
    reopened = True
    for i in range(at + 1, min(at + _FAR, len(found))):
        if places[i][0] != places[at][0] or places[at][1] is None:
            return None
        here = found[i]
        if here.unopened and all(span.before > here.unopened[0].start for span in here.spans):
            closer = here.unopened[0]
            return (i, closer.start, closer.end) if closer.start > 0 else None
        again = here.spans[0] if here.spans else None
        if again is not None and again.before == 0 and again.last == i:
            if i == at + 1:
                reopened = again.family == mark.family
            return (i, again.end, again.after) if reopened else None
        if here.spans or (here.unclosed is not None and here.unclosed.start > 0):
            return None
        reopened = reopened and texts[i][:1] in _OPENING
    return None
