"""Subjects where the subject stands before its verb, or is inverted: behind a quotation, or behind an adverb.

"Jane Roe said", "Roe, who …, told", "…," said Jane Roe; "Am Montag sagte Roe"; "according to Roe".
"""

from __future__ import annotations

from khabar.quotations.grammar import BEFORE, BEHIND, PART, TELL, Grammar
from khabar.quotations.mentions import NAME, NOUN, PRONOUN, Mention, apposed, marked_name, mention_at, short_title
from khabar.quotations.passage import Found, Passage

_CLAUSE = 16
_ASIDE = 30
_ASIDES = 3
_ADVERBIAL = 5
_OPENINGS = 18
"""Words of an adverbial clause before a sentence's subject."""


def subject_of(p: Passage, found: Found, g: Grammar, behind: bool) -> Mention | None:
    """The subject of a verb, or whom an attribution names. `behind`: the cue stands right behind a quotation."""
    kind = found.cue.kind
    if kind in (BEFORE, BEHIND):
        return (_in_marks(p, found.to) if kind == BEFORE else None) or after(p, found.to, g)
    if behind:
        return _enclitic(p, found, g) or after(p, found.to, g)
    mention = before(p, found.at, g) or _enclitic(p, found, g)
    if mention is not None or kind in (TELL, PART) or _coordinated(p, found.at, g):
        return mention
    trailing = found.at > 0 and p.keys[found.at - 1] == ","  # "Nobody knew, said Roe"
    return after(p, found.to, g) if g.inverts or trailing else None


def _in_marks(p: Passage, at: int) -> Mention | None:
    """Whom an attribution names in marks and nothing else: "Laut „Nordblatt“". That is no quotation, then."""
    to = short_title(p, at) if at < p.count else 0
    if to == 0 or p.keys[to - 1][0].isalnum():
        return None
    p.named.add(p.inside[at])
    return Mention(at + 1, to - 1, NAME, "")


def _enclitic(p: Passage, found: Found, g: Grammar) -> Mention | None:
    """A pronoun written onto the verb or its auxiliary: "a-t-il déclaré"."""
    for at in range(found.at + 1, min(found.to + 1, p.count)):
        if p.keys[at][0] == "-" and len(p.keys[at]) > 1:
            return mention_at(p, at, g)
    return None


def _coordinated(p: Passage, at: int, g: Grammar) -> bool:
    return at > 0 and (p.keys[at - 1] in g.lead or p.keys[at - 1] in g.relative)


def after(p: Passage, at: int, g: Grammar) -> Mention | None:
    """The mention that begins behind a word, adverbs apart."""
    mention = mention_at(p, at, g)
    return apposed(p, mention, g) if mention is not None else None


def before(p: Passage, end: int, g: Grammar) -> Mention | None:
    """The mention that ends before a word: all of the clause, adverbs and asides apart."""
    low = max(p.began[end] if end < p.count else 0, end - _ASIDE - _CLAUSE)
    end = _without_adverbials(p, end, low, g)
    if end <= low:
        return None
    if p.keys[end - 1] in (",", ")", "—", "–"):
        return _before_aside(p, end - 1, low, g)
    return _closing(p, end, low, g)


def _without_adverbials(p: Passage, end: int, low: int, g: Grammar) -> int:
    """The end of what stands before a verb, without adverbs, and "on Monday" or "in a statement"."""
    while end > low and p.inside[end - 1] == -1:
        key = p.keys[end - 1]
        if key in g.adverb or key in g.auxiliary:
            end -= 1
        else:
            break
    return end


def _before_aside(p: Passage, close: int, low: int, g: Grammar) -> Mention | None:
    """The mention that an aside is about which ends with a mark: "Roe, the harbour master, a friend of his,"."""
    end, found = close, None
    for _ in range(_ASIDES):
        end = _opening(p, close, low) if end == close else _opening(p, end, low)
        if end <= low:
            break
        mention = _closing(p, end, low, g)
        if mention is None or (found is not None and (mention.kind != NAME or not _first(p, mention.first))):
            continue
        if found is not None or mention.kind != NOUN or p.keys[mention.first - 1] != ",":
            return apposed(p, mention, g)
        found = mention  # what somebody is who may be named before it
    return apposed(p, found, g) if found is not None else None


def _first(p: Passage, at: int) -> bool:
    """Does a word begin its sentence, or stand right behind a quotation?"""
    return at == p.began[at] or p.inside[at - 1] != -1


def _opening(p: Passage, close: int, low: int) -> int:
    """Where the aside begins that ends with a mark; -1 where none does."""
    opener = "(" if p.keys[close] == ")" else p.keys[close]
    for i in range(close - 1, max(low, close - _ASIDE) - 1, -1):
        if p.inside[i] == -1 and p.keys[i] == opener:
            return i
    return -1


def _closing(p: Passage, end: int, low: int, g: Grammar) -> Mention | None:
    """The mention that ends at a word and has the clause to itself."""
    start = end
    while start > low and end - start < _CLAUSE and not _bounds(p, start - 1, g):
        start -= 1
    for at in range(start, end):
        if at > start and not _opens(p, at - 1, g):
            continue
        mention = mention_at(p, at, g, end, True)
        if mention is not None and mention.last == end:
            return mention
    return _of_somewhere(p, start, end, g)


def _of_somewhere(p: Passage, start: int, end: int, g: Grammar) -> Mention | None:
    """A name that begins the clause, with what its bearer belongs to: "Jane Roe of the Daily Mail recalled"."""
    mention = mention_at(p, start, g, end) if start < end else None
    if mention is None or mention.kind != NAME or mention.last - mention.first < 2:
        return None
    at = mention.last
    if at >= end or not (p.keys[at] in g.within or p.keys[at] in g.inside):
        return None
    if any(key in g.cues or key in g.auxiliary or key in g.pronouns for key in p.keys[at:end]):
        return None
    return mention


def _bounds(p: Passage, at: int, g: Grammar) -> bool:
    """Does a clause end at a word?"""
    if p.inside[at] != -1:
        return p.inside[at] < 0 or not marked_name(p, p.places[p.inside[at]][0], g)
    key = p.keys[at]
    if key in g.lead or key in g.that or key in g.relative or key in g.link:
        return not (key in g.lead and p.capital(at) and at > p.began[at])
    if key[0].isalnum() or key in "&'’":
        return False
    return not (key == "." and at > 0 and (len(p.keys[at - 1]) == 1 or p.keys[at - 1] in g.honorific))


def _opens(p: Passage, at: int, g: Grammar) -> bool:
    """May a subject follow a word without a comma: a day, an adverb, a year?"""
    key = p.keys[at]
    return key in g.day or key in g.adverb or key in g.opening or key.isdigit()


def sentence_subject(p: Passage, at: int, g: Grammar) -> Mention | None:
    """The mention that a sentence begins with, an opening clause apart: the subject of all its verbs, most likely."""
    start = p.began[at]
    mention = mention_at(p, start, g, at) if start < at else None
    if mention is None:
        for i in range(start, min(at, start + _OPENINGS)):
            if p.keys[i] == "," and p.inside[i] == -1:
                mention = mention_at(p, i + 1, g, at)
                break
    if mention is None or mention.last >= at:
        return None
    follows = p.keys[mention.last]
    if mention.kind in (NAME, PRONOUN) or follows in g.relative or follows == ",":
        return apposed(p, mention, g)
    return mention if not p.capital(mention.last) else None


__all__ = ["after", "before", "sentence_subject", "subject_of"]
