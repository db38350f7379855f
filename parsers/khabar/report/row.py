"""The facts of one article that lists, facets and charts are made of."""

from __future__ import annotations

from typing import Any

from khabar.traced import Trace


def row(trace: Trace) -> dict[str, Any]:
    """Small, and plain JSON types."""
    article = trace.article
    return {"source": article.source, "title": article.title, "direction": article.direction}
