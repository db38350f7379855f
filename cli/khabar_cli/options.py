"""The options, each declared once. `rich_help_panel` is its group in the help; a help text is one line, begins with
a verb or a noun, and names the default where the option's own is not the whole truth (None, "auto")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

import typer

from khabar_cli.fields import listed
from khabar_cli.help import BATCH, INPUT, OUTPUT, TERMINAL
from khabar_cli.quotations import KINDS, SAID, TYPES
from khabar_cli.session import usage_error


def _some_of(option: str, word: str, known: tuple[str, ...]) -> Callable[..., Any]:
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
    from khabar.arguments import unknown

    return unknown(word, names[0], known) if names else f"no {word} is named; there are {', '.join(known)}"


_kinds = _some_of("--kind", "kind", KINDS)
_types = _some_of("--type", "type", TYPES)
_of = _some_of("--of", "list", SAID)


def _switched_off(given: list[str] | None) -> tuple[str, ...] | None:
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


def _names_of(option: str) -> Callable[..., list[str] | None]:
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


def _known(given: str | None) -> object:
    """The people of --names, a `khabar.speakers.Known`; None where there is no list."""
    if given is None:
        return None
    from khabar import KhabarError, read_names

    try:
        with open(given, "rb") as file:
            return read_names(file.read())
    except (OSError, ValueError) as error:  # a name with a NUL byte is a ValueError
        told = str(error) if isinstance(error, KhabarError) else getattr(error, "strerror", None) or str(error)
        raise usage_error("--names", f"{given}: {told}") from None


def _own_lexicon(ctx: typer.Context, given: list[str] | None) -> list[str] | None:
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


def _language(given: str | None) -> str | None:
    """A language tag in its usual form."""
    if given is None:
        return None
    from khabar.arguments import check_language

    try:
        return check_language(given)
    except ValueError as error:
        raise usage_error("--language", str(error)) from None


def _encoding(given: str | None) -> str | None:
    if given is not None:
        from khabar import UnknownEncoding
        from khabar.arguments import check_encoding

        try:
            check_encoding(given)
        except UnknownEncoding as error:
            raise usage_error("--encoding", str(error)) from None
    return given


def _files(given: list[str] | None) -> list[str] | None:
    """Names of files; an address of a page is none."""
    for name in given or ():
        if name.lower().startswith(("http://", "https://")):
            from shlex import quote

            raise usage_error("FILE", f"khabar does not fetch pages: curl -sL {quote(name)} | khabar parse")
    return given


def _share(given: float | None) -> float | None:
    if given is not None and not 0 <= given <= 1:
        raise usage_error("--min-confidence", f"takes a number from 0 to 1, not {given:g}")
    return given


def _seconds(given: float | None) -> float | None:
    if given is not None and not 0 < given < float("inf"):
        raise usage_error("--timeout", f"takes a number of seconds greater than 0, not {given:g}")
    return given


def _bytes(given: str | None) -> int | None:
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


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        callback=_files,
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
        "error",
    ],
    typer.Argument(metavar="[COMMAND]", help="The command whose output is described; error: that of --errors json"),
]
Format = Annotated[
    Literal["json", "jsonl", "table", "csv", "tsv", "xlsx", "parquet", "markdown", "text", "blocks"] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        rich_help_panel=OUTPUT,
        help="json, jsonl, table, csv, tsv, xlsx, parquet, markdown, text, blocks (default: {terminal} on a "
        "terminal, else {pipe})",
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
        "--input-format", metavar="KIND", rich_help_panel=INPUT, help="text, html, jsonl, json, warc, parquet"
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
        callback=_encoding,
        rich_help_panel=INPUT,
        help="Encoding of the input (default: detected)",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="TAG",
        callback=_language,
        rich_help_panel=INPUT,
        help="Language, such as ar or pt-BR (default: detected)",
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="RULE,...",
        callback=_switched_off,
        rich_help_panel=INPUT,
        help="Switch off rules (see khabar rules) or whole passes",
    ),
]
OwnLexicon = Annotated[
    list[str] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        callback=_own_lexicon,
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
    typer.Option("--verbose", "-v", rich_help_panel=TERMINAL, help="Name each file that is skipped, and why"),
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
        callback=_seconds,
        rich_help_panel=BATCH,
        help="Skip documents that take longer",
    ),
]
MaxBytes = Annotated[
    str | None,
    typer.Option(
        "--max-bytes",
        metavar="N",
        callback=_bytes,
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
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND,...",
        callback=_kinds,
        rich_help_panel=OUTPUT,
        help="Print only direct, partial, term or heading quotations",
    ),
]
SpokenKind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND,...",
        callback=_kinds,
        rich_help_panel=OUTPUT,
        help="Count only these kinds (default: direct,partial)",
    ),
]
Type = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        metavar="TYPE,...",
        callback=_types,
        rich_help_panel=OUTPUT,
        help="Print only types statement, demand, denial or stance",
    ),
]
Of = Annotated[
    list[str],
    typer.Option(
        "--of",
        metavar="LIST,...",
        callback=_of,
        rich_help_panel=OUTPUT,
        help="Count quotes, statements or both",
    ),
]
Speaker = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker",
        metavar="TEXT",
        callback=_names_of("--speaker"),
        rich_help_panel=OUTPUT,
        help="Print only speakers with TEXT in their name",
    ),
]
SpeakerExact = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker-exact",
        metavar="NAME",
        callback=_names_of("--speaker-exact"),
        rich_help_panel=OUTPUT,
        help="Print only speakers whose whole name is NAME",
    ),
]
Quotations = Annotated[
    bool,
    typer.Option("--quotes", rich_help_panel=OUTPUT, help="Explain quotations and statements, not lines"),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        callback=_share,
        rich_help_panel=OUTPUT,
        help="Below P (0 to 1), print no speaker (null)",
    ),
]
SpeechConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        callback=_share,
        rich_help_panel=OUTPUT,
        help="Below P (0 to 1), print no speaker and no statement",
    ),
]
StatementConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        callback=_share,
        rich_help_panel=OUTPUT,
        help="Below P (0 to 1), print no statement",
    ),
]
Names = Annotated[
    str | None,
    typer.Option(
        "--names",
        metavar="FILE",
        callback=_known,
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
