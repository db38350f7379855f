"""All items as one, shown at the end: a writer round that of the format."""

from __future__ import annotations

from typing import Any

from khabar_cli.output.around import WriterAround
from khabar_cli.output.base import Writer


class GatheringWriter(WriterAround):
    """Items are added to a tally and forgotten; errors come out at once, where they happen."""

    def __init__(self, inner: Writer, tally: Any) -> None:
        super().__init__(inner)
        self._tally = tally

    def part(self, item: Any) -> Any:
        return self._tally.part(item)

    def put(self, part: Any) -> str:
        self._tally.put(part)
        return ""

    def tail(self) -> str:
        return self._inner.item(self._tally) + self._inner.tail()
