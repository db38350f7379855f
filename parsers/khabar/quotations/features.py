"""The names of features, spelt from facts: a table says which facts, and which of them together, are weighed.

A feature says where words stand and of what class they are, never which words.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter

Group = tuple[str, ...]
"""Features that one row of facts gives. Equal facts give the same group, so its weight is added up once."""
Fact = str | int | None

SHAPES: dict[str, list[str]] = {}
"""What the tables of a score spell, without values: what its weights must have been learnt for."""
_KEPT = 4096
"""Rows of facts of one table whose features are kept."""


def table(facts: str, together: str = "", score: str = "speakers") -> Callable[..., Group]:
    """A function from the facts of a table, in its order, to their features. `score`: whose they are.

    "name=" gives "name=value", "*name" the value alone, "name" its name where the fact is true; what is None (or a
    plain name that is false) gives nothing. A fact in brackets counts only `together` with others ("one&other").
    """
    names = [fact.strip("()") for fact in facts.split()]
    singles = [(i,) for i, fact in enumerate(facts.split()) if fact[0] != "("]
    rows = [*singles, *(tuple(map(names.index, row.split("&"))) for row in together.split())]

    SHAPES.setdefault(score, []).extend("&".join([names[i] for i in row]) for row in rows)

    assert all("&" in row for row in together.split()), "a fact that counts alone has no brackets"
    parts = [itemgetter(*row) for row in rows[len(singles) :]]

    @lru_cache(_KEPT)
    def features(*values: Fact) -> Group:
        spelt = [_spelt(name, value) for name, value in zip(names, values, strict=True)]
        alone = [spelt[i] for (i,) in singles if spelt[i]]
        return (*alone, *["&".join(row) for part in parts if "" not in (row := part(spelt))])

    return features


def _spelt(name: str, value: Fact) -> str:
    if value is None:
        return ""
    if name[0] == "*":
        return str(value)
    if name[-1] == "=":
        return f"{name}{value}"
    return name.replace("_", " ") if value else ""
