"""The credit at a caption's end that a slash shows, or an agency that stands in nothing but credits."""

from __future__ import annotations

import re

from khabar.characters import fold
from khabar.lazy import Lazy
from khabar.pictures.credits.breaks import NAME
from khabar.pictures.credits.judge import LOOSE, NO, PHRASE, Table, judge

_SLASH = Lazy("[/—]")
_WORD = Lazy(r"\S+")
_CAPITALS = 4
"""Words of a photographer's name before a slash, and of one that is written in capitals."""
_REACH = 80
"""Characters before a slash, or at the end, in which a name is looked for."""


def slashed(text: str, table: Table, window: int) -> int:
    """Where a credit with a slash in it begins, or -1: "…en Madrid EFE/ J.J. Guillén", "…port Jane Doe/Reuters"."""
    for slash in _SLASH().finditer(text, max(0, len(text) - window)):
        verdict = judge(text[slash.end() :], table)
        if verdict != NO:
            start = before_slash(text, slash.start(), table, verdict)
            if start >= 0:
                return start
    return -1


def before_slash(text: str, slash: int, table: Table, verdict: int) -> int:
    """Where the name before a slash begins, or -1: an agency's, else a few words in capitals, or with capital letters
    if an agency stands behind it (`verdict`, of what stands there)."""
    words = _words(text, slash)
    if not words:
        return -1
    keys = [fold(w[0]) for w in words]
    for n in range(min(PHRASE, len(words) - 1), 0, -1):
        start = words[-n].start()
        if table.agency(" ".join(keys[-n:]), text[start:slash].rstrip()):
            return start
    if verdict < LOOSE:
        return -1
    capitals = run = 0
    for word in reversed(words):
        if not word[0].isupper() or len(word[0]) < 2:
            break
        capitals += 1
    if capitals:
        return words[-min(capitals, _CAPITALS)].start()
    for at, (word, key) in enumerate(zip(reversed(words), reversed(keys), strict=True), 1):
        if word[0][0].isupper():
            run = at
        elif key not in table.particles:
            break
    if run:
        return words[-(run if run <= NAME else 2)].start()
    return slash if text[slash - 1].isspace() else -1


def _words(text: str, end: int) -> list[re.Match[str]]:
    """The last words before `end`, whole ones."""
    start = max(0, end - _REACH)
    words = list(_WORD().finditer(text, start, end))
    return words[1:] if start and not text[start - 1].isspace() else words


def pictures(text: str, table: Table) -> int:
    """Where an agency begins that follows a word with nothing between, or -1: one that stands in nothing but credits,
    or is written in capitals. "for Getty Images" is a sentence's end."""
    words = _words(text, len(text))
    for n in range(min(PHRASE, len(words) - 1), 0, -1):
        start = words[-n].start()
        key = fold(text[start:])
        if key in table.photo or (key in table.agencies and text[start:].isupper() and len(key) > PHRASE):
            before = words[-n - 1][0]
            return -1 if before.islower() and len(before) <= NAME else start
    return -1
