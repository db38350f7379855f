"""`khabar explain --quotes`: for each quotation and statement what was weighed for it, and what decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from khabar import Label, Trace

from khabar_cli.plan import usage_error
from khabar_cli.views.base import Grid, Line, Record
from khabar_cli.views.documents import CONTEXT, DocumentRows
from khabar_cli.views.explain_statements import Reported
from khabar_cli.views.said import context, facts
from khabar_cli.views.values import ARTICLE
from khabar_cli.views.weighed import (
    LEAST,
    Weighed,
    apart,
    beginning,
    candidate_cell,
    candidate_records,
    deciding,
    likely,
    pairs,
    speaker_lines,
    speakers,
)

if TYPE_CHECKING:
    from khabar.quotations.explain import Explained


class ExplainQuotesView(DocumentRows):
    """The quotations and statements of a document in reading order, keys as in `quotes[]` and `statements[]`, and
    the cues that might have reported something. A quotation has a `kind`, with the probabilities of all kinds and
    what decided among them; a statement has a `type`, with its openings and endings; a cue that reports nothing has
    neither. All have the candidates for cue and speaker, the likeliest first."""

    traced = True
    others = (*ARTICLE, CONTEXT)
    made_of = ("title", "sections")  # what is said in the article is found here, with its reasons
    fields = (
        "source",
        "kind",
        "type",
        "speaker",
        "text",
        "cue",
        "confidence",
        "quoted",
        "section",
        "paragraph",
        "start",
        "end",
        "end_paragraph",
        "kinds",
        "kind_features",
        "openings",
        "endings",
        "candidates",
        "lexicon",
    )

    def take(self, params: Mapping[str, Any]) -> None:
        for option in ("only", "line"):
            if params.get(option):
                raise usage_error(f"--{option}", "is for lines, not with --quotes")

    def value(self, item: Trace, name: str, row: Record) -> Any:
        return context(item.article, row) if name == CONTEXT else super().value(item, name, row)

    def _explained(self, item: Trace) -> list[Weighed]:
        from khabar.quotations.explain import explained

        blocks = frozenset(block.text for block in item.blocks if block.label is Label.QUOTE)
        quotes, cues = explained(item.article, item.article.language, blocks)
        return sorted([*map(_Quoted, quotes), *map(Reported, cues)], key=lambda one: one.place)

    def all(self, item: Trace) -> Iterator[Record]:
        return (self._row(item, one) for one in self._explained(item))

    def flattened(self, item: Trace) -> Iterator[Record]:
        for one in self._explained(item):
            yield {**self.with_extra(item, self._row(item, one)), **one.cells()}

    def _row(self, item: Trace, one: Weighed) -> Record:
        row = {**one.row, "source": item.article.source}
        return {name: row.get(name) for name in self.fields}

    def lines(self, item: Trace) -> Iterable[Line]:
        for one in self._explained(item):
            verdict = [one.verdict()] if self.wants(one.what) else []
            told = [*verdict, *facts(self._row(item, one), self.wants)]
            yield Line(" · ".join(told) or "-", "cyan", gap=True, base="ltr")
            yield from (line for key, line in one.heads() if self.wants(key))
            if CONTEXT in self.extra:
                yield Line(context(item.article, one.row) or "", "dim")
            if self.wants("candidates"):
                yield from speaker_lines(one.speakers)
            if self.wants("lexicon") and one.row["lexicon"]:
                yield Line(f"cue in your lexicon: {one.row['lexicon']}", "dim", base="ltr")

    def grid(self, item: Trace) -> Grid:
        columns = {"words": "prose", "candidates": "prose", "decided by": "prose"}
        rows = []
        for one in self._explained(item):
            names = [
                line
                for at, each in enumerate(likely(one.speakers))
                for line in (Line(each.name, "" if at else "bold"), Line(each.numbers, "dim", base="ltr"))
            ]
            rows.append([list(one.about()), names, [Line(told, "dim", base="ltr") for told in one.decided()]])
        return Grid(item.article.source, item.article.direction, columns, rows)


class _Quoted(Weighed):
    """A quotation with what was weighed for it."""

    what = "kind"

    def __init__(self, one: Explained) -> None:
        self.one = one
        self.row = {
            **one.quote.to_dict(),
            "kinds": [{"kind": kind, "probability": share} for kind, share in one.kinds],
            "kind_features": pairs(one.kind_features),
            "openings": [],
            "endings": [],
            "candidates": candidate_records(one.candidates),
            "lexicon": one.lexicon or None,
        }
        self.speakers = speakers(one.candidates, one.quote.speaker)

    def cells(self) -> Mapping[str, Any]:
        return {
            "kinds": "; ".join(self._shares()),
            "kind_features": deciding(self.one.kind_features, len(self.one.kind_features)),
            "candidates": candidate_cell(self.speakers),
        }

    def verdict(self) -> str:
        return self.one.quote.kind

    def heads(self) -> Iterator[tuple[str, Line]]:
        yield "text", Line(beginning(self.one.quote.text))
        if self.one.kinds:
            yield "kinds", Line(f"kind: {', '.join(self._shares(LEAST))}", "dim", base="ltr")
        if self.one.kind_features:
            yield "kind_features", Line(deciding(self.one.kind_features), "dim", base="ltr")

    def about(self) -> Iterator[Line]:
        yield Line(beginning(self.one.quote.text))
        yield Line(", ".join(self._shares(LEAST)) or self.verdict(), "dim", base="ltr")

    def decided(self) -> Iterator[str]:
        yield deciding(apart(0, [each.best.features for each in self.speakers]))

    def _shares(self, least: float = 0.0) -> list[str]:
        """The kinds, the likeliest first."""
        shown = sorted((pair for pair in self.one.kinds if pair[1] >= least), key=lambda pair: -pair[1])
        return [f"{kind} {share:.2f}" for kind, share in shown]


VIEW = ExplainQuotesView
