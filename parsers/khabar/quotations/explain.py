"""Why a quotation has its kind, its cue and its speaker: the candidates, their scores, and what decided."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from khabar.article import Article, Quote, QuoteKind
from khabar.lexicon.store import quotation_file
from khabar.quotations.candidates import Candidate as Weighed
from khabar.quotations.engine import in_title, made, prepared, quotations, read
from khabar.quotations.judge import KINDS, Weights, judge_of, people_of
from khabar.quotations.lexicon import lexicon_of
from khabar.quotations.scorer import Known, probabilities
from khabar.quotations.spans import Span

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
