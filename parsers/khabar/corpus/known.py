"""What is read, as far as that is known before anything is: no output may take the place of an input, and no two
inputs have one name below `-o DIR`.

Not known are the names of a list that comes through a pipe, and files under other names in folders (links). Those are
told when their turn comes: see `item.is_output`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khabar.corpus.files import input_identity, output_identity
from khabar.corpus.folders import Found, walk
from khabar.corpus.item import IS_OUTPUT, Failure, InputOptions
from khabar.corpus.lists import names as listed
from khabar.corpus.naming import below, told_apart
from khabar.errors import KhabarError


class Known(NamedTuple):
    """An input: its path, and whether it is read as a part of a folder."""

    path: str
    inside: bool = False


def input_at(
    output: str, names: Sequence[str] | None, options: InputOptions | None, others: Iterable[str] = ()
) -> Known | None:
    """The input that is this file. `names`: files and folders, nothing: standard input; `options`: how they are read,
    None where nothing is read like that; `others`: files that are read, whatever for."""
    ours = output_identity(output)
    if ours is None:
        return None
    for other in others:
        if input_identity(other) == ours:
            return Known(other)
    if options is None:
        return None
    for name in named(names, options):
        if name == "-" or not os.path.isdir(name):
            if input_identity(name) == ours:
                return Known(name)
        elif _holds(name, output):
            found = _inside(name, options._replace(output=output))
            if found is not None:
                return Known(found, inside=True)
    return None


def same_name(names: Sequence[str], options: InputOptions) -> tuple[str, str] | None:
    """A file that is named and one that is read in a folder, whose documents would have one name below `-o DIR`."""
    folders = told_apart([name for name in names if name != "-" and os.path.isdir(name)])
    files = [name for name in names if name not in folders] if folders else []
    for folder, begin in folders.items():
        for file in files:
            name = below(file)
            inner = name.removeprefix(begin)
            path = os.path.join(folder, inner)
            if name.startswith(begin) and os.path.isfile(path) and _reads(folder, inner, options):
                return file, path
    return None


def _reads(folder: str, relative: str, options: InputOptions) -> bool:
    """Is the file below the folder one that is read?"""
    return any(isinstance(found, Found) and found.relative == relative for found in _walked(folder, options))


def _walked(folder: str, options: InputOptions) -> Iterator[Found | Failure]:
    return walk(folder, options._replace(skipped=None))


def named(names: Sequence[str] | None, options: InputOptions) -> Iterator[str]:
    """The names of files and folders that are known: those given, and those in a list that can be read twice."""
    yield from names or (() if options.files_from is not None else ("-",))
    if options.files_from is None or not os.path.isfile(options.files_from):
        return
    try:
        yield from listed(options.files_from, null=options.null)
    except KhabarError:  # told when it is read in earnest
        return


def _holds(folder: str, path: str) -> bool:
    """Is the file somewhere below the folder?"""
    root = os.path.join(os.path.realpath(folder), "")
    return any(full.startswith(root) for full in (os.path.realpath(path), _place(path)))


def _place(path: str) -> str:
    """Where the name itself is, be it a link."""
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder), name)


def _inside(folder: str, options: InputOptions) -> str | None:
    """The output in the folder, where it would be read."""
    for found in _walked(folder, options):
        if isinstance(found, Failure) and found.code == IS_OUTPUT:
            return found.source
    return None
