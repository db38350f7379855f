"""All commands. app.py, which knows how they are made, registers that here; whoever tells about commands (the help,
completion, the configuration, messages) asks here, and need not know app.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Makers(NamedTuple):
    """How commands are made."""

    build: Callable[[str], Any]
    """The command of a name: a khabar_cli.command.Command."""
    all_commands: Callable[[], Any]
    """`khabar` itself: a khabar_cli.command.Group."""
    long_options: Callable[[], dict[str, frozenset[str]]]
    """The long options of each command."""


_registered: list[Makers] = []


def register(makers: Makers) -> None:
    """To be called once, before anything is asked."""
    _registered[:] = [makers]


def build(name: str) -> Any:
    """The command of this name. Only the one that is called for is built: building costs time."""
    return _registered[0].build(name)


def all_commands() -> Any:
    """`khabar` itself."""
    return _registered[0].all_commands()


def long_options() -> dict[str, frozenset[str]]:
    """The long options of each command."""
    return _registered[0].long_options()
