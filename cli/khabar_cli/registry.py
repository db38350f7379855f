"""All commands. app.py, which knows how they are made, registers that here; whoever tells about commands (the help,
completion, the configuration, messages) asks here, and need not know app.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_makers: list[Callable[..., Any]] = []


def register(
    build: Callable[[str], Any],
    all_commands: Callable[[], Any],
    long_options: Callable[[], dict[str, frozenset[str]]],
) -> None:
    """How commands are made. To be called once, before anything is asked."""
    _makers[:] = [build, all_commands, long_options]


def build(name: str) -> Any:
    """The khabar_cli.command.Command of this name. Only the one that is called for is built: building costs time."""
    return _makers[0](name)


def all_commands() -> Any:
    """`khabar` itself, a khabar_cli.command.Group."""
    return _makers[1]()


def long_options() -> dict[str, frozenset[str]]:
    """The long options of each command."""
    options: dict[str, frozenset[str]] = _makers[2]()
    return options
