"""What the name of --output says of its format, by its end."""

from __future__ import annotations

import os

from khabar_cli.output import FILES

ENDS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
}
"""The ends that mean a format. Others (.txt) mean none."""
_PACKERS = {".gz": "gzip", ".zst": "zstd", ".bz2": "bzip2", ".xz": "xz"}
"""Ends that mean a compression, and who does it."""


def format_named(output: str) -> str | None:
    """The format that a name means; None where it means none."""
    return ENDS.get(_end(output))


def wrong_name(output: str, format: str, command: str) -> str | None:
    """What is wrong with a name for this format: it promises a compression, or a binary format that the file would
    not hold. None where nothing is. `command`: for what is right."""
    packer = _PACKERS.get(_end(output))
    if packer is not None:
        plain = output[: -len(_end(output))]
        if format in FILES or format_named(plain) in FILES:
            return f"khabar does not compress: write {plain}"
        return (
            f"khabar does not compress: khabar {command} … -f {format_named(plain) or format} | {packer} > {output}"
        )
    named = format_named(output)
    if named in FILES and named != format:
        plain = output[: -len(_end(output))]
        end = next((end for end, one in ENDS.items() if one == format), ".txt")
        return f"{output} would not be {named} but {format}: name it {plain}{end}, or ask for --format {named}"
    return None


def _end(name: str) -> str:
    return os.path.splitext(name)[1].lower()
