"""Parquet: rows or whole documents in columns, with types, for pandas, DuckDB, polars and datasets.

Rows come as JSON Lines, which any process can make; here they become columns. A group of rows is written as
soon as it is large enough, so no more than one is held.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from khabar.corpus.missing import need

from khabar_cli.columns import COLUMNS, ENTRIES, Column, column
from khabar_cli.messages import reason
from khabar_cli.sink import OutputError, Sink, drop

_GROUP_ROWS = 50_000
_GROUP_CHARACTERS = 4 << 20
"""A group of rows is full at the first of them."""


class ParquetSink(Sink):
    """Text in the form of JSON Lines to a Parquet file, which takes its place when it is whole."""

    def __init__(self, inner: Sink, columns: Sequence[str], *, whole: bool = False) -> None:
        """`inner`: where the bytes go. `whole`: rows are whole documents. Raises MissingExtra."""
        need("parquet")
        import pyarrow as pa
        from khabar import SCHEMA

        super().__init__(inner._stream, inner._name)
        self._inner = inner
        self._columns = {name: column(name, whole=whole) for name in columns}
        self._schema = pa.schema(
            [(name, _type(held, name)) for name, held in self._columns.items()],
            metadata={"khabar.schema": str(SCHEMA)},
        )
        self._rows: list[str] = []
        self._size = 0
        self._count = 0
        self._writer: Any = None

    def write(self, text: str) -> None:
        """Lines of rows. Raises OutputError."""
        if not text:
            return
        self._rows.append(text)
        self._size += len(text)
        self._count += text.count("\n")
        if self._count >= _GROUP_ROWS or self._size >= _GROUP_CHARACTERS:
            self._group()

    def commit(self) -> None:
        self._group(last=True)
        self._inner.commit()

    def abort(self) -> None:
        self._inner.abort()

    def _group(self, *, last: bool = False) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        try:
            if self._writer is None:
                self._writer = parquet.ParquetWriter(self._stream, self._schema, compression="zstd")
            if self._rows:
                rows = [json.loads(line) for line in "".join(self._rows).split("\n") if line]
                self._rows, self._size, self._count = [], 0, 0
                arrays = [
                    pa.array([_held(held, row.get(name)) for row in rows], type=self._schema.field(name).type)
                    for name, held in self._columns.items()
                ]
                self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
            if last:
                self._writer.close()
                self._stream.flush()
        except (OSError, ValueError, pa.ArrowException) as error:
            drop(self._stream)
            raise OutputError(f"{self._name}: {reason(error)}") from error


def _type(column: Column, name: str) -> Any:
    """The Arrow type of a column."""
    import pyarrow as pa

    if column.type == "entries":
        return pa.list_(pa.struct([(key, _type(COLUMNS[key], key)) for key in ENTRIES[name]]))
    simple = {"number": pa.int32, "share": pa.float64, "flag": pa.bool_}
    if column.type in simple:
        return simple[column.type]()
    return pa.list_(pa.string()) if column.type == "texts" else pa.string()


def _held(column: Column, value: Any) -> Any:
    """The value as it stands in a column: of a shape that is not known, as JSON, but strings as they are."""
    if column.type == "any" and not (value is None or isinstance(value, str)):
        value = json.dumps(value, ensure_ascii=False)
    return _valid(value)


def _valid(value: Any) -> Any:
    """Text without lone surrogates (bytes of a file's name): they are escapes, as in JSON."""
    if isinstance(value, list):
        return [_valid(one) for one in value]
    if isinstance(value, dict):
        return {key: _valid(one) for key, one in value.items()}
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    return value
