"""Regular expressions that are compiled when they are first needed: classes of letters of many scripts take long."""

from __future__ import annotations

import re


class Lazy:
    """A pattern; calling it gives it compiled."""

    __slots__ = ("_compiled", "_flags", "_source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __call__(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled
