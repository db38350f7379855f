"""The page of many articles, in the order of a stream: `head`, each article's `part`, `tail`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from khabar.report import page
from khabar.report.article import numbered
from khabar.report.escaping import text_html
from khabar.report.words import word


def head() -> str:
    """What stands before the first article."""
    return page.head(title="khabar", lang=word("language")) + "<main>\n"


def part(html: str, number: int) -> str:
    """The article of this number (from 1). `html`: as `article_html` made it."""
    return numbered(html, number) + "\n"


def tail(rows: Sequence[dict[str, Any]]) -> str:
    """What stands after the last article. `rows`: the facts of each (see `row`)."""
    items = "".join(f"<li><bdi>{text_html(row['title'] or row['source'] or '')}</bdi></li>\n" for row in rows)
    return f"<ol>\n{items}</ol>\n</main>\n{page.foot()}"
