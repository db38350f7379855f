"""Parquet files of records, read by and by."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from khabar.corpus.cells import bytes_in, converter, repeated
from khabar.corpus.files import size, too_big
from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.corpus.missing import need
from khabar.corpus.records import item
from khabar.corpus.streams import told
from khabar.errors import InputError

_ROWS = 64
"""Rows that are held at a time; of large rows, fewer."""
_BATCH = 16 << 20
"""Bytes of rows that are held at a time, as far as the file says how many they have."""
_BUFFER = 1 << 16
"""Bytes of a column that are read at a time."""
SPOOLED = 8 << 30
"""Bytes that a Parquet file may have that comes through a pipe: its end must be read first, so it is written to a
temporary file."""
_IN_MEMORY = 16 << 20
"""So many of them need no file."""


def rows(file: io.BufferedReader, name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    """A document of each row. Raises MissingExtra, and InputError where the file is broken."""
    need("parquet")
    import pyarrow
    from pyarrow import parquet

    with told(), _seekable(file) as raw:
        try:
            opened = parquet.ParquetFile(raw, buffer_size=_BUFFER)
            yield from _rows(opened, name, relative, options)
        except pyarrow.ArrowException as error:
            raise _broken(error) from error
        except OSError as error:  # pyarrow's as well
            if error.errno is not None:
                raise
            raise _broken(error) from error


def _rows(opened: Any, name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    twice = repeated(opened.schema_arrow.names)
    if twice is not None:
        yield Failure(source_of(name), "record", f"two columns are called {twice}")
        return
    fields = {field.name: converter(field.type) for field in opened.schema_arrow}
    if options.text_field not in fields:
        there = ", ".join([*fields][:20]) or "none"
        wanted = f"no column is called {options.text_field} (see --text-field)"
        yield Failure(source_of(name), "record", f"{wanted}; there are {there}")
        return
    number = 0
    for group in range(opened.num_row_groups):
        held = _held(opened.metadata.row_group(group))
        for batch in opened.iter_batches(batch_size=held, row_groups=[group], use_threads=False):
            for row in range(batch.num_rows):
                number += 1
                yield _row(batch, row, fields, name, number, relative, options)
    if not number:
        yield Failure(source_of(name), "empty", "no records: the file has no rows")


def _held(group: Any) -> int:
    """Rows of a group that are held at a time. A value that is written once may stand in every row, so the largest
    may be as large as its column."""
    largest = max((group.column(n).total_uncompressed_size for n in range(group.num_columns)), default=0)
    return int(max(1, min(_ROWS, _BATCH // max(1, largest))))


def _row(
    batch: Any,
    row: int,
    fields: dict[str, Callable[[Any], Any]],
    name: str,
    number: int,
    relative: str,
    options: InputOptions,
) -> Item | Failure:
    place = f"{source_of(name)}:{number}"
    if options.max_bytes is not None and _bytes(batch, row) > options.max_bytes:
        wrong = too_big(options.max_bytes)
        return Failure(place, wrong.code, str(wrong))
    value: dict[str, Any] = {}
    for column, (field, get) in zip(batch.columns, fields.items(), strict=True):
        try:
            scalar = column[row]
            value[field] = scalar.as_py() if field == options.text_field else get(scalar)
        except InputError as error:
            return Failure(place, error.code, f"the column {field} {error}")
        except UnicodeDecodeError:
            return Failure(place, "record", f"the column {field} holds text that is not UTF-8")
        except Exception as error:  # of pyarrow, which raises what it likes: the other rows can be read
            why = (
                str(error) if isinstance(error, ValueError | ArithmeticError) else f"{type(error).__name__}: {error}"
            )
            return Failure(place, "record", f"the column {field} holds what cannot be read: {why}")
    return item(value, name, number, relative, options)


def _bytes(batch: Any, row: int) -> int:
    """Of all cells of a row."""
    return sum(bytes_in(column.slice(row, 1)) for column in batch.columns)


@contextmanager
def _seekable(file: io.BufferedReader) -> Iterator[BinaryIO]:
    """The file, its end first: what comes through a pipe, or is compressed, is copied."""
    if file.seekable():
        yield cast(BinaryIO, file)
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        left = SPOOLED
        while piece := file.read(min(_BUFFER, left + 1)):
            left -= len(piece)
            if left < 0:
                raise InputError("too-big", f"more than {size(SPOOLED)} of Parquet through a pipe; name the file")
            copy.write(piece)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def _broken(error: Exception) -> InputError:
    return InputError("parquet", f"broken Parquet: {(str(error).splitlines() or [''])[0]}")
