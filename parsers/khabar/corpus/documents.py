"""From the names of files and folders to articles, for programs: what the command does, without a command."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from typing import Any, Literal, NamedTuple, get_args

from khabar.article import Article
from khabar.corpus.item import CONTAINERS, MAX_BYTES, InputOptions
from khabar.errors import InputError, KhabarError
from khabar.pipeline import InputFormat

Path = str | bytes | os.PathLike[str] | os.PathLike[bytes]
InputFormats = Literal["auto", "text", "html", "jsonl", "json", "warc", "parquet"]
"""How files are taken: `auto` tells by what is in them."""
_OPTION = re.compile(r"--(input-format|text-field|id-field|include|exclude|max-bytes|timeout)\b")
"""Options of the command that messages name and that are arguments here."""


class Document(NamedTuple):
    """One document of many: an article, or the error that there is in its place."""

    source: str
    """Its name: the file's as given, the record's id, the page's address."""
    article: Article | None
    record: dict[str, Any] | None = None
    """Of a record (JSON Lines, Parquet) its other fields."""
    error: KhabarError | None = None
    """Why there is no article; `error.code` is for programs."""


def iter_documents(
    paths: Path | Iterable[Path],
    *,
    jobs: int = 1,
    ordered: bool = True,
    include: str | Collection[str] = (),
    exclude: str | Collection[str] = (),
    input_format: InputFormats = "auto",
    text_field: str = "text",
    id_field: str = "id",
    encoding: str | None = None,
    language: str | None = None,
    fields: Collection[str] | None = None,
    without: Collection[str] = (),
    min_confidence: float | None = None,
    timeout: float | None = None,
    max_bytes: int | None = MAX_BYTES,
) -> Iterator[Document]:
    """Parse every document of files and folders, one after the other: `for document in iter_documents("articles/")`.

    `paths`: one or more, as text, bytes or path objects. Folders are read to any depth in the order of their names;
    `include` and `exclude` are patterns of names in them, one or more. Files may be compressed, and may hold many
    documents: JSON Lines, JSON, WARC, Parquet; their first bytes tell. `text_field`, `id_field`: where a record has
    its text and its name. `jobs`: how many processes work (0: one for each core); on Linux they are forked, so begin
    before you start threads. `ordered` False: documents come as they are done. `timeout` (seconds) and `max_bytes`
    (64 MiB; None: any number) are limits for each document. The other arguments are those of `parse`.

    Raises TypeError, ValueError, UnknownEncoding and UnknownRule, before anything is read, for what cannot be.

    Each `Document` has `source`, `article`, `record` (the other fields of a record) and `error`. A document that
    cannot be parsed raises nothing: its `article` is None, its `error` a KhabarError, and the others go on. What is
    held at a time is bounded. Close the iterator, or let it go, to end the processes early.
    """
    from khabar.arguments import check_arguments, check_bounds, check_jobs, check_text, texts_in
    from khabar.corpus.batch import run
    from khabar.corpus.inputs import items
    from khabar.corpus.work import Job
    from khabar.labels.switches import switched_off

    check_arguments(
        fields=fields,
        language=language,
        encoding=encoding,
        min_confidence=min_confidence,
        input_format=input_format,
        input_formats=get_args(InputFormats),
    )
    off = texts_in("without", without)
    switched_off(off)
    check_jobs(jobs)
    check_bounds(timeout=timeout, max_bytes=max_bytes)
    check_text("text_field", text_field)
    check_text("id_field", id_field)
    options = InputOptions(
        include=texts_in("include", include),
        exclude=texts_in("exclude", exclude),
        input_format=input_format,
        text_field=text_field,
        id_field=id_field,
        output="",  # nothing is written that could be read again
        max_bytes=max_bytes,
    )
    job = Job(
        input_format=_of_one(input_format),
        encoding=encoding,
        language=language,
        fields=None if fields is None else (*fields, "warnings"),
        without=off,
        min_confidence=min_confidence,
        timeout=timeout,
        max_bytes=max_bytes,
    )
    names = [_name(path) for path in ([paths] if isinstance(paths, str | bytes | os.PathLike) else paths)]

    def documents() -> Iterator[Document]:
        with closing(run(items(names, options), job, jobs, ordered)) as results:
            for result in results:
                error = _error(*result.error) if result.error else None
                yield Document(result.source, result.made, result.record, error)

    return documents() if names else iter(())


def parse_file(
    path: str | bytes | os.PathLike[str] | os.PathLike[bytes],
    *,
    encoding: str | None = None,
    language: str | None = None,
    fields: Collection[str] | None = None,
    input_format: InputFormat = "auto",
    without: Collection[str] = (),
    min_confidence: float | None = None,
    max_bytes: int | None = MAX_BYTES,
) -> Article:
    """Parse the article in a file, which may be compressed; `Article.source` is the path as given.

    `max_bytes`: the most that is read, uncompressed; None: all. The other arguments and errors are those of `parse`.

    Raises OSError where the file cannot be read, and InputError (a KhabarError) where it is broken, too big, or holds
    many documents: `iter_documents` reads those.
    """
    import khabar
    from khabar.arguments import check_bounds
    from khabar.corpus.inputs import kind_of_file
    from khabar.corpus.kinds import container_of
    from khabar.corpus.reading import is_json, read_bytes

    check_bounds(max_bytes=max_bytes)
    name = os.fsdecode(path)
    if container_of(name, input_format) or (input_format == "auto" and kind_of_file(name)):
        raise InputError("container", "holds many documents: khabar.iter_documents reads them")
    try:
        warnings: list[str] = []
        data = read_bytes(_name(name), max_bytes, warnings)
    except InputError as error:
        if isinstance(error.__cause__, OSError):  # as of every function of Python that opens a file
            raise error.__cause__ from None
        raise _error(error.code, str(error)) from None
    if input_format == "auto" and is_json(data):
        raise InputError(
            "json",
            "is JSON, not an article: khabar.iter_documents reads records, and input_format='text' takes all as text",
        )
    article = khabar.parse(
        data,
        source=name,
        encoding=encoding,
        language=language,
        fields=fields,
        input_format=input_format,
        without=without,
        min_confidence=min_confidence,
    )
    return article.replace(warnings=(*article.warnings, *warnings)) if warnings else article


def _name(path: Path) -> str:
    """The path as text; a file that is called `-` is not standard input."""
    name = os.fsdecode(path)
    return "./-" if name == "-" else name


def _error(code: str, message: str) -> InputError:
    """The error of a document, which names arguments and not the command's options."""
    return InputError(code, _OPTION.sub(lambda found: found[1].replace("-", "_"), message))


def _of_one(input_format: InputFormats) -> InputFormat:
    """How each document is taken, where the format is that of a file of many."""
    return "auto" if input_format in CONTAINERS else input_format  # type: ignore[return-value]
