"""Who stands before a mark of the agent, or before a verb that ends its clause."""

from __future__ import annotations

from khabar.quotations.clauses import ASIDE, bounds, find, past
from khabar.quotations.lexicon import INSIDE
from khabar.quotations.mentions import NAME, NOUN, PRONOUN, Mention
from khabar.quotations.passage import COMMAS, Found, Passage
from khabar.quotations.subjects import beginning

_AGENT = 10
"""Words back from a mark of the agent."""


def agent(p: Passage, found: Found) -> Mention | None:
    """Before the mark of the agent nearest to its verb: "وزیر نے کہا", "मंत्री ने कहा"."""
    x, low = p.lexicon, max(p.began[found.at], found.at - ASIDE) - 1
    if found.cue.kind == INSIDE and x.source and x.order == "sov":
        # what it stands in: "در بیانیه حزب آمده است", "خط میں کہا گیا ہے"
        at = find(p, range(found.at - 1, low, -1), x.source)
        return None if at < 0 else backward(p, at) if x.marker else beginning(p, at + 1, found.at)
    if not x.marker:
        return None
    if p.keys[found.at] in x.inside:
        return backward(p, found.at)  # an owner, not an agent: "ان کا کہنا ہے"
    at = find(p, range(found.at, low, -1), x.marker)
    if at >= 0 and p.keys[at] in x.pronouns:
        return Mention(at, at + 1, PRONOUN, x.pronouns[p.keys[at]])
    return backward(p, at if at >= 0 else found.at)


def backward(p: Passage, end: int) -> Mention | None:
    """From a word back to where the clause, or what stands before the agent, ends."""
    x, began = p.lexicon, p.began[end] if end < p.count else 0
    if end > began and p.keys[end - 1] in COMMAS:
        return _before_relative(p, end - 1, max(began, end - ASIDE))
    start = _start(p, end, max(began, end - _AGENT))
    if start >= end:
        return None
    if p.keys[end - 1] in x.pronouns:
        return Mention(end - 1, end, PRONOUN, x.pronouns[p.keys[end - 1]])
    return Mention(start, end, NOUN if _is_described(p, start, end) else NAME)


def _start(p: Passage, end: int, low: int) -> int:
    """The first word of an agent that ends at a word."""
    x, start = p.lexicon, end
    while start > low and p.inside[start - 1] == -1 and not bounds(p, start - 1):
        key = p.keys[start - 1]
        if (key in x.pronouns and start < end) or key in x.no_agent or x.cue_of(key) is not None:
            break
        start -= 1
    return past(p, start, end, x.inside)


def _is_described(p: Passage, start: int, end: int) -> bool:
    """Do words describe somebody, and not name him: "大学の教授", where "高橋教授" is named?"""
    x, last = p.lexicon, end - 1
    if not x.is_title(p.keys[last]) or (x.capitals and p.capital(last)):
        return False
    if x.spaces or end - start == 1:
        return True
    return p.keys[last - 1] in x.inside or x.is_title(p.keys[start])


def _before_relative(p: Passage, comma: int, low: int) -> Mention | None:
    """Of whom a clause between them and their mark is: "وزیر، جو کل آئے تھے، نے کہا"."""
    at = find(p, range(comma - 1, low, -1), p.lexicon.relative)
    end = at - (p.key(at - 1) in COMMAS)
    return backward(p, end) if end > low and p.keys[end - 1] not in COMMAS else None
