"""What `khabar explain --quotes` says of a cue: what it reports without marks, or why it reports nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from khabar_cli.views.base import Line, Record
from khabar_cli.views.weighed import (
    LEAST,
    SHOWN,
    Weighed,
    apart,
    beginning,
    candidate_cell,
    candidate_records,
    deciding,
    pairs,
    speakers,
)

if TYPE_CHECKING:
    from khabar.quotations.explain import Border, ExplainedCue

_WORDS = 8
"""Words from an opening on, or up to an ending, that are enough to find it."""
_CHARACTERS = 60
"""Characters of them, for a script without spaces and for addresses."""
_NO_STATEMENT = "no statement"


class Reported(Weighed):
    """A cue with what was weighed for its report. Of openings the text's first eight words are told, of endings the
    last eight (at most sixty characters): an opening may begin a whole paragraph."""

    what = "type"

    def __init__(self, one: ExplainedCue) -> None:
        said = one.statement
        place = {"cue": one.cue, "section": one.section, "paragraph": one.paragraph, "start": one.at}
        self.row = {
            **(place if said is None else said.to_dict()),
            "openings": [_record(border, _first) for border in one.openings],
            "endings": [_record(border, _last) for border in one.endings],
            "candidates": candidate_records(one.candidates),
            "kinds": [],
            "kind_features": [],
            "lexicon": one.lexicon or None,
        }
        self.said = said
        self.cue = one.cue
        self.openings = sorted(one.openings, key=lambda border: said is not None and border.text is None)
        self.endings = one.endings
        self.speakers = speakers(one.candidates, said.speaker if said is not None else None)

    def cells(self) -> Mapping[str, Any]:
        return {
            "openings": "; ".join(_shares(self.row["openings"])),
            "endings": "; ".join(_shares(self.row["endings"])),
            "candidates": candidate_cell(self.speakers),
        }

    def verdict(self) -> str:
        return _NO_STATEMENT if self.said is None else self.said.type

    def heads(self) -> Iterator[tuple[str, Line]]:
        yield self._words()
        for key, verb, borders in self._borders():
            yield key, Line(f"{verb} {_likely(borders)}", "dim", base="ltr")
            if told := _deciding(borders):
                yield key, Line(told, "dim", base="ltr")

    def about(self) -> Iterator[Line]:
        yield self._words()[1]
        yield Line(self.verdict(), "dim", base="ltr")
        for _, verb, borders in self._borders():
            yield Line(f"{verb} {_likely(borders)}", "dim", base="ltr")

    def decided(self) -> Iterator[str]:
        for _, verb, borders in self._borders():
            if told := _deciding(borders):
                yield f"{verb} {told}"
        if told := deciding(apart(0, [each.best.features for each in self.speakers])):
            yield f"speaker: {told}"

    def _words(self) -> tuple[str, Line]:
        """The statement, or the cue and where it would begin."""
        if self.said is not None:
            return "text", Line(beginning(self.said.text))
        text = next((border.text for border in self.openings if border.text is not None), "")
        more = "…" if len(_first(text)) < len(" ".join(text.split())) else ""
        return "cue", Line(f"({self.cue}) {_first(text)}{more}", "dim")

    def _borders(self) -> Iterator[tuple[str, str, Sequence[Border]]]:
        if self.openings:
            yield "openings", "begins:", self.openings
        if self.endings:
            yield "endings", "ends:", self.endings


def _record(border: Border, abridged: Callable[[str], str]) -> Record:
    text = None if border.text is None else abridged(border.text)
    return {**border._asdict(), "text": text, "features": pairs(border.features)}


def _first(text: str) -> str:
    return " ".join(text.split(None, _WORDS)[:_WORDS])[:_CHARACTERS]


def _last(text: str) -> str:
    return " ".join(text.rsplit(None, _WORDS)[-_WORDS:])[-_CHARACTERS:]


def _shares(borders: Sequence[Record]) -> list[str]:
    return [f"{border['shown_by']} {border['probability']:.2f}" for border in borders]


def _likely(borders: Sequence[Border]) -> str:
    """What shows the borders that people are told of."""
    shown = [border._asdict() for border in borders[:SHOWN] if border.probability >= LEAST]
    return ", ".join(_shares(shown))


def _deciding(borders: Sequence[Border]) -> str:
    """What sets the chosen border apart from the next."""
    return deciding(apart(0, [border.features for border in borders]))
