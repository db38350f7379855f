"""`khabar statements`: one row for each statement without marks of each document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from khabar import Article, Statement

from khabar_cli.quotations import Choice, stated_by
from khabar_cli.unmatched import Limits
from khabar_cli.views.base import Record
from khabar_cli.views.said import SaidView


class StatementsView(SaidView):
    """Keys as in `statements[]` of a document; `heading` is the section's."""

    fields = (
        "source",
        "type",
        "speaker",
        "text",
        "cue",
        "confidence",
        "quoted",
        "section",
        "heading",
        "paragraph",
        "start",
        "end",
    )
    made_of = ("title", "sections", "statements")
    what = "type"
    text_heading = "statement"
    absent = ("no statements by", "reported", "khabar speakers --of statements")

    def take(self, params: Mapping[str, Any]) -> None:
        self.limits = Limits.of(params)
        self.choice = Choice(params["speaker"] or (), params["speaker_exact"] or (), types=params["type"])

    def of(self, article: Article) -> Iterable[Statement]:
        return self.choice.statements(article)

    def of_anybody(self, article: Article) -> Iterable[Statement]:
        return self.choice.statements_of_type(article)

    def spoken_by(self, row: Record) -> str | None:
        return stated_by(row["speaker"], row["cue"], row["type"])


VIEW = StatementsView
