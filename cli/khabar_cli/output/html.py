"""HTML: one page for a browser, of one document or of many."""

from __future__ import annotations

from typing import Any, NamedTuple

from khabar.report import many
from khabar.report.article import article_html
from khabar.report.row import row

from khabar_cli.output.base import Writer


class Part(NamedTuple):
    """What a page needs of a document."""

    html: str
    row: dict[str, Any]


class HtmlWriter(Writer):
    """The first document is held back: it may be the only one, which has a page that needs no script."""

    def __init__(self, view: Any) -> None:
        super().__init__(view)
        self._first: Part | None = None
        self._rows: list[dict[str, Any]] = []
        self._failed: list[dict[str, str]] = []

    def part(self, item: Any) -> Part:
        return Part(article_html(item), row(item))

    def put(self, part: Part) -> str:
        self._rows.append(part.row)
        number = len(self._rows)
        if number == 1:
            self._first = part
            return ""
        before = ""
        if self._first is not None:
            before = many.head() + many.part(self._first.html, 1)
            self._first = None
        return before + many.part(part.html, number)

    def failed(self, source: str, message: str) -> None:
        self._failed.append({"source": source, "message": message})

    def tail(self) -> str:
        if self._first is None:
            return ("" if self._rows else many.head()) + many.tail(self._rows, self._failed)
        from khabar.report.single import single

        facts = self._first.row
        return single(self._first.html, title=facts["title"], source=facts["source"], direction=facts["direction"])
