"""Reading one file or standard input, and which file is which."""

from __future__ import annotations

import os
import stat
import sys
from typing import Any

from khabar.corpus.item import Item
from khabar.errors import InputError

GZIP = b"\x1f\x8b"
"""The first bytes of what is compressed, whatever its name."""

Identity = tuple[int, int]
"""Of a file: its device and its number there, whatever it is called."""


def identity_of(path: str) -> Identity | None:
    """None where there is no such file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def output_file() -> Identity | None:
    """The file that the shell has put in the place of standard output, if it is one."""
    try:
        found = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def read_item(item: Item, limit: int | None = None) -> bytes | str:
    """The document; one that is compressed is not any more. Raises InputError, with the code "too-big" where
    it has more than `limit` bytes: no more than those are read."""
    if item.path is None:
        assert item.data is not None
        if limit is not None and len(item.data) > limit:
            raise too_big(limit)
        return item.data
    return read_bytes(item.path, limit)


def read_bytes(name: str, limit: int | None) -> bytes:
    most = -1 if limit is None else limit + 1
    try:
        if name == "-":
            data: bytes = standard_input().read(most)
        else:
            with open(name, "rb") as file:
                data = file.read(most)
        if data.startswith(GZIP):
            from khabar.corpus.streams import unpack

            data = unpack(data, most)
    except (OSError, ValueError, MemoryError) as error:
        raise input_error(error) from error
    if limit is not None and len(data) > limit:
        raise too_big(limit)
    return data


def standard_input() -> Any:
    """Its bytes. Raises InputError where it is closed."""
    if sys.stdin is None:
        raise InputError("unreadable", "standard input is closed")
    return sys.stdin.buffer


def too_big(limit: int) -> InputError:
    return InputError("too-big", f"more than {limit} bytes (--max-bytes)")


def input_error(error: Exception) -> InputError:
    """What the operating system says, for people. ValueError: a name with a NUL byte."""
    if isinstance(error, FileNotFoundError):
        return InputError("not-found", _reason(error))
    if isinstance(error, IsADirectoryError):
        return InputError("folder", "is a folder")
    if isinstance(error, MemoryError):
        return InputError("too-big", "too big for this machine's memory")
    return InputError("unreadable", _reason(error))


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
