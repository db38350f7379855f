"""The Typer commands and their options, nothing else: what they do is in session.py."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from inspect import Parameter, Signature, signature
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer.models import OptionInfo

from khabar_cli import checks
from khabar_cli.command import Command, Group
from khabar_cli.dispatch import split
from khabar_cli.help import HELP, TERMINAL
from khabar_cli.messages import say
from khabar_cli.options import (
    Bidi,
    Bom,
    Color,
    Compared,
    Defuse,
    Encoding,
    Errors,
    Exclude,
    FailFast,
    Fields,
    Files,
    FilesFrom,
    Force,
    Format,
    IdField,
    Include,
    InputFormat,
    Jobs,
    Json,
    Jsonl,
    Language,
    MaxBytes,
    Null,
    Output,
    OwnLexicon,
    Pager,
    Quiet,
    SchemaName,
    SkipExisting,
    Sync,
    Target,
    TextField,
    Timeout,
    Unordered,
    Verbose,
    Width,
    Without,
)
from khabar_cli.own_options import (
    Agency,
    By,
    Check,
    Gold,
    Kind,
    MinConfidence,
    Names,
    Of,
    Only,
    Quotations,
    Sort,
    SortAgencies,
    SourceLines,
    Speaker,
    SpeakerExact,
    SpeechConfidence,
    SpokenKind,
    StatementConfidence,
    Type,
    VerboseRules,
)
from khabar_cli.plan import usage_error
from khabar_cli.registry import register
from khabar_cli.session import show_documents, show_item, show_text
from khabar_cli.terminal import is_terminal

_OWN: dict[str, dict[str, tuple[Any, str | bool | list[str] | None]]] = {
    "parse": {"min_confidence": (SpeechConfidence, None)},
    "report": {"min_confidence": (SpeechConfidence, None)},
    "quotes": {
        "kind": (Kind, None),
        "speaker": (Speaker, None),
        "speaker_exact": (SpeakerExact, None),
        "min_confidence": (MinConfidence, None),
    },
    "statements": {
        "type": (Type, None),
        "speaker": (Speaker, None),
        "speaker_exact": (SpeakerExact, None),
        "min_confidence": (StatementConfidence, None),
    },
    "speakers": {
        "of": (Of, ["quotes"]),
        "kind": (SpokenKind, None),
        "type": (Type, None),
        "speaker": (Speaker, None),
        "speaker_exact": (SpeakerExact, None),
        "min_confidence": (SpeechConfidence, None),
        "names": (Names, None),
        "sort": (Sort, None),
    },
    "credits": {"agency": (Agency, None)},
    "explain": {
        "only": (Only, None),
        "line": (SourceLines, None),
        "verbose": (VerboseRules, False),
        "quotes": (Quotations, False),
        "check": (Check, None),
    },
    "score": {"by": (By, "measure")},
    "agencies": {"sort": (SortAgencies, "pictures")},
}
"""Options that only these commands have, with their defaults."""
_BEFORE_FILES: dict[str, tuple[tuple[str, Any], ...]] = {"score": (("gold", Gold),)}
"""Arguments before FILE."""
_MEANT = {
    "explain": (("check", "explain_check"), ("quotes", "explain_quotes")),
    "score": (("by", "score_documents"),),
}
"""Options that mean another view of the command, where they are set to other than their default."""


def _reader(name: str) -> Callable[..., None]:
    """The function of a command that reads documents: they all have the same options, and few of their own."""

    def read(
        ctx: typer.Context,
        files: Files = None,
        format: Format = None,
        json: Json = False,
        jsonl: Jsonl = False,
        fields: Fields = None,
        bom: Bom = False,
        defuse: Defuse = True,
        output: Target = None,
        force: Force = False,
        skip_existing: SkipExisting = False,
        sync: Sync = False,
        include: Include = None,
        exclude: Exclude = None,
        files_from: FilesFrom = None,
        null: Null = False,
        input_format: InputFormat = "auto",
        text_field: TextField = "text",
        id_field: IdField = "id",
        encoding: Encoding = None,
        language: Language = None,
        without: Without = None,
        lexicon: OwnLexicon = None,
        errors: Errors = "text",
        jobs: Jobs = 1,
        unordered: Unordered = False,
        timeout: Timeout = None,
        max_bytes: MaxBytes = None,
        fail_fast: FailFast = False,
        quiet: Quiet = False,
        verbose: Verbose = False,
        color: Color = "auto",
        bidi: Bidi = "auto",
        width: Width = None,
        pager: Pager = True,
        **own: Any,
    ) -> None:
        if not files and files_from is None and is_terminal(sys.stdin):
            typer.echo(ctx.get_usage(), err=True)
            typer.echo(f"No FILE, and nothing is piped in. Try '{ctx.command_path} --help'.", err=True)
            raise typer.Exit(2)
        raise typer.Exit(show_documents(_view(name, own), ctx.params))

    # Typer asks for the signature to know the options: what stands for those of the command gives way to them
    own_options = _OWN.get(name, {})
    first, files, *others, _ = signature(read, eval_str=True).parameters.values()
    options = [
        Parameter(option, Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=kind)
        for option, (kind, default) in own_options.items()
    ]
    others = [other for other in others if other.name not in own_options]
    before = [
        Parameter(argument, Parameter.POSITIONAL_OR_KEYWORD, annotation=kind)
        for argument, kind in _BEFORE_FILES.get(name, ())
    ]
    read.__signature__ = Signature([first, *before, files, *options, *others])  # type: ignore[attr-defined]
    return read


def _view(name: str, own: dict[str, Any]) -> str:
    """The view that a command's own options mean."""
    for option, view in _MEANT.get(name, ()):
        if own[option] != _OWN[name][option][1]:
            return view
    return name


def _rules(
    ctx: typer.Context,
    rule_id: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only this rule")] = None,
    format: Format = None,
    json: Json = False,
    jsonl: Jsonl = False,
    fields: Fields = None,
    output: Output = None,
    color: Color = "auto",
    bidi: Bidi = "auto",
    width: Width = None,
    pager: Pager = True,
) -> None:
    from khabar_cli.views.rules import chosen_rules

    try:
        rules = chosen_rules(rule_id)
    except KeyError as error:
        raise usage_error("ID", error.args[0]) from None
    raise typer.Exit(show_item("rules", rules, ctx.params))


def _diff(
    ctx: typer.Context,
    a: Annotated[
        str,
        typer.Argument(
            metavar="A", callback=checks.side, help="A document, a file of records, or a folder; -: standard input"
        ),
    ],
    b: Annotated[str, typer.Argument(metavar="B", callback=checks.side, help="What A is compared with")],
    format: Format = None,
    json: Json = False,
    jsonl: Jsonl = False,
    fields: Compared = None,
    output: Output = None,
    bom: Bom = False,
    defuse: Defuse = True,
    input_format: InputFormat = "auto",
    text_field: TextField = "text",
    id_field: IdField = "id",
    encoding: Encoding = None,
    language: Language = None,
    without: Without = None,
    lexicon: OwnLexicon = None,
    max_bytes: MaxBytes = None,
    quiet: Quiet = False,
    color: Color = "auto",
    bidi: Bidi = "auto",
    width: Width = None,
    pager: Pager = True,
) -> None:
    from khabar_cli.comparing import show_differences

    raise typer.Exit(show_differences(ctx.params))


def _schema(
    name: SchemaName = "parse",
    fields: Fields = None,
    output: Output = None,
) -> None:
    from khabar_cli.fields import FieldError
    from khabar_cli.output.json import pretty
    from khabar_cli.schema import schema_of

    try:
        schema = schema_of(name, fields)
    except FieldError as error:
        raise usage_error("--fields", str(error)) from None
    raise typer.Exit(show_text(pretty(schema), output))


def _khabar(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", rich_help_panel=TERMINAL, help="Print the version, and what is installed"),
    ] = False,
) -> None:
    """All commands; what they do is told in help.py."""


_OTHERS: dict[str, Callable[..., None]] = {"rules": _rules, "diff": _diff, "schema": _schema}
"""Commands that read no documents, or not as the others do."""
_ABOUT = {"config": "config", "completion": "completion", "help": "help_of"}
"""Commands about the command itself: the names of their functions in about.py."""
_SETTINGS = {"help_option_names": ["-h", "--help"]}


def _other(name: str) -> Callable[..., None] | None:
    """The function of a command that is not as the others; None for one that is."""
    if name in _ABOUT:
        from khabar_cli import about

        found: Callable[..., None] = getattr(about, _ABOUT[name])
        return found
    return _OTHERS.get(name)


def build(name: str) -> Command:
    """The command of this name. Only the one that is called for is built: building costs time."""
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    app.command(name, cls=Command, context_settings=dict(_SETTINGS))(_other(name) or _reader(name))
    built = typer.main.get_command(app)
    assert isinstance(built, Command)
    return built


def all_commands() -> Group:
    """`khabar` itself."""
    app = typer.Typer(
        cls=Group,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings=dict(_SETTINGS),
    )
    app.callback()(_khabar)
    built = typer.main.get_command(app)
    assert isinstance(built, Group)
    return built


def long_options() -> dict[str, frozenset[str]]:
    """The long options of each command: --min-confidence is the parameter min_confidence (a test compares them)."""
    shared = _options(signature(_reader(""), eval_str=True))
    return {
        name: _options(signature(other, eval_str=True)) if other else shared | _dashed(_OWN.get(name, ()))
        for name in HELP
        for other in (_other(name),)
    }


def _options(declared: Signature) -> frozenset[str]:
    return _dashed(
        name
        for name, one in declared.parameters.items()
        if isinstance(getattr(one.annotation, "__metadata__", (None,))[0], OptionInfo)
    )


def _dashed(names: Iterable[str]) -> frozenset[str]:
    return frozenset(f"--{name.replace('_', '-')}" for name in names)


register(build, all_commands, long_options)


def command(argv: list[str]) -> None:
    """Run; always raises SystemExit."""
    if "_KHABAR_COMPLETE" in os.environ:
        from khabar_cli.completing import complete

        complete()
    name: str | None = None
    try:
        name, args = split(argv, terminal=is_terminal(sys.stdin))
        if name is None and args[:1] in (["--version"], ["-V"]):  # behind --debug; main.py prints it else
            from khabar_cli.versions import lines

            raise SystemExit(show_text("\n".join(lines()) + "\n", None))
        built = all_commands() if name is None else build(name)
        status = built.main(args, prog_name=f"khabar {name}" if name else "khabar", standalone_mode=False)
    except NoArgsIsHelpError as error:
        error.show()
        status = 2
    except ClickException as error:
        from khabar_cli.usage import sentence

        say(sentence(error, name or "khabar"))
        status = error.exit_code
    raise SystemExit(status)
