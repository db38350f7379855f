"""Weighing candidates: a weight for each feature, learnt by parsers/training, and a probability for each choice.

The weights are data, `lexicon/weights/<score>.txt`: a section for each order of words and, where there is gold for a
language, its corrections. A file's header lists the shapes of the features that they were learnt for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from khabar.lexicon.weights import weights
from khabar.quotations.features import Group

Steps = Sequence[tuple[float, float]]
"""Probabilities and how often they were found right, rising."""


class Known(dict[str, float]):
    """The weights of a score for a language, of a feature when it is met: the sum of what all share, what its order
    has, and its corrections; 0 where nothing is known of it."""

    def __init__(self, parts: Sequence[dict[str, float]]) -> None:
        self.parts = [part for part in parts if part]

    def __missing__(self, feature: str) -> float:
        self[feature] = out = sum([part.get(feature, 0.0) for part in self.parts])
        return out


class Sums(dict[Group, float]):
    """The weight of each group of features that was met, added up once."""

    def __init__(self, known: Known) -> None:
        self.known = known

    def __missing__(self, group: Group) -> float:
        self[group] = out = total(group, self.known)
        return out


class Rows(dict[str, tuple[float, ...]]):
    """What each feature that was met weighs for each of some classes ("direct:bias")."""

    def __init__(self, known: Known, classes: Sequence[str]) -> None:
        self.known, self.classes = known, classes

    def __missing__(self, feature: str) -> tuple[float, ...]:
        self[feature] = out = tuple(self.known[f"{one}:{feature}"] for one in self.classes)
        return out


def weights_for(score: str, order: str, language: str) -> Known:
    """The weights of a score for a language."""
    return Known([weights(score, section) for section in ("all", order, language)])


def total(features: Iterable[str], known: Known) -> float:
    """The sum of the features' weights; what has none counts nothing."""
    return sum([known[feature] for feature in features])


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
