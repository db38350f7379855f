"""What a lexicon knows of credits, as sets for look-up; made once for each lexicon."""

from __future__ import annotations

from functools import lru_cache

from khabar.characters import fold
from khabar.lazy import Lazy
from khabar.lexicon import Lexicon

Cut = tuple[int, int, int]
"""A credit in a text: where it begins with its brackets and a label that the lexicon does not have, where behind that
label, and where it ends."""
TOKEN = Lazy(r"\w+")
SHORT = 3
"""Letters of agencies' names that are ordinary words when written as those are: "PA", "AA"."""


class Table:
    """The words of credits in a lexicon, folded. The classes are explained in lexicon/common.txt."""

    __slots__ = (
        "after",
        "agencies",
        "by",
        "by_firsts",
        "by_tokens",
        "by_words",
        "capitals",
        "firsts",
        "kinds",
        "labels",
        "leads",
        "lexicon",
        "marks",
        "particles",
        "photo",
        "phrases",
        "rights",
        "weak",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        none: set[str] = set()
        self.lexicon = lexicon
        self.particles = words.get("credit.particle", none)
        self.labels = words.get("credit.inline", none)
        self.weak = words.get("credit.inline.weak", none)
        self.by = words.get("credit.by", none)
        self.by_firsts = {phrase.partition(" ")[0].rstrip(".") for phrase in self.by}
        self.by_tokens = {self._first(phrase) for phrase in self.by}
        self.by_words = max((phrase.count(" ") + 1 for phrase in self.by), default=0)
        self.photo = words.get("credit.photo", none)
        self.agencies = words.get("agency", none) | words.get("credit.agency", none) | self.photo
        self.capitals = words.get("credit.capitals", none)
        self.marks = words.get("credit.mark", none)
        self.kinds = words.get("credit.kind", none)
        self.phrases = self.agencies | self.marks | self.kinds
        self.after = tuple(words.get("credit.after", ()))
        self.rights = tuple(words.get("credit.rights", ()))
        self.leads = words.get("caption.lead", none)
        self.firsts = {self._first(phrase) for phrase in self.agencies | self.marks}

    def agency(self, key: str, text: str) -> bool:
        """Is a name an agency's? `key` is `text` folded; a short name must not be written as an ordinary word is."""
        if key not in self.agencies:
            return False
        if len(key) <= SHORT or key in self.capitals:
            return not (text[:1].isupper() and text[1:].islower())
        return True

    def _first(self, phrase: str) -> str:
        """The first run of letters that is no article: what a text's own runs are compared with."""
        head = phrase.partition(" ")[0]
        if head.isalnum() and head not in self.particles:
            return head
        found: list[str] = TOKEN().findall(phrase)
        return next((t for t in found if t not in self.particles), found[0] if found else phrase)


@lru_cache(maxsize=64)
def table_of(lexicon: Lexicon) -> Table:
    """The table of a lexicon. Lexicons are made once for each language, so few are ever kept."""
    return Table(lexicon)


def tokens(text: str) -> set[str]:
    """The runs of letters in a text, folded: if none of them begins a known phrase, no phrase need be looked for."""
    return set(TOKEN().findall(fold(text)))
