"""ANSI colours: a style is words ("bold", "dim cyan"), of the sixteen colours that a terminal's theme decides on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khabar_cli.views.base import Span

_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
    "bright_red": "91",
    "bright_green": "92",
    "bright_yellow": "93",
    "bright_blue": "94",
    "bright_magenta": "95",
    "bright_cyan": "96",
}


def paint(text: str, style: str) -> str:
    """The text between the codes of its style and the reset; as it is where there is no style, or no text."""
    codes = ";".join(_CODES[word] for word in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text


def paint_line(text: str, words: Sequence[tuple[int, int]], spans: Sequence[Span], style: str) -> str:
    """A line of words, given by their places in the text, with a space between each two: in `style`, and where a span
    covers them in its style too. A space is painted where a span goes on over it."""
    painted = []
    for span_style, pieces in groupby(_pieces(text, words, spans), key=lambda piece: piece[1]):
        painted.append(paint("".join(piece for piece, _ in pieces), f"{style} {span_style}"))
    return "".join(painted)


def _pieces(text: str, words: Sequence[tuple[int, int]], spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Pieces of the line, each with the style of the span that covers it, or ""."""
    before: int | None = None
    for start, end in words:
        if before is not None:
            yield " ", _style_at(before, spans)
        inside = {edge for span in spans for edge in span[:2] if start < edge < end}
        for here, there in pairwise(sorted({start, end, *inside})):
            yield text[here:there], _style_at(here, spans)
        before = end


def _style_at(place: int, spans: Sequence[Span]) -> str:
    return next((style for start, end, style in spans if start <= place < end), "")
