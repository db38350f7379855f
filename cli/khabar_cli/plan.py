"""The options of one call, checked: which format, where to, which view."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from khabar_cli.messages import debugging, one_line, say
from khabar_cli.output import DATA, FILES, LAID_OUT
from khabar_cli.sink import Sink, is_folder, open_sink
from khabar_cli.spreadsheets import CellOptions
from khabar_cli.terminal import Screen, is_terminal, look, rows
from khabar_cli.views import view_class

if TYPE_CHECKING:
    from collections.abc import Callable

    from khabar.corpus.item import InputOptions
    from khabar.corpus.work import Job

    from khabar_cli.rendering import Rendering
    from khabar_cli.views.base import View


_CALLS = {
    "explain_quotes": "explain --quotes",
    "explain_check": "explain --check",
    "score_documents": "score --by document",
}
"""What calls a view that has not the name of its command."""
Params = Mapping[str, Any]
"""The options by the names of the functions' parameters (see app.py)."""


def usage_error(option: str, message: str) -> typer.BadParameter:
    """A usage error (exit 2), on one line whatever was given."""
    return typer.BadParameter(one_line(message), param_hint=f"'{option}'")


class Plan:
    """The options of one call, checked. Raises typer.BadParameter (exit 2) where they make no sense."""

    def __init__(self, view_name: str, params: Params) -> None:
        self.output: str | None = params["output"]
        if self.output == "":
            raise usage_error("--output", "no file is named")
        self.folder: str | None = self.output if self.output and is_folder(self.output) else None
        view = view_class(view_name)
        self._check_folder(view, params)
        self.screen: Screen = look(
            to_file=self.output is not None, color=params["color"], bidi=params["bidi"], width=params["width"]
        )
        self.name = view_name
        self.format = _format(params) or self._named_format(view)
        self._check_output_name()
        if self.folder and self.format == "jsonl" and not _format(params):
            self.format = "json"
        chosen = _fields(params["fields"], view)
        self.view: View[Any] = view(view.parquet if chosen is None and self.format == "parquet" else chosen)
        self.view.take(params)
        self.quiet: bool = params.get("quiet", False)
        self.errors_as_data = params.get("errors") == "json"
        self.force, self.skip_existing = params.get("force", False), params.get("skip_existing", False)
        self.sync: bool = params.get("sync", False)
        self.cells = CellOptions(params.get("defuse", False), params.get("bom", False))
        self._check_formats(view_name)
        self._check_files(params)
        self._check_places(params)
        self._pager = self._find_pager(params) if self.screen.terminal and self.format in LAID_OUT else None

    def _check_folder(self, view: type[View[Any]], params: Params) -> None:
        if self.folder and ("files" not in params or view.gathers or view.one_output):
            raise usage_error("--output", f"{self.folder} is a folder")

    def _find_pager(self, params: Params) -> list[str] | None:
        """The command of the pager; none where standard input is a terminal and somebody types the document there."""
        typed = "-" in (params.get("files") or ()) or params.get("files_from") == "-"
        if not params.get("pager") or (typed and is_terminal(sys.stdin)):
            return None
        from khabar_cli.pager import pager, shows_colours, shows_isolates

        found = pager(os.environ)
        if found and params["bidi"] == "auto":
            self.screen.bidi &= shows_isolates(found, os.environ)
        if found and params["color"] == "auto":
            self.screen.colour &= shows_colours(found)
        return found

    def _check_formats(self, view_name: str) -> None:
        """Options that go with some formats only."""
        if self.errors_as_data and self.format not in DATA:
            raise usage_error("--errors", f"json needs --format json or jsonl, not {self.format}")
        if self.errors_as_data and self.folder:
            raise usage_error("--errors", "json needs one output, not a folder")
        if self.format in FILES:
            self._check_format(view_name)
        if (view_name == "report") != (self.format == "html") and view_name != "parse":
            raise usage_error("--format", _not_a_page(view_name.partition("_")[0], self.format))
        if view_name == "report" and self.screen.terminal:
            raise usage_error("--output", "a report is a page for a browser: add -o report.html")
        if self.cells.bom and self.format not in ("csv", "tsv"):
            raise usage_error("--bom", f"is for csv and tsv, not for {self.format}")

    def _named_format(self, view: type[View[Any]]) -> str:
        """The format where none is asked for."""
        if self.output and not self.folder:
            from khabar_cli.output.named import format_named

            named = format_named(self.output)
            if named is not None:
                return named
        return view.terminal_format if self.screen.terminal else view.default_format

    def _check_output_name(self) -> None:
        if self.output and not self.folder:
            from khabar_cli.output.named import wrong_name

            wrong = wrong_name(self.output, self.format, _CALLS.get(self.name, self.name))
            if wrong is not None:
                raise usage_error("--output", wrong)

    @property
    def _of_folders(self) -> dict[str, bool]:
        """The options that go with a folder as output only."""
        return {"--force": self.force, "--skip-existing": self.skip_existing}

    def _check_files(self, params: Params) -> None:
        for option in (name for name, given in self._of_folders.items() if given and not self.folder):
            raise usage_error(option, "needs -o DIR/, a folder")
        if all(self._of_folders.values()):
            raise usage_error("--force", "makes no sense with --skip-existing")
        if self.sync and self.output is None:
            raise usage_error("--sync", "needs --output")
        if self.quiet and params.get("verbose"):
            raise usage_error("--verbose", "makes no sense with --quiet")
        if params.get("null") and params["files_from"] is None:
            raise usage_error("--null", "needs --files-from LIST")
        if params.get("files_from") == "-" and "-" in (params["files"] or ()):
            raise usage_error("--files-from", "standard input is the list: it is no document as well")

    def _check_places(self, params: Params) -> None:
        """No output takes the place of an input, or of another's, as far as that can be known before any work."""
        if self.output is None:
            return
        from khabar_cli import conflicts

        options = input_options(params) if "files" in params else None
        if self.folder and options is not None:
            names = params["files"] or ()
            if (told := conflicts.in_folder(self.folder, names, options)) is not None:
                raise usage_error("FILE", told)
            from khabar_cli.targets import suffix_of

            told = conflicts.written_over(self.folder, names, suffix_of(self.format)) if self.force else None
        else:
            told = conflicts.with_inputs(self.output, params, options)
        if told is not None:
            raise usage_error("--output", told)

    def _check_format(self, view_name: str) -> None:
        if not self.view.exported:
            raise usage_error("--format", f"{self.format} is for what is read from documents, not for {view_name}")
        if self.output is None or self.folder:
            raise usage_error("--format", f"{self.format} needs --output FILE")

    def open(self) -> Sink:
        """The one output. Raises OutputError."""
        if self._pager is not None and sys.stdout is not None:
            from khabar_cli.paging import PagerSink

            return PagerSink(sys.stdout.buffer, self._pager, rows(os.environ))
        sink = open_sink(self.output, sync=self.sync)
        if self.format not in FILES:
            return sink
        if self.format == "xlsx":
            from khabar_cli.output.xlsx import XlsxSink

            return XlsxSink(sink, self.name, self.view.columns(), defuse=self.cells.defuse)
        from khabar_cli.output.parquet import ParquetSink

        return ParquetSink(sink, self.view.nested_columns(), whole=self.view.whole)

    def tell(self, sink: Sink, before: Callable[[], None] = lambda: None) -> None:
        """What a user should know of the whole output, on standard error."""
        if not self.quiet:
            for line in sink.told():
                before()
                say(self.output, "warning", line)

    def unwritten(self) -> str | None:
        """What to tell where nothing is written because the run is interrupted; None where what was written is."""
        if self.output is None or (os.path.exists(self.output) and not os.path.isfile(self.output)):
            return None
        return f"{self.output} was not written"

    def resumed(self) -> str:
        """What to tell where files of a folder are written and the run is interrupted."""
        return "" if self.force else "--skip-existing goes on from here"

    def lacking(self) -> str | None:
        """What to tell where the output needs an extra that is not installed."""
        return missing({self.format} if self.format in FILES else ())

    def rendering(self) -> Rendering:
        """What is written of each document."""
        from khabar_cli.rendering import Rendering

        format = "object" if self.folder and self.format == "json" else self.format
        return Rendering(
            self.view, format, self.screen, quiet=self.quiet, whole=self.folder is not None, cells=self.cells
        )

    def job(self, params: Params) -> Job:
        """What is done with each document."""
        return make_job(
            params,
            finish=self.rendering(),
            fields=self.view.needs(),
            blocks=self.view.traced or self.format == "html",
            min_confidence=params.get("min_confidence"),
            timeout=params["timeout"],
        )


def make_job(params: Params, **more: Any) -> Job:
    """The job of the options that say how a document is read; `more`: the other arguments of Job."""
    from khabar.corpus.item import CONTAINERS
    from khabar.corpus.work import Job

    given = params["input_format"]
    return Job(
        input_format="auto" if given in CONTAINERS else given,
        encoding=params["encoding"],
        language=params["language"],
        without=params["without"] or (),
        max_bytes=params["max_bytes"],
        debug=debugging(),
        **more,
    )


def missing(extras: Collection[str]) -> str | None:
    """What to tell where one of these extras is not installed."""
    if extras:
        from khabar.corpus.missing import MissingExtra, need

        try:
            for extra in sorted(extras):
                need(extra)
        except MissingExtra as error:
            return str(error)
    return None


def input_options(params: Params) -> InputOptions:
    """What is read, and how; a command need not have the options for folders and lists."""
    from khabar.corpus.item import InputOptions

    return InputOptions(
        include=tuple(params.get("include") or ()),
        exclude=tuple(params.get("exclude") or ()),
        files_from=params.get("files_from"),
        null=params.get("null", False),
        input_format=params["input_format"],
        text_field=params["text_field"],
        id_field=params["id_field"],
        output=params["output"],
        max_bytes=params["max_bytes"],
        debug=debugging(),
    )


def _not_a_page(view_name: str, format: str) -> str:
    """What to tell where a command cannot write a format as one of the two is of pages."""
    if view_name == "report":
        return f"{format} is not for report, which makes a page: khabar parse has the other formats"
    return f"html is for report and parse, not for {view_name}"


def _format(params: Params) -> str | None:
    given = [params["format"], "json" if params["json"] else None, "jsonl" if params["jsonl"] else None]
    asked = [name for name in given if name]
    if len(asked) > 1:
        raise usage_error("--format", "give one of --format, --json and --jsonl")
    return asked[0] if asked else None


def _fields(given: Sequence[str] | None, view: type[View[Any]]) -> tuple[str, ...] | None:
    """The names of --fields, each once; None where all are wanted."""
    if not given:
        return None
    from khabar_cli.fields import FieldError, chosen_fields

    try:
        return chosen_fields(given, view)
    except FieldError as error:
        raise usage_error("--fields", str(error)) from None
