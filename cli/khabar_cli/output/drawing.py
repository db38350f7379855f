"""A table is drawn: light rules, no box. Rows that are read from right to left have their first column at the right.

Each line of a cell is wrapped, then isolated, then padded (see khabar_cli.bidi): its neighbours cannot take part in
its order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from khabar_cli import bidi
from khabar_cli.characters import plain
from khabar_cli.output.blocks import MARK
from khabar_cli.output.paint import paint
from khabar_cli.output.widths import GAP, MARGIN, Wish, fit

if TYPE_CHECKING:
    from khabar_cli.terminal import Screen
    from khabar_cli.views.base import Line

HEAD_RULE, ROW_RULE = "─", "┄"
"""Rows of several lines are parted by an empty line, and by a rule where they hold empty lines themselves."""


class Row(NamedTuple):
    """A row with the direction of its document."""

    base: str
    cells: Sequence[Sequence[Line]]


class Piece(NamedTuple):
    """A line of a cell as it is wrapped: its columns are counted, its marks and codes are not."""

    text: str
    size: int
    way: str
    style: str
    side: str = "ltr"


_TEXTS = ("prose", "note")
_NOTHING = Piece("", 0, "ltr", "")


class Drawing:
    """A table of known columns. `direction`: in which they follow one another. `widths` of them; None: they do not
    fit beside one another, and each row is drawn as a list, a value below its heading."""

    def __init__(
        self,
        headings: Sequence[str],
        kinds: Sequence[str],
        rows: Iterable[Row],
        *,
        direction: str,
        ruled: bool,
        screen: Screen,
    ) -> None:
        """`rows`: those that the widths are measured by. `ruled`: where one takes several lines, all are
        parted."""
        from rich.cells import cell_len

        self._length = cell_len
        self.headings = headings
        self.kinds = kinds
        self.direction = direction
        self._screen = screen
        rows = list(rows)
        self._any = bool(rows)
        self.widths = fit(self._wishes(rows), screen.width)
        self._between = self._parting(rows) if ruled else []
        self._before = False

    def head(self) -> Iterator[str]:
        """The headings, and the rule below."""
        if self.widths is None:  # each row has them; where there is none, they say what there might be
            yield from () if self._any else (" " * MARGIN + self._paint(one, "bold") for one in self.headings if one)
            return
        pieces = [
            [Piece(heading, self._length(heading), "ltr", "bold", self._side(kind, self.direction))]
            for heading, kind in zip(self.headings, self.kinds, strict=True)
        ]
        yield from self._joined(pieces)
        yield self._rule(HEAD_RULE)

    def over(self, name: str) -> Iterator[str]:
        """A file's name over the next rows, on the side where they begin."""
        if self._before:
            yield ""
        self._before = False
        right = self._screen.width
        if self.widths is not None and self.direction == "rtl":
            right = MARGIN + sum(self.widths) + GAP * (len(self.widths) - 1)
        for line in bidi.wrap_path(name, self._screen.width):
            space = " " * (right - self._length(line)) if self.direction == "rtl" else ""
            yield space + self._paint(line, "dim")

    def row(self, row: Row) -> Iterator[str]:
        """The lines of a row, and the rule before it."""
        lines = self._lines(row)
        if self._before:
            yield from self._between
        self._before = True
        yield from lines

    def _parting(self, rows: Sequence[Row]) -> list[str]:
        """What stands between two rows."""
        if self.widths is None:
            return [""]
        if any(line.gap for row in rows for cell in row.cells for line in cell[1:]):
            return [self._rule(ROW_RULE)]
        return [""] if any(len(self._lines(row)) > 1 for row in rows) else []

    def _wishes(self, rows: Sequence[Row]) -> list[Wish]:
        found = []
        for at, (heading, kind) in enumerate(zip(self.headings, self.kinds, strict=True)):
            lines = [part for row in rows for line in row.cells[at] for part in plain(line.text, MARK).split("\n")]
            longest = max(map(self._length, lines), default=0)
            words = (word for line in lines for word in (bidi.steps(line) if kind == "path" else line.split()))
            word = max(map(self._length, words), default=0)
            found.append(Wish(kind, self._length(heading), longest, word))
        return found

    def _lines(self, row: Row) -> list[str]:
        if self.widths is None:
            return list(self._list(row))
        pieces = [
            list(self._cell(cell, kind, width, row.base))
            for cell, kind, width in zip(row.cells, self.kinds, self.widths, strict=True)
        ]
        return list(self._joined(pieces))

    def _list(self, row: Row) -> Iterator[str]:
        """A row on a screen that is too narrow for columns."""
        width = self._screen.width - MARGIN
        for heading, cell in zip(self.headings, row.cells, strict=True):
            if any(line.text for line in cell):
                if heading:
                    yield " " * MARGIN + self._paint(heading, "dim")
                for piece in self._cell(cell, "prose", width - MARGIN, row.base):
                    yield (" " * (2 * MARGIN) + self._padded(piece, width - MARGIN)).rstrip()

    def _cell(self, cell: Sequence[Line], kind: str, width: int, base: str) -> Sequence[Piece]:
        """Paragraphs under one another, on the side of the first one; empty ones only where others follow."""
        found: list[Piece] = []
        for at, line in enumerate(cell):
            if line.gap and at:
                found.append(_NOTHING)
            for text in plain(line.text, MARK).split("\n"):
                way = bidi.direction(text, line.base or base)
                parts = bidi.wrap_path(text, width) if kind == "path" else bidi.wrap(text, width)
                found += (Piece(part, self._length(part), way, line.style) for part in parts)
        first = next((line.base for line in cell), None) or base
        side = self._side(kind, first)
        return [piece._replace(side=side) for piece in found]

    def _side(self, kind: str, own: str) -> str:
        """Where a cell's lines begin: numbers always end at the right, texts follow their document, all else the
        table."""
        if kind == "number":
            return "rtl"
        return own if kind in _TEXTS else self.direction

    def _joined(self, cells: Sequence[Sequence[Piece]]) -> Iterator[str]:
        assert self.widths is not None
        for at in range(max(map(len, cells), default=0)):
            parts = [
                self._padded(cell[at] if at < len(cell) else _NOTHING, width)
                for cell, width in zip(cells, self.widths, strict=True)
            ]
            yield self._placed(parts)

    def _placed(self, parts: list[str]) -> str:
        """The line of these cells. A table stands at the left of the screen in both directions, below the command."""
        ordered = parts[::-1] if self.direction == "rtl" else parts
        return (" " * MARGIN + (" " * GAP).join(ordered)).rstrip()

    def _padded(self, piece: Piece, width: int) -> str:
        shown = bidi.isolate(piece.text, piece.way) if self._screen.bidi and piece.text else piece.text
        space = " " * (width - piece.size)
        painted = self._paint(shown, piece.style)
        return space + painted if piece.side == "rtl" else painted + space

    def _rule(self, stroke: str) -> str:
        assert self.widths is not None
        return self._placed([self._paint(stroke * width, "dim") for width in self.widths])

    def _paint(self, text: str, style: str) -> str:
        return paint(text, style) if self._screen.colour else text
