"""`khabar score`: what khabar has right of documents that somebody has corrected, in figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from khabar import Trace
from khabar.corrections import FIELDS, MEASURES, Score

from khabar_cli.measured import Measured, MetOrFailed
from khabar_cli.views.base import Grid, Line, Record, RowView

if TYPE_CHECKING:
    from khabar.corrections import Counts


class _Sum:
    """The score of all documents."""

    def __init__(self, measured: Measured) -> None:
        self._measured = measured
        self.score = Score()

    def part(self, item: Trace) -> Mapping[str, Counts] | None:
        """The counts of a document: small enough to come from another process."""
        return self._measured.counts(item.article)

    def put(self, part: Mapping[str, Counts] | None) -> None:
        """Count a document."""
        self.score.add(part or {})

    def lost(self, source: str) -> None:
        """Count one that could not be parsed."""
        self.score.add(self._measured.nothing(source))


class ScoreView(RowView[Score]):
    """A row for each measure. `gold`: how many there are; `given`: how many khabar has; `right`: how many of these
    are right. Figures of the body are means over documents, the others are those of the sums."""

    fields = ("what", "documents", "gold", "given", "right", "precision", "recall", "f1")
    terminal_format = "table"
    gathers = True

    def take(self, params: Mapping[str, Any]) -> None:
        measured = Measured(params["gold"])
        self._sum = _Sum(measured)
        self.notes = MetOrFailed(measured.name, measured.gold, self._sum.lost)

    def tally(self) -> _Sum:
        return self._sum

    def needs(self) -> tuple[str, ...]:
        return (*FIELDS, "warnings")

    def shows_warnings(self, format: str) -> bool:
        return False

    def status(self) -> int:
        return int(not self.notes.any)

    def columns(self) -> tuple[str, ...]:
        return self.chosen or self.fields

    def all(self, item: Any) -> Iterator[Record]:
        score: Score = item.score
        for name in MEASURES:
            counts = score.counts(name)
            numbers = {"gold": counts.gold, "given": counts.found, "right": counts.right}
            yield {"what": name, "documents": score.documents(name), **numbers, **score.figures(name)._asdict()}

    def lines(self, item: Any) -> Iterable[Line]:
        for row in _there(self.all(item)):
            told = [f"{name} {shown(row[name])}" for name in self.columns() if name != "what"]
            yield Line(row["what"], "bold", gap=True)
            yield Line(" · ".join(told), "dim")

    def grid(self, item: Any) -> Grid:
        names = self.columns()
        rows = [[[Line(shown(row[name]))] for name in names] for row in _there(self.all(item))]
        return Grid(None, "ltr", {name: "word" if name == "what" else "number" for name in names}, rows, ruled=False)

    def text(self, item: Any) -> str:
        """A line for each measure, as csv has it but with tabs and without headings."""
        rows = _there(self.all(item))
        return "\n".join("\t".join(shown(row[name]) for name in self.columns()) for row in rows)


def _there(rows: Iterable[Record]) -> Iterator[Record]:
    """For people: what the gold has anything of."""
    return (row for row in rows if row["gold"])


def shown(value: Any) -> str:
    """A number for people; a share has three decimals."""
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


VIEW = ScoreView
