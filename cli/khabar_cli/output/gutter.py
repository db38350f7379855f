"""Blocks with a gutter: line numbers, labels, and the text beside them, wrapped under itself.

In an article that is read from right to left the gutter is at the right, where its lines begin: with the gutter at
the left a short line was half a screen away from its label. All together it is no wider than text is readable, and
stands at the left of the screen, below the command.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from khabar_cli import bidi
from khabar_cli.characters import plain
from khabar_cli.messages import one_line
from khabar_cli.output.blocks import MARK, BlocksWriter
from khabar_cli.output.paint import paint
from khabar_cli.output.widths import GAP

if TYPE_CHECKING:
    from khabar_cli.views.base import Guttered, Line

LABEL = 12
"""Columns of the labels: the longest is title-repeat."""
LEAST_TEXT = 30
"""Where fewer columns would be left for the text, it stands below its label."""


class Piece(NamedTuple):
    """A part of a screen line, and how many columns it takes."""

    text: str = ""
    size: int = 0


class GutterWriter(BlocksWriter):
    """Each document under its name, with its warnings below. One of which nothing is shown is left out."""

    def part(self, item: Any) -> str:
        blocks: Sequence[Guttered] = list(self.view.gutter(item))
        if not blocks:
            return ""
        out: list[str] = []
        source = self.view.source(item)
        if source is not None:
            out += self._told(one_line(source), "dim")
        for line in self.view.about(item):
            out += self._told(line.text, line.style, line.base or self.view.base(item))
        out += self._guttered(blocks, self.view.base(item))
        if not self._quiet:
            for warning in self.view.warnings(item):
                out += self._told(f"warning: {warning}", "yellow")
        return "\n".join(out) + "\n"

    def _told(self, text: str, style: str, base: str = "ltr") -> Iterator[str]:
        """What stands over the blocks, and below."""
        return (piece.text for piece in self._pieces(text, style, base, self._screen.width))

    def _guttered(self, blocks: Sequence[Guttered], base: str) -> Iterator[str]:
        numbers = max(len(block.lines) for block in blocks)
        labels = LABEL if any(block.label for block in blocks) else 0
        gutter = sum(size + GAP for size in (numbers, labels) if size)
        beside = self._screen.width - gutter >= LEAST_TEXT
        if not beside:
            gutter = min(numbers + GAP, self._screen.width // 4)
        width = min(self._screen.width - gutter, self._screen.measure)
        for block in blocks:
            texts = list(self._texts(block.texts, base, width))
            if not beside:
                texts.insert(0, Piece())
            for at, text in enumerate(texts or [Piece()]):
                heads = self._heads(block, numbers) if at == 0 else []
                yield self._row(heads, text, gutter, width, base)

    def _texts(self, texts: Sequence[Line], base: str, width: int) -> Iterator[Piece]:
        """The lines beside the gutter. What is read from left to right beside a gutter at the right keeps its left
        edge: several such lines are as wide as the longest of them."""
        for own, group in groupby(texts, lambda text: text.base or base):
            pieces = [piece for text in group for piece in self._pieces(text.text, text.style, own, width)]
            if own == base:
                yield from pieces
                continue
            widest = max(piece.size for piece in pieces)
            yield from (Piece(piece.text + " " * (widest - piece.size), widest) for piece in pieces)

    def _heads(self, block: Guttered, numbers: int) -> list[Piece]:
        """The gutter of a block's first line, from the side on which the lines begin."""
        number = Piece(" " * (numbers - len(block.lines)) + self._paint(block.lines, "dim"), numbers)
        label = Piece(self._paint(block.label, block.style), len(block.label))
        return [piece for piece in (number, label) if piece.size]

    def _row(self, heads: Sequence[Piece], text: Piece, gutter: int, width: int, base: str) -> str:
        parts = [head.text for head in heads]
        used = sum(head.size for head in heads) + GAP * (len(heads) - 1 if heads else 0)
        space = " " * (gutter - used)
        if base != "rtl":
            return ((" " * GAP).join(parts) + space + text.text).rstrip()
        before = " " * (gutter + width - max(gutter, used) - text.size)
        return (before + text.text + space + (" " * GAP).join(reversed(parts))).rstrip()

    def _pieces(self, text: str, style: str, base: str, width: int) -> Iterator[Piece]:
        """A text, wrapped; what begins at the right is padded. One column stays free for the mark of an isolate
        (see BlocksWriter)."""
        from rich.cells import cell_len

        text = plain(text, MARK)
        way = bidi.direction(text, base)
        for line in bidi.wrap(text, width - 1):
            shown = bidi.isolate(line, way) if self._screen.bidi else line
            padding = width - cell_len(line) if base == "rtl" else int(shown != line)
            yield Piece(" " * padding + self._paint(shown, style), padding + cell_len(line))

    def _paint(self, text: str, style: str) -> str:
        return paint(text, style) if self._screen.colour else text
