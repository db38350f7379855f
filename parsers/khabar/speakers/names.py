"""A speaker's name read: where its title ends, what is left, and whether that is somebody's full name.

A name is read by itself, without the corpus: what it may be one with is decided in `merge`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from khabar.characters import fold, key
from khabar.speakers.words import Vocabulary, is_institution, vocabulary_for, words_of

Core = tuple[str, ...]
"""The words of a name without titles, as they are compared; a particle and the word behind it are one."""

_LONGEST = 7
"""Words of the longest name; what is longer is a description."""
_COMPOUND_TITLE = 5
"""Letters from which a title counts at the end of a longer word, too: "Außenminister"."""
_ACRONYM = 6
"""Letters of the longest acronym; a longer word in capitals is a name written so."""
_ASIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_COMMAS = re.compile(r"[,;،؛、]")
_EDGES = " \t.,:;!?\"'«»“”„‘’()[]"
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’]s$")
_TURKISH = re.compile(r"^(\w{3,})['’]\w{1,5}$")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_DIGIT = re.compile(r"\d")
_DOTS = re.compile("[·・•\u2027 ]+")


class Name(NamedTuple):
    """A name as read. Without a core it is an institution, a description or several people."""

    core: Core = ()
    full: bool = False
    """Given name and surname, so that shorter names may be meant by it."""
    titled: bool = False
    bound: bool = False
    """One word that names somebody only if somebody of that name is known: "رئيس روسيا" names nobody."""
    gender: str = ""
    """Of the title: "m", "f" or unknown."""
    tails: tuple[Core, ...] = ()
    """The names that it may end with, the longest first, where its title's end is not clear."""
    joined: str = ""
    """All of it as one surname ("Le Pen"), where it begins with a particle."""


@lru_cache(maxsize=20_000)
def read_name(text: str, language: str | None) -> Name:
    """A speaker's name, in a language (a tag; None: by its letters)."""
    words = vocabulary_for(text, language)
    plain = _ASIDES.sub(" ", text).replace("#", " ").replace("_", " ")
    parts = [part for part in _COMMAS.split(plain) if part.strip(_EDGES)]
    found = [name for name in (_part(part, words) for part in parts) if name.core or name.tails]
    if len(found) == 1:
        return found[0]._replace(titled=found[0].titled or len(parts) > 1)
    full = [name for name in found if name.full]
    return full[0]._replace(titled=True) if len(full) == 1 else Name()


def _part(text: str, words: Vocabulary) -> Name:
    if _UNSPACED.search(text):
        return _unspaced(text.strip(_EDGES), words)
    raw = [word for word in (_bare(word, words.tag) for word in text.split()) if word]
    folded = fold(" ".join(raw)).split(" ")
    if len(folded) != len(raw) or not raw or _DIGIT.search(text) or folded[0] in words.relations - words.honorifics:
        return Name()
    if words.tag == "ar":
        from khabar.speakers.arabic import read_arabic

        return read_arabic(raw, folded, words)
    cased = text.lower() != text.upper()
    return _cased(raw, folded, words) if cased else _caseless(folded, words)


def _bare(word: str, tag: str) -> str:
    """A word without marks round it, and without what is written onto names behind an apostrophe."""
    word = word.strip(_EDGES)
    if tag == "tr" and (match := _TURKISH.match(word)):
        return match[1]
    return word


def is_title(word: str, words: Vocabulary) -> bool:
    """Is a folded word a title: by itself, behind a hyphen, or as the end of a compound?"""
    titles = words.titles
    if word in titles:
        return True
    end = word.rpartition("-")[2]
    if end != word:
        return end in titles
    return words.tag == "de" and any(word[at:] in titles for at in range(2, len(word) - _COMPOUND_TITLE + 1))


def gender_of(title: str, words: Vocabulary) -> str:
    """The gender of somebody with a title, as far as the language's lexicon knows."""
    return "f" if title in words.feminine else "m" if title in words.masculine else ""


def joined(folded: Sequence[str], small: frozenset[str]) -> Core:
    """Words to a core: each word of `small` belongs to the one behind it, and only letters count."""
    out: list[str] = []
    begun = ""
    for at, word in enumerate(folded):
        begun += key(word)
        if word in small and at < len(folded) - 1:
            continue
        if begun:
            out.append(begun)
        begun = ""
    return tuple(out)


def _last_title(folded: Sequence[str], words: Vocabulary) -> int:
    """Where the last title stands that has a name behind it; -1: nowhere."""
    return max((at for at, word in enumerate(folded[:-1]) if is_title(word, words)), default=-1)


def _cased(raw: list[str], folded: list[str], words: Vocabulary) -> Name:
    """A name in letters that know capitals."""
    if _are_two(raw, folded, words):
        return Name()
    at = _last_title(folded, words)
    body = max((n for n, word in enumerate(folded) if is_institution(word, words)), default=-1)
    if body >= at and body >= 0:
        return _behind_body(raw, folded, body, words)
    if at >= 0 and _of_another(raw, folded, at, words):
        return Name()
    if at < 0 and folded[0] in words.articles and len(raw[0]) > 1:  # not "A. Lund"
        alone = joined(folded, words.articles | words.particles)
        return Name(joined=alone[0], core=alone, bound=True) if len(alone) == 1 and not raw[-1].islower() else Name()
    rest, low = folded[at + 1 :], raw[at + 1 :]
    rest[-1] = fold(_POSSESSIVE.sub("", low[-1]))
    polite = at >= 0 and folded[at] in words.honorifics
    if any(_POSSESSIVE.search(word) for word in low[:-1]):
        return Name()
    if len(rest) == 1 and at >= 0 and not polite and _is_acronym(low[0]):  # "szef UOKiK"
        return Name()
    gender = gender_of(folded[at], words) if at >= 0 else ""
    if any(word[0].islower() and small not in words.particles for word, small in zip(low, rest, strict=True)):
        if at < 0 and words.tag in words_of("genitive"):  # "komunikacie Kancelarii Sejmu"
            return Name()
        return Name(tails=_tails(low, rest, words), titled=True, gender=gender)
    if at >= 0 and low[0][0].islower():  # "Frau von der Leyen", or what belongs to the title: "ministre de la Santé"
        core = joined(rest, words.particles)
        if len(core) == 1 and not low[-1][0].islower():
            return Name(core, titled=True, bound=True, gender=gender)
        return Name(tails=_tails(low, rest, words), titled=True, gender=gender)
    found = _named(rest, words, titled=at >= 0, polite=polite, gender=gender)
    if at >= 0 and words.tag in words_of("genitive"):  # "президент России Владимир Путин"
        return found._replace(tails=tuple(found.core[n:] for n in range(1, len(found.core) - 1)))
    return found


def _behind_body(raw: list[str], folded: list[str], body: int, words: Vocabulary) -> Name:
    """A name with an institution in it: somebody's only where a title stands before that, and a name behind it."""
    if not any(is_title(word, words) and not is_institution(word, words) for word in folded[:body]):
        return Name()
    return Name(tails=_tails(raw[body:], folded[body:], words), titled=True)


def _are_two(raw: list[str], folded: list[str], words: Vocabulary) -> bool:
    """Does "and" stand behind a name, and not between two titles?"""
    both = words_of("and")
    return any(
        folded[n] in both and raw[n].islower() and raw[n - 1][0].isupper() and not is_title(folded[n - 1], words)
        for n in range(1, len(raw) - 1)
    )


def _is_acronym(word: str) -> bool:
    return len(word) <= _ACRONYM and word[:2].isupper()


def _of_another(raw: list[str], folded: list[str], at: int, words: Vocabulary) -> bool:
    """Is the title at an index that of somebody whom an earlier one serves: "spokesman for President X"?"""
    before = max((n for n in range(at) if is_title(folded[n], words)), default=at)
    return any(raw[n][0].islower() and folded[n] in words.links for n in range(before + 1, at))


def _tails(raw: list[str], folded: list[str], words: Vocabulary) -> tuple[Core, ...]:
    """The ends, of two words or more, that begin with a capital behind a word that is no preposition."""
    starts = [n for n in range(1, len(raw) - 1) if raw[n][0].isupper() and folded[n - 1] not in words.links]
    found = (joined(folded[n:], words.particles) for n in starts if not any(w[0].islower() for w in raw[n:]))
    return tuple(core for core in found if len(core) > 1)


def _named(
    folded: list[str], words: Vocabulary, *, titled: bool = False, polite: bool = False, gender: str = ""
) -> Name:
    """The name that is left where the title is off. `polite`: behind an honorific, which only names follow."""
    first = folded[0] in words.particles and len(folded) > 1
    whole = joined(folded, words.particles)
    core = (key(folded[0]), *joined(folded[1:], words.particles)) if first else whole
    if len(core) > _LONGEST or "" in core:
        return Name()
    title_last = is_title(folded[-1], words)
    if len(core) == 1:
        if (title_last and not polite) or (not titled and core[0] in words_of("place")):
            return Name()
        return Name(core, titled=titled, gender=gender)
    return Name(
        core,
        full=not title_last or len(core) == 2,
        titled=titled,
        gender=gender,
        joined=whole[0] if first and len(whole) == 1 else "",
    )


def _caseless(folded: list[str], words: Vocabulary) -> Name:
    """A name in letters without capitals: nothing tells a title's second half from a name."""
    if len(folded) > 1 and folded[-1] in words.honorifics:  # "मोदी जी"
        folded = folded[:-1]
    if any(is_institution(word, words) for word in folded):
        return Name()
    at = _last_title(folded, words)
    rest = folded[at + 1 :]
    if not (words.links | words.stops).isdisjoint(rest) or any(word in words.links for word in folded[:at]):
        return Name()
    gender = gender_of(folded[at], words) if at >= 0 else ""
    if at < 0 or folded[at] in words.honorifics:
        return _named(rest, words, titled=at >= 0, polite=at >= 0, gender=gender)
    core = joined(rest, words.particles)
    if len(core) == 1:
        return Name() if is_title(rest[0], words) else Name(core, titled=True, bound=True, gender=gender)
    return Name(titled=True, gender=gender, tails=tuple(core[n:] for n in range(len(core) - 1)))


def _unspaced(text: str, words: Vocabulary) -> Name:
    """A name in letters written without spaces: the title stands before or behind it, nothing between."""
    institutions = words_of("institution")
    end = max((len(title) for title in words.titles if text.endswith(title)), default=0)
    if end == len(text) or any(text.endswith(one) for one in institutions):
        return Name()
    body = text[: len(text) - end]
    start = max((body.rfind(title) + len(title) for title in words.titles if title in body), default=0)
    core = tuple(filter(None, map(key, _DOTS.split(body[start:]))))
    titled = end > 0 or start > 0
    if not core or (len(core) == 1 and len(core[0]) == 1) or any(one in body[start:] for one in institutions):
        return Name()
    return Name(core, full=len(core) > 1, titled=titled)
