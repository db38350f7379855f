"""What is told where a field `record.NAME` that was asked for is in no record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from khabar_cli.record import RECORD_NAME

_SHOWN = 20
"""Names of fields that the line shows."""


class RecordFields:
    """Which of the fields that were asked for no record had so far."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names`: of --fields."""
        self._lacking = [name.removeprefix(RECORD_NAME) for name in names if name.startswith(RECORD_NAME)]
        self._there: dict[str, None] = {}
        self._documents = self._records = 0

    def take(self, record: Mapping[str, Any] | None) -> None:
        """One more document; None where it is no record's."""
        if not self._lacking:
            return
        self._documents += 1
        if record is None:
            return
        self._records += 1
        self._lacking = [name for name in self._lacking if not _has(record, name)]
        if len(self._there) <= _SHOWN:
            self._there.update(dict.fromkeys(record))

    def told(self) -> str | None:
        """The line; None where there is nothing to tell."""
        if not self._lacking or not self._documents:
            return None
        names = [f"{RECORD_NAME}{name}" for name in self._lacking]
        if not self._records:
            return f"{', '.join(names)}: the input holds no records"
        names = [name.removeprefix(RECORD_NAME) for name in names]
        more = ", …" if len(self._there) > _SHOWN else ""
        there = (
            f"there are {', '.join(list(self._there)[:_SHOWN])}{more}" if self._there else "there is no other field"
        )
        return f"no record has the field {' or '.join(names)}; {there}"


def _has(record: Mapping[str, Any], name: str) -> bool:
    """Is there such a key, or are there keys from the outside in with dots between them?"""
    if name in record:
        return True
    ends = (at for at, char in enumerate(name) if char == ".")
    return any(isinstance(inner := record.get(name[:at]), dict) and _has(inner, name[at + 1 :]) for at in ends)
