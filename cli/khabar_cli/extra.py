"""The other fields of a record, from the input to the output.

They stand in the document under their own names, after the contract's keys. One that has the name of a key
of the contract (or `error`, which marks what failed) never takes its place: it stands in the object `record`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from khabar import FIELDS, Trace

RECORD = "record"
_TAKEN = frozenset({*FIELDS, "error", RECORD})


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
    """The document's record with the other fields after its own."""
    extra: Mapping[str, Any] | None = getattr(trace, "extra", None)
    if not extra:
        return record
    taken = {key: value for key, value in extra.items() if key in _TAKEN or key in record}
    others = {key: value for key, value in extra.items() if key not in taken}
    return {**record, **others, RECORD: taken} if taken else {**record, **others}
