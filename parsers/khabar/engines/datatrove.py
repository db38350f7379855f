"""A step for datatrove's pipelines: scraped pages and texts become clean text, with their structure in metadata.

>>> from khabar.engines.datatrove import Khabar  # doctest: +SKIP
>>> pipeline = [JsonlReader("pages"), Khabar(fields=["title", "published"]), JsonlWriter("clean")]  # doctest: +SKIP

Needs `pip install "khabar[datatrove]"`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from khabar.arguments import check_arguments
from khabar.article import FIELDS
from khabar.engines.record import Failed, Made, make
from khabar.pipeline import InputFormat

try:
    import multiprocess
    from datatrove.pipeline.extractors.base import ExtractorSandbox
    from datatrove.pipeline.filters.base_filter import BaseFilter
    from loguru import logger
except ImportError as error:
    raise ImportError('khabar.engines.datatrove needs datatrove: pip install "khabar[datatrove]"') from error

if TYPE_CHECKING:
    from datatrove.data import Document

DEFAULT_FIELDS = (
    "language",
    "publisher",
    "url",
    "title",
    "image",
    "byline",
    "published",
    "modified",
    "images",
    "warnings",
)
"""What goes into metadata unless told otherwise: all that is not in the clean text, but for what was stripped."""

_WARM_UP = "<html><body><p>A page to load the parser with.</p></body></html>"


class Khabar(BaseFilter):
    """Turns `document.text`, HTML or raw text, into title, headings and paragraphs, parted by empty lines.

    A filter, since some documents are no articles: they are dropped, counted as `dropped_CODE`, saved by the
    `exclusion_writer` if there is one, and named in the task's log.

    fields: keys of `Article.to_dict` for `metadata[key]`, which is the same record that `khabar parse` prints; its
        `source` is the document's id.
    key: where in metadata the record goes.
    language: a BCP 47 tag, where all documents are in one; otherwise it is detected.
    input_format: "auto" tells pages from texts by their beginning; or "text", "html".
    on_error: "drop", or "keep": the text stays as it was, `metadata[key]["error"]` says why.
    timeout: seconds that a document may take. It is then parsed in a process of its own, as datatrove's extractors
        do, so that one that takes all memory takes nothing else with it. None: in the task's process: faster.
    exclusion_writer: a writer for the documents that are dropped, with `filter_reason` in their metadata.
    """

    name = "📰 khabar"
    type = "🛢 - EXTRAC"

    def __init__(
        self,
        fields: Collection[str] = DEFAULT_FIELDS,
        *,
        key: str = "khabar",
        language: str | None = None,
        input_format: InputFormat = "auto",
        on_error: Literal["drop", "keep"] = "drop",
        timeout: float | None = None,
        exclusion_writer: Any = None,
    ) -> None:
        super().__init__(exclusion_writer)
        if isinstance(fields, str) or (unknown := [name for name in fields if name not in FIELDS]):
            raise ValueError(f"fields: {fields if isinstance(fields, str) else unknown}; there are {list(FIELDS)}")
        check_arguments(language=language, input_format=input_format)
        if on_error not in ("drop", "keep"):
            raise ValueError(f"on_error: {on_error!r}; there are 'drop' and 'keep'")
        self.fields = tuple(fields)
        self.key = key
        self.language = language
        self.input_format: InputFormat = input_format
        self.on_error = on_error
        self.timeout = timeout
        self._sandbox: Any = None
        self._told = False

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        if self.timeout is None:
            yield from super().run(_attended(data), rank, world_size)
            return
        with ExtractorSandbox(self.timeout, _WARM_UP) as self._sandbox:
            yield from super().run(_attended(data), rank, world_size)
        self._sandbox = None

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        made = self._make(doc.text)
        if isinstance(made, Made):
            doc.text = made.text
            doc.metadata[self.key] = {**made.record, "source": doc.id}
            if made.record.get("warnings"):
                self.stat_update("warned")
            return True
        self._tell(doc, made)
        if self.on_error == "drop":
            return False, made.code
        self.stat_update(f"kept_{made.code}")
        doc.metadata[self.key] = made.to_dict(doc.id)
        return True

    def schema(self, metadata: Mapping[str, Any] | None = None, *, expand_metadata: bool = False) -> Any:
        """The schema for a ParquetWriter behind this step, which otherwise guesses it from its first document.

        metadata: what else stands in the documents' metadata and is to be written, with its Arrow type, or that
            type's name; `file_path`, which readers add, is there already.
        expand_metadata: as the writer is told.
        """
        import pyarrow as pa

        from khabar.engines.arrow import schema

        record = pa.struct(list(schema(self.fields, errors=self.on_error == "keep")))
        beside = {"file_path": "string", **(metadata or {}), self.key: record}
        columns = [pa.field(name, kind) for name, kind in beside.items()]
        text = [pa.field("text", pa.string()), pa.field("id", pa.string())]
        return pa.schema([*text, *columns] if expand_metadata else [*text, pa.field("metadata", pa.struct(columns))])

    def _make(self, text: str) -> Made | Failed:
        work = partial(make, fields=self.fields, language=self.language, input_format=self.input_format)
        if self._sandbox is None:
            return work(text)
        try:
            made: Made | Failed = self._sandbox.process_document(text, work)
            return made
        except TimeoutError:
            return Failed("timeout", f"took more than {self.timeout} seconds")
        except EOFError:
            return Failed("died", "its process died, of lack of memory perhaps")

    def _tell(self, doc: Document, failed: Failed) -> None:
        """In the task's log every one; on the terminal the first, for there may be millions."""
        line = f"khabar: {doc.id}: {failed.message}"
        if self._told:
            logger.debug(line)
        else:
            logger.warning(f"{line} (the first one; the others are in the task's log)")
            self._told = True


def _attended(data: Any) -> Iterator[Document]:
    """The documents, as long as there is an executor.

    Where it alone is killed, its workers live on, and write into the files that the next run writes anew.
    """
    executor = multiprocess.parent_process()
    for doc in data:
        if executor is not None and not executor.is_alive():
            raise RuntimeError("the executor is gone")
        yield doc
