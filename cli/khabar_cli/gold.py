"""What documents are measured by: a corrections.json, or khabar's own documents as somebody has corrected them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from khabar.errors import InputError, KhabarError

if TYPE_CHECKING:
    from khabar.corrections import ByName, Content, Corrected

_HEAD = 1 << 12
"""Bytes in which a file of corrections says that it is one."""
_PRINTED = "; khabar score takes what khabar parse has printed"


def read_checked(name: str) -> ByName[Corrected]:
    """The documents of a corrections.json. Raises KhabarError."""
    from khabar.corrections import ByName, CorrectionsError, read_corrections

    data = _read(name)
    try:
        found = read_corrections(data)
    except CorrectionsError as error:
        from khabar_cli.compare.printed import looks_ours

        told = f"{error}{_PRINTED}" if looks_ours(data[: 1 << 16]) else str(error)
        raise CorrectionsError(told) from None
    return ByName((one.source, one) for one in found.documents)


def read_gold(name: str) -> ByName[Content]:
    """What the documents of a corrections.json, of a file of khabar's own JSON, or of a folder of them are measured
    by. Raises KhabarError."""
    from khabar.corrections import ByName, of_corrected

    if os.path.isdir(name):
        return ByName(_once(_of_folder(name)))
    if _is_corrections(name):
        return ByName((source, of_corrected(one)) for source, one in read_checked(name).items())
    return ByName(_once(_of_file(name)))


def _read(name: str) -> bytes:
    """Raises InputError."""
    from khabar.corpus.streams import opened

    with opened(name) as file:
        data: bytes = file.read()
    return data


def _is_corrections(name: str) -> bool:
    """Also one whose keys are in another order, as a tool may have written them."""
    from khabar.corpus.streams import opened

    from khabar_cli.compare.printed import is_ours

    with opened(name) as file:
        head: bytes = file.read(_HEAD)
    if b'"corrections"' in head.partition(b'"documents"')[0]:
        return b'"schema"' not in head.partition(b",")[0]
    return (
        head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and not is_ours(name) and b'"corrections"' in _read(name)
    )


def _once(documents: Iterator[tuple[str, Content]]) -> Iterator[tuple[str, Content]]:
    """Raises InputError for a source that is there twice."""
    seen: set[str] = set()
    for source, content in documents:
        if source in seen:
            raise InputError("record", f"there are two documents of {source}")
        seen.add(source)
        yield source, content


def _of_folder(name: str) -> Iterator[tuple[str, Content]]:
    from khabar.corpus.folders import walk
    from khabar.corpus.item import Failure, InputOptions

    from khabar_cli.compare.sides import OUTPUTS

    found = False
    for one in walk(name, InputOptions(include=OUTPUTS)):
        if isinstance(one, Failure):
            if one.code == "folder":
                continue
            raise InputError(one.code, f"{one.source}: {one.message}")
        found = True
        try:
            yield from _of_file(one.path)
        except KhabarError as error:
            raise InputError(error.code, f"{one.path}: {error}") from None
    if not found:
        raise InputError("folder", "this folder has no JSON files; khabar parse -o DIR/ makes them")


def _of_file(name: str) -> Iterator[tuple[str, Content]]:
    from khabar.corpus.item import Failure
    from khabar.corrections import of_article

    from khabar_cli.compare.printed import documents, is_ours

    if not is_ours(name):
        raise InputError("record", "neither a corrections.json nor the JSON of khabar parse")
    for entry in documents(name):
        if isinstance(entry, Failure):
            raise InputError(entry.code, f"{entry.source}: {entry.message}")
        document = entry.document().made()
        if document.failed:
            raise InputError("record", f"{document.place or document.name}: {document.error}")
        if document.article is not None:  # else an error that an earlier run has noted
            yield document.name, of_article(document.article, document.fields)
