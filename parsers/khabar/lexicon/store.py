"""Which files make the lexicon of a language, each read once in a process."""

from __future__ import annotations

from functools import cache

from khabar.lexicon.files import LexiconFile, names, read
from khabar.lexicon.index import Lexicon

_file = cache(read)


@cache
def languages() -> frozenset[str]:
    """The tags that have a file: "ar", "sr-Latn", …"""
    return frozenset(name[len("languages/") : -len(".txt")] for name in names("languages"))


@cache
def publishers(language: str) -> tuple[LexiconFile, ...]:
    """The publishers' files of a language."""
    return tuple(f for f in map(_file, names("publishers")) if language in f.keys.get("language", ()))


@cache
def lexicon_for(*tags: str) -> Lexicon:
    """The lexicon of one language or more, with what is common to all: the BBC's pages fall back on English labels
    in any language, and these are in common.txt. Unknown tags are passed over; no tag at all is English.
    """
    wanted = [t for t in tags if t in languages()] or ["en"]
    files = [_file(f"languages/{t}.txt") for t in wanted]
    for tag in wanted:
        files += publishers(tag)
    files.append(_file("common.txt"))
    return Lexicon(files, wanted[0])


def brand(tag: str | None) -> str | None:
    """The BBC's name for its service in a language, as its pages give it."""
    if tag is None or tag not in languages():
        return None
    return next(iter(_file(f"languages/{tag}.txt").keys.get("brand", ())), None)
