"""People called by their given names: whom "تقول رقية" means, where the article has "المعلمة رقية الحجري"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.quotations.lexicon import Lexicon
from khabar.quotations.lines import Line

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


def full_names(
    lines: Sequence[Line], called: Mapping[str, int], lexicon: Lexicon
) -> dict[str, tuple[Line, int, int]]:
    """Where given names first stand in full ones, with a family name behind them, by the given name.

    `called`: the number of words that somebody's name has so far. A title before it proves a full name; without one
    it counts only for those of whom nothing but the given name is known.
    """
    out: dict[str, tuple[Line, int, int]] = {}
    for line in lines:
        words = line.words.words
        for at, word in enumerate(words[:-1]):
            if word in called and line.inside[at] < 0 and word not in out and _is_family(line, at + 1, lexicon):
                first = _titles(line, at, lexicon)
                if first < at or (called[word] == 1 and _may_open(line, at, lexicon)):
                    out[word] = (line, first, at + 2)
    return out


def _is_family(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Can a word be a family name? Only those with the article are told from what else may follow a name."""
    word = line.words.words[at]
    if not lexicon.is_definite(word) or line.inside[at] >= 0 or lexicon.is_title(word):
        return False
    if word.endswith(lexicon.feminine_ends):
        return False  # "قرارات ترامب الجديدة"
    others = (lexicon.time, lexicon.stop, lexicon.adverb, lexicon.relative, lexicon.object, lexicon.setting)
    return not any(word in words for words in others)


def _titles(line: Line, at: int, lexicon: Lexicon) -> int:
    """The first of the titles that stand right before a given name; the name's own place where there are none."""
    words = line.words.words
    first = at
    for i in range(at - 1, max(line.began[at], at - _FEW) - 1, -1):
        if lexicon.is_title(words[i]) or words[i] in lexicon.honorific:
            first = i
        elif not lexicon.is_definite(words[i]):
            break
    return first


def _may_open(line: Line, at: int, lexicon: Lexicon) -> bool:
    """May a name begin here, and not be the end of "قرار فلان"? At a beginning, behind a mark, a cue, a noun with the
    article, or a small word."""
    if at == line.began[at]:
        return True
    before = line.words.words[at - 1]
    return (
        not before[-1:].isalnum()
        or before in lexicon.stop
        or lexicon.is_definite(before)
        or lexicon.is_cue_word(before)
    )
