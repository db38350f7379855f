"""One side of a comparison: the documents of a file or a folder, khabar's own output or what is still to be parsed.

A document that waits for its partner is not held where it can be read again: of JSON Lines its place in the file is
kept, of other files the name.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, cast

from khabar import Article
from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.corpus.work import Job, work
from khabar.errors import InputError

from khabar_cli.compare.differences import COMPARED

_OUTPUTS = ("*.json", "*.jsonl", "*.ndjson", "*.json.gz", "*.jsonl.gz", "*.ndjson.gz")
"""In a folder that has any of these, they are read and nothing else is."""
_HEAD = 1 << 16
"""Bytes in which a document of khabar's names its schema."""
_OURS = re.compile(r'\A[\s\ufeff]*[\[{].*"schema"\s*:\s*\d', re.DOTALL)


class Document(NamedTuple):
    """A document that was read: an article with the fields that it has, or an error in its place."""

    name: str
    article: Article | None = None
    value: dict[str, Any] | None = None
    """What an article is still to be made of: not needed where another document is the same."""
    place: str | None = None
    """Where it was read, for messages."""
    fields: frozenset[str] = frozenset()
    error: str | None = None
    failed: bool = False
    """It could not be read now: other than an error that an earlier run has noted."""

    def made(self) -> Document:
        """The same with its article, or with the error why there is none."""
        if self.value is None:
            return self
        try:
            return self._replace(article=Article.from_dict(self.value), value=None)
        except (ValueError, TypeError) as error:
            return self._replace(value=None, error=str(error), failed=True)

    def same(self, other: Document) -> bool:
        """Are they the same but for their names, as far as that is known without their articles?"""
        if self.value is None or other.value is None:
            return False
        return {**self.value, "source": None} == {**other.value, "source": None}


class Entry:
    """A document of a side, with what it is matched by."""

    __slots__ = ("_document", "_load", "key")

    def __init__(self, key: str, load: Callable[[], Document], document: Document | None = None) -> None:
        self.key = key
        self._load = load
        self._document = document

    def document(self) -> Document:
        """Read, or read again."""
        return self._document or self._load()

    def wait(self) -> None:
        """Hold nothing that can be read again."""
        self._document = None


class Reader:
    """Reads sides: all with the same options."""

    def __init__(self, options: InputOptions, job: Job) -> None:
        self._options = options
        self._job = job

    def entries(self, name: str) -> Iterator[Entry | Failure]:
        """The documents of a side, each when it is asked for. Keys that come again are numbered."""
        seen: Counter[str] = Counter()
        for entry in self._all(name):
            if isinstance(entry, Entry):
                seen[entry.key] += 1
                if seen[entry.key] > 1:
                    entry.key = f"{entry.key}\0{seen[entry.key]}"
            yield entry

    def _all(self, name: str) -> Iterator[Entry | Failure]:
        if name != "-" and os.path.isdir(name):
            yield from self._folder(name)
            return
        try:
            if name == "-":
                yield from self._standard_input()
            elif _is_ours(name):
                yield from _documents(name)
            else:
                yield from self._parsed(name)
        except InputError as error:
            yield Failure(source_of(name), error.code, str(error))

    def _folder(self, name: str) -> Iterator[Entry | Failure]:
        from khabar.corpus.folders import walk

        any_output = False
        for found in walk(name, self._options._replace(include=_OUTPUTS)):
            if isinstance(found, Failure):
                if found.code != "folder":
                    yield found
                continue
            any_output = True
            try:
                yield from _documents(found.path, below=found.relative)
            except InputError as error:
                yield Failure(found.path, error.code, str(error))
        if not any_output:
            yield from self._parsed(name, below=True)

    def _parsed(self, name: str, *, below: bool = False) -> Iterator[Entry | Failure]:
        """What is to be parsed. `below`: matched by names below the folder."""
        from khabar.corpus.inputs import items

        for item in items([name], self._options):
            if isinstance(item, Failure):
                yield item
            else:
                yield Entry(item.relative if below else item.source, _later(item, self._job))

    def _standard_input(self) -> Iterator[Entry | Failure]:
        from khabar.corpus.reading import read_bytes

        data = read_bytes("-", None)
        if _OURS.match(_text(data[:_HEAD])):
            yield from _of_values(_values(_text(data)), source_of("-"))
        else:
            yield Entry(source_of("-"), _later(Item(source_of("-"), None, data, None, ""), self._job))


def _later(item: Item, job: Job) -> Callable[[], Document]:
    def load() -> Document:
        result = work(item, job)
        if result.error is not None:
            return Document(item.source, error=result.error[1], failed=True)
        return Document(item.source, cast(Article, result.made), fields=frozenset(COMPARED))

    return load


def _is_ours(name: str) -> bool:
    """Is it what khabar has printed? Raises InputError."""
    from khabar.corpus.streams import opened

    with opened(name) as file:
        return bool(_OURS.match(_text(file.read(_HEAD))))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _documents(name: str, below: str | None = None) -> Iterator[Entry | Failure]:
    """The documents in a file of ours, in lines or not. `below`: its name below the folder that was given, by which
    the only document of a file is matched. Raises InputError."""
    from khabar.corpus.streams import opened

    with opened(name) as file:
        first = file.readline()
        while first and first.isspace():
            first = file.readline()
    try:
        lines = isinstance(json.loads(_text(first).lstrip("\ufeff")), dict)
    except (ValueError, RecursionError):
        lines = False
    if lines:
        entries = _of_lines(name)
    else:
        with opened(name) as file:
            entries = _of_values(_values(_text(file.read())), name)
    if below is None:
        yield from entries
        return
    head = [entry for entry, _ in zip(entries, range(2), strict=False)]
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
                value = json.loads(_text(line).lstrip("\ufeff"))
            except (ValueError, RecursionError):
                yield Failure(f"{name}:{number}", "record", "no JSON object on this line")
                continue
            entry = _entry(value, f"{name}:{number}")
            if plain and isinstance(entry, Entry):
                entry = Entry(entry.key, _again(name, here, number), entry.document())
            yield entry


_SIGN = 4
"""Bytes that tell a compressed file."""


def _is_plain(name: str) -> bool:
    from khabar.corpus.sniff import compression_of

    with open(name, "rb") as file:
        return file.seekable() and compression_of(file.read(_SIGN)) is None


def _again(name: str, at: int, number: int) -> Callable[[], Document]:
    def load() -> Document:
        try:
            with open(name, "rb") as file:
                file.seek(at)
                entry = _entry(json.loads(_text(file.readline()).lstrip("\ufeff")), f"{name}:{number}")
        except (OSError, ValueError) as error:
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
