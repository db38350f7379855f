"""The words that take a byline apart: those of all languages (`lexicon/bylines.txt`), and of the text's own."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from khabar.characters import fold, fold_cut
from khabar.lexicon.additions import kept
from khabar.lexicon.index import Lexicon
from khabar.lexicon.store import file

_LABEL = 40
"""Characters of a marker before a name at the most."""
_GLUED = 5
"""Characters of a marker that a page may have glued to the name ("ByAna Lund") at the most."""
DESK_WORDS = 4
"""Words of a desk's name at the most: "Daily Harbour News Desk"."""
_AFTER = frozenset(" \u00a0:：/-–—|,،")
_EDGES = ' .,،:*()"«»[]-–—ـ|/+'


@kept
def words(cls: str) -> frozenset[str]:
    """The entries of a class of `lexicon/bylines.txt`, folded."""
    return frozenset(k for group in read_bylines() if group[0] == cls for k in group[1])


@kept
def _beginnings() -> frozenset[str]:
    """The first two characters of the markers before a name: few lines begin so."""
    return frozenset(key[:2] for key in words("author.by"))


@kept
def read_bylines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The classes of `lexicon/bylines.txt` and their entries, folded."""
    return tuple((group.cls, tuple(group.keys)) for group in file("bylines.txt").groups)


class BylineWords:
    """What is known of the words of bylines: in all languages, and in one where it is known."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon
        self.roles = words("author.role") | self._own("byline.role")
        self.agencies = words("author.agency") | self._own("agency") | self._own("brand")
        self.places = words("author.place") | self._own("byline.place")
        self.months = frozenset(lexicon.months) if lexicon is not None else frozenset()
        self.dates = self.months | self._own("weekday")

    def _own(self, cls: str) -> frozenset[str]:
        return frozenset(self.lexicon.words.get(cls, ())) if self.lexicon is not None else frozenset()

    @cached_property
    def joints(self) -> re.Pattern[str]:
        """What parts a byline: marks, brackets, "and"."""
        both = "|".join(map(re.escape, sorted(words("author.and"), key=len, reverse=True)))
        return re.compile(
            rf"(?P<stop>{_STOPS})|(?P<colon>{_COLON})|(?P<comma>{_COMMAS})|(?<![^\s(])(?P<and>{both})(?=\s)",
            re.IGNORECASE,
        )

    def label(self, text: str) -> int:
        """Characters at the text's beginning that are the marker before a name; 0 where there is none."""
        head = text[:_LABEL]
        folded = fold(head)
        found = 0
        if self.lexicon is not None:
            hits = self.lexicon.find(folded, whole=False)
            for cls in ("byline", "byline.label"):
                hit = hits.get(cls)
                if hit is not None and hit.mode == "prefix":
                    found = max(found, fold_cut(text, hit.length))
        if not _beginnings().isdisjoint((folded[:1], folded[:2])):
            by = words("author.by")
            for at in range(len(folded), 0, -1):
                if folded[:at] in by and (at == len(folded) or folded[at - 1] in ":：/" or folded[at] in _AFTER):
                    return max(found, fold_cut(text, at))
        return found or _glued(head)

    def is_agency(self, text: str) -> bool:
        """Nothing but the name of an agency or of the publisher."""
        key = fold(text).strip(_EDGES)
        return bool(key) and key in self.agencies

    def is_organisation(self, text: str) -> bool:
        """Nothing but an agency's name, or a desk's: "Reuters", "News Desk", "Online-Redaktion", "Courier Staff"."""
        if self.is_agency(text):
            return True
        found = text.split()
        if not 0 < len(found) <= DESK_WORDS or any(word[0].islower() for word in found):
            return False
        keys = [fold(word).strip(_EDGES) for word in found]
        if len(found) > 1 and keys[-1] in words("author.staff"):
            return not any(map(self.is_role, found[:-1]))
        return any(key.rpartition("-")[2] in words("author.desk") for key in keys)

    def is_role(self, word: str) -> bool:
        """A job: "Editor", "FOCUS-Experte"."""
        key = fold(word).strip(_EDGES)
        return key in self.roles or ("-" in key and key.rpartition("-")[2] in self.roles)


_STOPS = r"\s*[;؛；•·∙●▪|»›\n\t]\s*|\s+[-–—ـ]+\s*|\s*[-–—]+\s+|(?<=[^\W\d_]{2})-(?=[^\W\d_a-z]{2})|\s*[()\[\]{}]\s*"
_COLON = r"(?<!\d)\s*[:：]\s*"
_COMMAS = r"\s*[,،、，]\s*|\s*[/]\s*"


def _glued(head: str) -> int:
    """Characters of a marker right before a capital letter: "ByAna Lund"."""
    for at in range(2, min(len(head), _GLUED + 1)):
        if head[at].isupper():
            return at if head[at - 1].islower() and fold(head[:at]) in words("author.by") else 0
    return 0


@lru_cache(maxsize=64)
def byline_words(lexicon: Lexicon) -> BylineWords:
    """The words of a lexicon, put together once."""
    return BylineWords(lexicon)


@kept
def common() -> BylineWords:
    """The words of all languages alone: for metadata, which are read before the language is known."""
    return BylineWords()
