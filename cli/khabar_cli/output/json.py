"""JSON: an array of all records, or one record per line.

Text comes out as it is, not as `\\u` escapes, but for what steers a terminal or breaks a line for some
reader: DEL, C1, bidi controls, U+2028 and the like are escaped. A JSON reader gets the very same strings.
"""

from __future__ import annotations

import json
import re
from typing import Any

from khabar_cli.characters import STEERING
from khabar_cli.output.base import Writer
from khabar_cli.views.base import Record, View

_line = json.JSONEncoder(ensure_ascii=False).encode
_INDENT = "  "


def _safe(text: str) -> str:
    if text.isprintable():  # the common case, and three times as fast as the search
        return text
    return re.sub(STEERING, lambda match: f"\\u{ord(match[0]):04x}", text)


class LinesWriter(Writer):
    """JSON Lines: every record on its own line, as soon as its document is done."""

    def __init__(self, view: View[Any], *, colour: bool = False) -> None:
        super().__init__(view)
        self._colour = colour

    def part(self, item: Any) -> str:
        return "".join(self._one(record) for record in self.view.records(item))

    def error(self, source: str, code: str, message: str) -> str:
        return self.put(self._one(_error(source, code, message)))

    def _one(self, record: Record) -> str:
        return self._shown(_line(record)) + "\n"

    def _shown(self, text: str) -> str:
        """The serialised text as it is printed."""
        text = _safe(text)
        if not self._colour:
            return text
        from khabar_cli.output.json_colours import coloured

        return coloured(text)


class NestedWriter(LinesWriter):
    """Rows of Parquet, each on its own line."""

    def part(self, item: Any) -> str:
        return "".join(self._one(row) for row in self.view.nested(item))


class ArrayWriter(LinesWriter):
    """One array of all records, indented; it is written as it grows."""

    def __init__(self, view: View[Any], *, colour: bool = False) -> None:
        super().__init__(view, colour=colour)
        self._before = self._shown("[") + "\n"
        self.between = self._shown(",") + "\n"

    def part(self, item: Any) -> str:
        return self.between.join(map(self._one, self.view.records(item)))

    def tail(self) -> str:
        return f"\n{self._shown(']')}\n" if self._before == self.between else f"{self._shown('[]')}\n"

    def _one(self, record: Record) -> str:
        text = json.dumps(record, ensure_ascii=False, indent=_INDENT)
        return self._shown(_INDENT + text.replace("\n", "\n" + _INDENT))


class ObjectWriter(Writer):
    """The record of the only document, not in an array: what a file of its own holds."""

    def part(self, item: Any) -> str:
        return "".join(map(pretty, self.view.records(item)))


def _error(source: str, code: str, message: str) -> Record:
    from khabar import SCHEMA

    return {"schema": SCHEMA, "source": source, "error": {"code": code, "message": message}}


def pretty(value: Any) -> str:
    """One value, indented, with a newline at the end."""
    return _safe(json.dumps(value, ensure_ascii=False, indent=_INDENT)) + "\n"
