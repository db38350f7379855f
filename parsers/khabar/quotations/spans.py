"""Where quotations stand: pairs of marks within paragraphs, and quotations over several of them.

What a mark alone cannot tell (an opener that nothing closes, a closer that nothing opened) is left to `mend`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.quotations.marks import DOUBLES, SINGLES, Mark, find_marks, find_singles
from khabar.quotations.pairs import pair

_FAR = 8
"""Paragraphs that one quotation may run over."""


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
        self.spans = spans
        self.unclosed = unclosed
        self.unopened = unopened


def marked(text: str, at: int, rtl: bool) -> Marked:
    """The quotations within one paragraph."""
    spans: list[Span] = []
    unclosed: Mark | None = None
    unopened: list[Mark] = []
    if not DOUBLES.isdisjoint(text) or "''" in text:
        pairs, unclosed, unopened = pair(find_marks(text, rtl))
        for a, b in pairs:
            span = trimmed(text, at, a.end, b.start, a.start, b.end, a.family)
            if span is not None:
                spans.append(span)
    if not SINGLES.isdisjoint(text):
        _singles(text, at, rtl, spans, unclosed)
    return Marked(spans, unclosed, unopened)


def trimmed(text: str, at: int, start: int, end: int, before: int, after: int, family: int) -> Span | None:
    """The span without the spaces inside its marks; None where nothing else is in it."""
    while start < end and (text[start].isspace() or text[start] in "\u200e\u200f\u202b\u202a\u202c"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200e\u200f\u202b\u202a\u202c"):
        end -= 1
    while start < end and text[start] in DOUBLES:  # doubled marks with a space between
        start += 1
        while start < end and text[start].isspace():
            start += 1
    if start >= end or not any(c.isalnum() for c in text[start:end]):
        return None
    return Span(at, start, end, before, after, at, family)


def _singles(text: str, at: int, rtl: bool, spans: list[Span], unclosed: Mark | None) -> None:
    """Add quotations in single marks that are in no others. Both marks must look it: most are apostrophes."""
    opened: Mark | None = None
    inner = iter(list(spans))
    outer = next(inner, None)
    found: list[Span] = []
    for mark in find_singles(text, rtl):
        if unclosed is not None and mark.start > unclosed.start:
            break
        while outer is not None and outer.after <= mark.start:
            outer, opened = next(inner, None), None
        if outer is not None and outer.before <= mark.start:
            continue
        if mark.opens < 0.5 < mark.closes:
            opened = mark
        elif opened is not None and mark.closes < 1 and mark.start - opened.end < 600:
            if not rtl and mark.opens <= 2 and text[mark.start - 1] == "s" and _another(text, mark.end):
                continue  # the apostrophe of "the ministers' plan"
            span = trimmed(text, at, opened.end, mark.start, opened.start, mark.end, mark.family)
            if span is not None and span.end - span.start > 1:
                found.append(span)
            opened = None
    if found:
        spans.extend(found)
        spans.sort(key=lambda span: span.start)


def _another(text: str, start: int) -> bool:
    """Does a closing single mark follow in the same sentence?"""
    stop = text.find(". ", start)
    rest = text[start : stop if stop >= 0 else start + 300]
    return any(mark + end in rest for mark in "'’" for end in " ,.") or rest.endswith(("'", "’"))


def joined(texts: Sequence[str], places: Sequence[tuple[int, int | None]], found: list[Marked]) -> None:
    """Join what one paragraph opens and another closes, in place.

    One opener, paragraphs without marks, one closer; or the opener set again before every paragraph.
    """
    at = 0
    while at < len(found):
        mark = found[at].unclosed
        to = _closing(mark, places, found, at) if mark is not None else None
        if mark is None or to is None:
            at += 1
            continue
        first = trimmed(texts[at], at, mark.end, len(texts[at]), mark.start, len(texts[at]), mark.family)
        if first is None:
            at += 1
            continue
        last, end, after = to
        to_last = last
        while last > at and not any(c.isalnum() for c in texts[last][:end]):
            last -= 1  # nothing but the mark stands there
            end = len(texts[last])
        while end > 0 and texts[last][end - 1].isspace():
            end -= 1
        closed = after if last == to_last else len(texts[last])
        spans = [*found[at].spans, first._replace(end=max(end, first.start + 1), after=closed, last=last)]
        found[at] = Marked(spans, None, found[at].unopened)
        for i in range(at + 1, to_last + 1):
            rest = [span for span in found[i].spans if span.before >= after] if i == to_last else []
            keep = found[i].unclosed if i == to_last else None
            found[i] = Marked(rest, keep if keep is not None and keep.start >= after else None, [])
        at = to_last


def _closing(
    mark: Mark, places: Sequence[tuple[int, int | None]], found: Sequence[Marked], at: int
) -> tuple[int, int, int] | None:
    """Paragraph, end and end with the mark of what closes the quotation that a mark of paragraph `at` opens."""
    for i in range(at + 1, min(at + _FAR, len(found))):
        if places[i][0] != places[at][0] or places[at][1] is None:
            return None
        here = found[i]
        if here.unopened and all(span.before > here.unopened[0].start for span in here.spans):
            closer = here.unopened[0]
            return (i, closer.start, closer.end) if closer.start > 0 else None
        again = here.spans[0] if here.spans else None
        if again is not None and again.before == 0 and again.last == i:
            if i == at + 1 and again.family == mark.family:
                return i, again.end, again.after
            return (i, again.end, again.after) if _reopened(found, at, i) else None
        if here.unclosed is not None and here.unclosed.start == 0 and not here.spans:
            continue  # opened again
        if here.spans or here.unclosed is not None:
            return None
    return None


def _reopened(found: Sequence[Marked], at: int, to: int) -> bool:
    return all(mark is not None and mark.start == 0 for mark in (found[i].unclosed for i in range(at + 1, to)))
