"""Folders, read down to the last one: names in order, what is wanted only, each folder once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from khabar.corpus.globs import Globs
from khabar.corpus.item import Failure, InputOptions
from khabar.corpus.kinds import plain_name
from khabar.corpus.reading import Identity, identity_of, input_error, output_file

_PLAIN = (".txt", ".text", ".html", ".htm", ".xhtml")
DEFAULT = {
    "auto": (*_PLAIN, ".warc"),
    "text": _PLAIN,
    "html": _PLAIN,
    "jsonl": (".jsonl", ".ndjson"),
    "json": (".json",),
    "warc": (".warc",),
    "parquet": (".parquet",),
}
"""The ends of names that are taken from a folder where no --include says it, as they are or with .gz or .zst. Records
only where they are asked for: what lies in a folder of texts as .jsonl or .parquet is often our own output."""


class Found(NamedTuple):
    """A file: its path, and its name below the folder that was given."""

    path: str
    relative: str


def walk(root: str, options: InputOptions) -> Iterator[Found | Failure]:
    """The files below a folder, sorted by the bytes of their names, as `find | LC_ALL=C sort` has them.

    Links are followed, but no folder is read twice, so a link to a folder above it does no harm. What is
    hidden is left out, and so are pipes, sockets and devices, and the output.
    """
    walker = _Walker(options)
    if walker.is_output(root):
        yield Failure(root, "output", "is the folder of the output as well; give another one to --output")
        return
    stack: list[tuple[str, str, list[str]]] = []
    names = walker.names(root, "")
    found = isinstance(names, Failure)
    if isinstance(names, Failure):
        yield names
    else:
        stack.append((root, "", names))
    while stack:
        folder, below, names = stack[-1]
        if not names:
            stack.pop()
            continue
        name = names.pop()
        path, relative = os.path.join(folder, name), below + name
        if not name.endswith("/"):
            found = True
            yield Found(path, relative)
            continue
        inner = walker.names(path, relative)
        if isinstance(inner, Failure):
            found = True
            yield inner
        else:
            stack.append((path, relative, inner))
    if not found:
        yield Failure(root, "folder", f"no file in this folder is called {walker.wanted}")


class _Walker:
    """What is wanted, and where we have been."""

    def __init__(self, options: InputOptions) -> None:
        self._ends = DEFAULT[options.input_format]
        self._include = Globs(options.include)
        self._exclude = Globs(options.exclude)
        self._seen: set[Identity] = set()
        self._outputs = set(_outputs(options.output))

    @property
    def wanted(self) -> str:
        """For people."""
        if self._include.patterns:
            return " or ".join(self._include.patterns)
        return ", ".join(f"*{end}" for end in self._ends) + " (or *.gz of these); see --include"

    def is_output(self, folder: str) -> bool:
        """Is this the folder that output goes to?"""
        return bool(self._outputs) and identity_of(folder) in self._outputs

    def names(self, folder: str, below: str) -> list[str] | Failure:
        """Names in the folder, the last one first; those of folders end in a slash, which also sorts them."""
        identity = identity_of(folder)
        if identity is not None and (identity in self._seen or identity in self._outputs):
            return []
        if identity is not None:
            self._seen.add(identity)
        try:
            with os.scandir(folder) as entries:
                found = [name for entry in entries if (name := self._name(entry, below))]
        except OSError as error:
            failed = input_error(error)
            return Failure(folder.rstrip("/") or "/", failed.code, str(failed))
        found.sort(key=os.fsencode, reverse=True)
        return found

    def _name(self, entry: os.DirEntry[str], below: str) -> str | None:
        name = entry.name
        if name.startswith(".") or self._exclude.match(below, name):
            return None
        try:
            if entry.is_dir():
                return name + "/"
            if not self._wants(below, name):
                return None
            if not entry.is_file() and not entry.is_symlink():
                return None
            if entry.is_symlink() and _is_special(entry.path):
                return None
            if self._outputs and identity_of(entry.path) in self._outputs:
                return None
        except OSError:
            return name if self._wants(below, name) else None  # reading it will tell
        return name

    def _wants(self, below: str, name: str) -> bool:
        if self._include.patterns:
            return self._include.match(below, name)
        return plain_name(name).endswith(self._ends)


def _is_special(path: str) -> bool:
    """A link to a pipe or a device; one to nowhere is no such thing, and is told when it is read."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def _outputs(output: str | None) -> Iterator[Identity]:
    """What must not be read: the file or folder of --output, and a file that standard output goes to."""
    identity = output_file() if output is None else identity_of(output)
    if identity is not None:
        yield identity
