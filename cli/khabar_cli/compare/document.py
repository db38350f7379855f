"""A document that is compared, and what it is matched by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from khabar import Article


class Document(NamedTuple):
    """A document that was read: an article with the fields that it has, or an error in its place."""

    name: str
    article: Article | None = None
    value: dict[str, Any] | None = None
    """What an article is still to be made of: not needed where another document is the same."""
    place: str | None = None
    """Where it was read, for messages."""
    fields: frozenset[str] = frozenset()
    error: str | None = None
    failed: bool = False
    """It could not be read now: other than an error that an earlier run has noted."""

    def made(self) -> Document:
        """The same with its article, or with the error why there is none."""
        if self.value is None:
            return self
        try:
            return self._replace(article=Article.from_dict(self.value), value=None)
        except (ValueError, TypeError) as error:
            return self._replace(value=None, error=str(error), failed=True)

    def same(self, other: Document) -> bool:
        """Are they the same but for their names, as far as that is known without their articles?"""
        if self.value is None or other.value is None:
            return False
        return {**self.value, "source": None} == {**other.value, "source": None}


class Entry:
    """A document of a side, with what it is matched by."""

    __slots__ = ("_document", "_load", "key")

    def __init__(self, key: str, load: Callable[[], Document], document: Document | None = None) -> None:
        self.key = key
        self._load = load
        self._document = document

    def document(self) -> Document:
        """Read, or read again."""
        return self._document or self._load()

    def wait(self) -> None:
        """Hold nothing that can be read again."""
        self._document = None
