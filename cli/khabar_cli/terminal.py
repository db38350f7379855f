"""What is known of the place where output goes: a terminal or not, its colours, its width."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

PIPE_WIDTH = 80
"""Columns of the formats for people where no terminal says its own number."""
NARROWEST = 20
ROWS = 24
"""Lines of a terminal that does not say its own number."""
MEASURE = 76
"""Columns of running text at most: longer lines are hard to read."""


class Screen:
    """Facts that the formats for people need."""

    __slots__ = ("bidi", "colour", "coloured_data", "measure", "terminal", "width")

    def __init__(
        self,
        *,
        terminal: bool,
        colour: bool,
        width: int,
        bidi: bool,
        coloured_data: bool = False,
        measure: int | None = None,
    ) -> None:
        self.terminal = terminal
        self.colour = colour
        self.width = width
        self.bidi = bidi
        """Isolates are put round right-to-left text."""
        self.coloured_data = coloured_data
        """JSON is coloured, too."""
        self.measure = min(width, MEASURE) if measure is None else measure
        """Columns of running text. The measure begins at the left edge of the screen in both directions, where the
        shell's prompt is; text from right to left begins at its right edge."""


def is_terminal(stream: object) -> bool:
    """True where the stream is open and a terminal."""
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False


def look(
    *, to_file: bool, color: str, bidi: str, width: int | None, environ: Mapping[str, str] | None = None
) -> Screen:
    """Find out. `to_file`: output goes to a file, whatever standard output is; the rest as the options."""
    env = os.environ if environ is None else environ
    terminal = not to_file and is_terminal(sys.stdout)
    colour = wants_colour(color, terminal, env)
    return Screen(
        terminal=terminal,
        colour=colour,
        # a program that reads JSON from a pipe fails on colours: FORCE_COLOR alone does not mean them there
        coloured_data=colour and not to_file and (terminal or color == "always"),
        width=max(NARROWEST, width or columns(terminal, env)),
        bidi=wants_isolates(bidi, env) if terminal else bidi == "isolate",
        measure=width,  # who asks for a width means it
    )


def wants_colour(color: str, terminal: bool, env: Mapping[str, str]) -> bool:
    """--color, then NO_COLOR (no-color.org: any value but the empty one), FORCE_COLOR, the terminal."""
    if color != "auto":
        return color == "always"
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR", "0") not in ("", "0", "false"):
        return True
    return terminal and env.get("TERM") != "dumb"


_WITHOUT_ISOLATES = frozenset({"mlterm", "xterm-kitty", "alacritty"})
"""Seen to print isolates as boxes, or to lose letters over them, even where VTE_VERSION is inherited."""


def wants_isolates(bidi: str, env: Mapping[str, str]) -> bool:
    """Auto: the two terminals that were seen to reorder text and to know isolates."""
    if bidi != "auto":
        return bidi == "isolate"
    known = "VTE_VERSION" in env or "KONSOLE_VERSION" in env
    return known and env.get("TERM", "") not in _WITHOUT_ISOLATES


def columns(terminal: bool, env: Mapping[str, str]) -> int:
    """COLUMNS, then the terminal's own number, then that of a pipe."""
    if env.get("COLUMNS", "").isdigit() and int(env["COLUMNS"]):
        return int(env["COLUMNS"])
    return (_size()[0] if terminal else 0) or PIPE_WIDTH


def rows(env: Mapping[str, str]) -> int:
    """Lines of the terminal: LINES, then its own number, then that of the first ones."""
    if env.get("LINES", "").isdigit() and int(env["LINES"]):
        return int(env["LINES"])
    return _size()[1] or ROWS


def _size() -> tuple[int, int]:
    """Columns and lines of the terminal that standard output is; zeros where it does not say."""
    try:
        return os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return 0, 0
