"""Readable blocks for a terminal: one string to a line, which reads well also where bidi is not known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from khabar_cli import bidi
from khabar_cli.characters import plain
from khabar_cli.messages import one_line
from khabar_cli.output.base import Writer

if TYPE_CHECKING:
    from khabar_cli.terminal import Screen
    from khabar_cli.views.base import Line, View

MARK = "·"
"""What a control character of the input is shown as."""


class BlocksWriter(Writer):
    """Each document under its name, then its warnings, with an empty line between documents."""

    between = "\n"

    def __init__(self, view: View[Any], screen: Screen, *, quiet: bool) -> None:
        super().__init__(view)
        self._screen = screen
        self._quiet = quiet

    def part(self, item: Any) -> str:
        base = self.view.base(item)
        out: list[str] = []
        source = self.view.source(item)
        if source is not None:
            out += self._shown(one_line(source), "dim", "ltr")
        for line in chain(self.view.about(item), self.view.lines(item)):
            if line.gap and out:
                out.append("")
            out += self._line(line, base)
        if not self._quiet:
            for warning in self.view.warnings(item):
                out += self._shown(f"warning: {plain(warning, MARK)}", "yellow", "ltr")
        return "\n".join(out) + "\n" if out else ""

    def _line(self, line: Line, base: str) -> Iterator[str]:
        return self._shown(plain(line.text, MARK), line.style, line.base or base)

    def _shown(self, text: str, style: str, base: str) -> Iterator[str]:
        """Wrapped, aligned and styled lines; base: the side that lines start from.

        VTE hangs a character without width on the cell before it, so an isolate in the first column is lost
        (seen: lines as wide as the window came out in left-to-right order). One column is left free for it.
        """
        from rich.cells import cell_len

        width = self._screen.width
        way = bidi.direction(text, base)
        paint = _painter(style) if self._screen.colour else str
        for line in bidi.wrap(text, width - 1):
            if not line:  # between two paragraphs of one text
                yield ""
                continue
            shown = bidi.isolate(line, way) if self._screen.bidi else line
            padding = width - cell_len(line) if base == "rtl" else int(shown != line)
            yield " " * padding + paint(shown)


_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def _painter(style: str) -> Any:
    """A function that puts a line into ANSI codes, the reset at its end; no codes where there is no style."""
    codes = ";".join(_CODES[word] for word in style.split())
    return (lambda line: f"\x1b[{codes}m{line}\x1b[0m" if line else line) if codes else str
