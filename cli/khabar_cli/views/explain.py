"""`khabar explain`: every block of the source, both verdicts, and the rules that gave them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from khabar import Label, Trace, rule

from khabar_cli.selection import Selection
from khabar_cli.unmatched import Name
from khabar_cli.views.base import Grid, Guttered, Line, Record, flat
from khabar_cli.views.documents import DocumentRows
from khabar_cli.views.label_styles import label_style, text_style

_BRIEF = frozenset({"source", "line", "end_line", "label", "text"})
"""What people are shown where they ask neither for fields nor for more (-v)."""


_UNDECIDED = {"short": "short line"}
"""What people are told of a block that the first pass leaves to the next, by its rule."""


class ExplainView(DocumentRows):
    """Rows in the order of the source. `first` and `first_rule` are the verdict of the first pass: what the
    block is by itself; `label` and `rule` the final one. `lexicon` says where entries of the user's own lexicon stand
    that are in the block."""

    traced = True
    guttered = True
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
    selection = Selection()
    verbose = False

    def take(self, params: Mapping[str, Any]) -> None:
        self.selection = Selection(params.get("only") or (), params.get("line") or ())
        self.verbose = params.get("verbose", False)

    def all(self, item: Trace) -> Iterator[Record]:
        for block in item.blocks:
            label = str(block.label)
            if self.selection and not self.selection.match(label, block.rule, block.line, block.end_line):
                continue
            yield {
                "source": item.article.source,
                "line": block.line,
                "end_line": block.end_line,
                "label": label,
                "rule": block.rule,
                "reason": reason(block.rule),
                "first": str(block.first),
                "first_rule": block.first_rule,
                "first_reason": reason(block.first_rule),
                "lexicon": "; ".join(block.lexicon) or None,
                "text": block.text,
            }

    def unmatched(self, document: Trace) -> frozenset[Name] | None:
        return None if not self.selection or any(self.all(document)) else frozenset()

    def nobody(self, names: frozenset[Name]) -> str:
        return f"no line matches {self.selection.told}"

    def shown(self, name: str) -> bool:
        """Are people shown this?"""
        return self.wants(name) and (self.verbose or self.chosen is not None or name in _BRIEF)

    def gutter(self, item: Trace) -> Iterator[Guttered]:
        """The blocks for people. A run of one rule is told its reason once."""
        last = None
        for row in self.all(item):
            told = (row["rule"], row["first_rule"])
            text = [Line(row["text"], text_style(row["label"]))] if self.shown("text") else []
            about = [Line(one, "dim", base="ltr") for one in self._about(row, reasons=told != last)]
            last = told
            lines = span(row) if self.shown("line") or self.shown("end_line") else ""
            label = row["label"] if self.shown("label") else ""
            yield Guttered(lines, label, label_style(row["label"]), [*text, *about])

    def _about(self, row: Record, *, reasons: bool) -> Iterator[str]:
        """The rule, the verdict of the first pass where it changed, and the user's lexicon."""
        if why := self._why(row, "", reasons=reasons):
            yield why
        if (row["first"], row["first_rule"]) != (row["label"], row["rule"]):
            yield from self._first(row, reasons=reasons)
        if self.shown("lexicon") and row["lexicon"]:
            yield f"in your lexicon: {row['lexicon']}"

    def _first(self, row: Record, *, reasons: bool) -> Iterator[str]:
        """The verdict of the first pass: "credit (credit.label: begins with …)", "undecided (short line)"."""
        label, why = row["first"], self._why(row, "first_", reasons=reasons)
        if label == Label.UNKNOWN:
            label, why = "undecided", _UNDECIDED.get(row["first_rule"], why) if why else ""
        if not self.shown("first"):
            label, why = why, ""
        if label:
            yield f"first pass: {label}" + (f" ({why})" if why else "")

    def _why(self, row: Record, which: str, *, reasons: bool) -> str:
        """The rule, and with `reasons` its reason."""
        rule_id = (row[f"{which}rule"] or "no rule") if self.shown(f"{which}rule") else ""
        told = row[f"{which}reason"] if reasons and self.shown(f"{which}reason") else ""
        return ": ".join(part for part in (rule_id, told) if part)

    def grid(self, item: Trace) -> Grid:
        columns = {"line": "number", "label": "note" if self.verbose else "word", "text": "prose"}
        rows = []
        for block in self.gutter(item):
            text, *about = block.texts
            rows.append([[Line(block.lines)], [Line(block.label, block.style, base="ltr"), *about], [text]])
        return Grid(item.article.source, item.article.direction, columns, rows)

    def text(self, item: Trace) -> str:
        """A line for each block, for `grep` and `cut`: what people are shown, with tabs between."""
        names = self.chosen or [
            name for name in self.fields if self.shown(name) and name not in ("source", "end_line")
        ]
        rows = ([flat(name, row[name]) for name in names] for row in self.full(item))
        return "\n".join(
            "\t".join(" ".join(str("" if cell is None else cell).split()) for cell in row) for row in rows
        )


def span(row: Record) -> str:
    """The source lines of a block: "7", or "7-9"."""
    return str(row["line"]) if row["line"] == row["end_line"] else f"{row['line']}-{row['end_line']}"


def reason(rule_id: str) -> str:
    """The reason of a rule, "" where there is no such rule (a block that no rule decided)."""
    try:
        return rule(rule_id).reason
    except KeyError:
        return ""


VIEW = ExplainView
