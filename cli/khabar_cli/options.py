"""The options that commands share, each declared once."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

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
        "Default: blocks on a terminal, jsonl elsewhere (for `text`: text).",
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
