"""Who said what where verbs agree with little and capitals show names: one pass through an article's paragraphs.

A quotation belongs to the cue behind it ("…," said X), to the one before it in its sentence (X said: "…"), or, where
it is a sentence of its own, to whoever was speaking.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from khabar.quotations.cast import Person
from khabar.quotations.grammar import (
    AFTER,
    ATTRIBUTIONS,
    BEFORE,
    FINITE,
    ING,
    INSIDE,
    OWN,
    PART,
    SAY,
    Cue,
    Grammar,
)  # fmt: skip
from khabar.quotations.mentions import PRONOUN, Mention, described, marked_name, mention_at
from khabar.quotations.passage import PAUSES, Found, Passage
from khabar.quotations.turns import Done, Turns, touches

_TAIL = 16
"""Words between a quotation and the verb behind it: a long name."""
_FAR = 40
"""Words between a cue and a quotation behind it."""
_SHORT = 4
"""Words, marks included, up to which a quotation is no sentence of its own."""
_MANY = 8
"""Cues that are looked at around a quotation."""
_SPLIT = frozenset(",:—–-،;.")
_DASHES = frozenset(",—–-")
_OPENERS = frozenset(",—–-!?؟،…")


class Said(NamedTuple):
    """What governs a quotation: the cue (None where nothing does), who speaks, and on which side the cue stands."""

    found: Found | None
    person: Person | None
    behind: bool
    split: bool = False
    """It goes on with the sentence that another quotation began, behind the cue of both."""


NOBODY = Said(None, None, False)


class Clauses:
    """The state of the pass."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.turns = Turns(grammar)

    def read(self, p: Passage) -> list[Said]:
        """Take in a paragraph; what governs each of its quotations."""
        out: list[Said] = []
        done: Done = {}
        tails: set[int] = set()
        n = 0
        for k, (first, _) in enumerate(p.places):
            while n < len(p.cues) and p.cues[n].at < first:
                self.turns.resolve(p, n, done, False)
                n += 1
            tail = self._tail(p, k)
            if tail >= 0:
                while n <= tail:
                    self.turns.resolve(p, n, done, n == tail)
                    n += 1
                tails.add(tail)
                out.append(Said(p.cues[tail], done[tail], True))
            else:
                out.append(self._before(p, k, n, done, tails) or self._other(p, k) or self._alone(p, k, out))
            if out[-1].person is not None:
                self.turns.near = p.at
        while n < len(p.cues):
            self.turns.resolve(p, n, done, False)
            n += 1
        self.turns.previous = p
        return out

    def tail_of(self, p: Passage, at: int) -> Said:
        """What stands behind a quotation that an earlier paragraph opened, and that ends before a word."""
        n = self._tail_cue(p, at, at - 1, p.count)
        if n < 0:
            return NOBODY
        done: Done = {}
        self.turns.resolve(p, n, done, True)
        return Said(p.cues[n], done[n], True)

    def _tail(self, p: Passage, k: int) -> int:
        """Index of the cue behind the k-th quotation that governs it, or -1."""
        first, last = p.places[k]
        if last >= p.count or p.began[last] != p.began[first]:
            return -1
        inner = next((c for c in reversed(p.text[p.starts[first] : p.ends[last - 1] - 1]) if not c.isspace()), "")
        if inner not in PAUSES and marked_name(p, first, self.grammar):
            return -1  # the newspaper "X" wrote
        apart = p.keys[last] in PAUSES or inner in PAUSES or inner in "?!" or first == p.began[first]
        end = min(p.end_of(last), p.places[k + 1][0] if k + 1 < len(p.places) else p.count)
        n = self._tail_cue(p, last, first, end)
        if n < 0:
            return -1
        found = p.cues[n]
        direct = touches(p, last, found.at, self.grammar)
        return n if apart or (direct) else -1

    def _tail_cue(self, p: Passage, last: int, first: int, end: int) -> int:
        g = self.grammar
        start = last
        while start < end and (p.keys[start] in _OPENERS or p.keys[start] in g.link):
            start += 1
        if start >= end or p.keys[start] in g.lead or p.keys[start] in g.relative:
            return -1
        for n in range(bisect_left(p.ats, start), len(p.cues)):
            found = p.cues[n]
            if found.at >= end or found.at - start > _TAIL:
                return -1
            kind = found.cue.kind
            close = touches(p, start, found.at, g)
            if kind in ATTRIBUTIONS or kind in (OWN, INSIDE):
                if close or (kind == AFTER and self._reaches(p, start, found)):
                    return n
            elif kind in FINITE and (close if kind == PART else close or self._reaches(p, start, found)):
                return -1 if kind == PART and g.order == "svo" else n
            if kind in FINITE:
                return -1
        return -1

    def _reaches(self, p: Passage, start: int, found: Found) -> bool:
        """Is all between the quotation and its verb the subject?"""
        mention = self.turns.subject_of(p, found, self.grammar, False)
        if mention is None:
            return False
        return mention.first <= start < found.at

    def _before(self, p: Passage, k: int, n: int, done: Done, tails: set[int]) -> Said | None:
        """What governs the k-th quotation from before it. `n`: the number of cues before it."""
        first = p.places[k][0]
        began = p.began[first] if first < p.count else 0
        named: Said | None = None
        for i in range(n - 1, -1, -1):
            found = p.cues[i]
            if found.at < began or first - found.at > _FAR:
                break
            kind = found.cue.kind
            if i in tails and p.keys[first - 1] not in _SPLIT and found.to != first:
                continue
            if kind in FINITE or kind in (ING, INSIDE):
                return Said(found, done[i], False, i in tails)
            if kind in (BEFORE, AFTER) and named is None:
                named = Said(found, done[i], False)
        return named

    def _other(self, p: Passage, k: int) -> Said | None:
        return self._unknown_verb(p, k) or self._incised(p, k)

    def _unknown_verb(self, p: Passage, k: int) -> Said | None:
        """A verb that is no cue, between a quotation and a name: "…," laughs Jane Roe."""
        g = self.grammar
        first, last = p.places[k]
        if g.order == "sov" or first != p.began[first] or last - first < _SHORT or not p.capital(first + 1):
            return None
        at = last + (last < p.count and p.keys[last] in _DASHES)
        if at + 1 >= p.count or (p.keys[last - 2] not in ",!?" and at == last):
            return None
        word = p.keys[at]
        if (
            not word.isalpha()
            or p.capital(at)
            or p.inside[at] != -1
            or p.began[at] != p.began[first]
            or g.knows(word)
        ):
            return None
        mention = mention_at(p, at + 1, g)
        if mention is None:
            return None
        if mention.kind != PRONOUN and not p.capital(mention.last - 1) and not described(p, mention, g):
            return None
        found = Found(at, at + 1, Cue(SAY, "", False))
        return Said(found, self.turns.speaks(p, self.turns.person(p, mention, "", found)), True)

    def _incised(self, p: Passage, k: int) -> Said | None:
        """Who is named inside the marks: "« Le quai, explique M. Perrin, date de 1905. »"."""
        g = self.grammar
        if not g.incised:
            return None
        first, last = p.places[k]
        for i in range(first + 2, last - 2):
            if p.keys[i - 1] not in _DASHES or (p.keys[i] not in g.cues and p.keys[i] not in g.auxiliary):
                continue
            found = next((f for f in (p.cue_at(j, g) for j in range(i, i + 3)) if f is not None and f.at == i), None)
            if found is None or found.cue.kind != SAY:
                continue
            mention = _inside_marks(p, found.to, last, g)
            if mention is not None:
                return Said(found, self.turns.speaks(p, self.turns.person(p, mention, found.cue.gender, found)), True)
        return None

    def _alone(self, p: Passage, k: int, out: Sequence[Said]) -> Said:
        """A quotation without a cue: sentences of their own go on with whoever was speaking."""
        first, last = p.places[k]
        if first and p.keys[first - 1] == ":" and p.inside[first - 1] == -1:
            mention = self.turns.opener(p, first - 1, self.grammar)
            if mention is not None and mention.kind == PRONOUN and mention.gender in ("m", "f"):
                at = Found(mention.first, mention.last, Cue(SAY, "", False))
                return Said(None, self.turns.carried(p, mention.gender, at), False)
            return NOBODY
        ends = last >= p.count or p.began[last] != p.began[first] or p.keys[last] in PAUSES
        if not ends or first != p.began[first] or last - first < _SHORT:
            return NOBODY
        if first == 0:
            alone = all(i != -1 or not w[0].isalnum() for i, w in zip(p.inside, p.keys, strict=True))
            return Said(None, self.turns.current, False) if alone and p.at - self.turns.near <= 1 else NOBODY
        if self.turns.near != p.at:
            return NOBODY
        before = out[k - 1] if k and p.began[p.places[k - 1][0]] == p.began[first - 1] else None
        if before is not None and before.person is not None:
            return Said(None, before.person, False)
        return Said(None, self.turns.current, False)


def _inside_marks(p: Passage, at: int, last: int, g: Grammar) -> Mention | None:
    """The mention behind an incised verb, closed by a comma, a dash or a full stop, as all such are."""
    k = p.inside[at]
    p.inside[at:last] = [-1] * (last - at)  # for this look only
    mention = mention_at(p, at, g, last)
    p.inside[at:last] = [k] * (last - at)
    if mention is None or mention.last >= last or p.keys[mention.last] not in ",—–-.":
        return None
    return mention


__all__ = ["NOBODY", "Clauses", "Said"]
