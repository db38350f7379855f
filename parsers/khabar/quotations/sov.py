"""Subjects where the verb ends the clause: Turkish, Persian, Urdu.

The subject begins the clause, and what ends it is a comma, an adverbial, or the mark of the agent ("نے"). With
nothing that ends it, a long stretch of words may hold an object too, and nobody is named.
"""

from __future__ import annotations

from khabar.quotations.grammar import AFTER, BEFORE, BEHIND, Grammar
from khabar.quotations.mentions import NAME, NOUN, PRONOUN, Mention
from khabar.quotations.passage import Found, Passage

_LONGEST = 10
_UNSURE = 6
"""Words of a clause without a comma, of which the subject is taken for all."""
_COMMAS = frozenset(",،")


def subject_of(p: Passage, found: Found, g: Grammar, behind: bool) -> Mention | None:
    """The subject of a verb, or whom an attribution names."""
    kind = found.cue.kind
    if kind in (BEFORE, BEHIND):
        return _forward(p, found.to, g)
    if kind == AFTER or (g.marker and found.at and p.keys[found.at - 1] in g.marker):
        return _backward(p, found.at - (p.keys[found.at - 1] in g.marker), g)
    began = p.began[found.at]
    if g.marker:
        for i in range(found.at - 1, began - 1, -1):
            if p.inside[i] == -1 and p.keys[i] in g.marker:
                return _backward(p, i, g)
        return _backward(p, found.at, g)
    return _clause_subject(p, began, found.at, g)


def _forward(p: Passage, at: int, g: Grammar) -> Mention | None:
    """From a word to the comma or adverbial that ends the name."""
    end = at
    while end < p.count and end - at < _LONGEST and p.inside[end] == -1 and _goes_on(p, end, g):
        end += 1
    return _mention(p, at, end, g) if end - at < _LONGEST else None


def _goes_on(p: Passage, at: int, g: Grammar) -> bool:
    key = p.keys[at]
    if key == "." and at > 0 and (p.keys[at - 1] in g.honorific or len(p.keys[at - 1]) == 1):
        return True
    return (key[0].isalnum() or key == "-") and not _ends(key, g) and key not in g.cues


def _ends(key: str, g: Grammar) -> bool:
    return key in g.stop or key in g.day or key in g.that or key in g.adverb or key in g.lead or key in g.relative


def _backward(p: Passage, end: int, g: Grammar) -> Mention | None:
    """From what marks the agent back to where the clause, or what stands before the agent, ends."""
    start = end
    began = p.began[end] if end < p.count else 0
    while start > began and end - start <= _LONGEST:
        key = p.keys[start - 1]
        if p.inside[start - 1] != -1 or not (key[0].isalnum() or key == "-") or _ends(key, g):
            break
        start -= 1
    return _mention(p, start, end, g) if end - start <= _LONGEST else None


def _clause_subject(p: Passage, began: int, end: int, g: Grammar) -> Mention | None:
    """The first stretch of the clause that may be a subject."""
    at = began
    while at < end:
        while at < end and (p.keys[at] in g.lead or p.keys[at] in g.adverb or p.keys[at] in _COMMAS):
            at += 1
        if at >= end or p.inside[at] != -1:
            break
        to = at
        while to < end and p.inside[to] == -1 and _goes_on(p, to, g):
            to += 1
        mention = _piece(p, at, to, end, g)
        if mention is not None:
            return mention
        while to < end and p.keys[to] not in _COMMAS and p.inside[to] == -1:
            to += 1
        at = to + 1
    at = end - 1
    return None


def _piece(p: Passage, at: int, to: int, end: int, g: Grammar) -> Mention | None:
    """A stretch of words as the subject, where it can be one."""
    if to <= at:
        return None
    if g.capitals:
        first, last = _capitals(p, at, to, g)
        return _mention(p, first, last, g) if last > first else None
    key = p.keys[at]
    if key in g.pronouns or g.is_title(key):
        return _forward(p, at, g) if to - at < _LONGEST else None
    closed = to == end or p.keys[to] in _COMMAS or _ends(p.keys[to], g)
    return _mention(p, at, to, g) if closed and to - at < _UNSURE else None


def _capitals(p: Passage, at: int, to: int, g: Grammar) -> tuple[int, int]:
    """The words with capitals that begin a stretch, or those that end it before a comma."""
    last = at
    while last < to and _part(p, last, g):
        last += 1
    comma = to < p.count and (p.keys[to] in _COMMAS or p.keys[to] in g.that)
    if last > at and ((last == to and comma) or last - at > 1 or g.is_title(p.keys[at]) or p.keys[at] in g.pronouns):
        return at, last
    if last > at and last < p.count and _ends(p.keys[last], g):
        return at, last
    if not comma:
        return at, at
    first = to
    while first > at and _part(p, first - 1, g) and not (first < to and _placed(p, first - 1, g)):
        first -= 1
    return first, to


def _part(p: Passage, at: int, g: Grammar) -> bool:
    """May a word be part of a name with its title?"""
    key = p.keys[at]
    return p.capital(at) or key in g.particle or g.is_title(key) or key == "."


def _placed(p: Passage, at: int, g: Grammar) -> bool:
    """Has a name a case ending behind an apostrophe, so that it is where somebody is from?"""
    return any(mark in p.keys[at] for mark in g.suffixes)


def _mention(p: Passage, first: int, last: int, g: Grammar) -> Mention | None:
    if last <= first:
        return None
    if last == first + 1 and p.keys[first] in g.pronouns:
        return Mention(first, last, PRONOUN, g.pronouns[p.keys[first]])
    named = (
        p.capital(last - 1) and not g.is_title(p.keys[last - 1]) if g.capitals else not g.is_title(p.keys[last - 1])
    )
    return Mention(first, last, NAME if named else NOUN, "")


def sentence_subject(p: Passage, at: int, g: Grammar) -> Mention | None:
    """The subject that a sentence begins with."""
    return None if g.marker else _clause_subject(p, p.began[at], at, g)


__all__ = ["sentence_subject", "subject_of"]
