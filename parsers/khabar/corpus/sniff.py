"""What a file holds, told by its first bytes: many documents or one, compressed or not."""

from __future__ import annotations

import re

HEAD = 1024
"""The first bytes, which tell: room for the first key of a record behind some white space."""
MAGIC = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"\x5d\x2a\x4d\x18": "zstd"}
"""How compressed files begin; the last one: a dictionary that stands before .warc.zst."""
_LONGEST = max(map(len, MAGIC))
_WARC = re.compile(rb"WARC/\d")
_PARQUET = b"PAR1"
_KEY = r'\{\s*+(?:"(?:[^"\\\x00-\x1f]|\\.)*+"\s*+:|\}\s*+(?:[\[{\],]|$))'
_RECORDS = re.compile(rf"(?:\[\s*+)*+{_KEY}")
"""An object with a key, or an array of such: no article begins like this."""
_TOKEN = len("\\ud83d")
"""What may be cut in two, at most: an escape, or a word such as false."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


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
    if _WARC.match(head):
        return "warc"
    if head.startswith(_PARQUET):
        return "parquet"
    return "json" if looks_like_json(head, more=more) else None


def looks_like_json(head: bytes | str, *, more: bool = False) -> bool:
    """Does JSON begin here: an object or an array? `[ANALYSIS] The port …`, `[1] See …` and `{{ title }}` are texts.
    `head`: the first HEAD bytes or characters, or all where there are fewer."""
    text = _text(head[:HEAD] if isinstance(head, bytes) else head[:HEAD].lstrip("\ufeff \t\r\n"))
    if not text.startswith(("{", "[")):
        return False
    if _RECORDS.match(text):
        return True
    return not more and text.startswith("[") and _is_array(text, whole=len(head) < HEAD)


def _text(head: bytes | str) -> str:
    if isinstance(head, str):
        return head
    encoding = "utf-16" if head.startswith(_UTF16) else "utf-8"
    return head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")


def _is_array(text: str, *, whole: bool) -> bool:
    """Does an array stand here, and behind it nothing or more JSON? Where it is cut off: does it begin like one?"""
    import json

    try:
        _, end = json.JSONDecoder().raw_decode(text)
    except json.JSONDecodeError as error:
        if error.msg.startswith("Unterminated string"):
            return not whole
        return error.pos >= len(text.rstrip()) - (0 if whole else _TOKEN)
    except RecursionError:
        return True
    return text[end:].lstrip()[:1] in ("", "[", "{")
