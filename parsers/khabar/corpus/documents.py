"""From the names of files and folders to articles, for programs: what the command does, without a command."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from typing import Any, Literal, NamedTuple, get_args

from khabar.article import Article
from khabar.corpus.item import CONTAINERS, MAX_BYTES, InputOptions
from khabar.errors import InputError, KhabarError
from khabar.pipeline import InputFormat

Path = str | os.PathLike[str]
InputFormats = Literal["auto", "text", "html", "jsonl", "json", "warc", "parquet"]
"""How files are taken: `auto` tells by what is in them."""


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
    include: Collection[str] = (),
    exclude: Collection[str] = (),
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
    """Parse many documents: see `khabar.iter_documents`."""
    from khabar.arguments import check_arguments
    from khabar.corpus.batch import run
    from khabar.corpus.inputs import items
    from khabar.corpus.work import Job

    check_arguments(
        fields=fields,
        language=language,
        encoding=encoding,
        min_confidence=min_confidence,
        input_format=input_format,
        input_formats=get_args(InputFormats),
    )
    options = InputOptions(
        include=tuple(include),
        exclude=tuple(exclude),
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
        without=without,
        min_confidence=min_confidence,
        timeout=timeout,
        max_bytes=max_bytes,
    )
    names = [_name(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)]

    def documents() -> Iterator[Document]:
        with closing(run(items(names, options), job, jobs, ordered)) as results:
            for result in results:
                error = InputError(*result.error) if result.error else None
                yield Document(result.source, result.made, result.record, error)

    return documents() if names else iter(())


def parse_file(
    path: Path,
    *,
    encoding: str | None = None,
    language: str | None = None,
    fields: Collection[str] | None = None,
    input_format: InputFormat = "auto",
    without: Collection[str] = (),
    min_confidence: float | None = None,
    max_bytes: int | None = MAX_BYTES,
) -> Article:
    """Parse the one article in a file: see `khabar.parse_file`."""
    import khabar
    from khabar.corpus.inputs import kind_of_file
    from khabar.corpus.kinds import container_of
    from khabar.corpus.reading import read_bytes, refuse_json

    name = os.fspath(path)
    if container_of(name, input_format) or (input_format == "auto" and kind_of_file(name)):
        raise InputError("container", "holds many documents: khabar.iter_documents reads them")
    try:
        warnings: list[str] = []
        data = read_bytes(_name(name), max_bytes, warnings)
    except InputError as error:
        if isinstance(error.__cause__, OSError):  # as of every function of Python that opens a file
            raise error.__cause__ from None
        raise
    if input_format == "auto":
        refuse_json(data)
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
    name = os.fspath(path)
    return "./-" if name == "-" else name


def _of_one(input_format: InputFormats) -> InputFormat:
    """How each document is taken, where the format is that of a file of many."""
    return "auto" if input_format in CONTAINERS else input_format  # type: ignore[return-value]
