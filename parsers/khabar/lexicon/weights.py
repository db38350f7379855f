"""Weights of small linear scores, as data: `lexicon/weights/<name>.txt` has a name and a number in each line."""

from __future__ import annotations

import os
from functools import cache

from khabar.lexicon.files import HERE


@cache
def weights(name: str) -> dict[str, float]:
    """The weights of a score: feature -> weight."""
    out: dict[str, float] = {}
    with open(os.path.join(HERE, "weights", f"{name}.txt"), encoding="utf-8") as handle:
        for line in handle:
            if line.strip() and line[0] != "#":
                feature, weight = line.split()
                out[feature] = float(weight)
    return out
