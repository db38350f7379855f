"""One side of a comparison: the documents of a file or a folder, khabar's own output or what is still to be parsed.

What is still to be parsed is parsed when its partner is there; records and pages of archives are held until then.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import cast

from khabar import Article
from khabar.corpus.item import Failure, InputOptions, Item, source_of
from khabar.corpus.work import Job, work
from khabar.errors import KhabarError

from khabar_cli.compare.differences import COMPARED
from khabar_cli.compare.document import Document, Entry
from khabar_cli.compare.printed import HEAD, documents, documents_in, is_ours, looks_ours

OUTPUTS = ("*.json", "*.jsonl", "*.ndjson", "*.json.gz", "*.jsonl.gz", "*.ndjson.gz")
"""In a folder that has any of these, they are read and nothing else is."""


class Reader:
    """Reads sides: all with the same options."""

    def __init__(self, options: InputOptions, job: Job) -> None:
        self._options = options
        self._job = job

    def entries(self, name: str) -> Iterator[Entry | Failure]:
        """The documents of a side, each when it is asked for. Keys that come again are numbered."""
        seen: Counter[str] = Counter()
        for entry in self._all(name):
            if isinstance(entry, Entry):
                seen[entry.key] += 1
                if seen[entry.key] > 1:
                    entry.key = f"{entry.key}\0{seen[entry.key]}"
            yield entry

    def _all(self, name: str) -> Iterator[Entry | Failure]:
        if name != "-" and os.path.isdir(name):
            yield from self._folder(name)
            return
        try:
            if name == "-":
                yield from self._standard_input()
            elif is_ours(name):
                yield from documents(name)
            else:
                yield from self._parsed(name)
        except KhabarError as error:
            yield Failure(source_of(name), error.code, str(error))

    def _folder(self, name: str) -> Iterator[Entry | Failure]:
        from khabar.corpus.folders import walk

        any_output = False
        for found in walk(name, self._options._replace(include=OUTPUTS)):
            if isinstance(found, Failure):
                if found.code != "folder":
                    yield found
                continue
            any_output = True
            try:
                yield from documents(found.path, below=found.relative)
            except KhabarError as error:
                yield Failure(found.path, error.code, str(error))
        if not any_output:
            yield from self._parsed(name, below=True)

    def _parsed(self, name: str, *, below: bool = False) -> Iterator[Entry | Failure]:
        """What is to be parsed. `below`: matched by names below the folder."""
        from khabar.corpus.inputs import items

        for item in items([name], self._options):
            if isinstance(item, Failure):
                yield item
            else:
                yield Entry(item.relative if below else item.source, _later(item, self._job))

    def _standard_input(self) -> Iterator[Entry | Failure]:
        from khabar.corpus.reading import read_bytes

        data = read_bytes("-", None)
        if looks_ours(data[:HEAD]):
            yield from documents_in(data, source_of("-"))
        else:
            yield Entry(source_of("-"), _later(Item(source_of("-"), None, data, None, ""), self._job))


def _later(item: Item, job: Job) -> Callable[[], Document]:
    def load() -> Document:
        result = work(item, job)
        if result.error is not None:
            return Document(item.source, error=result.error[1], failed=True)
        return Document(item.source, cast(Article, result.made), fields=frozenset(COMPARED))

    return load
