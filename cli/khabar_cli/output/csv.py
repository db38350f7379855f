"""Comma- and tab-separated values: a heading, then the view's rows, without control characters."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from khabar_cli.characters import plain, plain_name
from khabar_cli.columns import SOURCE
from khabar_cli.output.base import Writer
from khabar_cli.spreadsheets import CellOptions, defused
from khabar_cli.views.base import Cell, View

_BREAKS = re.compile(r"[\t\n]+")


class CsvWriter(Writer):
    """RFC 4180 quoting, with "\\n" between rows as Unix tools want it. Cells are defused as khabar_cli.spreadsheets
    says."""

    stripped = ""
    """What a spreadsheet takes off the beginning of a cell."""

    def __init__(self, view: View[Any], cells: CellOptions) -> None:
        super().__init__(view)
        self._cells = cells
        self._names = frozenset(at for at, name in enumerate(view.columns()) if name == SOURCE)
        """The cells that name files: with escapes for what is left out elsewhere, so that they still do."""

    def head(self) -> str:
        return ("\ufeff" if self._cells.bom else "") + self._write([self.view.columns()])

    def part(self, item: Any) -> str:
        return self._write(self.view.rows(item))

    def _write(self, rows: Iterable[Sequence[Cell]]) -> str:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(map(self._row, rows))
        return out.getvalue()

    def _row(self, row: Sequence[Cell]) -> list[str | int | float]:
        return [self._plain(plain_name(str(cell)) if at in self._names else cell) for at, cell in enumerate(row)]

    def _plain(self, cell: Cell) -> str | int | float:
        if not isinstance(cell, str):
            return "" if cell is None else cell
        return defused(plain(cell), self.stripped) if self._cells.defuse else plain(cell)


class TsvWriter(CsvWriter):
    """No quoting: tabs and line breaks inside a cell become a space, which `cut` and `awk` can trust."""

    stripped = '"'

    def _write(self, rows: Iterable[Sequence[Cell]]) -> str:
        return "".join("\t".join(_BREAKS.sub(" ", str(cell)) for cell in self._row(row)) + "\n" for row in rows)
