"""The help of a command: what stands in it, as data, and how it is laid out for a screen of any width.

The man page (man.py) is made from the same data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple

from khabar_cli.help import GROUPS

if TYPE_CHECKING:
    from typer._click.core import Context

NARROW = 60
"""Columns below which a term stands on a line of its own, over its text."""
WIDEST = 100
"""Columns that a line of help fills at most: longer ones are hard to read."""
_TERM = 22
"""Columns of the terms at most; a longer one has its text on the next line."""
COMMANDS = "Commands"
"""The heading of the list of commands, whose column is as narrow as they are."""
_OTHERS = "Options"
"""The group of options that name none."""


class Page(NamedTuple):
    """The help of one command. Rows are a term (`-f, --format FORMAT`) and its text."""

    usage: str
    text: str
    lists: tuple[tuple[str | None, tuple[tuple[str, str], ...]], ...]
    """Headings and their rows; the arguments have no heading."""
    examples: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """Sentences at the end."""


def parameter_lists(
    params: Iterable[Any], ctx: Context, told: Mapping[str, str]
) -> Iterator[tuple[str | None, tuple[tuple[str, str], ...]]]:
    """The arguments, then the options by group (`rich_help_panel`), in the order of GROUPS. `told`: what stands for
    names in braces in their texts."""
    groups: dict[str | None, list[tuple[str, str]]] = {None: [], **{name: [] for name in GROUPS}}
    for param in params:
        if getattr(param, "hidden", False):
            continue
        option = param.param_type_name == "option"
        group = (param.rich_help_panel or _OTHERS) if option else None
        term = _term(param, ctx) if option else param.make_metavar(ctx)
        groups.setdefault(group, []).append((term, _text(param).format_map(told) if told else _text(param)))
    return ((name, tuple(rows)) for name, rows in groups.items() if rows)


def _term(param: Any, ctx: Context) -> str:
    opts = param.secondary_opts if param.default is True else param.opts  # of a switch, what changes something
    names = ", ".join(sorted(opts, key=lambda name: (name.startswith("--"), name)))
    return names if param.is_flag or param.count else f"{names} {param.make_metavar(ctx)}"


def _text(param: Any) -> str:
    """The help, with the default where it is one that can be told and the help does not tell it."""
    text: str = param.help or ""
    default = param.default
    if default in (None, "", (), []) or isinstance(default, bool) or "default" in text:
        return text
    told = ",".join(map(str, default)) if isinstance(default, list | tuple) else str(default)
    return f"{text} (default: {told})"


def render(page: Page, *, width: int, colour: bool) -> str:
    """The page for a screen of `width` columns."""
    width = min(width, WIDEST)
    bold: Callable[[str], str] = (lambda text: f"\x1b[1m{text}\x1b[0m") if colour else str
    lines = [*_wrapped(f"{bold('Usage:')} {page.usage}", width + 8 * colour, hang="         ")]
    lines += ["", *_wrapped(page.text, width)]
    options = _longest(term for heading, rows in page.lists if heading != COMMANDS for term, _ in rows)
    for heading, rows in page.lists:
        lines.append("")
        if heading:
            lines.append(bold(f"{heading}:"))
        column = _longest(term for term, _ in rows) if heading == COMMANDS else options
        for term, text in rows:
            lines += _row(term, text, width, column, colour=colour)
    if page.examples:
        lines += ["", bold("Examples:"), *(f"  {example}" for example in page.examples)]
    for note in page.notes:
        lines += ["", *_wrapped(note, width)]
    return "\n".join(lines)


def _longest(terms: Iterable[str]) -> int:
    return max((len(term) for term in terms if len(term) <= _TERM), default=0)


def _row(term: str, text: str, width: int, column: int, *, colour: bool) -> Iterator[str]:
    shown = f"  \x1b[36m{term}\x1b[0m" if colour else f"  {term}"
    hang = " " * (4 if width < NARROW else 2 + column + 2)
    lines = _wrapped(text, width, first=hang, hang=hang)
    if lines and width >= NARROW and len(term) <= column:
        yield f"{shown}{' ' * (column - len(term))}  {lines.pop(0)[len(hang) :]}"
    else:
        yield shown
    yield from lines


def _wrapped(text: str, width: int, *, first: str = "", hang: str = "") -> list[str]:
    return wrap(
        text, width, initial_indent=first, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    )
