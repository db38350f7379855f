"""From the names on the command line to documents, one after the other: files, folders, lists of names,
standard input, and files of records. Nothing is held but the document at hand (and the names of a folder)."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

STDIN = "<stdin>"
"""What standard input is called in the output and in messages."""
GZIP = b"\x1f\x8b"
"""The first bytes of what is compressed, whatever its name."""
CONTAINERS = ("jsonl", "warc", "parquet")
"""The values of --input-format that say that a file holds many documents."""
_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".warc": "warc", ".parquet": "parquet"}


class InputError(Exception):
    """A file that cannot be read: `code` for programs, one line for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Item(NamedTuple):
    """One document that is still to be parsed."""

    source: str
    """Its name as in the output."""
    path: str | None
    """The file to read; undecodable bytes of its name are surrogates. None: `data` is there already."""
    data: bytes | str | None
    extra: dict[str, Any] | None
    """The other fields of a record."""
    relative: str
    """Its name below `-o DIR`, without the format's suffix."""
    warnings: tuple[str, ...] = ()
    """What its reader has to tell of it."""


class Failure(NamedTuple):
    """What should have been a document, and why it is none."""

    source: str
    code: str
    message: str


class InputOptions(NamedTuple):
    """The options that say what is read and how."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    files_from: str | None = None
    null: bool = False
    input_format: str = "auto"
    text_field: str = "text"
    id_field: str = "id"
    output: str | None = None
    """Where output goes: it is not read as input."""
    max_bytes: int | None = None
    """No document may have more."""
    counting: bool = False
    """Only names are read, as often as one likes: what can be read but once, or holds many documents, is an
    item with empty data."""

    @classmethod
    def of(cls, params: Mapping[str, Any]) -> InputOptions:
        """From the parameters of a command."""
        return cls(
            include=tuple(params["include"] or ()),
            exclude=tuple(params["exclude"] or ()),
            files_from=params["files_from"],
            null=params["null"],
            input_format=params["input_format"],
            text_field=params["text_field"],
            id_field=params["id_field"],
            output=params["output"],
            max_bytes=params["max_bytes"],
        )


def items(args: Sequence[str] | None, options: InputOptions) -> Iterator[Item | Failure]:
    """All documents, in the order given, each when it is asked for. Nothing named: standard input."""
    ours = output_file() if options.output is None else None
    for item in _all(args or (() if options.files_from is not None else ("-",)), options):
        if ours is not None and isinstance(item, Item) and item.path and identity_of(item.path) == ours:
            yield Failure(item.source, "output", "is the output as well")
        else:
            yield item


def _all(args: Sequence[str], options: InputOptions) -> Iterator[Item | Failure]:
    yield from _named(args, options)
    if options.files_from is not None:
        from khabar_cli.inputs.lists import names

        if options.counting and not os.path.isfile(options.files_from):
            yield Item(options.files_from, None, b"", None, "")
            return
        try:
            yield from _named(names(options.files_from, null=options.null), options)
        except InputError as error:
            yield Failure(source_of(options.files_from), error.code, str(error))


def _named(names: Iterable[str], options: InputOptions) -> Iterator[Item | Failure]:
    for name in names:
        if name != "-" and os.path.isdir(name):
            from khabar_cli.inputs.folders import walk

            for found in walk(name, options):
                if isinstance(found, Failure):
                    yield found
                else:
                    yield from _file(found.path, found.relative, options)
        else:
            yield from _file(name, None, options)


def _file(name: str, relative: str | None, options: InputOptions) -> Iterator[Item | Failure]:
    """The documents of one file. `relative`: its name below the folder that was given, if one was."""
    kind = container_of(name, options.input_format)
    if options.counting and (kind is not None or name == "-"):
        yield Item(name, None, b"", None, "")
        return
    if kind is None and name != "-":
        yield Item(name, name, None, None, below(name) if relative is None else relative)
        return
    try:
        if kind is None:
            yield Item(STDIN, None, _read("-", options.max_bytes), None, "stdin")
        else:
            from khabar_cli.inputs.kinds import documents

            yield from documents(kind, name, below(name) if relative is None else relative, options)
    except InputError as error:
        yield Failure(source_of(name), error.code, str(error))


def container_of(name: str, input_format: str) -> str | None:
    """What the file holds many documents in: as told, or as its name says; None where it is one document."""
    if input_format in CONTAINERS:
        return input_format
    if input_format != "auto" or name == "-":
        return None
    return _SUFFIXES.get(os.path.splitext(name.lower().removesuffix(".gz"))[1])


Identity = tuple[int, int]
"""Of a file: its device and its number there, whatever it is called."""


def identity_of(path: str) -> Identity | None:
    """None where there is no such file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def output_file() -> Identity | None:
    """The file that the shell has put in the place of standard output, if it is one."""
    try:
        found = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def source_of(name: str) -> str:
    """The name of an input as it stands in the output."""
    return STDIN if name == "-" else name


def below(name: str) -> str:
    """The name as one below a folder: `/a/b`, `../a/b` and `./a/b` are all `a/b`."""
    if name == "-":
        return "stdin"
    parts = os.path.normpath(name).split("/")
    while parts and parts[0] in ("", "."):
        parts.pop(0)
    while parts and parts[0] == "..":
        parts.pop(0)
    return "/".join(parts) or "_"


def read_item(item: Item, limit: int | None = None) -> bytes | str:
    """The document; one that is compressed is not any more. Raises InputError, with the code "too-big" where
    it has more than `limit` bytes: no more than those are read."""
    if item.path is None:
        assert item.data is not None
        if limit is not None and len(item.data) > limit:
            raise too_big(limit)
        return item.data
    return _read(item.path, limit)


def _read(name: str, limit: int | None) -> bytes:
    most = -1 if limit is None else limit + 1
    try:
        if name == "-":
            data: bytes = standard_input().read(most)
        else:
            with open(name, "rb") as file:
                data = file.read(most)
        if data.startswith(GZIP):
            from khabar_cli.inputs.streams import unpack

            data = unpack(data, most)
    except (OSError, ValueError, MemoryError) as error:
        raise input_error(error) from error
    if limit is not None and len(data) > limit:
        raise too_big(limit)
    return data


def standard_input() -> Any:
    """Its bytes. Raises InputError where it is closed."""
    if sys.stdin is None:
        raise InputError("unreadable", "standard input is closed")
    return sys.stdin.buffer


def too_big(limit: int) -> InputError:
    return InputError("too-big", f"more than {limit} bytes (--max-bytes)")


def input_error(error: Exception) -> InputError:
    """What the operating system says, for people. ValueError: a name with a NUL byte."""
    if isinstance(error, FileNotFoundError):
        return InputError("not-found", _reason(error))
    if isinstance(error, IsADirectoryError):
        return InputError("folder", "is a folder")
    if isinstance(error, MemoryError):
        return InputError("too-big", "too big for this machine's memory")
    return InputError("unreadable", _reason(error))


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
