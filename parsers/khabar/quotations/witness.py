"""Judges that keep what they are asked, for `explain`."""

from __future__ import annotations

from khabar.entries import QuoteKind
from khabar.quotations.candidates import Candidate
from khabar.quotations.endings import Ending
from khabar.quotations.judge import KINDS, Reports, Weights
from khabar.quotations.openings import Opening
from khabar.quotations.passage import Passage
from khabar.quotations.scorer import Known
from khabar.quotations.spans import Span

Features = tuple[tuple[str, float], ...]
"""Features and their weights, what weighs most first."""


class Witness:
    """A judge of quotations."""

    def __init__(self, judge: Weights) -> None:
        self.judge = judge
        self.kinds: dict[Span, tuple[tuple[tuple[str, float], ...], Features]] = {}
        self.candidates: dict[Span, list[Candidate]] = {}

    def kind(self, span: Span, features: list[str]) -> tuple[QuoteKind, float]:
        kind, sure = self.judge.kind(span, features)
        each = tuple(
            (str(one), round(share, 2)) for one, share in zip(KINDS, self.judge.of_kinds(features), strict=True)
        )
        known = Known([{feature: self.judge.kinds[f"{kind}:{feature}"] for feature in features}])
        self.kinds[span] = each, weighty(features, known)
        return kind, sure

    def speaker(self, span: Span, found: list[Candidate]) -> tuple[Candidate, float]:
        self.candidates[span] = found
        return self.judge.speaker(span, found)

    @property
    def nobody(self) -> float:
        return self.judge.nobody

    def sure(self, share: float) -> float:
        return self.judge.sure(share)


class CueWitness:
    """A judge of reports. Cues go by paragraph and number."""

    def __init__(self, judge: Reports) -> None:
        self.judge = judge
        self.cues: dict[tuple[int, int], tuple[Passage, list[Opening], float]] = {}
        self.endings: dict[tuple[int, int], list[Ending]] = {}
        self.candidates: dict[tuple[int, int], list[Candidate]] = {}

    def opening(self, p: Passage, n: int, found: list[Opening]) -> tuple[Opening | None, float]:
        opening, likely = self.judge.opening(p, n, found)
        self.cues[p.at, n] = p, found, likely
        return opening, likely

    def ending(self, p: Passage, n: int, opening: Opening, found: list[Ending]) -> tuple[int, float]:
        self.endings[p.at, n] = found
        return self.judge.ending(p, n, opening, found)

    def teller(self, p: Passage, n: int, found: list[Candidate]) -> tuple[Candidate, float]:
        self.candidates[p.at, n] = found
        return self.judge.teller(p, n, found)

    def sure(self, share: float) -> float:
        return self.judge.sure(share)


def weighty(features: list[str], known: Known) -> Features:
    """Features with weights, what weighs most first."""
    weighed = [(feature, round(known[feature], 2)) for feature in features if known[feature]]
    return tuple(sorted(weighed, key=lambda pair: (-abs(pair[1]), pair[0])))
