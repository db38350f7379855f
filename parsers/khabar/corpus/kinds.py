"""Files that hold many documents: who reads which kind. Their readers are imported when one comes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

from khabar.corpus.item import CONTAINERS, Failure, InputOptions, Item

_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".warc": "warc", ".parquet": "parquet"}
PACKED = (".gz", ".zst")
"""The ends of the names of compressed files."""


def documents(
    kind: str, file: io.BufferedReader, name: str, relative: str, options: InputOptions
) -> Iterator[Item | Failure]:
    """The documents of a file of records, which was opened to sniff. Raises MissingExtra, and InputError where the
    file itself is broken: what stood before is out by then."""
    if kind == "parquet":
        from khabar.corpus.parquet import rows

        return rows(file, name, relative, options)
    if kind == "warc":
        from khabar.corpus.warc import responses

        return responses(file, name, relative, options)
    from khabar.corpus import json_lines

    read = json_lines.lines if kind == "jsonl" else json_lines.document
    return read(file, name, relative, options)


def container_of(name: str, input_format: str) -> str | None:
    """What the file holds many documents in: as told, or as its name says; None where it is one document, or its
    first bytes must tell."""
    if input_format in CONTAINERS:
        return input_format
    if input_format != "auto" or name == "-":
        return None
    return _SUFFIXES.get(os.path.splitext(plain_name(name))[1])


def plain_name(name: str) -> str:
    """The name in lower case, without what says that the file is compressed."""
    lowered = name.lower()
    for end in PACKED:
        lowered = lowered.removesuffix(end)
    return lowered


def extras_of(name: str, input_format: str) -> set[str]:
    """The extras that the file needs, as far as its name says."""
    found = {"zst"} if name.lower().endswith(".zst") else set()
    kind = container_of(name, input_format)
    return found | {kind} if kind == "parquet" else found


def resolve_kind(named: str | None, found: str | None) -> str | None:
    """What is read where the name says one thing and the first bytes another: JSON Lines are JSON too."""
    return named if found is None or (named == "jsonl" and found == "json") else found
