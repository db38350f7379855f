"""A writer round another, which does what the inner one does: others change a part of that."""

from __future__ import annotations

from typing import Any

from khabar_cli.output.base import Writer


class WriterAround(Writer):
    """Hands everything on to `inner`."""

    def __init__(self, inner: Writer) -> None:
        super().__init__(inner.view)
        self._inner = inner

    def head(self) -> str:
        return self._inner.head()

    def part(self, item: Any) -> Any:
        return self._inner.part(item)

    def put(self, part: Any) -> str:
        return self._inner.put(part)

    def error(self, source: str, code: str, message: str) -> str:
        return self._inner.error(source, code, message)

    def failed(self, source: str, message: str) -> None:
        self._inner.failed(source, message)

    def tail(self) -> str:
        return self._inner.tail()
