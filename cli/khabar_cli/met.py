"""Which documents of a file of corrections were among the FILEs, and which FILEs are not in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from khabar.hints import counted

if TYPE_CHECKING:
    from khabar import Trace
    from khabar.corrections import ByName

_NAMED = 5
"""Names that a line has."""


class Met:
    """What is noted of each document, for lines at the end (see View.notes)."""

    def __init__(self, file: str, gold: ByName[Any]) -> None:
        self._file = file
        self._gold = gold
        self._met: dict[str, list[str]] = {}
        self._unknown: list[str] = []

    @property
    def any(self) -> bool:
        """Was a document of the file among the FILEs?"""
        return bool(self._met)

    def part(self, item: Trace) -> Any:
        """What is to be noted of a document: small, and such as can be pickled."""
        return item.article.source

    def put(self, part: Any) -> None:
        """Note a document, where the output is."""
        source: str = part or ""
        name = self._gold.name(source)
        if name is None:
            self._unknown.append(source)
        else:
            self._met.setdefault(name, []).append(source)

    def failed(self, source: str) -> bool:
        """Note an input that failed. Is it a document of the file?"""
        name = self._gold.name(source)
        if name is not None:
            self._met.setdefault(name, []).append(source)
        return name is not None

    def told(self) -> Iterator[str]:
        """What was not compared."""
        if self._unknown:
            told = counted(len(self._unknown), "FILE")
            yield f"{self._file}: {told} {_verb(self._unknown)} not in it: {_named(self._unknown)}"
        lacking = [source for source in self._gold.sources if source not in self._met]
        if lacking:
            told = counted(len(lacking), "document")
            yield f"{self._file}: {told} of it {_verb(lacking, 'was', 'were')} not among the FILEs: {_named(lacking)}"
        for name, sources in self._met.items():
            if len(sources) > 1:
                yield f"{self._file}: {name} was compared with {len(sources)} FILEs: {_named(sources)}"


def _verb(names: Collection[str], one: str = "is", many: str = "are") -> str:
    return one if len(names) == 1 else many


def _named(names: Collection[str]) -> str:
    shown = ", ".join(list(names)[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} and {len(names) - _NAMED} more"
