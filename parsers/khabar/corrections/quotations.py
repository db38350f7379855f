"""Which quotation of one list is which of another: by text, and of equal ones by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from khabar.characters import fold

ALIKE = 0.8
"""Two quotations are one where they share at least this much of the characters that either has."""
_TRIMMED = "\"'“”„‟«»‹›‘’‚‛`´ .,،;؛:…-"
_ELSEWHERE = 1_000
"""Places that another section counts for."""


class Placed(Protocol):
    """A quotation with its place."""

    @property
    def text(self) -> str: ...
    @property
    def section(self) -> int | None: ...
    @property
    def paragraph(self) -> int | None: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def pairs(gold: Sequence[Placed], found: Sequence[Placed]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices: the likest first, of these the nearest in place."""
    keys = [fold(one.text).strip(_TRIMMED) for one in gold]
    others = [fold(one.text).strip(_TRIMMED) for one in found]
    matched: list[tuple[int, int]] = []
    used: set[int] = set()
    taken: set[int] = set()
    for _, _, at, other in sorted(_alike(gold, keys, found, others)):
        if at not in used and other not in taken:
            used.add(at)
            taken.add(other)
            matched.append((at, other))
    return sorted(matched)


def _alike(
    gold: Sequence[Placed], keys: Sequence[str], found: Sequence[Placed], others: Sequence[str]
) -> Iterator[tuple[float, int, int, int]]:
    for at, one in enumerate(gold):
        for number, other in enumerate(found):
            share = _share(keys[at], others[number])
            if share < ALIKE and _place(one) == _place(other):
                share = max(share, _overlap(one, other))
            if share >= ALIKE:
                yield -share, _distance(one, other) + abs(at - number), at, number


def _share(a: str, b: str) -> float:
    """How much two folded texts share, where one holds the other: the shorter by the longer."""
    if a == b:
        return 1.0 if a else 0.0
    short, long = sorted((a, b), key=len)
    if len(short) < ALIKE * len(long):
        return 0.0
    return len(short) / len(long) if short in long else 0.0


def _overlap(a: Placed, b: Placed) -> float:
    """The characters that both spans have, by those that either has."""
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / (max(a.end, b.end) - min(a.start, b.start)) if both > 0 else 0.0


def _place(one: Placed) -> tuple[int, int]:
    return (-1 if one.section is None else one.section, -1 if one.paragraph is None else one.paragraph)


def _distance(a: Placed, b: Placed) -> int:
    (section, paragraph), (other, another) = _place(a), _place(b)
    return _ELSEWHERE * abs(section - other) + abs(paragraph - another)
