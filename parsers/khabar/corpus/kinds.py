"""Files that hold many documents: who reads which kind. Their readers are imported when one comes."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.corpus.missing import MissingExtra


def documents(kind: str, name: str, relative: str, options: InputOptions) -> Iterator[Item | Failure]:
    """The documents of a file of records. Raises InputError where the file itself is broken: what stood before
    is out by then."""
    try:
        if kind == "jsonl":
            from khabar.corpus.records import lines

            return lines(name, relative, options)
        if kind == "parquet":
            from khabar.corpus.parquet import rows

            return rows(name, relative, options)
        from khabar.corpus.warc import responses

        return responses(name, relative)
    except MissingExtra as error:
        return iter([Failure(source_of(name), "missing", str(error))])
