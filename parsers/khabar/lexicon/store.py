"""Which files make the lexicon of a language, ours and the user's, each of ours read once in a process."""

from __future__ import annotations

import os
from functools import cache

from khabar.lexicon.additions import QUOTATIONS, added_files, kept, with_added
from khabar.lexicon.files import LexiconFile, names, path, read
from khabar.lexicon.index import Lexicon

_read = cache(read)


@kept
def file(name: str, folded: bool = True) -> LexiconFile:
    """A lexicon file, read once in a process, with what the user's own adds to it; arguments and errors as `read`."""
    return with_added(_read(name, folded), name)


@cache
def languages() -> frozenset[str]:
    """The tags that have a file: "ar", "sr-Latn", …"""
    return frozenset(name[len("languages/") : -len(".txt")] for name in names("languages"))


@cache
def publishers(language: str) -> tuple[LexiconFile, ...]:
    """The publishers' files of a language. Those of other languages are looked into, but not folded."""
    return tuple(file(name) for name in names("publishers") if _is_of(name, language))


def _is_of(name: str, language: str) -> bool:
    with open(path(name), "rb") as handle:
        return f"\n@language {language}\n".encode() in b"\n" + handle.read()


@kept
def quotation_file(language: str, folded: bool = False) -> LexiconFile | None:
    """The words that a language's quotations are attributed by, as written or `folded`, where there is a file of
    them. `language`: a tag without a script."""
    name = f"quotations/{language}.txt"
    return with_added(_read(name, folded), QUOTATIONS, language) if os.path.exists(path(name)) else None


@kept
def lexicon_for(*tags: str) -> Lexicon:
    """The lexicon of one language or more, with what is common to all: the BBC's pages fall back on English labels
    in any language, and these are in common.txt. Unknown tags are passed over; no tag at all is English. What the
    user's own lexicon has for any of them goes first.
    """
    wanted = [t for t in tags if t in languages()] or ["en"]
    files = [file(f"languages/{t}.txt") for t in wanted]
    for tag in wanted:
        files += publishers(tag)
    files.append(file("common.txt"))
    return Lexicon([*added_files((*tags, *wanted), files), *files], wanted[0])


MARKS = ("“", "”")
"""Quotation marks of a language whose file does not say which it has (`@quotes`)."""


def quotation_marks(tag: str) -> tuple[str, str]:
    """The marks that a quotation is written in, opening and closing. `tag`: of any language, or ""."""
    named = next((t for t in (tag, tag.partition("-")[0]) if t in languages()), None)
    for value in file(f"languages/{named}.txt").keys.get("quotes", ()) if named else ():
        opening, _, closing = value.partition(" ")
        return opening, closing
    return MARKS


def brand(tag: str | None) -> str | None:
    """What the house of the language's markers (`@house`) calls its service there: the first `@brand`."""
    if tag is None or tag not in languages():
        return None
    return next(iter(file(f"languages/{tag}.txt").keys.get("brand", ())), None)
