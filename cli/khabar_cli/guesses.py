"""Names that people guess, for columns that have others."""

from __future__ import annotations

GUESSES: dict[str, tuple[str, ...]] = {
    "article": ("text", "sections"),
    "author": ("byline", "speaker"),
    "body": ("text", "sections"),
    "content": ("text", "sections"),
    "date": ("published",),
    "datetime": ("published",),
    "description": ("caption",),
    "file": ("source",),
    "filename": ("source",),
    "headline": ("title",),
    "lang": ("language",),
    "link": ("url",),
    "name": ("speaker", "agency", "source"),
    "outlet": ("publisher",),
    "paragraph": ("context",),
    "path": ("source",),
    "person": ("speaker",),
    "photographer": ("credit", "credits"),
    "picture": ("src", "image"),
    "quotation": ("text",),
    "sentence": ("context", "text"),
    "site": ("publisher",),
    "time": ("published",),
    "updated": ("modified",),
    "who": ("speaker",),
    "writer": ("byline",),
}
"""By the guess, folded: the columns that may be meant. A command names those of them that it has."""
