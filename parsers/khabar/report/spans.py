"""Elements round parts of a scraped text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from khabar.bidi import unended
from khabar.report.escaping import slice_html


class Span(NamedTuple):
    """A part of a text, from `start` to `end`, with HTML before and after it."""

    start: int
    end: int
    opening: str
    closing: str


def inside(text: str, spans: Iterable[Span]) -> str:
    """The text as HTML with its spans, nested. One that begins in another and ends after it is cut at its end; one
    that is not in the text is left out."""
    there = (one._replace(end=min(one.end, len(text))) for one in spans if 0 <= one.start < min(one.end, len(text)))
    return "".join(_inside(text, sorted(there, key=lambda one: (one.start, -one.end))))


def _inside(text: str, spans: Iterable[Span]) -> Iterator[str]:
    left_out = unended(text)
    within: list[Span] = []
    at = 0
    for span in spans:
        while within and within[-1].end <= span.start:
            yield slice_html(text, at, within[-1].end, left_out) + within[-1].closing
            at = within.pop().end
        yield slice_html(text, at, span.start, left_out) + span.opening
        at = span.start
        within.append(span._replace(end=min(span.end, within[-1].end)) if within else span)
    while within:
        yield slice_html(text, at, within[-1].end, left_out) + within[-1].closing
        at = within.pop().end
    yield slice_html(text, at, len(text), left_out)
