"""JSON in the colours of jq, for a terminal. Of the serialised text nothing is changed but that codes stand round its
tokens: what is copied from the screen is the same JSON."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""(?P<string>"[^"\\]*(?:\\.[^"\\]*)*")(?P<colon>\s*:)?|(?P<null>null)|(?P<bracket>[][{},]+)""", re.DOTALL
)
_KEY, _STRING, _NULL, _BRACKET = "34;1", "32", "90", "1"
"""Numbers, true and false are as they are."""


def coloured(text: str) -> str:
    """The JSON with colours. Strings hold no escape of a terminal: the serialiser writes it as \\u001b."""
    return _TOKEN.sub(_paint, text)


def _paint(token: re.Match[str]) -> str:
    colon = token["colon"]
    if colon is not None:
        return _in(_KEY, token["string"]) + _in(_BRACKET, colon)
    code = {"string": _STRING, "null": _NULL, "bracket": _BRACKET}[token.lastgroup or ""]
    return _in(code, token[0])


def _in(code: str, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"
