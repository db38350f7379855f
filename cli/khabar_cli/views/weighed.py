"""What `khabar explain --quotes` says of all that was weighed: features, and speakers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from khabar_cli.views.base import Line, Record

if TYPE_CHECKING:
    from khabar.quotations.explain import Candidate
    from khabar.quotations.witness import Features

SHOWN = 5
"""Speakers, and features of one, that people are shown; JSON has all."""
LEAST = 0.01
"""Probability below which nothing that was weighed is worth a line for people."""
_NOBODY = "(nobody)"
_BEGINNING = 160
"""Characters of a text that are enough to know it by."""


class Weighed:
    """One row: `row` has its keys, as they are in JSON."""

    what: str
    """The key that tells what it was decided to be."""
    row: Record
    speakers: Sequence[Speaker]

    @property
    def place(self) -> tuple[int, int, int]:
        """Its place in the article; the title and headings stand before the paragraphs."""
        before, section, paragraph = -1, self.row["section"], self.row["paragraph"]
        return (before if section is None else section, before if paragraph is None else paragraph, self.row["start"])

    def cells(self) -> Mapping[str, Any]:
        """What stands in csv for the lists, by key."""
        raise NotImplementedError

    def verdict(self) -> str:
        """What it was decided to be."""
        raise NotImplementedError

    def heads(self) -> Iterator[tuple[str, Line]]:
        """Lines with the words, and what was decided before somebody was asked who says them, each with the key of
        what it tells."""
        raise NotImplementedError

    def about(self) -> Iterator[Line]:
        """The same without what decided, for the cell of a table."""
        raise NotImplementedError

    def decided(self) -> Iterator[str]:
        """What decided, for the cell of a table."""
        raise NotImplementedError


class Speaker(NamedTuple):
    """A speaker, of whom several candidates may be, each with another cue: the likeliest is `best`."""

    best: Candidate
    probability: float
    """Of all of them."""

    @property
    def name(self) -> str:
        return self.best.speaker or _NOBODY

    @property
    def numbers(self) -> str:
        return f"{self.probability:.2f} · score {self.best.score:+.2f}"


def speakers(candidates: Sequence[Candidate], chosen: str | None) -> list[Speaker]:
    """The speakers, the likeliest first: that is the one who was chosen."""
    found: dict[str | None, list[Candidate]] = {}
    for candidate in candidates:
        found.setdefault(candidate.speaker, []).append(candidate)
    each = [Speaker(some[0], sum(candidate.probability for candidate in some)) for some in found.values()]
    return sorted(each, key=lambda speaker: (speaker.best.speaker != chosen, -speaker.probability))


def likely(found: Sequence[Speaker]) -> Sequence[Speaker]:
    """Those that people are shown: never the first alone."""
    return [each for at, each in enumerate(found[:SHOWN]) if at < 2 or each.probability >= LEAST]


def speaker_lines(found: Sequence[Speaker]) -> Iterator[Line]:
    """A line for each name, in its own direction, and what speaks for and against it below."""
    shown = likely(found)
    for at, each in enumerate(shown):
        yield Line(each.name, "" if at else "bold", base=None if each.best.speaker else "ltr")
        yield Line(each.numbers, "dim", base="ltr")
        if each.best.cue:
            yield Line(f"({each.best.cue})", "dim")
        if told := deciding(apart(at, [one.best.features for one in found])):
            yield Line(told, "dim", base="ltr")
    if len(found) > len(shown):
        yield Line(f"and {len(found) - len(shown)} more", "dim", base="ltr")


def apart(at: int, found: Sequence[Features]) -> Features:
    """The features that set one apart: the first one from the next, any other from the first."""
    other = found[0] if at else next(iter(found[1:]), ())
    common = frozenset(other)
    return tuple(feature for feature in found[at] if feature not in common) if found else ()


def pairs(features: Features) -> list[Record]:
    """Features in JSON."""
    return [{"feature": name, "weight": weight} for name, weight in features]


def candidate_records(candidates: Sequence[Candidate]) -> list[Record]:
    """Candidates in JSON."""
    return [{**each._asdict(), "features": pairs(each.features)} for each in candidates]


def candidate_cell(found: Sequence[Speaker]) -> str:
    """The speakers in a cell of csv."""
    return "; ".join(f"{each.name} {each.probability:.2f}" for each in found)


def deciding(features: Features, most: int = SHOWN) -> str:
    """The features that weigh most."""
    told = [f"{weight:+.2f} {name}" for name, weight in features[:most]]
    return ", ".join([*told, f"and {len(features) - most} more"] if len(features) > most else told)


def beginning(text: str) -> str:
    """The first words of a text."""
    words = " ".join(text.split())
    return words if len(words) <= _BEGINNING else words[:_BEGINNING].rsplit(" ", 1)[0] + "…"
