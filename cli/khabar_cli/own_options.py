"""The options that single commands have, each declared once (see khabar_cli.options for the rules of their texts)."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from khabar_cli import checks
from khabar_cli.help import INPUT, OUTPUT, TERMINAL

Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND,...",
        callback=checks.kinds,
        rich_help_panel=OUTPUT,
        help="Print only direct, partial, term or heading quotations",
    ),
]
SpokenKind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND,...",
        callback=checks.kinds,
        rich_help_panel=OUTPUT,
        help="Count only these kinds (default: direct,partial)",
    ),
]
Type = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        metavar="TYPE,...",
        callback=checks.types,
        rich_help_panel=OUTPUT,
        help="Print only types statement, demand, denial or stance",
    ),
]
Of = Annotated[
    list[str],
    typer.Option(
        "--of",
        metavar="LIST,...",
        callback=checks.lists_counted,
        rich_help_panel=OUTPUT,
        help="Count quotes, statements or both",
    ),
]
Speaker = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker",
        metavar="TEXT",
        callback=checks.names_of("--speaker"),
        rich_help_panel=OUTPUT,
        help="Print only speakers with TEXT in their name",
    ),
]
Agency = Annotated[
    list[str] | None,
    typer.Option(
        "--agency",
        metavar="NAME",
        callback=checks.agencies,
        rich_help_panel=OUTPUT,
        help="Print only pictures of this agency, in any spelling",
    ),
]
SpeakerExact = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker-exact",
        metavar="NAME",
        callback=checks.names_of("--speaker-exact"),
        rich_help_panel=OUTPUT,
        help="Print only speakers whose whole name is NAME",
    ),
]
Quotations = Annotated[
    bool,
    typer.Option("--quotes", rich_help_panel=OUTPUT, help="Explain quotations and statements, not lines"),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="NAME,...",
        callback=checks.verdicts,
        rich_help_panel=OUTPUT,
        help="Print only lines with these labels or rules: stripped, promo, page.tail",
    ),
]
SourceLines = Annotated[
    list[str] | None,
    typer.Option(
        "--line",
        metavar="N-M,...",
        callback=checks.source_lines,
        rich_help_panel=OUTPUT,
        help="Print only these lines of the source: 7, 20-40, 90-, -5",
    ),
]
VerboseRules = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        rich_help_panel=TERMINAL,
        help="Show rules and reasons; name each file that is skipped, and why",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        callback=checks.share,
        rich_help_panel=OUTPUT,
        help="Below P (0 to 1), print no speaker (null)",
    ),
]
SpeechConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        callback=checks.share,
        rich_help_panel=OUTPUT,
        help="Below P (0 to 1), print no speaker and no statement",
    ),
]
StatementConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        callback=checks.share,
        rich_help_panel=OUTPUT,
        help="Below P (0 to 1), print no statement",
    ),
]
Check = Annotated[
    str | None,
    typer.Option(
        "--check",
        metavar="FILE",
        rich_help_panel=OUTPUT,
        help="Compare with a corrections.json: what agrees now, what differs",
    ),
]
Gold = Annotated[
    str,
    typer.Argument(
        metavar="GOLD",
        callback=checks.side,
        help="A corrections.json, or the JSON of khabar parse (file or folder) that you corrected",
    ),
]
By = Annotated[
    Literal["measure", "document"],
    typer.Option("--by", metavar="WHAT", rich_help_panel=OUTPUT, help="A row for each measure or document"),
]
Names = Annotated[
    str | None,
    typer.Option(
        "--names",
        metavar="FILE",
        callback=checks.people,
        rich_help_panel=INPUT,
        help="Names of people: a person per line, tabs between the forms",
    ),
]
Sort = Annotated[
    Literal["quotes", "statements", "words", "files", "speaker"] | None,
    typer.Option(
        "--sort",
        metavar="COLUMN",
        rich_help_panel=OUTPUT,
        help="quotes, statements, words, files or speaker (default: the first of --of)",
    ),
]
SortAgencies = Annotated[
    Literal["pictures", "files", "agency"],
    typer.Option("--sort", metavar="COLUMN", rich_help_panel=OUTPUT, help="pictures, files or agency"),
]
