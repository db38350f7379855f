"""Lines on standard error: `khabar: NAME: what is wrong`, one line each, whatever is in the name."""

from __future__ import annotations

import errno
import os
import sys

_KEPT = "\u200c\u200d"
"""Zero-width (non-)joiner: not printable for Python, but spelling in Persian, Urdu and Indic names."""


def one_line(text: str) -> str:
    """The text with every control character, line break, bidi control and undecodable byte as an escape
    (`\\n`, `\\x1b`, `\\u202e`, `\\xff`): a file's name can neither break the line nor steer a terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _KEPT else _escape(c) for c in text)


def _escape(char: str) -> str:
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is no UTF-8, as os.fsdecode hands it on
        return f"\\x{code - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")


def say(*parts: str | None) -> None:
    """Write `khabar: part: part` as one line to standard error; parts that are None are left out."""
    if sys.stderr is None:
        return
    line = ": ".join(["khabar", *(one_line(part) for part in parts if part is not None)])
    try:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()
    except OSError:  # nobody reads it: the exit status says it too
        pass


def reason(error: BaseException) -> str:
    """What an error says, without the number and the file's name that Python puts round the system's words."""
    return getattr(error, "strerror", None) or str(error)


def debugging() -> bool:
    """Are tracebacks wanted, by --debug or KHABAR_DEBUG=1?"""
    return os.environ.get("KHABAR_DEBUG", "").lower() not in ("", "0", "false", "no", "off")


def internal(error: BaseException) -> str:
    """What to tell of an error that is ours. --debug shows its traceback as well."""
    if debugging():
        import traceback

        traceback.print_exception(error)
    return f"internal error: {type(error).__name__}: {error}"


def check_open(stream: object) -> None:
    """Raises OSError where standard output is closed: what is printed would go nowhere, without an error."""
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
