"""What a reader is told of a line who asks: its label, rule and reason, and of each quotation in it the speaker, the
kind, the cue and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.entries import Quote
from khabar.report.escaping import text_html
from khabar.report.pieces import Piece
from khabar.report.speakers import Speaker
from khabar.report.words import word, word_html


def label_html(piece: Piece) -> str:
    """The label of a piece, in words."""
    return f'<span class="k-label" lang="en">{word_html(f"label.{piece.label}")}</span>'


def note_html(piece: Piece, id: str, speakers: dict[str, Speaker]) -> str:
    """The note of a piece."""
    return f'<div class="k-note" id="{id}" lang="en">{"".join(_told(piece, speakers))}</div>'


def _told(piece: Piece, speakers: dict[str, Speaker]) -> Iterator[str]:
    for mark in piece.marks:
        yield _quotation(mark.quote, speakers.get(mark.quote.speaker or ""), mark.number)
    from khabar.labels.rules import RULES  # a page of a trace has them all

    rule = RULES.get(piece.rule)
    yield f'<p class="k-why" dir="ltr"><code class="k-rule">{text_html(piece.rule or word("no-rule"))}</code> '
    yield f'<span class="k-reason">{text_html(rule.reason if rule else word("no-rule-reason"))}</span></p>'
    if piece.first not in (piece.label, "unknown"):
        first = word_html("first", name=word(f"label.{piece.first}"))
        yield f'<p class="k-why" dir="ltr">{first}</p>'
    if piece.lexicon:
        yield f'<p class="k-why" dir="ltr">{word_html("lexicon", name="; ".join(piece.lexicon))}</p>'


def _quotation(quote: Quote, speaker: Speaker | None, number: int) -> str:
    """One line for a quotation."""
    facts = [word_html(f"kind.{quote.kind}")]
    if quote.cue:
        facts.append(f"{word_html('cue')} <bdi>{text_html(quote.cue)}</bdi>")
    if quote.confidence is not None:
        facts.append(word_html("sure", n=round(quote.confidence * 100)))
    if speaker is None:
        spoken = quote.kind in ("direct", "partial")
        named = f'<span class="k-name">{word_html("nobody")}</span> ' if spoken else ""
        return f'<p class="k-of k-silent" data-quote="{number}">{named}{_facts(facts)}</p>'
    named = f'<span class="k-badge">{speaker.number}</span><bdi class="k-name">{text_html(speaker.name)}</bdi> '
    return f'<p class="k-of {speaker.hue}" data-quote="{number}">{named}{_facts(facts)}</p>'


def _facts(facts: list[str]) -> str:
    return f'<span class="k-facts-of" dir="ltr">{" · ".join(facts)}</span>'
