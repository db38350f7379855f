"""Names of authors in metadata: told from addresses and from the publisher's own name, several in one apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from khabar.characters import fold
from khabar.html.metadata.clean import clean, is_url, key
from khabar.lexicon.files import read

_LONGEST = 160
_MOST = 40
_MARKS = r"\s*[;；؛]\s*|\s*[,،]\s*|\s+[/|]\s+"


@cache
def words(cls: str) -> frozenset[str]:
    """The entries of a class of `lexicon/markup-meta.txt`, folded."""
    return frozenset(k for group in read("markup-meta.txt").groups if group.cls == cls for k in group.keys)


@cache
def _joints() -> re.Pattern[str]:
    """What stands between two names."""
    both = "|".join(map(re.escape, sorted(words("author.and"))))
    return re.compile(rf"{_MARKS}|\s+(?:{both})\s+", re.IGNORECASE)


def people(names: Iterable[tuple[str, bool]], publisher: Collection[str]) -> tuple[str, ...]:
    """Names, each once, out of pairs of a text and whether it is said to be an organisation.

    Addresses, names of accounts ("admin") and the publisher's own name are dropped: who wrote it is not said
    by them. `publisher`: keys (`clean.key`) of its names.
    """
    out: dict[str, str] = {}
    for text, organisation in names:
        text = _bare(clean(text))
        if not text or len(text) > _LONGEST or is_url(text):
            continue
        for name in [text] if organisation else apart(text):
            known = key(name)
            if any(map(str.isalpha, known)) and known not in publisher and fold(name) not in words("author.nobody"):
                out.setdefault(known, name)
        if len(out) >= _MOST:
            break
    return tuple(out.values())


def _bare(text: str) -> str:
    """Without "By" before it and marks round it."""
    folded = fold(text[:30])
    for prefix in words("author.by"):
        if folded.startswith(prefix) and (prefix[-1] == ":" or folded[len(prefix) : len(prefix) + 1] in (" ", ":")):
            text = text[len(prefix) :]
            break
    return text.strip(" :,،;|/-–—•·*_")


def apart(text: str) -> list[str]:
    """The names in a text like "A B, C D and E F". A text in which not every part looks like a name of its own
    stays whole: "Jane Roe, Berlin", "Roe, Jane", "José Ortega y Gasset"."""
    if "、" in text:
        return [part for raw in text.split("、")[:_MOST] if (part := raw.strip())]
    parts = [part for part in _joints().split(text) if part and part.strip()]
    if len(parts) < 2 or len(parts) > _MOST:
        return [text]
    if _is_name(parts[0]) and all(_is_name(part) or _is_agency(part) for part in parts[1:]):
        return parts
    return [text]


def _is_name(text: str) -> bool:
    """Two to four words, none in small letters but the particles of names."""
    found = text.split()
    return 2 <= len(found) <= 4 and not any(word[0].islower() and len(word) > 3 for word in found)


def _is_agency(text: str) -> bool:
    """One word in capitals or in small letters: "AFP", "dpa"."""
    return " " not in text and 2 <= len(text) <= 8 and (text.isupper() or text.islower())
