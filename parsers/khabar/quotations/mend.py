"""Quotations that nothing closes, where the words around the mark tell where they should end: with the paragraph, or
where the reporter speaks again ("، مشيرا إلى")."""

from __future__ import annotations

from bisect import bisect_left

from khabar.quotations.lexicon import BORROWED, FINITE
from khabar.quotations.passage import COMMAS, ENDS, Passage
from khabar.quotations.spans import Marked, Span, trimmed

_LEAST = 4
"""Words that a quotation without its closer has at least: a lone mark before fewer is a slip."""
_FAR = 14
"""Words between the cue and the mark."""


def mended(marked: Marked, p: Passage) -> list[Span]:
    """The paragraph's spans with the one that lacks its closing mark, in order."""
    mark = marked.unclosed
    if mark is None:
        return marked.spans
    first = bisect_left(p.starts, mark.start)
    began = p.began[first] if first < p.count else 0
    spoken = (*FINITE, *BORROWED)
    cue = any(began <= f.at < first and first - f.at <= _FAR and f.cue.kind in spoken for f in p.cues)
    if not cue and mark.start > 0:
        return marked.spans
    end = len(p.text)
    for found in p.cues:
        if found.at > first + _LEAST and found.cue.kind in BORROWED and p.keys[found.at - 1] in COMMAS | ENDS:
            end = p.starts[found.at - 1] + (p.keys[found.at - 1] in ENDS)
            break
    if bisect_left(p.starts, end) - first <= _LEAST:
        return marked.spans
    stop = end
    while stop > mark.end and p.text[stop - 1] in " ،,":
        stop -= 1
    span = trimmed(p.text, p.at, mark.end, stop, mark.start, end, mark.family)
    return marked.spans if span is None else sorted([*marked.spans, span])
