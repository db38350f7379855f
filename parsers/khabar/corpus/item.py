"""A document that is still to be parsed, what failed to be one, and the options that say what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from khabar.corpus.skipped import Skipped

STDIN = "<stdin>"
"""What standard input is called in the output and in messages."""
CONTAINERS = ("jsonl", "json", "warc", "parquet")
"""The values of --input-format that say that a file holds many documents."""
IS_OUTPUT = "output"
"""The code of an input that the output goes to: a file cannot be both."""
MAX_BYTES = 64 << 20
"""Bytes of one document where nothing else is said: more than any article has, and so few that a small file that
unpacks to gigabytes does not fill the memory."""


class Item(NamedTuple):
    """One document that is still to be parsed."""

    source: str
    """Its name as in the output."""
    path: str | None
    """The file to read; undecodable bytes of its name are surrogates. None: `data` is there already."""
    data: bytes | str | None
    record: dict[str, Any] | None
    """The other fields of a record."""
    relative: str
    """Its name below `-o DIR`, without the format's suffix."""
    warnings: tuple[str, ...] = ()
    """What its reader found that a user should know."""
    file: str | None = None
    """The file of many documents that it was read from, if that is one; `relative` is then that file's, a slash and
    a name without one."""


class Failure(NamedTuple):
    """What should have been a document, and why it is none."""

    source: str
    code: str
    message: str


def is_output(source: str) -> Failure:
    """The failure of an input that the output goes to."""
    return Failure(source, IS_OUTPUT, "is also the output")


class InputOptions(NamedTuple):
    """The options that say what is read and how."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    files_from: str | None = None
    null: bool = False
    input_format: str = "auto"
    text_field: str = "text"
    id_field: str = "id"
    output: str | None = None
    """Where output goes: a file there is a failure as an input. None: standard output."""
    max_bytes: int | None = MAX_BYTES
    """No document may have more, nor any record with all its fields; None: as many as there are."""
    counting: bool = False
    """Items are only counted: names and first bytes are read, and what can be read but once, or holds many documents,
    is one item with empty data."""
    debug: bool = False
    """The traceback of an error of ours goes to standard error."""
    skipped: Skipped | None = None
    """Counts what is passed over in folders and WARC files."""


def source_of(name: str) -> str:
    """The name of an input as it stands in the output."""
    return STDIN if name == "-" else name
