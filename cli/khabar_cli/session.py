"""From the options as given to a finished run: which format, where to, which exit status."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from khabar_cli.messages import one_line, say
from khabar_cli.output import DATA, make_writer
from khabar_cli.sink import OutputClosed, OutputError, Sink, open_sink
from khabar_cli.terminal import Screen, look
from khabar_cli.views import view_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khabar_cli.output.base import Writer
    from khabar_cli.views.base import View

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
        if self.output is not None and os.path.isdir(self.output):
            raise usage_error("--output", f"{self.output} is a folder")
        self.screen: Screen = look(
            to_file=self.output is not None, color=params["color"], bidi=params["bidi"], width=params["width"]
        )
        view = view_class(view_name)
        self.format = _format(params) or (view.terminal_format if self.screen.terminal else view.default_format)
        self.view: View[Any] = view(_fields(params["fields"], view.fields))
        self.view.take(params)
        self.quiet: bool = params.get("quiet", False)
        self.errors_as_data = params.get("errors") == "json"
        if self.errors_as_data and self.format not in DATA:
            raise usage_error("--errors", f"json needs --format json or jsonl, not {self.format}")

    def writer(self) -> Writer:
        """The writer of the format."""
        writer = make_writer(self.format, self.view, self.screen, quiet=self.quiet)
        tally = self.view.tally()
        if tally is None:
            return writer
        from khabar_cli.output.gathered import GatheringWriter

        return GatheringWriter(writer, tally)


def show_documents(view_name: str, params: Params) -> int:
    """Run a command over its FILEs; the exit status."""
    plan = Plan(view_name, params)
    encoding = _encoding(params["encoding"])
    from khabar_cli.documents import Documents, Failures

    documents = Documents(
        input_format=params["input_format"],
        encoding=encoding,
        language=params["language"],
        fields=plan.view.needs(),
        errors_as_data=plan.errors_as_data,
        warnings_on_stderr=not plan.quiet and not plan.view.shows_warnings(plan.format),
    )
    failures = Failures()
    status = 0
    with _told() as result, _whole(plan.output) as sink:
        documents.write_all(params["files"] or ["-"], plan.writer(), sink, failures)
    status = result.status
    return status or int(failures.count > 0)


def show_item(view_name: str, item: Any, params: Params) -> int:
    """Run a command that shows one thing that is no document; the exit status."""
    plan = Plan(view_name, params)
    writer = plan.writer()
    return show_text(writer.head() + writer.item(item) + writer.tail(), plan.output)


def show_text(text: str, output: str | None) -> int:
    """Write a text; the exit status."""
    with _told() as result, _whole(output) as sink:
        sink.write(text)
    return result.status


class _Result:
    status = 0


@contextmanager
def _told() -> Iterator[_Result]:
    """Errors of the output become a line and a status. That nobody reads on is no error. Caught here,
    inside the command: Typer itself would make exit status 1 of a broken pipe."""
    result = _Result()
    try:
        yield result
    except OutputClosed:
        pass
    except OutputError as error:
        say(str(error))
        result.status = 1


@contextmanager
def _whole(output: str | None) -> Iterator[Sink]:
    """The sink: its file is put in place only if nothing was raised."""
    sink = open_sink(output)
    try:
        yield sink
        sink.commit()
    except BaseException:
        sink.abort()
        raise


def _format(params: Params) -> str | None:
    given = [params["format"], "json" if params["json"] else None, "jsonl" if params["jsonl"] else None]
    asked = [name for name in given if name]
    if len(asked) > 1:
        raise usage_error("--format", "give one of --format, --json and --jsonl")
    return asked[0] if asked else None


def _fields(given: str | None, known: Sequence[str]) -> tuple[str, ...] | None:
    """The names of --fields, each once; None where all are wanted."""
    if given is None:
        return None
    names = tuple(dict.fromkeys(name.strip() for name in given.split(",") if name.strip()))
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        wrong = f"no field is called {', '.join(unknown)}" if unknown else "no field is named"
        raise usage_error("--fields", f"{wrong}; there are {', '.join(known)}")
    return names


def _encoding(name: str | None) -> str | None:
    if name is not None:
        import codecs

        try:
            codecs.lookup(name)
        except (LookupError, ValueError):
            raise usage_error("--encoding", f"no encoding is called {name}") from None
    return name
