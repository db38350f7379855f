"""One article as HTML: its pieces in the order of the source, and the list of its speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.article import Article
from khabar.bidi import unended
from khabar.blocks import Label
from khabar.report.escaping import attributes, slice_html, text_html
from khabar.report.pieces import Mark, Piece, pieces
from khabar.report.speakers import Speaker, speakers_html, speakers_of
from khabar.report.words import word
from khabar.traced import Trace

FIRST = "d1"
"""What the ids of an article begin with."""
_ELEMENTS = {Label.TITLE: "h1", Label.HEADING: "h2", Label.QUOTE: "blockquote"}


def article_html(shown: Trace | Article, *, small: bool = False) -> str:
    """One element `article`. Of a trace: every block in its place. `small`: title, text, pictures and quotations,
    without ids and classes, for a notebook."""
    article = shown.article if isinstance(shown, Trace) else shown
    if small or not isinstance(shown, Trace):
        from khabar.report.small import small_html

        return small_html(article)
    speakers = speakers_of(article.quotes)
    told = attributes(
        class_="k-article", data_source=article.source or "", lang=article.language, dir=article.direction
    )
    body = "\n".join(_piece(piece, number, article, speakers) for number, piece in enumerate(pieces(shown), 1))
    return f'<article{told}>\n<div class="k-body">\n{body}\n</div>\n{speakers_html(speakers, FIRST)}\n</article>'


def numbered(html: str, number: int) -> str:
    """The HTML of an article with the ids of the document of this number: they begin with "d17". No text can be
    taken for one: quotation marks are escaped in it."""
    for name in ('id="', 'href="#', 'aria-describedby="'):
        html = html.replace(f" {name}{FIRST}", f" {name}d{number}")
    return html


def _piece(piece: Piece, number: int, article: Article, speakers: dict[str, Speaker]) -> str:
    section, paragraph = piece.place or (None, None)
    told = attributes(
        class_="k-piece",
        id=f"{FIRST}p{number}",
        data_label=piece.label,
        data_rule=piece.rule,
        data_line=piece.line,
        data_end_line=piece.end_line,
        data_section=section,
        data_paragraph=paragraph,
        data_stripped=None if piece.kept else True,
    )
    line = f'<a class="k-line" href="#{FIRST}p{number}">{piece.line}</a>'
    bullet = f'<span class="k-bullet">{text_html(piece.bullet)}</span>' if piece.bullet else ""
    element = _ELEMENTS.get(piece.label, "p") if piece.kept else "p"
    text = f'<{element} class="k-text">{_text(piece, speakers)}</{element}>'
    return f"<div{told}>\n{line}{bullet}{text}\n{_note(piece)}\n</div>"


def _note(piece: Piece) -> str:
    from khabar.labels.rules import RULES

    rule = RULES.get(piece.rule)
    label = word(f"label.{piece.label}")
    return (
        f'<div class="k-note" lang="en" dir="ltr"><span class="k-label">{text_html(label)}</span> '
        f'<code class="k-rule">{text_html(piece.rule or word("no-rule"))}</code> '
        f'<span class="k-reason">{text_html(rule.reason if rule else "")}</span></div>'
    )


class _Span(NamedTuple):
    """A part of a text with an element round it."""

    start: int
    end: int
    opening: str
    closing: str


def _text(piece: Piece, speakers: dict[str, Speaker]) -> str:
    """The text with its markers, values and quotations."""
    spans = [
        *_parts(piece),
        *(_Span(mark.start, mark.end, _opening(mark, speakers), "</q>") for mark in piece.marks),
    ]
    return "".join(_inside(piece.text, spans))


def _parts(piece: Piece) -> Iterator[_Span]:
    """The values, and the words round them."""
    at = 0
    whole = (0, len(piece.text))
    for start, end in (*piece.values, whole[1:] * 2) if piece.values and piece.values != (whole,) else ():
        if piece.text[at:start].strip():
            yield _Span(at, start, '<span class="k-marker">', "</span>")
        if start < end:
            yield _Span(start, end, '<span class="k-value">', "</span>")
        at = end


def _opening(mark: Mark, speakers: dict[str, Speaker]) -> str:
    quote = mark.quote
    speaker = speakers.get(quote.speaker or "")
    told = attributes(
        class_="k-quote" + (f" k-hue-{speaker.hue}" if speaker else ""),
        id=f"{FIRST}q{mark.number}",
        data_quote=mark.number,
        data_kind=quote.kind,
        data_speaker=quote.speaker,
        data_cue=quote.cue,
        data_confidence=quote.confidence,
        data_section=quote.section,
        data_paragraph=quote.paragraph,
        data_end_paragraph=quote.end_paragraph,
        data_start=quote.start,
        data_end=quote.end,
    )
    who = ""
    if speaker:
        link = attributes(
            class_="k-who", href=f"#{FIRST}s{speaker.number}", aria_label=quote.speaker, data_n=speaker.number
        )
        who = f"<a{link}></a>"
    return f"<q{told}>{who}"


def _inside(text: str, spans: Sequence[_Span]) -> Iterator[str]:
    """A text with elements round parts of it. Parts that overlap are cut where the earlier one ends."""
    left_out = unended(text)
    open_spans: list[_Span] = []
    at = 0

    def upto(place: int) -> Iterator[str]:
        nonlocal at
        yield slice_html(text, at, place, left_out)
        at = place

    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        while open_spans and open_spans[-1].end <= span.start:
            yield from upto(open_spans[-1].end)
            yield open_spans.pop().closing
        yield from upto(span.start)
        yield span.opening
        open_spans.append(span._replace(end=min(span.end, open_spans[-1].end)) if open_spans else span)
    while open_spans:
        yield from upto(open_spans[-1].end)
        yield open_spans.pop().closing
    yield from upto(len(text))
