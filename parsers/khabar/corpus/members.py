"""Gzip, member by member: one that is broken costs no other where its reader can go on behind it."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from typing import Any

_PIECE = 1 << 15
_WINDOW = 31
"""To zlib: a gzip head comes first, and the sum of the contents last."""
_BEGIN = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")


class Trailing(gzip.BadGzipFile):
    """Something else follows a member that is whole."""


class Members(io.RawIOBase):
    """The contents of all members. Raises what `gzip` does: EOFError, BadGzipFile, zlib.error."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._piece = b""
        """What was read of the file and not unpacked."""
        self._tried = b""
        """The same, before the last attempt; without the begin of the member."""
        self._reader: Any = None
        """None between members."""
        self._first = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while self._reader is not None or self._begin():
            if not self._piece and not self._fill():
                raise EOFError("it ends too early")
            found: bytes = self._reader.decompress(self._piece, len(buffer))
            if self._reader.eof:
                self._piece = self._reader.unused_data
                self._reader = None
                self._first = False
            else:
                self._piece = self._reader.unconsumed_tail
            if found:
                buffer[: len(found)] = found
                return len(found)
            self._tried = self._piece
        return 0

    def recover(self) -> bool:
        """After an error: go on with the next member, if there is one."""
        self._reader = None
        rest = self._tried
        while True:
            found = _BEGIN.search(rest)
            if found:
                self._piece = rest[found.start() :]
                return True
            if not self._fill():
                return False
            rest = rest[-3:] + self._piece

    def _begin(self) -> bool:
        """A member: is there one more?"""
        while not self._piece or (not self._first and not self._piece.strip(b"\0")):  # some fill a block with zeros
            if not self._fill():
                return False
        if not self._first:
            self._piece = self._piece.lstrip(b"\0")
        while len(self._piece) < 2:
            rest = self._piece
            if not self._fill():
                self._piece = rest
                break
            self._piece = rest + self._piece
        self._tried = self._piece[1:]
        if not self._piece.startswith(b"\x1f\x8b"):
            raise (gzip.BadGzipFile if self._first else Trailing)(f"Not a gzipped file ({self._piece[:2]!r})")
        self._reader = zlib.decompressobj(_WINDOW)
        return True

    def _fill(self) -> bool:
        self._piece = self._tried = self._file.read(_PIECE)
        return bool(self._piece)
