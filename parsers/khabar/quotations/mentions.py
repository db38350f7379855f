"""Where the words that name somebody begin and end: article, description, name, and what belongs to them."""

from __future__ import annotations

from typing import NamedTuple

from khabar.quotations.grammar import Grammar
from khabar.quotations.passage import Passage

NAME, NOUN, PRONOUN = "name", "noun", "pronoun"
_LONGEST = 14
_LOWER = 4
"""Words without a capital between an article and its noun."""
_MARKED = 4
"""Words in marks that may belong to a name."""


class Mention(NamedTuple):
    """Words [first:last] of a passage; `gender` is what a pronoun shows."""

    first: int
    last: int
    kind: str
    gender: str


def mention_at(p: Passage, at: int, g: Grammar, limit: int | None = None, whole: bool = False) -> Mention | None:
    """The mention that begins at a word; None where none does.

    `whole`: it must end at the limit, and so may hold a place ("police in Leeds") that else would end it.
    """
    limit = p.count if limit is None else min(limit, p.count)
    if at >= limit or p.inside[at] != -1:
        return None
    pronoun = p.keys[at].removeprefix("-t").removeprefix("-") if p.keys[at][0] == "-" else p.keys[at]
    if pronoun in g.pronouns:
        return Mention(at, at + 1, PRONOUN, g.pronouns[pronoun])
    i = at
    while i < limit and i < at + 2 and p.keys[i] in g.article:
        i += 1
    last, proper, inner = _run(p, at, i, g, limit, whole)
    if last <= i:
        return None
    named = proper == last and (not g.nouns_capital or i == at or _names(p, i, last, g) > 1)
    if named and inner and i > at:  # "the editor of the Standard", but "le ministre de l'Économie Bruno Le Maire"
        named = g.adjoined and _names(p, inner, last, g) > 2
    return Mention(at, last, NAME if named else NOUN, "")


def _names(p: Passage, first: int, last: int, g: Grammar) -> int:
    """How many words have a capital and are no descriptions."""
    return sum(p.capital(i) and not g.is_title(p.keys[i]) for i in range(first, last))


def _run(p: Passage, at: int, start: int, g: Grammar, limit: int, whole: bool) -> tuple[int, int, int]:
    """The word behind the last one of a mention, the one behind the last proper name in it, its last preposition."""
    i = last = start
    proper = at
    head = lower = inner = 0
    article = start > at
    while i < limit and i - at < _LONGEST:
        if p.inside[i] != -1:
            to = 0 if i == at else marked_name(p, i, g) or (short_title(p, i) if i == start else 0)
            if to == 0:
                break
            i = last = proper = to
            continue
        key = p.keys[i]
        if not key[0].isalnum():
            if not _joins_parts(p, i, start, limit, g):
                break
            i += 1
            continue
        joins = i > start and (key in g.inside or (whole and key in g.within))
        if joins and (g.is_title(p.keys[i - 1]) or (head and proper < i)):
            if not _goes_on(p, i, g, limit):
                break
            if p.keys[i + 1] in g.article:
                i += 1
            article, head, lower, inner = True, 0, 0, i
            i += 1
            if not p.capital(i):
                last = i + 1
            continue
        if _ends_mention(p, i, start, g):
            break
        capital = p.capital(i)
        if g.is_title(key):
            head, last = 1, i + 1
        elif _is_particle(p, i, limit, g):
            pass
        elif capital or (key[0].isdigit() and article):
            last = i + 1
            proper = last if capital else proper
        elif lower < _LOWER and _lowercase(p, i, g, limit, bool(head), article, proper > start, inner > 0):
            lower += 1
            last = i + 1
        else:
            break
        i += 1
    return last, proper, inner


def _is_particle(p: Passage, i: int, limit: int, g: Grammar) -> bool:
    """Is a word a particle of a name that goes on behind it?"""
    return p.keys[i] in g.particle and i + 1 < limit and (p.capital(i + 1) or p.keys[i + 1] in g.particle)


def _joins_parts(p: Passage, i: int, start: int, limit: int, g: Grammar) -> bool:
    """Does a mark stand within a name: the stop of an initial or a title, "&" or a hyphen between capitals?"""
    key = p.keys[i]
    if key == "." and i > start:
        return len(p.keys[i - 1]) == 1 or p.keys[i - 1] in g.honorific
    return key in "&-’'" and 0 < i + 1 < limit and p.capital(i - 1) and p.capital(i + 1)


def _ends_mention(p: Passage, i: int, start: int, g: Grammar) -> bool:
    """Is a word none that a mention has in it?"""
    key = p.keys[i]
    if any(key in words for words in (g.stop, g.day, g.relative, g.that, g.adverb, g.lead)):
        return True
    if i > start and (key in g.pronouns or (key in g.article and key not in g.particle)):
        return True
    if p.capital(i) or g.is_title(key) or key in g.particle:
        return False
    return key in g.cues or key in g.blocks or key in g.auxiliary


def marked_name(p: Passage, i: int, g: Grammar) -> int:
    """Behind a name in marks that the word before calls one ("the newspaper “X”"); 0 where it is none."""
    if i == 0 or p.inside[i] < 0 or (p.keys[i - 1] not in g.naming and not g.is_title(p.keys[i - 1])):
        return 0
    first, to = p.places[p.inside[i]]
    return to if first == i and to - first - 2 <= _MARKED else 0


def short_title(p: Passage, i: int) -> int:
    """Behind a short name in marks, as after an article: "laut dem «Nordblatt»"; 0 where it is none."""
    if p.inside[i] < 0:
        return 0
    first, to = p.places[p.inside[i]]
    return (
        to if first == i and 2 < to - first < _MARKED + 3 and p.capital(i + 1) and p.keys[to - 2][0].isalnum() else 0
    )


def _goes_on(p: Passage, i: int, g: Grammar, limit: int) -> bool:
    """Does what follows a preposition belong to the description before it ("a spokesman for the union")?"""
    if i + 1 >= limit or p.inside[i + 1] != -1 or not p.keys[i + 1][0].isalnum():
        return False
    key = p.keys[i + 1]
    if key in g.article:
        return i + 2 < limit and p.keys[i + 2][0].isalnum() and p.inside[i + 2] == -1 and p.keys[i + 2] not in g.day
    return key not in g.stop and key not in g.day and key not in g.pronouns and key not in g.adverb


def _lowercase(
    p: Passage, i: int, g: Grammar, limit: int, head: bool, article: bool, named: bool, inner: bool
) -> bool:
    """May a word without a capital be part of the mention, as an adjective or the noun itself?"""
    if inner and named and not (i + 1 < p.count and p.keys[i + 1] == ","):
        return False  # but "español, X,"
    if head:
        if not g.complements:
            return False
    elif not article:
        if named:
            return i + 1 < limit and p.inside[i + 1] == -1 and g.is_title(p.keys[i + 1])
        return not g.nouns_capital and _leads_to_name(p, i, g, limit)
    if not named:
        return True
    if g.nouns_capital:
        return False
    after = i + 1  # behind a name or an adjective with a capital: what it describes must follow at once
    if after >= limit or not p.keys[after][0].isalnum() or p.inside[after] != -1:
        return True
    key = p.keys[after]
    return p.capital(after) or g.is_title(key) or key in g.stop or key in g.cues or key in g.relative


def _leads_to_name(p: Passage, i: int, g: Grammar, limit: int) -> bool:
    """Is it the first word of a description without an article, a name behind it ("retired teacher Jane Roe")?"""
    for at in range(i, min(i + _LOWER + 1, limit)):
        if p.inside[at] != -1 or not p.keys[at][0].isalpha():
            return False
        if p.capital(at):
            return at > i
        if g.knows(p.keys[at]):
            return False
    return False


def apposed(p: Passage, m: Mention, g: Grammar) -> Mention:
    """With the name behind a comma, where a description has one: "the harbour master, Jane Roe,"."""
    at = m.last
    if m.kind != NOUN or at + 1 >= p.count or p.keys[at] not in (",", "،") or not g.is_title(_head(p, m, g)):
        return m
    name = mention_at(p, at + 1, g, at + 7)
    if (
        name is None
        or name.kind != NAME
        or name.first != at + 1
        or not p.capital(at + 1)
        or p.keys[at + 1] in g.article
    ):
        return m
    if name.last < p.count and p.inside[name.last] == -1 and p.keys[name.last][0].isalnum():
        if p.keys[name.last] not in g.stop and p.keys[name.last] not in g.relative:
            return m
    return Mention(m.first, name.last, NAME, "")


def _head(p: Passage, m: Mention, g: Grammar) -> str:
    return next((p.keys[i] for i in range(m.first, m.last) if g.is_title(p.keys[i])), "")


def described(p: Passage, m: Mention, g: Grammar) -> list[str]:
    """What somebody is called in a mention, and behind a comma after it."""
    heads = [p.keys[i] for i in range(m.first, m.last) if g.is_title(p.keys[i])]
    if m.last + 1 < p.count and p.keys[m.last] in (",", "،") and m.kind == NAME:
        other = mention_at(p, m.last + 1, g, m.last + 9)
        if (
            other is not None
            and other.kind != PRONOUN
            and not (p.capital(m.last + 1) and p.keys[m.last + 1] in g.article)
        ):
            heads += [p.keys[i] for i in range(other.first, other.last) if g.is_title(p.keys[i])]
    return heads


__all__ = ["NAME", "NOUN", "PRONOUN", "Mention", "apposed", "described", "marked_name", "mention_at"]
