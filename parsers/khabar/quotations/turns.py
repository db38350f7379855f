"""Whose turn it is: who speaks by a cue, and who speaks on where a pronoun, or nothing, says so."""

from __future__ import annotations

from collections.abc import Callable

from khabar.quotations import sov, svo
from khabar.quotations.cast import Cast, Person
from khabar.quotations.grammar import ATTRIBUTIONS, FINITE, ING, INSIDE, OWN, Grammar
from khabar.quotations.mentions import NAME, NOUN, PRONOUN, Mention, described, mention_at
from khabar.quotations.passage import PAUSES, Found, Passage

_NEAR = 4
"""Paragraphs back in which somebody spoke who may speak on."""
_BACK = 4
"""Sentences back that are looked at for a topic, and verbs back for the subject of a further one."""
_FEW = 1
"""Words before a verb without a subject that are neither adverbs nor prepositions."""
_CLAUSE = 30

Done = dict[int, "Person | None"]
"""Who speaks by each cue of a passage, as far as it is read."""
Subject = Callable[[Passage, Found, Grammar, bool], "Mention | None"]
Opener = Callable[[Passage, int, Grammar], "Mention | None"]


class Turns:
    """The state of the pass: everybody who spoke, and who did last."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.cast = Cast(grammar)
        last = grammar.order == "sov"
        self.subject_of: Subject = sov.subject_of if last else svo.subject_of
        self.opener: Opener = sov.sentence_subject if last else svo.sentence_subject
        self.current: Person | None = None
        """Whoever spoke last, in marks or not."""
        self.near = 0
        """The last paragraph in which anybody spoke."""
        self.spoke = (-1, 0)
        """Paragraph and word of the cue by which somebody last spoke."""
        self.previous: Passage | None = None

    def resolve(self, p: Passage, n: int, done: Done, behind: bool) -> None:
        """Find who speaks by the n-th cue. `behind`: it governs a quotation before it."""
        person = done[n] = self._speaker(p, n, done, behind)
        if person is not None and person is self.current:
            self.spoke = (p.at, p.cues[n].at)

    def speaks(self, p: Passage, person: Person | None) -> Person | None:
        """Give somebody the turn."""
        if person is not None:
            self.current = person
            self.near = p.at
        return person

    def person(self, p: Passage, mention: Mention, gender: str, found: Found) -> Person | None:
        """Whom a mention means, pronouns included."""
        if mention.kind == PRONOUN:
            return self.carried(p, mention.gender or gender, found)
        if p.inside[mention.first] < 0:  # else it is named within a quotation
            p.named.update(n for n in p.inside[mention.first : mention.last] if n >= 0)
        return self.cast.of(p, mention, gender)

    def carried(self, p: Passage, gender: str, found: Found) -> Person | None:
        """Whom a pronoun means, or a verb without a subject: the last topic, else whoever spoke last."""
        topic = self._topic(p, gender, found)
        if topic is not None:
            return topic
        return self.cast.meant(gender, self.current) if p.at - self.near <= _NEAR else None

    def _speaker(self, p: Passage, n: int, done: Done, behind: bool) -> Person | None:
        found, g = p.cues[n], self.grammar
        kind, gender = found.cue.kind, found.cue.gender
        if kind == OWN:
            return self.speaks(p, self.carried(p, gender, found))
        if kind == ING:
            return self._clause_speaker(p, n, done)
        mention = self.subject_of(p, found, g, behind and inverted(p, found, g))
        if mention is None:
            impersonal = found.at > 0 and p.keys[found.at - 1] in g.relative
            if kind in ATTRIBUTIONS or kind == INSIDE or impersonal:
                return None
            person = None if behind else self._clause_speaker(p, n, done)
            if person is None and g.drops and self._subjectless(p, found, behind):
                person = self.carried(p, gender, found)
            return self.speaks(p, person)
        if kind in ATTRIBUTIONS and mention.kind == NOUN and g.capitals and not described(p, mention, g):
            return None  # "according to his account"
        person = self.person(p, mention, gender if kind in FINITE else "", found)
        if kind in FINITE or behind:
            self.speaks(p, person)
        return person

    def _clause_speaker(self, p: Passage, n: int, done: Done) -> Person | None:
        """Of a participle, or a second verb: whoever the sentence's last verb, or the sentence, is about."""
        found = p.cues[n]
        began = p.began[found.at]
        for i in range(n - 1, max(-1, n - 1 - _BACK), -1):
            other = p.cues[i]
            if other.at < began:
                break
            if other.cue.kind in FINITE and done[i] is not None:
                return done[i]
        if found.cue.kind != ING and not self._goes_on(p, found):
            return None
        mention = self.opener(p, found.at, self.grammar)
        if mention is None:
            return None
        if mention.kind == NAME and mention.last == mention.first + 1 and self.cast.known(p, mention) is None:
            return None  # a capital at the beginning of a sentence makes no name
        return self.speaks(p, self.person(p, mention, "", found))

    def _goes_on(self, p: Passage, found: Found) -> bool:
        """Is it a further verb of its sentence: "opened the meeting and said"?"""
        at = found.at
        return at > 0 and p.keys[at - 1] in self.grammar.lead

    def _topic(self, p: Passage, gender: str, found: Found) -> Person | None:
        """Somebody whom a sentence began with since anybody spoke."""
        at, turns = p.began[found.at], 0
        passage: Passage | None = p
        while passage is not None and turns < _BACK:
            while at > 0 and turns < _BACK:
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
        if known is None and mention.last - mention.first > 1 and described(p, mention, self.grammar):
            return self.cast.of(p, mention, "")
        return known

    def _subjectless(self, p: Passage, found: Found, behind: bool) -> bool:
        """Does nothing stand beside the verb that could be a subject which was not understood?"""
        g = self.grammar
        if behind and g.order != "sov" and found.to < p.count and p.inside[found.to] == -1:
            key = p.keys[found.to]
        at, began, others = found.at, max(p.began[found.at], found.at - _CLAUSE), 0
        while at > began and p.inside[at - 1] == -1:
            at -= 1
            key = p.keys[at]
            if not key[0].isalnum() or key in g.day or key in g.stop or key in g.adverb or key in g.lead:
                continue
            if g.capitals and p.capital(at) and at > began:
                return False
            others += 1
        return g.capitals or others <= _FEW


def touches(p: Passage, last: int, at: int, g: Grammar) -> bool:
    """Does nothing stand between a quotation's end and its cue but commas, adverbs and "as"?"""
    return all(p.keys[i] in PAUSES or p.keys[i] in g.adverb or p.keys[i] in g.link for i in range(last, at))


def inverted(p: Passage, found: Found, g: Grammar) -> bool:
    """Does the cue stand right behind a quotation?"""
    at = found.at
    while at > 0 and p.inside[at - 1] == -1 and found.at - at < _CLAUSE and touches(p, at - 1, at, g):
        at -= 1
    return at == 0 or p.inside[at - 1] != -1


__all__ = ["Done", "Turns", "inverted", "touches"]
