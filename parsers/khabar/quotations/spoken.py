"""An article's paragraphs to its quotations, in every language but Arabic."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from khabar.article import Quote, QuoteKind
from khabar.quotations.clauses import NOBODY, Clauses, Said
from khabar.quotations.grammar import FINITE, ING, Grammar, grammar_of
from khabar.quotations.made import DIRECT, HEADING, PROSE, Place, plain_kind, quote
from khabar.quotations.passage import Passage
from khabar.quotations.spans import Marked, Span, trimmed
from khabar.quotations.statements import kind_of

_LEAST = 4
"""Words that a quotation without its closer has at least: a lone mark before fewer is a slip."""
_FAR = 14
"""Words between the cue and such a mark."""
_BEFORE = 4
"""Paragraphs before one with quotations that are read for who speaks in them."""


def spoken(texts: Sequence[str], places: Sequence[Place], found: list[Marked], language: str) -> list[Quote]:
    """The quotations with cue and speaker. Names are settled at the end, when every mention is known."""
    grammar = grammar_of(language)
    clauses = Clauses(grammar)
    passages: dict[int, Passage] = {}
    read = _worth_reading(found)
    out: list[tuple[Span, QuoteKind, Said, str | None]] = []
    open_till, closed, opened = -1, 0, -1
    for at, text in enumerate(texts):
        if at < open_till or at not in read:
            continue
        if places[at][1] is None or len(text) > PROSE:
            kinds = ((span, HEADING if places[at][1] is None else plain_kind(text, span)) for span in found[at].spans)
            out += ((span, kind, NOBODY, None) for span, kind in kinds)
            continue
        behind = closed if at == open_till else 0
        spans = found[at].spans
        p = Passage(at, text, spans, grammar, behind)
        mark = found[at].unclosed
        if mark is not None:
            span = _without_closer(p, mark.start, mark.end, mark.family, grammar)
            if span is not None:
                spans = sorted([*spans, span])
                p = Passage(at, text, spans, grammar, behind)
        passages[at] = p
        if behind and opened >= 0:
            tail = clauses.tail_of(p, _first_outside(p))
            if tail.found is not None:
                out[opened] = (out[opened][0], DIRECT, tail, _cue(p, tail))
        for k, said in enumerate(clauses.read(p)):
            span = spans[k]
            inner = text[span.start : span.end if span.last == at else len(text)]
            out.append((span, kind_of(p, k, said, inner, grammar), said, _cue(p, said)))
            if span.last > at:
                open_till, closed, opened = span.last, span.after, len(out) - 1
    cast = clauses.turns.cast
    cast.settle(_naming(texts, places, passages, grammar, cast.wanted()))
    return [
        quote(texts, places, span, kind, said.person.text if said.person is not None else None, cue)
        for span, kind, said, cue in out
    ]


def _worth_reading(found: Sequence[Marked]) -> set[int]:
    """The texts with quotations, and those before them in which somebody may speak who goes on in marks."""
    out: set[int] = set()
    for at, one in enumerate(found):
        if one.spans or one.unclosed is not None:
            last = max((span.last for span in one.spans), default=at)
            out.update(range(max(0, at - _BEFORE), last + 1))
    return out


def _naming(
    texts: Sequence[str],
    places: Sequence[Place],
    passages: dict[int, Passage],
    grammar: Grammar,
    wanted: Collection[str],
) -> Iterator[Passage]:
    """The paragraphs in which names may be fuller: all with a wanted word, in order."""
    for at, text in enumerate(texts):
        p = passages.get(at)
        if p is not None:
            yield p
        elif places[at][1] is not None and len(text) <= PROSE:
            low = grammar.key(text)
            if any(stem in low for stem in wanted):
                yield Passage(at, text, (), grammar)


def _cue(p: Passage, said: Said) -> str | None:
    return p.written(said.found.at, said.found.to) if said.found is not None else None


def _first_outside(p: Passage) -> int:
    return next((i for i, n in enumerate(p.inside) if n != -2), p.count)


def _without_closer(p: Passage, start: int, end: int, family: int, grammar: Grammar) -> Span | None:
    """A quotation that nothing closes: to the paragraph's end, where it begins that or a cue stands before it."""
    first = next((i for i, place in enumerate(p.starts) if place >= start), p.count)
    if p.count - first - 1 < _LEAST:
        return None
    began = p.began[first]
    cue = any(began <= f.at < first and first - f.at <= _FAR and f.cue.kind in (*FINITE, ING) for f in p.cues)
    if not cue and start > 0:
        return None
    return trimmed(p.text, p.at, end, len(p.text), start, len(p.text), family)
