"""What a reader is told of a line who asks: its label, rule and reason, and of each quotation in it the speaker, the
kind, the cue and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.entries import SPOKEN, Quote
from khabar.report.escaping import attributes, content_html
from khabar.report.pieces import Piece
from khabar.report.speakers import Speaker
from khabar.report.words import word, word_html


def label_html(piece: Piece, *, again: bool) -> str:
    """The label of a piece, in words. `again`: the piece before has the same, and neither is in the article."""
    told = attributes(class_="k-label", lang="en", data_again=again or None)
    return f"<span{told}>{word_html(f'label.{piece.label}')}</span>"


def note_html(piece: Piece, id: str, speakers: dict[str, Speaker]) -> str:
    """The note of a piece."""
    return f'<div class="k-note" id="{id}" lang="en">{"".join(_told(piece, speakers))}</div>'


def _told(piece: Piece, speakers: dict[str, Speaker]) -> Iterator[str]:
    named: set[str | None] = set()
    for part in piece.quoted:
        quote = part.quote
        yield _quotation(quote, speakers.get(quote.speaker or ""), part.number, again=quote.speaker in named)
        named.add(quote.speaker)
    from khabar.labels.rules import RULES  # a page of a trace has them all

    rule = RULES.get(piece.rule)
    label = f"<b>{word_html(f'label.{piece.label}')}</b>"
    id = f'<code class="k-rule">{content_html(piece.rule or word("no-rule"))}</code>'
    yield _why(f"{label} {id} {content_html(rule.reason) if rule else word_html('no-rule-reason')}")
    if piece.first not in (piece.label, "unknown"):
        yield _why(word_html("first", name=word(f"label.{piece.first}")))
    if piece.lexicon:
        yield _why(word_html("lexicon", name="; ".join(piece.lexicon)))


def _why(html: str) -> str:
    return f'<p class="k-why" dir="ltr">{html}</p>'


def _quotation(quote: Quote, speaker: Speaker | None, number: int, *, again: bool) -> str:
    """A quotation in a line. `again`: its speaker was named in the line before."""
    facts = [word_html(f"kind.{quote.kind}")]
    if quote.cue:
        facts.append(f"{word_html('cue')} <bdi>{content_html(quote.cue)}</bdi>")
    if quote.confidence is not None and speaker is not None:
        facts.append(word_html("sure", n=round(quote.confidence * 100)))
    told = attributes(
        class_=f"k-of {speaker.hue if speaker else 'k-silent'}", data_quote=number, data_again=again or None
    )
    return f'<p{told}>{_name(quote, speaker)}<span class="k-facts-of" dir="ltr">{" · ".join(facts)}</span></p>'


def _name(quote: Quote, speaker: Speaker | None) -> str:
    if speaker is None:
        return f'<span class="k-name">{word_html("nobody")}</span> ' if quote.kind in SPOKEN else ""
    return f'<span class="k-badge">{speaker.number}</span><bdi class="k-name">{content_html(speaker.name)}</bdi> '
