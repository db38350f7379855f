"""Real tables, drawn by rich. Right-to-left cells are isolated line by line (see khabar_cli.bidi)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from khabar_cli.bidi import Paragraphs
from khabar_cli.characters import plain
from khabar_cli.messages import one_line
from khabar_cli.output.base import Writer
from khabar_cli.output.blocks import MARK

if TYPE_CHECKING:
    from rich.console import Group, RenderableType
    from rich.table import Table

    from khabar_cli.terminal import Screen
    from khabar_cli.views.base import Grid, Line, View

NARROW = 70
"""Columns of a screen that have no room for four columns of text."""


class TableWriter(Writer):
    """One table for each document that has rows, or one for all where a document is one row."""

    between = "\n"

    def __init__(self, view: View[Any], screen: Screen) -> None:
        super().__init__(view)
        self._screen = screen
        self._joined: Grid | None = None
        self._empty: Grid | None = None

    def part(self, item: Any) -> str | Grid:
        grid = self.view.table(item)
        if not self.view.joined:
            return self._draw(grid) if grid.rows else grid
        for row in grid.rows:  # neighbours may have other directions
            for line in (line for cell in row for line in cell):
                line.base = line.base or grid.base
        return grid

    def put(self, part: Any) -> str:
        if isinstance(part, str):
            return super().put(part)
        if not self.view.joined:
            self._empty = self._empty or part
            return ""
        if self._joined is None:
            self._joined = part
        else:
            self._joined.rows += part.rows
        return ""

    def tail(self) -> str:
        if self._joined:
            return self._draw(self._joined)
        drawn = self._before != ""
        return self._draw(self._empty) if self._empty and not drawn else ""  # one that says that there is nothing

    def _draw(self, grid: Grid) -> str:
        from rich.console import Console

        out = io.StringIO()
        console = Console(
            file=out,
            width=self._screen.width,
            force_terminal=self._screen.colour,
            color_system="standard" if self._screen.colour else None,
            no_color=not self._screen.colour,
            highlight=False,
            legacy_windows=False,
        )
        if grid.title is not None:
            console.print(Paragraphs(one_line(grid.title), base="ltr", isolates=False, style="dim"))
        console.print(self._table(grid))
        return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n")) + "\n"

    def _table(self, grid: Grid) -> Table:
        from rich import box
        from rich.table import Table
        from rich.text import Text

        if self._screen.width < NARROW:
            grid = grid.narrow()
        table = Table(box=box.ROUNDED, show_lines=grid.ruled)
        for heading, kind in zip(grid.headings, grid.kinds, strict=True):
            wraps = kind in ("side", "prose")
            table.add_column(
                Text(heading),
                justify="right" if kind == "number" or (wraps and grid.base == "rtl") else "left",
                no_wrap=not wraps,
                max_width=max(8, self._screen.width // 4) if kind == "side" else None,
            )
        for row in grid.rows:
            table.add_row(*(self._cell(cell, grid.base) for cell in row))
        return table

    def _cell(self, cell: list[Line], base: str) -> Group:
        """Paragraphs under one another, on the side of the first one; empty ones only where others follow."""
        from rich.console import Group

        side = next((line.base for line in cell), None) or base
        parts: list[RenderableType] = []
        for line in cell:
            if line.gap and parts:
                parts.append("")
            text = plain(line.text, MARK)
            isolates = self._screen.bidi
            parts.append(Paragraphs(text, base=line.base or base, isolates=isolates, style=line.style, align=side))
        return Group(*parts)
