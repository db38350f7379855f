"""Reading a lexicon file: key lines, then sections of one entry a line.

    @name Arabic
    [credit prefix] bbc-2022
    صدر الصورة،

The section header names the class, the mode of matching and where its entries come from.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from khabar.characters import fold_lines

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


class LexiconFile(NamedTuple):
    """A lexicon file as read: its key lines (`@name Arabic`) and its entries, in order."""

    keys: dict[str, list[str]]
    entries: list[Entry]


class LexiconError(ValueError):
    """A lexicon file that does not follow the format; the message names file and line."""


def read(name: str) -> LexiconFile:
    """Read `lexicon/<name>`. Raises LexiconError, and OSError where there is no such file."""
    with open(os.path.join(HERE, name), encoding="utf-8") as handle:
        text = handle.read()
    keys: dict[str, list[str]] = {}
    entries: list[Entry] = []
    add = entries.append
    cls = mode = source = ""
    number = 0
    # the whole file is folded at once: a call a line would be half of the command's time to start
    for line, folded in zip(text.split("\n"), fold_lines(text).split("\n"), strict=True):
        number += 1
        if not line or line[0] == "#" or line.isspace():
            continue
        if line[0] == "@":
            key, _, value = line[1:].partition(" ")
            keys.setdefault(key, []).append(value.strip())
        elif line[0] == "[" and "]" in line:
            head, _, source = line[1:].partition("]")
            cls, _, mode = head.partition(" ")
            source = source.strip()
            if mode not in MODES:
                raise LexiconError(f"{name}:{number}: no such mode: {mode!r}")
        elif not cls:
            raise LexiconError(f"{name}:{number}: an entry before the first [class mode]")
        else:
            add(Entry(cls, mode, line.strip(), source, " ".join(folded.split())))
    return LexiconFile(keys, entries)


def names(folder: str) -> list[str]:
    """The lexicon files of a folder, sorted."""
    return sorted(f"{folder}/{f}" for f in os.listdir(os.path.join(HERE, folder)) if f.endswith(".txt"))
