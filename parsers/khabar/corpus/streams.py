"""Files that are read piece by piece, compressed or not."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from khabar.corpus.reading import GZIP, input_error, standard_input
from khabar.errors import InputError


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The bytes of a file, or of standard input for `-`, uncompressed. What goes wrong while they are read is
    an InputError as well."""
    with told():
        raw = standard_input() if name == "-" else open(name, "rb")  # noqa: SIM115 closed below
        try:
            packed = raw.peek(len(GZIP))[: len(GZIP)] == GZIP
            yield cast(BinaryIO, gzip.GzipFile(fileobj=raw) if packed else raw)
        finally:
            if name != "-":
                raw.close()


@contextmanager
def told() -> Iterator[None]:
    """Errors of files and of compression become InputErrors."""
    try:
        yield
    except EOFError as error:
        raise InputError("gzip", "broken gzip: it ends too early") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError("gzip", f"broken gzip: {error}") from error
    except (OSError, ValueError, MemoryError) as error:
        raise input_error(error) from error


def unpack(data: bytes, most: int) -> bytes:
    """Uncompressed, but not more than `most` bytes (-1: all). Raises InputError."""
    with told(), gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
        return file.read(most)
