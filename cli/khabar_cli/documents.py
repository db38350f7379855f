"""The run: each input is parsed and written, in the order given or as it is done; one that fails is told of
and the others go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from khabar.corpus.batch import run
from khabar.corpus.item import IS_OUTPUT
from khabar.corpus.work import Job, Result
from khabar.errors import InputError

from khabar_cli import messages
from khabar_cli.sink import OutputError

if TYPE_CHECKING:
    from khabar.corpus.item import Failure, Item

    from khabar_cli.output.base import Writer
    from khabar_cli.progress import Progress
    from khabar_cli.record_fields import RecordFields
    from khabar_cli.sink import Sink
    from khabar_cli.targets import FolderTarget
    from khabar_cli.unmatched import Names


def check_kept(source: str, code: str, message: str) -> None:
    """Raises OutputError where an input failed as it is the output: that is told when its turn comes, if its name was
    not known before, and then its file stays."""
    if code == IS_OUTPUT:
        raise OutputError(f"{source}: {message}; nothing is written")


class Documents:
    """What becomes of results: text goes to the sink, errors and warnings are told."""

    def __init__(
        self,
        *,
        jobs: int,
        ordered: bool,
        fail_fast: bool,
        errors_as_data: bool,
        warnings_on_stderr: bool,
        progress: Progress,
        names: Names,
        record_fields: RecordFields,
        replaces: bool = False,
    ) -> None:
        """`replaces`: the output takes the place of the file that has its name."""
        self.jobs = jobs
        self.ordered = ordered
        self.fail_fast = fail_fast
        self.errors_as_data = errors_as_data
        self.warnings_on_stderr = warnings_on_stderr
        self.progress = progress
        self.names = names
        self.replaces = replaces
        self.record_fields = record_fields
        self.check: Callable[[], None] = lambda: None
        """Raises where the run is to end."""

    def write_all(self, items: Iterable[Item | Failure], job: Job, writer: Writer, sink: Sink) -> None:
        """Every input to the sink. Raises OutputError and OutputClosed, nothing else."""
        sink.write(writer.head())
        with closing(run(items, job, self.jobs, self.ordered, collector=True)) as results:
            for result in results:
                if self.replaces:
                    check_kept(result.source, *(result.error or ("", "")))
                if result.error:
                    self.progress.add(failed=True)  # before it is told: who reads that may interrupt
                sink.write(self._one(result, writer))
                if not result.error:
                    self.progress.add(failed=False)
                elif self.fail_fast:
                    break
                self.check()
        self.check()
        sink.write(writer.tail())

    def write_files(self, items: Iterable[Item | Failure], job: Job, target: FolderTarget) -> None:
        """Every input to a file of its own. Raises OutputError, nothing else."""
        try:
            with closing(run(target.wanted(items), job, self.jobs, self.ordered, collector=True)) as results:
                for result in results:
                    error = result.error or self._file(result, target)
                    self.progress.add(error is not None)
                    if error:
                        self.say(result.source, error[1])
                    if error and self.fail_fast:
                        break
                    self.check()
            self.check()
        finally:
            self.progress.there = target.there

    def _file(self, result: Result, target: FolderTarget) -> tuple[str, str] | None:
        """Write the file; what is wrong with it."""
        if self.warnings_on_stderr:
            for warning in result.warnings:
                self.say(result.source, "warning", warning)
        try:
            target.write(result.relative, self._made(result) or "")
        except InputError as error:
            return error.code, str(error)
        return None

    def _one(self, result: Result, writer: Writer) -> str:
        source = result.source
        if result.error is None:
            if self.warnings_on_stderr:
                for warning in result.warnings:
                    self.say(source, "warning", warning)
            return writer.put(self._made(result))
        code, message = result.error
        writer.failed(source, messages.one_line(message))
        if self.errors_as_data:
            return writer.error(source, code, messages.one_line(message))
        self.say(source, message)
        return ""

    def _made(self, result: Result) -> Any:
        """What was made of a document; what the end of the run tells of all of them is noted."""
        self.record_fields.take(result.record)
        return self.names.take(result.made)

    def say(self, *parts: str) -> None:
        """A line on standard error."""
        self.progress.hide()
        messages.say(*parts)
