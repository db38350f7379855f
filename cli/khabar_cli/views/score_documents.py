"""`khabar score --by document`: the figures of each document, in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from khabar import Trace
from khabar.corrections import FIELDS, MEASURES, Figures

from khabar_cli.measured import Measured
from khabar_cli.met import Met
from khabar_cli.views.base import Grid, Line, Record
from khabar_cli.views.documents import DocumentRows
from khabar_cli.views.score import shown
from khabar_cli.views.values import ARTICLE

if TYPE_CHECKING:
    from khabar.corrections import Counts

_F1 = tuple(f"{name}_f1" for name in MEASURES)
_OTHERS = ("precision", "recall", "gold", "given", "right")


class ScoreDocumentsView(DocumentRows):
    """A row for each document of the gold, with F1 of each measure; `--fields` takes the numbers behind them, too
    (`body_recall`, `captions_gold`)."""

    terminal_format = "table"
    one_output = True
    made_of = FIELDS
    fields = ("source", *_F1)
    others = (*(f"{name}_{number}" for name in MEASURES for number in _OTHERS), *ARTICLE)

    def take(self, params: Mapping[str, Any]) -> None:
        self._measured = Measured(params["gold"])
        self._last: tuple[Trace | None, Record] = (None, {})
        self.notes = Met(self._measured.name, self._measured.gold)

    def status(self) -> int:
        return int(not self.notes.any)

    def all(self, item: Trace) -> Iterator[Record]:
        counts = self._measured.counts(item.article)
        if counts is not None:
            numbers = _numbers(counts)
            self._last = item, numbers
            yield {"source": item.article.source, **{name: numbers[name] for name in _F1}}

    def value(self, item: Trace, name: str, row: Record) -> Any:
        last, numbers = self._last
        return numbers[name] if last is item and name in numbers else super().value(item, name, row)

    def lines(self, item: Trace) -> Iterable[Line]:
        for row in self.all(item):
            told = (f"{name.removesuffix('_f1')} {shown(row[name])}" for name in self.fields if self.wants(name))
            yield Line(" · ".join(told), base="ltr")

    def grid(self, item: Trace) -> Grid:
        columns = {"source": "side"} | dict.fromkeys(MEASURES, "number")
        rows = [
            [[Line(row["source"] or "", base="ltr")], *([Line(shown(row[name]))] for name in _F1)]
            for row in self.all(item)
        ]
        return Grid(None, "ltr", columns, rows, ruled=False)


def _numbers(counts: Mapping[str, Counts]) -> Record:
    row: Record = {}
    for name in MEASURES:
        one = counts.get(name)
        figures = Figures(None, None, None) if one is None else Figures.of(one)
        row |= {f"{name}_{figure}": value for figure, value in figures._asdict().items()}
        numbers = zip(("gold", "given", "right"), (None,) * 3 if one is None else one, strict=True)
        row |= {f"{name}_{number}": value for number, value in numbers}
    return row


VIEW = ScoreDocumentsView
