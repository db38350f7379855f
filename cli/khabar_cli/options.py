"""The options that commands share, each declared once."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from khabar_cli.session import usage_error


def _kinds(given: str | None) -> tuple[str, ...] | None:
    """The kinds of --kind, each once; None where all are meant."""
    if given is None:
        return None
    from khabar_cli.quotations import KINDS

    kinds = tuple(dict.fromkeys(kind.strip() for kind in given.split(",") if kind.strip()))
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown or not kinds:
        wrong = f"no kind is called {', '.join(unknown)}" if unknown else "no kind is named"
        raise usage_error("--kind", f"{wrong}; there are {', '.join(KINDS)}")
    return kinds


def _complete_kinds(incomplete: str) -> list[str]:
    """The kinds that what is typed may become; those before the last comma are kept."""
    from khabar_cli.quotations import KINDS

    given, comma, begun = incomplete.rpartition(",")
    return [given + comma + kind for kind in KINDS if kind.startswith(begun) and kind not in given.split(",")]


def _name(given: str | None) -> str | None:
    if given is not None and not given.strip():
        raise usage_error("--speaker", "no speaker is named")
    return given


Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="Articles, raw text or HTML; none, or -, reads standard input."),
]
Format = Annotated[
    Literal["json", "jsonl", "table", "csv", "tsv", "markdown", "text", "blocks"] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="json (one array), jsonl (one object per line), table, csv, tsv, markdown, text, blocks. "
        "Default: blocks on a terminal (for `quotes` and `speakers`: table), jsonl elsewhere (for `text`: text).",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="Short for --format jsonl.")]
Fields = Annotated[
    str | None,
    typer.Option("--fields", metavar="NAME,...", help="Only these fields (and schema and source)."),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, which appears when it is whole."),
]
InputFormat = Annotated[
    Literal["auto", "text", "html"],
    typer.Option("--input-format", help="Raw text or an HTML page; auto tells one from the other."),
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="How the input is encoded; otherwise it is found out."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="TAG", help="The language, e.g. ar; otherwise it is detected."),
]
Errors = Annotated[
    Literal["text", "json"],
    typer.Option("--errors", help="json: an input that fails is an object in the JSON stream."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings. Errors are always told.")]
Color = Annotated[
    Literal["auto", "always", "never"],
    typer.Option("--color", help="Colours; auto also asks NO_COLOR, FORCE_COLOR and the terminal."),
]
Bidi = Annotated[
    Literal["auto", "isolate", "none"],
    typer.Option(
        "--bidi",
        envvar="KHABAR_BIDI",
        show_envvar=True,
        help="Marks round right-to-left text on a terminal that reorders it; auto knows VTE and Konsole. "
        "Never in a pipe or a file.",
    ),
]
Width = Annotated[
    int | None,
    typer.Option("--width", min=20, metavar="N", help="Columns of blocks and tables; else the terminal's."),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND,...",
        callback=_kinds,
        autocompletion=_complete_kinds,
        help="Only these kinds: direct (words that could stand as a sentence), partial (a fragment of somebody's "
        "words), term (a name, a slogan), heading (in a title or heading).",
    ),
]
Speaker = Annotated[
    str | None,
    typer.Option(
        "--speaker",
        metavar="TEXT",
        callback=_name,
        help="Only speakers with TEXT in their name; case, vowel signs and the variants of letters do not count.",
    ),
]
Sort = Annotated[
    Literal["quotes", "words", "files", "speaker"],
    typer.Option("--sort", help="What rows are sorted by: a number, the largest first, or the name."),
]
