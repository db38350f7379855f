"""Bytes as they come, how many of them, what can be wrong with them, and which file is which."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from typing import Any

from khabar.errors import InputError

_PIECE = 1 << 20
"""Bytes that are read at a time where it is not known how many there are."""

Identity = tuple[int, int]
"""Of a file: its device and its number there, whatever it is called."""


def identity_of(path: str) -> Identity | None:
    """None where there is no such file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def input_identity(name: str) -> Identity | None:
    """The same of an input; `-` is the file that the shell has put in the place of standard input, if it is one."""
    if name != "-":
        return identity_of(name)
    try:
        found = os.fstat(sys.stdin.fileno())
    except (OSError, ValueError, AttributeError):
        return None
    return found.st_dev, found.st_ino


def output_identity(output: str | None) -> Identity | None:
    """The file or the folder that is called `output`, if it is there; None: the file that the shell has put in the
    place of standard output, if it is one."""
    if output is not None:
        return identity_of(output) if os.path.isfile(output) or os.path.isdir(output) else None
    try:
        found = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def standard_input() -> Any:
    """Its bytes. Raises InputError where it is closed."""
    if sys.stdin is None:
        raise InputError("unreadable", "standard input is closed")
    return sys.stdin.buffer


def read_most(file: Any, limit: int | None) -> bytes:
    """All bytes of a stream. Raises InputError where there are more than `limit`: one more than those is read."""
    pieces: list[bytes] = []
    copy_most(file.read, pieces.append, limit)
    return b"".join(pieces)


def copy_most(read: Callable[[int], bytes], hold: Callable[[bytes], object], limit: int | None) -> None:
    """Hand all bytes that `read` gives to `hold`, by the piece. Raises as `read_most`."""
    left = None if limit is None else limit + 1
    while piece := read(_PIECE if left is None else min(left, _PIECE)):
        hold(piece)
        if left is not None:
            left -= len(piece)
            if not left:
                raise too_big(limit or 0)


def too_big(limit: int) -> InputError:
    """The error of a document that has more bytes than it may have."""
    return InputError("too-big", f"more than {size(limit)} (see --max-bytes)")


def size(number: int) -> str:
    """A number of bytes, for people: `64 MiB`, `500000 bytes`."""
    for unit, shift in (("GiB", 30), ("MiB", 20), ("KiB", 10)):
        if number and number % (1 << shift) == 0:
            return f"{number >> shift} {unit}"
    return f"{number} bytes"


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
