"""Decisions by the weights: the kind of a quotation, and who says it by which cue."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from khabar.entries import QuoteKind
from khabar.lexicon.weights import weights
from khabar.quotations.candidates import Candidate
from khabar.quotations.made import DIRECT, PARTIAL, SPEECH, TERM
from khabar.quotations.scorer import Known, Rows, Steps, Sums, calibrated, probabilities, weights_for
from khabar.quotations.spans import Span

if TYPE_CHECKING:  # what only types need is not read for quotations
    from khabar.quotations.endings import Ending
    from khabar.quotations.openings import Opening
    from khabar.quotations.passage import Passage

KINDS: tuple[QuoteKind, ...] = (DIRECT, PARTIAL, TERM)


class _Calibrated:
    """Weights whose shares were held against the gold."""

    steps: Steps

    def sure(self, share: float) -> float:
        """The share of the right ones among those that were given such a share, in cross-validation."""
        return round(calibrated(share, self.steps), 2)


class Weights(_Calibrated):
    """The weights of one language."""

    def __init__(self, kinds: Known, speakers: Known, steps: Steps, nobody: float = 0.5) -> None:
        self.kinds, self.speakers, self.steps, self.nobody = kinds, speakers, steps, nobody
        self._sums, self._rows = Sums(speakers), Rows(kinds, KINDS)

    def of_kinds(self, features: list[str]) -> list[float]:
        """The share of each kind."""
        return probabilities([sum(column) for column in zip(*[self._rows[one] for one in features], strict=True)])

    def kind(self, span: Span, features: list[str]) -> tuple[QuoteKind, float]:
        """The likeliest kind, and the probability that it is speech, or that it is none."""
        shares = self.of_kinds(features)
        best = max(range(len(KINDS)), key=shares.__getitem__)
        term = shares[KINDS.index(TERM)]
        return KINDS[best], 1 - term if KINDS[best] in SPEECH else term

    def speaker(self, span: Span, found: list[Candidate]) -> tuple[Candidate, float]:
        """The best candidate of the likeliest speaker, whatever cues speak for it, and that speaker's share."""
        return best_of(found, self._sums)


LEAST = 0.4
"""How likely a cue must report something: nearly as likely as nothing. In cross-validation F1 is highest there."""


class Reports(_Calibrated):
    """The weights of one language for what is reported without marks."""

    def __init__(self, openings: Known, endings: Known, tellers: Known, steps: Steps, least: float = LEAST) -> None:
        self.openings, self.endings, self.tellers, self.steps, self.least = openings, endings, tellers, steps, least
        self._opening, self._ending, self._teller = Sums(openings), Sums(endings), Sums(tellers)

    def opening(self, p: Passage, n: int, found: list[Opening]) -> tuple[Opening | None, float]:
        """The likeliest opening, where it is likely enough that there is one."""
        shares = probabilities([sum([self._opening[group] for group in one.groups]) for one in found])
        best = max(range(len(found) - 1), key=shares.__getitem__, default=-1)
        likely = 1 - shares[-1]
        return (found[best], likely) if best >= 0 and likely >= self.least else (None, likely)

    def ending(self, p: Passage, n: int, opening: Opening, found: list[Ending]) -> tuple[int, float]:
        """The word before which the report ends, and how likely that is."""
        shares = probabilities([sum([self._ending[group] for group in one.groups]) for one in found])
        best = max(range(len(found)), key=shares.__getitem__)
        return found[best].at, shares[best]

    def teller(self, p: Passage, n: int, found: list[Candidate]) -> tuple[Candidate, float]:
        """The best candidate of the likeliest speaker, and that speaker's share."""
        return best_of(found, self._teller)


def people_of(found: list[Candidate]) -> dict[int, float]:
    """The share of each speaker among the candidates, whatever cue is theirs, by the identity of the person."""
    people: dict[int, float] = {}
    for one, share in zip(found, probabilities([one.score for one in found]), strict=True):
        people[id(one.person)] = people.get(id(one.person), 0.0) + share
    return people


def best_of(found: list[Candidate], sums: Sums) -> tuple[Candidate, float]:
    """The best candidate of the likeliest speaker, and that speaker's share; the candidates get their scores."""
    for one in found:
        one.score = sum([sums[group] for group in one.groups])
    people = people_of(found)
    likeliest = max(people, key=people.__getitem__)
    chosen = max((one for one in found if id(one.person) == likeliest), key=lambda one: one.score)
    return chosen, people[likeliest]


@cache
def judge_of(order: str, language: str) -> Weights:
    """The judge for a language."""
    kinds, speakers = (weights_for(f"quotation-{score}", order, language) for score in ("kinds", "speakers"))
    steps = weights("quotation-speakers", "confidence")
    nobody = weights("quotation-speakers", "nobody").get("right", 0.5)
    return Weights(kinds, speakers, [(float(said), right) for said, right in steps.items()], nobody)


@cache
def reports_of(order: str, language: str) -> Reports:
    """The judge of what is reported without marks, for a language."""
    openings, endings, speakers = (
        weights_for(score, order, language)
        for score in ("statement-openings", "statement-endings", "statement-speakers")
    )
    steps = weights("statement-openings", "confidence")
    return Reports(openings, endings, speakers, [(float(said), right) for said, right in steps.items()])
