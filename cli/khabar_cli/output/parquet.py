"""Parquet: the rows of a table, with types, for pandas and DuckDB.

Rows come as JSON Lines, which any process can make; here they become columns. A group of rows is written as
soon as it is large enough, so no more than one is held.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from khabar.corpus.missing import need

from khabar_cli.sink import OutputError, Sink, drop

VIEWS = ("sections", "quotes", "statements", "credits", "speakers", "agencies")
"""The commands whose rows are a table."""
NUMBERS = frozenset(
    {
        "section",
        "n",
        "paragraph",
        "start",
        "end",
        "end_paragraph",
        "quotes",
        "statements",
        "words",
        "files",
        "pictures",
    },
)
SHARES = frozenset({"confidence"})
"""Numbers from 0 to 1."""
FLAGS = frozenset({"quoted"})
"""True or false."""
LISTS = frozenset({"paragraphs", "agencies", "forms"})
"""Columns that are no strings: NUMBERS, SHARES, FLAGS, LISTS."""

_GROUP_ROWS = 50_000
_GROUP_CHARACTERS = 4 << 20
"""A group of rows is full at the first of them."""


class ParquetSink(Sink):
    """Text in the form of JSON Lines to a Parquet file, which takes its place when it is whole."""

    def __init__(self, inner: Sink, columns: Sequence[str]) -> None:
        """`inner`: where the bytes go. Raises MissingExtra."""
        need("parquet")
        import pyarrow as pa
        from khabar import SCHEMA

        super().__init__(inner._stream, inner._name)
        self._inner = inner
        self._columns = tuple(columns)
        self._schema = pa.schema(
            [(name, _type(name)) for name in self._columns], metadata={"khabar.schema": str(SCHEMA)}
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
                    pa.array([_valid(row.get(name)) for row in rows], type=self._schema.field(name).type)
                    for name in self._columns
                ]
                self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
            if last:
                self._writer.close()
                self._stream.flush()
        except (OSError, ValueError, pa.ArrowException) as error:
            drop(self._stream)
            raise OutputError(f"{self._name}: {getattr(error, 'strerror', None) or error}") from error


def _type(column: str) -> Any:
    import pyarrow as pa

    if column in NUMBERS:
        return pa.int32()
    if column in SHARES:
        return pa.float64()
    if column in FLAGS:
        return pa.bool_()
    return pa.list_(pa.string()) if column in LISTS else pa.string()


def _valid(value: Any) -> Any:
    """Text without lone surrogates (bytes of a file's name): they are escapes, as in JSON."""
    if isinstance(value, list):
        return [_valid(one) for one in value]
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    return value
