"""Weights of small linear scores, as data: `lexicon/weights/<name>.txt` has a name and a number in each line.

`[section]` begins a part of its own: for one order of words, or the corrections of one language.
"""

from __future__ import annotations

from functools import cache

from khabar.lexicon.files import path


@cache
def sections(name: str) -> dict[str, dict[str, float]]:
    """The weights of a score by section: feature -> weight. What stands before the first is under ""."""
    out: dict[str, dict[str, float]] = {"": {}}
    here = out[""]
    with open(path(f"weights/{name}.txt"), encoding="utf-8") as handle:
        for line in handle:
            if line[0] == "[":
                here = out.setdefault(line.strip()[1:-1], {})
            elif line.strip() and line[0] != "#":
                feature, _, weight = line.rstrip().rpartition(" ")
                here[feature] = float(weight)
    return out


def weights(name: str) -> dict[str, float]:
    """The weights of a score that has no sections."""
    return sections(name)[""]
