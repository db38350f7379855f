"""What is wrong with an entry of a user's lexicon: that it could not be found in any text, or would be in most."""

from __future__ import annotations

import re

from khabar.lexicon.additions import AGENCIES, QUOTATIONS
from khabar.lexicon.index import bare
from khabar.lookup import WHOLE
from khabar.user_lexicon.classes import PAIR, WORD

_INSIDE = 7
"""Bytes of what is looked for anywhere in a line, at the least: less stands in words."""
_PROOF = 12
"""Characters of a proof that is looked for anywhere in a line, at the least: less is a mere mention."""
_HEAD = 2
"""Characters that lines are looked up by, at the least."""
_MONTHS = 12
"""Of a year."""
_COLUMNS = 4
"""Masculine, feminine, plural, neuter."""
_PLACEHOLDER = re.compile("%[a-z]+%")
PROOF = "proof"
"""The class of what proves a publisher, and its key line."""


def fault(reader: str, cls: str, mode: str, text: str, key: str) -> str | None:
    """What is wrong with an entry, a clause for people; None where nothing is. `key`: the text folded."""
    if not any(map(str.isalnum, key)):
        return "has no letter or figure"
    if reader == QUOTATIONS:
        return _of_words(cls, key)
    if mode == PAIR:
        return _of_pair(reader, cls, key)
    return None if mode == WORD else _of_marker(cls, mode, text, key)


def _of_marker(cls: str, mode: str, text: str, key: str) -> str | None:
    if mode == "template":
        return _of_template(key)
    if _PLACEHOLDER.search(key):
        return "has a placeholder: these need the mode template"
    if len(key) > WHOLE:
        return f"is longer than {WHOLE} characters: no marker is looked for in such a line"
    if mode != "line" and len(bare(key) if mode == "end" else key) < _HEAD:
        return f"is too short: it needs {_HEAD} characters"
    if mode != "inside":
        return None
    if cls == PROOF and len(text) < _PROOF:
        return f"is too short to prove a publisher from inside a line: it needs {_PROOF} characters"
    return "is too short to be looked for inside lines" if len(text.encode()) < _INSIDE else None


def _of_template(key: str) -> str | None:
    if key.count("%") % 2 or len(_PLACEHOLDER.findall(key)) * 2 != key.count("%"):
        return "has a broken placeholder: write %title%, %provider%, %n% or %any%"
    first, *others = _PLACEHOLDER.split(key)
    tail = bare(others[-1].strip()) if others else ""
    if len(first.strip()) < _HEAD and len(tail) < _HEAD:
        return f"needs {_HEAD} characters before or behind its placeholder"
    return None


def _of_pair(reader: str, cls: str, key: str) -> str | None:
    left, _, right = (part.strip() for part in key.partition(" = "))
    if reader == AGENCIES:
        names = [left, *right.split(";")]
        return None if all(map(_has_letters, names)) else "must read SPELLING = AGENCY"
    number = int(right) if right.isascii() and right.isdigit() and len(right) < 3 else 0
    if not _has_letters(left) or not 1 <= number <= _MONTHS:
        return "must read NAME = NUMBER, a month from 1 to 12"
    return None


def _has_letters(name: str) -> bool:
    return any(map(str.isalnum, name))


def _of_words(cls: str, key: str) -> str | None:
    """Of quotations: words with spaces between, cues and pronouns in columns."""
    from khabar.quotations.lexicon import CLASSES

    forms, plus, takes = key.partition("+")
    if cls in (*CLASSES, "name") and ("/" in key or plus):
        return "has a stroke or a plus: only cues and pronouns have columns"
    if forms.count("/") >= _COLUMNS:
        return f"has more than {_COLUMNS} columns: masculine / feminine / plural / neuter"
    if plus and not _has_letters(takes):
        return "has nothing behind its plus"
    bad = next((form for form in forms.replace("/", " ").split() if not _has_letters(form)), None)
    if bad is not None:
        return f"has a word without a letter: {bad}"
    return None if _has_letters(forms) else "has no word before its plus"
