"""Figures: precision, recall and F1 of counts, of one document and of many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from khabar.corrections.score import MEASURES, Counts


class Figures(NamedTuple):
    """Shares from 0 to 1, four decimals. `precision`: of what khabar has, how much is right; `recall`: of what is
    there, how much khabar has; `f1`: their harmonic mean. All None where nothing is there to be found; `precision`
    alone where nothing was found. Of speakers and kinds all three are the share that is right."""

    precision: float | None
    recall: float | None
    f1: float | None

    @classmethod
    def of(cls, counts: Counts) -> Figures:
        """Those of counts.

        >>> Figures.of(Counts(gold=4, found=2, right=2))
        Figures(precision=1.0, recall=0.5, f1=0.6667)
        """
        if not counts.gold:
            return cls(None, None, None)
        precision, recall, f1 = _shares(counts)
        return cls(round(precision, 4) if counts.found else None, round(recall, 4), round(f1, 4))


def _shares(counts: Counts) -> tuple[float, float, float]:
    """Precision, recall and F1. Of nothing that was looked for in nothing all is right."""
    precision = counts.right / counts.found if counts.found else float(not counts.gold)
    recall = counts.right / counts.gold if counts.gold else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


class Score:
    """The counts of many documents, added up. Figures of the body are the means of those of the documents: a long
    one counts as much as a short one; all others are those of the sums."""

    def __init__(self) -> None:
        self._documents = dict.fromkeys(MEASURES, 0)
        self._sums = {name: [0, 0, 0] for name in MEASURES}
        self._means = [0.0, 0.0, 0.0]

    def add(self, counts: Mapping[str, Counts]) -> None:
        """Add a document."""
        for name, one in counts.items():
            self._documents[name] += 1
            self._sums[name] = [a + b for a, b in zip(self._sums[name], one, strict=True)]
        if "body" in counts:
            self._means = [a + b for a, b in zip(self._means, _shares(counts["body"]), strict=True)]

    def documents(self, measure: str) -> int:
        """How many documents were measured."""
        return self._documents[measure]

    def counts(self, measure: str) -> Counts:
        """The sums over all documents."""
        return Counts(*self._sums[measure])

    def figures(self, measure: str) -> Figures:
        """The figures of all documents."""
        counts = self.counts(measure)
        if measure != "body" or not counts.gold:
            return Figures.of(counts)
        precision, recall, f1 = (round(total / self._documents[measure], 4) for total in self._means)
        return Figures(precision, recall, f1)
