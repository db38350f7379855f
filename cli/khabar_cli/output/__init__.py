"""One module for each format. A writer turns items into strings and writes nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from khabar_cli.output.base import Writer
    from khabar_cli.spreadsheets import CellOptions
    from khabar_cli.terminal import Screen
    from khabar_cli.views.base import View

FILES = ("xlsx", "parquet")
"""The formats that are written to a file only."""
LAID_OUT = ("blocks", "table")
"""The formats for people, laid out for a screen."""
DATA = ("json", "jsonl")
"""The formats that can hold an error as an object."""


def make_writer(format: str, view: View[Any], screen: Screen, *, quiet: bool, cells: CellOptions) -> Writer:
    """The writer of this format; only its own module is imported, and rich only by those that count columns.

    `object`: JSON of one document alone. `parquet`, `xlsx`: lines, of which ParquetSink makes columns and XlsxSink
    rows. `blocks` of some views have a gutter.
    """
    if format == "object":
        from khabar_cli.output.json import ArrayWriter, ObjectWriter
        from khabar_cli.views.base import RowView

        return ArrayWriter(view) if isinstance(view, RowView) else ObjectWriter(view)
    if format == "parquet":
        from khabar_cli.output.json import NestedWriter

        return NestedWriter(view)
    if format in DATA:
        from khabar_cli.output.json import ArrayWriter, LinesWriter

        writer = LinesWriter if format == "jsonl" else ArrayWriter
        return writer(view, colour=screen.coloured_data)
    if format in ("csv", "tsv"):
        from khabar_cli.output.csv import CsvWriter, TsvWriter

        return CsvWriter(view, cells) if format == "csv" else TsvWriter(view, cells)
    if format == "xlsx":
        from khabar_cli.output.xlsx import XlsxWriter

        return XlsxWriter(view)
    if format == "markdown":
        from khabar_cli.output.markdown import MarkdownWriter

        return MarkdownWriter(view)
    if format == "html":
        from khabar_cli.output.html import HtmlWriter

        return HtmlWriter(view)
    if format == "text":
        from khabar_cli.output.text import TextWriter

        return TextWriter(view)
    if format == "table":
        from khabar_cli.output.table import TableWriter

        return TableWriter(view, screen)
    if view.guttered:
        from khabar_cli.output.gutter import GutterWriter

        return GutterWriter(view, screen, quiet=quiet)
    from khabar_cli.output.blocks import BlocksWriter

    return BlocksWriter(view, screen, quiet=quiet)
