"""A conditional logit with features shared by all, by an order of words, and by a language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

LEAST = 3
"""Choices that a feature must stand in to be given a weight."""
DIGITS = 2
SMALL, SMALL_CORRECTION = 0.03, 0.06
"""Weights that are left out: of all and of an order, of a language."""


def fit(
    examples: Sequence[Any], penalty: float, correction: float, lasso: float = 0.0
) -> dict[str, dict[str, float]]:
    """Weights by section ("svo", …, and languages), of examples with `order`, `language`, `features`, `right`.

    `lasso`: what a weight's size is penalised beside its square, as a share of the penalty: weights that pay little
    become nought.
    """
    if not examples:
        return {}
    count: Counter[str] = Counter()
    for ex in examples:
        count.update({f for each in ex.features for f in each})
    names: dict[tuple[str, str], int] = {}
    rows: list[int] = []
    columns: list[int] = []
    starts = [0]
    right: list[bool] = []
    row = 0
    for ex in examples:
        for each in ex.features:
            for feature in each:
                if count[feature] < LEAST:
                    continue
                for part in ("", ex.order, ex.language):
                    rows.append(row)
                    columns.append(names.setdefault((part, feature), len(names)))
            row += 1
        right += ex.right
        starts.append(row)
    data = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(names)))
    ok = np.array(right)
    begin = np.array(starts[:-1])
    size = np.diff(starts)
    orders = {ex.order for ex in examples}
    strength = np.array([penalty if part == "" or part in orders else correction for part, _ in names])

    def loss(w: Any) -> tuple[float, Any]:
        scores = data @ w
        top = np.repeat(np.maximum.reduceat(scores, begin), size)
        powers = np.exp(scores - top)
        whole = np.add.reduceat(powers, begin)
        good = np.add.reduceat(powers * ok, begin)
        share = powers / np.repeat(whole, size)
        wanted = powers * ok / np.repeat(good, size)
        value = float(np.sum(np.log(whole) - np.log(good)) + 0.5 * np.sum(strength * w * w))
        return value, data.T @ (share - wanted) + strength * w

    each = lasso * strength

    def parted(z: Any) -> tuple[float, Any]:
        up, down = np.split(z, 2)
        value, slope = loss(up - down)
        return value + lasso * float(np.sum(strength * (up + down))), np.concatenate((slope + each, each - slope))

    start, limits = np.zeros(len(names)), {"maxiter": 300, "maxfun": 400}
    if lasso:
        twice = np.concatenate((start, start))
        bounds = [(0, None)] * len(twice)
        found = minimize(parted, twice, jac=True, method="L-BFGS-B", bounds=bounds, options=limits).x
        found = found[: len(names)] - found[len(names) :]
    else:
        found = minimize(loss, start, jac=True, method="L-BFGS-B", options=limits).x
    out: dict[str, dict[str, float]] = {}
    for (part, feature), at in names.items():
        weight = float(found[at])
        if abs(weight) >= (SMALL if part == "" or part in orders else SMALL_CORRECTION):
            out.setdefault(part or "all", {})[feature] = round(weight, DIGITS)
    return {part: dict(sorted(some.items())) for part, some in sorted(out.items())}


def write(path: Path, sections: dict[str, dict[str, float]], header: Sequence[str] = ()) -> None:
    """Write weights as a file that `khabar.lexicon.weights` reads."""
    lines = [f"# {line}".rstrip() for line in header]
    for part, some in sections.items():
        lines += ["", f"[{part}]", *(f"{feature} {weight:g}" for feature, weight in some.items())]
    path.write_text("\n".join(lines) + "\n", "utf-8")
