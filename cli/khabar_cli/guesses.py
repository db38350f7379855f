"""Names that people guess, and what they mean. Looked at only where something is wrong."""

from __future__ import annotations

COLUMNS: dict[str, tuple[str, ...]] = {
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

COMMANDS = {
    "articles": "parse",
    "compare": "diff",
    "convert": "parse",
    "count": "stats",
    "export": "parse",
    "extract": "parse",
    "headings": "sections",
    "images": "credits",
    "man": "help",
    "markdown": "text",
    "people": "speakers",
    "photos": "credits",
    "pictures": "credits",
    "quotations": "quotes",
    "statistics": "stats",
    "why": "explain",
}
"""By the guess: the command."""
VALUES = {
    "format": {
        "excel": "xlsx",
        "md": "markdown",
        "ndjson": "jsonl",
        "plain": "text",
        "spreadsheet": "xlsx",
        "txt": "text",
        "xls": "xlsx",
    },
    "input_format": {"htm": "html", "ndjson": "jsonl", "txt": "text", "xhtml": "html"},
}
"""By the parameter and the guess, folded: the value."""
