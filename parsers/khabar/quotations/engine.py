"""An article to its quotations: marks, spans, then, where the language has a lexicon, kinds, cues and speakers.

One pass in reading order. For each quotation the kind is weighed, then, where it is speech, the candidates: a cue and
a speaker each. What was decided is known when the next one is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, Protocol

from khabar.article import Article
from khabar.entries import Quote, QuoteKind
from khabar.language import direction_of
from khabar.lexicon.store import quotation_file
from khabar.quotations import kinds
from khabar.quotations.candidates import Candidate, candidates
from khabar.quotations.lexicon import Lexicon, lexicon_of
from khabar.quotations.made import HEADING, PROSE, SPEECH, Place, plain_kind, quote
from khabar.quotations.marks import DOUBLES, SINGLES, STRAIGHT, hits_in, turned
from khabar.quotations.mend import mended
from khabar.quotations.options import options
from khabar.quotations.passage import Passage
from khabar.quotations.people import Person
from khabar.quotations.proposers import State
from khabar.quotations.settle import settle
from khabar.quotations.spans import Marked, Span, joined, marked

_MARK = f"[{''.join(sorted(DOUBLES | SINGLES))}]"
_ABOVE = 3
"""Paragraphs above a quotation that may tell who speaks in it."""
_PEOPLE = 300
"""Quotations whose speakers are looked for in paragraphs that were not read."""
_NONE = Marked([], None, [])


class Verdict(NamedTuple):
    """What was decided of a quotation: its span and kind, the chosen candidate, and how sure that is."""

    span: Span
    kind: QuoteKind
    chosen: Candidate | None = None
    confidence: float | None = None


class Judge(Protocol):
    """Who decides: the weights (`judge.Weights`), or in training the gold."""

    @property
    def nobody(self) -> float:
        """How often it is right that nobody is named."""

    def kind(self, span: Span, features: list[str]) -> tuple[QuoteKind, float]:
        """The kind of a quotation, and how likely it is speech, or none."""

    def speaker(self, span: Span, found: list[Candidate]) -> tuple[Candidate, float]:
        """One of the candidates, and the share of its speaker among all."""

    def sure(self, share: float) -> float:
        """How often what was given such a share is right."""


class Prepared(NamedTuple):
    """An article's headings and paragraphs in order: where each stands, and the marks in it."""

    texts: list[str]
    places: list[Place]
    found: list[Marked]


def prepared(article: Article, language: str | None, blocks: Collection[str] = ()) -> Prepared:
    """The texts of an article up to the last one with a mark in it, and the spans in each."""
    places: list[Place] = []
    texts: list[str] = []
    for s, section in enumerate(article.sections):
        if section.heading:
            places.append((s, None))
            texts.append(section.heading)
        for p, paragraph in enumerate(section.paragraphs):
            places.append((s, p))
            texts.append(paragraph)
    rtl = language is not None and direction_of(language) == "rtl"
    quoting = {at: hits_in(text) for at, text in enumerate(texts) if _has_marks(text)}
    loose = turned(hit for hits in quoting.values() for hit in hits)
    found = [marked(text, at, rtl, loose, quoting[at]) if at in quoting else _NONE for at, text in enumerate(texts)]
    if blocks:
        _set_apart(texts, found, blocks)
    if any(one is not _NONE for one in found):
        joined(texts, places, found)
    return Prepared(texts, places, found)


def quotations(article: Article, language: str | None, blocks: Collection[str] = ()) -> tuple[Quote, ...]:
    """The quotations of an article, in order: the title's, then section by section, the heading's first.

    `language`: the tag that it is written in; without a lexicon for it there are spans and kinds only. `blocks`: the
    paragraphs that the page sets as block quotations; they need no marks.
    """
    out = in_title(article.title, language)
    texts, places, found = prepared(article, language, blocks)
    if all(one is _NONE for one in found):
        return tuple(out)
    if language is None or quotation_file(language.split("-")[0]) is None:
        spans = ((at, span) for at, one in enumerate(found) for span in one.spans)
        return (*out, *(quote(texts, places, span, _plain(places, texts, at, span)) for at, span in spans))
    from khabar.quotations.judge import judge_of

    lexicon = lexicon_of(language)
    return (*out, *made(texts, places, read(texts, places, found, lexicon, judge_of(lexicon.group, lexicon.tag))))


def made(texts: Sequence[str], places: Sequence[Place], verdicts: Sequence[Verdict]) -> list[Quote]:
    """The quotations of verdicts."""
    out = []
    for span, kind, chosen, sure in verdicts:
        speaker = chosen.person.text if chosen is not None and chosen.person is not None else None
        cue = chosen.cue if chosen is not None else None
        out.append(quote(texts, places, span, kind, speaker, cue, sure))
    return out


def read(
    texts: Sequence[str],
    places: Sequence[Place],
    found: list[Marked],
    lexicon: Lexicon,
    judge: Judge,
    kept: dict[int, Passage] | None = None,
) -> list[Verdict]:
    """One pass through the paragraphs. Names are settled at the end, when every mention is known. `kept`: takes the
    paragraphs that were made ready."""
    state = State(lexicon)
    out: list[Verdict] = []
    around = kinds.Around(texts, found, lexicon)
    open_till, closed = -1, 0
    quoting = [i for i, one in enumerate(found) if one.spans or one.unclosed is not None]
    for at in sorted({near for i in quoting for near in range(max(0, i - _ABOVE), i + 1)}):
        text = texts[at]
        if at < open_till:
            continue
        if places[at][1] is None or len(text) > PROSE:
            out += (Verdict(span, _plain(places, texts, at, span)) for span in found[at].spans)
            continue
        p = _passage(at, text, found[at], lexicon, closed if at == open_till else 0)
        below = texts[at + 1] if at + 1 < len(texts) and places[at + 1][1] is not None else ""
        for k, span in enumerate(p.spans):
            out.append(_judged(state, p, k, text, below, judge, around))
            if span.last > at:
                open_till, closed = span.last, span.after
        state.hear(p, p.count)
        state.passages.append(p)
        if kept is not None:
            kept[at] = p
    people = [v.chosen.person for v in out if v.chosen is not None and v.chosen.person is not None]
    if people:
        settle(state.people, people, _naming(texts, places, state.passages, people, lexicon))
    return out


def _judged(state: State, p: Passage, k: int, text: str, below: str, judge: Judge, around: kinds.Around) -> Verdict:
    """What the k-th quotation of a paragraph is, and who says it."""
    span = p.spans[k]
    state.hear(p, p.places[k][0])
    inner = text[span.start : span.end if span.last == p.at else len(text)]
    found = options(p, k)
    kind, speech = judge.kind(span, kinds.features(p, k, inner, found, around))
    around.kind[p.at, k] = kind
    if kind not in SPEECH:
        return Verdict(span, kind, None, judge.sure(speech))
    who = candidates(state, p, k, kind, below, found)
    chosen, share = judge.speaker(span, who)
    if chosen.mention is None and chosen.person is not None:
        share *= state.sure_of(chosen.person)  # who speaks on is no surer than that he spoke
    sure = judge.sure(speech * share)
    if chosen.person is None or sure < p.lexicon.least:
        chosen, sure = who[-1], judge.nobody
    state.decided(chosen.person, chosen.mention, chosen.found, chosen.where, p, k, share)
    return Verdict(span, kind, chosen, sure)


def _passage(at: int, text: str, found: Marked, lexicon: Lexicon, closed: int) -> Passage:
    """A paragraph made ready, with the quotations of which a mark is missing."""
    p = Passage(at, text, found.spans, lexicon, closed)
    if found.unclosed is None:
        return p
    spans = mended(found, p)
    return p if spans == found.spans else Passage(at, text, spans, lexicon, closed)


def _naming(
    texts: Sequence[str], places: Sequence[Place], read: Sequence[Passage], people: Sequence[Person], lexicon: Lexicon
) -> Iterator[Passage]:
    """The paragraphs in which names may be fuller: all that were read, and those behind them with a name in them."""
    yield from read
    seen = {p.at for p in read}
    wanted = {person.core[-1] for person in people[:_PEOPLE]}
    for at, text in enumerate(texts):
        if at not in seen and places[at][1] is not None and len(text) <= PROSE:
            low = lexicon.key(text)
            if any(stem in low for stem in wanted):
                yield Passage(at, text, (), lexicon)


def _plain(places: Sequence[Place], texts: Sequence[str], at: int, span: Span) -> QuoteKind:
    return HEADING if places[at][1] is None else plain_kind(texts[at], span)


def _set_apart(texts: Sequence[str], found: list[Marked], blocks: Collection[str]) -> None:
    """Take block quotations for quotations, where they have no marks of their own."""
    for at, text in enumerate(texts):
        if text in blocks and any(map(str.isalnum, text)) and not found[at].spans and found[at].unclosed is None:
            found[at] = Marked([Span(at, 0, len(text), 0, len(text), at, STRAIGHT)], None, [])


def in_title(title: str | None, language: str | None) -> list[Quote]:
    """The quotations of a title: marks in it, and nobody's."""
    if not title or not _has_marks(title):
        return []
    spans = marked(title, 0, language is not None and direction_of(language) == "rtl").spans
    return [Quote(title[x.start : x.end], HEADING, None, None, None, None, x.start, x.end) for x in spans]


def _has_marks(text: str) -> bool:
    return re.search(_MARK, text) is not None
