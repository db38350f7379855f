"""Readable blocks for a terminal: one string to a line, which reads well also where bidi is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from khabar_cli import bidi
from khabar_cli.characters import plain
from khabar_cli.messages import one_line
from khabar_cli.output.base import Writer
from khabar_cli.output.paint import paint, paint_line

if TYPE_CHECKING:
    from khabar_cli.terminal import Screen
    from khabar_cli.views.base import Line, Span, View

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
        text, spans = _plain_spans(line.text, line.spans) if line.spans else (plain(line.text, MARK), ())
        return self._shown(text, line.style, line.base or base, spans)

    def _shown(self, text: str, style: str, base: str, spans: Sequence[Span] = ()) -> Iterator[str]:
        """Wrapped, aligned and styled lines; base: the side of the measure that lines start from.

        VTE hangs a character without width on the cell before it, so an isolate in the first column is lost
        (seen: lines as wide as the window came out in left-to-right order). One column is left free for it.
        """
        from rich.cells import cell_len

        width = self._screen.measure
        way = bidi.direction(text, base)
        for words in bidi.lines_of(text, width - 1):
            line = " ".join(text[start:end] for start, end in words)
            if not line:  # between two paragraphs of one text
                yield ""
                continue
            padding = width - cell_len(line) if base == "rtl" else 0
            opening, closing = bidi.isolates(line, way) if self._screen.bidi else ("", "")
            if self._screen.colour:
                line = paint_line(text, words, spans, style) if spans else paint(line, style)
            yield " " * (padding or len(opening)) + opening + line + closing


def _plain_spans(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """The text as `plain` makes it, and where its spans are then."""
    made, kept, at = "", [], 0
    for start, end, style in spans:
        made += plain(text[at:start], MARK)
        begin = len(made)
        made += plain(text[start:end], MARK)
        kept.append((begin, len(made), style))
        at = end
    return made + plain(text[at:], MARK), kept
