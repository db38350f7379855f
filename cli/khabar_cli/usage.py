"""Usage errors in a sentence: `khabar: --jobs: takes a whole number of 0 or more, not two`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from khabar_cli.messages import one_line

if TYPE_CHECKING:
    from typer._click.exceptions import ClickException

_GIVEN = re.compile(r"^(['\"]?)(?P<value>.*)\1 is not (a valid|one of|in the range) ", re.DOTALL)
"""How Click tells a value that has not the option's type."""
_UNNAMED = ("FILE", "ID", "COMMAND")
"""Arguments that need not be named where something is wrong with them: the message says which it is."""
_OF_ALL = ("--help", "--debug", "--no-config")
"""Options that every command has beside its own."""
_OF_KHABAR = ("--version",)
"""An option that no command has, but `khabar` itself."""
_FEW = 4
"""Commands that a sentence names one by one."""


def sentence(error: ClickException, command: str) -> str:
    """What to say after "khabar: ". `command`: whose options were read."""
    option = getattr(error, "option_name", None)
    if option and hasattr(error, "possibilities"):
        return no_option(option, command)
    if option:
        return f"{option}: needs a value" if "requires" in error.message else f"{option}: takes no value"
    if extra := re.fullmatch(r"Got unexpected extra argument\(s\) \((.*)\)", error.message, re.DOTALL):
        return f"{command} has no use for {one_line(extra[1])}; khabar help {command} says what it takes"
    param = getattr(error, "param", None)
    if param and not error.message:  # a missing argument
        return f"{command} needs {param.metavar}: {_decapitalized(param.help)}"
    return _of_parameter(error, param)


def _of_parameter(error: ClickException, param: Any) -> str:
    """The sentence for a value that is wrong, with the option's name before it. `param`: None where Click does not
    know it."""
    hint = getattr(error, "param_hint", None) or ("/".join(param.opts[:1]) if param else None)
    message = error.message
    if param and (given := _GIVEN.match(message)):
        message = wrong_value(param, given["value"])
        hint = param.metavar.strip("[]") if param.param_type_name == "argument" else hint
    hint = hint.strip("'") if isinstance(hint, str) else None
    if not hint or hint in _UNNAMED:
        return _decapitalized(message)
    return f"{hint}: {_decapitalized(message)}"


def wrong_value(param: Any, value: str) -> str:
    """What a value is, and what the option takes: "takes text or html, not htm; did you mean html?"."""
    choices = getattr(param.type, "choices", None)
    if choices is not None:
        from khabar.hints import did_you_mean

        from khabar_cli.guesses import VALUES

        guess = VALUES.get(param.name, {}).get(value.casefold())
        near = f"did you mean {guess}?" if guess else did_you_mean(value, choices)
        told = f"takes {one_of(choices)}, not {value}"
        return f"{told}; {near}" if near else told
    least = getattr(param.type, "min", None)
    number = "whole number" if param.type.name.startswith("int") else "number"
    return f"takes a {number}{'' if least is None else f' of {least} or more'}, not {value}"


def one_of(names: Iterable[str], word: str = "or") -> str:
    """ "a, b or c"."""
    *first, last = names
    return f"{', '.join(first)} {word} {last}" if first else last


def no_option(option: str, command: str) -> str:
    """The sentence for an option that the command does not have."""
    from khabar.hints import did_you_mean

    from khabar_cli.registry import long_options

    known = long_options()
    if any(option in options for options in known.values()):
        return f"{command} has no option {option}; {having(option, known)}"
    if option in _OF_KHABAR:
        return f"{command} has no option {option}; khabar {option} prints it"
    ours = {*known.get(command, ()), *_OF_ALL, *_OF_KHABAR}
    short = not option.startswith("--")  # to a letter nothing is near
    near = None if short else did_you_mean(option, sorted(ours.union(*known.values())), count=1)
    if near is not None and (other := near.removeprefix("did you mean ").rstrip("?")) not in ours:
        near = f"{near} {having(other, known)}"
    return f"no option is called {one_line(option)}; {near or f'khabar help {command} lists them'}"


def having(option: str, known: Mapping[str, Collection[str]]) -> str:
    """ "quotes and speakers have it": the commands that have an option."""
    names = [name for name, options in known.items() if option in options]
    if len(names) > _FEW:
        return "other commands have it"
    return f"{one_of(names, 'and')} {'have' if len(names) > 1 else 'has'} it"


def no_command(word: str, commands: Iterable[str], what: str = "command and no file") -> str:
    """The sentence for a first word that is neither a command nor a file, or for what can only be a command."""
    from khabar.hints import did_you_mean

    from khabar_cli.guesses import COMMANDS

    if not word:
        return "the first word is empty; khabar help lists the commands"
    guess = COMMANDS.get(word.casefold())
    near = f"did you mean {guess}?" if guess else did_you_mean(word, commands)
    return f"no {what} is called {one_line(word)}; {near or 'khabar help lists the commands'}"


def _decapitalized(message: str) -> str:
    first, rest = message[:1], message[1:]
    return (first.lower() if rest[:1].islower() or rest[:1] == " " else first) + rest.rstrip(".")
