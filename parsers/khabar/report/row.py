"""The facts of one article that a list of many has: what it is searched, filtered, counted and sorted by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from khabar.article import Article
from khabar.entries import SPOKEN, Image
from khabar.report.escaping import plain
from khabar.report.pieces import pieces
from khabar.traced import Trace

Row = dict[str, Any]
"""JSON types, keys as `row` says."""

LONGEST = 300
"""Characters of a text in a list: the whole stands in the article."""


def row(trace: Trace) -> Row:
    """The facts of an article, small and JSON-able whatever the article is like.

    `source`, `title`, `language`, `direction`, `publisher`, `published` (ISO 8601): as the article's, or None; long
    ones are cut. `words`: of its text. `quotes`: how many quotations are somebody's words; `speakers`: how many of
    them each has, by the name as written (where nobody is named, none). `pictures`: how many; `agencies`: how many
    each has; `images`: credit, caption, agencies and media of each. `rules`: how many pieces each rule stripped.
    `warnings`: as the article's.
    """
    article = trace.article
    spoken = [quote for quote in article.quotes if quote.kind in SPOKEN]
    return {
        "source": _short(article.source),
        "title": _short(article.title),
        "language": _short(article.language),
        "direction": article.direction,
        "publisher": _short(article.publisher),
        "published": _short(article.published),
        "words": len(article.to_text().split()),
        "quotes": len(spoken),
        "speakers": _counts(_short(quote.speaker) for quote in spoken),
        "pictures": len(article.images),
        "agencies": _counts(_short(name) for image in article.images for name in image.agencies),
        "images": [_image(image) for image in article.images],
        "rules": _counts(_stripped(trace, article)),
        "warnings": [_short(warning) for warning in article.warnings],
    }


def _image(image: Image) -> Row:
    """A picture for a list: the alternative text stands in for a caption that is not there."""
    return {
        "credit": _short(image.credit),
        "caption": _short(image.caption or image.alt),
        "agencies": [_short(name) for name in image.agencies],
        "media": image.media,
    }


def _stripped(trace: Trace, article: Article) -> Iterable[str]:
    """The rule of each piece that was stripped whole: of the source's blocks, or where these were not kept, of the
    article's own list."""
    if not trace.blocks:
        return (piece.rule for piece in article.stripped)
    return (piece.rule for piece in pieces(trace) if not piece.kept)


def _counts(names: Iterable[str | None]) -> dict[str, int]:
    """How many of each name, the commonest first."""
    return dict(Counter(name for name in names if name).most_common())


def _short(text: str | None) -> str | None:
    """A text for a list: cut where it is long, and such as steers nothing and turns nothing round that follows."""
    if text is None:
        return None
    text = plain(text)
    return text if len(text) <= LONGEST else plain(f"{text[: LONGEST - 1]}…")
