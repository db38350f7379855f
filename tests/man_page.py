"""The man page, made of the help of all commands: `python tests/man_page.py` writes cli/khabar.1.

What all commands that read documents share is told once, and of each command only what it has beyond that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer
from khabar_cli import __version__
from khabar_cli.app import _other, all_commands, build
from khabar_cli.help import CONFIGURATION, EXIT_STATUS, HELP, TOP
from khabar_cli.layout import Page

PLACE = Path(__file__).resolve().parents[1] / "cli" / "khabar.1"
_ESCAPES = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq"}


def man_page() -> str:
    """The page in the macros of man(7), in ASCII."""
    pages = {name: _page(name) for name in HELP}
    shared = _shared(pages)
    lines = [
        r".\" Made by tests/man_page.py of the help of the command: do not edit.",
        f'.TH KHABAR 1 "" "khabar {__version__}" "User Commands"',
        ".SH NAME",
        r"khabar \- turn scraped news articles, raw text or HTML, into structure",
        ".SH SYNOPSIS",
        *_synopsis("khabar [COMMAND] [OPTIONS] [FILE]..."),
        ".SH DESCRIPTION",
        escaped(TOP.text),
        ".PP",
        r"\fBkhabar\fR \fIFILE\fR is short for \fBkhabar parse\fR \fIFILE\fR.",
        *_rows(row for row in _rows_of(pages["parse"], None)),
        ".SH COMMANDS",
        *(line for name, page in pages.items() for line in _command(name, page, shared)),
        ".SH OPTIONS",
        "These are of all commands that read documents.",
        *(line for heading, rows in shared.items() for line in (f".SS {escaped(heading)}", *_rows(rows.items()))),
        ".SS khabar without a command",
        *_rows(row for heading, rows in _top().lists if heading not in (None, "Commands") for row in rows),
        ".SH CONFIGURATION",
        *(line for text in CONFIGURATION for line in (".PP", escaped(text))),
        ".SH EXIT STATUS",
        escaped(EXIT_STATUS.partition(": ")[2]),
        ".SH EXAMPLES",
        *_examples(TOP.examples),
    ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text that roff prints as it stands."""
    shown = "".join(_ESCAPES.get(c) or (c if c.isascii() else f"\\[u{ord(c):04X}]") for c in text)
    return rf"\&{shown}" if shown.startswith(".") else shown


def _page(name: str) -> Page:
    command = build(name)
    return command.page(typer.Context(command, info_name=f"khabar {name}", help_option_names=["-h", "--help"]))


def _top() -> Page:
    group = all_commands()
    return group.page(typer.Context(group, info_name="khabar", help_option_names=["-h", "--help"]))


def _shared(pages: dict[str, Page]) -> dict[str, dict[str, str]]:
    """By group: the options that all commands have that read documents, as `parse` tells them."""
    terms = [
        {term for heading, rows in pages[name].lists if heading for term, _ in rows}
        for name in HELP
        if _other(name) is None
    ]
    common = set.intersection(*terms)
    return {
        heading: {term: text for term, text in rows if term in common}
        for heading, rows in pages["parse"].lists
        if heading
    }


def _command(name: str, page: Page, shared: dict[str, dict[str, str]]) -> Iterator[str]:
    """A command: what it does, the options that others have not or have otherwise, examples."""
    told = {term: text for rows in shared.values() for term, text in rows.items()}
    yield f".SS khabar {escaped(name)}"
    yield from _synopsis(page.usage)
    yield ".PP"
    yield escaped(page.text)
    skipped = _rows_of(_page("parse"), None)
    yield from _rows(
        (term, text)
        for heading, rows in page.lists
        for term, text in rows
        if (term, text) not in skipped and told.get(term) != text
    )
    yield ".PP"
    yield from _examples(page.examples)


def _rows_of(page: Page, wanted: str | None) -> tuple[tuple[str, str], ...]:
    return next((rows for heading, rows in page.lists if heading == wanted), ())


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, text in rows:
        yield ".TP"
        yield rf"\fB{escaped(term)}\fR"
        yield escaped(text)


def _synopsis(usage: str) -> Iterator[str]:
    yield rf"\fB{escaped(usage.partition(' [')[0])}\fR {escaped(usage[len(usage.partition(' [')[0]) :].lstrip())}"


def _examples(examples: Iterable[str]) -> Iterator[str]:
    yield ".nf"
    yield from (rf"\&  {escaped(example)}" for example in examples)
    yield ".fi"


if __name__ == "__main__":
    PLACE.write_text(man_page(), "ascii")
    sys.stdout.write(f"{PLACE.name}: written\n")
