"""Values that a shell offers for an option. Options get them only while a shell completes, and only those of
the option that is asked for are loaded: Tab must answer at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from khabar_cli.help import HELP

if TYPE_CHECKING:
    from typer._click.shell_completion import CompletionItem
    from typer.core import TyperCommand

Named = tuple[str, str]
"""A value and what it means (bash does not show that)."""
_Command = TypeVar("_Command", bound="TyperCommand")


def complete() -> NoReturn:
    """Answer the shell, whose question is in the environment."""
    from typer import _completion_classes

    from khabar_cli.registry import all_commands

    # it would import rich to take markup out of our help, which has none
    _completion_classes._sanitize_help_text = _plain
    _completion_classes.completion_init()
    all_commands()(prog_name="khabar")
    raise SystemExit(1)  # what was asked is nothing that Typer knows: it has said so


def script(shell: str) -> str:
    """What a shell runs to have completion."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name="khabar", complete_var="_KHABAR_COMPLETE", shell=shell)


def completes(command: _Command) -> _Command:
    """The command, its options complete their values."""
    for param in command.params:
        candidates = CANDIDATES.get(param.name or "")
        if candidates is not None:
            param._custom_shell_complete = _completion(candidates, command.name or "")
    return command


def _completion(candidates: Callable[[str], Iterable[Named]], command: str) -> Callable[..., list[CompletionItem]]:
    def complete(ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
        from typer._click.shell_completion import CompletionItem

        listed = (param.metavar or "").endswith(",...")
        given, comma, begun = incomplete.rpartition(",") if listed else ("", "", incomplete)
        before = set(given.split(","))  # those before the last comma are kept, and not said twice
        return [
            CompletionItem(f"{given}{comma}{value}", help=told or None)
            for value, told in candidates(command)
            if value.startswith(begun) and value not in before
        ]

    return complete


def _plain(text: str) -> str:
    return text


def _fields(command: str) -> Iterator[Named]:
    from khabar_cli.views import view_class

    view = view_class(command)
    for name in (*view.fields, *getattr(view, "others", ())):
        yield name, ""


def _rules(command: str, *, passes: bool = True) -> Iterator[Named]:
    from khabar import rules

    for rule in rules():
        if command == "rules" or rule.stage != "assemble":
            yield rule.id, rule.reason
    if command != "rules" and passes:
        from khabar.labels.switches import passes as all_passes

        yield from ((name, "a whole pass") for name in all_passes())


def _verdicts(command: str) -> Iterator[Named]:
    """Labels, families of rules, and rules."""
    from khabar_cli.selection import STRIPPED, families, labels

    yield STRIPPED, "all labels of what is not the article"
    yield from ((name, "a label") for name in labels())
    yield from ((name, "all rules of this beginning") for name in families() if name not in labels())
    yield from _rules("explain", passes=False)


def _languages(command: str) -> Iterator[Named]:
    """Tags of the languages that khabar has markers of, and what they are called."""
    from khabar.lexicon.files import names, path

    for file in names("languages"):
        with open(path(file), encoding="utf-8") as handle:
            name = re.search(r"^@name (.*)", handle.read(1000), re.MULTILINE)
        yield os.path.basename(file).removesuffix(".txt"), name[1] if name else ""


def _encodings(command: str) -> Iterator[Named]:
    from khabar.decode.names import known_encodings

    return ((name, "") for name in sorted(known_encodings()))


def _agencies(command: str) -> Iterator[Named]:
    from khabar.pictures.credits.agencies import known_agencies

    in_bash = os.environ.get("_KHABAR_COMPLETE", "").endswith("bash")  # the others quote by themselves
    return ((re.sub(r"([^\w.-])", r"\\\1", name) if in_bash else name, "") for name in known_agencies())


def _of_quotations(name: str) -> Callable[[str], Iterator[Named]]:
    def candidates(command: str) -> Iterator[Named]:
        from khabar_cli import quotations

        return ((value, "") for value in getattr(quotations, name))

    return candidates


def _commands(command: str) -> Iterator[Named]:
    return ((name, told.short) for name, told in HELP.items())


CANDIDATES: dict[str, Callable[[str], Iterable[Named]]] = {
    "fields": _fields,
    "without": _rules,
    "only": _verdicts,
    "rule_id": _rules,
    "language": _languages,
    "encoding": _encodings,
    "kind": _of_quotations("KINDS"),
    "agency": _agencies,
    "type": _of_quotations("TYPES"),
    "of": _of_quotations("SAID"),
    "command": _commands,
}
"""By the name of the parameter: what is offered for its value, given the command's name. A Literal completes by
itself."""
