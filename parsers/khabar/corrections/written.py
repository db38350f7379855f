"""A trace as a document of corrections.json: all as khabar has it, nothing corrected yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from khabar.blocks import Label, LabelledBlock
from khabar.corrections.record import FORMAT
from khabar.traced import Trace


def written(traces: Iterable[Trace], version: str | None = None) -> dict[str, Any]:
    """The file for these traces (with their blocks), as plain JSON types: what the report saves where a reader
    finds all of them right."""
    documents = [_document(trace) for trace in traces]
    return {"corrections": FORMAT, **({"khabar": version} if version else {}), "documents": documents}


def _document(trace: Trace) -> dict[str, Any]:
    return {
        "source": trace.article.source,
        "lines": [_line(block) for block in trace.blocks],
        "quotes": [
            {
                "text": quote.text,
                "kind": quote.kind,
                "speaker": quote.speaker,
                "section": quote.section,
                "paragraph": quote.paragraph,
                "start": quote.start,
                "end": quote.end,
            }
            for quote in trace.article.quotes
        ],
    }


def _line(block: LabelledBlock) -> dict[str, Any]:
    line: dict[str, Any] = {
        "line": block.line,
        "end_line": block.end_line,
        "text": block.text,
        "label": str(block.label),
    }
    if block.label in (Label.CAPTION, Label.CREDIT) and block.value is not None and block.value != block.text:
        line["value"] = block.value
    if block.label is Label.CAPTION and block.credit:
        line["credit"] = block.credit
    return {**line, "rule": block.rule}
