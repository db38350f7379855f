"""Columns for people: the cells of tables, and values with their names in blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from khabar import Trace

from khabar_cli.columns import SOURCE, column
from khabar_cli.views.base import Line, flat
from khabar_cli.views.values import value

_WIDTHS = {"number": "number", "word": "word", "prose": "prose"}
_LATIN = frozenset({"word", "date", "address"})
"""Kinds of columns whose text is written from left to right in every document."""


def width(name: str) -> str:
    """How wide the column of this name is in a table (see `Grid.kinds`)."""
    return "path" if name == SOURCE else _WIDTHS.get(column(name).kind, "side")


def cell(name: str, held: Any) -> list[Line]:
    """A value in a table: a list of paragraphs has a line for each."""
    if name == "paragraphs" and isinstance(held, list | tuple):
        return [Line(text, gap=True) for text in held]
    shown = flat(name, held)
    return [Line("" if shown is None else str(shown), base=_base(name))]


def labelled(item: Trace, names: Iterable[str]) -> Iterator[Line]:
    """The document's values with their names; those that it does not have are left out."""
    for at, name in enumerate(names):
        shown = flat(name, value(item, name))
        if shown not in (None, ""):
            yield Line(f"{name}: {shown}", "dim", gap=not at, base=_base(name))


def _base(name: str) -> str | None:
    return "ltr" if column(name).kind in _LATIN or name in ("source", "id") else None
