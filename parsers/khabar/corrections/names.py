"""Finding a document by the name of its source, or where folders differ by the name of its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class ByName(Generic[T]):
    """Documents by their sources.

    >>> gold = ByName([("old/a.txt", 1), ("old/b.txt", 2), ("c/b.txt", 3)])
    >>> gold.name("old/a.txt"), gold.name("new/a.txt"), gold.name("b.txt")
    ('old/a.txt', 'old/a.txt', None)
    """

    def __init__(self, documents: Iterable[tuple[str, T]]) -> None:
        self._documents = dict(documents)
        files = {source: _file(source) for source in self._documents}
        times = Counter(files.values())
        self._by_file = {file: source for source, file in files.items() if times[file] == 1}

    def __len__(self) -> int:
        return len(self._documents)

    @property
    def sources(self) -> tuple[str, ...]:
        """All sources, in order."""
        return tuple(self._documents)

    def items(self) -> Iterable[tuple[str, T]]:
        """Sources and documents, in order."""
        return self._documents.items()

    def name(self, source: str | None) -> str | None:
        """The source of the document that one of this source is compared with: the same, else the only one whose file
        has the same name. None where there is none."""
        if source is None or source in self._documents:
            return source
        return self._by_file.get(_file(source))

    def get(self, source: str | None) -> T | None:
        """That document."""
        name = self.name(source)
        return None if name is None else self._documents[name]


def _file(source: str) -> str:
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2]
