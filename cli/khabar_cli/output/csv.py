"""Comma- and tab-separated values: a heading, then the view's rows, without control characters."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from khabar_cli.characters import plain
from khabar_cli.output.base import Writer
from khabar_cli.views.base import Cell

_BREAKS = re.compile(r"[\t\n]+")


class CsvWriter(Writer):
    """RFC 4180 quoting, with "\\n" between rows as Unix tools want it."""

    def head(self) -> str:
        return self._write([self.view.columns()])

    def part(self, item: Any) -> str:
        return self._write(self.view.rows(item))

    def _write(self, rows: Iterable[Sequence[Cell]]) -> str:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([_plain(cell) for cell in row] for row in rows)
        return out.getvalue()


class TsvWriter(CsvWriter):
    """No quoting: tabs and line breaks inside a cell become a space, which `cut` and `awk` can trust."""

    def _write(self, rows: Iterable[Sequence[Cell]]) -> str:
        return "".join("\t".join(_BREAKS.sub(" ", str(_plain(cell))) for cell in row) + "\n" for row in rows)


def _plain(cell: Cell) -> str | int | float:
    return "" if cell is None else plain(cell) if isinstance(cell, str) else cell
