"""The records of a WARC file: their heads and their contents. What is broken costs no other record: where none begins
as it should, the next one is looked for. (The usual library, warcio, ends at the first broken record, and does not
tell a body that is cut off; that is why this is ours.)"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from khabar.corpus.files import size
from khabar.corpus.lines import SKIPPED
from khabar.corpus.streams import recover
from khabar.errors import InputError

_PIECE = 1 << 16
LINE = 1 << 20
"""Bytes of a line in the head of a record or of a response; longer ones are of no head."""
LINES = 1000
"""Lines in such a head."""
_VERSION = re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n")
_NEXT = re.compile(rb"(?<=\n)WARC/\d+\.\d+[ \t]*\r?\n[!-9;-~]+[ \t]*:")
"""Where a record begins in the middle of bytes."""
_OVERLAP = 400
"""Bytes in which the begin of a record stands, which may be cut in two."""
_SHOWN = 40
"""Bytes, or digits, that a message shows."""
_LINE_ENDS = b"\r\n"
_END = b"\r\n\r\n"
_FIRST_LINE = 40
"""Bytes by which the first line of a record is known."""
_BETWEEN = 60
"""Bytes of line ends between two records, looked at without reading on: there are four."""
ENDS_EARLY = "broken WARC: it ends too early"


class Record(NamedTuple):
    """A record: its head, by the names of its fields in lower letters, and its contents, which are read but once."""

    head: dict[str, str]
    body: Body


class Lost(NamedTuple):
    """What was passed over: a record whose head is broken, or, where `record` is False, what belongs to none."""

    why: str
    record: bool


def records(file: io.BufferedReader) -> Iterator[Record | Lost]:
    """One after the other; what was not read of a record is passed over when the next one is asked for. Raises
    InputError where the file ends too early, or cannot be unpacked any further."""
    source = _Source(file)
    while True:
        if not source.blank():
            if source.broken is None:
                return
            if source.ended:
                raise source.broken
            yield Lost(source.resume(), False)
            continue
        line = source.line()
        if not _VERSION.match(line):
            source.find_next()
            yield Lost(f"{line[:_SHOWN].rstrip()!r} is no begin of a record", False)
            continue
        try:
            head = _head(source)
            body = Body(source, _length(head))
        except _Broken as error:
            source.find_next()
            yield Lost(str(error), True)
            continue
        yield Record(head, body)
        body.skip()
        if body.broken is not None:  # told with the record
            if source.ended:
                return
            source.resume()


class _Broken(Exception):
    """What is wrong with the head of a record."""


def _head(source: _Source) -> dict[str, str]:
    head: dict[str, str] = {}
    name = ""
    for _ in range(LINES):
        line = source.line()
        if not line.endswith(b"\n"):
            if len(line) == LINE:
                raise _Broken("a line of its head has no end")
            if source.broken is None:
                raise InputError("warc", ENDS_EARLY)
            if source.ended:
                raise source.broken
            raise _Broken(source.resume())
        if not line.strip():
            return head
        if _VERSION.match(line):
            source.unread(line)
            raise _Broken("its head is cut off")
        text = line.decode("latin-1")
        if text[0] in " \t":
            head[name] = f"{head.get(name, '')} {text.strip()}"
            continue
        name, colon, value = text.partition(":")
        name, value = name.strip().lower(), value.strip()
        if colon and head.setdefault(name, value) != value and name == "content-length":
            raise _Broken("its head has two values of Content-Length")
    raise _Broken(f"its head has more than {LINES} lines")


def _length(head: dict[str, str]) -> int:
    told = head.get("content-length")
    if not told:
        raise _Broken("its head has no Content-Length")
    if not (told.isascii() and told.isdigit() and len(told) <= _SHOWN):
        raise _Broken(f"its Content-Length is no number of bytes: {told[:_SHOWN]!r}")
    return int(told)


class Body:
    """The contents of a record."""

    def __init__(self, source: _Source, length: int) -> None:
        self._source = source
        self.limit = length
        """Bytes that are still to be read; where there are no more, it is cut off."""
        self.cut = False
        """The record holds less than its head says."""
        self.broken: InputError | None = None
        """Why: where it cannot be unpacked."""
        self.longer = False
        """It seems to hold more."""

    def readline(self, most: int) -> bytes:
        """A line, or so many bytes of it."""
        found = self._source.line(min(most, self.limit))
        self.limit -= len(found)
        return found

    def read(self, most: int | None) -> bytes:
        """All that is left, or so many bytes."""
        wanted = self.limit if most is None else min(most, self.limit)
        data = b"".join(self._source.pieces(wanted))
        self.limit -= len(data)
        if len(data) == wanted and self.limit:
            return data
        self.cut = len(data) < wanted
        self.broken = self._source.broken if self.cut else None
        if self.cut or not self._source.at_end_of_record():
            found = _NEXT.search(data + self._source.ahead())
            if found and found.start() < len(data):  # its length is wrong, and the next records are in it
                self._source.unread(data[found.start() :])
                self.cut, self.limit = True, 1
                return data[: found.start()]
            self.longer = not self.cut and not self._source.at_end_of_body()
        return data

    def skip(self) -> None:
        """Pass over what is left. Raises InputError where the file ends in it."""
        if self.cut:
            return
        for piece in self._source.pieces(self.limit):
            self.limit -= len(piece)
        if self.limit and self._source.broken is None:
            raise InputError("warc", ENDS_EARLY)


class _Source:
    """The bytes of the file, of which some are held."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self._held = b""
        self._at = 0
        self.broken: InputError | None = None
        """What cannot be unpacked here. It is an end until `resume` is called."""
        self.ended = False
        """Nothing can be unpacked behind it either."""

    def resume(self) -> str:
        """Go on behind what cannot be unpacked, and tell what was wrong."""
        told = str(self.broken)
        self.broken = None
        return told

    def line(self, most: int = LINE) -> bytes:
        """To its end, or so many bytes, or as many as there are."""
        begin = self._at
        while True:
            end = self._held.find(b"\n", begin, self._at + most) + 1
            if not end and len(self._held) - self._at < most:
                begin = len(self._held) - self._at
                if self._more():
                    continue
            return self._take(min(end or len(self._held), self._at + most))

    def pieces(self, number: int) -> Iterator[bytes]:
        """So many bytes, or as many as there are."""
        while number and (self._at < len(self._held) or self._more()):
            piece = self._take(min(len(self._held), self._at + number))
            number -= len(piece)
            yield piece

    def unread(self, data: bytes) -> None:
        """Put back what was read."""
        self._held = data + self._held[self._at :]
        self._at = 0

    def blank(self) -> bool:
        """Pass over line ends. Is there anything behind them?"""
        while True:
            rest = self._held[self._at :].lstrip(_LINE_ENDS)
            if rest:
                self._at = len(self._held) - len(rest)
                return True
            self._held, self._at = b"", 0
            if not self._more():
                return False

    def at_end_of_record(self) -> bool:
        """Does the next record, or nothing, follow behind line ends?"""
        line = self._held[self._at : self._at + _BETWEEN + _FIRST_LINE].lstrip(_LINE_ENDS)
        while len(line) < _FIRST_LINE and self._more():
            line = self._held[self._at :].lstrip(_LINE_ENDS)
        return not line or _VERSION.match(line) is not None

    def at_end_of_body(self) -> bool:
        """Do the two line ends follow that end each record, whatever comes then?"""
        while len(self._held) - self._at < len(_END) and self._more():
            pass
        return self._held.startswith(_END, self._at)

    def ahead(self) -> bytes:
        """Some bytes that are still to be read."""
        return self._held[self._at : self._at + _OVERLAP]

    def find_next(self) -> None:
        """Pass over everything before the begin of a record. Raises InputError where that is too much."""
        self._held, self._at = b"\n" + self._held[self._at :], 0
        passed = 0
        while not (found := _NEXT.search(self._held)):
            passed += len(self._held)
            self._held = self._held[-_OVERLAP:]
            if passed > SKIPPED:
                raise InputError("warc", f"broken WARC: no record begins in {size(SKIPPED)} more")
            if not self._more():
                self._held = b""
                return
        self._at = found.start()

    def _take(self, end: int) -> bytes:
        found = self._held[self._at : end]
        self._at = end
        return found

    def _more(self) -> bool:
        """Hold another piece."""
        if self.broken is not None:
            return False
        try:
            piece = self._file.read1(_PIECE)
        except InputError as error:
            self.broken = error
            self.ended = not recover(self._file)
            return False
        self._held, self._at = self._held[self._at :] + piece, 0
        return bool(piece)
