"""Which lines `khabar explain` shows: --only, by label and rule, and --line, by number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from khabar_cli.fields import listed

STRIPPED = "stripped"
"""What --only calls all labels of lines that are not the article."""
_RANGE = re.compile(r"(\d{1,9})(-(\d{1,9})?)?|-(\d{1,9})")


class Range(NamedTuple):
    """Lines of a source, from 1, the last included. None: no end."""

    first: int
    last: int | None

    def __str__(self) -> str:
        if self.last == self.first:
            return str(self.first)
        return f"{self.first}-" if self.last is None else f"{self.first}-{self.last}"


class Selection(NamedTuple):
    """What was asked for; empty where all lines are meant. `names`: labels, rules, and families of rules."""

    names: Sequence[str] = ()
    ranges: Sequence[Range] = ()

    def __bool__(self) -> bool:
        return bool(self.names or self.ranges)

    def match(self, label: str, rule: str, line: int, end_line: int) -> bool:
        """Is a block with this verdict, on these lines, meant?"""
        if self.names and not any(_means(name, label, rule) for name in self.names):
            return False
        return not self.ranges or any(
            end_line >= one.first and (one.last is None or line <= one.last) for one in self.ranges
        )

    @property
    def told(self) -> str:
        """As options."""
        given = {"--only": ",".join(self.names), "--line": ",".join(map(str, self.ranges))}
        return " ".join(f"{option} {value}" for option, value in given.items() if value)


def _means(name: str, label: str, rule: str) -> bool:
    """A label's name is that of the label, also where a family of rules is called so; `promo.` is the family."""
    if name == STRIPPED:
        return label in stripped_labels()
    if name in labels():
        return name == label
    return rule == name or rule.startswith(f"{name.removesuffix('.')}.")


def labels() -> tuple[str, ...]:
    """The labels' names."""
    from khabar import Label

    return tuple(map(str, Label))


@cache
def stripped_labels() -> frozenset[str]:
    """The labels of lines that no part of the article has."""
    from khabar import Label
    from khabar.assemble import PICTURE, TEXT

    return frozenset(map(str, {*Label} - TEXT - PICTURE - {Label.TITLE, Label.HEADING, Label.BYLINE}))


def families() -> tuple[str, ...]:
    """What rules' names begin with, before the dot."""
    return tuple(dict.fromkeys(rule.partition(".")[0] for rule in _rules()))


def _rules() -> tuple[str, ...]:
    from khabar import rules

    return tuple(rule.id for rule in rules() if rule.stage != "assemble")


def names(given: Iterable[str]) -> tuple[str, ...]:
    """The names of --only, each once. Raises ValueError with a sentence for people."""
    found = listed(given)
    if not found:
        raise ValueError(f"no label or rule is named; there are {STRIPPED}, {', '.join(labels())}")
    known = frozenset((STRIPPED, *labels(), *_rules(), *families(), *(f"{family}." for family in families())))
    for name in found:
        if name not in known:
            raise ValueError(_unknown(name, known))
    return found


def _unknown(name: str, known: Collection[str]) -> str:
    from khabar.hints import did_you_mean, short

    hint = did_you_mean(name, sorted(one for one in known if not one.endswith(".")), count=1)
    return f"no label or rule is called {short(name)}; {hint or _there()}"


def _there() -> str:
    return f"there are {STRIPPED}, {', '.join(labels())}, and the rules that khabar rules lists"


def ranges(given: Iterable[str]) -> tuple[Range, ...]:
    """The lines of --line: `20`, `20-40`, `20-`, `-40`. Raises ValueError with a sentence for people."""
    found = listed(given)
    if not found:
        raise ValueError("no line is named")
    return tuple(map(_range, found))


def _range(given: str) -> Range:
    from khabar.hints import short

    match = _RANGE.fullmatch(given)
    if match is None:
        raise ValueError(f"takes lines such as 20, 20-40, 20- or -40, not {short(given)}")
    first, end = int(match[1] or 1), match[3] or match[4]
    last = int(end) if end else None if match[2] else first
    if not first or last == 0:
        raise ValueError(f"lines count from 1, not {short(given)}")
    if last is not None and last < first:
        raise ValueError(f"{short(given)} ends before it begins; did you mean {last}-{first}?")
    return Range(first, last)
