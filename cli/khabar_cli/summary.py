"""What a corpus is made of: counts over many documents that grow with the values that are counted (publishers,
rules, kinds of warnings), not with the documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from khabar import Article, Trace
from khabar.assemble import MARKER_PART
from khabar.characters import words
from khabar.labels.markers import MARKED as MARKER_RULES
from khabar.labels.values import MARKER_ALONE

Value = str | int | None
VALUES = {"languages": "language", "publishers": "publisher", "years": "year", "formats": "format"}
"""Groups that every document is counted in once, and what their values are called."""
MISSING = ("title", "byline", "published", "body")
"""What a document may be without."""
MARKED = MARKER_RULES | {MARKER_PART.id, MARKER_ALONE.id, "picture.marker"}
"""Rules by which a piece is stripped only for a marker of the lexicon. (The last one's module needs lxml.)"""
_NUMBER = re.compile(r"(?<![\w.-])\d+(?![\w-])")
_NOUN = re.compile(r"\bN ([a-z]+?)s?\b")


class Facts(NamedTuple):
    """One document as it counts: small enough to come from another process."""

    values: tuple[Value, ...]
    """Of each group in VALUES."""
    missing: tuple[str, ...]
    body: int
    """Words of title, headings and paragraphs."""
    pictures: int
    """Words of captions, credits and alt texts."""
    stripped: int
    """Words that were stripped."""
    rules: tuple[tuple[str, int], ...]
    """How many pieces each rule stripped."""
    warnings: tuple[str, ...]
    """Their kinds, each once."""
    marked: bool
    """A marker of the lexicon was found."""


def facts(article: Article) -> Facts:
    """What is to be counted of a document."""
    year = int(article.published[:4]) if article.published and article.published[:4].isdigit() else None
    there = {"title": article.title, "byline": article.byline, "published": article.published, "body": _body(article)}
    rules = Counter(piece.rule for piece in article.stripped)
    return Facts(
        (article.language, article.publisher, year, article.format),
        tuple(name for name in MISSING if not there[name]),
        _words((article.title, *(section.heading for section in article.sections), *_body(article))),
        _words(text for image in article.images for text in (image.caption, image.credit, image.alt)),
        sum(_stripped(piece.text, piece.chars) for piece in article.stripped),
        tuple(rules.items()),
        tuple(dict.fromkeys(map(kind_of, article.warnings))),
        not MARKED.isdisjoint(rules),
    )


def kind_of(warning: str) -> str:
    """A warning without what is different in each document: its numbers are N, and its second clause is left out."""
    return _NOUN.sub(r"N \1s", _NUMBER.sub("N", warning.split("; ")[0]))


def _body(article: Article) -> tuple[str, ...]:
    return tuple(paragraph for section in article.sections for paragraph in section.paragraphs)


def _words(texts: Iterable[str | None]) -> int:
    return sum(words(text) for text in texts if text)


def _stripped(text: str, chars: int | None) -> int:
    """Words of a piece; of one that is abridged about as many as the whole has."""
    if not text:
        return 0
    return words(text) if chars is None else round(words(text) * chars / len(text))


class Count(NamedTuple):
    """In how many documents, and their share of all, 0 to 1; and how many pieces, where these are counted."""

    value: Value
    documents: int
    share: float
    pieces: int | None = None


class Summary:
    """The counts of all documents."""

    def __init__(self) -> None:
        self.documents = 0
        self.words = {"body": 0, "pictures": 0, "stripped": 0}
        self._values: dict[str, Counter[Value]] = {group: Counter() for group in VALUES}
        self._missing: Counter[str] = Counter()
        self._rules: Counter[str] = Counter()
        self._pieces: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()
        self._unmarked = 0

    def part(self, item: Trace) -> Facts:
        """What is to be counted of a document."""
        return facts(item.article)

    def put(self, part: Facts) -> None:
        """Count a document."""
        self.documents += 1
        for group, value in zip(VALUES, part.values, strict=True):
            self._values[group][value] += 1
        self._missing.update(part.missing)
        for name in self.words:
            self.words[name] += getattr(part, name)
        for rule, pieces in part.rules:
            self._rules[rule] += 1
            self._pieces[rule] += pieces
        self._warnings.update(part.warnings)
        self._unmarked += not part.marked

    def add(self, item: Trace) -> None:
        """Count a document that is in this process: `part` and `put`."""
        self.put(self.part(item))

    @property
    def stripped_share(self) -> float:
        """Of all words, 0 to 1."""
        return share(self.words["stripped"], sum(self.words.values()))

    @property
    def without_markers(self) -> Count:
        """Documents in which no marker of the lexicon was found."""
        return self._count(None, self._unmarked)

    def counts(self, group: str) -> Iterator[Count]:
        """What a group has, the commonest first and unknown values last; years in their order, the last one first."""
        if group == "missing":
            yield from (self._count(name, self._missing[name]) for name in MISSING)
            return
        groups: dict[str, Counter[Any]] = {"rules": self._rules, "warnings": self._warnings, **self._values}
        counter = groups[group]

        def rank(value: Value) -> tuple[Any, ...]:
            if isinstance(value, int):
                return False, -value
            return value is None, -counter[value], value or ""

        for value in sorted(counter, key=rank):
            pieces = self._pieces[value] if group == "rules" else None
            yield self._count(value, counter[value], pieces)

    def _count(self, value: Value, documents: int, pieces: int | None = None) -> Count:
        return Count(value, documents, share(documents, self.documents), pieces)


def share(part: int, whole: int) -> float:
    """From 0 to 1, four decimals; 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0
