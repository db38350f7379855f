"""Weights of small linear scores, as data: `lexicon/weights/<name>.txt` has a name and a number in each line.

`[section]` begins a part of its own: what all languages share, one order of words, the corrections of one language.
"""

from __future__ import annotations

from functools import cache

from khabar.lexicon.files import path


@cache
def _parts(name: str) -> dict[str, str]:
    """The sections of a file, unread: most are of no use to one text. What stands before the first is under ""."""
    with open(path(f"weights/{name}.txt"), encoding="utf-8") as handle:
        first, *rest = ("\n" + handle.read()).split("\n[")
    out = {"": first}
    for part in rest:
        section, _, lines = part.partition("]\n")
        out[section] = lines
    return out


@cache
def weights(name: str, section: str = "") -> dict[str, float]:
    """The weights of a section: feature -> weight. Empty where there is no such section."""
    lines = [
        line.rpartition(" ") for line in _parts(name).get(section, "").split("\n") if line and line[0] not in "#["
    ]
    return {feature: float(weight) for feature, _, weight in lines}
