"""Where output goes: standard output, or a file that appears only when it is whole. Always UTF-8."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from khabar_cli.messages import reason, say
from khabar_cli.temporary import remove, sweep, sync_file, sync_folder, temporary


class OutputError(Exception):
    """The output cannot be written; the message is one line with the output's name."""


class OutputClosed(Exception):
    """Nobody reads the output any more (`khabar … | head -1`): no error, only the end."""


class Sink:
    """Text to bytes, with the output's errors told apart from the inputs'.

    Lone surrogates (bytes of a file's name) come out as `\\udcff`, which in JSON is their own escape.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name

    def write(self, text: str) -> None:
        """Write and flush, so that a reader has each document when it is done.

        Raises OutputClosed for a broken pipe, OutputError for everything else that can happen.
        """
        if not text:
            return
        try:
            self._stream.write(text.encode("utf-8", "backslashreplace"))
            self._stream.flush()
        except BrokenPipeError:
            drop(self._stream)
            raise OutputClosed from None
        except (OSError, ValueError) as error:
            drop(self._stream)
            raise OutputError(f"{self._name}: {reason(error)}") from error

    def told(self) -> Iterator[str]:
        """What a user should know of the whole output: a line each."""
        return iter(())

    def commit(self) -> None:
        """The output is whole."""

    def abort(self) -> None:
        """The output will never be whole."""


class FileSink(Sink):
    """A file written beside its place and moved there by `commit`: readers see the old one or the new. `sync`: only
    when it is on the disk."""

    def __init__(self, path: str, *, sync: bool = False) -> None:
        self._path = os.path.realpath(path)  # a link stays a link
        self._sync = sync
        folder = os.path.dirname(self._path)
        self._temp = temporary(folder)
        try:
            super().__init__(open(self._temp, "xb"), path)  # noqa: SIM115 closed by commit and abort
            sweep(folder)
            if os.path.exists(self._path):
                os.chmod(self._temp, stat.S_IMODE(os.stat(self._path).st_mode))
        except (OSError, ValueError) as error:
            raise OutputError(f"{path}: {reason(error)}") from error

    def commit(self) -> None:
        try:
            if self._sync:
                sync_file(self._stream)
            self._stream.close()
            os.replace(self._temp, self._path)
            if self._sync:
                sync_folder(os.path.dirname(self._path))
        except OSError as error:
            raise OutputError(f"{self._name}: {error.strerror}") from error

    def abort(self) -> None:
        try:
            self._stream.close()
        finally:
            remove(self._temp)


def open_sink(path: str | None, *, sync: bool = False) -> Sink:
    """Standard output for None. A device, a pipe or an open file (`/dev/stdout`) is written to as it is, a file
    atomically (see FileSink).

    Raises OutputError.
    """
    if path is None:
        if sys.stdout is None:
            raise OutputError("standard output is closed")
        return Sink(sys.stdout.buffer, "standard output")
    try:
        number = _open_file(path)
        if number is not None and number != _OF_ANOTHER:  # opened by its name a file would be emptied
            return Sink(os.fdopen(os.dup(number), "wb"), path)
        if number == _OF_ANOTHER or (os.path.exists(path) and not os.path.isfile(path)):
            return Sink(open(path, "wb"), path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}") from error
    return FileSink(path, sync=sync)


_OF_ANOTHER = -1
_LINKS = 40
"""As many links lead to a file, at most."""


def _open_file(path: str) -> int | None:
    """The number of the open file of this process that the path is a name of (`/dev/stdout`, `/proc/self/fd/3`),
    _OF_ANOTHER where it is one of another process; None for all others."""
    for _ in range(_LINKS):
        folder, name = os.path.split(path)
        folder = os.path.realpath(folder)
        if name.isascii() and name.isdigit() and (folder == "/dev/fd" or _FILES.fullmatch(folder)):
            ours = folder.startswith((f"/proc/{os.getpid()}/", "/dev/"))
            return int(name) if ours else _OF_ANOTHER
        path = os.path.join(folder, name)
        if not os.path.islink(path):
            return _STANDARD.get(path)
        path = os.path.join(folder, os.readlink(path))
    return None


_FILES = re.compile(r"/proc/\d+(?:/task/\d+)?/fd")
"""Folders of open files, where links are resolved."""
_STANDARD = {"/dev/stdout": 1, "/dev/stderr": 2}
"""Where these are no links."""


def is_folder(output: str | None) -> bool:
    """Does --output name a folder: one that is there, or by a slash at its end one that is to be?"""
    return output is not None and (output.endswith("/") or os.path.isdir(output))


def drop(stream: BinaryIO) -> None:
    """Let what is still in the stream's buffer go nowhere, so that a later flush cannot fail again."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):  # a stream without a descriptor
        pass


class _Result:
    status = 0


@contextmanager
def told_errors(before: Callable[[], None] = lambda: None) -> Iterator[_Result]:
    """Errors of the output become a line and a status. That nobody reads on is no error. Caught here,
    inside the command: Typer itself would make exit status 1 of a broken pipe."""
    result = _Result()
    try:
        yield result
    except OutputClosed:
        pass
    except OutputError as error:
        before()
        say(str(error))
        result.status = 1


@contextmanager
def whole_output(opened: Callable[[], Sink]) -> Iterator[Sink]:
    """The sink: its file is put in place only if nothing was raised."""
    sink = opened()
    try:
        yield sink
        sink.commit()
    except BaseException:
        sink.abort()
        raise
