"""Learning the weights of quotations, on small made-up data; where NumPy and SciPy are there."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("numpy")
pytest.importorskip("scipy")
from training import logit
from training import quotations as learning


def choices(near: int, far: int) -> list[Any]:
    """Choices between who is near and who is far, and which is right how often."""
    features = [["near", "always"], ["far", "always"]]
    right = [[True, False]] * near + [[False, True]] * far
    return [learning.Example(f"a{n}", "svo", "xx", features, each) for n, each in enumerate(right)]


def test_the_likelier_weighs_more() -> None:
    weights = logit.fit(choices(30, 10), 1.0, 1.0)
    total = {name: sum(part.get(name, 0.0) for part in weights.values()) for name in ("near", "far", "always")}
    assert total["near"] == pytest.approx(-total["far"], abs=0.03)
    assert 0.6 < total["near"] - total["far"] < 1.2  # ln 3, less the penalty
    assert total["always"] == 0  # what all have tells nothing


def test_what_is_rare_has_no_weight() -> None:
    assert logit.fit(choices(logit.LEAST - 1, 0), 0.1, 0.1) == {}
    assert logit.fit([], 1.0, 1.0) == {}


def test_learning_twice_gives_the_same(tmp_path: Path) -> None:
    for name in "ab":
        logit.write(tmp_path / name, logit.fit(choices(17, 8), 1.0, 2.0, 0.1), ["made up"])
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_steps_rise() -> None:
    said = [(n / 400, n % 7 < n // 60) for n in range(400)]
    steps = learning.steps_of(said)
    assert len(steps) > 2
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(steps))
    assert steps[-1][1] - steps[0][1] > 0.5
    assert learning.steps_of([(0.9, False)] * 60 + [(0.2, True)] * 60) == [(0.55, 0.5)]


@pytest.mark.parametrize(
    ("name", "kind_of", "free"),
    [("SN-12", "quotes-fresh", False), ("c-snn-3", "quotes-fresh", False), ("w7", "quotes-de", False),
     ("ant-5", "quotes-fresh", True)],
)  # fmt: skip
def test_what_may_be_learnt_from(name: str, kind_of: str, free: bool) -> None:
    doc = learning.Document(name, kind_of, "xx", "", None, None, {}, {})
    assert learning.free(doc) is free
    if not free:
        assert learning.examples([doc], None) == ([], [])


def test_what_is_for_judging_is_no_set_to_learn_from() -> None:
    assert not {"quotes", "quotes-seed", "quotes-de"} & set(learning.SETS)
