"""The values of a JSON text of any size, one after the other: those of an array at its top, and of several texts in
one file. Only brackets and strings are looked at; whether a value is valid is for its reader to say, and one that is
not does no harm to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from khabar.errors import InputError

_PIECE = 1 << 16
_SPACE = re.compile(rb"[ \t\r\n]*+")
_INSIDE = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
"""The rest of a string."""
_NEXT = re.compile(rb'["\[\]{}]')
_NEXT_AT_TOP = re.compile(rb'["\[\]{},]')


def values(begin: bytes, file: Any, limit: int | None) -> Iterator[bytes | None]:
    """The bytes of each value; None for one of more than `limit`, which is not held. `begin`: what was read of the
    file. Raises InputError (code "json") where the text ends too early, or something else stands between values."""
    reader = _Values(limit)
    yield from reader.take(begin)
    while piece := file.read1(_PIECE):
        yield from reader.take(piece)
    reader.end()


class _Values:
    """Where we are in the text."""

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._top = 0
        """1 inside an array whose elements are the values."""
        self._depth = 0
        self._active = False
        """In the middle of a value."""
        self._string = False
        self._escaped = False
        """The last byte was a backslash in a string."""
        self._parts: list[bytes] = []
        self._size = 0

    def take(self, piece: bytes) -> Iterator[bytes | None]:
        """The values that end in the next piece of the text."""
        at = start = 0
        while at < len(piece):
            if not self._active:
                start = at = self._between(piece, at)
                continue
            if self._string:
                at = self._in_string(piece, at)
                continue
            found = (_NEXT_AT_TOP if self._depth == self._top else _NEXT).search(piece, at)
            if found is None:
                break
            at, ends = self._token(piece, found.start())
            if ends:
                yield self._whole(piece[start:at])
        if self._active:
            self._hold(piece[start:])

    def end(self) -> None:
        """Raises InputError where there should be more."""
        if self._active or self._depth:
            raise InputError("json", "it ends too early")

    def _between(self, piece: bytes, at: int) -> int:
        """Between values: where the next one begins, or the piece ends."""
        at = _SPACE.match(piece, at).end()  # type: ignore[union-attr]
        char = piece[at : at + 1]
        if not char:
            return at
        if self._top:
            if char == b",":
                return at + 1
            if char == b"]":
                self._top = self._depth = 0
                return at + 1
        elif char == b"[":
            self._top = self._depth = 1
            return at + 1
        elif char != b"{":
            raise InputError("json", "neither an object nor an array follows")
        self._active = True
        return at

    def _in_string(self, piece: bytes, at: int) -> int:
        if self._escaped:
            self._escaped = False
            at += 1
        at = _INSIDE.match(piece, at).end()  # type: ignore[union-attr]
        if piece[at : at + 1] == b'"':
            self._string = False
            return at + 1
        self._escaped = at < len(piece)  # a backslash at the end of the piece
        return len(piece)

    def _token(self, piece: bytes, at: int) -> tuple[int, bool]:
        """Past a bracket, a comma or a quotation mark: where to go on, and whether the value ends there."""
        char = piece[at : at + 1]
        if char == b'"':
            self._string = True
        elif char in b"[{":
            self._depth += 1
        elif char == b",":
            return at, True
        elif self._depth > self._top:
            self._depth -= 1
            return at + 1, self._depth == self._top == 0
        elif char == b"]":  # of the array
            return at, True
        return at + 1, False

    def _hold(self, part: bytes) -> None:
        self._size += len(part)
        if self._limit is None or self._size <= self._limit:
            self._parts.append(part)
        else:
            self._parts.clear()

    def _whole(self, part: bytes) -> bytes | None:
        self._hold(part)
        data = b"".join(self._parts) if self._limit is None or self._size <= self._limit else None
        self._parts.clear()
        self._size = 0
        self._active = False
        return data
