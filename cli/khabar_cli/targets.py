"""`-o DIR`: a file for each document, under the document's name, whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator

from khabar.corpus.item import Failure, Item
from khabar.errors import InputError

from khabar_cli.sink import OutputError

SUFFIXES = {"json": ".json", "jsonl": ".jsonl", "csv": ".csv", "tsv": ".tsv", "markdown": ".md"}
"""What a format adds to the names of documents, which keep their own: `a.txt` and `a.html` are two documents,
`a.txt.json` and `a.html.json`. The others add `.txt`."""

_FATAL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
"""Errors that no other document will be spared."""


class FolderTarget:
    """Each document is written to one hidden file in the folder and then renamed into its place: whenever the
    process is killed, what has its name is whole. What is missing is done by a run with `skip_existing`."""

    def __init__(self, folder: str, format: str, *, force: bool = False, skip_existing: bool = False) -> None:
        """Raises OutputError where nothing can be written there."""
        self._folder = folder
        self._suffix = SUFFIXES.get(format, ".txt")
        self._force = force
        self._skip_existing = skip_existing
        self._names: set[int] = set()
        """Hashes of the names that were given out: about 70 bytes for each document."""
        self._temp = os.path.join(folder, f"{_temps()}{os.getpid()}")
        try:
            os.makedirs(folder, exist_ok=True)
            _sweep(folder)
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
            _fill(self._temp, text)
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
                _fill(temp, text)
                os.replace(temp, path)
            except OSError:
                _remove(temp)
                raise

    def close(self) -> None:
        """Leave nothing but documents behind."""
        _remove(self._temp)


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


def _fill(path: str, text: str) -> None:
    with open(path, "wb") as file:
        file.write(text.encode("utf-8", "backslashreplace"))


def _temps() -> str:
    """How the hidden files of this machine begin; the number of the process follows."""
    node = os.uname().nodename if hasattr(os, "uname") else ""
    return f".khabar-{node}-".replace("/", "_")


def _sweep(folder: str) -> None:
    """Remove what processes left behind that were killed."""
    begin = _temps()
    with os.scandir(folder) as entries:
        left = [entry for entry in entries if entry.name.startswith(begin)]
    for entry in left:
        number = entry.name[len(begin) :]
        if number.isdigit() and not _lives(int(number)):
            _remove(entry.path)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _remove(path: str) -> None:
    try:  # noqa: SIM105 contextlib is not needed for anything else here
        os.unlink(path)
    except OSError:
        pass


def _output_error(path: str, error: OSError | ValueError) -> OutputError:
    return OutputError(f"{path}: {getattr(error, 'strerror', None) or error}")
