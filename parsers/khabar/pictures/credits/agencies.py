"""Whose pictures: the agencies that a credit names, each by one name in every language (`lexicon/agencies.txt`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from khabar.characters import fold
from khabar.entries import Image
from khabar.lazy import Lazy
from khabar.lexicon.additions import AGENCIES, empties, kept, used
from khabar.lexicon.store import file

_SHORT = 3
"""Letters of a short name."""
_LONGEST = 2000
"""Characters of a credit that are looked at: a longer one is no list of names."""
_INSIDE = "_.'’‘׳-‐‑\u200c\u200d"
"""Marks that stand inside of names; all others part names. A hyphen between spaces parts them, too."""
_TOKEN = Lazy(r"[^\W_]+| - |[^\w\s.'-]")
"""Words and parting marks of a text in Latin letters, which most credits are."""
_DENSE = (
    ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\ud7af"), ("\uff66", "\uff9f"),
)  # fmt: skip
"""Scripts without spaces between words, and Korean, which writes names together: each letter is a token."""

Tokens = tuple[str, ...]


class _Name(NamedTuple):
    """A spelling of an agency's name."""

    tokens: Tokens
    agencies: Tokens
    """Whom it names: nobody, where it is another name that has an agency's in it."""
    capitals: bool
    """It counts only in capitals."""
    short: bool
    """A few letters in capitals: they begin names of firms and words ("AP-style"), too."""
    alone: bool
    """It counts only where nothing else stands between two marks."""


def _tokens(text: str) -> list[str]:
    """Words, and letters of dense scripts; an empty string for a mark that parts names."""
    if max(text, default="") < "\u0300":
        return [token if token.isalnum() else "" for token in _TOKEN().findall(text)]
    out: list[str] = []
    word = ""
    for at, char in enumerate(text):
        if char.isalnum() or (char > "\u02ff" and unicodedata.category(char)[0] == "M"):
            if char < "\u0e00" or not any(first <= char <= last for first, last in _DENSE):
                word += char
                continue
            after = [char]
        else:
            hyphen = char == "-" and text[at - 1 : at + 2] == " - "
            after = [""] if hyphen or not (char.isspace() or char in _INSIDE) else []
        if word:
            out.append(word)
            word = ""
        out += after
    return [*out, word] if word else out


@kept
def _spellings() -> dict[str, list[tuple[str, str]]]:
    """The lines of the lexicon by their first character, folded, each with its class. Few are ever asked for."""
    out: dict[str, list[tuple[str, str]]] = {}
    known: set[str] = set()
    for group in file("agencies.txt").groups:
        if group.cls.startswith("agency"):
            for text, key in zip(group.texts, group.keys, strict=True):
                out.setdefault(key[0], []).append((group.cls, text))
                known.add(key.partition(" = ")[0])
    for group in (group for one in used() for group in one.groups.get(AGENCIES, ())):
        for text in group.texts if group.mode == "pair" else ():
            for name in map(str.strip, text.partition(" = ")[2].split(";")):
                if fold(name) not in known:  # the user's name to show; ours are all lines of their own
                    known.add(fold(name))
                    out.setdefault(fold(name)[0], []).append((group.cls, f"{name} = {name}"))
    return out


@kept
def _names(first: str) -> dict[str, list[_Name]]:
    """The spellings that begin with a character, by their first token, those of most tokens first."""
    out: dict[str, list[_Name]] = {}
    for cls, text in _spellings().get(first, ()):
        spelling, _, names = text.partition(" = ")
        tokens = tuple(map(fold, _tokens(spelling)))
        agencies = tuple(name.strip() for name in names.split(";")) if names else ()
        out.setdefault(tokens[0], []).append(
            _Name(tokens, agencies, spelling.isupper(), _is_short(tokens), cls == "agency.alone")
        )
    for found in out.values():
        found.sort(key=lambda name: (-len(name.tokens), name.alone))
    return out


@kept
def _words(cls: str) -> frozenset[str]:
    return frozenset(key for group in file("agencies.txt").groups if group.cls == cls for key in group.keys)


@empties
@lru_cache(maxsize=2048)
def agencies_in(credit: str) -> Tokens:
    """The agencies that a credit names, in its order, each once: "AFP via Getty Images" is of both."""
    joined, between, places = _words("joined"), _words("between"), _words("place")
    tokens = _tokens(credit[:_LONGEST])
    keys = [fold(token) for token in tokens]
    for at, key in enumerate(keys):
        if key and key[0] in joined and key not in _names(key[0]) and key[1:] in _names(key[1:2]):
            keys[at] = key[1:]
    borders = [not key or key in between for key in keys]
    found: dict[str, None] = {}
    at = 0
    while at < len(keys):
        names = _names(keys[at][:1]).get(keys[at], ()) if keys[at] else ()
        name = next((name for name in names if _stands(name, at, tokens, keys, borders)), None)
        if name is not None and not (not found and keys[at] in places and _is_state(credit, tokens[at])):
            found.update(dict.fromkeys(name.agencies))
        at += len(name.tokens) if name is not None else 1
    return tuple(found)


def agencies_called(name: str) -> Tokens:
    """The agencies that a name means, as `agencies_in` calls them: by any spelling of the lexicon, whatever its case.
    Empty where it is none of them."""
    tokens = tuple(map(fold, _tokens(name)))
    spellings = _names(tokens[0][:1]).get(tokens[0], ()) if tokens else ()
    return next((found.agencies for found in spellings if found.tokens == tokens), ())


def known_agencies() -> Tokens:
    """The names of all agencies, in order."""
    lines = (text for spellings in _spellings().values() for _, text in spellings)
    return tuple(sorted({name.strip() for text in lines for name in text.partition(" = ")[2].split(";") if name}))


def _stands(name: _Name, at: int, tokens: list[str], keys: list[str], borders: list[bool]) -> bool:
    """Does the credit have this name there?"""
    end = at + len(name.tokens)
    if tuple(keys[at:end]) != name.tokens or (name.capitals and not "".join(tokens[at:end]).isupper()):
        return False
    marked = at > 0 and borders[at - 1] and bool(keys[at - 1])  # "Foto ANI Delhi"
    if name.short and not marked and end < len(keys) and not _may_follow(keys[end], borders[end]):
        return False
    return not name.alone or ((at == 0 or borders[at - 1]) and (end == len(keys) or borders[end]))


def _is_short(tokens: Tokens) -> bool:
    return len(tokens) == 1 and len(tokens[0]) <= _SHORT and tokens[0].isascii()


def _is_state(credit: str, name: str) -> bool:
    """Do initials stand behind a town's one word and a comma ("Harrisburg, PA")?"""
    return re.search(rf"(?:^|[/|;(])\s*[^\W\d_]+, {re.escape(name)}\s*(?:$|[/|;)])", credit) is not None


def _may_follow(key: str, border: bool) -> bool:
    """May a word follow an agency's short name directly: one for its pictures, a number, another agency?"""
    return border or key.isdecimal() or key in _words("part") or key in _names(key[:1])


def with_agencies(images: Iterable[Image]) -> tuple[Image, ...]:
    """The pictures with the agencies of their credits."""
    return tuple(image.replace(agencies=agencies_in(image.credit)) if image.credit else image for image in images)
