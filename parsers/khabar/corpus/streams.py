"""Files that are read piece by piece, compressed or not."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from khabar.corpus.files import copy_most, input_error, standard_input
from khabar.corpus.members import Members, Trailing
from khabar.corpus.missing import EXTRAS, need
from khabar.corpus.sniff import HEAD, compression_of, kind_of, may_be_compressed
from khabar.errors import InputError

_PIECE = 1 << 16
"""Bytes that are held of a file."""
_NO_FRAME = "Unknown frame descriptor"
"""What zstd says of something else."""
_DICTIONARY = b"\x5d\x2a\x4d\x18"


@contextmanager
def opened(name: str, *, sniff: bool = False) -> Iterator[io.BufferedReader]:
    """The bytes of a file, or of standard input for `-`, uncompressed. What goes wrong while they are read is an
    InputError as well. `sniff`: wait until `head_of` can tell what it holds, in a pipe too. Raises InputError,
    MissingExtra."""
    enough = _tells if sniff else _tells_compression
    with told():
        raw = standard_input() if name == "-" else open(name, "rb")  # noqa: SIM115 closed below
        try:
            file = raw if raw.seekable() else _headed(raw, enough)
            packing = compression_of(file.peek(HEAD))
            yield _headed(_unpacked(file, packing), enough, packing) if packing else file
        finally:
            if name != "-":
                raw.close()


def head_of(file: io.BufferedReader) -> bytes:
    """The first bytes of what was opened to sniff; they are still to be read."""
    return file.peek(HEAD)[:HEAD]


def kind_in(file: io.BufferedReader) -> str | None:
    """What the file holds that was opened to sniff: as of `kind_of`."""
    return kind_of(head_of(file), more=False)


def unpack(data: bytes, packing: str, limit: int | None, warnings: list[str] | None = None) -> bytes:
    """Uncompressed, not more than `limit` bytes; `warnings` as of `read_document`. Raises InputError."""
    with told(packing):
        return read_document(_unpacked(io.BytesIO(data), packing), limit, warnings)


def read_document(file: Any, limit: int | None, warnings: list[str] | None) -> bytes:
    """All bytes of what was opened. Where something else follows what is compressed, that is left out, and told in
    `warnings`: it is an error where there are none. Raises InputError."""
    pieces: list[bytes] = []
    try:
        copy_most(file.read1, pieces.append, limit)  # what was read before an error is not lost
    except Exception as error:
        if warnings is None or not pieces or not _is_trailing(error):
            raise
        warnings.append("what follows the compressed document in its file is left out")
    return b"".join(pieces)


def _is_trailing(error: Exception) -> bool:
    error = error.__cause__ if isinstance(error, InputError) and isinstance(error.__cause__, Exception) else error
    return isinstance(error, Trailing) or (isinstance(error, _zstd_error()) and _NO_FRAME in str(error))


@contextmanager
def told(packing: str | None = "gzip") -> Iterator[None]:
    """Errors of files and of compression become InputErrors."""
    try:
        yield
    except EOFError as error:
        raise InputError(packing or "gzip", f"broken {packing}: it ends too early") from error
    except (gzip.BadGzipFile, zlib.error, _zstd_error()) as error:
        raise InputError(packing or "gzip", f"broken {packing}: {error}") from error
    except (OSError, ValueError, MemoryError) as error:
        raise input_error(error) from error


def _tells_compression(head: bytes) -> bool:
    return not may_be_compressed(head)


def _tells(head: bytes) -> bool:
    return compression_of(head) is not None or kind_of(head) is not None


def _headed(file: BinaryIO, enough: Callable[[bytes], bool], packing: str | None = None) -> io.BufferedReader:
    """The same bytes, whose first ones can be looked at: as many as are enough, HEAD or all."""
    head = b""
    wrong: InputError | None = None
    try:
        with told(packing):
            while len(head) < HEAD and not enough(head):
                piece: bytes = cast(Any, file).read1(HEAD - len(head))
                if not piece:
                    break
                head += piece
    except InputError as error:
        if not head:
            raise
        wrong = error  # what stood before comes first
    return io.BufferedReader(_Replayed(head, file, packing, wrong), _PIECE)


def recover(file: io.BufferedReader) -> bool:
    """After an error of what was opened: go on where the next part of what is compressed begins, if there is one."""
    raw = file.raw
    inner = getattr(raw._file, "raw", None) if isinstance(raw, _Replayed) else None
    return isinstance(inner, Members) and inner.recover()


class _Replayed(io.RawIOBase):
    """A file of which some bytes were read already; the first reading gives these, all others what is there. `wrong`:
    the error that came behind these."""

    def __init__(self, head: bytes, file: Any, packing: str | None, wrong: InputError | None) -> None:
        self._head = head
        self._wrong = wrong
        self._file = file
        self._packing = packing

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            size = min(len(buffer), len(self._head))
            buffer[:size] = self._head[:size]
            self._head = self._head[size:]
            return size
        if self._wrong is not None:
            wrong, self._wrong = self._wrong, None
            raise wrong
        with told(self._packing):
            found: int = self._file.readinto1(buffer)
        return found


def _unpacked(file: BinaryIO, packing: str) -> BinaryIO:
    if packing == "gzip":
        return io.BufferedReader(Members(file), _PIECE)
    begin = file.peek(HEAD) if isinstance(file, io.BufferedReader) else cast(io.BytesIO, file).getbuffer()
    if bytes(begin[: len(_DICTIONARY)]) == _DICTIONARY:
        raise InputError("zstd", "zstd with a dictionary of its own is not supported; unpack it first")
    return cast(BinaryIO, need("zst").ZstdFile(file))


def _zstd_error() -> type[Exception]:
    """The error of zstd's module, where it is in use."""
    module = sys.modules.get(EXTRAS["zst"][1])
    return module.ZstdError if module else zlib.error
