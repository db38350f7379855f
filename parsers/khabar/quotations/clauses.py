"""Where clauses begin and end, and in which clause a reporting verb stands."""

from __future__ import annotations

from collections.abc import Container

from khabar.quotations.capitals import marked_name
from khabar.quotations.lexicon import FINITE, is_letters
from khabar.quotations.passage import COMMAS, DASHES, LISTED, Found, Passage

ASIDE = 30
"""Words of an aside between a subject and its verb, or between a verb and "about"."""
_DATELINE = 12
"""Words of a dateline."""


def bounds(p: Passage, at: int) -> bool:
    """Does a clause end at a word: "and", a mark that is no part of a name, a quotation that is no title?"""
    x, key = p.lexicon, p.keys[at]
    if p.inside[at] != -1:
        return p.inside[at] < 0 or not marked_name(p, p.places[p.inside[at]][0])
    if key in x.bounds:
        return not joins(p, at) and not (key in x.lead and p.capital(at) and at > p.began[at])
    if is_letters(key) or (key in "&'’-" and not (key == "-" and at and p.starts[at] > p.ends[at - 1])):
        return False
    return not (key == "." and at > 0 and (len(p.keys[at - 1]) == 1 or p.keys[at - 1] in x.honorific))


def joins(p: Passage, at: int) -> bool:
    """Does "and" join two nouns of a description, and not two clauses ("وزیر علوم و فناوری")? By what goes before."""
    x, before = p.lexicon, p.key(at - 1)
    if p.keys[at] not in x.lead or p.keys[at] not in x.inside or at == p.began[at]:
        return False
    return is_letters(before) and before not in x.stop and before not in x.first and before not in x.sentence


def opens_clause(p: Passage, at: int) -> bool:
    """Does a clause begin behind a word: a comma, "and", the end of a quotation?"""
    x, key = p.lexicon, p.keys[at]
    if p.inside[at] != -1:
        return p.inside[at + 1] == -1  # what goes on behind a quotation
    if key == LISTED or joins(p, at):
        return False
    return key in COMMAS or key in x.opens


def past(p: Passage, at: int, end: int, words: frozenset[str]) -> int:
    """The first word that is none of some, or the end."""
    while at < end and p.keys[at] in words:
        at += 1
    return at


def find(p: Passage, where: range, words: Container[str]) -> int:
    """The first of some words that is of a class and stands in no quotation; -1 where none is."""
    return next((i for i in where if p.keys[i] in words and p.inside[i] == -1), -1)


def aside(p: Passage, close: int, low: int) -> int:
    """Where the aside begins that ends with a mark; -1 where none does."""
    opener = "(" if p.keys[close] == ")" else p.keys[close]
    return find(p, range(close - 1, max(low, close - ASIDE) - 1, -1), (opener,))


def before_adverbs(p: Passage, end: int, low: int) -> int:
    """The word behind the last before a verb that is no adverb or auxiliary: "Jane Roe | has also said"."""
    x = p.lexicon
    while end > low and p.inside[end - 1] == -1 and (p.keys[end - 1] in x.adverb or p.keys[end - 1] in x.auxiliary):
        end -= 1
    return end


def behind_dateline(p: Passage, began: int) -> int:
    """Where a sentence begins behind the place and the agency that an article begins with: "دبي (CNN)-- قال"."""
    if began or p.lexicon.order != "vso":
        return began
    for at in range(1, min(_DATELINE, p.count - 1)):
        if p.keys[at] in DASHES and p.keys[at - 1] == ")":
            return past(p, at, p.count - 1, DASHES)
    return began


def embedded(p: Passage, found: Found) -> bool:
    """Does a verb stand in a relative clause or the like?"""
    return found.at > p.began[found.at] and p.keys[found.at - 1] in p.lexicon.relative


def reported(p: Passage, n: int) -> bool:
    """Does the n-th cue stand within what another verb of its sentence reports ("قال المدير إن الأطفال يعتبرون")?"""
    found, x = p.cues[n], p.lexicon
    for other in reversed(p.cues[max(0, n - 4) : n]):
        if other.at < p.began[found.at]:
            return False
        if other.cue.kind in FINITE and any(p.keys[i] in x.that for i in range(other.to, found.at)):
            return True
    return False
