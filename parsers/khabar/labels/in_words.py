"""What was stripped, in words for people: "3 lines of promotions, 6 markers". The words stand in stripped.txt."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from functools import cache

Words = tuple[str, str]
"""For one, and for several."""

_PLACE = os.path.join(os.path.dirname(__file__), "stripped.txt")


def words_for(rule: str) -> Words | None:
    """The words for what a rule strips; None for a rule that the file does not know."""
    known = _known()
    found = known.get(rule)
    family = rule
    while found is None and "." in family:
        family = family.rpartition(".")[0]
        found = known.get(f"{family}.*")
    return found


def in_words(rules: Iterable[str]) -> list[str]:
    """What was stripped by these rules, a rule for each piece: `["3 lines of promotions", "1 marker"]`, the most
    first, then in the order of the pieces."""
    counts: Counter[Words] = Counter(words_for(rule) or (rule, rule) for rule in rules)
    return [f"{n} {one if n == 1 else several}" for (one, several), n in counts.most_common()]


@cache
def _known() -> dict[str, Words]:
    """Words by rule, and by family with a star behind it."""
    with open(_PLACE, encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    known: dict[str, Words] = {}
    for line in lines:
        if line and not line.startswith("#"):
            one, several, rules = (part.strip() for part in line.split(" | "))
            known.update(dict.fromkeys(rules.split(), (one, several)))
    return known
