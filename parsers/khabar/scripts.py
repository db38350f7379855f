"""What is known of a script, whatever the language: `lexicon/scripts.txt`."""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from khabar.entries import Direction


class Script(NamedTuple):
    """A script: its ISO 15924 code, and what its line in `scripts.txt` says."""

    code: str
    direction: Direction
    ranges: tuple[tuple[int, int], ...]
    """First and last code points of its letters."""
    ends: frozenset[str]
    """Marks that end a sentence."""
    languages: frozenset[str]
    """Languages usually written in it that `detect.txt` does not have."""


@cache
def scripts() -> tuple[Script, ...]:
    """All scripts of the file, in its order."""
    with open(os.path.join(os.path.dirname(__file__), "lexicon", "scripts.txt"), encoding="utf-8") as handle:
        lines = handle.read().splitlines()
    return tuple(_script(*line.split("\t")) for line in lines if line and line[0] != "#")


def _script(code: str, direction: str, ranges: str, ends: str, languages: str) -> Script:
    bounds = [pair.partition("-") for pair in ranges.split()]
    return Script(
        code,
        "rtl" if direction == "rtl" else "ltr",
        tuple((int(first, 16), int(last or first, 16)) for first, _, last in bounds),
        frozenset(ends.split()),
        frozenset(languages.split()),
    )
