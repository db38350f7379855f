"""The texts of two articles: which were written anew or left out, and which have another label or place."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from khabar_cli.compare.record import Difference, Unit

BODY = frozenset({"heading", "paragraph"})
_PART = 12
"""Characters from which on a paragraph is known again inside a longer piece that was stripped."""
_EDITED = 0.5
"""Share of words that two paragraphs have in common, from which on one is the other, edited."""
_MOST_PAIRS = 400
"""Pairs of paragraphs that are compared at one place: beyond that, all is new."""
_MOST_WORDS = 1 << 20
"""Product of two paragraphs' words, likewise."""


class _Hunk(NamedTuple):
    """What stands at one place of the two bodies, where they differ."""

    gone: list[Unit]
    came: list[Unit]


def text_differences(
    a: Sequence[Unit], b: Sequence[Unit], gone: Sequence[Unit], came: Sequence[Unit]
) -> Iterator[Difference]:
    """`a`, `b`: the bodies. `gone`, `came`: texts that are elsewhere in the one article and not so in the other; a
    text that is in both has another label."""
    hunks = _hunks(a, b)
    pool = _Pool([*(unit for hunk in hunks for unit in hunk.came), *came])
    found: dict[int, Difference] = {}
    """Differences by the id of their unit in `a`."""
    for unit in (*(unit for hunk in hunks for unit in hunk.gone), *gone):
        other = pool.take(unit)
        if other is not None:
            found[id(unit)] = _moved(unit, other)
    holders = _Holders(unit for unit in came if not pool.taken(unit))
    holders_before = _Holders(unit for unit in gone if id(unit) not in found)
    for hunk in hunks:
        yield from _at(hunk, found, pool, holders, holders_before)
    yield from _elsewhere(gone, found, holders_before)
    yield from (
        Difference("stripped", None, unit.text, rule=unit.rule) for unit in holders.units if not holders.held(unit)
    )


def _elsewhere(gone: Sequence[Unit], found: dict[int, Difference], before: _Holders) -> Iterator[Difference]:
    """Of the texts outside the first body: those with another label now, and those stripped that are no more."""
    for unit in gone:
        if id(unit) in found:
            if unit.label != found[id(unit)].b:
                yield found[id(unit)]
        elif unit.label == "stripped" and not before.held(unit):
            yield Difference("stripped", unit.text, None, rule=unit.rule)


def _hunks(a: Sequence[Unit], b: Sequence[Unit]) -> list[_Hunk]:
    """The places at which two bodies differ. Their equal beginnings and ends, nearly always most, cost nothing."""
    first = 0
    while first < min(len(a), len(b)) and _same(a[first], b[first]):
        first += 1
    last = 0
    while last < min(len(a), len(b)) - first and _same(a[-1 - last], b[-1 - last]):
        last += 1
    a, b = a[first : len(a) - last], b[first : len(b) - last]
    matcher = SequenceMatcher(None, [unit[:2] for unit in a], [unit[:2] for unit in b])
    return [_Hunk(list(a[a1:a2]), list(b[b1:b2])) for tag, a1, a2, b1, b2 in matcher.get_opcodes() if tag != "equal"]


def _same(a: Unit, b: Unit) -> bool:
    return a[:2] == b[:2]


class _Pool:
    """Texts that are new in the second article, to be found by what they say."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._by_text: dict[str, deque[Unit]] = {}
        for unit in units:
            self._by_text.setdefault(unit.text, deque()).append(unit)
        self._taken: set[int] = set()

    def take(self, unit: Unit) -> Unit | None:
        """The next one that says the same."""
        others = self._by_text.get(unit.text)
        if not others:
            return None
        other = others.popleft()
        self._taken.add(id(other))
        return other

    def taken(self, unit: Unit) -> bool:
        return id(unit) in self._taken


class _Holders:
    """Of these texts the pieces that were stripped whole, where several paragraphs may stand in one."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = [unit for unit in units if unit.label == "stripped"]
        self._all = "\n".join(unit.text for unit in self.units)
        self._held: set[int] = set()

    def of(self, unit: Unit) -> Unit | None:
        """The piece that the text stands in."""
        if len(unit.text) < _PART or unit.text not in self._all:
            return None
        for holder in self.units:
            if unit.text in holder.text:
                self._held.add(id(holder))
                return holder
        return None

    def held(self, unit: Unit) -> bool:
        """Was a text found in this one?"""
        return id(unit) in self._held


def _at(
    hunk: _Hunk, found: dict[int, Difference], pool: _Pool, holders: _Holders, before: _Holders
) -> Iterator[Difference]:
    """The differences at one place."""
    moved: dict[int, Difference] = {id(unit): found[id(unit)] for unit in hunk.gone if id(unit) in found}
    for unit in hunk.gone:
        if id(unit) not in moved and (holder := holders.of(unit)):
            moved[id(unit)] = _moved(unit, holder)
    came = [unit for unit in hunk.came if not pool.taken(unit)]
    for unit in came:
        if holder := before.of(unit):
            moved[id(unit)] = _moved(holder._replace(text=unit.text), unit)
    left = [[unit for unit in units if id(unit) not in moved] for units in (hunk.gone, came)]
    yield from _differences(hunk, moved, _edited(*left), {id(unit) for unit in came})


def _differences(
    hunk: _Hunk, moved: dict[int, Difference], edited: dict[int, Unit], came: Container[int]
) -> Iterator[Difference]:
    """Those at one place, in order. `edited`: what a text became; `came`: the ids of texts that are new there."""
    new = {id(other) for other in edited.values()}
    for unit in hunk.gone:
        if id(unit) in moved:
            yield moved[id(unit)]
        else:
            other = edited.get(id(unit))
            yield Difference(unit.label, unit.text, other and other.text, None, unit.section, unit.paragraph)
    for unit in hunk.came:
        if id(unit) in moved:
            yield moved[id(unit)]
        elif id(unit) in came and id(unit) not in new:
            yield Difference(unit.label, None, unit.text, None, unit.section, unit.paragraph)


def _edited(gone: Sequence[Unit], came: Sequence[Unit]) -> dict[int, Unit]:
    """By the id of a text what it became, in order."""
    if not gone or not came or len(gone) * len(came) > _MOST_PAIRS:
        return {}
    became: dict[int, Unit] = {}
    first = 0
    alone = [unit.label for unit in (*gone, *came)].count("heading") == 2  # a heading is short: hardly ever alike
    for unit in gone:
        for at in range(first, len(came)):
            if unit.label != came[at].label:
                continue
            if (alone and unit.label == "heading") or _alike(unit.text, came[at].text):
                became[id(unit)] = came[at]
                first = at + 1
                break
    return became


def _alike(a: str, b: str) -> bool:
    one, other = a.split(), b.split()
    if len(one) * len(other) > _MOST_WORDS:
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.real_quick_ratio() >= _EDITED and matcher.quick_ratio() >= _EDITED and matcher.ratio() >= _EDITED


def _moved(unit: Unit, other: Unit) -> Difference:
    """The same text with another label, or at another place."""
    section, paragraph = unit[2:4] if unit.section is not None else other[2:4]
    if unit.label == other.label and unit.label in BODY:
        return Difference("place", _place(unit), _place(other), unit.text, section, paragraph)
    return Difference("label", unit.label, other.label, unit.text, section, paragraph, unit.rule or other.rule)


def _place(unit: Unit) -> str:
    return f"section {unit.section}" + ("" if unit.paragraph is None else f", paragraph {unit.paragraph}")
