"""`khabar explain --quotes`: for each quotation who was weighed for its speaker, and what decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from khabar import Label, Trace

from khabar_cli.views.base import Cell, Grid, Line, Record
from khabar_cli.views.documents import DocumentRows

if TYPE_CHECKING:
    from khabar.quotations.explain import Candidate, Explained, Features

NOBODY = "(nobody)"
_SHOWN = 5
"""Speakers, and features of one, that people are shown; JSON has all."""
_LEAST = 0.01
"""Probability below which neither a kind nor a speaker is worth a line for people."""
_BEGINNING = 160
"""Characters of a quotation that are enough to know it by."""
_LISTS = ("kinds", "kind_features", "candidates")


class ExplainQuotesView(DocumentRows):
    """The quotations of a document as in `quotes[]`, each with the probabilities of its kinds, what decided among
    them, and the candidates for cue and speaker, the likeliest first."""

    traced = True
    fields = (
        "source",
        "kind",
        "speaker",
        "text",
        "cue",
        "confidence",
        "section",
        "paragraph",
        "start",
        "end",
        "end_paragraph",
        *_LISTS,
    )

    def needs(self) -> tuple[str, ...]:
        return ("title", "sections", "quotes", "warnings")

    def _explained(self, item: Trace) -> tuple[Explained, ...]:
        from khabar.quotations.explain import explained

        apart = frozenset(block.text for block in item.blocks if block.label is Label.QUOTE)
        return explained(item.article, item.article.language, apart)

    def all(self, item: Trace) -> Iterator[Record]:
        for one in self._explained(item):
            found = {
                "kinds": [{"kind": kind, "probability": share} for kind, share in one.kinds],
                "kind_features": _pairs(one.kind_features),
                "candidates": [{**each._asdict(), "features": _pairs(each.features)} for each in one.candidates],
            }
            yield self._row(item, one, found)

    def rows(self, item: Trace) -> Iterator[Sequence[Cell]]:
        columns = self.columns()
        for one in self._explained(item):
            found = {
                "kinds": "; ".join(_shares(one)),
                "kind_features": _decided(one.kind_features, len(one.kind_features)),
                "candidates": "; ".join(f"{each.name} {each.probability:.2f}" for each in _speakers(one)),
            }
            row = self._row(item, one, found)
            yield [row[name] for name in columns]

    def _row(self, item: Trace, one: Explained, found: Record) -> Record:
        row = {**one.quote.to_dict(), "source": item.article.source, **found}
        return {name: row.get(name) for name in self.fields}

    def lines(self, item: Trace) -> Iterable[Line]:
        for one in self._explained(item):
            yield Line(" · ".join(self._facts(one)) or "-", "yellow", gap=True, base="ltr")
            if self.wants("text"):
                yield Line(_beginning(one.quote.text))
            if one.kinds and self.wants("kinds"):
                yield Line(f"kind: {', '.join(_shares(one, _LEAST))}", "dim", base="ltr")
            if one.kind_features and self.wants("kind_features"):
                yield Line(_decided(one.kind_features), "dim", base="ltr")
            if self.wants("candidates"):
                yield from self._candidates(one)

    def _facts(self, one: Explained) -> Iterator[str]:
        quote = one.quote
        if self.wants("kind"):
            yield quote.kind
        if self.wants("section"):
            yield "title" if quote.section is None else f"section {quote.section}"
        if self.wants("paragraph") and quote.paragraph is not None:
            yield f"paragraph {quote.paragraph}"
        if self.wants("start", "end"):
            yield f"characters {quote.start}-{quote.end}"
        if self.wants("confidence") and quote.confidence is not None:
            yield f"confidence {quote.confidence:.2f}"

    def _candidates(self, one: Explained) -> Iterator[Line]:
        """A line for each name, in its own direction, and what speaks for and against it below."""
        found = _speakers(one)
        likely = _likely(found)
        for at, each in enumerate(likely):
            yield Line(each.name, "" if at else "bold", base=None if each.best.speaker else "ltr")
            yield Line(each.numbers, "dim", base="ltr")
            if each.best.cue:
                yield Line(f"({each.best.cue})", "dim")
            if decided := _decided(_apart(at, found)):
                yield Line(decided, "dim", base="ltr")
        if len(found) > len(likely):
            yield Line(f"and {len(found) - len(likely)} more", "dim", base="ltr")

    def grid(self, item: Trace) -> Grid:
        columns = {"quotation": "prose", "candidates": "prose", "decided by": "prose"}
        rows = []
        for one in self._explained(item):
            kinds = ", ".join(_shares(one, _LEAST)) or one.quote.kind
            about = [Line(_beginning(one.quote.text)), Line(kinds, "dim", base="ltr")]
            found = _speakers(one)
            names = [
                line
                for at, each in enumerate(_likely(found))
                for line in (Line(each.name, "" if at else "bold"), Line(each.numbers, "dim", base="ltr"))
            ]
            decided = _decided(_apart(0, found)) if found else ""
            rows.append([about, names, [Line(decided, "dim", base="ltr")]])
        return Grid(item.article.source, item.article.direction, columns, rows)


def _pairs(features: Features) -> list[Record]:
    return [{"feature": name, "weight": weight} for name, weight in features]


class _Speaker(NamedTuple):
    """A speaker, of whom several candidates may be, each with another cue: the likeliest is `best`."""

    best: Candidate
    probability: float
    """Of all of them."""

    @property
    def name(self) -> str:
        return self.best.speaker or NOBODY

    @property
    def numbers(self) -> str:
        return f"{self.probability:.2f} · score {self.best.score:+.2f}"


def _speakers(one: Explained) -> list[_Speaker]:
    """The speakers, the likeliest first: that is the one who was chosen."""
    found: dict[str | None, list[Candidate]] = {}
    for candidate in one.candidates:
        found.setdefault(candidate.speaker, []).append(candidate)
    speakers = [_Speaker(each[0], sum(candidate.probability for candidate in each)) for each in found.values()]
    return sorted(speakers, key=lambda speaker: (speaker.best.speaker != one.quote.speaker, -speaker.probability))


def _likely(speakers: Sequence[_Speaker]) -> Sequence[_Speaker]:
    """Those that people are shown: never the first alone."""
    return [each for at, each in enumerate(speakers[:_SHOWN]) if at < 2 or each.probability >= _LEAST]


def _apart(at: int, speakers: Sequence[_Speaker]) -> Features:
    """The features that set a speaker apart: the first one from the next, any other from the first."""
    other = speakers[0] if at else next(iter(speakers[1:]), None)
    common = frozenset(other.best.features if other else ())
    return tuple(feature for feature in speakers[at].best.features if feature not in common)


def _shares(one: Explained, least: float = 0.0) -> list[str]:
    """The kinds, the likeliest first."""
    likely = sorted((pair for pair in one.kinds if pair[1] >= least), key=lambda pair: -pair[1])
    return [f"{kind} {share:.2f}" for kind, share in likely]


def _decided(features: Features, most: int = _SHOWN) -> str:
    """The features that weigh most."""
    told = [f"{weight:+.2f} {name}" for name, weight in features[:most]]
    return ", ".join([*told, f"and {len(features) - most} more"] if len(features) > most else told)


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _BEGINNING else words[:_BEGINNING].rsplit(" ", 1)[0] + "…"


VIEW = ExplainQuotesView
