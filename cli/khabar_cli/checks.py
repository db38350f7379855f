"""The values of options, checked: each function takes what was given and returns what is meant, or raises
typer.BadParameter with a sentence that says what would be right."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import typer

from khabar_cli.fields import listed
from khabar_cli.messages import reason
from khabar_cli.plan import usage_error
from khabar_cli.quotations import KINDS, SAID, TYPES

if TYPE_CHECKING:
    from khabar.speakers import Known


def some_of(option: str, word: str, known: tuple[str, ...]) -> Callable[..., Any]:
    """The callback of an option that takes a list of these names; None where all are meant."""

    def chosen(given: list[str] | None) -> tuple[str, ...] | None:
        if not given:
            return None
        names = listed(given)
        unknown = [name for name in names if name not in known]
        if unknown or not names:
            raise usage_error(option, _unknown(word, unknown, known))
        return names

    return chosen


def _unknown(word: str, names: list[str], known: tuple[str, ...]) -> str:
    from khabar.hints import unknown

    return unknown(word, names[0], known) if names else f"no {word} is named; there are {', '.join(known)}"


kinds = some_of("--kind", "kind", KINDS)
types = some_of("--type", "type", TYPES)
lists_counted = some_of("--of", "list", SAID)


def switched_off(given: list[str] | None) -> tuple[str, ...] | None:
    """The rules and passes of --without, each once."""
    if not given:
        return None
    from khabar import UnknownRule
    from khabar.labels.switches import switched_off

    names = listed(given)
    if not names:
        raise usage_error("--without", "no rule is named")
    try:
        switched_off(names)
    except UnknownRule as error:
        raise usage_error("--without", str(error)) from None
    return names


def names_of(option: str) -> Callable[..., list[str] | None]:
    """The callback of an option that takes names of speakers."""

    def names(given: list[str] | None) -> list[str] | None:
        if given:
            from khabar_cli.names import SpeakerNames

            try:
                SpeakerNames(given)
            except ValueError:
                raise usage_error(option, "no speaker is named") from None
        return given

    return names


def verdicts(given: list[str] | None) -> tuple[str, ...] | None:
    """The labels, rules and families of rules of --only."""
    if not given:
        return None
    from khabar_cli import selection

    try:
        return selection.names(given)
    except ValueError as error:
        raise usage_error("--only", str(error)) from None


def source_lines(given: list[str] | None) -> tuple[tuple[int, int | None], ...] | None:
    """The lines of --line."""
    if not given:
        return None
    from khabar_cli import selection

    try:
        return selection.ranges(given)
    except ValueError as error:
        raise usage_error("--line", str(error)) from None


def agencies(given: list[str] | None) -> list[str] | None:
    for name in given or ():
        if not any(map(str.isalnum, name)):
            raise usage_error("--agency", "no agency is named")
    return given


def people(given: str | None) -> str | None:
    """The file of --names, which can be read."""
    known_people(given)
    return given


def known_people(given: str | None) -> Known | None:
    """The people of --names; None where there is no list."""
    if given is None:
        return None
    from khabar import read_names

    try:
        with open(given, "rb") as file:
            return read_names(file.read())
    except (OSError, ValueError) as error:  # a name with a NUL byte is a ValueError
        raise usage_error("--names", f"{given}: {reason(error)}") from None


def own_lexicon(ctx: typer.Context, given: list[str] | None) -> list[str] | None:
    """Use the files of --lexicon until the command ends."""
    if given:
        from khabar import LexiconError, use_lexicon
        from khabar.lexicon.additions import install, used

        before = used()
        try:
            use_lexicon(*given)
        except LexiconError as error:
            raise usage_error("--lexicon", str(error)) from None
        ctx.call_on_close(lambda: install(before))
    return given


def language(given: str | None) -> str | None:
    """A language tag in its usual form."""
    if given is None:
        return None
    from khabar.arguments import check_language

    try:
        return check_language(given)
    except ValueError as error:
        raise usage_error("--language", str(error)) from None


def encoding(given: str | None) -> str | None:
    if given is not None:
        from khabar import UnknownEncoding
        from khabar.arguments import check_encoding

        try:
            check_encoding(given)
        except UnknownEncoding as error:
            raise usage_error("--encoding", str(error)) from None
    return given


def files(ctx: typer.Context, given: list[str] | None) -> list[str] | None:
    """Names of files; an address of a page is none."""
    for name in given or ():
        _check_name(name, f"curl -sL {{}} | khabar {ctx.command.name}")
    return given


def output(given: str | None) -> str | None:
    """None for `-`: standard output, where output goes if nothing is said; `./-` is a file."""
    return None if given == "-" else given


def side(given: str) -> str:
    """The name of what is compared; an address of a page is none."""
    _check_name(given, "curl -sLo page.html {}")
    return given


_ADDRESS = r"(?i)(?:[\w-]+\.)+(?:[a-z]{2}|com|edu|gov|info|int|net|news|org)(?::\d+)?/"
"""How an address without https:// begins. (Endings of files have two letters, too: a folder on the way is looked
for.)"""


def _check_name(name: str, fetched: str) -> None:
    """Raises typer.BadParameter for a name of no file. `fetched`: how a page is fetched, {} for its address."""
    if not name:
        raise usage_error("FILE", "the name of a file is empty")
    told = name if name.lower().startswith(("http://", "https://")) else None
    first, slash, _ = name.partition("/")
    host = slash and "." in first.strip(".")  # most names need no pattern
    if told is None and ((host and re.match(_ADDRESS, name)) or name.lower().startswith("www.")):
        told = None if os.path.lexists(first) else f"https://{name}"
    if told is not None:
        from shlex import quote

        raise usage_error("FILE", f"khabar does not fetch pages: {fetched.format(quote(told))}")


def share(given: float | None) -> float | None:
    if given is not None and not 0 <= given <= 1:
        raise usage_error("--min-confidence", f"takes a number from 0 to 1, not {given:g}")
    return given


def seconds(given: float | None) -> float | None:
    if given is not None and not 0 < given < float("inf"):
        raise usage_error("--timeout", f"takes a number of seconds greater than 0, not {given:g}")
    return given


def number_of_bytes(given: str | None) -> int | None:
    """`500`, `64K`, `10M`, `2G`, `none`."""
    if given is None:
        from khabar.corpus.item import MAX_BYTES

        return MAX_BYTES
    if given.lower() == "none":
        return None
    number, unit = (given[:-1], given[-1].upper()) if given[-1:].upper() in ("K", "M", "G") else (given, "")
    if not (number.isascii() and number.isdigit() and len(number) < 16 and int(number)):
        raise usage_error(
            "--max-bytes", f"takes a number of bytes greater than 0, such as 500000, 64K or 10M, or none; not {given}"
        )
    return int(number) << {"": 0, "K": 10, "M": 20, "G": 30}[unit]
