"""Counting words, so that a test can say whether one was lost. Kept apart from the code under test."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any

_DROPPED = frozenset(("Cf", "Mn", "Me", "Mc"))
_TATWEEL = "\u0640"
_WORD = re.compile(r"\w+")


def words(text: str) -> Counter[str]:
    """How often each word stands in a text; marks and invisible characters are dropped first."""
    if not text.isascii():
        text = "".join(c for c in text if c != _TATWEEL and unicodedata.category(c) not in _DROPPED)
    return Counter(_WORD.findall(text))


def accounted(document: dict[str, Any]) -> Counter[str]:
    """The words of all that a document holds: title, byline, sections, images and what was stripped."""
    parts = [document["title"], *document["byline"]]
    for section in document["sections"]:
        parts += [section["heading"], *section["paragraphs"]]
    for image in document["images"]:
        parts += [image["credit"], image["caption"], image["alt"]]
    parts += [piece["text"] for piece in document["stripped"]]
    total: Counter[str] = Counter()
    for part in parts:
        total += words(part or "")
    return total


def unaccounted(text: str, document: dict[str, Any]) -> tuple[Counter[str], Counter[str]]:
    """(words of the text that the document lacks, words that it has too many).

    A label that was written together with its value ("Imagesالتعليق على الصورة، …") is cut off: then one
    word becomes two, and the letters are the same.
    """
    have, got = words(text), accounted(document)
    lost, new = have - got, got - have
    if lost and _letters(lost) == _letters(new) and all(any(n in w for w in lost) for n in new):
        return Counter(), Counter()
    return lost, new


def _letters(some: Counter[str]) -> list[str]:
    return sorted("".join(some.elements()))
