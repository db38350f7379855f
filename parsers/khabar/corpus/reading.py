"""Reading one file, or standard input, whole."""

from __future__ import annotations

import os
import re
import stat
from typing import Any

from khabar.corpus.files import input_error, read_most, standard_input, too_big
from khabar.corpus.item import Item
from khabar.corpus.json_begin import is_call
from khabar.corpus.sniff import MAGIC, compression_of, looks_like_json
from khabar.errors import InputError

_PACKED = tuple(MAGIC)
_CALL = 400
"""Characters in which the name of a function and the first key stand."""
_WARC = r"WARC/\d+\.\d+\s*?\n"
_IS_JSON = (
    "is JSON, not an article; --text-field names the field that holds the article, --input-format json reads "
    "records, and --input-format text takes everything as text"
)


def read_item(item: Item, limit: int | None = None, warnings: list[str] | None = None) -> bytes | str:
    """The document, uncompressed.

    `warnings` takes what a user should know of it; without that list it is an error. Raises InputError, with the code
    "too-big" where it has more than `limit` bytes (no more than those are read), and MissingExtra where zstd is not
    installed.
    """
    if item.path is None:
        assert item.data is not None
        if limit is not None and _exceeds(item.data, limit):
            raise too_big(limit)
        return item.data
    return read_bytes(item.path, limit, warnings)


def _exceeds(data: bytes | str, limit: int) -> bool:
    if len(data) > limit or isinstance(data, bytes) or 4 * len(data) <= limit or data.isascii():
        return len(data) > limit
    return len(data.encode("utf-8", "surrogatepass")) > limit


def read_bytes(name: str, limit: int | None, warnings: list[str] | None = None) -> bytes:
    """What is in the file, or in standard input for `-`; errors and `warnings` as of `read_item`."""
    try:
        if name == "-":
            return unpacked(read_most(standard_input(), limit), limit, warnings)
        with open(name, "rb", buffering=0) as file:
            return unpacked(_read_file(file, limit), limit, warnings)
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


def unpacked(data: bytes, limit: int | None, warnings: list[str] | None = None) -> bytes:
    """The same, uncompressed where it was compressed. Errors and `warnings` as of `read_item`."""
    if not data.startswith(_PACKED):
        return data
    from khabar.corpus.streams import unpack

    return unpack(data, compression_of(data) or "", limit, warnings)


def refuse_json(data: bytes | str) -> None:
    """Raise InputError where a document is JSON, which would become an article of keys and braces, or begins like a
    WARC file."""
    if re.match(_WARC, _begin(data)):
        raise InputError("warc", "begins like a WARC file and is none; --input-format text takes it as text")
    if is_json(data):
        raise InputError("json", _IS_JSON)


def is_json(data: bytes | str) -> bool:
    """Is a document JSON, and no article?"""
    begin = _begin(data)
    if begin[:1] == "<":
        return False
    if begin[:1].isalpha():
        return is_call(begin)
    return looks_like_json(data.lstrip() if begin[:1].isspace() else data)


def _begin(data: bytes | str) -> str:
    return data[:_CALL] if isinstance(data, str) else data[:_CALL].decode("latin-1")
