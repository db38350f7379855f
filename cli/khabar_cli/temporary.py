"""Hidden files in which output is made before it takes its name, and how it gets safely onto the disk."""

from __future__ import annotations

import os
from typing import BinaryIO


def temporary(folder: str) -> str:
    """The path of a new hidden file in the folder, of this process on this machine and of nobody else's."""
    return os.path.join(folder, f"{_begin()}{os.getpid()}-{os.urandom(4).hex()}")


def sweep(folder: str) -> None:
    """Remove what processes of this machine left behind that were killed, in a folder that may be listed."""
    begin = _begin()
    try:
        with os.scandir(folder) as entries:
            left = [entry for entry in entries if entry.name.startswith(begin)]
    except OSError:
        return
    for entry in left:
        number = entry.name[len(begin) :].partition("-")[0]
        if number.isdigit() and not _lives(int(number)):
            remove(entry.path)


def remove(path: str) -> None:
    """Remove a file, if it is there and can be removed."""
    try:  # noqa: SIM105 contextlib is not needed for anything else here
        os.unlink(path)
    except OSError:
        pass


def sync_file(file: BinaryIO) -> None:
    """Wait until what was written is on the disk. Raises OSError."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: str) -> None:
    """Wait until the names in a folder are on the disk, where the system knows how to."""
    try:
        opened = os.open(folder or ".", os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(opened)
    except OSError:  # nor do all file systems sync them
        pass
    finally:
        os.close(opened)


def _begin() -> str:
    """How the hidden files of this machine begin; the number of the process follows."""
    node = os.uname().nodename if hasattr(os, "uname") else ""
    return f".khabar-{node}-".replace("/", "_")


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
