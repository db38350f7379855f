"""Does JSON begin here? An article may begin with brackets and braces as well: `[1] See …`, `{photo} …`. Where both
may be, it is JSON: an error that names the way out is better than an article of keys and braces."""

from __future__ import annotations

import re
from typing import Literal

Json = Literal["records", "other"]
"""What can be read as records, and what is no article but cannot."""

SPACE = b" \t\r\n\x1e"
"""White space between records; the last one begins each record of a JSON text sequence."""
WHITE = SPACE.decode()
# patterns as strings: most starts need none of them, and `re` keeps what it has compiled
_STRING = r'"(?:[^"\\\x00-\x1f]|\\.)*+"'
_VALUE = r'(?:["\[{]|-?(?:\d|Infinity\b)|(?:true|false|null|NaN)\b)'
_KEY = rf"\{{\s*+{_STRING}\s*+:"
_ARRAYS = r"(?:\[[\s,]*+)*+"
_RECORDS = rf"{_ARRAYS}{_KEY}\s*+{_VALUE}"
"""An object with a key, or an array of such: no article begins like this."""
_SECOND = rf"\{{[^\r\n]*+[\r\n]\s*+{_KEY}\s*+{_VALUE}"
"""A first record that is broken, and a second one."""
_CUT = rf"{_ARRAYS}{_KEY}\s*+\Z"
_EMPTY = r"\{\s*+\}"
_OTHER = rf"""(?x)
    {_ARRAYS}(?:
        {_KEY}                                             # and what is no value
        | \{{\s*+'(?:[^'\\\r\n]|\\.)*+'\s*+:               # of Python
        | \{{\s*+[A-Za-z_$][\w$]*+\s*+:\s*+["'\[{{]        # of JavaScript
        | \{{\s*+(?:"(?:[^"\\\x00-\x1f]|\\.)*+\\?+)?+\s*+$ # it ends, or goes on, in its first key
    )
    | (?:\s*+(?:(?://|\#)[^\r\n]*+[\r\n]|/\*(?:[^*]|\*(?!/))*+\*/))++\s*+{_ARRAYS}{_KEY}  # behind comments
    | "(?:[\[{{]|\s|\\[nrt])++\\"                        # JSON in a string
    | \)\]\}}'?+,?+\s*+[\[{{]                              # behind what keeps scripts off
    | (?:for\s*+\(;;\)|while\s*+\(\d\));\s*+[\[{{]
    | [A-Za-z_$][\w.$]{{0,99}}+\s*+\(\s*+{_ARRAYS}{_KEY}   # a call of a script
    """
_TOKEN = len("\\ud83d")
"""What may be cut in two, at most: an escape, or a word such as false."""
_WIDE = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_WIDE_ASCII = (
    (rb"[\s{\[]\0\0\0", "UTF-32LE"),
    (rb"\0\0\0[\s{\[]", "UTF-32BE"),
    (rb"[\s{\[]\0(?:[^\0]\0|\Z)", "UTF-16LE"),
    (rb"\0[\s{\[](?:\0[^\0]|\Z)", "UTF-16BE"),
)


def wide(head: bytes) -> str | None:
    """The encoding of more than a byte for each letter, as the first bytes of JSON tell it; None for UTF-8."""
    for mark, name in _WIDE.items():
        if head.startswith(mark):
            return name
    if b"\0" not in head[:4]:
        return None
    return next((name for begin, name in _WIDE_ASCII if re.match(begin, head)), None)


def json_in(head: bytes | str, most: int, *, more: bool) -> Json | None:
    """What begins here; None where it is no JSON. `head`: what is there of a document, of which no more than `most`
    bytes or characters are looked at. `more`: other bytes may follow; then only what is sure is told."""
    text = _text(head[:most])
    if not text:
        return None
    if text[0] not in "{[":
        return "other" if not more and text[0] in '/#)"' and re.match(_OTHER, text) else None
    if re.match(_RECORDS, text) or re.match(_SECOND, text):
        return "records"
    if more:
        return None
    if re.match(_CUT, text):
        return "records"
    if re.match(_OTHER, text):
        return "other"
    return _chain(text, whole=len(head) < most) if text[0] == "[" or re.match(_EMPTY, text) else None


def is_call(text: str) -> bool:
    """Does a script begin here that is only there to hand over JSON: `callback({"a": …`, `for(;;);{"a": …`?"""
    return "(" in text and "{" in text and re.match(_OTHER, text) is not None


def _text(head: bytes | str) -> str:
    if isinstance(head, bytes):
        head = head.decode(wide(head) or "utf-8", "ignore")
    return head.lstrip("\ufeff" + WHITE)


def _chain(text: str, *, whole: bool) -> Json | None:
    """Do values stand here, one after the other, and nothing else? Where it is cut off: as far as one can see?"""
    import json

    read = json.JSONDecoder().raw_decode
    at = 0
    while at < len(text):
        if text[at] not in "[{":
            return None
        try:
            at = read(text, at)[1]
        except json.JSONDecodeError as error:
            if error.msg.startswith("Unterminated string"):
                return "other"
            return "records" if error.pos >= len(text.rstrip()) - (0 if whole else _TOKEN) else None
        except (RecursionError, ValueError):  # the latter: of an endless number
            return "records"
        at += len(text) - at - len(text[at:].lstrip(WHITE))
    return "records"
