"""`khabar explain`: every block of the source, both verdicts, and the rules that gave them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khabar import Trace, rule

from khabar_cli.views.base import Grid, Line, Record
from khabar_cli.views.documents import DocumentRows

_STYLES = {
    "title": "bold",
    "heading": "bold",
    "paragraph": "",
    "list-item": "",
    "quote": "",
    "standfirst": "",
}
_PICTURE = frozenset({"alt", "caption", "credit"})


class ExplainView(DocumentRows):
    """Rows in the order of the source. `first` and `first_rule` are the verdict of the first pass: what the
    block is by itself; `label` and `rule` the final one. `lexicon` says where entries of the user's own lexicon stand
    that are in the block."""

    traced = True
    fields = (
        "source",
        "line",
        "end_line",
        "label",
        "rule",
        "reason",
        "first",
        "first_rule",
        "first_reason",
        "lexicon",
        "text",
    )

    def all(self, item: Trace) -> Iterator[Record]:
        for block in item.blocks:
            yield {
                "source": item.article.source,
                "line": block.line,
                "end_line": block.end_line,
                "label": str(block.label),
                "rule": block.rule,
                "reason": reason(block.rule),
                "first": str(block.first),
                "first_rule": block.first_rule,
                "first_reason": reason(block.first_rule),
                "lexicon": "; ".join(block.lexicon) or None,
                "text": block.text,
            }

    def lines(self, item: Trace) -> Iterable[Line]:
        last = None
        for row in self.all(item):
            # a run of paragraphs is told its reason once
            fresh = (row["rule"], row["first_rule"], row["lexicon"]) != last
            last = (row["rule"], row["first_rule"], row["lexicon"])
            yield Line(" · ".join(self._verdicts(row)), "yellow", gap=True, base="ltr")
            if fresh:
                yield from (Line(text, "dim", base="ltr") for text in self._reasons(row))
            if self.wants("text"):
                yield Line(row["text"], style_of(row["label"]))

    def _verdicts(self, row: Record) -> Iterator[str]:
        if self.wants("line", "end_line"):
            yield span(row)
        if self.wants("label"):
            yield row["label"]
        if self.wants("rule"):
            yield row["rule"] or "no rule"
        if self.wants("first", "first_rule") and _revised(row):
            yield f"first {row['first']} by {row['first_rule'] or 'no rule'}"

    def _reasons(self, row: Record) -> Iterator[str]:
        if self.wants("reason") and row["reason"]:
            yield row["reason"]
        if self.wants("first_reason") and row["first_reason"] and _revised(row):
            yield f"first pass: {row['first_reason']}"
        if self.wants("lexicon") and row["lexicon"]:
            yield f"in your lexicon: {row['lexicon']}"

    def grid(self, item: Trace) -> Grid:
        columns = {"line": "number", "verdict": "side", "text": "prose"}
        rows = []
        for row in self.all(item):
            verdicts = list(self._verdicts(row))[1:]  # the lines have their own column
            verdict = [
                *(Line(text, "" if at else "yellow", base="ltr") for at, text in enumerate(verdicts)),
                *(Line(text, "dim", base="ltr") for text in self._reasons(row)),
            ]
            rows.append([[Line(span(row))], verdict, [Line(row["text"], style_of(row["label"]))]])
        return Grid(item.article.source, item.article.direction, columns, rows)


def _revised(row: Record) -> bool:
    """Did the second pass change the verdict of the first?"""
    return (row["first"], row["first_rule"]) != (row["label"], row["rule"])


def span(row: Record) -> str:
    """The source lines of a block: "7", or "7-9"."""
    return str(row["line"]) if row["line"] == row["end_line"] else f"{row['line']}-{row['end_line']}"


def reason(rule_id: str) -> str:
    """The reason of a rule, "" where there is no such rule (a block that no rule decided)."""
    try:
        return rule(rule_id).reason
    except KeyError:
        return ""


def style_of(label: str) -> str:
    """Text of the body as it is, pictures in their colour, what is stripped dim."""
    return _STYLES.get(label, "cyan" if label in _PICTURE else "dim")


VIEW = ExplainView
