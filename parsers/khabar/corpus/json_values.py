"""The values of a JSON text of any size, one after the other: those of an array at its top, and of several texts in
one file. Only brackets and strings are looked at; whether a value is valid is for its reader to say, and one that is
not does no harm to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from khabar.corpus.files import too_big
from khabar.corpus.lines import SKIPPED, Line
from khabar.corpus.records import MAX_DEPTH, too_deep
from khabar.errors import InputError

_PIECE = 1 << 16
_SPACE = re.compile(rb"[ \t\r\n\x1e]*+")
_INSIDE = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
"""The rest of a string."""
_NEXT = re.compile(rb'["\[\]{}]')
_NEXT_AT_TOP = re.compile(rb'["\[\]{},]')
_AT_COMMA = {"": ",", "[": "missing", ",": "missing", "told": "told"}
"""What `_Values` has seen between two values -> the same with a comma behind it."""
_DEEPEST = 2 * MAX_DEPTH
"""How deep a value may be nested: a record may stand inside of it."""
STEPS = 1 << 20
"""Brackets and strings that are passed to find the end of a value that is too deep or too long."""


def values(begin: bytes, file: Any, limit: int | None) -> Iterator[Line]:
    """The bytes of each value. An InputError for one that is nested too deep, or has more than `limit`: it is not
    held. Empty where a comma in an array has no value beside it. `begin`: what was read of the file. Raises
    InputError (code "json") where the text ends too early, or something else stands between values."""
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
        self._due = ""
        """What stood last between the values of the array: nothing since a value, `[`, `,`; `missing` where a value
        should have stood there, and `told` once that is."""
        self._active = False
        """In the middle of a value."""
        self._string = False
        self._escaped = False
        """The last byte was a backslash in a string."""
        self._parts: list[bytes] = []
        self._size = 0
        self._lost: InputError | None = None
        """What is wrong with the value at hand, which is passed over."""
        self._passed = 0
        """Steps in it since then."""

    def take(self, piece: bytes) -> Iterator[Line]:
        """The values that end in the next piece of the text."""
        at = start = 0
        while at < len(piece):
            if not self._active:
                start = at = self._between(piece, at)
                if self._due == "missing":
                    self._due = "told"
                    yield b""
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
                self._due = _AT_COMMA[self._due]
                return at + 1
            if char == b"]":
                self._due = "missing" if self._due == "," else ""
                self._top = self._depth = 0
                return at + 1
        elif char == b"[":
            self._top = self._depth = 1
            self._due = "["
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
        if self._lost is not None:
            self._pass()
        char = piece[at : at + 1]
        if char == b'"':
            self._string = True
        elif char in b"[{":
            self._depth += 1
            if self._depth - self._top > _DEEPEST and self._lost is None:
                self._lose(too_deep())
        elif char == b",":
            return at, True
        elif self._depth > self._top:
            self._depth -= 1
            return at + 1, self._depth == self._top
        elif char == b"]":  # of the array
            return at, True
        return at + 1, False

    def _lose(self, wrong: InputError) -> None:
        self._lost = wrong
        self._parts.clear()
        self._passed = 0

    def _pass(self) -> None:
        """Over a part of a value that is lost. Raises InputError where there are too many."""
        self._passed += 1
        if self._passed > STEPS or self._size > (self._limit or 0) + SKIPPED:
            raise InputError("json", f"{self._lost}, and its end is not found")

    def _hold(self, part: bytes) -> None:
        self._size += len(part)
        if self._lost is not None:
            self._pass()
        elif self._limit is not None and self._size > self._limit:
            self._lose(too_big(self._limit))
        else:
            self._parts.append(part)

    def _whole(self, part: bytes) -> Line:
        self._hold(part)
        found = b"".join(self._parts) if self._lost is None else self._lost
        self._parts.clear()
        self._size = 0
        self._lost = None
        self._active = False
        self._due = ""
        return found
