"""`khabar quotes`: one row for each quotation of each document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from khabar import Article, Quote

from khabar_cli.quotations import Choice
from khabar_cli.unmatched import Limits
from khabar_cli.views.said import SaidView


class QuotesView(SaidView):
    """Keys as in `quotes[]` of a document; `heading` is the section's, and `end_paragraph` null where the
    quotation ends in the paragraph in which it begins."""

    fields = (
        "source",
        "kind",
        "speaker",
        "text",
        "cue",
        "confidence",
        "section",
        "heading",
        "paragraph",
        "start",
        "end",
        "end_paragraph",
    )
    made_of = ("title", "sections", "quotes")
    what = "kind"
    text_heading = "quotation"
    absent = ("no quotations by", "quoted", "khabar speakers")

    def take(self, params: Mapping[str, Any]) -> None:
        self.limits = Limits.of(params)
        self.choice = Choice(params["speaker"] or (), params["speaker_exact"] or (), kinds=params["kind"])

    def of(self, article: Article) -> Iterable[Quote]:
        return self.choice.quotes(article)

    def of_anybody(self, article: Article) -> Iterable[Quote]:
        return self.choice.quotes_of_kind(article)


VIEW = QuotesView
