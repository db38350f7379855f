"""Tables: all documents in one, each row with its source where there are several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from khabar_cli.bidi import wrap
from khabar_cli.messages import one_line
from khabar_cli.output.base import Writer
from khabar_cli.output.drawing import Drawing, Row
from khabar_cli.output.styles import painter

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
    row: Row


class TableWriter(Writer):
    """One table. Documents without rows are left out; where none has any, the headings are the whole table."""

    def __init__(self, view: View[Any], screen: Screen) -> None:
        super().__init__(view)
        self._screen = screen
        self._first: Grid | None = None
        self._kept: list[_Kept] = []
        self._drawing: Drawing | None = None
        self._last: str | None = None

    def part(self, item: Any) -> Grid:
        grid = self.view.table(item)
        return grid.narrow() if self._is_narrow else grid

    @property
    def _is_narrow(self) -> bool:
        return self._screen.width < NARROW

    def put(self, part: Grid) -> str:
        if self._first is None or (part.rows and not self._first.rows and not self._kept):
            self._first = part
        rows = [_Kept(part.title, Row(part.base, cells)) for cells in part.rows]
        if self._drawing is not None:
            return _text(self._rows(rows))
        self._kept += rows
        return _text(self._begin()) if len(self._kept) > MEASURED else ""

    def tail(self) -> str:
        if self._drawing is not None or self._first is None:
            return ""
        return _text(self._begin(whole=True))

    def _begin(self, *, whole: bool = False) -> Iterator[str]:
        """The head, and the rows that were kept. A table that may go on (not `whole`) has the sources in any case."""
        grid = self._first
        assert grid is not None
        titles = {kept.title for kept in self._kept} or {grid.title}
        sourced = titles != {None} and not (whole and len(titles) == 1)
        self._beside = sourced and not self._is_narrow
        self._above = sourced and self._is_narrow
        headings, kinds = grid.headings, grid.kinds
        if self._beside:
            headings, kinds = (grid.titled, *headings), ("name", *kinds)
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
            if self._above and kept.title != self._last:
                yield from self._drawing.over(self._title(kept.title or ""))
                self._last = kept.title
            yield from self._drawing.row(self._sourced(kept))

    def _sourced(self, kept: _Kept) -> Row:
        if not self._beside:
            return kept.row
        from khabar_cli.views.base import Line

        return Row(kept.row.base, [[Line(one_line(kept.title or ""), "dim", base="ltr")], *kept.row.cells])

    def _title(self, title: str) -> Iterator[str]:
        paint = painter("dim") if self._screen.colour else str
        return (paint(line) for line in wrap(one_line(title), self._screen.width))


def _direction(rows: list[_Kept], grid: Grid) -> str:
    """That of most rows."""
    if not rows:
        return grid.base
    return "rtl" if 2 * sum(kept.row.base == "rtl" for kept in rows) >= len(rows) else "ltr"


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
