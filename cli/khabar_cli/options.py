"""The options, each declared once. `rich_help_panel` is its group in the help; a help text is one line, begins with
a verb or a noun, and names the default where the option's own is not the whole truth (None, "auto")."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from khabar_cli import checks
from khabar_cli.help import BATCH, INPUT, OUTPUT, TERMINAL

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        callback=checks.files,
        help="Articles (text, HTML), folders, .jsonl, .warc.gz, .parquet; none or -: standard input",
    ),
]
SchemaName = Annotated[
    Literal[
        "parse",
        "sections",
        "quotes",
        "statements",
        "credits",
        "speakers",
        "agencies",
        "text",
        "stats",
        "explain",
        "rules",
        "diff",
        "score",
        "error",
    ],
    typer.Argument(metavar="[COMMAND]", help="The command whose output is described; error: that of --errors json"),
]
Format = Annotated[
    Literal["json", "jsonl", "table", "csv", "tsv", "xlsx", "parquet", "markdown", "text", "blocks", "html"] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        case_sensitive=False,
        rich_help_panel=OUTPUT,
        help="json, jsonl, table, csv, tsv, xlsx, parquet, markdown, text, blocks; of parse also html (default: as "
        "-o FILE is named; {terminal} on a terminal, else {pipe})",
    ),
]
Json = Annotated[
    bool,
    typer.Option("--json", rich_help_panel=OUTPUT, help="One array: --format json"),
]
Jsonl = Annotated[
    bool,
    typer.Option("--jsonl", rich_help_panel=OUTPUT, help="One object per line: --format jsonl"),
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--fields", metavar="NAME,...", rich_help_panel=OUTPUT, help="Print only these fields"),
]
Bom = Annotated[
    bool,
    typer.Option("--bom", rich_help_panel=OUTPUT, help="Begin CSV and TSV with a byte order mark, for Excel"),
]
Defuse = Annotated[
    bool,
    typer.Option(
        "--defuse/--no-defuse",
        rich_help_panel=OUTPUT,
        help="Do not change cells that look like formulas",
    ),
]
Compared = Annotated[
    list[str] | None,
    typer.Option("--fields", metavar="NAME,...", rich_help_panel=OUTPUT, help="Compare only these fields"),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        callback=checks.output,
        rich_help_panel=OUTPUT,
        help="Write to FILE, which appears when it is complete",
    ),
]
Target = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        callback=checks.output,
        rich_help_panel=OUTPUT,
        help="Write to FILE, or one file per document into DIR/",
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", rich_help_panel=OUTPUT, help="With -o DIR/: overwrite files"),
]
SkipExisting = Annotated[
    bool,
    typer.Option("--skip-existing", rich_help_panel=OUTPUT, help="With -o DIR/: skip documents whose file is there"),
]
Sync = Annotated[
    bool,
    typer.Option("--sync", rich_help_panel=OUTPUT, help="Flush each file to disk before it takes its name (slow)"),
]
Include = Annotated[
    list[str] | None,
    typer.Option(
        "--include", metavar="GLOB", rich_help_panel=INPUT, help="In folders, read only files whose names match"
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude", metavar="GLOB", rich_help_panel=INPUT, help="In folders, skip files and folders that match"
    ),
]
FilesFrom = Annotated[
    str | None,
    typer.Option(
        "--files-from",
        metavar="LIST",
        rich_help_panel=INPUT,
        help="Read names of FILEs from LIST (- is standard input)",
    ),
]
Null = Annotated[
    bool,
    typer.Option("--null", "-0", rich_help_panel=INPUT, help="Names in LIST end with NUL, as of find -print0"),
]
InputFormat = Annotated[
    Literal["auto", "text", "html", "jsonl", "json", "warc", "parquet"],
    typer.Option(
        "--input-format",
        metavar="KIND",
        case_sensitive=False,
        rich_help_panel=INPUT,
        help="text, html, jsonl, json, warc, parquet",
    ),
]
TextField = Annotated[
    str,
    typer.Option("--text-field", metavar="NAME", rich_help_panel=INPUT, help="Field of a record that holds its text"),
]
IdField = Annotated[
    str,
    typer.Option("--id-field", metavar="NAME", rich_help_panel=INPUT, help="Field of a record that holds its id"),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        callback=checks.encoding,
        rich_help_panel=INPUT,
        help="Encoding of the input (default: detected)",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="TAG",
        callback=checks.language,
        rich_help_panel=INPUT,
        help="Language, such as ar or pt-BR (default: detected)",
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="RULE,...",
        callback=checks.switched_off,
        rich_help_panel=INPUT,
        help="Switch off rules (see khabar rules) or whole passes",
    ),
]
OwnLexicon = Annotated[
    list[str] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        callback=checks.own_lexicon,
        rich_help_panel=INPUT,
        help="Add your own markers, publishers, cue verbs and names",
    ),
]
Errors = Annotated[
    Literal["text", "json"],
    typer.Option("--errors", metavar="FORMAT", rich_help_panel=BATCH, help="json: errors are objects in the output"),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", rich_help_panel=TERMINAL, help="Print errors only: no warnings, no progress"),
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose", "-v", rich_help_panel=TERMINAL, help="Name each file or response that is skipped, and why"
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", min=0, metavar="N", rich_help_panel=BATCH, help="Number of processes; 0: one per core"
    ),
]
Unordered = Annotated[
    bool,
    typer.Option("--unordered", rich_help_panel=BATCH, help="Print documents as they are done, not in input order"),
]
FailFast = Annotated[
    bool,
    typer.Option("--fail-fast", rich_help_panel=BATCH, help="Stop at the first input that fails"),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        callback=checks.seconds,
        rich_help_panel=BATCH,
        help="Skip documents that take longer",
    ),
]
MaxBytes = Annotated[
    str | None,
    typer.Option(
        "--max-bytes",
        metavar="N",
        callback=checks.number_of_bytes,
        rich_help_panel=BATCH,
        help="Skip larger documents; K, M, G, none (default: 64M)",
    ),
]
Color = Annotated[
    Literal["auto", "always", "never"],
    typer.Option("--color", metavar="WHEN", rich_help_panel=TERMINAL, help="auto, always or never"),
]
Bidi = Annotated[
    Literal["auto", "isolate", "none"],
    typer.Option(
        "--bidi",
        metavar="MODE",
        rich_help_panel=TERMINAL,
        help="Marks round right-to-left text: auto, isolate or none",
    ),
]
Width = Annotated[
    int | None,
    typer.Option(
        "--width",
        min=20,
        metavar="N",
        rich_help_panel=TERMINAL,
        help="Columns of the layout (default: the terminal's)",
    ),
]
Pager = Annotated[
    bool,
    typer.Option(
        "--pager/--no-pager", rich_help_panel=TERMINAL, help="Use no pager ($PAGER, else less) for long output"
    ),
]
