"""Which input each file of an output folder is of, so that no other input's file is taken for done.

Beside its documents, `-o DIR` has a hidden file, `.khabar-sources`. It is only ever added to. A line says of a file's
name which place its document was read from; a place is the folder that, with the document's name, makes the path of
the input, and has a line of its own. Links and `..` are resolved in it, so `../x` and `/abs/x` are one source. The
line also has it as seen from the output folder: where input and output are moved together, the place that was is
gone, and the one that is in the same direction is taken for it.

Whenever the process is killed, what is told here holds: a name's line is written before the file takes its name, and
a line without a file means nothing. Where a file of another place is written over (--force), it is of nobody for that
moment, and done again. Two runs at once take turns: each sees the lines of the other before it gives a name away (on
systems that can lock files). A file without a line (of somebody who made it himself) is taken as it is.

A line has about the length of a name: 100,000 documents make a file of some megabytes, which is read in a moment. As
long as all of it is of one place, none of it is held in memory.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache

NAME = ".khabar-sources"
_NOBODY = "?"
"""The place of a file that is being written over."""
_PIECE = 1 << 20


class Sources:
    """The hidden file of one output folder, open for a run."""

    def __init__(self, folder: str, *, sync: bool = False) -> None:
        """`sync`: each line is on the disk before the file takes its name. Raises OSError."""
        self._folder = os.path.realpath(folder)
        self._sync = sync
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        self._file = os.open(os.path.join(folder, NAME), flags, 0o666)
        self._read = 0
        """Bytes of the file that are known."""
        self._rest = b""
        """The line at the end, as far as it is there: none, but where a process was killed or the disk was full."""
        self._places: dict[str, tuple[str, str]] = {}
        """By their number: the place, and as seen from the output folder."""
        self._used: set[str] = set()
        """The numbers of places that files are of."""
        self._owners: dict[int, str] | None = None
        """For the hash of each name the number of its place; None as long as nobody needs it."""
        self._same: dict[tuple[str, str], bool] = {}
        self._refresh()

    def close(self) -> None:
        """Done with it."""
        with suppress(OSError):
            os.close(self._file)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Inside, no other run gives names away in this folder, and all that it did is known. Raises OSError."""
        locked = _lock(self._file)
        try:
            self._refresh()
            yield
        finally:
            if locked:
                _unlock(self._file)

    def other(self, name: str, place: str) -> str | None:
        """The place that the file is of, which is there, if that is not this one; empty where it was about to be
        written over. Another run may just have made it: its line was there before. Raises OSError."""
        self._refresh()
        if all(self._is(number, place) for number in self._used):
            return None
        number = self._owner(name)
        if number is None or self._is(number, place):
            return None
        return "" if number == _NOBODY else self._places[number][0]

    def claim(self, name: str, place: str) -> None:
        """The file is of this place, as soon as it takes its name. Raises OSError."""
        self._add(self._number(place), name)

    def disown(self, name: str) -> None:
        """The file is about to be written over. Raises OSError."""
        self._add(_NOBODY, name)

    def known(self, name: str) -> bool:
        """Is it told whose the file is?"""
        return self._owner(name) is not None

    def _owner(self, name: str) -> str | None:
        if self._owners is None:
            self._owners = {}
            self._read, self._rest = 0, b""
            self._refresh()
        return self._owners.get(hash(_encoded(name)))

    def _is(self, number: str, place: str) -> bool:
        """Is this the number of the place, or of one that has moved here?"""
        if number == _NOBODY:
            return False
        found = self._same.get((number, place))
        if found is None:
            known, seen = self._places[number]
            found = known == place or (seen == self._seen(place) and not os.path.exists(known))
            self._same[number, place] = found
        return found

    def _seen(self, place: str) -> str:
        """The place as seen from the output folder."""
        return os.path.relpath(place, self._folder) if place else ""

    def _number(self, place: str) -> str:
        """The number of a place, which gets a line where it has none."""
        start = zlib.crc32(_encoded(place))
        while True:
            number = f"{start:08x}"
            known = self._places.get(number)
            if known is None:
                self._write(f"={number}\t".encode(), _encoded([place, self._seen(place)]))
                return number
            if known[0] == place:
                return number
            start = (start + 1) & 0xFFFFFFFF

    def _add(self, number: str, name: str) -> None:
        self._write(f"{number}\t".encode(), _encoded(name))
        if self._sync:
            os.fsync(self._file)

    def _write(self, begin: bytes, rest: bytes) -> None:
        line = (b"\n" if self._rest else b"") + begin + rest + b"\n"
        while line:
            line = line[os.write(self._file, line) :]
        self._refresh()

    def _refresh(self) -> None:
        """Read the lines that are new."""
        if os.fstat(self._file).st_size == self._read:
            return
        os.lseek(self._file, self._read, os.SEEK_SET)
        while piece := os.read(self._file, _PIECE):
            self._read += len(piece)
            *lines, self._rest = (self._rest + piece).split(b"\n")
            for line in lines:
                self._take(line)

    def _take(self, line: bytes) -> None:
        number, tab, rest = line.partition(b"\t")
        if not tab:
            return
        name = number.decode("ascii", "replace")
        if name.startswith("="):
            with suppress(ValueError, TypeError):  # cut off, or not ours
                place, seen = json.loads(rest.decode("utf-8", "surrogateescape"))
                self._places[name[1:]] = str(place), str(seen)
        elif name in self._places or name == _NOBODY:
            self._used.add(name)
            if self._owners is not None:
                self._owners[hash(rest)] = name


@cache
def _resolved(folder: str) -> str:
    return os.path.realpath(folder)


def place_of(path: str | None, relative: str) -> str:
    """The place of a document that is called `relative`: the folder below which the path of its file is that. Empty
    for standard input and pipes."""
    if path is None:
        return ""
    end = f"/{relative}"
    fulls = [os.path.abspath(path)]
    if ".." in path:  # behind a link, not what it looks like
        folder, name = os.path.split(path)
        fulls.insert(0, os.path.join(_resolved(folder), name))
    for full in fulls:
        if full.endswith(end):
            return _resolved(full[: -len(end)] or "/")
    return _resolved(os.path.dirname(path))


def shown(place: str, relative: str) -> str:
    """The path of the input, for people: from here, where it is below."""
    path = os.path.join(place, relative) if place else relative
    near = os.path.relpath(path) if place else path
    return path if near.startswith("..") else near


def _encoded(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogateescape")


def _lock(file: int) -> bool:
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
    except (ImportError, OSError):  # Windows, and folders of some networks
        return False
    return True


def _unlock(file: int) -> None:
    import fcntl

    fcntl.flock(file, fcntl.LOCK_UN)
