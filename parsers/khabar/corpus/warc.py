"""WARC files, as crawlers write them: every HTML page that a server answered with success."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from khabar.corpus.bodies import decoded
from khabar.corpus.files import counted, too_big
from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.corpus.missing import need
from khabar.corpus.streams import head_of
from khabar.errors import InputError, KhabarError

_HTML = ("text/html", "application/xhtml+xml")
_SIGN = b"WARC/"
_HEAD = 2048
"""Bytes of a page in which its own word on its encoding stands."""
_LINE = 1 << 20
"""Bytes of a line in the head of a record or of a response; longer ones are of no head."""
_TYPE = 40
"""Characters of a type that a message shows."""
_LINES = 1000
"""Lines in the head of a response."""


def responses(file: io.BufferedReader, name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    """Responses of status 2xx that are HTML, under their addresses; below -o DIR they have their number in the
    file. Other responses are passed over, and counted. Raises MissingExtra, and InputError where the file is
    broken."""
    need("warc")
    from warcio.exceptions import ArchiveLoadFailed

    begin = head_of(file)
    if not begin:
        yield Failure(source_of(name), "empty", "no pages: the file is empty")
        return
    if not begin.startswith(_SIGN):
        raise InputError("warc", "is not a WARC file")
    pieces = _Pieces(file)
    records = _records(pieces)
    number = pages = 0
    cut = False
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            number += 1
            found = _page(record, options.max_bytes)
        except ArchiveLoadFailed as error:
            raise InputError(
                "warc", f"broken WARC after {counted(number, 'record')}: {str(error).strip()}"
            ) from error
        except (KeyError, AttributeError, TypeError, LookupError) as error:  # of warcio, on what is no WARC
            raise InputError("warc", f"broken WARC after {counted(number, 'record')}: {error}") from error
        if found is not None and found.passed_over:
            if options.skipped is not None:
                options.skipped.add(found.address or f"{source_of(name)}:{number}", found.passed_over)
        elif found is not None:
            pages += 1
            cut = cut or found.cut
            yield _item(found, number, name, relative)
    if not (cut or pieces.ended):
        raise InputError("warc", "broken WARC: it ends too early")
    if not pages:
        held = "1 record, which is not" if number == 1 else f"{number} records, none of them"
        yield Failure(source_of(name), "empty", f"no pages: {held} an HTML response with status 2xx")


class _CutOff(InputError):
    """A record holds less than its head says."""


class _Found(NamedTuple):
    """A page in a record, or what is wrong with it; or a response that is none."""

    address: str | None
    data: bytes | str
    warnings: tuple[str, ...] = ()
    error: KhabarError | None = None
    cut: bool = False
    passed_over: str = ""
    """The status or the type for which the response is no page."""


def _item(found: _Found, number: int, name: str, relative: str) -> Item | Failure:
    place = f"{source_of(name)}:{number}"
    if found.error is not None:
        told = f"{place}: {found.error}" if found.address else str(found.error)
        return Failure(found.address or place, found.error.code, told)
    if found.address is None:
        return Failure(place, "warc", "the page has no address (WARC-Target-URI)")
    return Item(found.address, None, found.data, None, f"{relative}/{number}", found.warnings)


def _records(pieces: _Pieces) -> Iterator[Any]:
    """The records, their heads read and their contents not."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import BufferedReader
    from warcio.exceptions import ArchiveLoadFailed

    class Records(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # it would go to standard error

    class Lines(BufferedReader):  # type: ignore[misc]
        """Whose lines are bounded; what is compressed is not any more."""

        def readline(self, length: int | None = None) -> bytes:
            line = b""
            while not line.endswith(b"\n") and (left := (length or _LINE) - len(line)) > 0:
                part: bytes = super().readline(left)  # it may stop before that
                if not part:
                    break
                line += part
            if length is None and len(line) == _LINE:
                raise ArchiveLoadFailed("a line has no end")
            return line

    # the head of a response is ours to read: to warcio one without an address is an error that it does not go on from
    records = Records(pieces, no_record_parse=True)
    records.reader = Lines(pieces)
    return iter(records)


class _Pieces:
    """The file as warcio is to see it. To it the end of a stream is the end, also in the middle of a record."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self._last = b""
        self._position = 0

    @property
    def ended(self) -> bool:
        """Are the last bytes the empty line that ends a record?"""
        return self._last.replace(b"\r", b"").endswith(b"\n\n")

    def read(self, size: int) -> bytes:
        found = self._file.read1(size)
        self._last = (self._last + found)[-4:]
        self._position += len(found)
        return found

    def tell(self) -> int:
        return self._position


def _page(record: Any, limit: int | None) -> _Found | None:
    """What is in a response; None where the record is no response of a server for pages. What is passed over is not
    read."""
    if record.rec_type != "response":
        return None
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ") or None
    stream = record.raw_stream
    try:
        head = _http_head(stream)
    except InputError as error:
        return _Found(address, b"", (), error)
    if head is None:
        return None
    kind, _, parameters = head.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind not in _HTML or not head[""].startswith("2"):
        if stream.limit and not stream.read(1):  # the file is cut off, which is told
            return None
        status = head[""][:3]
        wrong = kind[:_TYPE] or "without a type" if status.startswith("2") else f"status {status or 'unknown'}"
        return _Found(address, b"", passed_over=wrong)
    body: bytes = stream.read(None if limit is None else limit + 1)
    try:
        data = _whole(body, stream, limit)
        chunked = head.get("transfer-encoding", "").strip().lower() == "chunked"
        page, warnings = decoded(data, chunked, head.get("content-encoding", ""), limit)
    except KhabarError as error:
        return _Found(address, b"", (), error, isinstance(error, _CutOff))
    return _Found(address, _in_charset(page, parameters), warnings)


def _http_head(stream: Any) -> dict[str, str] | None:
    """The head of a response: values by the lower names, the status under "". None where there is none. Raises
    InputError where it has no end."""
    first = stream.readline(_LINE)
    if not first.startswith(b"HTTP/"):
        return None
    head = {"": first.partition(b" ")[2].strip().decode("latin-1")}
    for _ in range(_LINES):
        line = stream.readline(_LINE)
        if not line.strip():
            return head
        name, colon, value = line.decode("latin-1").partition(":")
        if colon:
            head.setdefault(name.strip().lower(), value.strip())
    raise InputError("warc", f"the response has a head of more than {_LINES} lines")


def _whole(body: bytes, stream: Any, limit: int | None) -> bytes:
    """The body, if all of it was read. Raises InputError."""
    if limit is not None and len(body) > limit:
        raise too_big(limit)
    if getattr(stream, "limit", 0):
        raise _CutOff("warc", "the record is cut off")
    return body


def _in_charset(data: bytes, parameters: str) -> bytes | str:
    """The page, decoded as the server said where the page itself does not say how."""
    name = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    if not name or b"charset" in data[:_HEAD].lower() or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return data
    try:
        return data.decode(name)
    except (LookupError, ValueError):
        return data
