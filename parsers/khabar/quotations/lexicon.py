"""The words of one language that quotations are judged by, from `lexicon/quotations/<tag>.txt` (see its header)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from khabar.lexicon.files import LexiconFile
from khabar.lexicon.store import file

GENDERS = ("m", "f", "p")
"""Masculine, feminine, plural: the order of a cue's forms."""
SAY, PART, ING, ING_PART, NOUN, MASDAR, RELAY, INSIDE = (
    "say",
    "part",
    "ing",
    "ingpart",
    "noun",
    "masdar",
    "relay",
    "in",
)
ATTRIBUTION, TAG, NONE = "attribution", "tag", "none"
FINITE = frozenset((SAY, PART, RELAY, INSIDE))
"""Cues that are verbs, and have a subject."""
_NOTHING: frozenset[str] = frozenset()


class Cue:
    """What is known of a reporting word: its class, the gender of its form ("" where it has none), its lemma.

    `takes`: prepositions that come before what it is about, and so end its subject.
    """

    __slots__ = ("gender", "kind", "lemma", "takes")

    def __init__(self, kind: str, gender: str, lemma: str, takes: frozenset[str] = _NOTHING) -> None:
        self.kind = kind
        self.gender = gender
        self.lemma = lemma
        self.takes = takes


class Lexicon:
    """Everything that the engine asks of a language: the classes of its file as sets, the keys as tuples."""

    adverb: frozenset[str]
    aimed: frozenset[str]
    antecedent: frozenset[str]
    as_with: frozenset[str]
    clause: frozenset[str]
    feminine: frozenset[str]
    honorific: frozenset[str]
    inside: frozenset[str]
    kin: frozenset[str]
    lead: frozenset[str]
    masculine: frozenset[str]
    naming: frozenset[str]
    negative: frozenset[str]
    noun: frozenset[str]
    object: frozenset[str]
    particle: frozenset[str]
    relative: frozenset[str]
    sentence: frozenset[str]
    setting: frozenset[str]
    source: frozenset[str]
    state: frozenset[str]
    stop: frozenset[str]
    that: frozenset[str]
    time: frozenset[str]
    title: frozenset[str]
    verb: frozenset[str]
    weak: frozenset[str]

    def __init__(self, file: LexiconFile) -> None:
        self._read_keys(file.keys)
        self.cues: dict[str, Cue] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        """First word of a phrase, what follows it, and its class."""
        classes: dict[str, list[str]] = {}
        for group in file.groups:
            if group.cls.startswith("cue."):
                self._add_cues(group.cls[4:], group.keys)
            elif group.cls == "name":
                classes.setdefault("name", []).extend(group.texts)  # as written, not folded
            else:
                for entry in group.keys:
                    classes.setdefault(group.cls, []).extend(entry.split())
        self._add_plain(classes)
        self.names = frozenset(classes.get("name", ()))
        for attribute in Lexicon.__annotations__:
            words = classes.get(_CLASSES.get(attribute, attribute), [])
            if attribute in _JOINED:
                words = words + [letter + word for word in words for letter in self.joined]
            setattr(self, attribute, frozenset(words))

    def _read_keys(self, keys: dict[str, list[str]]) -> None:
        def words(name: str) -> tuple[str, ...]:
            return tuple(" ".join(keys.get(name, ())).split())

        self.article = "".join(words("article")[:1])
        self.foreign = "foreign" in keys
        self.joined = words("conjunctions")
        self.prepositions = words("prepositions")
        self.pronouns = words("pronouns")
        self.owners = tuple(end for end in self.pronouns if len(end) > 1)
        """Those that no noun ends with by itself."""
        self.feminine_ends = words("feminine")
        self.plural_ends = words("plural")
        self.feminine_verbs = words("feminine_verbs")
        self.verbs = words("verbs")
        self.aims = words("aims")
        self.means = words("means")

    def _add_cues(self, kind: str, entries: Iterable[str]) -> None:
        for entry in entries:
            forms, _, prepositions = entry.partition("+")
            takes = frozenset(prepositions.split()) if prepositions else _NOTHING
            lemma = ""
            columns = forms.split("/")
            for gender, column in zip(GENDERS, columns, strict=False):
                cue: Cue | None = None
                for form in column.split():
                    lemma = lemma or form
                    if "_" in form:
                        self._phrase(form, kind)
                        continue
                    if cue is None:
                        cue = Cue(kind, gender if len(columns) > 1 else "", lemma, takes)
                    self.cues.setdefault(form, cue)

    def _add_plain(self, classes: dict[str, list[str]]) -> None:
        """The classes that are cues without forms."""
        plain: dict[str, Cue] = {}
        for kind in (ATTRIBUTION, TAG, NONE):
            for word in classes.get(kind, ()):
                if "_" in word:
                    self._phrase(word, kind)
                else:
                    plain[word] = Cue(kind, "", word)
        for word, cue in plain.items():
            if cue.kind != NONE:
                self.cues.setdefault(word, cue)
        self.cues.update((word, cue) for word, cue in plain.items() if cue.kind == NONE)

    def _phrase(self, written: str, kind: str) -> None:
        first, *rest = written.split("_")
        for form in (first, *(letter + first for letter in self.joined)):
            self.phrases.setdefault(form, []).append((tuple(rest), kind))

    def unjoined(self, word: str) -> str:
        """The word without a conjunction written onto it; only where something is left."""
        return word[1:] if len(word) > 3 and self.joined and word.startswith(self.joined) else word

    def cue_of(self, word: str) -> Cue | None:
        """The cue that a word is, with a conjunction written onto it or without."""
        cue = self.cues.get(word)
        if cue is None and word.startswith(self.joined) and len(word) > 2:
            cue = self.cues.get(word[1:])
            if cue is not None and cue.kind == NONE:
                return None
        return cue if cue is None or cue.kind != NONE else None

    def is_cue_word(self, word: str) -> bool:
        """Is it a reporting word as it stands?"""
        return self.cue_of(word) is not None

    def is_cue(self, word: str) -> bool:
        """Is it a reporting word, with an object written onto it or without ("نقلته")?"""
        if self.cue_of(word) is not None:
            return True
        return any(word.endswith(end) and word[: -len(end)] in self.cues for end in self.pronouns)

    def is_definite(self, word: str) -> bool:
        """Does it have the article written onto it?"""
        return self.article != "" and word.startswith(self.article)

    def is_title(self, word: str) -> bool:
        """Does a speaker's name begin with it: an office, an institution?"""
        return word in self.title or (self.is_definite(word) and word[len(self.article) :] in self.title)

    def is_naming(self, word: str) -> bool:
        """Does a name in marks follow it? With a conjunction, a preposition or the article on it, too."""
        naming = self.naming
        if word in naming:
            return True
        letters = (*self.prepositions, *self.joined)
        if letters and word.startswith(letters):
            word = word[1:]
            if word in naming or (self.article and word.startswith(self.article[1:]) and word[1:] in naming):
                return True  # the article loses its first letter behind a preposition
        return self.is_definite(word) and word[len(self.article) :] in naming


_CLASSES = {"as_with": "as"}
"""A class of the file that has another name here."""
_JOINED = frozenset(("lead", "negative", "particle", "stop", "that"))
"""Classes whose words may have a conjunction written onto them."""


@cache
def lexicon_of(tag: str) -> Lexicon:
    """The lexicon of a tag's language."""
    return Lexicon(file(f"quotations/{tag.split('-')[0]}.txt"))
