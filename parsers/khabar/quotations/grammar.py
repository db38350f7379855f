"""The words of a language whose clauses are read by position and capitals: every one but Arabic.

They stand in `lexicon/quotations/<tag>.txt`; the header of `en.txt` explains the classes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from khabar.lexicon.files import LexiconFile
from khabar.lexicon.store import file

SAY, TELL, PART, ING, INSIDE, OWN = "say", "tell", "part", "ing", "in", "own"
BEFORE, AFTER, BEHIND, NO_CUE = "attribution", "postposed", "behind", "none"
FINITE = frozenset((SAY, TELL, PART))
"""Cues that have a subject."""
ATTRIBUTIONS = frozenset((BEFORE, AFTER, BEHIND))
GENDERS = "mfpn"
"""Masculine, feminine, plural, neuter: the order of the columns of cues and pronouns."""

_LETTERS = "\\w\u200c\u0610-\u061a\u064b-\u065f\u0670"
_DROPPED = re.compile("[\u200b-\u200f\u0610-\u061a\u064b-\u065f\u0670\u0654]")
_SAME = str.maketrans({"’": "'", "ي": "ی", "ك": "ک", "ى": "ی", "ۀ": "ه", "ة": "ه", "أ": "ا", "إ": "ا"})
_CLASSES = (
    "adverb", "article", "auxiliary", "blocks", "day", "feminine", "honorific", "inside", "lead", "link", "marker",
    "masculine", "naming", "neuter", "opening", "particle", "relative", "sentence", "setting", "stop", "that",
    "title", "within",
)  # fmt: skip


class Cue(NamedTuple):
    """What is known of a reporting word: its class, its gender ("" where its form shows none)."""

    kind: str
    gender: str
    perfect: bool
    """It is a participle and counts only behind an auxiliary: "a déclaré"."""


class Grammar:
    """Everything that the reading of clauses asks of a language."""

    __slots__ = (
        "adjoined", "adverb", "article", "auxiliary", "blocks", "capitals", "complements", "cues", "day",
        "drops", "endings", "feminine", "first", "honorific", "incised", "inside", "inverts", "lead", "link",
        "marker", "masculine", "naming", "neuter", "nouns_capital", "opening", "order", "particle",
        "phrases", "pronouns", "relative", "sentence", "setting", "stop", "suffixes", "that", "title",
        "title_ends", "token", "turkish", "within",
    )  # fmt: skip

    adverb: frozenset[str]
    article: frozenset[str]
    auxiliary: frozenset[str]
    blocks: frozenset[str]
    day: frozenset[str]
    feminine: frozenset[str]
    first: frozenset[str]
    honorific: frozenset[str]
    inside: frozenset[str]
    lead: frozenset[str]
    link: frozenset[str]
    marker: frozenset[str]
    masculine: frozenset[str]
    naming: frozenset[str]
    neuter: frozenset[str]
    opening: frozenset[str]
    particle: frozenset[str]
    relative: frozenset[str]
    sentence: frozenset[str]
    setting: frozenset[str]
    stop: frozenset[str]
    that: frozenset[str]
    title: frozenset[str]
    within: frozenset[str]

    def __init__(self, file: LexiconFile) -> None:
        keys = file.keys

        def flag(name: str) -> bool:
            return keys.get(name, ["no"])[0] == "yes"

        def listed(name: str) -> tuple[str, ...]:
            return tuple(" ".join(keys.get(name, [])).split())

        self.order = (keys.get("order") or ["svo"])[0]
        self.capitals = not keys.get("capitals") or flag("capitals")
        self.adjoined = flag("adjoined")
        self.complements = flag("complements")
        self.drops = flag("drops")
        self.incised = flag("incised")
        self.inverts = flag("inverts")
        self.nouns_capital = flag("nouns_capital")
        self.turkish = flag("dotless")
        self.endings = tuple(sorted(listed("endings"), key=len, reverse=True))
        self.suffixes = listed("suffixes")
        self.title_ends = listed("title_ends")
        self.token = _token(self.capitals, listed("elided"), listed("enclitics"))
        classes: dict[str, set[str]] = {name: set() for name in _CLASSES}
        self.cues: dict[str, Cue] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        """First word of a phrase, what follows it, and what it is."""
        self.pronouns: dict[str, str] = {}
        for group in file.groups:
            cls = group.cls
            if cls == "pronoun":
                for entry in group.texts:
                    columns = entry.split("/")
                    for gender, column in zip(GENDERS, columns, strict=False):
                        known = gender if len(columns) > 1 else ""
                        self.pronouns.update(dict.fromkeys(self.key(column).split(), known))
            elif cls.startswith("cue.") or cls in ATTRIBUTIONS or cls == NO_CUE:
                self._add_cues(cls.removeprefix("cue."), group.texts)
            elif cls in classes:
                for entry in group.texts:
                    classes[cls].update(bare(word) for word in self.key(entry).split())
        self.first = frozenset((*self.cues, *self.phrases))
        for name in _CLASSES:
            setattr(self, name, frozenset(classes[name]))

    def key(self, text: str) -> str:
        """A text as it is compared, character for character."""
        if self.turkish and "I" in text:
            text = text.replace("I", "ı")
        if "İ" in text:
            text = text.replace("İ", "i")
        low = text.lower()
        if len(low) != len(text):
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        if self.capitals:
            return low.replace("’", "'")
        return low.translate(_SAME)

    def keys(self, text: str) -> list[str]:
        """The words of a lexicon's entry."""
        return [bare(word) for word in self.token.findall(self.key(text))]

    def is_title(self, word: str) -> bool:
        """Does an office, an institution or a description of a person begin with it?"""
        return word in self.title or (bool(self.title_ends) and word.endswith(self.title_ends))

    def gender(self, word: str) -> str:
        """What a title shows: "m", "f", or "n" for an institution."""
        return "m" if word in self.masculine else "f" if word in self.feminine else "n" if word in self.neuter else ""

    def knows(self, word: str) -> bool:
        """Is it one of the language's small words, or a cue?"""
        small = (
            self.stop, self.lead, self.that, self.relative, self.inside, self.article, self.adverb, self.blocks,
            self.auxiliary, self.within, self.link,
        )  # fmt: skip
        return word in self.pronouns or word in self.cues or any(word in words for words in small)

    def stem(self, word: str) -> str:
        """A name without its case ending, so that its forms are one."""
        for suffix in self.suffixes:  # what is written onto it behind an apostrophe
            head, mark, _ = word.partition(suffix)
            if mark and head:
                word = head
        for ending in self.endings:
            if len(word) > len(ending) + 2 and word.endswith(ending):
                return word[: -len(ending)]
        return word

    def _add_cues(self, kind: str, entries: list[str]) -> None:
        perfect = kind.startswith("perfect")
        kind = {"perfect": SAY, "perfectpart": PART}.get(kind, kind)
        for entry in entries:
            columns = entry.split("/")
            for gender, column in zip(GENDERS, columns, strict=False):
                cue = Cue(kind, gender if len(columns) > 1 else "", perfect)
                for form in column.split():
                    first, *rest = self.keys(form.replace("_", " "))
                    if rest:
                        self.phrases.setdefault(first, []).append((tuple(rest), cue))
                    else:
                        self.cues.setdefault(first, cue)


def bare(word: str) -> str:
    """A word without vowel signs and joiners, which nobody writes alike."""
    return word if word.isascii() else _DROPPED.sub("", word)


def _token(capitals: bool, elided: tuple[str, ...], enclitics: tuple[str, ...]) -> re.Pattern[str]:
    """Words, with the apostrophes and hyphens inside them, but articles elided and pronouns written on apart."""
    letter, other = ("\\w", "[^\\w\\s]") if capitals else (f"[{_LETTERS}]", f"[^{_LETTERS}\\s]")
    before = them = ""
    if enclitics:
        them = f"-(?:t-)?(?:{'|'.join(enclitics)})\\b"
        before, them = f"{them}|", f"(?!{them})"
    if elided:
        before = f"\\b(?:{'|'.join(elided)})'(?=[\\w«\"“])|{before}"
    return re.compile(f"{before}{letter}+(?:{them}['‑-]{letter}+)*|{other}")


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a tag's language."""
    return Grammar(file(f"quotations/{language.split('-')[0]}.txt"))
