"""--include and --exclude: patterns of names."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase


class Globs:
    """Patterns as in .gitignore: one without a slash is for the name alone, one with a slash for the whole name
    below the folder, where `*` and `?` do not match a slash and `**` stands for any folders."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = tuple(patterns)
        kept = [pattern.rstrip("/") for pattern in patterns]
        self._names = [pattern for pattern in kept if "/" not in pattern]
        self._paths = [pattern.lstrip("/").split("/") for pattern in kept if "/" in pattern]

    def match(self, below: str, name: str) -> bool:
        """Does one of them match the name in the folder `below` (empty, or ending in a slash)?"""
        if any(fnmatchcase(name, pattern) for pattern in self._names):
            return True
        return bool(self._paths) and any(_match((below + name).split("/"), parts) for parts in self._paths)


def _match(names: Sequence[str], parts: Sequence[str]) -> bool:
    if not parts:
        return not names
    if parts[0] == "**":
        return any(_match(names[at:], parts[1:]) for at in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], parts[0]) and _match(names[1:], parts[1:])
