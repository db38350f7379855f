"""Weighing candidates: a weight for each feature, learnt by parsers/training, and a probability for each choice.

The weights are data, `lexicon/weights/<score>.txt`: a section for each order of words and, where there is gold for a
language, its corrections. `# features` in a file's header is the fingerprint of the features that they were learnt
for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache

from khabar.lexicon.weights import weights
from khabar.quotations.features import Group

Steps = Sequence[tuple[float, float]]
"""Probabilities and how often they were found right, rising."""


@cache
def weights_for(score: str, order: str, language: str) -> dict[str, float]:
    """The weights of a score for a language: what all share, its order's, and its corrections."""
    out: dict[str, float] = {}
    for section in ("all", order, language):
        for feature, weight in weights(score, section).items():
            out[feature] = out.get(feature, 0.0) + weight
    return out


def total(features: Iterable[str], known: dict[str, float]) -> float:
    """The sum of the features' weights; what has none counts nothing."""
    get = known.get
    return sum([get(feature, 0.0) for feature in features])


class Sums(dict[Group, float]):
    """The weight of each group of features that was met, added up once."""

    def __init__(self, known: dict[str, float]) -> None:
        self.known = known

    def __missing__(self, group: Group) -> float:
        self[group] = out = total(group, self.known)
        return out


def probabilities(scores: Sequence[float]) -> list[float]:
    """The share of each score, by the logistic function (softmax); they sum to one."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


def calibrated(probability: float, steps: Steps) -> float:
    """A probability as it was found right in cross-validation: `steps` are (said, found right), rising, between which
    it goes straight."""
    before = (0.0, 0.0)
    for said, right in steps:
        if probability <= said:
            width = said - before[0]
            return right if width <= 0 else before[1] + (right - before[1]) * (probability - before[0]) / width
        before = (said, right)
    return before[1] if steps else probability
