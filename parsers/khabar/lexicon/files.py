"""Reading a lexicon file: key lines, then sections of one entry a line.

    @name Arabic
    [credit prefix] bbc-2022
    صدر الصورة،

The section header names the class, the mode of matching and where its entries come from.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from khabar.characters import fold_lines
from khabar.errors import LexiconError

__all__ = ["MODES", "Entry", "Group", "LexiconError", "LexiconFile", "names", "path", "read"]

HERE = os.path.dirname(__file__)

MODES = frozenset(("prefix", "line", "start", "end", "template", "inside", "word", "pair"))


class Entry(NamedTuple):
    """One line of a lexicon file."""

    cls: str
    mode: str
    text: str
    source: str
    key: str
    """The text folded."""
    where: str = ""
    """Its place in a user's own lexicon, "FILE:LINE"; "" where the entry is ours."""


class Group(NamedTuple):
    """The entries under one section header: `texts` as written, `keys` folded, side by side. `wheres`: their places,
    side by side with them, where they are a user's own."""

    cls: str
    mode: str
    source: str
    texts: list[str]
    keys: list[str]
    wheres: Sequence[str] = ()

    def entry(self, at: int) -> Entry:
        """The entry at an index. Made on need: one in a thousand is ever found in a text."""
        where = self.wheres[at] if self.wheres else ""
        return Entry(self.cls, self.mode, self.texts[at], self.source, self.keys[at], where)


class LexiconFile(NamedTuple):
    """A lexicon file as read: its key lines (`@name Arabic`) and its groups of entries, in order."""

    keys: dict[str, list[str]]
    groups: list[Group]

    @property
    def entries(self) -> list[Entry]:
        """All entries, in order."""
        return [group.entry(i) for group in self.groups for i in range(len(group.keys))]


def path(name: str) -> str:
    """Where `lexicon/<name>` is."""
    return os.path.join(HERE, name)


def read(name: str, folded: bool = True) -> LexiconFile:
    """Read `lexicon/<name>`; where it need not be `folded`, keys are as written. Raises LexiconError, and OSError
    where there is no such file."""
    with open(path(name), encoding="utf-8") as handle:
        text = handle.read()
    keys: dict[str, list[str]] = {}
    groups: list[Group] = []
    texts: list[str] | None = None
    lines = text.split("\n")
    # the whole file is folded at once: a call a line would be half of the command's time to start
    compared = fold_lines(text).split("\n") if folded else lines
    for at, line in enumerate(lines):
        if not line:
            continue
        first = line[0]
        if first == "#":
            continue
        if first == "@":
            key, _, value = line[1:].partition(" ")
            keys.setdefault(key, []).append(value.strip())
        elif first == "[" and "]" in line:
            group = _header(line, f"{name}:{at + 1}")
            groups.append(group)
            texts, found = group.texts, group.keys
        elif line.isspace():
            continue
        elif texts is None:
            raise LexiconError(f"{name}:{at + 1}: an entry before the first [class mode]")
        else:
            texts.append(line.strip())
            key = compared[at].strip()
            found.append(" ".join(key.split()) if "  " in key else key)
    return LexiconFile(keys, groups)


def _header(line: str, where: str) -> Group:
    head, _, source = line[1:].partition("]")
    cls, _, mode = head.partition(" ")
    if mode not in MODES:
        raise LexiconError(f"{where}: no such mode: {mode!r}")
    return Group(cls, mode, source.strip(), [], [])


def names(folder: str) -> list[str]:
    """The lexicon files of a folder, sorted."""
    return sorted(f"{folder}/{f}" for f in os.listdir(path(folder)) if f.endswith(".txt"))
