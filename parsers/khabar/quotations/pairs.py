"""Marks to pairs: the reading of a paragraph's marks that costs least.

Most paragraphs read themselves: marks that look like opener, closer, opener, closer. Where one does not (a missing
mark, a nested pair of the same kind, a space gone astray), all readings are weighed side by side, mark by mark, with
at most two quotations open at once: linear in the number of marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.quotations.marks import Mark

_MANY = 600
"""Marks in one paragraph beyond which they are no prose; they are paired one after the other."""
_NESTED, _MIXED, _IGNORED, _INCHES, _UNCLOSED, _SURE = 1.5, 1.5, 2.5, 1.0, 1.25, 1.5


Pairs = tuple[list[tuple[Mark, Mark]], Mark | None, list[Mark]]
"""The outer pairs of a paragraph, the opener that nothing closes, and the closers that nothing opened."""


def pair(marks: Sequence[Mark]) -> Pairs:
    """Pair a paragraph's marks."""
    if len(marks) % 2 == 0 and all(
        a.opens == 0 and a.closes > 0 and b.closes == 0 and b.opens > 0 and a.family == b.family
        for a, b in zip(marks[::2], marks[1::2], strict=True)
    ):
        return list(zip(marks[::2], marks[1::2], strict=True)), None, []
    if len(marks) > _MANY:
        return _one_by_one(marks)
    return _weighed(marks)


def _one_by_one(marks: Sequence[Mark]) -> Pairs:
    out: list[tuple[Mark, Mark]] = []
    first: Mark | None = None
    depth = 0
    for mark in marks:
        if first is None:
            if mark.opens <= mark.closes:
                first, depth = mark, 1
        elif mark.family == first.family and mark.closes <= mark.opens:
            depth -= 1
            if depth == 0:
                out.append((first, mark))
                first = None
        elif mark.family == first.family and mark.opens < mark.closes:
            depth += 1
    return out, None, []


class _Step:
    """The cheapest reading that leads to a state: what it costs, the step before, and what the last mark is."""

    __slots__ = ("before", "cost", "role")

    def __init__(self, cost: float, before: _Step | None, role: str) -> None:
        self.cost = cost
        self.before = before
        self.role = role


def _weighed(marks: Sequence[Mark]) -> Pairs:
    """The cheapest reading. A state is the families of the quotations that are open."""
    states: dict[tuple[int, ...], _Step] = {(): _Step(0.0, None, "")}
    for mark in marks:
        after: dict[tuple[int, ...], _Step] = {}
        for state, step in states.items():
            for to, cost, role in _readings(mark, state):
                if to not in after or step.cost + cost < after[to].cost:
                    after[to] = _Step(step.cost + cost, step, role)
        states = after
    best: _Step | None = min(states.items(), key=lambda item: item[1].cost + _UNCLOSED * len(item[0]))[1]
    roles: list[str] = []
    while best is not None and best.before is not None:
        roles.append(best.role)
        best = best.before
    roles.reverse()
    return _read(marks, roles)


def _readings(mark: Mark, state: tuple[int, ...]) -> list[tuple[tuple[int, ...], float, str]]:
    """What a mark may be in a state: the state after it, the cost, and the role: "-" none, "(" opener, ")" closer."""
    sure = _SURE if mark.opens == 0 and mark.closes >= 2 else 0.0
    out = [(state, _INCHES if mark.figure else _IGNORED + sure, "-")]
    if len(state) < 2:
        out.append(((*state, mark.family), mark.opens + (_NESTED if state else 0.0), "("))
    if state:
        cost = mark.closes + (0.0 if state[-1] == mark.family else _MIXED)
        out.append((state[:-1], cost, ")"))
        if len(state) == 2 and mark.end - mark.start > 1:
            out.append(((), cost, "))"))
    return out


def _read(marks: Sequence[Mark], roles: Sequence[str]) -> Pairs:
    out: list[tuple[Mark, Mark]] = []
    unopened: list[Mark] = []
    opened: list[Mark] = []
    for mark, role in zip(marks, roles, strict=True):
        if role == "(":
            opened.append(mark)
        elif role == "-":
            if not opened and mark.closes < 1 and not mark.figure:
                unopened.append(mark)
        else:
            first = opened.pop()
            if role == "))":
                first = opened.pop()
            if not opened:
                out.append((first, mark))
    return out, opened[0] if opened else None, unopened
