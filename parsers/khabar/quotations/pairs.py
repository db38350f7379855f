"""Marks to pairs: the reading of a paragraph's marks that costs least.

Most paragraphs read themselves: marks that look like opener, closer, opener, closer. Where one does not (a missing
mark, a nested pair of the same kind, a space gone astray), all readings are weighed side by side, mark by mark, with
at most two quotations open at once, and those that fall far behind are dropped: linear in the number of marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from khabar.quotations.marks import ANGLE, SURE, Mark

_NESTED, _OTHER, _MIXED, _UNCLOSED = 1.5, 0.75, 1.5, 1.25
"""What it costs to open a quotation within one with the same marks, or within others or guillemets in Cyrillic; to
close one with a mark of another family; to leave one open."""
_NAME = 30
"""Characters between two opening marks of one name: `"ООО "Ромашка"`, «Ніколи не кажи «ніколи»."""
_TWO = 0.25
"""What it costs to open two quotations with a doubled mark, or to close two with one, as Cyrillic names do."""
_BEHIND, _FAR_BEHIND = 3.0, 6.0
"""Readings that cost so much more than the best one are dropped: where that has nothing open, and else."""
_BOUND = 8
"""Added to the family of a quotation whose opener stands in one name with the one before."""

Pairs = tuple[list[tuple[Mark, Mark]], Mark | None, list[Mark]]
"""The outer pairs of a paragraph, the opener that nothing closes, and the closers that nothing opened."""
_State = tuple[int, ...]
"""The families of the quotations that are open."""
_Reading = tuple[float, str, "_Reading | None"]
"""The cheapest reading that leads to a state: what it costs, the role of the last mark, the reading before."""
_OPENS, _CLOSES, _IGNORED = 3, 4, 5
"""Which of a mark's fields is the cost of a role."""


def pair(marks: Sequence[Mark], shared: bool = False) -> Pairs:
    """Pair a paragraph's marks. `shared`: one mark may close two quotations."""
    if len(marks) % 2 == 0:
        pairs = list(zip(marks[::2], marks[1::2], strict=True))
        if all(a.opens + 0.5 <= a.closes and b.closes + 0.5 <= b.opens and a.family == b.family for a, b in pairs):
            return pairs, None, []
    return _read(marks, _weighed(marks, shared))


def _weighed(marks: Sequence[Mark], shared: bool) -> list[str]:
    """The role of each mark in the cheapest reading."""
    states: dict[_State, _Reading] = {(): (0.0, "", None)}
    last: Mark | None = None
    for mark in marks:
        name = shared and last is not None and last.family == mark.family and mark.start - last.end <= _NAME
        name = name and last is not None and min(last.ignored, mark.ignored) >= SURE
        after: dict[_State, _Reading] = {}
        for state, reading in states.items():
            for to, which, more, role in _moves(state, mark.family, mark.twice, shared, name):
                cost = reading[0] + mark[which] + more
                if to not in after or cost < after[to][0]:
                    after[to] = cost, role, reading
        most = min(reading[0] for reading in after.values())
        most += _BEHIND if () in after and after[()][0] == most else _FAR_BEHIND
        states = {state: reading for state, reading in after.items() if reading[0] <= most}
        last = mark
    best: _Reading | None = min(states.items(), key=lambda item: item[1][0] + _UNCLOSED * len(item[0]))[1]
    roles: list[str] = []
    while best is not None:
        roles.append(best[1])
        best = best[2]
    return roles[-2::-1]


@cache
def _moves(state: _State, family: int, twice: bool, shared: bool, name: bool) -> list[tuple[_State, int, float, str]]:
    """What a mark may be in a state: the state after it, which cost of the mark it has and how much more, the role:
    "-" none, "(" opener, "((" two, ")" closer, "))" of two. `name`: it may go on with a name that is begun."""
    out = [(state, _IGNORED, 0.0, "-")]
    if not state:
        out.append(((family,), _OPENS, 0.0, "("))
        return [*out, ((family, family), _OPENS, _TWO, "((")] if twice else out
    inner = state[-1] % _BOUND
    mixed = 0.0 if inner == family else _MIXED
    out.append((state[:-1], _CLOSES, mixed, ")"))
    if len(state) == 1:
        nested = _OTHER if name or inner != family or (shared and inner == ANGLE) else _NESTED
        out.append(((*state, family + _BOUND * name), _OPENS, nested, "("))
    elif twice or state[-1] >= _BOUND:
        out.append(((), _CLOSES, mixed if twice else mixed + _TWO, "))"))
    return out


def _read(marks: Sequence[Mark], roles: Sequence[str]) -> Pairs:
    out: list[tuple[Mark, Mark]] = []
    unopened: list[Mark] = []
    opened: list[Mark] = []
    for mark, role in zip(marks, roles, strict=True):
        if role == "-":
            if not opened and mark.closes < 1 and mark.ignored >= 2:
                unopened.append(mark)
        elif role == "(":
            opened.append(mark)
        elif role == "((":
            opened += [mark._replace(end=mark.start + 1), mark._replace(start=mark.start + 1)]
        else:
            first = opened.pop() if role == ")" else opened[0]
            if role == "))":
                opened = []
            if not opened:
                out.append((first, mark._replace(start=mark.end - 1) if role == "))" else mark))
    return out, opened[0] if opened else None, unopened
