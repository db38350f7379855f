"""A writer round another: what is noted of each document where the output is (see View.notes)."""

from __future__ import annotations

from typing import Any

from khabar_cli.output.base import Writer


class NotingWriter(Writer):
    """Items are written by the inner writer, and noted."""

    def __init__(self, inner: Writer, notes: Any) -> None:
        super().__init__(inner.view)
        self._inner = inner
        self._notes = notes

    def head(self) -> str:
        return self._inner.head()

    def part(self, item: Any) -> Any:
        return self._inner.part(item), self._notes.part(item)

    def put(self, part: Any) -> str:
        made, note = part
        self._notes.put(note)
        return self._inner.put(made)

    def error(self, source: str, code: str, message: str) -> str:
        return self._inner.error(source, code, message)

    def failed(self, source: str, message: str) -> None:
        self._notes.failed(source)
        self._inner.failed(source, message)

    def tail(self) -> str:
        return self._inner.tail()
