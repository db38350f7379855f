"""What was stripped, in words for people: "3 lines of WhatsApp promotions, 6 markers". The words stand in
stripped.txt."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import NamedTuple

from khabar.characters import fold
from khabar.entries import Stripped

Words = tuple[str, str]
"""For one, and for several."""

_PLACE = os.path.join(os.path.dirname(__file__), "stripped.txt")


class _Known(NamedTuple):
    words: dict[str, Words]
    """By rule, and by family with a star behind it."""
    topics: list[tuple[str, tuple[str, ...], Words]]
    """For a family (as "promo."), words of a text, folded, and what a text with one of them is called."""


def words_for(rule: str) -> Words | None:
    """The words for what a rule strips; None for a rule that the file does not know."""
    known = _known().words
    found = known.get(rule)
    family = rule
    while found is None and "." in family:
        family = family.rpartition(".")[0]
        found = known.get(f"{family}.*")
    return found


def in_words(pieces: Iterable[Stripped]) -> list[str]:
    """What these pieces are: `["3 lines of promotions", "1 marker"]`, the most first, then in their order. Pieces of
    one rule that follow each other are one thing: what one of them names, all are about."""
    counts: Counter[Words] = Counter()
    for rule, run in groupby(pieces, lambda piece: piece.rule):
        texts = [piece.text for piece in run]
        counts[_topic(rule, texts) or words_for(rule) or (rule, rule)] += len(texts)
    return [f"{n} {one if n == 1 else several}" for (one, several), n in counts.most_common()]


def _topic(rule: str, texts: list[str]) -> Words | None:
    """What a run of pieces is about, where the file has words for it, and none for just this rule."""
    if rule in _known().words:
        return None
    for family, asked, words in _known().topics:
        if rule.startswith(family):
            folded = fold("\n".join(texts))
            if any(word in folded for word in asked):
                return words
    return None


@cache
def _known() -> _Known:
    with open(_PLACE, encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    known = _Known({}, [])
    for line in lines:
        if line and not line.startswith("#"):
            one, several, rules, *asked = (part.strip() for part in line.split(" | "))
            if asked:
                folded = tuple(fold(word.strip()) for word in asked[0].split(","))
                known.topics.append((rules.removesuffix("*"), folded, (one, several)))
            else:
                known.words.update(dict.fromkeys(rules.split(), (one, several)))
    return known
