"""What a file holds, told by its first bytes: many documents or one, compressed or not."""

from __future__ import annotations

import re

from khabar.corpus.json_begin import json_in

HEAD = 1024
"""The first bytes, which tell: room for the first key of a record behind some white space."""
MAGIC = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}
"""How compressed files begin."""
MAGIC |= {bytes([first]) + b"\x2a\x4d\x18": "zstd" for first in range(0x50, 0x60)}
"""Frames that are passed over; in one of them a dictionary stands before .warc.zst."""
_LONGEST = max(map(len, MAGIC))
_WARC = re.compile(rb"[\r\n]*+WARC/\d+\.\d+[ \t]*+\r?+\n(?:(?P<sure>[!-9;-~]++[ \t]*+:)|\Z)")
_PARQUET = re.compile(rb"PAR1(?:(?P<sure>[^\x00-\x08\x0e-\x1f]*+[\x00-\x08\x0e-\x1f])|\Z)")
"""Behind the sign stand numbers, which no text has."""


def compression_of(head: bytes) -> str | None:
    """How the bytes are compressed; None where they are not."""
    for magic, name in MAGIC.items():
        if head.startswith(magic):
            return name
    return None


def may_be_compressed(head: bytes) -> bool:
    """Can it not be told yet whether they are compressed?"""
    return len(head) < _LONGEST and any(magic.startswith(head) for magic in MAGIC)


def kind_of(head: bytes, *, more: bool = True) -> str | None:
    """`warc`, `parquet` or `json` (records, in lines or not); None where it is one document. `more`: other bytes may
    follow these, so an array of something else than objects cannot be told from a text that begins with a bracket."""
    for sign, kind in ((_WARC, "warc"), (_PARQUET, "parquet")):
        found = sign.match(head)
        if found and (found["sure"] or not more):
            return kind
    return "json" if json_in(head, HEAD, more=more) == "records" else None


def looks_like_json(head: bytes | str) -> bool:
    """Is this JSON, and no article? `head`: the first HEAD bytes or characters, or all where there are fewer."""
    return json_in(head, HEAD, more=False) is not None
