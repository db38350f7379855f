"""Tables: all documents in one. Where there are several, each source is said once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from khabar_cli.bidi import wrap_path
from khabar_cli.messages import one_line
from khabar_cli.output.base import Writer
from khabar_cli.output.drawing import Drawing, Row
from khabar_cli.output.paint import paint

if TYPE_CHECKING:
    from khabar_cli.terminal import Screen
    from khabar_cli.views.base import Grid, View

NARROW = 70
"""Columns of a screen that have no room for four columns of text."""
MEASURED = 1000
"""Rows by which the columns are measured. They are kept until then; all that follow are drawn as they come, so that
a table of any length takes little memory."""


class _Kept(NamedTuple):
    title: str | None
    first: bool
    """Is it the first row of its document?"""
    row: Row


class TableWriter(Writer):
    """One table. Documents without rows are left out; where none has any, the headings are the whole table."""

    def __init__(self, view: View[Any], screen: Screen) -> None:
        super().__init__(view)
        self._screen = screen
        self._first: Grid | None = None
        self._kept: list[_Kept] = []
        self._drawing: Drawing | None = None

    def part(self, item: Any) -> Grid:
        grid = self.view.table(item)
        return grid.narrow() if self._is_narrow else grid

    @property
    def _is_narrow(self) -> bool:
        return self._screen.width < NARROW

    def put(self, part: Grid) -> str:
        if self._first is None or (part.rows and not self._first.rows and not self._kept):
            self._first = part
        rows = [_Kept(part.title, not at, Row(part.base, cells)) for at, cells in enumerate(part.rows)]
        if self._drawing is not None:
            return _text(self._rows(rows))
        self._kept += rows
        return _text(self._begin()) if len(self._kept) > MEASURED else ""

    def tail(self) -> str:
        if self._drawing is not None or self._first is None:
            return ""
        return _text(self._begin(whole=True))

    def _begin(self, *, whole: bool = False) -> Iterator[str]:
        """The head, and the rows that were kept. A table that may go on (not `whole`) has the sources in any case: in
        a column where most documents have one row, else over their rows."""
        grid = self._first
        assert grid is not None
        titles = {kept.title for kept in self._kept} or {grid.title}
        sourced = titles != {None} and not (whole and len(titles) == 1)
        several = len(self._kept) >= 2 * sum(kept.first for kept in self._kept)
        self._above = sourced and (several or self._is_narrow)
        self._beside = sourced and not self._above
        headings, kinds = grid.headings, grid.kinds
        if self._beside:
            headings, kinds = (grid.titled, *headings), ("path", *kinds)
        self._drawing = Drawing(
            headings,
            kinds,
            (self._sourced(kept) for kept in self._kept),
            direction=_direction(self._kept, grid),
            ruled=grid.ruled,
            screen=self._screen,
        )
        if grid.title is not None and not sourced:
            yield from self._title(grid.title)
        yield from self._drawing.head()
        rows, self._kept = self._kept, []
        yield from self._rows(rows)

    def _rows(self, rows: list[_Kept]) -> Iterator[str]:
        assert self._drawing is not None
        for kept in rows:
            if self._above and kept.first:
                yield from self._drawing.over(one_line(kept.title or ""))
            yield from self._drawing.row(self._sourced(kept))

    def _sourced(self, kept: _Kept) -> Row:
        if not self._beside:
            return kept.row
        from khabar_cli.views.base import Line

        title = one_line(kept.title or "") if kept.first else ""
        return Row(kept.row.base, [[Line(title, "dim", base="ltr")], *kept.row.cells])

    def _title(self, title: str) -> Iterator[str]:
        lines = wrap_path(one_line(title), self._screen.width)
        return (paint(line, "dim") for line in lines) if self._screen.colour else lines


def _direction(rows: list[_Kept], grid: Grid) -> str:
    """That of most rows."""
    if not rows:
        return grid.base
    return "rtl" if 2 * sum(kept.row.base == "rtl" for kept in rows) >= len(rows) else "ltr"


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
