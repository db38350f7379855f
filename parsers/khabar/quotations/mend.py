"""Quotations of which one mark is missing, where the words around it tell where it should stand.

Without a closer: to the end of the paragraph, or to where the reporter speaks again ("، مشيرا إلى"). Without an
opener: from behind the cue that begins the sentence, with or without a colon.
"""

from __future__ import annotations

from khabar.quotations.lexicon import ING, ING_PART, Lexicon
from khabar.quotations.lines import Line
from khabar.quotations.marks import Mark
from khabar.quotations.spans import Marked, Span, trimmed

_LEAST = 4
"""Words that a quotation without its closer has at least: a lone mark before fewer is a slip."""
_FAR = 12
"""Words between the cue and the mark."""


def mend(marked: Marked, line: Line, lexicon: Lexicon) -> list[Span]:
    """The paragraph's spans with those that lack a mark, in order."""
    spans = list(marked.spans)
    if marked.unclosed is not None:
        span = _without_closer(marked.unclosed, line, lexicon)
        if span is not None:
            spans.append(span)
    return sorted(spans)


def _without_closer(mark: Mark, line: Line, lexicon: Lexicon) -> Span | None:
    text, words = line.text, line.words.words
    first = line.words.at(mark.start)
    began = line.began[first] if first < line.count else 0
    reported = any(began <= found.at < first and first - found.at <= _FAR for found in line.cues)
    if not reported and mark.start > 0:
        return None
    end = len(text)
    for found in line.cues:
        if found.at > first + _LEAST and found.cue.kind in (ING, ING_PART) and words[found.at - 1] in "،,.؛":
            end = line.starts[found.at - 1] + (words[found.at - 1] == ".")
            break
    if line.words.at(end) - first <= _LEAST:
        return None
    stop = end
    while stop > mark.end and text[stop - 1] in " ،,":
        stop -= 1
    return trimmed(text, line.at, mark.end, stop, mark.start, end, mark.family)
