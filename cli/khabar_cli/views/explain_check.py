"""`khabar explain --check corrections.json`: what agrees now with what readers have corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from khabar import Trace
from khabar.corrections import FIELDS
from khabar.errors import KhabarError
from khabar.hints import counted

from khabar_cli.met import Met
from khabar_cli.plan import usage_error
from khabar_cli.views.base import Grid, Line, Record, beginning
from khabar_cli.views.documents import DocumentRows

if TYPE_CHECKING:
    from khabar.corrections import ByName, Checked, Corrected

_BEGINNING = 160
"""Characters of a text that are enough to know it by."""
_NOBODY = "nobody"
_LACKING = "nothing"


class ExplainCheckView(DocumentRows):
    """A row for each thing that a reader has corrected, whether it agrees or not, and for each that was confirmed and
    differs now."""

    traced = True
    one_output = True
    made_of = FIELDS
    fields = ("source", "line", "what", "expected", "found", "rule", "agrees", "corrected", "text")

    def take(self, params: Mapping[str, Any]) -> None:
        from khabar_cli.gold import read_checked

        if params.get("quotes"):
            raise usage_error("--quotes", "makes no sense with --check, which has quotations as well")
        name: str = params["check"]
        try:
            self._gold: ByName[Corrected] = read_checked(name)
        except KhabarError as error:
            raise usage_error("--check", f"{name}: {error}") from None
        self._last: tuple[Trace | None, list[Checked]] = (None, [])
        self.notes = _Notes(name, self._gold, self)

    def checked(self, item: Trace) -> list[Checked]:
        """The rows of a document; those of the last one are kept, as they are asked for again."""
        from khabar.corrections import check

        if self._last[0] is not item:
            document = self._gold.get(item.article.source)
            self._last = item, [] if document is None else list(check(document, item))
        return self._last[1]

    def all(self, item: Trace) -> Iterator[Record]:
        for one in self.checked(item):
            yield {"source": item.article.source, **one._asdict()}

    def status(self) -> int:
        return int(self.notes.differs)

    def lines(self, item: Trace) -> Iterable[Line]:
        for row in self.all(item):
            yield Line(_verdict(row), "green" if row["agrees"] else "red", gap=True, base="ltr")
            if self.wants("text"):
                yield Line(beginning(row["text"], _BEGINNING), "dim")

    def grid(self, item: Trace) -> Grid:
        columns = {"line": "number", "what": "side", "expected": "side", "found": "side", "text": "prose"}
        rows = []
        for row in self.all(item):
            style = "green" if row["agrees"] else "red"
            what = [Line(row["what"]), Line("agrees" if row["agrees"] else "differs", style)]
            found = [Line(_value(row, "found"))]
            if row["rule"]:
                found.append(Line(row["rule"], "dim", base="ltr"))
            number = [Line("" if row["line"] is None else str(row["line"]))]
            rows.append([number, what, [Line(_value(row, "expected"))], found, [Line(row["text"], "dim")]])
        return Grid(item.article.source, item.article.direction, columns, rows)


def _verdict(row: Record) -> str:
    where = "" if row["line"] is None else f"line {row['line']} · "
    expected, found = _value(row, "expected"), _value(row, "found")
    if row["agrees"]:
        return f"✓ {where}{row['what']} agrees: {expected}"
    rule = f" · {row['rule']}" if row["rule"] else ""
    confirmed = "" if row["corrected"] else " (was confirmed)"
    return f"✗ {where}{row['what']} differs: {expected} expected, {found} found{rule}{confirmed}"


def _value(row: Record, name: str) -> str:
    value: str | None = row[name]
    return value or (_NOBODY if row["what"] == "speaker" else _LACKING)


class _Notes(Met):
    """Counts how many agree."""

    def __init__(self, file: str, gold: ByName[Any], view: ExplainCheckView) -> None:
        super().__init__(file, gold)
        self._view = view
        self._corrections = self._agree = self._confirmed = 0

    def part(self, item: Trace) -> Any:
        rows = self._view.checked(item)
        corrected = [one.agrees for one in rows if one.corrected]
        return item.article.source, len(corrected), sum(corrected), len(rows) - len(corrected)

    def put(self, part: Any) -> None:
        source, corrections, agree, confirmed = part
        super().put(source)
        self._corrections += corrections
        self._agree += agree
        self._confirmed += confirmed

    def told(self) -> Iterator[str]:
        yield from super().told()
        if not self.any:
            yield f"{self._file}: nothing was compared"
            return
        yield f"{self._file}: {self._told_corrected()}; {self._told_confirmed()}"

    def _told_corrected(self) -> str:
        if not self._corrections:
            return "nothing was corrected"
        verb = "agrees" if 1 in (self._agree, self._corrections) else "agree"
        return f"{self._agree} of {counted(self._corrections, 'correction')} {verb}"

    def _told_confirmed(self) -> str:
        if not self._confirmed:
            return "all that was confirmed agrees"
        if self._confirmed == 1:
            return "1 line or quotation that was confirmed differs"
        return f"{self._confirmed} lines or quotations that were confirmed differ"

    @property
    def differs(self) -> bool:
        """Does something differ, or was nothing compared?"""
        return self._agree < self._corrections or self._confirmed > 0 or not self.any


VIEW = ExplainCheckView
