"""All items as one, shown at the end: a writer round that of the format."""

from __future__ import annotations

from typing import Any

from khabar_cli.output.base import Writer


class GatheringWriter(Writer):
    """Items are added to a tally and forgotten; errors come out at once, where they happen."""

    def __init__(self, inner: Writer, tally: Any) -> None:
        super().__init__(inner.view)
        self._inner = inner
        self._tally = tally

    def head(self) -> str:
        return self._inner.head()

    def item(self, item: Any) -> str:
        self._tally.add(item)
        return ""

    def error(self, source: str, code: str, message: str) -> str:
        return self._inner.error(source, code, message)

    def tail(self) -> str:
        return self._inner.item(self._tally) + self._inner.tail()
