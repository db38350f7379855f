"""JSON as pages have it: read, and mended where it is none and it is plain what was meant."""

from __future__ import annotations

import re
from json import JSONDecoder

from khabar.lazy import Lazy

_TOKEN = Lazy(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?$)|[\[\]{},:]|[^\[\]{},:"/]++|/', re.DOTALL)
"""A string (a last one may be open), a mark, or what stands between them. Nothing is read twice."""
_OUTSIDE = Lazy(r"<!--|-->|<!\[CDATA\[|\]\]>|/\*[^*\n]{0,100}\*/|(?<!\S)//[^\n]{0,100}+\n")
"""Wrappings and comments. One inside of a string goes with them: only text that no JSON parser takes comes here."""
_SCALAR = Lazy(r"\s*(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*")
_LONGEST = 300_000
_DEEPEST = 200
_CLOSES = {"{": "}", "[": "]"}
_SALVAGE = Lazy(
    r'"(headline|datePublished|dateModified)"\s{0,9}:\s{0,9}"'
    r'((?:[^"\\]|\\.|"(?!\s{0,99}(?:,\s{0,99}"|[}\]]))){1,600}+)"',
    re.DOTALL,
)
"""A property in text that is no JSON at all, for the most part because of quotation marks inside of a string."""
_DECODER = JSONDecoder(strict=False)
"""Raw line ends inside of strings are common."""


def load(text: str) -> list[object]:
    """The values of one script, mended where it is no JSON: several in a row, commas too many, brackets not
    closed, comments round it. Empty where nothing can be read. Never raises."""
    text = text.strip()
    if not text:
        return []
    try:
        return [_DECODER.decode(text)]
    except (ValueError, RecursionError):
        pass
    out: list[object] = []
    mended, at = mend(text), 0
    while at < len(mended):
        try:
            value, at = _DECODER.raw_decode(mended, at)
        except (ValueError, RecursionError):
            break
        out.append(value)
    return out or _salvage(text[:_LONGEST])


def _salvage(text: str) -> list[object]:
    found: dict[str, str] = {}
    for match in _SALVAGE().finditer(text):
        found.setdefault(match[1], match[2].replace("\\", ""))
    return [{"@type": "Article", **found}] if found else []


def mend(text: str) -> str:
    """The text without comments and wrappings, without commas before a closing bracket, and with what was left
    open closed: empty where it is too long or too deep to be worth it.

    Several values in a row stay so; json.JSONDecoder.raw_decode takes them one by one.
    """
    if len(text) > _LONGEST:
        return ""
    out: list[str] = []
    open_: list[str] = []
    for match in _TOKEN().finditer(_OUTSIDE().sub(" ", text)):
        token = match.group()
        if token in ("{", "["):
            open_.append(token)
            if len(open_) > _DEEPEST:
                return ""
        elif token in ("}", "]"):
            if not open_ or _CLOSES[open_[-1]] != token:
                continue
            open_.pop()
            _end(out, token == "}")
        elif token.isspace():
            continue
        out.append(token)
        if not open_ and token not in ("}", "]"):
            out.pop()  # between values: semicolons, the rest of a wrapping
    if open_ and out:
        _end_of_text(out)
    while open_:
        mark = open_.pop()
        _end(out, mark == "{")
        out.append(_CLOSES[mark])
    return "".join(out)


def _closed(string: str) -> bool:
    if len(string) < 2 or string[-1] != '"':
        return False
    slashes = len(string) - 1 - len(string[:-1].rstrip("\\"))
    return slashes % 2 == 0


def _end_of_text(out: list[str]) -> None:
    """The last token whole again, where the text broke off in it."""
    last = out[-1]
    if last[0] == '"':
        if not _closed(last):
            out[-1] = last.removesuffix("\\") + '"'
    elif last not in "{}[],:" and not _SCALAR().fullmatch(last):
        out[-1] = "null"


def _end(out: list[str], of_object: bool) -> None:
    """Before a closing bracket: no comma, and no key without a value."""
    while out and out[-1] == ",":
        out.pop()
    if of_object and out:
        if out[-1] == ":":
            out.append("null")
        elif out[-1][0] == '"' and len(out) > 1 and out[-2] in ("{", ","):
            out.append(":null")
