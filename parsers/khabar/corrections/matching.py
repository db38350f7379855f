"""Which text of one list is which of another: equal ones first, then those that share most of their tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from khabar.corrections.tokens import Tokens

ALIKE = 0.9
"""Two texts are one where they share at least this much of their tokens (Dice)."""


def dice(a: Tokens, b: Tokens) -> float:
    """How much two texts share: twice the common tokens by all tokens, 0 to 1; 0 where both are empty."""
    return _dice(Counter(a), Counter(b), len(a) + len(b))


def _dice(a: Counter[str], b: Counter[str], both: int) -> float:
    return 2 * (a & b).total() / both if both else 0.0


def pairs(gold: Sequence[Tokens], found: Sequence[Tokens], least: float = ALIKE) -> list[tuple[int, int]]:
    """One-to-one pairs of indices: equal texts in their order, then the likest, then the nearest in place."""
    where: defaultdict[Tokens, deque[int]] = defaultdict(deque)
    for at, text in enumerate(found):
        where[text].append(at)
    matched: list[tuple[int, int]] = []
    left: list[int] = []
    for at, text in enumerate(gold):
        if where.get(text):
            matched.append((at, where[text].popleft()))
        else:
            left.append(at)
    taken = {other for _, other in matched}
    rest = [at for at in range(len(found)) if at not in taken]
    used: set[int] = set()
    for _, _, at, other in sorted(_alike(gold, left, found, rest, least)):
        if at not in used and other not in taken:
            used.add(at)
            taken.add(other)
            matched.append((at, other))
    return matched


def _alike(
    gold: Sequence[Tokens], left: Sequence[int], found: Sequence[Tokens], rest: Sequence[int], least: float
) -> Iterator[tuple[float, int, int, int]]:
    """Pairs that share enough. Only texts of nearly one length can."""
    by_length = sorted(rest, key=lambda at: len(found[at]))
    lengths = [len(found[at]) for at in by_length]
    bags = {at: Counter(found[at]) for at in by_length}
    for at in left:
        length = len(gold[at])
        first = bisect_left(lengths, length * least / (2 - least) - 1)
        last = bisect_right(lengths, length * (2 - least) / least + 1)
        bag = Counter(gold[at])
        for other in by_length[first:last]:
            share = _dice(bag, bags[other], length + len(found[other]))
            if share >= least:
                yield -share, abs(at - other), at, other
