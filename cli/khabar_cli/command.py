"""Typer's command and group, with our help (in groups, for any width, coloured on a terminal), our usage errors, and
values from the configuration."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, TextIO

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from khabar_cli.dispatch import find, flag, implied, variables
from khabar_cli.help import EXIT_STATUS, HELP, MORE, TERMINAL, TOP
from khabar_cli.messages import check_open
from khabar_cli.terminal import columns, is_terminal, wants_colour

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter
    from typer._click.shell_completion import CompletionItem

    from khabar_cli.config import Setting
    from khabar_cli.layout import Page


_RIVALS = (("json", "format"), ("jsonl", "format"), ("verbose", "quiet"), ("quiet", "verbose"))
"""Options of which the one on the command line goes before the other in the configuration."""
_DEPENDENT = ("errors", "bom", "sync")
"""Options that go with some formats or outputs only: a configuration means them for those."""
_IDLE = {"report": ("format", "json", "jsonl", "fields", "bom", "defuse", "pager", "width", "bidi")}
"""Options that all commands for documents take, and that the help of one leaves out, since they do nothing there."""


class Command(TyperCommand):
    """A command whose help is a Page, with the options that all have."""

    settings: dict[str, Setting] = {}  # noqa: RUF012 replaced, never changed
    """What the configuration says of its options."""

    @property
    def configured(self) -> bool:
        """Does the configuration count? A mistake in it shall not keep anybody from the help."""
        return self.name not in ("help", "completion", "config")

    def page(self, ctx: Context, *, idle: bool = True) -> Page:
        """What stands in the help; `idle`: with the options that do nothing here (the man page has them once)."""
        from khabar_cli.layout import Page, parameter_lists

        name = self.name or ""
        told = HELP[name]
        params = [param for param in self.get_params(ctx) if idle or param.name not in _IDLE.get(name, ())]
        lists = parameter_lists(params, ctx, _default_formats(name))
        usage = " ".join([ctx.command_path, *self.collect_usage_pieces(ctx)])
        return Page(usage.replace("{", "").replace("}", ""), told.text, tuple(lists), told.examples)

    def format_help(self, ctx: Context, formatter: Any) -> None:
        formatter.write(_rendered(self.page(ctx, idle=False), ctx, sys.stdout))

    @cached_property
    def _common(self) -> list[Parameter]:
        """main.py and this module have acted on them before the others are read."""
        told = {"--debug": "Show the traceback of an internal error", "--no-config": "Ignore khabar.toml"}
        return [_flag(name, text) for name, text in told.items()]

    def get_params(self, ctx: Context) -> list[Parameter]:
        params = super().get_params(ctx)
        return [*params[:-1], *self._common, _in_our_words(params[-1])]

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        if self.configured and not ctx.resilient_parsing and not flag(args, "-h", "--help"):
            path = None if flag(args, "--no-config") else find()
            if path is not None or variables():
                from khabar_cli.config import settings

                self.settings = settings(self, path)
                ctx.default_map = {name: setting.value for name, setting in self.settings.items()}
        try:
            rest = super().parse_args(ctx, args)
        except typer.BadParameter as error:
            raise self._told(error, ctx) from None
        for name, rival in _RIVALS:
            if ctx.params.get(name) and not self._is_set(ctx, name):
                self._give_way(ctx, rival, own=True)
        if ctx.params.get("output") and self._is_set(ctx, "format"):
            from khabar_cli.output.named import format_named

            if format_named(ctx.params["output"]):  # which is said of this call
                self._give_way(ctx, "format")
        return rest

    def invoke(self, ctx: Context) -> Any:
        """Run. What the configuration says for all commands gives way where it does not fit this call; each value
        itself has been checked by then."""
        while True:
            try:
                return super().invoke(ctx)
            except typer.BadParameter as error:
                name = _option(error)
                if name is None or not self._give_way(ctx, name, own=name in _DEPENDENT):
                    raise self._told(error, ctx) from None

    def _give_way(self, ctx: Context, name: str, *, own: bool = False) -> bool:
        """Take an option's own default where its value is the configuration's. `own`: also where it is meant for this
        command."""
        if not self._is_set(ctx, name) or (self.settings[name].own and not own):
            return False
        del self.settings[name]
        ctx.params[name] = next(param.default for param in self.params if param.name == name)
        return True

    def _is_set(self, ctx: Context, name: str) -> bool:
        source = ctx.get_parameter_source(name)
        return name in self.settings and source is not None and source.name == "DEFAULT_MAP"

    def _told(self, error: typer.BadParameter, ctx: Context) -> typer.BadParameter:
        """The error of a value of the configuration, named for where it stands."""
        name = _option(error)
        if name and self._is_set(ctx, name):
            error.param_hint = self.settings[name].where
        return error


class Group(TyperGroup):
    """All commands, each built when it is asked for: building takes time."""

    asked = True
    """Somebody has asked for the help; otherwise nothing was typed, and the help is on standard error."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(HELP)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        from khabar_cli.completing import completes
        from khabar_cli.registry import build

        if cmd_name not in HELP:
            return None
        command: Command = build(cmd_name)
        return completes(command) if ctx.resilient_parsing else command

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        found = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):  # `khabar --fi` may become `khabar --fields title FILE`
            command = self.get_command(ctx, "parse")
            assert command is not None
            from typer._click.core import Context as NewContext

            names = {one.value for one in found}
            options = command.shell_complete(NewContext(command, parent=ctx), incomplete)
            found += [one for one in options if one.value not in names]
        return found

    def page(self, ctx: Context) -> Page:
        """What stands in the help."""
        from khabar_cli.layout import COMMANDS, Page, parameter_lists

        commands = tuple((name, told.short) for name, told in HELP.items())
        return Page(
            f"{ctx.command_path} [COMMAND] [OPTIONS] [FILE]...",
            TOP.text,
            ((COMMANDS, commands), *parameter_lists(self.get_params(ctx), ctx, {})),
            TOP.examples,
            (MORE, EXIT_STATUS),
        )

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        self.asked = bool(args)
        return super().parse_args(ctx, implied(args) if ctx.resilient_parsing else args)

    def get_params(self, ctx: Context) -> list[Parameter]:
        params = super().get_params(ctx)
        for param in params:
            assert isinstance(param, TyperOption)
            if param.name == "install_completion":
                param.help, param.rich_help_panel = "Install completion for this shell", TERMINAL
            elif param.name == "show_completion":  # khabar completion SHELL does it, for any shell
                param.hidden = True
        return [*params[:-1], _in_our_words(params[-1])]

    def format_help(self, ctx: Context, formatter: Any) -> None:
        formatter.write(_rendered(self.page(ctx), ctx, sys.stdout if self.asked else sys.stderr))


def _flag(name: str, text: str) -> TyperOption:
    return TyperOption(
        param_decls=[name], is_flag=True, default=False, expose_value=False, help=text, rich_help_panel=TERMINAL
    )


def _in_our_words(option: Parameter) -> Parameter:
    """Click's own option --help."""
    assert isinstance(option, TyperOption)
    option.help, option.rich_help_panel = "Show this help", TERMINAL
    return option


def _option(error: typer.BadParameter) -> str | None:
    """The name of the parameter that an error is about."""
    if error.param is not None:
        return error.param.name
    hint = error.param_hint if isinstance(error.param_hint, str) else ""
    return hint.strip("'").lstrip("-").replace("-", "_") or None


def _default_formats(name: str) -> dict[str, str]:
    """What stands for {terminal} and {pipe} in the help of --format."""
    from khabar_cli.views import view_class

    try:
        view = view_class(name)
    except ImportError:  # a command without a view
        return {}
    return {"terminal": view.terminal_format, "pipe": view.default_format}


def _rendered(page: Page, ctx: Context, stream: TextIO) -> str:
    from khabar_cli.layout import render

    if stream is sys.stdout:
        check_open(stream)
    terminal = is_terminal(stream)
    colour = wants_colour("auto", terminal, os.environ)
    if colour:
        ctx.color = True  # else Typer takes the colours out again where FORCE_COLOR asks for them in a pipe
    return render(page, width=columns(terminal, os.environ), colour=colour)
