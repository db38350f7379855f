"""WARC files, as crawlers write them: every HTML page that a server answered with success."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khabar.corpus.item import Failure, Item, source_of
from khabar.corpus.missing import need
from khabar.corpus.streams import opened, told
from khabar.errors import InputError

_HTML = ("text/html", "application/xhtml+xml")
_SIGN = 5
_HEAD = 2048
"""Bytes of a page in which its own word on its encoding stands."""


def responses(name: str, relative: str) -> Iterator[Item | Failure]:
    """Responses of status 2xx that are HTML, under their addresses; below -o DIR they have their number in the
    file. Raises MissingExtra at once, InputError where the file is broken."""
    need("warc")
    return _responses(name, relative)


def _responses(name: str, relative: str) -> Iterator[Item | Failure]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    class Records(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # it would go to standard error

    with opened(name) as file:
        pieces = _Pieces(file)
        if not pieces.empty and not pieces.begins(b"WARC/"):
            raise InputError("warc", "no WARC file")
        records = iter(Records(pieces))
        number = 0
        cut = False
        while True:
            try:
                record = next(records, None)
                if record is None:
                    if not (cut or pieces.empty or pieces.ended):
                        raise InputError("warc", "broken WARC: it ends too early")
                    return
                number += 1
                found = _page(record)
            except ArchiveLoadFailed as error:
                raise InputError("warc", f"broken WARC after {number} records: {str(error).strip()}") from error
            except (KeyError, AttributeError, TypeError, LookupError) as error:  # of warcio, on what is no WARC
                raise InputError("warc", f"broken WARC after {number} records: {error}") from error
            if found is None:
                continue
            address, data = found
            source = address or f"{source_of(name)}:{number}"
            if data is None:
                cut = True
                yield Failure(source, "warc", f"record {number} of {source_of(name)} is cut off")
            else:
                yield Item(source, None, data, None, f"{relative}/{number}")


class _Pieces:
    """The uncompressed file as warcio is to see it. To it the end of a stream is the end, and compressed files
    that were cut off end without a word; here that is an error, after what stood before."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._head: bytes = file.peek(_SIGN)[:_SIGN]
        self._last = b""
        self.empty = not self._head

    @property
    def ended(self) -> bool:
        """Are the last bytes the empty line that ends a record?"""
        return self._last.replace(b"\r", b"").endswith(b"\n\n")

    def begins(self, sign: bytes) -> bool:
        return self._head.startswith(sign)

    def read(self, size: int) -> bytes:
        with told():
            found: bytes = self._file.read1(size)
        self._last = (self._last + found)[-4:]
        return found

    def tell(self) -> int:
        position: int = self._file.tell()
        return position


def _page(record: Any) -> tuple[str | None, bytes | str | None] | None:
    """Address and text of the page in a record: no text where it is cut off; None where it is no page."""
    if record.rec_type != "response" or record.http_headers is None:
        return None
    kind, _, parameters = (record.http_headers.get_header("Content-Type") or "").partition(";")
    if kind.strip().lower() not in _HTML or not record.http_headers.get_statuscode().startswith("2"):
        return None
    address = record.rec_headers.get_header("WARC-Target-URI")
    data = _rest(record)
    return (address or "").strip("<> ") or None, None if data is None else _decoded(data, parameters)


def _rest(record: Any) -> bytes | None:
    """The contents of the record; None where there is less than its head says."""
    data: bytes = record.content_stream().read()
    return None if getattr(record.raw_stream, "limit", 0) else data


def _decoded(data: bytes, parameters: str) -> bytes | str:
    """The page, decoded as the server said where the page itself does not say how."""
    name = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    if not name or b"charset" in data[:_HEAD].lower() or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return data
    try:
        return data.decode(name)
    except (LookupError, ValueError):
        return data
