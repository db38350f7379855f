"""Why a quotation has its kind, its cue and its speaker, and a statement its borders: what was weighed, the scores,
and what decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from khabar.article import Article, Quote, QuoteKind, Statement
from khabar.lexicon.store import quotation_file
from khabar.quotations.candidates import Candidate as Weighed
from khabar.quotations.endings import Ending
from khabar.quotations.engine import in_title, made, prepared, quotations, read
from khabar.quotations.judge import KINDS, Reports, Weights, judge_of, people_of, reports_of
from khabar.quotations.lexicon import lexicon_of
from khabar.quotations.openings import Opening
from khabar.quotations.passage import Passage
from khabar.quotations.scorer import Known, probabilities
from khabar.quotations.spans import Span
from khabar.quotations.statements import reports, statement

_UNLIKELY = 0.2
"""How likely a cue reports something below which it is not worth telling that it does not."""

Features = tuple[tuple[str, float], ...]
"""Features and their weights, what weighs most first."""


class Candidate(NamedTuple):
    """A cue and a speaker that were weighed; None: no cue, nobody."""

    speaker: str | None
    cue: str | None
    score: float
    probability: float
    features: Features


class Explained(NamedTuple):
    """A quotation with what was weighed for it. `kinds`: the probability of each; empty where nothing was
    weighed, as in headings. Candidates: those of the likeliest speaker first."""

    quote: Quote
    kinds: tuple[tuple[str, float], ...] = ()
    kind_features: Features = ()
    candidates: tuple[Candidate, ...] = ()


class Border(NamedTuple):
    """Where a statement may begin or end: the text from there on, or up to there; None: nothing is reported."""

    text: str | None
    shown_by: str
    """What shows it: "that", "takes", "object", …; of an end the class of what follows."""
    probability: float
    features: Features


class ExplainedCue(NamedTuple):
    """A cue with what was weighed for its report: `statement` is None where it reports nothing without marks, though
    that was not unlikely. Openings and candidates: the likeliest first."""

    cue: str
    section: int
    paragraph: int
    at: int
    """Characters before the cue."""
    statement: Statement | None
    openings: tuple[Border, ...]
    endings: tuple[Border, ...] = ()
    candidates: tuple[Candidate, ...] = ()


class _Witness:
    """A judge that keeps what it was asked."""

    def __init__(self, judge: Weights) -> None:
        self.judge = judge
        self.kinds: dict[Span, tuple[tuple[tuple[str, float], ...], Features]] = {}
        self.candidates: dict[Span, list[Weighed]] = {}

    def kind(self, span: Span, features: list[str]) -> tuple[QuoteKind, float]:
        kind, sure = self.judge.kind(span, features)
        each = tuple(
            (str(one), round(share, 2)) for one, share in zip(KINDS, self.judge.of_kinds(features), strict=True)
        )
        known = Known([{feature: self.judge.kinds[f"{kind}:{feature}"] for feature in features}])
        self.kinds[span] = each, _weighty(features, known)
        return kind, sure

    def speaker(self, span: Span, found: list[Weighed]) -> tuple[Weighed, float]:
        self.candidates[span] = found
        return self.judge.speaker(span, found)

    @property
    def nobody(self) -> float:
        return self.judge.nobody

    def sure(self, share: float) -> float:
        return self.judge.sure(share)


class _CueWitness:
    """A judge of reports that keeps what it was asked."""

    def __init__(self, judge: Reports) -> None:
        self.judge = judge
        self.cues: dict[tuple[int, int], tuple[Passage, list[Opening], float]] = {}
        """By paragraph and number."""
        self.endings: dict[tuple[int, int], list[Ending]] = {}
        self.candidates: dict[tuple[int, int], list[Weighed]] = {}

    def opening(self, p: Passage, n: int, found: list[Opening]) -> tuple[Opening | None, float]:
        opening, likely = self.judge.opening(p, n, found)
        self.cues[p.at, n] = p, found, likely
        return opening, likely

    def ending(self, p: Passage, n: int, opening: Opening, found: list[Ending]) -> int:
        self.endings[p.at, n] = found
        return self.judge.ending(p, n, opening, found)

    def teller(self, p: Passage, n: int, found: list[Weighed]) -> tuple[Weighed, float]:
        self.candidates[p.at, n] = found
        return self.judge.teller(p, n, found)

    def sure(self, share: float) -> float:
        return self.judge.sure(share)


def explained_cues(article: Article, language: str | None, blocks: Collection[str] = ()) -> tuple[ExplainedCue, ...]:
    """The cues of an article that report something without marks, or might, in reading order, each with what was
    weighed for it. The statements are those that `speech` gives."""
    if language is None or quotation_file(language.split("-")[0]) is None:
        return ()
    lexicon = lexicon_of(language)
    texts, places, found = prepared(article, language, blocks)
    kept: dict[int, Passage] = {}
    verdicts = read(texts, places, found, lexicon, judge_of(lexicon.group, lexicon.tag), kept)
    witness = _CueWitness(reports_of(lexicon.group, lexicon.tag))
    told = reports(texts, places, verdicts, kept, lexicon, witness)
    statements = {(one.p.at, one.n): statement(one, places, verdicts) for one in told}
    out = []
    for (at, n), (p, openings, likely) in witness.cues.items():
        paragraph = places[at][1]
        said = statements.get((at, n))
        if paragraph is None or (said is None and likely < _UNLIKELY):
            continue
        cue = p.cues[n]
        begins = [(p.text[p.starts[one.at] + one.letters :] if one.at >= 0 else None, one.how) for one in openings]
        endings = witness.endings.get((at, n), [])
        ends = [(p.text[: p.ends[one.at - 1]], one.groups[0][0].partition("=")[2]) for one in endings]
        out.append(
            ExplainedCue(
                p.written(cue.at, cue.to), places[at][0], paragraph, p.starts[cue.at], said,
                _borders(begins, [one.groups for one in openings], witness.judge.openings),
                _borders(ends, [one.groups for one in endings], witness.judge.endings),
                _candidates(witness.candidates.get((at, n), []), witness.judge.tellers),
            )
        )  # fmt: skip
    return tuple(out)


def _borders(
    found: Sequence[tuple[str | None, str]], groups: Sequence[tuple[tuple[str, ...], ...]], known: Known
) -> tuple[Border, ...]:
    features = [[feature for group in some for feature in group] for some in groups]
    if not features:
        return ()
    shares = probabilities([sum([known[feature] for feature in some]) for some in features])
    each = [
        Border(text, how, round(share, 2), _weighty(some, known))
        for (text, how), share, some in zip(found, shares, features, strict=True)
    ]
    return tuple(sorted(each, key=lambda one: -one.probability))


def explained(article: Article, language: str | None, blocks: Collection[str] = ()) -> tuple[Explained, ...]:
    """All quotations of an article, as `quotations` gives them, each with what was weighed for it."""
    if language is None or quotation_file(language.split("-")[0]) is None:
        return tuple(Explained(quote) for quote in quotations(article, language, blocks))
    lexicon = lexicon_of(language)
    ready = prepared(article, language, blocks)
    witness = _Witness(judge_of(lexicon.group, lexicon.tag))
    verdicts = read(*ready, lexicon, witness)
    out = []
    for verdict, quote in zip(verdicts, made(ready.texts, ready.places, verdicts), strict=True):
        kinds, why = witness.kinds.get(verdict.span, ((), ()))
        found = witness.candidates.get(verdict.span, [])
        out.append(Explained(quote, kinds, why, _candidates(found, witness.judge.speakers)))
    return (*map(Explained, in_title(article.title, language)), *out)


def _candidates(found: list[Weighed], known: Known) -> tuple[Candidate, ...]:
    if not found:
        return ()
    shares = probabilities([one.score for one in found])
    people = people_of(found)
    order = sorted(range(len(found)), key=lambda i: (-people[id(found[i].person)], -shares[i]))
    return tuple(
        Candidate(
            person.text if (person := found[i].person) is not None else None,
            found[i].cue,
            round(found[i].score, 2),
            round(shares[i], 2),
            _weighty(found[i].features, known),
        )
        for i in order
    )


def _weighty(features: list[str], known: Known) -> Features:
    weighed = [(feature, round(known[feature], 2)) for feature in features if known[feature]]
    return tuple(sorted(weighed, key=lambda pair: (-abs(pair[1]), pair[0])))
