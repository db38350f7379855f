"""Documents that khabar has printed: JSON Lines, an array, or one object after the other.

A document that waits for its partner is not held where it can be read again: of JSON Lines that are not compressed
its place in the file is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from khabar.corpus.item import Failure
from khabar.errors import InputError

from khabar_cli.compare.differences import COMPARED
from khabar_cli.compare.document import Document, Entry

HEAD = 1 << 16
"""Bytes in which a document of khabar's names its schema."""
_SIGN = 4
"""Bytes that tell a compressed file."""
_OURS = re.compile(r'\A[\s\ufeff]*[\[{].*"schema"\s*:\s*\d', re.DOTALL)


def is_ours(name: str) -> bool:
    """Is it what khabar has printed? Raises InputError."""
    from khabar.corpus.streams import opened

    with opened(name) as file:
        return looks_ours(file.read(HEAD))


def looks_ours(head: bytes) -> bool:
    """Is it the beginning of what khabar has printed?"""
    return bool(_OURS.match(head.decode("utf-8", "replace")))


def documents_in(data: bytes, name: str) -> Iterator[Entry | Failure]:
    """The documents in JSON of any layout: lines, an array, one object after the other. Raises InputError."""
    return _of_values(_values(_text(data)), name)


def _text(data: bytes) -> str:
    """Raises InputError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("record", "not UTF-8, as JSON has to be") from error


def documents(name: str, below: str | None = None) -> Iterator[Entry | Failure]:
    """The documents in a file of ours, in lines or not. `below`: its name below the folder that was given, by which
    the only document of a file is matched. Raises InputError."""
    from khabar.corpus.streams import opened

    with opened(name) as file:
        first = file.readline()
        while first and first.isspace():
            first = file.readline()
    try:
        lines = isinstance(json.loads(_text(first)), dict)
    except (ValueError, RecursionError):
        lines = False
    if lines:
        entries = _of_lines(name)
    else:
        with opened(name) as file:
            entries = documents_in(file.read(), name)
    if below is None:
        yield from entries
        return
    head = list(islice(entries, 2))
    if len(head) == 1 and isinstance(head[0], Entry):
        head[0].key = _unsuffixed(below)
    yield from head
    yield from entries


def _unsuffixed(name: str) -> str:
    """`2024/a.html` for `2024/a.html.json`."""
    name = name.removesuffix(".gz")
    return name.removesuffix(".json").removesuffix(".jsonl").removesuffix(".ndjson")


def _of_lines(name: str) -> Iterator[Entry | Failure]:
    """JSON Lines. A line is read again by its place, where the file is not compressed."""
    from khabar.corpus.streams import opened

    with opened(name) as file:
        plain = _is_plain(name)
        number = at = 0
        for line in file:
            number += 1
            here, at = at, at + len(line)
            if line.isspace():
                continue
            try:
                value = json.loads(_text(line))
            except InputError as error:
                yield Failure(f"{name}:{number}", error.code, str(error))
                continue
            except (ValueError, RecursionError):
                yield Failure(f"{name}:{number}", "record", "no JSON object on this line")
                continue
            entry = _entry(value, f"{name}:{number}")
            if plain and isinstance(entry, Entry):
                entry = Entry(entry.key, _again(name, here, number), entry.document())
            yield entry


def _is_plain(name: str) -> bool:
    from khabar.corpus.sniff import compression_of

    with open(name, "rb") as file:
        return file.seekable() and compression_of(file.read(_SIGN)) is None


def _again(name: str, at: int, number: int) -> Callable[[], Document]:
    def load() -> Document:
        try:
            with open(name, "rb") as file:
                file.seek(at)
                entry = _entry(json.loads(_text(file.readline())), f"{name}:{number}")
        except (OSError, ValueError, InputError) as error:
            return Document(f"{name}:{number}", error=f"has changed while it was read: {error}", failed=True)
        if isinstance(entry, Failure):
            return Document(entry.source, error=entry.message, failed=True)
        return entry.document()

    return load


def _values(text: str) -> Iterator[Any]:
    """The JSON values of a text, one after the other, those of arrays each by itself. Raises InputError."""
    decoder = json.JSONDecoder()
    space = re.compile(r"[\s\ufeff]*")
    at = 0
    while (at := space.match(text, at).end()) < len(text):  # type: ignore[union-attr]
        try:
            value, at = decoder.raw_decode(text, at)
        except RecursionError as error:
            raise InputError("record", "broken JSON: nested too deep") from error
        except ValueError as error:
            raise InputError("record", f"broken JSON: {error}") from error
        yield from value if isinstance(value, list) else (value,)


def _of_values(values: Iterator[Any], name: str) -> Iterator[Entry | Failure]:
    for number, value in enumerate(values, 1):
        yield _entry(value, f"{name}:{number}")


def _entry(value: Any, place: str) -> Entry | Failure:
    """The document in a JSON value. Raises InputError where the file holds something else than documents."""
    if not isinstance(value, dict) or "schema" not in value or "source" not in value:
        raise InputError("record", f"{place}: no document of khabar parse: it has no schema or no source")
    source = value["source"]
    name = source if isinstance(source, str) else place
    error = value.get("error")
    if isinstance(error, dict):
        document = Document(name, error=str(error.get("message")))
    else:
        fields = frozenset(value).intersection(COMPARED)
        rows = sorted({"text", "kind", "type", "credit", "heading", "speaker", "agency", "rule"}.intersection(value))
        if rows and not fields.intersection(("sections", "format", "stripped")):
            raise InputError("record", f"has rows with {rows[0]}: only documents of khabar parse are compared")
        document = Document(name, value=value, place=place, fields=fields)
    return Entry(name, lambda: document, document)
