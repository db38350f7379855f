"""How wide the columns of a table are: what they hold, within what the screen has room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

GAP = 2
"""Columns of the screen between two columns of the table."""
MARGIN = 1
"""Columns on the left: VTE loses an isolate that begins in the first one."""
LEAST = {"prose": 12, "name": 12, "path": 12, "side": 8, "note": 8}
"""A column of words is no narrower than this, unless what it holds is."""
SHARE = {"prose": 2}
"""How what is left is shared among them; one for all others."""
READABLE = 90
"""A column of prose is no wider: longer lines are hard to read."""
_OF_THE_SCREEN = 4
"""A column at the side, and a word for which a column is made wider, take no more than a part of so many."""


class Wish(NamedTuple):
    """What a column would have. All in columns of the screen."""

    kind: str
    heading: int
    longest: int
    """Of all lines that it holds, unbroken."""
    word: int = 0
    """The longest word, such as a file's name."""


def fit(wishes: Sequence[Wish], width: int) -> list[int] | None:
    """The width of each column on a screen of `width`; None where they do not fit beside one another. Numbers and
    short words are never broken, long ones only where there is no room; the rest is shared among the others."""
    wanted = [_most(wish, width) for wish in wishes]
    room = width - MARGIN - GAP * (len(wishes) - 1)
    for longest_word in (width // _OF_THE_SCREEN, 0):
        given = [_least(wish, most, longest_word) for wish, most in zip(wishes, wanted, strict=True)]
        if sum(given) <= room:
            return _shared(given, wanted, [SHARE.get(wish.kind, 1) for wish in wishes], room)
    return None


def _shared(given: list[int], wanted: Sequence[int], shares: Sequence[int], room: int) -> list[int]:
    """Widths that fill the room, as far as the columns want it."""
    for _ in range(min(room, sum(wanted)) - sum(given)):
        growing = [at for at, most in enumerate(wanted) if given[at] < most]
        given[min(growing, key=lambda at: given[at] / shares[at])] += 1
    return given


def _most(wish: Wish, width: int) -> int:
    longest = max(wish.heading, wish.longest)
    if wish.kind in ("prose", "name", "path"):
        return min(longest, max(READABLE, wish.heading))
    if wish.kind in ("side", "note"):
        return min(longest, max(width // _OF_THE_SCREEN, LEAST["side"], wish.heading))
    return longest


def _least(wish: Wish, most: int, longest_word: int) -> int:
    if wish.kind not in LEAST:
        return most
    return min(most, max(LEAST[wish.kind], wish.heading, min(wish.word, longest_word)))
