"""The other fields of a record, from the input to the output: always under `record`, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from khabar import Trace

RECORD = "record"


class RecordTrace(Trace):
    """A trace whose document came with other fields."""

    extra: Mapping[str, Any]


def with_extra(trace: Trace, extra: Mapping[str, Any] | None) -> Trace:
    """The trace with the record's other fields, which `add_extra` puts into its record."""
    if not extra:
        return trace
    held = RecordTrace(*trace)
    held.extra = extra
    return held


def add_extra(record: dict[str, Any], trace: Trace) -> dict[str, Any]:
    """The document's record with the other fields behind its own."""
    extra: Mapping[str, Any] | None = getattr(trace, "extra", None)
    return {**record, RECORD: extra} if extra else record
