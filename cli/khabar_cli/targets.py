"""`-o DIR`: a file for each document, under the document's name, whole or not at all, and of one input only (see
sources)."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator

from khabar.corpus.item import Failure, Item
from khabar.errors import InputError

from khabar_cli.messages import reason
from khabar_cli.sink import OutputError
from khabar_cli.sources import NAME, Sources, place_of, shown
from khabar_cli.temporary import remove, sweep, sync_file, sync_folder, temporary

SUFFIXES = {"json": ".json", "jsonl": ".jsonl", "csv": ".csv", "tsv": ".tsv", "markdown": ".md", "html": ".html"}
"""What a format adds to the names of documents, which keep their own: `a.txt` and `a.html` are two documents,
`a.txt.json` and `a.html.json`. The others add `.txt`."""


def suffix_of(format: str) -> str:
    """What a format adds to the names of documents."""
    return SUFFIXES.get(format, ".txt")


_FATAL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
"""Errors that no other document will be spared."""


class FolderTarget:
    """Each document is written to one hidden file in the folder and then renamed into its place: whenever the
    process is killed, what has its name is whole. What is missing is done by a run with `skip_existing`."""

    def __init__(
        self, folder: str, format: str, *, force: bool = False, skip_existing: bool = False, sync: bool = False
    ) -> None:
        """`sync`: each file is on the disk before it takes its name, and the names are when the target is closed.
        Raises OutputError where nothing can be written there."""
        self._folder = folder.rstrip("/") or "/"
        self._suffix = suffix_of(format)
        self._force = force
        self._skip_existing = skip_existing
        self._sync = sync
        self._touched: set[str] = set()
        """Folders whose names are to be synced."""
        self._hinted = False
        """Was it told what can be done about files that are there? Once is enough."""
        self.there = 0
        """Documents that --skip-existing found a file of."""
        self._names: dict[int, int] = {}
        """For the hash of each name that was given out the number of its place: about 100 bytes for each document."""
        self._places: list[str] = []
        self._numbers: dict[str, int] = {}
        self._temp = temporary(folder)
        try:
            os.makedirs(folder, exist_ok=True)
            sweep(folder)
            with open(self._temp, "wb"):  # told now, not after a thousand documents
                pass
            self._folds = os.path.lexists(os.path.join(folder, os.path.basename(self._temp).upper()))
            """Are A.txt and a.txt one file there?"""
            self._listed: tuple[str, dict[str, str]] = ("", {})
            """A folder, and by its folded form each name in it."""
            self._sources = Sources(folder, sync=sync)
        except (OSError, ValueError) as error:
            raise _output_error(folder, error) from error

    def wanted(self, items: Iterable[Item | Failure]) -> Iterator[Item | Failure]:
        """The items that are to be parsed; a failure for each whose name is taken."""
        for item in items:
            if isinstance(item, Failure):
                yield item
                continue
            path = self.path(item.relative)
            name = self._hash(item.relative)
            if name in self._names:
                yield Failure(item.source, "exists", f"another document of this run is {path} already")
                continue
            place = _place(item)
            if place not in self._numbers:
                self._numbers[place] = len(self._places)
                self._places.append(place)
            self._names[name] = self._numbers[place]
            if self._force or not os.path.lexists(path):
                yield item
                continue
            try:
                written = self._there_as(path)
                other = self._sources.other(item.relative + self._suffix, place)
            except OSError as error:
                raise _output_error(os.path.join(self._folder, NAME), error) from error
            if written is not None:
                yield Failure(item.source, "exists", f"{path} would be {written}, which is there, on this disk")
                continue
            wrong = self._taken(item.relative, path, other)
            if wrong is not None:
                yield Failure(item.source, "exists", wrong)
            elif other is None:
                self.there += 1
            else:  # a run was killed as it wrote over the file
                yield item

    def _taken(self, relative: str, path: str, other: str | None) -> str | None:
        """What to tell of a file that is there and must stay. `other`: as of Sources."""
        if other:
            return f"{path} is of {shown(other, relative)}: give another folder, or --force"
        if self._skip_existing:
            return None
        hint = "" if self._hinted else "; --force writes over it, --skip-existing goes on with the others"
        self._hinted = True
        return f"{path} is there already{hint}"

    def _hash(self, relative: str) -> int:
        return hash(_folded(relative) if self._folds else relative)

    def _there_as(self, path: str) -> str | None:
        """How the file is written that is there, where it is this one only to a disk that does not tell A from a."""
        if not self._folds:
            return None
        folder, name = os.path.split(path)
        if self._listed[0] != folder:
            self._listed = folder, {_folded(found): found for found in os.listdir(folder)}
        found = self._listed[1].get(_folded(name), name)
        return None if _composed(found) == _composed(name) else found

    def path(self, relative: str) -> str:
        """The file of a document."""
        return os.path.join(self._folder, relative + self._suffix)

    def write(self, relative: str, text: str) -> None:
        """Put a document in its place. Raises InputError where only this one cannot be written, OutputError
        where no other could be either."""
        path = self.path(relative)
        try:
            _fill(self._temp, text, sync=self._sync)
        except OSError as error:
            if error.errno == errno.EFBIG:
                raise InputError("output", f"{path}: {error.strerror}") from error
            raise _output_error(path, error) from error
        try:
            with self._sources.turn():
                self._name(relative, path, text)
        except OSError as error:
            raise _output_error(os.path.join(self._folder, NAME), error) from error
        if self._sync:
            self._touch(os.path.dirname(path))

    def _name(self, relative: str, path: str, text: str) -> None:
        """Give the file its name, and say whose it is: before, where the name is free; where it is not, the file that
        is there must not pass for this one."""
        name = relative + self._suffix
        place = self._places[self._names[self._hash(relative)]]
        there = os.path.lexists(path)
        other = self._sources.other(name, place) if there else None
        if there and not self._force:
            wrong = self._taken(relative, path, other)
            if wrong is not None:
                raise InputError("exists", wrong)
        over = there and (other is not None or not self._sources.known(name))
        try:
            if over:
                self._sources.disown(name)
            elif not there:
                self._sources.claim(name, place)
            self._place(path, text)
        except (OSError, ValueError) as error:
            if getattr(error, "errno", None) in _FATAL:
                raise _output_error(path, error) from error
            raise InputError("output", f"{path}: {reason(error)}") from error
        if over:
            self._sources.claim(name, place)

    def _touch(self, folder: str) -> None:
        """The folder and those that it is in have names in them that are new."""
        while len(folder) >= len(self._folder) and folder not in self._touched:
            self._touched.add(folder)
            folder = os.path.dirname(folder)

    def _place(self, path: str, text: str) -> None:
        try:
            os.replace(self._temp, path)
        except FileNotFoundError:
            _make(os.path.dirname(path))
            self._place_in(path, text)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            self._place_in(path, text)

    def _place_in(self, path: str, text: str) -> None:
        """Again, now that the folder is there; one on another disk needs a file of its own."""
        try:
            os.replace(self._temp, path)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            temp = os.path.join(os.path.dirname(path), os.path.basename(self._temp))
            try:
                _fill(temp, text, sync=self._sync)
                os.replace(temp, path)
            except OSError:
                remove(temp)
                raise

    def close(self) -> None:
        """Leave nothing but documents behind."""
        self._sources.close()
        remove(self._temp)
        for folder in sorted(self._touched):
            sync_folder(folder)


def _place(item: Item) -> str:
    """Where the document is from."""
    if item.path is not None or item.file is None:
        return place_of(item.path, item.relative)
    return place_of(item.file, item.relative.rpartition("/")[0])


def _composed(name: str) -> str:
    from unicodedata import normalize

    return normalize("NFC", name)


def _folded(name: str) -> str:
    """The name as a disk sees it that does not tell A from a."""
    return _composed(name).casefold()


def _make(folder: str) -> None:
    """As os.makedirs, however deep: that one calls itself."""
    lacking = []
    while folder and not os.path.isdir(folder):
        lacking.append(folder)
        folder = os.path.dirname(folder)
    for path in reversed(lacking):
        try:
            os.mkdir(path)
        except FileExistsError:
            if not os.path.isdir(path):
                raise


def _fill(path: str, text: str, *, sync: bool) -> None:
    with open(path, "wb") as file:
        file.write(text.encode("utf-8", "backslashreplace"))
        if sync:
            sync_file(file)


def _output_error(path: str, error: OSError | ValueError) -> OutputError:
    return OutputError(f"{path}: {reason(error)}")
