"""One document from its input to what is made of it: the part of the work that any process can do."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

import khabar
from khabar.corpus.files import input_error
from khabar.corpus.item import MAX_BYTES, Item
from khabar.corpus.reading import read_item, refuse_json
from khabar.errors import KhabarError
from khabar.lexicon.additions import used
from khabar.pipeline import InputFormat
from khabar.traced import Trace

_ALLOCATIONS = 50_000
"""New objects between two runs of the collector: some documents' worth."""
_WARM = "Old port opens again\n\nThe mayor said on Monday that the port takes in 120 boats every morning.\n"
"""A text that needs every stage."""


def the_article(trace: Trace) -> khabar.Article:
    """What is made of a document where nothing else is asked for."""
    return trace.article


class Job:
    """What is done with each document; the same for all documents of a run.

    `finish`: what is made of a parsed document, `Result.made`. It is called where the document is parsed, which may
    be another process: it and what it returns can be pickled. `blocks`: `finish` looks at the blocks, too. `debug`:
    the traceback of an error of ours goes to standard error. The others as of `khabar.parse`, and `timeout` in
    seconds and `max_bytes` for each document.
    """

    def __init__(
        self,
        finish: Callable[[Trace], Any] = the_article,
        *,
        input_format: InputFormat = "auto",
        encoding: str | None = None,
        language: str | None = None,
        fields: Collection[str] | None = None,
        without: Collection[str] = (),
        blocks: bool = False,
        min_confidence: float | None = None,
        timeout: float | None = None,
        max_bytes: int | None = MAX_BYTES,
        debug: bool = False,
    ) -> None:
        self.finish = finish
        self.input_format: InputFormat = input_format
        self.encoding = encoding
        self.language = language
        self.fields = fields
        self.without = without
        self.blocks = blocks
        self.min_confidence = min_confidence
        self.timeout = timeout
        self.max_bytes = max_bytes
        self.debug = debug
        self.lexicon = used()
        """What the user's own lexicon adds, for processes that do not inherit it."""


class Result(NamedTuple):
    """What became of one document: `made`, as the job's `finish` returned it, or `error` (its code, and a line for
    people). `size`: about how many bytes `made` takes."""

    source: str
    relative: str
    made: Any = None
    error: tuple[str, str] | None = None
    warnings: tuple[str, ...] = ()
    record: dict[str, Any] | None = None
    """The other fields of a record."""
    size: int = 0


def work(item: Item, job: Job) -> Result:
    """Read, parse and finish one document. Raises nothing: what is wrong is in the result."""
    warnings = list(item.warnings)
    try:
        data = read_item(item, job.max_bytes, warnings)
        if job.input_format == "auto":
            refuse_json(data)
        trace = khabar.trace(
            data,
            encoding=job.encoding,
            language=job.language,
            fields=job.fields,
            input_format=job.input_format,
            without=job.without,
            blocks=job.blocks,
        )
        told = (*trace.article.warnings, *warnings)
        article = trace.article.replace(source=item.source, warnings=told)
        if job.min_confidence is not None:
            article = article.confident(job.min_confidence)
        made = job.finish(trace._replace(article=article, record=item.record or None))
    except KhabarError as error:
        return failed(item, error.code, str(error))
    except MemoryError as error:
        wrong = input_error(error)
        return failed(item, wrong.code, str(wrong))
    except Exception as error:  # ours: the other inputs need not suffer for it
        return failed(item, "internal", internal(error, item.source if job.debug else None))
    size = len(made) if isinstance(made, str) else len(data)
    return Result(item.source, item.relative, made, None, told, item.record, size)


def failed(item: Item, code: str, message: str) -> Result:
    """The result of a document of which there is none."""
    return Result(item.source, item.relative, None, (code, message))


def internal(error: BaseException, debugged: str | None) -> str:
    """What to tell of an error that is ours. `debugged`: the document that it happened at, where its traceback is to
    go to standard error."""
    if debugged is not None:
        import sys
        import traceback

        if sys.stderr is not None:
            print(f"khabar: {debugged!r}:", file=sys.stderr)
            traceback.print_exception(error)
    return f"internal error: {type(error).__name__}: {error}"


def tune_collector() -> None:
    """Let the garbage collector run rarely: a document makes no cycles, so there is little to collect."""
    gc.set_threshold(_ALLOCATIONS)
    gc.enable()


def warm(job: Job) -> None:
    """Import and load what documents need, before processes are made that share it."""
    import contextlib

    with contextlib.suppress(Exception):  # told of with the first document, if it happens there too
        job.finish(khabar.trace(_WARM, language=job.language, fields=job.fields, without=job.without))
