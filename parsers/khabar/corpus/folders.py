"""Folders, read down to the last one: names in order, what is wanted only, each folder once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from khabar.corpus.files import Identity, identity_of, input_error, output_identity
from khabar.corpus.globs import Globs
from khabar.corpus.item import CONTAINERS, Failure, InputOptions, is_output
from khabar.corpus.kinds import plain_name
from khabar.errors import KhabarError

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
_PAGES = ("auto", "html")
"""The values of --input-format with which pages under other names are read, too: these cannot be mistaken."""
_RECORDS = {end: format for format in CONTAINERS for end in DEFAULT[format]}


class Found(NamedTuple):
    """A file: its path, and its name below the folder that was given."""

    path: str
    relative: str


def walk(root: str, options: InputOptions) -> Iterator[Found | Failure]:
    """The files below a folder, sorted by the bytes of their names, as `find | LC_ALL=C sort` has them.

    Links are followed, but no folder is read twice, so a link to a folder above it does no harm. What is
    hidden is left out, and what --include and --exclude leave out. What else is passed over (no text and no page
    by its name, nor a page by its first bytes; pipes, sockets and devices; the file behind standard output) is told
    to `options.skipped`. A file that is wanted and is the output of the options is a failure.
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
            if walker.wants(path, name):
                found = True
                yield is_output(path) if walker.is_output(path) else Found(path, relative)
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
        self._pages = options.input_format in _PAGES
        self._skipped = options.skipped
        self._include = Globs(options.include)
        self._exclude = Globs(options.exclude)
        self._seen: set[Identity] = set()
        self._output = output_identity(options.output)
        """What must not be read: the file or the folder that output goes to."""
        self._named = options.output is not None
        """The output was named, and would take the place of a file here. What a shell has put in the place of
        standard output (`> all.txt`) it has emptied: nothing can be lost there any more."""

    @property
    def wanted(self) -> str:
        """For people."""
        if self._include.patterns:
            return " or ".join(self._include.patterns)
        return ", ".join(f"*{end}" for end in self._ends) + " (or *.gz of these); see --include"

    def is_output(self, path: str) -> bool:
        """Is this the folder, or the file, that output goes to?"""
        return self._output is not None and identity_of(path) == self._output

    def names(self, folder: str, below: str) -> list[str] | Failure:
        """Names in the folder, the last one first; those of folders end in a slash, which also sorts them."""
        identity = identity_of(folder)
        if identity is not None and (identity in self._seen or identity == self._output):
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
            if self._include.patterns and not self._include.match(below, name):
                return None
            if (not entry.is_file() and not entry.is_symlink()) or (entry.is_symlink() and _is_special(entry.path)):
                self._skip(entry.path, "special (pipe, socket or device)")
                return None
        except OSError:
            pass  # reading it will tell
        return name

    def wants(self, path: str, name: str) -> bool:
        """Is the file read? One that is not is told."""
        kind = self._passed_over(path, name)
        if kind is None and not self._named and self.is_output(path):
            kind = "that is the output"
        if kind is None:
            return True
        self._skip(path, kind)
        return False

    def _passed_over(self, path: str, name: str) -> str | None:
        """The kind of a file that is not wanted."""
        if self._include.patterns or plain_name(name).endswith(self._ends):
            return None
        from khabar.corpus.saved import extension, looks_like_page, others

        end = extension(name)
        if end in _RECORDS:
            return f"{end} (see --input-format {_RECORDS[end]})"
        if self._pages and end not in others():
            try:
                if looks_like_page(path):
                    return None
            except (OSError, KhabarError):
                return "unreadable"
            if end in self._ends:
                return "not a page"
        return end or "without extension"

    def _skip(self, path: str, kind: str) -> None:
        if self._skipped is not None:
            self._skipped.add(path, kind)


def _is_special(path: str) -> bool:
    """Does a link lead to a pipe or a device? Not where it leads nowhere: reading it tells that."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False
