"""Parquet files of records, read by and by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.corpus.missing import need
from khabar.corpus.reading import standard_input
from khabar.corpus.records import item
from khabar.corpus.streams import told
from khabar.errors import InputError

_ROWS = 64
"""Rows that are held at a time."""


def rows(name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    """A document of each row. Raises MissingExtra at once, InputError where the file is broken."""
    need("parquet")
    return _rows(name, relative, options)


def _rows(name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    import pyarrow
    from pyarrow import parquet

    with told(), _seekable(name) as raw:
        try:
            number = 0
            file = parquet.ParquetFile(raw)
            if options.text_field not in file.schema_arrow.names:
                there = ", ".join(file.schema_arrow.names[:20])
                wanted = f"no column is called {options.text_field} (see --text-field)"
                yield Failure(source_of(name), "record", f"{wanted}; there are {there}")
                return
            for batch in file.iter_batches(batch_size=_ROWS, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    text = row.pop(options.text_field)
                    value = {options.text_field: text, **{key: _json(field) for key, field in row.items()}}
                    yield item(value, name, number, relative, options)
        except pyarrow.ArrowException as error:
            raise InputError("parquet", f"broken Parquet: {str(error).splitlines()[0]}") from error


def _seekable(name: str) -> BinaryIO:
    """The file: its end is read first, so a pipe will not do."""
    if name != "-":
        return open(name, "rb")
    file: BinaryIO = standard_input()
    if not file.seekable():
        raise InputError("unreadable", "Parquet cannot be read from a pipe; name the file")
    return file


def _json(value: Any) -> Any:
    """A value of a column as JSON can have it: times in ISO 8601, decimals and bytes as text."""
    import math

    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, dict):
        return {str(key): _json(field) for key, field in value.items()}
    if isinstance(value, list | tuple):
        return [_json(field) for field in value]
    iso = getattr(value, "isoformat", None)
    return iso() if iso is not None else str(value)
