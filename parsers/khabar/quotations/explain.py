"""Why a quotation has its kind, its cue and its speaker, and a statement its borders: what was weighed, the scores,
and what decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from khabar.article import Article
from khabar.entries import Quote, Statement
from khabar.lexicon.store import quotation_file
from khabar.quotations.candidates import Candidate as Weighed
from khabar.quotations.engine import Prepared, Verdict, in_title, made, prepared, quotations
from khabar.quotations.features import Group
from khabar.quotations.judge import judge_of, people_of, reports_of
from khabar.quotations.lexicon import lexicon_of
from khabar.quotations.scorer import Known, probabilities
from khabar.quotations.statements import Report, findings, statement
from khabar.quotations.witness import CueWitness, Features, Witness, weighty

_UNLIKELY = 0.2
"""How likely a cue reports something below which it is not worth telling that it does not."""


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
    lexicon: str = ""
    """Where the cue's word stands in the user's own lexicon, "FILE:LINE"; "" where it is ours."""


class Border(NamedTuple):
    """Where a statement may begin or end: the text from there on, or up to there; None: nothing is reported."""

    text: str | None
    shown_by: str
    """What shows it: "that", "takes", "object", …; of an end the class of what follows."""
    probability: float
    features: Features


class ExplainedCue(NamedTuple):
    """A cue with what was weighed for its report: `statement` is None where it reports nothing without marks, or
    that is too unsure, though it was not unlikely. Openings and candidates: the likeliest first."""

    cue: str
    section: int
    paragraph: int
    at: int
    """Characters before the cue."""
    statement: Statement | None
    openings: tuple[Border, ...]
    endings: tuple[Border, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    lexicon: str = ""
    """As of `Explained`."""


def explained(
    article: Article, language: str | None, blocks: Collection[str] = ()
) -> tuple[tuple[Explained, ...], tuple[ExplainedCue, ...]]:
    """The quotations of an article, and its cues that report something without marks, or might, in reading order,
    each with what was weighed for it. Quotations and statements are those that `speech` gives."""
    if language is None or quotation_file(language.split("-")[0]) is None:
        return tuple(Explained(quote) for quote in quotations(article, language, blocks)), ()
    lexicon = lexicon_of(language)
    ready = prepared(article, language, blocks)
    of_quotations = Witness(judge_of(lexicon.group, lexicon.tag))
    of_reports = CueWitness(reports_of(lexicon.group, lexicon.tag))
    verdicts, reports, _ = findings(ready, lexicon, of_quotations, of_reports)
    quotes = (*map(Explained, in_title(article.title, language)), *_quotes(ready, verdicts, of_quotations))
    cues = _cues(ready, verdicts, reports, of_reports)
    return (
        tuple(one._replace(lexicon=lexicon.place_of(one.quote.cue or "")) for one in quotes),
        tuple(one._replace(lexicon=lexicon.place_of(one.cue)) for one in cues),
    )


def _quotes(ready: Prepared, verdicts: Sequence[Verdict], witness: Witness) -> Iterator[Explained]:
    for verdict, quote in zip(verdicts, made(ready.texts, ready.places, verdicts), strict=True):
        kinds, why = witness.kinds.get(verdict.span, ((), ()))
        found = witness.candidates.get(verdict.span, [])
        yield Explained(quote, kinds, why, _candidates(found, witness.judge.speakers))


def _cues(
    ready: Prepared, verdicts: Sequence[Verdict], found: Sequence[Report], witness: CueWitness
) -> Iterator[ExplainedCue]:
    places = ready.places
    statements = {(one.p.at, one.n): statement(one, places, verdicts) for one in found}
    for (at, n), (p, openings, likely) in witness.cues.items():
        section, paragraph = places[at]
        said = statements.get((at, n))
        if paragraph is None or (said is None and likely < _UNLIKELY):
            continue
        cue = p.cues[n]
        begins = [(p.text[p.starts[one.at] + one.letters :] if one.at >= 0 else None, one.how) for one in openings]
        endings = witness.endings.get((at, n), [])
        ends = [(p.text[: p.ends[one.at - 1]], one.groups[0][0].partition("=")[2]) for one in endings]
        yield ExplainedCue(
            p.written(cue.at, cue.to), section, paragraph, p.starts[cue.at], said,
            _borders(begins, [one.groups for one in openings], witness.judge.openings, said is not None),
            _borders(ends, [one.groups for one in endings], witness.judge.endings),
            _candidates(witness.candidates.get((at, n), []), witness.judge.tellers),
        )  # fmt: skip


def _borders(
    found: Sequence[tuple[str | None, str]], groups: Sequence[tuple[Group, ...]], known: Known, chosen: bool = True
) -> tuple[Border, ...]:
    """The likeliest first; where one was `chosen`, "nothing" last, however likely."""
    features = [[feature for group in some for feature in group] for some in groups]
    if not features:
        return ()
    shares = probabilities([sum([known[feature] for feature in some]) for some in features])
    order = sorted(range(len(found)), key=lambda i: (chosen and found[i][0] is None, -shares[i]))
    return tuple(Border(*found[i], round(shares[i], 2), weighty(features[i], known)) for i in order)


def _candidates(found: list[Weighed], known: Known) -> tuple[Candidate, ...]:
    if not found:
        return ()
    shares = probabilities([one.score for one in found])
    people = people_of(found)
    names = [one.person.text if one.person is not None else None for one in found]
    best: dict[str | None, float] = {}
    for name, one in zip(names, found, strict=True):
        best[name] = max(best.get(name, 0.0), people[id(one.person)])  # two people may turn out to have one name
    order = sorted(range(len(found)), key=lambda i: (-best[names[i]], -shares[i]))
    return tuple(
        Candidate(
            names[i],
            found[i].cue,
            round(found[i].score, 2),
            round(shares[i], 2),
            weighty(found[i].features, known),
        )
        for i in order
    )
