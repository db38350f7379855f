"""What is known of a speaker's name once it is read, and what the readers of all scripts have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.characters import key
from khabar.speakers.words import Vocabulary, words_of

Core = tuple[str, ...]
"""The words of a name without titles, as they are compared; a particle and the word behind it are one."""
LONGEST = 7
"""Words of the longest name; what is longer is a description."""
_COMPOUND_TITLE, _LONGEST_TITLE = 5, 30
"""Letters of a title that counts at the end of a longer word, too: "Außenminister"."""


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
    title: str = ""
    """The last word of the title before it."""
    called: str = ""
    """Its first word, where that may be a title: "Duke" in "Duke Roe", read as given name and surname."""
    joined: str = ""
    """All of it as one surname ("Le Pen"), where it begins with a particle."""


def is_title(word: str, words: Vocabulary) -> bool:
    """Is a folded word a title: by itself, behind a hyphen, or as the end of a compound?"""
    titles = words.titles
    if word in titles:
        return True
    end = word.rpartition("-")[2]
    if end != word:
        return end in titles
    first = max(2, len(word) - _LONGEST_TITLE)
    return words.tag == "de" and any(word[at:] in titles for at in range(first, len(word) - _COMPOUND_TITLE + 1))


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


def last_title(folded: Sequence[str], words: Vocabulary) -> int:
    """Where the last title stands that has a name behind it; -1: nowhere."""
    return max((at for at, word in enumerate(folded[:-1]) if is_title(word, words)), default=-1)


def with_given(folded: Sequence[str], words: Vocabulary) -> Name:
    """A title that is a given name, too, before one word, read as both: "Duke Roe", "Imam Roe"; else nobody's."""
    core = joined(folded[1:], words.particles)
    if len(core) != 1 or folded[0] not in words.given or is_title(folded[-1], words) or folded[-1] in words.states:
        return Name()
    called = "" if folded[0] in words.honorifics else folded[0]
    return Name((key(folded[0]), *core), full=True, called=called)


def named(
    folded: list[str], words: Vocabulary, *, titled: bool = False, polite: bool = False, gender: str = ""
) -> Name:
    """The name that is left where the title is off. `polite`: behind an honorific, which only names follow."""
    first = folded[0] in words.particles and len(folded) > 1
    whole = joined(folded, words.particles)
    core = (key(folded[0]), *joined(folded[1:], words.particles)) if first else whole
    if len(core) > LONGEST or "" in core:
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
