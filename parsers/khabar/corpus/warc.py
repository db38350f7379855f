"""WARC files, as crawlers write them: every HTML page that a server answered with success."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

from khabar.corpus.bodies import decoded, is_page
from khabar.corpus.files import too_big
from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.corpus.streams import head_of
from khabar.corpus.warc_records import LINE, LINES, Body, Lost, Record, records
from khabar.errors import InputError, KhabarError

_HTML = ("text/html", "application/xhtml+xml", "")
"""Where none is given, the page tells."""
_QUOTES = " \t\"'"
_LISTS = ("transfer-encoding", "content-encoding")
"""Fields of a response that may stand there more than once."""
_NO_CHARSETS = ("utf-7", "utf7", "punycode", "idna", "unicode_escape", "unicode-escape", "raw_unicode_escape")
"""Of Python alone, or given up: on a page of ASCII they change what it says."""
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
LONGER = "the record holds more than its head says: the page may have been cut off"
_SIGN = b"WARC/"
_HEAD = 2048
"""Bytes of a page in which its own word on its encoding stands."""
_NO_TYPE = "without a type"
_TYPE = 40
"""Characters of a type that a message shows."""


def responses(file: io.BufferedReader, name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    """Responses of status 2xx that are HTML, under their addresses; below -o DIR they have their number in the
    file. Other responses are passed over, and counted. Raises InputError where the file is broken."""
    begin = head_of(file)
    if not begin:
        yield Failure(source_of(name), "empty", "no pages: the file is empty")
        return
    if not begin.lstrip(b"\r\n").startswith(_SIGN):
        raise InputError("warc", "is not a WARC file")
    number = pages = lost = 0
    for record in records(file):
        if isinstance(record, Lost):
            lost += 1
            number += record.record
            yield _lost(record, number, name)
            continue
        number += 1
        found = _page(record, options.max_bytes)
        if found is not None and found.passed_over:
            if options.skipped is not None:
                options.skipped.add(found.address or f"{source_of(name)}:{number}", found.passed_over)
        elif found is not None:
            pages += 1
            yield _item(found, number, name, relative)
    if not (pages or lost):
        held = "1 record, which is not" if number == 1 else f"{number} records, none of them"
        yield Failure(source_of(name), "empty", f"no pages: {held} an HTML response with status 2xx")


class _Found(NamedTuple):
    """A page in a record, or what is wrong with it; or a response that is none."""

    address: str | None
    data: bytes | str
    warnings: tuple[str, ...] = ()
    error: KhabarError | None = None
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


def _lost(lost: Lost, number: int, name: str) -> Failure:
    if lost.record:
        return Failure(f"{source_of(name)}:{number}", "warc", f"the record is lost: {lost.why}")
    return Failure(source_of(name), "warc", f"broken WARC after record {number}: {lost.why}; it is passed over")


def _page(record: Record, limit: int | None) -> _Found | None:
    """What is in a response; None where the record is no response of a server for pages. What is passed over is not
    held. Raises InputError where the file ends in that."""
    if record.head.get("warc-type", "").lower() != "response":
        return None
    address = record.head.get("warc-target-uri", "").strip("<> ") or None
    stream = record.body
    try:
        head = _http_head(stream)
    except InputError as error:
        return _Found(address, b"", (), error)
    if head is None:
        return None
    kind, _, parameters = head.get("content-type", "").partition(";")
    kind = kind.strip(_QUOTES).lower()
    if kind not in _HTML or not head[""].startswith("2"):
        stream.skip()
        status = head[""][:3]
        wrong = kind[:_TYPE] or _NO_TYPE if status.startswith("2") else f"status {status or 'unknown'}"
        return _Found(address, b"", passed_over=wrong)
    body = stream.read(None if limit is None else limit + 1)
    try:
        data = _whole(body, stream, limit)
        codings = ",".join(filter(None, (head.get("content-encoding"), head.get("transfer-encoding"))))
        page, warnings = decoded(data, codings, limit)
    except KhabarError as error:
        return _Found(address, b"", (), error)
    if not kind and not is_page(page):
        return _Found(address, b"", passed_over=_NO_TYPE)
    return _Found(address, _in_charset(page, parameters), (*warnings, *([LONGER] if stream.longer else [])))


def _http_head(stream: Body) -> dict[str, str] | None:
    """The head of a response: values by the lower names, the status under "". None where there is none. Raises
    InputError where it has no end."""
    first = stream.readline(LINE)
    if not first.startswith(b"HTTP/"):
        return None
    head = {"": first.partition(b" ")[2].strip().decode("latin-1")}
    name = ""
    for _ in range(LINES):
        line = stream.readline(LINE)
        if not line.strip():
            return head
        text = line.decode("latin-1")
        if text[0] in " \t" and name:  # the line before goes on
            head[name] = f"{head[name]} {text.strip()}".strip()
            continue
        name, colon, value = (part.strip() for part in text.partition(":"))
        name = name.lower() if colon else ""
        if name in head and name in _LISTS:
            head[name] += f",{value}"
        elif name:
            head.setdefault(name, value)
    raise InputError("warc", f"the response has a head of more than {LINES} lines")


def _whole(body: bytes, stream: Body, limit: int | None) -> bytes:
    """The body, if all of it was read. Raises InputError."""
    if limit is not None and len(body) > limit:
        raise too_big(limit)
    if stream.limit:
        raise stream.broken or InputError("warc", "the record is cut off")
    return body


def _in_charset(data: bytes, parameters: str) -> bytes | str:
    """The page, decoded as the server said where the page itself does not say how."""
    name = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    if not name or name in _NO_CHARSETS or b"charset" in data[:_HEAD].lower() or data.startswith(_BOMS):
        return data
    try:
        page = data.decode(name)
    except (LookupError, ValueError):
        return data
    return page if "<" in page[:_HEAD] or b"<" not in data[:_HEAD] else data  # not of EBCDIC, nor of UTF-16
