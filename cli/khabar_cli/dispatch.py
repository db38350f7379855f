"""What can be known of a call before a command is made: what its first word is (a command, a file, neither), and
where a configuration stands."""

from __future__ import annotations

import os
from collections.abc import Sequence

from khabar_cli.help import HELP

_NO_CONFIG = "KHABAR_NO_CONFIG"
FLAGS = ("--debug", "--no-config")
"""Options of every command, which may also stand before it."""
FILE = "khabar.toml"
PREFIX = "KHABAR_"
OF_KHABAR = ("-h", "--help", "-V", "--version", "--install-completion", "--show-completion")
"""Options of `khabar` itself, without a command."""


def split(argv: Sequence[str], *, terminal: bool) -> tuple[str | None, list[str]]:
    """The command's name and its arguments; None: `khabar` itself. `khabar FILE` and `khabar -f json FILE` are
    `khabar parse`, and so is `… | khabar`; without anything at all (`terminal`: standard input is one) somebody asks
    for help. Raises UsageError where the first word is neither a command nor a file."""
    at = 0
    while at < len(argv) and argv[at] in FLAGS:
        at += 1
    before, rest = list(argv[:at]), list(argv[at:])
    if not rest:
        return (None, []) if terminal else ("parse", before)
    first, *others = rest
    if first in HELP:
        return first, [*before, *others]
    if first.partition("=")[0] in OF_KHABAR:
        return None, rest
    if _may_be_file(first):
        return "parse", [*before, *rest]
    from typer._click.exceptions import UsageError

    from khabar_cli.usage import no_command

    raise UsageError(no_command(first, HELP))


def implied(args: Sequence[str]) -> list[str]:
    """The words before the one that a shell completes, with the command that they mean: `--without` is that of
    `khabar parse`."""
    words = [*args]
    while words and words[0] in FLAGS:
        del words[0]
    if not words or words[0] in HELP or words[0].partition("=")[0] in OF_KHABAR:
        return words
    return ["parse", *words]


def _may_be_file(word: str) -> bool:
    """A file, or an option of `parse`; and what only looks like a file is missed as one."""
    return word.startswith("-") or "." in word or "/" in word or os.sep in word or os.path.lexists(word)


def flag(argv: Sequence[str], *names: str) -> bool:
    """Is one of these flags given, to whatever command?"""
    options = argv[: argv.index("--")] if "--" in argv else argv
    return any(name in options for name in names)


def variables() -> dict[str, str]:
    """Our variables of the environment; an empty one is none, and KHABAR_NO_CONFIG, of which `find` knows, sets
    nothing."""
    found = {name: value for name, value in os.environ.items() if name.startswith(PREFIX) and value}
    found.pop(_NO_CONFIG, None)
    return found


def find() -> str | None:
    """The khabar.toml in the working directory or the nearest folder above it; None also where KHABAR_NO_CONFIG says
    so."""
    if os.environ.get(_NO_CONFIG, "") not in ("", "0"):
        return None
    try:
        folder = os.getcwd()
    except OSError:  # it has been removed
        return None
    while True:
        path = os.path.join(folder, FILE)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
