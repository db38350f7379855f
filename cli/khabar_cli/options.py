"""The options that commands share, each declared once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

import typer

from khabar_cli.fields import listed
from khabar_cli.quotations import KINDS, SAID, TYPES
from khabar_cli.session import usage_error


def _some_of(option: str, word: str, known: tuple[str, ...]) -> tuple[Callable[..., Any], Callable[..., Any]]:
    """For an option that takes a list of these names: its callback, None where all are meant, and its completion."""

    def chosen(given: list[str] | None) -> tuple[str, ...] | None:
        if not given:
            return None
        names = listed(given)
        unknown = [name for name in names if name not in known]
        if unknown or not names:
            wrong = f"no {word} is called {', '.join(unknown)}" if unknown else f"no {word} is named"
            raise usage_error(option, f"{wrong}; there are {', '.join(known)}")
        return names

    def complete(incomplete: str) -> list[str]:
        given, comma, begun = incomplete.rpartition(",")  # those before the last comma are kept
        return [given + comma + name for name in known if name.startswith(begun) and name not in given.split(",")]

    return chosen, complete


_kinds, _complete_kinds = _some_of("--kind", "kind", KINDS)
_types, _complete_types = _some_of("--type", "type", TYPES)
_of, _complete_of = _some_of("--of", "list", SAID)


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


def _language(given: str | None) -> str | None:
    """The tag of --language, as khabar writes it."""
    if given is None:
        return None
    from khabar.arguments import check_language

    try:
        return check_language(given)
    except ValueError as error:
        raise usage_error("--language", str(error)) from None


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


def _share(given: float | None) -> float | None:
    if given is not None and not 0 <= given <= 1:
        raise usage_error("--min-confidence", "is a number from 0 to 1")
    return given


def _seconds(given: float | None) -> float | None:
    if given is not None and not 0 < given < float("inf"):
        raise usage_error("--timeout", "is a number of seconds greater than 0")
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
        raise usage_error("--max-bytes", "is a number of bytes greater than 0, such as 500000, 64K or 10M, or none")
    return int(number) << {"": 0, "K": 10, "M": 20, "G": 30}[unit]


_LARGE = "Skip documents and records larger than N bytes (suffixes K, M, G; none: no limit). Default: 64M."

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="Articles, raw text or HTML, or .gz of them; folders of such; .jsonl, .warc.gz and .parquet hold many. "
        "None, or -, reads standard input.",
    ),
]
Format = Annotated[
    Literal["json", "jsonl", "table", "csv", "tsv", "xlsx", "parquet", "markdown", "text", "blocks"] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="json (one array), jsonl (one object per line), table, csv, tsv, xlsx and parquet (with -o FILE), "
        "markdown, text, blocks. Default: blocks on a terminal "
        "(for `quotes`, `statements`, `speakers` and `agencies`: table), jsonl elsewhere (for `text`: text).",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="Short for --format jsonl.")]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--fields",
        metavar="NAME,...",
        help="Only these fields (and schema and source). Rows also have what their document has (title, url, "
        "published, publisher, language …) and, of a record, record.NAME; quotations and statements have context, "
        "the paragraph that they stand in.",
    ),
]
Bom = Annotated[
    bool,
    typer.Option("--bom", help="Begin CSV and TSV with a byte order mark, so that Excel reads them as UTF-8."),
]
Defuse = Annotated[
    bool,
    typer.Option(
        "--defuse/--no-defuse",
        help="Keep spreadsheets from running scraped text as a formula: in csv and tsv, an apostrophe comes before a "
        "text that begins with =, +, -, @ (also full-width), a tab or a line break; in xlsx it is marked as text. "
        "Numbers stay as they are; a line of dialogue (- Yes) gets one, too.",
    ),
]
Compared = Annotated[
    str | None,
    typer.Option("--fields", metavar="NAME,...", help="Compare only these fields of the documents."),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, which appears when it is whole."),
]
Target = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR",
        help="Write to FILE, which appears when it is whole; or, where a folder is named (DIR/), a file for each "
        "document, by default of one JSON object: DIR/NAME.json, where NAME is below the folder that was read.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="With -o DIR: write over files that are there.")]
SkipExisting = Annotated[
    bool,
    typer.Option("--skip-existing", help="With -o DIR: only documents that have no file there, as after a stop."),
]
Sync = Annotated[
    bool,
    typer.Option(
        "--sync", help="Flush each file to the disk before it takes its name (slower; survives a power loss)."
    ),
]
Include = Annotated[
    list[str] | None,
    typer.Option(
        "--include",
        metavar="GLOB",
        help="Of folders only files of such names, in place of *.txt, *.html and the like; with a slash, of such "
        "names below the folder (2024/**/*.htm). May be given again.",
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="GLOB", help="Of folders no files and folders of such names; as --include."),
]
FilesFrom = Annotated[
    str | None,
    typer.Option(
        "--files-from", metavar="LIST", help="Also the files named in LIST, one on each line; -: standard input."
    ),
]
Null = Annotated[bool, typer.Option("--null", "-0", help="A NUL byte ends each name of LIST, as of find -print0.")]
InputFormat = Annotated[
    Literal["auto", "text", "html", "jsonl", "json", "warc", "parquet"],
    typer.Option(
        "--input-format",
        help="What the input is; auto tells by its first bytes. jsonl, json, warc, parquet: files that hold many "
        "documents.",
    ),
]
TextField = Annotated[
    str, typer.Option("--text-field", metavar="NAME", help="Where the text of a record stands (jsonl, parquet).")
]
IdField = Annotated[
    str,
    typer.Option(
        "--id-field",
        metavar="NAME",
        help="What names a record; without it FILE:LINE does. All its fields but the text are handed on into the "
        "JSON of `parse` and `text`, under `record`.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="How the input is encoded; otherwise it is found out."),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="TAG",
        callback=_language,
        help="The language, such as ar or pt-BR; without it, the language is detected.",
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="RULE,...",
        callback=_switched_off,
        help="Parse as if there were no such rules, to see what they do: ids as of `khabar rules`, or names of whole "
        "steps, such as captions.",
    ),
]
OwnLexicon = Annotated[
    list[str] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        callback=_own_lexicon,
        help="Add markers, publishers, cue verbs and names of your own from FILE, in the format of khabar's lexicon. "
        "May be given again.",
    ),
]
Errors = Annotated[
    Literal["text", "json"],
    typer.Option("--errors", help="json: an input that fails is an object in the JSON stream."),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="No warnings, no progress, no last line. Errors are always told."),
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Name each file that is passed over in a folder, and why."),
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", min=0, metavar="N", help="Work in N processes; 0: one for each core."),
]
Unordered = Annotated[
    bool,
    typer.Option("--unordered", help="Documents come out as they are done, not in the order of the input."),
]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Stop at the first input that fails.")]
Timeout = Annotated[
    float | None,
    typer.Option("--timeout", metavar="SECONDS", callback=_seconds, help="Give up a document that takes longer."),
]
MaxBytes = Annotated[
    str | None,
    typer.Option("--max-bytes", metavar="N", callback=_bytes, help=_LARGE),
]
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
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND,...",
        callback=_kinds,
        autocompletion=_complete_kinds,
        help="Only these kinds: direct (words that could stand as a sentence), partial (a fragment of somebody's "
        "words), term (a name, a slogan), heading (in a title or heading).",
    ),
]
Type = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        metavar="TYPE,...",
        callback=_types,
        autocompletion=_complete_types,
        help="Only statements of these types: statement (what somebody says), demand (asks for, orders), denial, "
        "stance (welcomes, condemns, rejects).",
    ),
]
Of = Annotated[
    list[str],
    typer.Option(
        "--of",
        metavar="LIST,...",
        callback=_of,
        autocompletion=_complete_of,
        help="What is counted: quotes (in marks; see --kind), statements (without marks; see --type), or both, each "
        "in a column of its own.",
    ),
]
Speaker = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker",
        metavar="TEXT",
        callback=_names_of("--speaker"),
        help='Only speakers with TEXT in their name, with or without "ال"; case, accents, vowel signs and variants '
        "of letters make no difference. Give it again for more speakers.",
    ),
]
SpeakerExact = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker-exact",
        metavar="NAME",
        callback=_names_of("--speaker-exact"),
        help="Only speakers whose whole name is NAME, compared as with --speaker. Give it again for more speakers.",
    ),
]
Quotations = Annotated[
    bool,
    typer.Option(
        "--quotes",
        help="Not the lines: the quotations and statements, who may be their speakers, where statements may begin "
        "and end, and what decided.",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        callback=_share,
        help="No speaker (null) where the confidence is below P, from 0 to 1.",
    ),
]
SpeechConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        callback=_share,
        help="Quotations without their speaker (null), and no statements, where the confidence is below P, from 0 "
        "to 1.",
    ),
]
StatementConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        callback=_share,
        help="No statements whose confidence is below P, from 0 to 1: how likely it is that this is one, and this "
        "speaker's.",
    ),
]
Names = Annotated[
    str | None,
    typer.Option(
        "--names",
        metavar="FILE",
        callback=_known,
        help="Who goes by which names: a person on a line, first the name to show, then the others, a tab, = or | "
        "between them; or CSV with the header name,form.",
    ),
]
Sort = Annotated[
    Literal["quotes", "statements", "words", "files", "speaker"] | None,
    typer.Option(
        "--sort",
        help="What rows are sorted by: a number, the largest first, or the name. Default: the first of --of.",
    ),
]
SortAgencies = Annotated[
    Literal["pictures", "files", "agency"],
    typer.Option("--sort", help="What rows are sorted by: a number, the largest first, or the name."),
]
