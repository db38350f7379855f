"""Annotated articles of the reference sets, read, with the gold put to the spans that are found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from khabar import parse
from khabar.article import Article
from khabar.lexicon.store import quotation_file
from khabar.quotations.engine import Prepared, prepared

SETS = (
    "quotes-fresh", "quotes-en", "quotes-es", "quotes-fa", "quotes-fr", "quotes-hi", "quotes-id", "quotes-it",
    "quotes-mixed", "quotes-pl", "quotes-pt", "quotes-ru", "quotes-tr", "quotes-uk", "quotes-ur", "quotes-zh",
)  # fmt: skip
"""What is learnt from. Not `quotes` and `quotes-seed`, which are for judging, nor the sets of single sentences."""
UNFREE, UNFREE_SETS = ("SN-", "c-snn-"), ("quotes-de",)
"""Beginnings of the names of articles, and sets, whose terms are non-commercial: judged, never learnt from."""
FOLDS = 5
ALIKE = 0.8
"""Overlap of a span and a gold quotation from which on they are the same (the bench's own measure)."""


class Document(NamedTuple):
    """An annotated article, read."""

    name: str
    set: str
    language: str
    text: str
    article: Article
    ready: Prepared
    gold: dict[tuple[int, int], dict[str, Any]]
    """Gold by paragraph and start of the span that it is."""
    everything: dict[str, Any]


class Example(NamedTuple):
    """A choice: the features of all that may be chosen, and which of them are right."""

    document: str
    order: str
    language: str
    features: list[list[str]]
    right: list[bool]
    said: str = ""
    """What the quotation begins with, to find it again."""


def document(path: Path, name: str, score: Any) -> Document | None:
    """An annotated article, with the gold put to the spans that are found."""
    everything = json.loads(path.with_suffix(".json").read_text("utf-8"))
    text = path.read_text("utf-8")
    article = parse(text, fields=["title", "sections", "language"])
    language = article.language
    if language is None:
        return None
    ready = prepared(article, language)
    gold = score.load_quotes(everything, text)
    found = [(at, span) for at, one in enumerate(ready.found) for span in one.spans]
    begins = begins_of(text, ready.texts)
    placed = [{"start": begins[at] + s.start, "end": begins[s.last] + s.end} for at, s in found]
    pairs = score.match(
        gold,
        [p if begins[at] >= 0 else {"start": -1, "end": -1} for (at, _), p in zip(found, placed, strict=True)],
        ALIKE,
    )
    put = {(found[j][0], found[j][1].start): gold[i] for i, j in pairs}
    return Document(path.stem, name, language, text, article, ready, put, everything)


def begins_of(text: str, parts: Sequence[str]) -> list[int]:
    """Where each paragraph stands in the text as it was given; -1 where it cannot be found."""
    out, at = [], 0
    for part in parts:
        found = next((i for n in (60, 20) if (i := text.find(part[:n], at)) >= 0), -1)
        out.append(found)
        at = found + len(part) // 2 if found >= 0 else at
    return out


def documents(shared: Path, names: Iterable[str], score: Any) -> list[Document]:
    out = []
    for name in names:
        for path in sorted((shared / "sets" / name).glob("*.txt")):
            doc = document(path, name, score)
            if doc is not None:
                out.append(doc)
    return out


def free(doc: Document) -> bool:
    """May an article be learnt from?"""
    return not doc.name.startswith(UNFREE) and doc.set not in UNFREE_SETS


def known(language: str) -> bool:
    return quotation_file(language.split("-")[0]) is not None


def fold_of(name: str) -> int:
    """The part of the articles that one belongs to, by its name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS
