"""Whole phrases as subjects, whatever their words: all before the verb, all behind an attribution, the name alone."""

from __future__ import annotations

from khabar.quotations.clauses import aside, before_adverbs, bounds
from khabar.quotations.lexicon import is_letters
from khabar.quotations.mentions import NAME, NOUN, Mention
from khabar.quotations.passage import COMMAS, Found, Passage

_PHRASE = 12
"""Words of a phrase that speaks: no more than somebody is given by (`people.LONGEST`)."""


def phrase(p: Passage, found: Found) -> Mention | None:
    """All words of the clause before its verb, where none is a verb, whatever they are: "More than half of the crew
    said", "polls suggest". Not where the subject may as well stand behind."""
    if p.lexicon.inverts:
        return None
    low = max(p.began[found.at], found.at - _PHRASE)
    start = end = before_adverbs(p, found.at, low)
    while start > low and not bounds(p, start - 1):
        start -= 1
    return None if start > low and _is_relative(p, start - 1) else _phrase(p, start, end)


def _is_relative(p: Passage, at: int) -> bool:
    """Does a word tell more of the one before: "the trust that owns the line says"?"""
    x, key = p.lexicon, p.keys[at]
    return key in x.relative or (key in x.that and not x.is_cue(p.key(at - 1)))


def phrase_behind(p: Passage, found: Found) -> Mention | None:
    """All words behind an attribution up to a mark, a verb or a day: "according to a report from the harbour"."""
    x, end = p.lexicon, found.to
    stop = min(p.end_of(found.at), found.to + _PHRASE)
    while end < stop and not bounds(p, end) and p.keys[end] not in x.day and not x.is_cue(p.keys[end]):
        end += 1
    while end > found.to and p.keys[end - 1] in x.governs:
        end -= 1
    return _phrase(p, found.to, end)


def _phrase(p: Passage, start: int, end: int) -> Mention | None:
    """Words as a mention, small ones before it apart; None where a verb or a pronoun is among them."""
    x = p.lexicon
    while start < end and (p.keys[start] in x.leading or p.keys[start] in x.within):
        start += 1
    keys = p.keys[start:end]
    if not any(map(is_letters, keys)) or any(
        key in x.sentence or key in x.auxiliary or key in x.pronouns for key in keys
    ):
        return None
    return Mention(start, end, NAME if p.capital(end - 1) else NOUN)


def name_before(p: Passage, found: Found) -> Mention | None:
    """The name that ends before its verb, or before the pronoun that takes it up, whatever stands before the name:
    "Republican presidential candidate Jane Roe said", "with help from Jane Roe (D-Ore.), who said"."""
    x, low = p.lexicon, p.began[found.at]
    if not x.capitals or x.order == "vso":
        return None
    end = _before_pronoun(p, found.at, low)
    first = end
    while first > low and p.is_word(first - 1) and (p.capital(first - 1) or p.keys[first - 1] in x.particle):
        first -= 1
    while first < end and (not p.capital(first) or p.keys[first] in x.small or x.is_title(p.keys[first])):
        first += 1
    return Mention(first, end, NAME) if first < end else None


def _before_pronoun(p: Passage, end: int, low: int) -> int:
    """The word behind the last before a verb, but for adverbs, "who" and what is in brackets there."""
    end = before_adverbs(p, end, low)
    if end > low and p.keys[end - 1] in p.lexicon.relative:
        end -= 1 + (p.key(end - 2) in COMMAS and end - 2 >= low)
    if end > low and p.keys[end - 1] == ")":
        end = max(low, aside(p, end - 1, low))
    return end
