"""The body of an HTTP response as it was sent: in chunks, compressed, or neither, whatever its head says. Crawlers
often store it decoded under the head that it came with."""

from __future__ import annotations

import re
import zlib
from typing import Any

from khabar.corpus.files import too_big
from khabar.corpus.missing import need
from khabar.errors import InputError

_SIZE = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHUNKED = re.compile(rb"[0-9A-Fa-f]{1,8}[ \t]*\r\n(?:\s*<|\x1f\x8b)")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->)*+<(?:!doctype\s+html|html|head|title|meta|body|article)\b",
    re.IGNORECASE,
)
_MOST_PACKED = 3
"""How often a body may be compressed that does not say so."""
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_PLAIN = ("", "identity", "none", "utf-8")
"""Encodings that are none; the last one is a common mistake."""
_GZIP_WINDOW = (31,)
_DEFLATE_WINDOWS = (15, -15)
"""To zlib: with the head of gzip; with that of zlib, as the standard wants it, or none, as many servers send it."""
_PIECE = 64
"""Compressed bytes that are given at a time to a module that cannot stop at a limit."""
_SHOWN = 40
"""Characters of an encoding's name that a message shows."""
NO_END = "the last chunk of the page is missing: it may have been cut off"


def decoded(data: bytes, codings: str, limit: int | None) -> tuple[bytes, tuple[str, ...]]:
    """The contents, and warnings. `codings`: the values of Content-Encoding and Transfer-Encoding, in this order.
    What is compressed, or in chunks, and not said to be is told by its first bytes. Raises InputError where the body
    is broken, in an encoding that cannot be undone, or has more than `limit` bytes; no more than those are
    unpacked."""
    warnings: tuple[str, ...] = ()
    names = [name.strip(" \t\"'") for name in codings.lower().split(",")]
    if "chunked" in names:
        data, ended = _dechunked(data)
        warnings = () if ended else (NO_END,)
    else:
        data = _maybe_chunked(data)
    for name in reversed(names):
        data = data if name == "chunked" else _undone(data, name, limit)
    for _ in range(_MOST_PACKED):
        data = _undone(data, "gzip", limit)
        data = _undone(data, "zstd", limit)
    if limit is not None and len(data) > limit:
        raise too_big(limit)
    return data, warnings


def is_page(data: bytes) -> bool:
    """Does HTML begin here?"""
    return _PAGE.match(data) is not None


def _maybe_chunked(data: bytes) -> bytes:
    """The chunks put together where a page, or what is compressed, begins in what looks like the first one."""
    if not _CHUNKED.match(data):
        return data
    try:
        found, ended = _dechunked(data)
    except InputError:
        return data
    return found if ended else data


def _dechunked(data: bytes) -> tuple[bytes, bool]:
    """The chunks put together, and whether the last one is there."""
    if _SIZE.match(data) is None and (not data or _is_markup(data) or data.startswith((_GZIP, _ZSTD))):
        return data, True  # they were put together already
    parts: list[bytes] = []
    at = 0
    while at < len(data):
        found = _SIZE.match(data, at)
        if found is None:
            raise InputError("warc", f"chunk {len(parts) + 1} of the page has no valid size")
        size, begin = int(found[1], 16), found.end()
        if not size:
            return b"".join(parts), True
        at = begin + size
        if at > len(data):
            raise InputError("warc", f"the page is cut off in the middle of chunk {len(parts) + 1}")
        parts.append(data[begin:at])
        end = data[at : at + 2]
        at += 2 if end == b"\r\n" else 1
        if end and end[:1] not in b"\r\n":
            raise InputError("warc", f"chunk {len(parts)} of the page is longer than its size says")
    return b"".join(parts), False


def _is_markup(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _undone(data: bytes, name: str, limit: int | None) -> bytes:
    name = name.removeprefix("x-")
    if name in _PLAIN or not data:
        return data
    if name == "gzip":
        return _inflated(data, _GZIP_WINDOW, limit) if data.startswith(_GZIP) else data
    if name == "zstd":
        return _unzstd(data, limit) if data.startswith(_ZSTD) else data
    if name not in ("deflate", "br"):
        raise InputError("warc", f"the page is encoded as {name[:_SHOWN]}, which khabar cannot decode")
    if _is_markup(data):  # as it stands; in neither of them a page begins like this
        return data
    return _inflated(data, _DEFLATE_WINDOWS, limit) if name == "deflate" else _unbrotli(data, limit)


def _inflated(data: bytes, windows: tuple[int, ...], limit: int | None) -> bytes:
    """Of gzip or deflate, in one of the windows of zlib."""
    most = 0 if limit is None else limit + 1
    parts: list[bytes] = []
    while data:
        reader = zlib.decompressobj(windows[0])
        try:
            parts.append(reader.decompress(data, most))
        except zlib.error as error:
            if windows[1:]:
                return _inflated(data, windows[1:], limit)
            if parts:  # something follows the compressed page
                break
            raise _broken(str(error)) from None
        if limit is not None:
            most = limit + 1 - sum(map(len, parts))
            if most <= 0:
                raise too_big(limit)
        if not reader.eof:
            raise _broken("it ends too early")
        data = reader.unused_data
    return b"".join(parts)


def _unzstd(data: bytes, limit: int | None) -> bytes:
    from khabar.corpus.streams import unpack

    need("zst")
    return unpack(data, "zstd", limit)


def _unbrotli(data: bytes, limit: int | None) -> bytes:
    brotli = need("warc")
    reader = brotli.Decompressor()
    parts: list[bytes] = []
    size = 0
    try:
        for at in range(0, len(data), _PIECE):
            part: bytes = reader.process(data[at : at + _PIECE])
            parts.append(part)
            size += len(part)
            if limit is not None and size > limit:
                raise too_big(limit)
        ended = reader.is_finished()
    except brotli.error as error:
        raise _broken(str(error)) from None
    if not ended:
        raise _broken("it ends too early")
    return b"".join(parts)


def _broken(why: Any) -> InputError:
    return InputError("warc", f"the page is badly compressed: {why}")
