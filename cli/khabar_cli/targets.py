"""`-o DIR`: a file for each document, under the document's name, whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator

from khabar.corpus.item import Failure, Item
from khabar.errors import InputError

from khabar_cli.sink import OutputError
from khabar_cli.temporary import remove, sweep, sync_file, sync_folder, temporary

SUFFIXES = {"json": ".json", "jsonl": ".jsonl", "csv": ".csv", "tsv": ".tsv", "markdown": ".md"}
"""What a format adds to the names of documents, which keep their own: `a.txt` and `a.html` are two documents,
`a.txt.json` and `a.html.json`. The others add `.txt`."""

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
        self._suffix = SUFFIXES.get(format, ".txt")
        self._force = force
        self._skip_existing = skip_existing
        self._sync = sync
        self._touched: set[str] = set()
        """Folders whose names are to be synced."""
        self._names: set[int] = set()
        """Hashes of the names that were given out: about 70 bytes for each document."""
        self._temp = temporary(folder)
        try:
            os.makedirs(folder, exist_ok=True)
            sweep(folder)
            with open(self._temp, "wb"):  # told now, not after a thousand documents
                pass
        except (OSError, ValueError) as error:
            raise _output_error(folder, error) from error

    def wanted(self, items: Iterable[Item | Failure]) -> Iterator[Item | Failure]:
        """The items that are to be parsed; a failure for each whose name is taken."""
        for item in items:
            if isinstance(item, Failure):
                yield item
                continue
            path = self.path(item.relative)
            name = hash(item.relative)
            if name in self._names:
                yield Failure(item.source, "exists", f"another document of this run is {path} already")
                continue
            self._names.add(name)
            if self._force or not os.path.lexists(path):
                yield item
            elif not self._skip_existing:
                yield Failure(item.source, "exists", _exists(path))

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
        if not (self._force or self._skip_existing) and os.path.lexists(path):
            raise InputError("exists", _exists(path))
        try:
            self._place(path, text)
        except (OSError, ValueError) as error:
            if getattr(error, "errno", None) in _FATAL:
                raise _output_error(path, error) from error
            raise InputError("output", f"{path}: {getattr(error, 'strerror', None) or error}") from error
        if self._sync:
            self._touch(os.path.dirname(path))

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
        remove(self._temp)
        for folder in sorted(self._touched):
            sync_folder(folder)


def _exists(path: str) -> str:
    return f"{path} is there already; --force writes over it, --skip-existing goes on with the others"


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
    return OutputError(f"{path}: {getattr(error, 'strerror', None) or error}")
