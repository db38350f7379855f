"""Reading one file or standard input, and which file is which."""

from __future__ import annotations

import os
import stat
import sys
from typing import Any

from khabar.corpus.item import Item
from khabar.corpus.sniff import MAGIC, compression_of, looks_like_json
from khabar.errors import InputError

_PACKED = tuple(MAGIC)
_PIECE = 1 << 20
"""Bytes that are read at a time where it is not known how many there are."""
_IS_JSON = (
    "is JSON, not an article; --text-field names the field that holds the article, --input-format json reads "
    "records, and --input-format text takes everything as text"
)

Identity = tuple[int, int]
"""Of a file: its device and its number there, whatever it is called."""


def identity_of(path: str) -> Identity | None:
    """None where there is no such file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
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


def read_item(item: Item, limit: int | None = None) -> bytes | str:
    """The document; one that is compressed is not any more. Raises InputError, with the code "too-big" where
    it has more than `limit` bytes: no more than those are read. MissingExtra where zstd is not installed."""
    if item.path is None:
        assert item.data is not None
        if limit is not None and _exceeds(item.data, limit):
            raise too_big(limit)
        return item.data
    return read_bytes(item.path, limit)


def _exceeds(data: bytes | str, limit: int) -> bool:
    if len(data) > limit or isinstance(data, bytes) or 4 * len(data) <= limit or data.isascii():
        return len(data) > limit
    return len(data.encode("utf-8", "surrogatepass")) > limit


def read_bytes(name: str, limit: int | None) -> bytes:
    """What is in the file, or in standard input for `-`; errors as of `read_item`."""
    try:
        if name == "-":
            return unpacked(read_most(standard_input(), limit), limit)
        with open(name, "rb", buffering=0) as file:
            return unpacked(_read_file(file, limit), limit)
    except (OSError, ValueError, MemoryError) as error:
        raise input_error(error) from error


def _read_file(file: Any, limit: int | None) -> bytes:
    """The bytes of a file; nothing is read of one that has too many."""
    found = os.fstat(file.fileno())
    if limit is None or not stat.S_ISREG(found.st_mode):
        return read_most(file, limit)
    if found.st_size > limit:
        raise too_big(limit)
    data: bytes = file.read()
    if len(data) > limit:  # it grows
        raise too_big(limit)
    return data


def read_most(file: Any, limit: int | None) -> bytes:
    """All bytes of a stream. Raises InputError where there are more than `limit`: one more than those is read."""
    pieces: list[bytes] = []
    left = None if limit is None else limit + 1
    while piece := file.read(_PIECE if left is None else min(left, _PIECE)):
        pieces.append(piece)
        if left is not None:
            left -= len(piece)
            if not left:
                raise too_big(limit or 0)
    return b"".join(pieces)


def unpacked(data: bytes, limit: int | None) -> bytes:
    """The same, uncompressed where it was compressed. Errors as of `read_item`."""
    if not data.startswith(_PACKED):
        return data
    from khabar.corpus.streams import unpack

    return unpack(data, compression_of(data) or "", limit)


def refuse_json(data: bytes | str) -> None:
    """Raise InputError where a document is JSON: its text would be keys and braces."""
    begin = data[:1] if isinstance(data, str) else data[:1].decode("latin-1")
    if begin.isalpha() or begin == "<":
        return
    if looks_like_json(data.lstrip() if begin.isspace() else data):
        raise InputError("json", _IS_JSON)


def standard_input() -> Any:
    """Its bytes. Raises InputError where it is closed."""
    if sys.stdin is None:
        raise InputError("unreadable", "standard input is closed")
    return sys.stdin.buffer


def too_big(limit: int) -> InputError:
    """The error of a document that has more bytes than it may have."""
    return InputError("too-big", f"more than {size(limit)} (see --max-bytes)")


def size(number: int) -> str:
    """A number of bytes, for people: `64 MiB`, `500000 bytes`."""
    for unit in ("GiB", "MiB", "KiB"):
        shift = {"GiB": 30, "MiB": 20, "KiB": 10}[unit]
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
