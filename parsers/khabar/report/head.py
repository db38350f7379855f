"""What stands above an article: what is known of it, its warnings, and the buttons for what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from khabar.article import Article
from khabar.blocks import Label
from khabar.entries import SPOKEN
from khabar.moments import moment_in_words
from khabar.report.escaping import attributes, content_html
from khabar.report.pieces import Piece
from khabar.report.words import counted, language_name, word, word_html


def head_html(article: Article, shown: Sequence[Piece], title: str, speakers: str) -> str:
    """The header of an article. `title`: a heading for an article whose title is not one of the pieces, or
    ""; `speakers`: the id of their list."""
    parts = (
        '<header class="k-head">',
        title,
        _facts(article, speakers),
        _warnings(article),
        _labels(shown),
        "</header>",
    )
    return "\n".join(filter(None, parts))


def _facts(article: Article, speakers: str) -> str:
    facts = "".join(
        _fact(key, f"<bdi{attributes(class_=_CLASSES.get(key))}>{content_html(value)}</bdi>")
        for key, value in _known(article)
        if value
    )
    counts = _fact("counts", f'<bdi dir="ltr">{_counts(article, speakers)}</bdi>')
    return f'<dl class="k-facts" lang="en">{facts}{counts}</dl>'


def _fact(key: str, value: str) -> str:
    return f"<div><dt>{word_html(key)}</dt><dd>{value}</dd></div>"


_CLASSES = {"source": "k-code", "address": "k-code"}


def _known(article: Article) -> Iterator[tuple[str, str | None]]:
    yield "byline", " · ".join(article.byline)
    yield "published", moment_in_words(article.published or "")
    if article.modified != article.published:
        yield "modified", moment_in_words(article.modified or "")
    yield "publisher", article.publisher
    yield "language-of", language_name(article.language or "")
    yield "source", article.source
    yield "address", article.url


def _counts(article: Article, speakers: str) -> str:
    names = {quote.speaker for quote in article.quotes} - {None}
    said = sum(quote.kind in SPOKEN for quote in article.quotes)
    others = len(article.quotes) - said  # a list of articles counts what somebody says: so does this page
    spoken = content_html(counted(len(names), "speakers-count"))
    counts = (
        content_html(counted(said, "quotations")),
        f'<a href="#{speakers}">{spoken}</a>' if names else spoken,
        content_html(counted(others, "other-marks")) if others else "",
        content_html(counted(len(article.images), "pictures")),
    )
    return " · ".join(filter(None, counts))


def _warnings(article: Article) -> str:
    if not article.warnings:
        return ""
    items = "".join(f"<li>{word_html('warning')}: <bdi>{content_html(told)}</bdi></li>" for told in article.warnings)
    return f'<ul class="k-warnings" lang="en">{items}</ul>'


def _labels(shown: Sequence[Piece]) -> str:
    """A button for each label, in the order of the labels, and one for all that was stripped."""
    counts = Counter(piece.label for piece in shown)
    buttons = [_button(f"label.{label}", counts[label], label=label) for label in Label if counts[label]]
    stripped = sum(not piece.kept for piece in shown)
    if stripped:
        buttons.append(_button("show-stripped", stripped, label="stripped"))
    name = attributes(role="group", class_="k-labels k-needs-js", aria_label=word("show"), lang="en")
    return f"<div{name}>{''.join(buttons)}</div>" if buttons else ""


def _button(key: str, count: int, *, label: str) -> str:
    told = attributes(type="button", class_="k-toggle", data_toggle=label, aria_pressed="true")
    return f'<button{told}>{word_html(key)} <span class="k-count">{count}</span></button>'
