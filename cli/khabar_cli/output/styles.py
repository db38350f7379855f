"""Styles by their words ("bold cyan") as ANSI codes: for what is drawn without rich."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}


@lru_cache(maxsize=64)
def painter(style: str) -> Callable[[str], str]:
    """A function that puts a piece of a line into the codes of a style, the reset at its end; no codes where there
    is no style, or no text. Raises KeyError for a word that is none."""
    codes = ";".join(_CODES[word] for word in style.split())
    return (lambda text: f"\x1b[{codes}m{text}\x1b[0m" if text else text) if codes else str
