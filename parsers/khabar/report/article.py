"""One article as HTML: its pieces in the order of the source, and the list of its speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.article import Article
from khabar.blocks import Label
from khabar.report.escaping import attributes, content_html
from khabar.report.head import head_html
from khabar.report.notes import label_html, note_html
from khabar.report.pieces import Piece, Value, pieces
from khabar.report.quoted import QuotedPart, quoted_parts
from khabar.report.spans import Span, inside
from khabar.report.speakers import Speaker, speakers_html, speakers_of
from khabar.report.words import word, word_html
from khabar.traced import Trace

FIRST = "d1"
"""What the ids of an article begin with."""
UNSURE = 0.7
"""Below this confidence a speaker is shown as not sure."""
_NEAR = 6
"""Pieces above a title, at most, for it to be seen without a link to it."""
_ELEMENTS = {Label.TITLE: "h1", Label.HEADING: "h2", Label.QUOTE: "blockquote"}


def article_html(trace: Trace) -> str:
    """One element `article`, with every block of the source in its place."""
    article = trace.article
    speakers = speakers_of(article.quotes)
    told = attributes(
        class_="k-article", data_source=article.source or "", lang=article.language, dir=article.direction
    )
    found = list(pieces(trace))
    befores = (None, *found)
    body = "\n".join(
        _piece(piece, number, speakers, before)
        for number, (piece, before) in enumerate(zip(found, befores, strict=False), 1)
    )
    parts = (
        f"<article{told}>",
        '<div class="k-sheet">',
        head_html(article, found, _title(article, found, speakers), f"{FIRST}speakers"),
        f'<div class="k-body">\n{body}\n</div>',
        speakers_html(speakers, article.quotes, FIRST),
        "</div>",
        "</article>",
    )
    return "\n".join(filter(None, parts))


def _title(article: Article, found: Sequence[Piece], speakers: dict[str, Speaker]) -> str:
    """A heading where no piece is the title, which a page may tell without showing it; a link to a title that stands
    below much that was stripped; or ""."""
    at = next((at for at, piece in enumerate(found, 1) if piece.place == (None, None)), 0)
    if at:
        link = f'<a href="#{FIRST}p{at}">{content_html(article.title or "")}</a>'
        return f'<p class="k-title-below">{link}</p>' if at > _NEAR else ""
    if not article.title:
        return f'<h1 class="k-untitled" lang="en">{word_html("untitled")}</h1>'
    quoted = quoted_parts(article.sections, article.quotes).get((None, None), ())
    return f'<h1 class="k-title">{_text(article.title, (), quoted, speakers)}</h1>'


def numbered(html: str, number: int) -> str:
    """The HTML of an article with the ids of the document of this number: they begin with "d17". No text can be
    taken for one: quotation marks are escaped in it."""
    for name in ('id="', 'href="#', 'aria-describedby="'):
        html = html.replace(f" {name}{FIRST}", f" {name}d{number}")
    return html


def _piece(piece: Piece, number: int, speakers: dict[str, Speaker], before: Piece | None) -> str:
    section, paragraph = piece.place or (None, None)
    name, note = f"{FIRST}p{number}", f"{FIRST}n{number}"
    told = attributes(
        class_="k-piece",
        id=name,
        data_label=piece.label,
        data_rule=piece.rule,
        data_line=piece.line,
        data_end_line=piece.end_line,
        data_section=section,
        data_paragraph=paragraph,
        data_stripped=None if piece.kept else True,
    )
    again = before is not None and (piece.label, piece.kept, before.kept) == (before.label, False, False)
    spoken = word("line", n=piece.line, name=word(f"label.{piece.label}"))
    link = attributes(class_="k-line", href=f"#{name}", aria_label=spoken, aria_describedby=note, lang="en")
    bullet = f'<span class="k-bullet">{content_html(piece.bullet)}</span>' if piece.bullet else ""
    element = _ELEMENTS.get(piece.label, "p") if piece.kept else "p"
    text = _text(piece.text, piece.values, piece.quoted, speakers)
    return (
        f"<div{told}>\n<a{link}>{piece.line}</a>{label_html(piece, again=again)}"
        f'{bullet}<{element} class="k-text">{text}</{element}>\n{note_html(piece, note, speakers)}\n</div>'
    )


def _text(text: str, values: Sequence[Value], quoted: Sequence[QuotedPart], speakers: dict[str, Speaker]) -> str:
    """A text with its markers, values and quotations."""
    spans = list(_parts(text, values))
    spans += (Span(part.start, part.end, _opening(part, speakers), "</q>") for part in quoted)
    return inside(text, spans)


def _parts(text: str, values: Sequence[Value]) -> Iterator[Span]:
    """The values, and the markers round them."""
    at = 0
    for value in (*values, Value(len(text), len(text))) if values else ():
        if text[at : value.start].strip():
            yield Span(at, value.start, '<span class="k-marker">', "</span>")
        if value.start < value.end:
            told = attributes(class_="k-value", data_part="credit" if value.credit else None)
            yield Span(value.start, value.end, f"<span{told}>", "</span>")
        at = value.end


def _opening(part: QuotedPart, speakers: dict[str, Speaker]) -> str:
    quote = part.quote
    speaker = speakers.get(quote.speaker or "")
    told = attributes(
        class_="k-quote" + (f" {speaker.hue}" if speaker else ""),
        id=f"{FIRST}q{part.number}" if part.first else None,
        data_quote=part.number,
        data_kind=quote.kind,
        data_speaker=quote.speaker,
        data_cue=quote.cue,
        data_confidence=quote.confidence,
        data_unsure=True if speaker and (quote.confidence or 0) < UNSURE else None,
        data_section=quote.section,
        data_paragraph=quote.paragraph,
        data_end_paragraph=quote.end_paragraph if quote.end_paragraph != quote.paragraph else None,
        data_start=quote.start,
        data_end=quote.end,
        tabindex=-1 if part.first else None,
    )
    if speaker is None or not part.first:
        return f"<q{told}>"
    link = attributes(
        class_="k-who", href=f"#{FIRST}s{speaker.number}", aria_label=speaker.name, data_n=speaker.number
    )
    return f"<q{told}><a{link}></a>"
