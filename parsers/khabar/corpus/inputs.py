"""From names to documents, one after the other: files, folders, lists of names, standard input, and files of
records. Nothing is held but the document at hand (and the names of a folder).

What a file holds is told by its first bytes, here and not in the processes that work on documents: only here can one
file become many documents. A file that holds one is opened twice for that, which is a hundredth of what its parsing
takes.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from khabar.corpus.files import Identity, input_error, input_identity, output_identity
from khabar.corpus.item import Failure, InputOptions, Item, is_output, source_of
from khabar.corpus.kinds import container_of, documents, resolve_kind
from khabar.corpus.naming import below, in_list, told_apart
from khabar.corpus.sniff import HEAD, compression_of, kind_of
from khabar.errors import KhabarError

_GZIP_WINDOW = 31
"""To zlib: a gzip head comes first."""


def items(args: Sequence[str] | None, options: InputOptions) -> Iterator[Item | Failure]:
    """All documents, in the order given, each when it is asked for. Nothing named: standard input."""
    ours = output_identity(options.output)
    folders = told_apart([name for name in args or () if name != "-" and os.path.isdir(name)])
    given = args or (() if options.files_from is not None else ("-",))
    yield from _named(given, options, ours, lambda folder: folders.get(folder, ""))
    if options.files_from is not None:
        from khabar.corpus.lists import names

        if options.counting and not os.path.isfile(options.files_from):
            yield Item(options.files_from, None, b"", None, "")
            return
        try:
            yield from _named(names(options.files_from, null=options.null), options, ours, in_list)
        except Exception as error:
            yield _failed(options.files_from, error, options)


def _named(
    names: Iterable[str], options: InputOptions, ours: Identity | None, begin: Callable[[str], str]
) -> Iterator[Item | Failure]:
    """`begin`: what the names of a folder's documents begin with."""
    for name in names:
        if name != "-" and os.path.isdir(name):
            yield from _folder(name, begin(name), options, ours)
        else:
            yield from _file(name, None, options, ours)


def _folder(name: str, begin: str, options: InputOptions, ours: Identity | None) -> Iterator[Item | Failure]:
    from khabar.corpus.folders import walk

    try:
        for found in walk(name, options):
            if isinstance(found, Failure):
                yield found
            else:
                yield from _file(found.path, begin + found.relative, options, ours)
    except Exception as error:
        yield _failed(name, error, options)


def _file(name: str, relative: str | None, options: InputOptions, ours: Identity | None) -> Iterator[Item | Failure]:
    """The documents of one file. `relative`: its name below the folder that was given, if one was. `ours`: the file
    that the output goes to."""
    if ours is not None and input_identity(name) == ours:
        yield is_output(source_of(name))
        return
    relative = below(name) if relative is None else relative
    kind = container_of(name, options.input_format)
    once = name == "-" or _is_special(name)
    try:
        if not once and kind is None and options.input_format == "auto":
            kind = kind_of_file(name)
        if not once and kind is None:
            yield Item(name, name, None, None, relative)
        elif options.counting:
            yield Item(name, None, b"", None, "")
        else:
            for item in _stream(kind, name, relative, options):
                yield item if once or isinstance(item, Failure) else item._replace(file=name)
    except Exception as error:
        yield _failed(name, error, options)


def _failed(name: str, error: Exception, options: InputOptions) -> Failure:
    """What ends one input ends no run, ours included: the others need not suffer for it."""
    if isinstance(error, KhabarError):
        return Failure(source_of(name), error.code, str(error))
    if isinstance(error, MemoryError):
        wrong = input_error(error)
        return Failure(source_of(name), wrong.code, str(wrong))
    from khabar.corpus.work import internal

    return Failure(source_of(name), "internal", internal(error, source_of(name) if options.debug else None))


def _stream(kind: str | None, name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    """The documents of what is read here, and once. Raises InputError, MissingExtra."""
    from khabar.corpus.streams import kind_in, opened, read_document

    auto = options.input_format == "auto"
    with opened(name, sniff=auto) as file:
        if auto:
            kind = resolve_kind(kind, kind_in(file))
        if kind is None:
            warnings: list[str] = []
            data = read_document(file, options.max_bytes, warnings)
            yield Item(source_of(name), None, data, None, relative, tuple(warnings))
            return
        yield from documents(kind, file, name, relative, options)


def kind_of_file(name: str) -> str | None:
    """The kind of records in a regular file, told by its first bytes; None where it is one document, or cannot be
    read: whoever reads it will tell."""
    try:
        file = os.open(name, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):
        return None
    try:
        head = os.read(file, HEAD)
    except OSError:
        return None
    finally:
        os.close(file)
    packing = compression_of(head)
    if packing is None:
        return kind_of(head, more=False)
    if packing == "gzip":
        try:
            return kind_of(zlib.decompressobj(_GZIP_WINDOW).decompress(head, HEAD), more=False)
        except zlib.error:
            return None
    from khabar.corpus.streams import kind_in, opened

    try:
        with opened(name, sniff=True) as unpacked:
            return kind_in(unpacked)
    except KhabarError:
        return None


def _is_special(name: str) -> bool:
    """Is it a pipe or a device, whose bytes come but once?"""
    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
