"""The page of one article: it works, and prints, without JavaScript."""

from __future__ import annotations

from khabar.report.escaping import text_html
from khabar.report.page import page
from khabar.report.words import word


def single(html: str, *, title: str | None, source: str | None, direction: str) -> str:
    """The page of the article with this HTML."""
    name = title or source or word("untitled")
    body = (
        f'<a class="k-skip" href="#article">{text_html(word("skip-to-article"))}</a>\n'
        f'<header class="k-bar"><span class="k-brand">khabar</span> <bdi>{text_html(source or "")}</bdi></header>\n'
        f'<main id="article" tabindex="-1">\n{html}\n</main>\n'
    )
    return page(body, title=f"{name} · khabar", lang=word("language"), dir=direction)
