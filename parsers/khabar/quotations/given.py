"""People called by their given names: whom "تقول رقية" means, where the article has "المعلمة رقية الحجري"."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.quotations.lexicon import Lexicon

_FEW = 3
"""Words of titles before a given name, and of names behind it."""
_SHORTEST = 3
"""Letters of a given name."""


def given_of(words: Sequence[str], lexicon: Lexicon) -> str:
    """The given name in a full name ("سلمى" of "المهندسة سلمى الخراز"); "" where none is sure to be one."""
    at = 0
    while at < len(words) and _before_a_name(words, at, lexicon):
        at += 1
    if at + 1 >= len(words) or len(words) - at > _FEW or not may_be_given(words[at], lexicon):
        return ""
    return words[at]


def may_be_given(word: str, lexicon: Lexicon) -> bool:
    """Can somebody be called by this word alone?"""
    return len(word) >= _SHORTEST and not lexicon.is_definite(word) and not lexicon.is_title(word)


def _before_a_name(words: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """A title, or the adjective of one that has the article as it has."""
    word = words[at]
    return (
        lexicon.is_title(word)
        or word in lexicon.honorific
        or (at > 0 and lexicon.is_definite(words[at - 1]) and lexicon.is_definite(word))
    )
