"""--files-from: names from a file or from standard input, each as soon as it is there."""

from __future__ import annotations

import os
from collections.abc import Iterator

from khabar.corpus.streams import opened
from khabar.errors import InputError

_PIECE = 65536
_LONGEST = 65536
"""Bytes of a name; no system has longer ones."""
_EMPTY = 1 << 20
"""Empty names, one after the other; what has more is no list."""


def names(list_name: str, *, null: bool) -> Iterator[str]:
    """The names, parted by line ends, or by NUL bytes: those may hold line ends. Raises InputError."""
    with opened(list_name) as file:
        read = getattr(file, "read1", file.read)  # what is there, without waiting for more
        rest = b""
        empty = 0
        while piece := read(_PIECE):
            *whole, rest = (rest + piece).split(b"\0" if null else b"\n")
            yield from _decoded(whole, list_name, null=null)
            empty = 0 if any(whole) or rest else empty + len(whole)
            if len(rest) > _LONGEST or empty > _EMPTY:
                yield from _decoded([rest[: _LONGEST + 1]], list_name, null=null)
                raise InputError("unreadable", "is no list of names: it holds a million empty ones")
        yield from _decoded([rest], list_name, null=null)


def _decoded(found: list[bytes], list_name: str, *, null: bool) -> Iterator[str]:
    for name in found:
        if not null:
            name = name.removesuffix(b"\r")  # lists come from Windows too
        if name == b"-" and list_name == "-":
            raise InputError("unreadable", "standard input holds the list of names, so it cannot be a document too")
        if not null and b"\0" in name:
            raise InputError("unreadable", "the names are separated by NUL bytes: add -0")
        if len(name) > _LONGEST:
            raise InputError("unreadable", "is no list of names: one has more than 64 KiB")
        if name:
            yield os.fsdecode(name)
