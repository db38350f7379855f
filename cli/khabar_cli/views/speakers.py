"""`khabar speakers`: who is quoted, and reported without marks, how often, over all documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from khabar import Quote, Statement, Trace
from khabar.entries import SPOKEN
from khabar.hints import counted

from khabar_cli.checks import known_people
from khabar_cli.plan import usage_error
from khabar_cli.quotations import SAID, Choice
from khabar_cli.tally import Speaker, Tally
from khabar_cli.unmatched import Limits, Name, absence, unmatched
from khabar_cli.views.base import Grid, Line, Record, RowView

NOBODY = "(no speaker)"
NUMBERS = (*SAID, "words", "files")
BETWEEN = "; "
"""Between the forms of a name, for people."""


class SpeakersView(RowView[Tally]):
    """One row for each speaker; `files` are the documents in which they speak, `forms` the names that were merged
    into one. What nobody is named for is the last row. Of `quotes` and `statements` rows have what is counted."""

    fields = ("speaker", *NUMBERS, "forms")
    terminal_format = "table"
    gathers = True

    def take(self, params: Mapping[str, Any]) -> None:
        self._of: tuple[str, ...] = params["of"]
        left_out = [name for name in SAID if name not in self._of]
        self._check(left_out, params)
        self._numbers = tuple(name for name in NUMBERS if name not in left_out and self.wants(name))
        self._choice = Choice(
            params["speaker"] or (),
            params["speaker_exact"] or (),
            kinds=(params["kind"] or SPOKEN) if "quotes" in self._of else (),
            types=params["type"] if "statements" in self._of else (),
        )
        self._limits = Limits.of(params)
        self._sort: str = params["sort"] or self._of[0]
        self._known = known_people(params["names"])

    def _check(self, left_out: Collection[str], params: Mapping[str, Any]) -> None:
        """No option is about what is not counted. Raises typer.BadParameter."""
        asked = {
            "--fields": self.chosen or (),
            "--sort": (params["sort"],),
            "--kind": ("quotes",) if params["kind"] else (),
            "--type": ("statements",) if params["type"] else (),
        }
        for option, names in asked.items():
            for name in left_out:
                if name in names:
                    raise usage_error(option, f"{name} are not counted; see --of")

    def tally(self) -> Tally:
        return Tally(self._choice, self._known)

    def unmatched(self, document: Trace) -> frozenset[Name] | None:
        article = document.article
        said: list[Quote | Statement] = [
            *self._choice.quotes_of_kind(article),
            *self._choice.statements_of_type(article),
        ]
        return unmatched(said, self._choice, article.language)

    def nobody(self, names: frozenset[Name]) -> str | None:
        how = " or ".join(word for what, word in zip(SAID, ("quoted", "reported"), strict=True) if what in self._of)
        command = "khabar speakers without --speaker"
        said = " or ".join("quotations" if what == "quotes" else what for what in SAID if what in self._of)
        limits = f"in {said} {self._limits.told}" if self._limits.told else ""
        return absence(
            names,
            self._choice,
            wrong="no speaker matches",
            limits=limits,
            how=how,
            command=command,
            known=self._known,
        )

    def needs(self) -> tuple[str, ...]:
        return (*self._of, "warnings")

    def shows_warnings(self, format: str) -> bool:
        return False

    def columns(self) -> tuple[str, ...]:
        return self.chosen or ("speaker", *self._numbers, "forms")

    def all(self, item: Tally) -> Iterator[Record]:
        for one in item.sorted(self._sort):
            counts = {name: getattr(one, name) for name in self._numbers}
            yield {"speaker": one.name, **counts, "forms": list(one.forms)}

    def lines(self, item: Tally) -> Iterable[Line]:
        for one in item.sorted(self._sort):
            told = [counted(getattr(one, name), name.removesuffix("s")) for name in self._numbers]
            if self.wants("speaker"):
                yield _name(one, gap=True)
            if one.merged and self.wants("forms"):
                yield Line("= " + BETWEEN.join(one.merged), "dim", gap=not self.wants("speaker"), base=one.direction)
            if told:
                yield Line(" · ".join(told), "dim", gap=not self.wants("speaker", "forms"), base="ltr")

    def grid(self, item: Tally) -> Grid:
        people = list(item.sorted(self._sort))
        shown = [name for name in ("speaker", "forms") if self.wants(name)] + list(self._numbers)
        if "forms" in shown and self.chosen is None and not any(one.merged for one in people):
            shown.remove("forms")
        rows = []
        for one in people:
            cells = {name: [Line(str(getattr(one, name)))] for name in self._numbers} | {"speaker": [_name(one)]}
            cells["forms"] = [Line(BETWEEN.join(one.merged), "dim", base=one.direction)]
            rows.append([cells[name] for name in shown])
        columns = {name: "number" if name in NUMBERS else "name" for name in shown}
        base = "rtl" if self.rtl(item) else "ltr"
        return Grid(None, base, columns, rows, ruled=False, under=("forms",))

    def rtl(self, item: Tally) -> bool:
        return sum(1 if one.direction == "rtl" else -1 for one in item.sorted(self._sort)) > 0

    def text(self, item: Tally) -> str:
        """A line for each: the numbers, then the name, as `uniq -c` has it, then its other forms, where there are."""
        lines = []
        for one in item.sorted(self._sort):
            cells = [str(getattr(one, name)) for name in self.columns() if name in NUMBERS]
            if self.wants("speaker"):
                cells.append(one.name or NOBODY)
            if one.merged and self.wants("forms"):
                cells.append(BETWEEN.join(one.merged))
            lines.append("\t".join(cells))
        return "\n".join(lines)

    def markdown(self, item: Tally) -> str:
        return super().markdown(item) if any(self.all(item)) else ""


def _name(one: Speaker, *, gap: bool = False) -> Line:
    name = one.name
    return Line(name or NOBODY, "bold" if name else "dim", gap=gap, base=one.direction)


VIEW = SpeakersView
