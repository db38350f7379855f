"""What is learnt: the weights of each score, by section."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from khabar.quotations.judge import Reports, Weights
from khabar.quotations.scorer import Known

sys.path.insert(0, str(Path(__file__).parent))
import logit  # type: ignore[import-not-found]
from articles import Example  # type: ignore[import-not-found]

STATEMENTS = (("opening", 1.5, 4.0, 0.5), ("ending", 2.0, 4.0, 0.3), ("teller", 2.0, 4.0, 0.3))
"""Penalties of what is learnt of statements: for all languages, of a language's corrections, of weights' sizes."""
Sections = dict[str, dict[str, float]]


class Model(NamedTuple):
    kinds: Sections
    speakers: Sections
    openings: Sections
    endings: Sections
    tellers: Sections

    def judge(self, order: str, language: str, steps: list[tuple[float, float]] | None = None) -> Weights:
        return Weights(_weights(self.kinds, order, language), _weights(self.speakers, order, language), steps or [])

    def reports(self, order: str, language: str) -> Reports:
        openings, endings, tellers = (
            _weights(part, order, language) for part in (self.openings, self.endings, self.tellers)
        )
        return Reports(openings, endings, tellers, [])


def _weights(sections: dict[str, dict[str, float]], order: str, language: str) -> Known:
    return Known([sections.get(part, {}) for part in ("all", order, language)])


def learn(parts: Sequence[Sequence[Example]], settings: argparse.Namespace) -> Model:
    """A model from the examples of its parts, in their order."""
    kinds, speakers, openings, endings, tellers = parts
    return Model(
        logit.fit(kinds, settings.kind_penalty, settings.kind_correction, settings.kind_lasso),
        logit.fit(speakers, settings.penalty, settings.correction),
        logit.fit(openings, settings.opening_penalty, settings.opening_correction, settings.opening_lasso),
        logit.fit(endings, settings.ending_penalty, settings.ending_correction, settings.ending_lasso),
        logit.fit(tellers, settings.teller_penalty, settings.teller_correction, settings.teller_lasso),
    )
