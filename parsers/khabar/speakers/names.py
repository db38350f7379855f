"""A speaker's name read: where its title ends, what is left, and whether that is somebody's full name.

A name is read by itself, without the corpus: what it may be one with is decided in `merge`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from khabar.characters import fold
from khabar.lexicon.additions import empties
from khabar.speakers.arabic import read_arabic
from khabar.speakers.cased import read_cased
from khabar.speakers.caseless import read_caseless, read_unspaced
from khabar.speakers.name import Name
from khabar.speakers.words import Vocabulary, vocabulary_for

_MOST = 400
"""Characters of the longest name with titles; what is longer is no name, and is not looked into."""
_ASIDES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_COMMAS = re.compile(r"[,;،؛、]")
_EDGES = " \t.,:;!?\"'«»“”„‘’()[]"
_TURKISH = re.compile(r"^(\w{3,})['’]\w{1,5}$")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_DIGIT = re.compile(r"\d")


@empties
@lru_cache(maxsize=20_000)
def read_name(text: str, language: str | None) -> Name:
    """A speaker's name, in a language (a tag; None: by its letters)."""
    if len(text) > _MOST:
        return Name()
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
        return read_unspaced(text.strip(_EDGES), words)
    raw = [word for word in (_bare(word, words.tag) for word in text.split()) if word]
    folded = fold(" ".join(raw)).split(" ")
    if len(folded) != len(raw) or not raw or _DIGIT.search(text) or folded[0] in words.relations - words.honorifics:
        return Name()
    if words.tag == "ar":
        return read_arabic(raw, folded, words)
    cased = text.lower() != text.upper()
    return read_cased(raw, folded, words) if cased else read_caseless(folded, words)


def _bare(word: str, tag: str) -> str:
    """A word without marks round it, and without what is written onto names behind an apostrophe."""
    word = word.strip(_EDGES)
    if tag == "tr" and (match := _TURKISH.match(word)):
        return match[1]
    return word
