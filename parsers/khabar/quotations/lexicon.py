"""The words of one language that quotations are judged by, from `lexicon/quotations/<tag>.txt`.

The header of `en.txt` explains the classes. Languages differ by what their files say (`@order`, `@capitals`,
`@spaces`, what is written onto a word), never by their names in code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from khabar.characters import fold
from khabar.entries import StatementType
from khabar.lexicon.additions import kept
from khabar.lexicon.files import LexiconError, LexiconFile
from khabar.lexicon.store import quotation_file
from khabar.quotations.tokens import token

SAY, TELL, PART, RELAY, INSIDE = "say", "tell", "part", "relay", "in"
ING, ING_PART, NOUN, MASDAR, OWN = "ing", "ingpart", "noun", "masdar", "own"
BEFORE, AFTER, BEHIND, NONE = "attribution", "postposed", "behind", "none"
FINITE = frozenset((SAY, TELL, PART, RELAY, INSIDE))
"""Cues that are verbs, and have a subject."""
ATTRIBUTIONS = frozenset((BEFORE, AFTER, BEHIND))
BORROWED = frozenset((ING, ING_PART, NOUN))
"""Cues whose subject is that of their sentence."""
TYPES: tuple[StatementType, ...] = ("demand", "denial", "stance")
"""Types of what is reported that the section of a cue names: "cue.part.demand"; all else are statements."""
GENDERS = "mfpn"
"""Masculine, feminine, plural, neuter: the order of the columns of cues and pronouns."""

_WITH_CONJUNCTION = frozenset(("lead", "negative", "preposition", "stop", "that"))
"""Classes whose words may have a conjunction written onto them."""
_DROPPED = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\u093c]")
_STEMS = 1 << 14
"""Words whose stems are kept."""
_TATWEEL = "\u0640"
_POSSESSIVE = ("'s", "’s")


_NOTHING: frozenset[str] = frozenset()


class Cue(NamedTuple):
    """What is known of a reporting word: its class, its gender ("" where its form shows none), the prepositions that
    come before what it is about (and so end its subject); `perfect`: a participle that counts only behind an
    auxiliary; `weak`: it is another word, too; `type`: that of what it reports."""

    kind: str
    gender: str
    takes: frozenset[str] = _NOTHING
    perfect: bool = False
    weak: bool = False
    type: StatementType = "statement"


class Lexicon:
    """Everything that the reading of an article asks of a language: the file's classes as sets, its keys as flags."""

    adverb: frozenset[str]
    aimed: frozenset[str]
    antecedent: frozenset[str]
    article: frozenset[str]
    auxiliary: frozenset[str]
    binding: frozenset[str]
    blocks: frozenset[str]
    clause: frozenset[str]
    day: frozenset[str]
    feminine: frozenset[str]
    given: frozenset[str]
    honorific: frozenset[str]
    indefinite: frozenset[str]
    inside: frozenset[str]
    kin: frozenset[str]
    lead: frozenset[str]
    link: frozenset[str]
    marker: frozenset[str]
    masculine: frozenset[str]
    more: frozenset[str]
    naming: frozenset[str]
    negative: frozenset[str]
    neuter: frozenset[str]
    no_verb: frozenset[str]
    object: frozenset[str]
    oblique: frozenset[str]
    opener: frozenset[str]
    opening: frozenset[str]
    particle: frozenset[str]
    plain: frozenset[str]
    preposition: frozenset[str]
    relative: frozenset[str]
    resume: frozenset[str]
    same: frozenset[str]
    sentence: frozenset[str]
    setting: frozenset[str]
    source: frozenset[str]
    state: frozenset[str]
    stop: frozenset[str]
    that: frozenset[str]
    title: frozenset[str]
    unreal: frozenset[str]
    verb: frozenset[str]
    weak: frozenset[str]
    within: frozenset[str]

    def __init__(self, file: LexiconFile, tag: str) -> None:
        self.tag = tag
        self._read_keys(file.keys)
        self.cues: dict[str, Cue] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        """First word of a phrase, what follows it, and the cue that both make."""
        self.pronouns: dict[str, str] = {}
        self.names: frozenset[str] = frozenset()
        """Names that folded are another word: only as written here."""
        self._places: dict[str, str] = {}
        """Words of a user's own lexicon -> where they stand there."""
        self.token = token(file, self.spaces, self.capitals, self.key)
        self.stem = lru_cache(_STEMS)(self._stem)
        words: dict[str, set[str]] = {name: set() for name in CLASSES}
        for group in file.groups:
            low = self.key("\n".join(group.texts))
            for text, where in zip(low.split("\n"), group.wheres, strict=False):
                for form in text.partition("+")[0].replace("/", " ").split():
                    self._places.setdefault(" ".join(self._parts(form)), where)
            if group.cls == "name":
                self.names |= frozenset(word for text in group.texts for word in text.split())
            elif group.cls == "pronoun":
                self._add_pronouns(low.split("\n"))
            elif group.cls in CLASSES:
                words[group.cls].update(part for word in low.split() for part in self._parts(word))
            else:
                self._add_cues(group.cls.removeprefix("cue."), low.split("\n"))
        for name, found in words.items():
            if name in _WITH_CONJUNCTION:
                found |= {letter + word for word in found for letter in self.conjunctions}
            setattr(self, name, frozenset(found))
        shows = "marked" if self.marker else "" if self.spaces else "unspaced"
        self.group = f"{self.order}-{shows}" if shows else self.order
        """Languages that share weights: of one order, and alike in what shows who speaks."""
        for word in self.weak & self.cues.keys():
            self.cues[word] = self.cues[word]._replace(weak=True)
        self.first = frozenset((*self.cues, *self.phrases))
        self.small = self.stop | self.lead | self.that | self.relative | self.inside | self.article | self.adverb
        self.small |= self.blocks | self.auxiliary | self.within | self.link | self.pronouns.keys()
        self._join_classes()

    def _join_classes(self) -> None:
        """Classes that are asked for together."""
        self.verbal = self.auxiliary.union(self.cues)
        self.finite = FINITE | {BEHIND} if self.order == "sov" else FINITE
        """Cues that are verbs; where these end their clauses, their participles before a name too: "söyleyen Su"."""
        self.governs = self.within | self.inside
        clauses = self.lead | self.that | self.relative
        self.bounds = clauses | self.link
        self.opens = self.lead | self.that | self.clause | self.antecedent
        self.ends = clauses | self.stop | self.day | self.adverb
        """What no mention has in it, where capitals show names; `no_more`: what ends one where none do; `no_first`:
        what begins none there."""
        self.no_more = (self.relative | self.lead | self.adverb | self.blocks) - self.inside
        self.no_first = self.ends | self.inside | self.blocks | self.marker
        self.no_noun = (self.stop | self.day | self.adverb).union(self.pronouns)
        self.no_agent = (self.stop - self.inside) | self.day | self.adverb
        self.settings = (self.adverb - self.article) | self.day
        self.aside = (self.adverb - self.article).difference(self.pronouns)
        self.before = self.day | self.adverb | self.opening
        """What may stand before a subject that has its clause to itself."""
        self.negated = self.lead | self.negative
        self.leading = self.negated | self.adverb | self.link

    def _read_keys(self, keys: dict[str, list[str]]) -> None:
        def flag(name: str, default: bool = False) -> bool:
            return keys[name][0] == "yes" if keys.get(name) else default

        def listed(name: str) -> tuple[str, ...]:
            return tuple(" ".join(keys.get(name, [])).split())

        self.order = (keys.get("order") or ["svo"])[0]
        self.capitals, self.spaces = flag("capitals", True), flag("spaces", True)
        self.adjoined, self.complements = flag("adjoined"), flag("complements")
        self.inverts, self.incised = flag("inverts"), flag("incised")
        self.least = float((keys.get("least") or ["0"])[0])
        self.fixed = keys.get("inverts") == ["never"]
        self.nouns_capital, self.dotless = flag("nouns_capital"), flag("dotless")
        self.endings = tuple(sorted(listed("endings"), key=len, reverse=True))
        self.suffixes, self.verb_ends = listed("suffixes"), listed("verb_ends")
        self.clause_ends = listed("clause_ends")
        self.title_ends = tuple(sorted(listed("title_ends"), key=len, reverse=True))
        self.conjunctions, self.prepositions = listed("conjunctions"), listed("prepositions")
        self.definite = "".join(listed("definite")[:1])
        self.owners = tuple(end for end in listed("pronouns") if len(end) > 1)
        self.objects = listed("pronouns")
        """Pronouns written onto a noun that no noun ends with by itself; `objects`: all that a word may end with."""
        self.feminine_ends, self.plural_ends = listed("feminine"), listed("plural")
        self.feminine_verbs, self.verb_begins = listed("feminine_verbs"), listed("verbs")
        self.means = listed("means")
        self.aims = listed("aims") + self.means
        shapes = "|".join(listed("verbal_nouns"))
        self.verbal_noun = re.compile(shapes) if shapes else None

    def key(self, text: str) -> str:
        """A text as it is compared, character for character: offsets stay what they are."""
        if self.dotless:
            text = text.replace("I", "ı")
        if "İ" in text:
            text = text.replace("İ", "i")
        low = text.lower()
        if len(low) != len(text):
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        if low.isascii():
            return low
        if self.capitals:
            return low.replace("’", "'")
        letters, table = _rare()
        if letters.search(low):
            low = low.translate(table)
        return low.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا").replace("ى", "ي").replace("ة", "ه")

    def keys(self, text: str) -> list[str]:
        """The words of a text as they are compared."""
        return self.cut(self.key(text))[0]

    def cut(self, low: str) -> tuple[list[str], list[int], list[int]]:
        """The words of a text that was made comparable, where each begins and where it ends."""
        pieces = self.token.split(low)  # what stands between words, and the words, in turn
        places = list(accumulate(map(len, pieces)))
        words = pieces[1::2]
        if not self.capitals and _DROPPED.search(low):
            words = [self.bare(word) for word in words]
        return words, places[:-1:2], places[1::2]

    def bare(self, word: str) -> str:
        """A word without vowel signs and joiners, which nobody writes alike. A lone tatweel is a dash."""
        return _DROPPED.sub("", word) or ("—" if word[0] == _TATWEEL else word)

    def _parts(self, form: str) -> Sequence[str]:
        """The words of an entry ("Rede_von"); most are one."""
        single = form.isalpha() and self.spaces and _TATWEEL not in form
        return (form,) if single else self.cut(form.replace("_", " "))[0]

    def _add_pronouns(self, texts: list[str]) -> None:
        for text in texts:
            columns = text.split("/")
            for gender, column in zip(GENDERS, columns, strict=False):
                self.pronouns.update(dict.fromkeys(self.cut(column)[0], gender if len(columns) > 1 else ""))

    def _add_cues(self, kind: str, texts: list[str]) -> None:
        kind, _, named = kind.partition(".")
        type: StatementType = next((one for one in TYPES if one == named), "statement")
        perfect = kind.startswith("perfect")
        kind = {"perfect": SAY, "perfectpart": PART}.get(kind, kind)
        for text in texts:
            forms, _, takes = text.partition("+")
            columns, taken = forms.split("/"), frozenset(self.cut(takes)[0]) if takes else _NOTHING
            for gender, column in zip(GENDERS, columns, strict=False):
                cue = Cue(kind, gender if len(columns) > 1 else "", taken, perfect, type=type)
                for form in column.split():
                    first, *rest = self._parts(form)
                    if rest or kind == NONE:
                        for word in (first, *(letter + first for letter in self.conjunctions)):
                            self.phrases.setdefault(word, []).append((tuple(rest), cue))
                    else:
                        self.cues.setdefault(first, cue)

    def cue_of(self, word: str) -> Cue | None:
        """The cue that a word is by itself, with a conjunction written onto it or without."""
        cue = self.cues.get(word)
        if cue is None and self.conjunctions and len(word) > 2 and word.startswith(self.conjunctions):
            cue = self.cues.get(word[1:])
        return cue

    def place_of(self, cue: str) -> str:
        """Where in a user's own lexicon a cue as written has its words from; "" where they are ours."""
        if not self._places:
            return ""
        words = self.keys(cue)
        forms = [form for word in (" ".join(words), *words) for form in (word, self.unjoined(word))]
        return next((self._places[form] for form in forms if form in self._places), "")

    def unjoined(self, word: str) -> str:
        """The word without a conjunction written onto it; only where something is left."""
        return word[1:] if self.conjunctions and len(word) > 3 and word.startswith(self.conjunctions) else word

    def is_definite(self, word: str) -> bool:
        """Does it have the article written onto it?"""
        return self.definite != "" and word.startswith(self.definite)

    def is_title(self, word: str) -> bool:
        """Does an office, an institution or a description of a person begin with it?"""
        if word in self.title or (self.title_ends and word.endswith(self.title_ends)):
            return True
        return self.is_definite(word) and word[len(self.definite) :] in self.title

    def is_thing(self, word: str) -> bool:
        """Is a given name a word for a thing, too ("Bill"), and so never anybody's title?"""
        return word in self.given and word in self.neuter

    def is_office(self, word: str) -> bool:
        """Is it a title that is no mere form of address?"""
        return self.is_title(word) and word not in self.honorific

    def is_naming(self, word: str) -> bool:
        """Does a name in marks follow it? With a conjunction, a preposition or the article on it, too."""
        if word in self.naming:
            return True
        letters = (*self.prepositions, *self.conjunctions)
        if letters and word.startswith(letters):
            word = word[1:]
            if word in self.naming or (self.definite and word[:1] == self.definite[1:] and word[1:] in self.naming):
                return True  # the article loses its first letter behind a preposition
        return self.is_definite(word) and word[len(self.definite) :] in self.naming

    def is_cue(self, word: str) -> bool:
        """Is it a reporting word, with an object written onto it or without ("نقلته")?"""
        if self.cue_of(word) is not None:
            return True
        return any(word.endswith(end) and word[: -len(end)] in self.cues for end in self.objects)

    def is_verb(self, word: str) -> bool:
        """Does a word look like a verb that a sentence begins with, where verbs come first?"""
        if word in self.verb or (
            self.feminine_verbs and word.endswith(self.feminine_verbs) and word[:-1] in self.verb
        ):
            return True
        begins = self.verb_begins and len(word) > 3 and word.startswith(self.verb_begins)
        return bool(begins) and word not in self.no_verb

    def is_verbal_noun(self, word: str) -> bool:
        """Has a word the shape of a verbal noun ("تسجيل", "انتهاج"), and is it no name?"""
        if self.verbal_noun is None or self.verbal_noun.fullmatch(word) is None:
            return False
        return not (self.is_definite(word) or word in self.state or word in self.no_verb)

    def gender(self, word: str) -> str:
        """What the head of a description shows: "m", "f", "n" for an institution, else ""."""
        if word in self.masculine:
            return "m"
        if word in self.feminine:
            return "f"
        if word in self.neuter and not self.definite:
            return "n"  # where verbs agree with institutions, these are feminine or masculine
        for end in self.title_ends:  # "Kultusministerin"
            if word != end and word.endswith(end) and self.gender(end):
                return self.gender(end)
        if self.feminine_ends and len(word) > 2:
            return "f" if word.endswith(self.feminine_ends) else "m" if self.is_title(word) else ""
        return ""

    def head(self, word: str) -> str:
        """The head of a description, without the article and its endings."""
        bare = word[len(self.definite) :] if self.is_definite(word) else word
        return self.stem(bare if bare in self.title or word not in self.title else word)

    def _stem(self, word: str) -> str:
        """A name without its possessive or case ending, so that its forms are one."""
        for end in _POSSESSIVE:
            word = word.removesuffix(end)
        for suffix in self.suffixes:  # what is written onto it behind an apostrophe
            head, mark, _ = word.partition(suffix)
            word = head if mark and head else word
        for ending in self.endings:
            if len(word) > len(ending) + 2 and word.endswith(ending):
                return word[: -len(ending)]
        return word


CLASSES = tuple(Lexicon.__annotations__)
"""The classes of words that files have, besides cues, pronouns and names."""


def is_letters(key: str) -> bool:
    """Is a token a word, and no mark? The vowel sign that a word ends with in Devanagari is no letter to Python."""
    return key[:1].isalnum() or key[-1:].isalnum()


@cache
def _rare() -> tuple[re.Pattern[str], dict[int, str]]:
    """Letters that `fold` makes equal to others, but for the five of nearly every Arabic line."""
    table = {ord(c): fold(c) for c in map(chr, range(0x0600, 0x0700)) if c.isalpha() and c not in "أإآىة"}
    table |= {ord("ँ"): "ं"} | {ord(c): unicodedata.normalize("NFD", c)[0] for c in map(chr, range(0x0958, 0x0960))}
    table = {code: to for code, to in table.items() if len(to) == 1 and ord(to) != code}
    return re.compile(f"[{''.join(map(chr, table))}]"), table


@kept
def lexicon_of(tag: str) -> Lexicon:
    """The lexicon of a tag's language."""
    language = tag.split("-")[0]
    found = quotation_file(language)
    if found is None:
        raise LexiconError(f"no words of quotations in {language}")
    return Lexicon(found, language)
