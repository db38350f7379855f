"""Blocks with a gutter: line numbers, labels, and the text beside them, wrapped under itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from khabar_cli import bidi
from khabar_cli.characters import plain
from khabar_cli.messages import one_line
from khabar_cli.output.base import Writer
from khabar_cli.output.blocks import MARK
from khabar_cli.output.styles import painter

if TYPE_CHECKING:
    from khabar_cli.terminal import Screen
    from khabar_cli.views.base import Line, View
    from khabar_cli.views.gutter import Mark

LABEL = 12
"""Columns of the labels: the longest is title-repeat."""
GAP = 2
"""Columns between numbers, labels and text."""
LEAST_TEXT = 30
"""Where fewer columns would be left for the text, it stands below its label."""
MOST_TEXT = 90
"""Columns that the text fills at most: longer lines are hard to read."""


class GutterWriter(Writer):
    """Each document under its name, with its warnings below. One of which nothing is shown is left out."""

    between = "\n"

    def __init__(self, view: View[Any], screen: Screen, *, quiet: bool) -> None:
        super().__init__(view)
        self._screen = screen
        self._quiet = quiet

    def part(self, item: Any) -> str:
        marks: Sequence[Mark] = list(self.view.gutter(item))
        if not marks:
            return ""
        base, width = self.view.base(item), self._screen.width
        out: list[str] = []
        source = self.view.source(item)
        if source is not None:
            out += self._lines(one_line(source), "dim", "ltr", width)
        for line in self.view.about(item):
            out += self._lines(line.text, line.style, line.base or "ltr", width)
        out += self._marks(marks, base)
        if not self._quiet:
            for warning in self.view.warnings(item):
                out += self._lines(f"warning: {warning}", "yellow", "ltr", width)
        return "\n".join(out) + "\n"

    def _marks(self, marks: Sequence[Mark], base: str) -> Iterator[str]:
        numbers = max(len(mark.lines) for mark in marks)
        gutter = (numbers + GAP if numbers else 0) + (LABEL + GAP if any(mark.label for mark in marks) else 0)
        room = self._screen.width - gutter
        beside = room >= LEAST_TEXT
        indent = gutter if beside else min(numbers + GAP, self._screen.width // 4)
        width = min(self._screen.width - indent, MOST_TEXT)
        for mark in marks:
            head = self._head(mark, numbers)
            texts = [line for text in mark.texts for line in self._text(text, base, width)]
            if beside:
                yield (head + next(iter(texts), "")).rstrip()
            elif head.strip():
                yield head.rstrip()
            yield from ((" " * indent + line).rstrip() for line in texts[beside:])

    def _head(self, mark: Mark, numbers: int) -> str:
        """The gutter of a block's first line."""
        number = self._paint(f"{mark.lines:>{numbers}}", "dim") + " " * GAP if numbers else ""
        space = " " * (LABEL - len(mark.label) + GAP)
        return number + (self._paint(mark.label, mark.style) + space if mark.label else "")

    def _text(self, line: Line, base: str, width: int) -> Iterator[str]:
        return self._lines(line.text, line.style, line.base or base, width)

    def _lines(self, text: str, style: str, base: str, width: int) -> Iterator[str]:
        """A text, wrapped; what begins at the right is padded. One column stays free for the mark of an isolate
        (see BlocksWriter)."""
        from rich.cells import cell_len

        text = plain(text, MARK)
        way = bidi.direction(text, base)
        for line in bidi.wrap(text, width - 1):
            shown = bidi.isolate(line, way) if self._screen.bidi else line
            padding = width - cell_len(line) if base == "rtl" else int(shown != line)
            yield " " * padding + self._paint(shown, style)

    def _paint(self, text: str, style: str) -> str:
        return painter(style)(text) if self._screen.colour else text
