"""A name in letters that know capitals: what is written small is no name, but for particles."""

from __future__ import annotations

import re

from khabar.characters import fold
from khabar.speakers.name import Core, Name, gender_of, is_title, joined, last_title, named, with_given
from khabar.speakers.words import Vocabulary, is_institution

_POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’]s$")
_ACRONYM = 6
"""Letters of the longest acronym; a longer word in capitals is a name written so."""


def read_cased(raw: list[str], folded: list[str], words: Vocabulary) -> Name:
    """A name, its words as written and folded."""
    if _are_two(raw, folded, words):
        return Name()
    at = _title_at(raw, folded, words)
    body = max((n for n, word in enumerate(folded) if is_institution(word, words)), default=-1)
    if body >= max(at, 0):
        return _behind_body(raw, folded, body, words)
    if at >= 0:
        found = (
            Name() if at or _has_small(raw, folded, words) else with_given(_without_possessive(raw, folded), words)
        )
        if found.core or _of_another(raw, folded, at, words):
            return found
        return _titled(raw, folded, at, words)
    if folded[0] in words.articles and len(raw[0]) > 1:  # not "A. Lund"
        alone = joined(folded, words.articles | words.particles)
        return Name(joined=alone[0], core=alone, bound=True) if len(alone) == 1 and not raw[-1].islower() else Name()
    folded = _without_possessive(raw, folded)
    if not folded:
        return Name()
    if _has_small(raw, folded, words):  # an unknown title, or in languages with cases anything that has a name
        return Name() if words.genitive else Name(tails=_tails(raw, folded, words), titled=True)
    return named(folded, words)


def _title_at(raw: list[str], folded: list[str], words: Vocabulary) -> int:
    """Where the last title stands before the name; -1: nowhere. "Bill", which is nobody's, is none."""
    at = last_title(folded, words)
    while at >= 0 and raw[at][0].isupper() and folded[at] in words.given and folded[at] in words.things:
        at = last_title(folded[: at + 1], words)
    return at


def _titled(raw: list[str], folded: list[str], at: int, words: Vocabulary) -> Name:
    """What stands behind a title."""
    title, gender = folded[at], gender_of(folded[at], words)
    polite = folded[at] in words.honorifics
    raw = raw[at + 1 :]
    rest = _without_possessive(raw, folded[at + 1 :])
    if not rest or (len(rest) == 1 and not polite and _is_acronym(raw[0])):  # "szef UOKiK"
        return Name()
    small = raw[0][0].islower()
    if small and len(joined(rest, words.particles)) == 1 and raw[-1][0].isupper():  # "Frau von der Leyen"
        return Name(joined(rest, words.particles), titled=True, bound=True, gender=gender)
    if small or _has_small(raw, rest, words):  # "ministre de la Santé …"
        return Name(tails=_tails(raw, rest, words), titled=True, gender=gender)
    found = named(rest, words, titled=True, polite=polite, gender=gender)._replace(title="" if polite else title)
    if words.genitive:  # "президент России Владимир Путин"
        return found._replace(tails=tuple(found.core[n:] for n in range(1, len(found.core) - 1)))
    return found


def _without_possessive(raw: list[str], folded: list[str]) -> list[str]:
    """The folded words without an 's at their end; none where one stands before: "Trump's lawyer"."""
    if any(_POSSESSIVE.search(word) for word in raw[:-1]):
        return []
    return [*folded[:-1], fold(_POSSESSIVE.sub("", raw[-1]))]


def _has_small(raw: list[str], folded: list[str], words: Vocabulary) -> bool:
    """Is a word written small that is no particle?"""
    return any(word[0].islower() and small not in words.particles for word, small in zip(raw, folded, strict=True))


def _behind_body(raw: list[str], folded: list[str], body: int, words: Vocabulary) -> Name:
    """A name with an institution in it: somebody's only where a title stands before that, and a name behind it."""
    if not any(is_title(word, words) and not is_institution(word, words) for word in folded[:body]):
        return Name()
    return Name(tails=_tails(raw[body:], folded[body:], words), titled=True)


def _are_two(raw: list[str], folded: list[str], words: Vocabulary) -> bool:
    """Does "and" stand behind a name, and not between two titles?"""
    return any(
        folded[n] in words.both
        and raw[n].islower()
        and raw[n - 1][0].isupper()
        and not is_title(folded[n - 1], words)
        for n in range(1, len(raw) - 1)
    )


def _is_acronym(word: str) -> bool:
    return len(word) <= _ACRONYM and word[:2].isupper()


def _of_another(raw: list[str], folded: list[str], at: int, words: Vocabulary) -> bool:
    """Is the title at an index that of somebody whom an earlier one serves: "spokesman for President X"?"""
    before = max((n for n in range(at) if is_title(folded[n], words)), default=at)
    return any(raw[n][0].islower() and folded[n] in words.links for n in range(before + 1, at))


def _tails(raw: list[str], folded: list[str], words: Vocabulary) -> tuple[Core, ...]:
    """The ends, of two words or more, that begin with a capital behind a word that is no preposition."""
    starts = [n for n in range(1, len(raw) - 1) if raw[n][0].isupper() and folded[n - 1] not in words.links]
    found = (joined(folded[n:], words.particles) for n in starts if not any(w[0].islower() for w in raw[n:]))
    return tuple(core for core in found if len(core) > 1)
