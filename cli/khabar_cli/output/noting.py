"""A writer round another: what is noted of each document where the output is (see View.notes)."""

from __future__ import annotations

from typing import Any

from khabar_cli.output.around import WriterAround
from khabar_cli.output.base import Writer


class NotingWriter(WriterAround):
    """Items are written by the inner writer, and noted."""

    def __init__(self, inner: Writer, notes: Any) -> None:
        super().__init__(inner)
        self._notes = notes

    def part(self, item: Any) -> Any:
        return super().part(item), self._notes.part(item)

    def put(self, part: Any) -> str:
        made, note = part
        self._notes.put(note)
        return super().put(made)

    def failed(self, source: str, message: str) -> None:
        self._notes.failed(source)
        super().failed(source, message)
