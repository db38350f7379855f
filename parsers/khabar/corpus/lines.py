"""The lines of a file of records: none is held that is longer than it may be."""

from __future__ import annotations

import io
import re
from collections import deque
from collections.abc import Iterator

from khabar.corpus.files import size, too_big
from khabar.corpus.json_begin import SPACE
from khabar.errors import InputError

SKIPPED = 1 << 30
"""Bytes in which the end of a line, or of a value, is looked for that is too long."""
_PIECE = 1 << 16
_EMPTY = re.compile(rb"(?:[ \t\r\x1e]*+\n)*+")
_RETURN = re.compile(rb"(?<=\})[ \t]*+\r[ \t\r]*+(?=\{)")
"""A line end of old, which is no line feed. In JSON an object never follows on another."""

Line = bytes | InputError


class Lines:
    """The lines that are not empty, and the number of the one that was taken last, from 1. A line of more than
    `limit` bytes is an InputError; the rest of it is skipped."""

    def __init__(self, file: io.BufferedReader, limit: int | None) -> None:
        self.number = 0
        self._file = file
        self._limit = limit
        self._most = -1 if limit is None else limit + len(b"\r\n")
        self._ahead: deque[tuple[int, Line]] = deque()
        self._read = 0
        """The number of the last line that was read."""
        self._endless = False
        """The end of the last line was not found yet."""

    def __iter__(self) -> Iterator[Line]:
        while (line := self.take()) is not None:
            yield line

    def take(self) -> Line | None:
        """The next line; None where there is none. Raises InputError where one has no end."""
        if not self._ahead:
            self._fill()
        if not self._ahead:
            return None
        self.number, line = self._ahead.popleft()
        return line

    def ahead(self) -> Line | None:
        """The next line, which is still to be taken."""
        if not self._ahead:
            self._fill()
        return self._ahead[0][1] if self._ahead else None

    def begin(self) -> bytes:
        """The first byte of what was not read yet, and is not white space; empty at the end."""
        while True:
            self._skip_empty()
            byte = self._file.peek(1)[:1]
            if not byte or byte not in SPACE:
                return byte
            self._file.read(1)

    def unread(self) -> bytes:
        """What was read and not taken."""
        found = b"".join(line for _, line in self._ahead if isinstance(line, bytes))
        self._ahead.clear()
        return found

    def _fill(self) -> None:
        if self._endless:
            self._find_end()
        while line := self._file.readline(self._most):
            self._read += 1
            if self._limit is not None and len(line.rstrip(b"\r\n")) > self._limit:
                # told before its end is looked for: it may have none
                self._endless = not line.endswith(b"\n")
                self._ahead.append((self._read, _too_long(line, self._limit)))
                return
            if not line.strip(SPACE):
                self._skip_empty()
                continue
            parts = _RETURN.split(line) if line.find(b"\r", 0, -2) >= 0 else [line]
            self._ahead.extend(enumerate(parts, self._read))
            self._read += len(parts) - 1
            return

    def _skip_empty(self) -> None:
        while found := _EMPTY.match(self._file.peek(1))[0]:  # type: ignore[index]
            self._file.read(len(found))
            self._read += found.count(b"\n")

    def _find_end(self) -> None:
        left = SKIPPED
        self._endless = False
        while line := self._file.readline(_PIECE):
            left -= len(line)
            if line.endswith(b"\n"):
                return
            if left <= 0:
                raise InputError("too-big", f"line {self._read} has no end in {size(SKIPPED)} more: no more is read")


def _too_long(line: bytes, limit: int) -> InputError:
    wrong = too_big(limit)
    if not _RETURN.search(line, 0, _PIECE):
        return wrong
    return InputError(wrong.code, f"{wrong}; the lines end in carriage returns: tr '\\r' '\\n' converts them")
