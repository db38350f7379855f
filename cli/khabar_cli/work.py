"""One document from its input to what is written of it: the part of the work that any process can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import khabar

from khabar_cli import messages
from khabar_cli.inputs import InputError, Item, read_item
from khabar_cli.output import make_writer

if TYPE_CHECKING:
    from khabar_cli.output.base import Writer
    from khabar_cli.terminal import Screen
    from khabar_cli.views.base import View


class Job:
    """What is done with each document. Can be pickled; the same for all documents of a run."""

    def __init__(
        self,
        view: View[Any],
        format: str,
        screen: Screen,
        *,
        input_format: Literal["auto", "text", "html"] = "auto",
        encoding: str | None = None,
        language: str | None = None,
        without: tuple[str, ...] = (),
        min_confidence: float | None = None,
        quiet: bool = False,
        whole: bool = False,
        timeout: float | None = None,
        max_bytes: int | None = None,
    ) -> None:
        self.view = view
        self.format = format
        self.screen = screen
        self.input_format: Literal["auto", "text", "html"] = input_format
        self.encoding = encoding
        self.language = language
        self.without = without
        self.min_confidence = min_confidence
        self.quiet = quiet
        self.whole = whole
        """Each document is an output of its own, with the head and the tail of its format."""
        self.timeout = timeout
        self.max_bytes = max_bytes
        self.fields = view.needs()

    def writer(self) -> Writer:
        """A new writer of the format, nothing written yet."""
        writer = make_writer(self.format, self.view, self.screen, quiet=self.quiet)
        tally = self.view.tally()
        if tally is None:
            return writer
        from khabar_cli.output.gathered import GatheringWriter

        return GatheringWriter(writer, tally)

    def render(self, trace: khabar.Trace) -> Any:
        """What `put` of this job's writer takes, or the whole of an output."""
        writer = self.writer()
        if not self.whole:
            return writer.part(trace)
        return writer.head() + writer.item(trace) + writer.tail()


class Result(NamedTuple):
    """What became of one document: `text`, or `part` where it is not yet text (see Writer.part), or `error`
    (its code, and a line for people)."""

    source: str
    relative: str
    text: str | None
    error: tuple[str, str] | None = None
    warnings: tuple[str, ...] = ()
    part: Any = None


def work(item: Item, job: Job) -> Result:
    """Read, parse and render one document. Raises nothing: what is wrong is in the result."""
    source = item.source
    try:
        trace = khabar.trace(
            read_item(item, job.max_bytes),
            encoding=job.encoding,
            language=job.language,
            fields=job.fields,
            input_format=job.input_format,
            without=job.without,
            blocks=job.view.traced,
        )
        told = (*trace.article.warnings, *item.warnings)
        article = trace.article._replace(source=source, warnings=told)
        if job.min_confidence is not None:
            article = article.confident(job.min_confidence)
        trace = trace._replace(article=article)
        if item.extra:
            from khabar_cli.extra import with_extra

            trace = with_extra(trace, item.extra)
        part = job.render(trace)
    except (khabar.KhabarError, InputError) as error:
        return failed(item, error.code, str(error))
    except MemoryError:
        return failed(item, "too-big", "too big for this machine's memory")
    except Exception as error:  # ours: the other inputs need not suffer for it
        return failed(item, "internal", messages.internal(error))
    if isinstance(part, str):
        return Result(source, item.relative, part, None, trace.article.warnings)
    return Result(source, item.relative, None, None, trace.article.warnings, part)


def failed(item: Item, code: str, message: str) -> Result:
    """The result of a document of which there is none."""
    return Result(item.source, item.relative, None, (code, message))


def warm(job: Job) -> None:
    """Import and load what documents need, before processes are made that share it."""
    import contextlib

    with contextlib.suppress(Exception):  # told of with the first document, if it happens there too
        job.render(khabar.trace(_WARM, language=job.language, fields=job.fields, without=job.without))


_WARM = "Old port opens again\n\nThe mayor said on Monday that the port takes in 120 boats every morning.\n"
