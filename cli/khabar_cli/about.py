"""The commands about the command itself: help, completion, config."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from khabar_cli.help import HELP, OUTPUT
from khabar_cli.plan import usage_error
from khabar_cli.session import show_text


def help_of(
    command: Annotated[
        str | None, typer.Argument(metavar="[COMMAND]", help="The command; without it, all are listed")
    ] = None,
) -> None:
    from khabar_cli.registry import all_commands, build
    from khabar_cli.usage import no_command

    if command is not None and command not in HELP:
        raise usage_error("COMMAND", no_command(command, HELP, "command"))
    built, name = (all_commands(), "khabar") if command is None else (build(command), f"khabar {command}")
    raise typer.Exit(built.main(["--help"], prog_name=name, standalone_mode=False))


def completion(
    shell: Annotated[Literal["bash", "zsh", "fish"], typer.Argument(metavar="SHELL", help="bash, zsh or fish")],
) -> None:
    from khabar_cli.completing import script

    raise typer.Exit(show_text(script(shell) + "\n", None))


def config(
    json: Annotated[bool, typer.Option("--json", rich_help_panel=OUTPUT, help="Print one JSON object")] = False,
) -> None:
    from khabar_cli.config import shown
    from khabar_cli.dispatch import find, variables

    path = find()
    found = _found()
    if json:
        from khabar_cli.output.json import pretty

        told = {"file": path, "variables": sorted(variables()), "options": found}
        raise typer.Exit(show_text(pretty(told), None))
    raise typer.Exit(show_text(_lines(None if path is None else shown(path), found), None))


def _found() -> dict[str, dict[str, Any]]:
    """The options that the configuration sets, by command, each with its value and where it stands. All are checked:
    raises typer.BadParameter for what is wrong with any of them."""
    from khabar_cli.registry import build

    found: dict[str, dict[str, Any]] = {}
    for name in HELP:
        command = build(name)
        if command.configured:
            needed = ["-" for param in command.params if param.required]
            command.make_context(f"khabar {name}", needed).close()
            found[name] = {
                option.replace("_", "-"): {"value": setting.value, "from": setting.where}
                for option, setting in command.settings.items()
            }
    return found


def _lines(path: str | None, found: dict[str, dict[str, Any]]) -> str:
    """What each option is set to, where, and for which commands, where it is not for all that have it."""
    from khabar_cli.config import as_toml
    from khabar_cli.registry import long_options

    rows: dict[tuple[str, str, str], list[str]] = {}
    for command, options in found.items():
        for option, setting in options.items():
            rows.setdefault((option, as_toml(setting["value"]), setting["from"]), []).append(command)
    lines = [path or "no khabar.toml in this folder or above it"]
    for (option, value, where), commands in rows.items():
        having = [name for name, options in long_options().items() if f"--{option}" in options]
        told = "" if commands == having else f"  ({', '.join(commands)})"
        lines.append(f"{option} = {value}  {where.partition(': ')[0]}{told}")
    return "\n".join(lines) + "\n"
