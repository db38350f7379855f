"""Typer's command and group, with our help: in groups, for any width, coloured on a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from khabar_cli.help import EXIT_STATUS, HELP, MORE, TOP
from khabar_cli.layout import COMMANDS, Page, parameter_lists, render
from khabar_cli.terminal import columns, is_terminal, wants_colour

if TYPE_CHECKING:
    from typer import Context


class Command(TyperCommand):
    """A command whose help is a Page."""

    def page(self, ctx: Context) -> Page:
        """What stands in the help."""
        name = self.name or ""
        told = HELP[name]
        lists = parameter_lists(self.get_params(ctx), ctx, _default_formats(name))
        return Page(
            " ".join([ctx.command_path, *self.collect_usage_pieces(ctx)]),
            told.text,
            tuple(lists),
            told.examples,
        )

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_rendered(self.page(ctx), ctx))


class Group(TyperGroup):
    """All commands."""

    def page(self, ctx: Context) -> Page:
        """What stands in the help."""
        commands = tuple((name, HELP[name].short) for name in self.list_commands(ctx))
        return Page(
            f"{ctx.command_path} [COMMAND] [OPTIONS] [FILE]...",
            TOP.text,
            ((COMMANDS, commands), *parameter_lists(self.get_params(ctx), ctx, {})),
            TOP.examples,
            (MORE, EXIT_STATUS),
        )

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_rendered(self.page(ctx), ctx))


def _default_formats(name: str) -> dict[str, str]:
    """What stands for {terminal} and {pipe} in the help of --format."""
    from khabar_cli.views import view_class

    try:
        view = view_class(name)
    except ImportError:  # a command without a view
        return {}
    return {"terminal": view.terminal_format, "pipe": view.default_format}


def _rendered(page: Page, ctx: Context) -> str:
    terminal = is_terminal(sys.stdout)
    colour = wants_colour("auto", terminal, os.environ)
    if colour:
        ctx.color = True  # else Typer takes the colours out again where FORCE_COLOR asks for them in a pipe
    return render(page, width=columns(terminal, os.environ), colour=colour)
