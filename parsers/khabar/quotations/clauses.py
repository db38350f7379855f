"""Who said what where verbs agree with little and capitals show names: one pass through an article's paragraphs.

A quotation belongs to the cue behind it ("…," said X), to the one before it in its sentence (X said: "…"), or, where
it is a sentence of its own, to whoever was speaking.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.quotations import sov, svo
from khabar.quotations.cast import Cast, Person
from khabar.quotations.grammar import (
    AFTER,
    ATTRIBUTIONS,
    BEFORE,
    BEHIND,
    FINITE,
    ING,
    INSIDE,
    OWN,
    PART,
    SAY,
    Cue,
    Grammar,
)
from khabar.quotations.mentions import NAME, NOUN, PRONOUN, Mention, described, mention_at
from khabar.quotations.passage import Found, Passage

_TAIL = 16
"""Words between a quotation and the verb behind it: a long name."""
_PAUSES = frozenset(",.—–-:;!?؟،۔…")
_SPLIT = frozenset(",:—–-،;.")
_DASHES = frozenset(",—–-")
_FAR = 40
_NEAR = 3
"""Paragraphs back in which somebody spoke who may speak on."""
_TURNS = 4
"""Sentences back that are looked at for a topic."""
_SHORT = 4
_FEW = 1
"""Words before a verb without a subject that are neither adverbs nor prepositions."""


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
        self.cast = Cast(grammar)
        self.order = sov if grammar.order == "sov" else svo
        self.current: Person | None = None
        """Whoever spoke last, in marks or not."""
        self.near = 0
        """The last paragraph in which anybody spoke."""
        self.spoke = (-1, 0)
        """Paragraph and word of the cue by which somebody last spoke."""
        self.previous: Passage | None = None

    def read(self, p: Passage) -> list[Said]:
        """Take in a paragraph; what governs each of its quotations."""
        out: list[Said] = []
        done: dict[int, Person | None] = {}
        tails: set[int] = set()
        n = 0
        for k, (first, _) in enumerate(p.places):
            while n < len(p.cues) and p.cues[n].at < first:
                self._resolve(p, n, done, False)
                n += 1
            tail = self._tail(p, k)
            if tail >= 0:
                while n <= tail:
                    self._resolve(p, n, done, n == tail)
                    n += 1
                tails.add(tail)
                out.append(Said(p.cues[tail], done[tail], True))
            else:
                out.append(self._before(p, k, n, done, tails) or self._other(p, k) or self._alone(p, k, out))
            if out[-1].person is not None:
                self.near = p.at
        while n < len(p.cues):
            self._resolve(p, n, done, False)
            n += 1
        self.previous = p
        return out

    def tail_of(self, p: Passage, at: int) -> Said:
        """What stands behind a quotation that an earlier paragraph opened, and that ends before a word."""
        n = self._tail_cue(p, at, at - 1, p.count)
        if n < 0:
            return NOBODY
        done: dict[int, Person | None] = {}
        self._resolve(p, n, done, True)
        return Said(p.cues[n], done[n], True)

    def _tail(self, p: Passage, k: int) -> int:
        """Index of the cue behind the k-th quotation that governs it, or -1."""
        first, last = p.places[k]
        if last >= p.count or p.began[last] != p.began[first]:
            return -1
        inner = next((c for c in reversed(p.text[p.starts[first] : p.ends[last - 1] - 1]) if not c.isspace()), "")
        apart = p.words[last] in _PAUSES or inner in _PAUSES or inner in "?!" or first == p.began[first]
        end = min(p.end_of(last), p.places[k + 1][0] if k + 1 < len(p.places) else p.count)
        n = self._tail_cue(p, last, first, end)
        if n < 0:
            return -1
        found = p.cues[n]
        direct = self._touches(p, last, found.at)
        if found.cue.kind in (BEFORE, AFTER) and self._reported(p, first):
            return -1
        return n if apart or (direct and not self._reported(p, first)) else -1

    def _reported(self, p: Passage, first: int) -> bool:
        """Does a verb of its own stand before the quotation, in its sentence?"""
        began = p.began[first]
        return any(began <= found.at < first and found.cue.kind in (*FINITE, ING) for found in p.cues)

    def _touches(self, p: Passage, last: int, at: int) -> bool:
        g = self.grammar
        return all(p.words[i] in _PAUSES or p.keys[i] in g.adverb or p.keys[i] in g.link for i in range(last, at))

    def _tail_cue(self, p: Passage, last: int, first: int, end: int) -> int:
        g = self.grammar
        start = last
        while start < end and (
            (p.words[start] in _PAUSES and p.words[start] not in ".;:") or p.keys[start] in g.link
        ):
            start += 1
        if start >= end or p.keys[start] in g.lead or p.keys[start] in g.relative:
            return -1
        for n, found in enumerate(p.cues):
            if found.at < start:
                continue
            if found.at >= end or found.at - start > _TAIL:
                return -1
            kind = found.cue.kind
            touches = self._touches(p, start, found.at)
            if kind in ATTRIBUTIONS or kind in (OWN, INSIDE):
                if touches or (kind == AFTER and self._reaches(p, start, found)):
                    return n
            elif kind in FINITE and (touches if kind == PART else touches or self._reaches(p, start, found)):
                return -1 if kind == PART and g.order == "svo" else n
            if kind in FINITE:
                return -1
        return -1

    def _reaches(self, p: Passage, start: int, found: Found) -> bool:
        """Is all between the quotation and its verb the subject?"""
        mention = self.order.subject_of(p, found, self.grammar, False)
        if mention is None:
            return False
        while start < mention.first and p.keys[start] in self.grammar.adverb:
            start += 1
        return mention.first <= start < found.at

    def _before(self, p: Passage, k: int, n: int, done: dict[int, Person | None], tails: set[int]) -> Said | None:
        """What governs the k-th quotation from before it. `n`: the number of cues before it."""
        first = p.places[k][0]
        began = p.began[first] if first < p.count else 0
        named: Said | None = None
        for i in range(n - 1, -1, -1):
            found = p.cues[i]
            if found.at < began or first - found.at > _FAR:
                break
            kind = found.cue.kind
            if i in tails and p.words[first - 1] not in _SPLIT and found.to != first:
                continue
            if kind in FINITE or kind in (ING, INSIDE):
                return Said(found, done[i], False, i in tails)
            if kind in (BEFORE, AFTER) and named is None:
                named = Said(found, done[i], False)
            elif kind in (OWN, BEHIND) and i in tails:
                return Said(found, done[i], False, True)
        return named

    def _other(self, p: Passage, k: int) -> Said | None:
        return self._unknown_verb(p, k) or self._incised(p, k)

    def _unknown_verb(self, p: Passage, k: int) -> Said | None:
        """A verb that is no cue, between a quotation and a name: "…," laughs Jane Roe."""
        g = self.grammar
        first, last = p.places[k]
        if g.order == "sov" or first != p.began[first] or last - first < _SHORT or not p.capital(first + 1):
            return None
        at = last + (last < p.count and p.words[last] in _DASHES)
        if at + 1 >= p.count or (p.words[last - 2] not in ",!?" and at == last):
            return None
        word = p.keys[at]
        if (
            not word.isalpha()
            or p.capital(at)
            or p.inside[at] != -1
            or g.knows(word)
            or p.began[at] != p.began[first]
        ):
            return None
        mention = mention_at(p, at + 1, g)
        if mention is None or (
            mention.kind != PRONOUN and not p.capital(mention.last - 1) and not described(p, mention, g)
        ):
            return None
        found = Found(at, at + 1, Cue(SAY, "", False))
        return Said(found, self._set(p, self._person(p, mention, "", found)), True)

    def _incised(self, p: Passage, k: int) -> Said | None:
        """Who is named inside the marks: "« Le quai, explique M. Perrin, date de 1905. »"."""
        g = self.grammar
        if not g.incised:
            return None
        first, last = p.places[k]
        for i in range(first + 2, last - 2):
            if p.words[i - 1] not in _DASHES or (p.keys[i] not in g.cues and p.keys[i] not in g.auxiliary):
                continue
            found = next(
                (f for f in map(lambda at: p.cue_at(at, g), range(i, i + 3)) if f is not None and f.at == i), None
            )
            if found is None or found.cue.kind != SAY:
                continue
            mention = _inside_marks(p, found.to, last, g)
            if mention is not None:
                return Said(found, self._set(p, self._person(p, mention, found.cue.gender, found)), True)
        return None

    def _alone(self, p: Passage, k: int, out: Sequence[Said]) -> Said:
        """A quotation without a cue: sentences of their own go on with whoever was speaking."""
        first, last = p.places[k]
        if first and p.words[first - 1] == ":" and p.inside[first - 1] == -1:
            mention = self.order.sentence_subject(p, first - 1, self.grammar)
            if mention is not None and mention.kind == PRONOUN and mention.gender in ("m", "f"):
                at = Found(mention.first, mention.last, Cue(SAY, "", False))
                return Said(None, self._carried(p, mention.gender, at), False)
            return NOBODY
        whole = first == p.began[first] and (
            last >= p.count or p.began[last] != p.began[first] or p.words[last] in _PAUSES
        )
        if not whole or last - first < _SHORT:
            return NOBODY
        if first == 0:
            alone = all(i != -1 or not w[0].isalnum() for i, w in zip(p.inside, p.words, strict=True))
            return Said(None, self.current, False) if alone and p.at - self.near <= 1 else NOBODY
        if self.near != p.at:
            return NOBODY
        before = out[k - 1] if k and p.began[p.places[k - 1][0]] == p.began[first - 1] else None
        if before is not None and before.person is not None:
            return Said(None, before.person, False)
        return Said(None, self.current, False)

    def _resolve(self, p: Passage, n: int, done: dict[int, Person | None], behind: bool) -> None:
        person = done[n] = self._speaker(p, n, done, behind)
        if person is not None and person is self.current:
            self.spoke = (p.at, p.cues[n].at)

    def _speaker(self, p: Passage, n: int, done: dict[int, Person | None], behind: bool) -> Person | None:
        """Who speaks by the n-th cue of a passage."""
        found, g = p.cues[n], self.grammar
        kind, gender = found.cue.kind, found.cue.gender
        if kind == OWN:
            return self._set(p, self._carried(p, gender, found))
        if kind == ING:
            return self._clause_speaker(p, n, done)
        mention = self.order.subject_of(p, found, g, behind and self._inverted(p, found))
        if mention is None:
            if kind in ATTRIBUTIONS or kind == INSIDE or self._impersonal(p, found):
                return None
            person = self._clause_speaker(p, n, done) if not behind else None
            if person is None and g.drops and self._subjectless(p, found, behind):
                person = self._carried(p, gender, found)
            return self._set(p, person)
        if kind in ATTRIBUTIONS and mention.kind == NOUN and g.capitals and not described(p, mention, g):
            return None  # "according to his account"
        person = self._person(p, mention, gender if kind in FINITE else "", found)
        if kind in FINITE or behind:
            self._set(p, person)
        return person

    def _inverted(self, p: Passage, found: Found) -> bool:
        """Does the cue stand right behind a quotation?"""
        at = found.at
        while at > 0 and p.inside[at - 1] == -1 and self._touches(p, at - 1, at):
            at -= 1
        return at == 0 or p.inside[at - 1] != -1

    def _impersonal(self, p: Passage, found: Found) -> bool:
        return found.at > 0 and p.keys[found.at - 1] in self.grammar.relative

    def _carried(self, p: Passage, gender: str, found: Found) -> Person | None:
        """Whom a pronoun means, or a verb without a subject: the last topic, else whoever spoke last."""
        topic = self._topic(p, gender, found)
        if topic is not None:
            return topic
        return self.cast.meant(gender, self.current) if p.at - self.near <= _NEAR else None

    def _topic(self, p: Passage, gender: str, found: Found) -> Person | None:
        """Somebody whom a sentence began with since anybody spoke."""
        at, turns = p.began[found.at], 0
        passage: Passage | None = p
        while passage is not None and turns < _TURNS:
            while at > 0 and turns < _TURNS:
                at = passage.began[at - 1]
                turns += 1
                if (passage.at, at) <= self.spoke:
                    return None
                person = self._subject(passage, at)
                if person is not None and person.gender != "n" and (not gender or person.gender in ("", gender)):
                    return person
            passage = self.previous if passage is p else None
            at = passage.count if passage is not None else 0
        return None

    def _subject(self, p: Passage, at: int) -> Person | None:
        """Who a sentence without a report begins with: somebody who spoke before, or has an office."""
        mention = mention_at(p, at, self.grammar) if self.grammar.capitals else None
        if mention is None or mention.kind != NAME or p.inside[mention.last - 1] != -1:
            return None
        known = self.cast.known(p, mention)
        if known is not None or (mention.last - mention.first > 1 and described(p, mention, self.grammar)):
            return known or self.cast.of(p, mention, "")
        return None

    def _subjectless(self, p: Passage, found: Found, behind: bool) -> bool:
        """Does nothing stand beside the verb that could be a subject which was not understood?"""
        g = self.grammar
        if behind and g.order != "sov" and found.to < p.count and p.inside[found.to] == -1:
            key = p.keys[found.to]
            if key[0].isalnum() and not g.knows(key) and key not in g.day:
                return False
        at, began, others = found.at, p.began[found.at], 0
        while at > began and p.inside[at - 1] == -1:
            at -= 1
            key = p.keys[at]
            if not key[0].isalnum() or key in g.day or key in g.stop or key in g.adverb or key in g.lead:
                continue
            if g.capitals and p.capital(at) and at > began:
                return False
            others += 1
        return g.capitals or others <= _FEW

    def _person(self, p: Passage, mention: Mention, gender: str, found: Found) -> Person | None:
        if mention.kind == PRONOUN:
            return self._carried(p, mention.gender or gender, found)
        if p.inside[mention.first] < 0:  # else it is named within a quotation
            p.named.update(n for n in p.inside[mention.first : mention.last] if n >= 0)
        return self.cast.of(p, mention, gender)

    def _clause_speaker(self, p: Passage, n: int, done: dict[int, Person | None]) -> Person | None:
        """Of a participle, or a second verb: whoever the sentence's last verb, or the sentence, is about."""
        found = p.cues[n]
        began = p.began[found.at]
        for i in range(n - 1, -1, -1):
            other = p.cues[i]
            if other.at < began:
                break
            if other.cue.kind in FINITE and done[i] is not None:
                return done[i]
        if found.cue.kind != ING and not self._goes_on(p, found):
            return None
        mention = self.order.sentence_subject(p, found.at, self.grammar)
        if mention is not None and mention.kind == NAME and mention.last == mention.first + 1:
            if self.cast.known(p, mention) is None:
                return None  # a capital at the beginning of a sentence makes no name
        return self._set(p, self._person(p, mention, "", found)) if mention is not None else None

    def _goes_on(self, p: Passage, found: Found) -> bool:
        """Is it a further verb of its sentence: "opened the meeting and said"?"""
        at = found.at
        while at > 0 and p.keys[at - 1] in self.grammar.adverb:
            at -= 1
        return at > 0 and p.keys[at - 1] in self.grammar.lead

    def _set(self, p: Passage, person: Person | None) -> Person | None:
        if person is not None:
            self.current = person
            self.near = p.at
        return person


def _inside_marks(p: Passage, at: int, last: int, g: Grammar) -> Mention | None:
    """The mention behind an incised verb, closed by a comma, a dash or a full stop, as all such are."""
    k = p.inside[at]
    p.inside[at:last] = [-1] * (last - at)  # for this look only
    mention = mention_at(p, at, g, last)
    p.inside[at:last] = [k] * (last - at)
    if mention is None or mention.last >= last or p.words[mention.last] not in ",—–-.":
        return None
    return mention


__all__ = ["NOBODY", "Clauses", "Said"]
