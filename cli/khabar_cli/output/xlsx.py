"""Spreadsheets: the rows of csv in an Excel workbook, as a newsroom opens it.

Rows come as JSON Lines, one line for each document, which any process can make; here they become rows of a sheet.
They are written as they come: no more than one is held in memory.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from khabar.corpus.missing import need

from khabar_cli.characters import plain, plain_name
from khabar_cli.columns import SOURCE, Column, column
from khabar_cli.messages import reason
from khabar_cli.output.base import Writer
from khabar_cli.sink import OutputError, Sink, drop
from khabar_cli.spreadsheets import is_formula
from khabar_cli.views.base import Cell

ROWS = 1_048_575
"""Rows of a sheet below its heading (Excel's limit)."""
CHARACTERS = 32_767
"""Characters of a cell, in UTF-16 (Excel's limit)."""
LINKS = 65_530
"""Links of a sheet (Excel's limit)."""
ADDRESS = 2_079
"""Characters of a link's address, in UTF-16 (Excel's limit)."""
DIGITS = 10**15
"""Excel's numbers have 15 digits: a larger integer, such as a record's id, is written as text."""

WIDTHS = {"number": 11, "word": 13, "date": 27, "name": 28, "address": 40, "prose": 60}
"""Characters that a column is wide, by its kind. Prose and names are wrapped."""
LINES = 10
"""Lines that the longest cell makes a row high; Excel itself would fill the window with one article."""
_LINE = 15
"""Points of a line's height."""

_LINK = re.compile(r"https?://[^\s\"<>]+")
_NO_XML = re.compile("[\ufffe\uffff]")


class XlsxWriter(Writer):
    """For each document a line with its rows, and whether they are written from right to left."""

    def part(self, item: Any) -> str:
        rows = list(self.view.rows(item))
        return json.dumps({"rtl": self.view.rtl(item), "rows": rows}) + "\n" if rows else ""


class XlsxSink(Sink):
    """Lines of XlsxWriter to a workbook, which takes its place when it is whole."""

    def __init__(self, inner: Sink, name: str, columns: Sequence[str], *, defuse: bool) -> None:
        """`inner`: where the bytes go; `name`: that of the sheet. Raises MissingExtra."""
        xlsxwriter = need("xlsx")
        import tempfile

        super().__init__(inner._stream, inner._name)
        self._inner = inner
        self._title = name
        self._columns = {name: column(name) for name in columns}
        self._defuse = defuse
        self._cut = 0
        self._folder = tempfile.TemporaryDirectory(prefix="khabar-")  # else each sheet's rows stay after an interrupt
        self._book = xlsxwriter.Workbook(
            self._stream, {"constant_memory": True, "tmpdir": self._folder.name, "use_zip64": True}
        )
        self._formats: dict[tuple[bool, ...], Any] = {}
        self._sheets: list[_Sheet] = []

    def write(self, text: str) -> None:
        """Lines of rows. Raises OutputError."""
        with_rows = (json.loads(line) for line in text.splitlines() if line)
        try:
            for document in with_rows:
                for row in document["rows"]:
                    self._row(row, document["rtl"])
        except OSError as error:
            raise OutputError(f"{self._name}: {reason(error)}") from error

    def commit(self) -> None:
        try:
            self._sheet()
            for sheet in self._sheets:
                sheet.finish()
            self._book.close()
            self._stream.flush()
        except (OSError, ValueError, self._errors()) as error:
            drop(self._stream)
            cause = error.args[0] if error.args and isinstance(error.args[0], OSError) else error
            raise OutputError(f"{self._name}: {reason(cause)}") from error
        self._clean()
        self._inner.commit()

    def abort(self) -> None:
        try:
            self._clean()
        finally:
            self._inner.abort()

    def told(self) -> Iterator[str]:
        if self._cut:
            cells = "1 cell was" if self._cut == 1 else f"{self._cut} cells were"
            yield f"{cells} cut at {CHARACTERS} characters, the most that a cell of Excel holds"

    @staticmethod
    def _errors() -> type[Exception]:
        from xlsxwriter.exceptions import XlsxWriterException

        found: type[Exception] = XlsxWriterException
        return found

    def _clean(self) -> None:
        for sheet in self._sheets:
            sheet.close()
        self._folder.cleanup()

    def _sheet(self) -> _Sheet:
        """The sheet that has room for a row."""
        if not self._sheets or self._sheets[-1].rows >= ROWS:
            number = len(self._sheets) + 1
            title = self._title if number == 1 else f"{self._title} {number}"
            self._sheets.append(_Sheet(self._book.add_worksheet(title), self._columns, self._format(bold=True)))
        return self._sheets[-1]

    def _row(self, cells: Sequence[Cell], rtl: bool) -> None:
        sheet = self._sheet()
        sheet.begin(rtl)
        lines = 1
        for at, (value, (name, held)) in enumerate(zip(cells, self._columns.items(), strict=True)):
            if value is None or value == "":
                continue
            if held.type == "flag":
                sheet.sheet.write_boolean(sheet.rows, at, value == "true", self._format())
            elif _is_number(value):
                sheet.sheet.write_number(sheet.rows, at, value, self._format())
            else:
                lines = max(
                    lines, self._text(sheet, at, plain_name(str(value)) if name == SOURCE else str(value), held)
                )
        if lines > LINES:
            sheet.sheet.set_row(sheet.rows, LINES * _LINE)

    def _text(self, sheet: _Sheet, at: int, value: str, held: Column) -> int:
        """Write a text; about how many lines it takes."""
        text = self._fitting(_NO_XML.sub("", plain(value)))
        wrap = held.kind in ("name", "prose")
        if _is_address(text, held) and sheet.links < LINKS:
            sheet.links += 1
            sheet.sheet.write_url(sheet.rows, at, text, self._format(wrap=wrap, link=True), text)
        else:
            quoted = self._defuse and is_formula(text)
            sheet.sheet.write_string(sheet.rows, at, text, self._format(wrap=wrap, quoted=quoted))
        return sum(1 + len(line) // WIDTHS[held.kind] for line in text.split("\n")) if wrap else 1

    def _fitting(self, text: str) -> str:
        """The text, cut where it is longer than a cell can be."""
        if len(text) * 2 <= CHARACTERS or _units(text) <= CHARACTERS:
            return text
        self._cut += 1
        return text.encode("utf-16-le")[: CHARACTERS * 2].decode("utf-16-le", "ignore")

    def _format(self, *, bold: bool = False, wrap: bool = False, link: bool = False, quoted: bool = False) -> Any:
        """The workbook's format with these properties."""
        key = (bold, wrap, link, quoted)
        if key not in self._formats:
            properties: dict[str, Any] = {"valign": "top", "text_wrap": wrap, "quote_prefix": quoted, "bold": bold}
            if link:
                properties.update(font_color="#0563C1", underline=1)
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]


class _Sheet:
    """A sheet that rows are added to; `rows` counts them."""

    def __init__(self, sheet: Any, columns: dict[str, Column], heading: Any) -> None:
        self.sheet = sheet
        self.rows = 0
        self.links = 0
        self._last = len(columns) - 1
        self._rtl = 0
        sheet.freeze_panes(1, 0)
        for at, (name, held) in enumerate(columns.items()):
            sheet.set_column(at, at, WIDTHS[held.kind])
            sheet.write_string(0, at, _NO_XML.sub("", plain(name))[:CHARACTERS], heading)

    def begin(self, rtl: bool) -> None:
        """Begin a row."""
        self.rows += 1
        self._rtl += 1 if rtl else -1

    def finish(self) -> None:
        """All rows are there."""
        self.sheet.autofilter(0, 0, self.rows, self._last)
        if self._rtl > 0:
            self.sheet.right_to_left()

    def close(self) -> None:
        """Let go of the file that holds the rows."""
        file = getattr(self.sheet, "row_data_fh", None)
        if file is not None:
            file.close()


def _is_number(value: Cell) -> bool:
    """Can it be a number of Excel's, without loss?"""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and abs(value) < DIGITS


def _is_address(text: str, held: Column) -> bool:
    """Is it a web address, and one that can be a link? Whole cells only, and no prose."""
    return held.kind != "prose" and _LINK.fullmatch(text) is not None and _units(text) <= ADDRESS


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
