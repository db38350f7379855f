"""From the options as given to a finished run; the exit status."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from khabar_cli.messages import say
from khabar_cli.output import make_writer
from khabar_cli.plan import Params, Plan, input_options, missing
from khabar_cli.sink import Sink, open_sink, told_errors, whole_output
from khabar_cli.terminal import is_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from khabar.corpus.item import InputOptions

    from khabar_cli.progress import Progress
    from khabar_cli.targets import FolderTarget


def show_documents(view_name: str, params: Params) -> int:
    """Run a command over its FILEs; the exit status."""
    plan = Plan(view_name, params)
    lacking = _lacking(plan, params)
    if lacking is not None:
        say(lacking)
        return 2
    job = plan.job(params)
    from khabar.corpus.inputs import items
    from khabar.corpus.skipped import Skipped

    from khabar_cli.documents import Documents
    from khabar_cli.record_fields import RecordFields
    from khabar_cli.unmatched import Names

    names, record_fields = Names(), RecordFields(plan.view.chosen or ())
    skipped = Skipped(lambda path, kind: documents.say(path, "skipped", kind)) if params["verbose"] else Skipped()
    options = input_options(params)._replace(skipped=skipped)
    progress = _progress(plan, params, options)
    documents = Documents(
        jobs=params["jobs"],
        ordered=not params["unordered"],
        fail_fast=params["fail_fast"],
        errors_as_data=plan.errors_as_data,
        warnings_on_stderr=not plan.quiet and not plan.view.shows_warnings(plan.format),
        progress=progress,
        names=names,
        replaces=plan.output is not None,
        record_fields=record_fields,
    )
    with ended_cleanly(plan.output) as documents.check:
        try:
            with told_errors(progress.hide) as result:
                if plan.folder:
                    with progress.unfinished(plan.resumed()), _folder(plan.folder, plan) as target:
                        documents.write_files(items(params["files"], options), job, target)
                else:
                    with progress.unfinished(plan.unwritten()), whole_output(plan.open) as sink:
                        documents.write_all(items(params["files"], options), job, plan.rendering().writer(), sink)
                    plan.tell(sink, progress.hide)
                nobody = None if names.unmatched is None else plan.view.nobody(names.unmatched)
                stopped = params["fail_fast"] and progress.failed
                for told in (nobody, record_fields.told(), *(() if stopped else plan.view.told())):
                    if told is not None and not plan.quiet:
                        documents.say(told)
        finally:
            progress.end()
    return result.status or int(progress.failed > 0) or plan.view.status()


def _lacking(plan: Plan, params: Params) -> str | None:
    """What to tell where what is asked for needs an extra that is not installed. One that only a file in a
    folder needs is told when its turn comes."""
    from khabar.corpus.kinds import extras_of

    extras = {extra for name in params["files"] or ("-",) for extra in extras_of(name, params["input_format"])}
    return missing(extras) or plan.lacking()


def _progress(plan: Plan, params: Params, options: InputOptions) -> Progress:
    """Only where it does not come between the lines of the output. The documents are counted beside the work
    where that reads no more than the names of files."""
    from khabar.corpus.inputs import items

    from khabar_cli.progress import Progress, Total

    counting = options._replace(counting=True, skipped=None)
    total = None if plan.skip_existing else Total(items(params["files"], counting))
    return Progress(
        terminal=is_terminal(sys.stderr) and not plan.screen.terminal,
        quiet=plan.quiet,
        total=total or (lambda: None),
        skipped=options.skipped,
    )


def show_item(view_name: str, item: Any, params: Params) -> int:
    """Run a command that shows one thing that is no document; the exit status."""
    plan = Plan(view_name, params)
    writer = make_writer(plan.format, plan.view, plan.screen, quiet=plan.quiet, cells=plan.cells)
    return show_text(writer.head() + writer.item(item) + writer.tail(), plan.output, plan.open)


def show_text(text: str, output: str | None, opened: Callable[[], Sink] | None = None) -> int:
    """Write a text; the exit status."""
    with ended_cleanly(output), told_errors() as result, whole_output(opened or (lambda: open_sink(output))) as sink:
        sink.write(text)
    return result.status


def ended_cleanly(output: str | None) -> AbstractContextManager[Callable[[], None]]:
    """Where there is a file in the making, a signal that ends the command does not leave it behind. Standard output
    is as it is: no need to be slow to die."""
    if output is None:
        return nullcontext(lambda: None)
    from khabar_cli import signals

    return signals.ended_cleanly()


@contextmanager
def _folder(folder: str, plan: Plan) -> Iterator[FolderTarget]:
    """The folder that each document becomes a file in."""
    from khabar_cli.targets import FolderTarget

    target = FolderTarget(folder, plan.format, force=plan.force, skip_existing=plan.skip_existing, sync=plan.sync)
    try:
        yield target
    finally:
        target.close()
