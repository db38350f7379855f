"""The page of one article: it works, and prints, without JavaScript."""

from __future__ import annotations

from khabar.report import chrome
from khabar.report.page import page
from khabar.report.words import word


def single(html: str, *, title: str | None, source: str | None, direction: str) -> str:
    """The page of the article with this HTML."""
    name = title or source or word("untitled")
    body = f'{chrome.bar(source or "")}<main id="main" tabindex="-1">\n{html}\n</main>\n{chrome.end()}'
    return page(body, title=f"{name} · khabar", lang=word("language"), dir=direction)
