"""What a document says in one value under each name, for columns of rows and of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from khabar import Article, Trace

from khabar_cli.record import RECORD, RECORD_NAME

ARTICLE = (
    "title",
    "url",
    "publisher",
    "language",
    "direction",
    "format",
    "encoding",
    "published",
    "modified",
    "image",
    "byline",
)
"""Keys of a document that every row of it can have, too."""
_OF_ANY = ("source", *ARTICLE, "warnings")

_MADE: Mapping[str, tuple[str, Callable[[Article], Any]]] = {
    "id": ("source", lambda a: a.source),
    "n_sections": ("sections", lambda a: len(a.sections)),
    "n_paragraphs": ("sections", lambda a: sum(len(section.paragraphs) for section in a.sections)),
    "n_quotes": ("quotes", lambda a: len(a.quotes)),
    "n_statements": ("statements", lambda a: len(a.statements)),
    "n_images": ("images", lambda a: len(a.images)),
    "credits": ("images", lambda a: _each(image.credit for image in a.images)),
    "agencies": ("images", lambda a: _each(name for image in a.images for name in image.agencies)),
    "n_stripped": ("stripped", lambda a: len(a.stripped)),
    "n_words": ("sections", lambda a: count_words(body_text(a))),
    "text": ("sections", lambda a: body_text(a)),
}
"""What is made of a document: the field that it is made of, and how."""
MADE = tuple(_MADE)


def value(trace: Trace, name: str) -> Any:
    """The document's value of this name as plain JSON types: one of ARTICLE, MADE, `source`, `warnings`, `record`
    or `record.NAME`. Raises KeyError for any other."""
    if name.startswith(RECORD_NAME):
        return record_value(trace.record, name.removeprefix(RECORD_NAME))
    if name == RECORD:
        return trace.record
    if name in _MADE:
        return _MADE[name][1](trace.article)
    if name not in _OF_ANY:
        raise KeyError(name)
    found = getattr(trace.article, name)
    return list(found) if isinstance(found, tuple) else found


def needed(names: Iterable[str]) -> tuple[str, ...]:
    """The fields of the article that these names are made of."""
    fields = (_MADE[name][0] if name in _MADE else name for name in names)
    return tuple(dict.fromkeys(name for name in fields if name != RECORD and not name.startswith(RECORD_NAME)))


def record_value(record: Any, name: str) -> Any:
    """The value in a record under a name: its own key, or keys from the outside in with dots between them. None
    where it is missing."""
    if not isinstance(record, dict):
        return None
    if name in record:
        return record[name]
    dot = name.find(".")
    while dot >= 0:  # a key may hold dots itself
        found = record_value(record.get(name[:dot]), name[dot + 1 :])
        if found is not None:
            return found
        dot = name.find(".", dot + 1)
    return None


def body_text(article: Article) -> str:
    """Headings and paragraphs, parted by empty lines."""
    return "\n\n".join(
        part for section in article.sections for part in (section.heading, *section.paragraphs) if part
    )


def count_words(text: str) -> int:
    """Words of a text, as `khabar speakers` counts them."""
    from khabar.characters import words

    return words(" ".join(text.split()))


def _each(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))
