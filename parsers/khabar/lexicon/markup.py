"""Reading `markup.txt`: what names in markup say of an element. The file's head tells its format."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

MODES = ("part", "weak", "last", "first", "sole", "any", "exact")
"""Where in a name its words count; a mode's place here is the strength of a hit, the least telling first."""
PART, WEAK, LAST, FIRST, SOLE, ANY, EXACT = range(len(MODES))
ATTRIBUTES = ("itemprop", "aria", "rel")
_LEAST = 3
"""Letters of a word that compounds are made of."""


class Markup(NamedTuple):
    """The lexicon as read. Roles are strings; None is for names that look like one and say nothing."""

    phrases: dict[str, list[tuple[int, str | None]]]
    """Words joined by a space -> (strength, role), the strongest first."""
    telling: dict[str, int]
    """The first words of all phrases -> words of the longest. A name without any of them says nothing."""
    exact: dict[str, str | None]
    """Whole names in small letters -> role."""
    attributes: dict[str, dict[str, str]]
    """ "itemprop", "aria", "rel" -> value -> role."""
    structure: frozenset[str]
    plain: frozenset[str]
    """Words of structure and of scope: they tell nothing."""
    drop: frozenset[str]
    state: frozenset[str]
    post: frozenset[str]
    utility: frozenset[str]
    known: frozenset[str]
    """All single words that compounds are made of."""
    short: frozenset[str]
    """Those that are too short for it."""
    picture_credit: frozenset[str]
    """Words that name a credit in a picture's element, whatever they name elsewhere."""
    picture_caption: frozenset[str]


@lru_cache(maxsize=1)
def markup() -> Markup:
    """The lexicon, read once, when the first element asks. Raises OSError where the file is missing."""
    phrases: dict[str, list[tuple[int, str | None]]] = {}
    exact: dict[str, str | None] = {}
    attributes: dict[str, dict[str, str]] = {name: {} for name in ATTRIBUTES}
    lists: dict[str, list[str]] = {}
    with open(os.path.join(os.path.dirname(__file__), "markup.txt"), encoding="utf-8") as handle:
        text = handle.read()
    role: str | None = None
    mode = ""
    for line in text.split("\n"):
        if line.startswith("["):
            head = line[1 : line.index("]")].split()
            mode = head[-1]
            role = head[0] if len(head) > 1 and head[0] != "none" else None
        elif not line or line.startswith("#"):
            continue
        elif mode == "exact":
            exact.update(dict.fromkeys(line.lower().split(), role))
        elif mode in attributes:
            if role is not None:
                attributes[mode].update(dict.fromkeys(line.split(), role))
        elif mode in MODES:
            hit = MODES.index(mode), role
            for name in _names(line):
                phrases.setdefault(name, []).append(hit)
        else:
            lists.setdefault(mode, []).extend(line.split())
    for hits in phrases.values():
        if len(hits) > 1:
            hits.sort(key=lambda hit: -hit[0])
    plain = frozenset((*lists["structure"], *lists["scope"]))
    words = (*(phrase for phrase in phrases if " " not in phrase), *plain)
    return Markup(
        phrases,
        _longest_by_first(phrases),
        exact,
        attributes,
        frozenset(lists["structure"]),
        plain,
        frozenset(_names(" ".join(lists["drop"]))),
        frozenset(lists["state"]),
        frozenset(lists["post"]),
        frozenset(lists["utility"]),
        frozenset(word for word in words if len(word) >= _LEAST),
        frozenset(word for word in (*words, *lists["drop"]) if len(word) < _LEAST),
        frozenset(lists["picture-credit"]),
        frozenset(lists["picture-caption"]),
    )


def _longest_by_first(phrases: Iterable[str]) -> dict[str, int]:
    """First word -> number of words of the longest phrase that it begins."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, size = phrase.partition(" ")[0], phrase.count(" ") + 1
        if size > longest.get(first, 0):
            longest[first] = size
    return longest


def _names(line: str) -> list[str]:
    return [name.replace("-", " ") for name in line.split()]
