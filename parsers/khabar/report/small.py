"""An article as HTML for notebooks, which have style sheets of their own: elements without classes and ids. Of
scraped text everything is escaped, and no address of it is a link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from khabar.entries import SPOKEN, Image, Quote, Readable, in_order
from khabar.hints import counted
from khabar.report.escaping import text_html
from khabar.report.quoted import Place, QuotedPart, quoted_parts
from khabar.report.spans import Span, inside

_MOST = 20_000
"""Characters of the article's text that are shown: a notebook keeps what it shows."""
_MATH = re.compile(r"[$\\]")
"""Where notebooks look for formulas, which may hold links."""


def small_html(article: Readable) -> str:
    """One element: title, byline and dates, the text with its pictures' captions and credits, quotations (in the
    text, and listed with their speakers), warnings, and how much was stripped. No script, style, link, picture or
    class name of a page is in it."""
    language = f' lang="{_text(article.language)}"' if article.language else ""
    parts = "\n".join(_parts(article))
    return f'<article dir="{_text(article.direction)}"{language}>\n{parts}\n</article>'


def _text(text: str | None) -> str:
    """A text of the page, which can be nothing but text, and turns nothing round that follows."""
    return _without_formulas(text_html(text or ""))


def _without_formulas(html: str) -> str:
    return _MATH.sub(r"<span>\g<0></span>", html)


def _quoting(text: str, quoted: Iterable[QuotedPart]) -> str:
    """A text with its quotations."""
    spans = [Span(part.start, part.end, "<u>", "</u>") for part in quoted if part.quote.kind in SPOKEN]
    return _without_formulas(inside(text, spans))


def _parts(article: Readable) -> Iterator[str]:
    quoted = quoted_parts(article.sections, article.quotes)
    if article.title:
        yield f"<h3>{_quoting(article.title, quoted.get((None, None), ()))}</h3>"
    about = [*article.byline, article.publisher, article.published]
    if any(about):
        yield f"<p><small>{_joined(about, ' · ')}</small></p>"
    yield from _body(article, quoted)
    if article.quotes:
        yield f"<details><summary>{counted(len(article.quotes), 'quotation')}</summary>"
        yield from (_quotation(quote) for quote in article.quotes)
        yield "</details>"
    for warning in article.warnings:
        yield f'<p dir="ltr"><small>Warning: {_text(warning)}</small></p>'
    rules = len({piece.rule for piece in article.stripped})
    by = f", by {counted(rules, 'rule')}" if rules else ""
    yield f'<p dir="ltr"><small>{counted(len(article.stripped), "piece")} stripped{by}</small></p>'


def _body(article: Readable, quoted: dict[Place, tuple[QuotedPart, ...]]) -> Iterator[str]:
    """Headings, paragraphs and pictures, until there is too much of text."""
    left = _MOST
    section, paragraph = -1, 0
    for part in in_order(article.sections, article.images):
        if isinstance(part, Image):
            yield _figure(part)
            continue
        heading, text = part
        if heading:
            section, paragraph = section + 1, 0
            html = f"<h4>{_quoting(text, quoted.get((section, None), ()))}</h4>"
        else:
            section = max(section, 0)
            html = f"<p>{_quoting(text, quoted.get((section, paragraph), ()))}</p>"
            paragraph += 1
        left -= len(html)
        if left < 0:
            yield '<p dir="ltr"><small>The text goes on: to_text() has all of it.</small></p>'
            return
        yield html


def _figure(image: Image) -> str:
    name = {"video": "Video", "audio": "Audio"}.get(image.media or "", "Picture")
    told = _joined((image.caption or image.alt, image.credit), " — ")
    return f"<blockquote><small>[{name}] {told}</small></blockquote>"


def _quotation(quote: Quote) -> str:
    speaker = f" — <bdi>{_text(quote.speaker)}</bdi>" if quote.speaker else ""
    return f"<p><q>{_text(quote.text)}</q>{speaker} <small>({_text(quote.kind)})</small></p>"


def _joined(texts: Iterable[str | None], between: str) -> str:
    """The texts that there are, each with a direction of its own."""
    return between.join(f"<bdi>{_text(text)}</bdi>" for text in texts if text)
