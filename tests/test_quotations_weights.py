"""The weights of quotations: scores recomputed by hand from the files, and that the files fit the features."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import khabar
import pytest
from khabar.lexicon.files import path as lexicon_path
from khabar.quotations import kinds, quotations
from khabar.quotations.explain import explained
from khabar.quotations.lexicon import lexicon_of
from quotation_cases import FOLDER, cases
from training import shapes

ARTICLES = sorted((FOLDER / "articles").glob("*.txt"))
KINDS = ("direct", "partial", "term")
LEARN = "weights and features do not match; learn anew: python parsers/training/quotations.py --write"


def lines(score: str) -> list[str]:
    return Path(lexicon_path(f"weights/quotation-{score}.txt")).read_text("utf-8").splitlines()


def by_section(score: str) -> dict[str, dict[str, float]]:
    """A file of weights, read by other means than the library's."""
    out: dict[str, dict[str, float]] = defaultdict(dict)
    section = ""
    for line in lines(score):
        if line.startswith("["):
            section = line.strip("[]")
        elif line and line[0] != "#":
            name, weight = line.rsplit(" ", 1)
            out[section][name] = float(weight)
    return out


def by_hand(score: str, language: str, features: list[str]) -> float:
    lexicon, known = lexicon_of(language), by_section(score)
    sections = [known[name] for name in ("all", lexicon.group, lexicon.tag)]
    return sum(section.get(feature, 0.0) for section in sections for feature in features)


def listed(score: str) -> list[str]:
    """The shapes in a file's header."""
    header = [line[2:] for line in lines(score) if line.startswith("# ")]
    return header[header.index("shapes:") + 1 :]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The features of each kind that is weighed."""
    out: list[list[str]] = []
    features = kinds.features

    def kept(*arguments: Any) -> list[str]:
        out.append(features(*arguments))
        return out[-1]

    monkeypatch.setattr(kinds, "features", kept)
    return out


@pytest.mark.parametrize("language", ["en", "tr", "ru"])
def test_scores_by_hand(language: str, asked: list[list[str]]) -> None:
    path = FOLDER / "articles" / f"{language}.txt"
    article = khabar.parse(path.read_text("utf-8"), fields=["title", "sections", "language"])
    weighed = [one for one in explained(article, article.language)[0] if one.kinds]
    assert len(weighed) == len(asked) > 4
    for one, features in zip(weighed, asked, strict=True):
        powers = [
            math.exp(by_hand("kinds", language, [f"{kind}:{feature}" for feature in features])) for kind in KINDS
        ]
        assert [share for _, share in one.kinds] == pytest.approx([p / sum(powers) for p in powers], abs=0.0051)
        for candidate in one.candidates:
            score = by_hand("speakers", language, [feature for feature, _ in candidate.features])
            assert candidate.score == pytest.approx(score, abs=0.0051)
    assert sum(len(one.candidates) for one in weighed) > 10


def test_weights_of_speakers_fit_the_features() -> None:
    assert listed("speakers") == shapes.of_tables("speakers"), LEARN


def test_weights_of_kinds_fit_the_features(asked: list[list[str]]) -> None:
    for path in ARTICLES:
        khabar.parse(path.read_text("utf-8"))
    for path in FOLDER.glob("??.txt"):
        for case in cases(path.name):
            quotations(case.article, case.language)
    met = shapes.of_kinds({feature for features in asked for feature in features} - {"empty"})
    assert met == [shape for shape in listed("kinds") if shape != "empty"], LEARN


def test_confidence_rises() -> None:
    steps = [(float(said), right) for said, right in by_section("speakers")["confidence"].items()]
    assert len(steps) >= 4
    assert all(0 <= number <= 1 for step in steps for number in step)
    assert all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(steps))
