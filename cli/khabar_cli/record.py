"""The other fields of a record, in the output: always under `record`, and nowhere else."""

from __future__ import annotations

from typing import Any

from khabar import Trace

RECORD = "record"
"""The other fields of a record, whole."""
RECORD_NAME = "record."
"""How the name of a column begins that is one of these fields."""


def with_record(document: dict[str, Any], trace: Trace) -> dict[str, Any]:
    """The document with the other fields of its record behind its own."""
    return {**document, RECORD: trace.record} if trace.record else document
