"""Pieces of sentences for people: what may have been meant, texts cut short, numbers with their nouns."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

_SHOWN = 60
"""Characters of what was given that a message shows."""


def did_you_mean(name: str, known: Iterable[str], *, count: int = 3) -> str | None:
    """ "did you mean title?" with the nearest of the known names, or None where none is near.

    >>> did_you_mean("titel", ["title", "url"])
    'did you mean title?'
    """
    from difflib import get_close_matches

    by_folded = {one.casefold(): one for one in known}
    near = get_close_matches(name.casefold(), by_folded, n=count)
    return f"did you mean {' or '.join(by_folded[one] for one in near)}?" if near else None


def unknown(what: str, name: str, known: Collection[str]) -> str:
    """The sentence for a name that is none of those known.

    >>> unknown("field", "titel", ["title", "url"])
    'no field is called titel; did you mean title?'
    >>> unknown("field", "x", ["title", "url"])
    'no field is called x; there are title, url'
    """
    hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
    return f"no {what} is called {short(name)}; {hint}"


def short(name: str) -> str:
    """What was given, on one line and cut where it is too long for a message."""
    shown = str(name).encode("unicode_escape").decode() if not str(name).isprintable() else str(name)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def shortened(text: Any) -> Any:
    """A text, cut where it is long; anything else as it is."""
    return f"{text[: _SHOWN - 1]}…" if isinstance(text, str) and len(text) > _SHOWN else text


def represented(value: object) -> str:
    """What was given, as Python writes it, cut where it is long; its type where Python cannot write it.

    >>> represented({"a": 1}), represented(10**5000)
    ("{'a': 1}", 'this int')
    """
    try:
        return str(shortened(repr(value)))
    except (ValueError, RecursionError):  # a whole number of more than 4300 digits, what is nested very deep
        return f"this {type(value).__name__}"


def counted(number: int, noun: str) -> str:
    """ "1 section", "2 sections"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
