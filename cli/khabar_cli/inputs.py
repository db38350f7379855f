"""Names from the command line to bytes."""

from __future__ import annotations

import sys

STDIN = "<stdin>"
"""What standard input is called in the output and in messages."""

FOLDER = "is a folder; give files, e.g. find DIR -name '*.txt' -print0 | xargs -0 khabar parse"


class InputError(Exception):
    """A file that cannot be read: `code` for programs, one line for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def source_of(name: str) -> str:
    """The name of an input as it stands in the output."""
    return STDIN if name == "-" else name


def read(name: str) -> bytes:
    """All bytes of the file, or of standard input for `-`. Raises InputError."""
    try:
        if name == "-":
            if sys.stdin is None:
                raise InputError("unreadable", "standard input is closed")
            return sys.stdin.buffer.read()
        with open(name, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise InputError("not-found", _reason(error)) from error
    except IsADirectoryError as error:
        raise InputError("folder", FOLDER) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL byte
        raise InputError("unreadable", _reason(error)) from error
    except MemoryError as error:
        raise InputError("too-big", "too big for this machine's memory") from error


def _reason(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)
