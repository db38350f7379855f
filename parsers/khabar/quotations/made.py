"""From a span to a `Quote`: its text, and its place in the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from khabar.characters import words
from khabar.entries import Quote, QuoteKind
from khabar.quotations.marks import DOUBLES
from khabar.quotations.spans import Span

DIRECT: Final = "direct"
PARTIAL: Final = "partial"
TERM: Final = "term"
HEADING: Final = "heading"
SPEECH = (DIRECT, PARTIAL)
Place = tuple[int, int | None]
"""Section and paragraph of a text; no paragraph: the section's heading."""

_LONG, _SHORT = 9, 5
"""Words from which a quotation is taken for a statement, and up to which for a name, where nothing else tells."""

_GAP = 8
"""Characters between a colon and an opening mark."""

PROSE = 100_000
"""Characters of a paragraph beyond which nobody wrote it as one: spans and plain kinds only, and it is told."""


def quote(
    texts: Sequence[str],
    places: Sequence[Place],
    span: Span,
    kind: QuoteKind,
    speaker: str | None = None,
    cue: str | None = None,
    confidence: float | None = None,
) -> Quote:
    """The quotation of a span. Speaker and cue are left out where the kind is nobody's speech."""
    section, paragraph = places[span.at]
    end = span.end
    if span.last == span.at:
        text = texts[span.at][span.start : span.end]
    else:
        end = len(texts[span.last][:end].rstrip())
        later = [*texts[span.at + 1 : span.last], texts[span.last][:end]]
        text = "\n\n".join([texts[span.at][span.start :], *map(_reopened, later)])
    if kind not in SPEECH:
        speaker = cue = None
    return Quote(text, kind, speaker, cue, section, paragraph, span.start, end, places[span.last][1], confidence)


def _reopened(text: str) -> str:
    """A later paragraph of a quotation without the mark that opens it again."""
    again = text[:1] in DOUBLES and sum(text.count(mark) for mark in DOUBLES) % 2
    return text[1:].lstrip() if again else text


def plain_kind(text: str, span: Span) -> QuoteKind:
    """The kind by length and colon, where nothing is known of the language."""
    size = words(text[span.start : span.end])
    if text[max(0, span.before - _GAP) : span.before].rstrip().endswith((":", "：")):
        return DIRECT
    return DIRECT if size >= _LONG else PARTIAL if size >= _SHORT else TERM
