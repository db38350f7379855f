"""What is passed over in folders and in WARC files: told, not lost in silence."""

from __future__ import annotations

from collections.abc import Callable

SHOWN = 8
"""Kinds that a summary names; the others are one number."""


class Skipped:
    """Files of folders that were not read although nobody excluded them, and responses in WARC files that are no
    pages, counted by kind.

    A kind is a file's extension (`.pdf`), a response's type (`image/png`), or a few words (`without extension`,
    `status 404`), with a hint in brackets where an option would have had it read.
    """

    def __init__(self, tell: Callable[[str, str], None] | None = None) -> None:
        """`tell` is called with each file's path, or response's address, and kind."""
        self.kinds: dict[str, int] = {}
        self._tell = tell

    def add(self, path: str, kind: str) -> None:
        """One more."""
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        if self._tell is not None:
            self._tell(path, kind)

    @property
    def count(self) -> int:
        """How many of all kinds."""
        return sum(self.kinds.values())

    def summary(self) -> str:
        """`17 skipped: 12 .pdf, 5 without extension`, the most frequent kind first; empty where there is none."""
        if not self.kinds:
            return ""
        kinds = sorted(self.kinds.items(), key=lambda found: (-found[1], found[0]))
        told = [f"{count} {kind}" for kind, count in kinds[:SHOWN]]
        others = sum(count for _, count in kinds[SHOWN:])
        if others:
            told.append(f"{others} other{'' if others == 1 else 's'}")
        return f"{self.count} skipped: {', '.join(told)}"
