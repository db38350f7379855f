"""From names to documents, one after the other: files, folders, lists of names, standard input, and files of
records. Nothing is held but the document at hand (and the names of a folder)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from khabar.corpus.item import CONTAINERS, STDIN, Failure, InputOptions, Item, below, source_of
from khabar.corpus.reading import identity_of, output_file, read_bytes
from khabar.errors import InputError

_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".warc": "warc", ".parquet": "parquet"}


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
        from khabar.corpus.lists import names

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
            from khabar.corpus.folders import walk

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
            yield Item(STDIN, None, read_bytes("-", options.max_bytes), None, "stdin")
        else:
            from khabar.corpus.kinds import documents

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
