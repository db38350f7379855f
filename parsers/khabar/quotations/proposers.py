"""Who may speak: small functions with one idea each, in an ordered table. A proposer names somebody or nobody; which
one is believed, beside which cue, is for the weights to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from khabar.quotations import agents, phrases, subjects
from khabar.quotations.clauses import embedded, reported
from khabar.quotations.lexicon import AFTER, ATTRIBUTIONS, BORROWED, FINITE, OWN, RELAY, Lexicon
from khabar.quotations.mentions import NAME, PRONOUN, Mention, described, mention_at
from khabar.quotations.passage import COLONS, COMMAS, DASHES, Found, Passage
from khabar.quotations.people import People, Person

_HEARD = 0.9
"""How sure a reporting clause without marks is: as the best of the quotations."""
_TURNS = 12
"""Turns back in which somebody is looked for."""
_BACK = 4
"""Sentences back in which somebody is looked for who was talked about."""
_AROUND = 2_000
"""Characters before and behind a name, and of the paragraphs before, in which it is looked for again."""
_CUES = 8
"""Cues back, or from the beginning of a sentence, among which a verb with a subject is looked for."""
_LINE = 12
"""Words of a line below a quotation that holds nothing but a name."""


class Turn(NamedTuple):
    """Somebody spoke: in which paragraph, by which word, in marks (or reported), and how sure that is."""

    person: Person
    at: int
    word: int
    quoted: bool
    sure: float


class State:
    """What is known so far: everybody who spoke, whose turn it was, and the paragraphs that were read."""

    __slots__ = ("_about", "_heard", "_who", "lexicon", "passages", "people", "said", "topic", "turns")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.people = People(lexicon)
        self.turns: list[Turn] = []
        self.passages: list[Passage] = []
        self._heard: dict[int, int] = {}
        """Cues of a paragraph of which it is known who speaks by them."""
        self._who: dict[tuple[int, int], Person | None] = {}
        """Who speaks by a cue, by paragraph and number."""
        self._about: dict[tuple[int, int], Person | None] = {}
        """Who a sentence is about, by paragraph and first word."""
        self.topic = (-1, 0)
        """Paragraph and first word of the sentence whose topic was named last."""
        self.said: tuple[Person, Passage | None, Found | None, int] | None = None
        """Whose the last quotation was, by which cue of which paragraph, and in which paragraph it stood."""

    def hear(self, p: Passage, upto: int) -> None:
        """Take in the cues of a paragraph before a word: who has the turn by them."""
        n = self._heard.get(p.at, 0)
        while n < len(p.cues) and p.cues[n].at < upto:
            self._who[p.at, n] = self._hear(p, n)
            n += 1
        self._heard[p.at] = n

    def who(self, p: Passage, n: int) -> Person | None:
        """Who speaks by a cue that was taken in, as far as its own subject, its sentence and the turns tell."""
        return self._who.get((p.at, n))

    def about(self, p: Passage, began: int, end: int) -> Person | None:
        """Who a sentence is about: somebody known, or named with an office or by two words."""
        if (p.at, began) not in self._about:
            self._about[p.at, began] = _about(self, p, began, end)
        return self._about[p.at, began]

    def _hear(self, p: Passage, n: int) -> Person | None:
        found = p.cues[n]
        kind, m = found.cue.kind, own(p, n)
        if m is not None and m.kind != PRONOUN:
            person = self.people.of(p, m, found)
            if goes_on(p, found):
                person = self.people.bearer(p, m) or person
            if kind in FINITE and found.begins and not embedded(p, found) and not reported(p, n):
                self.people.meet(person, p, m, found)
                self.turns.append(Turn(person, p.at, found.at, False, _HEARD))
            return person
        if kind in BORROWED or (m is None and kind in FINITE):
            for other in range(n - 1, max(-1, n - 1 - _CUES), -1):
                if p.cues[other].at < p.began[found.at]:
                    break
                if p.cues[other].cue.kind in FINITE and self.who(p, other) is not None:
                    return self.who(p, other)
        if kind in ATTRIBUTIONS:
            return None
        return self.agreeing(m.gender if m is not None and m.gender else found.cue.gender)

    def told(self, person: Person, m: Mention | None, p: Passage, n: int, sure: float) -> None:
        """Somebody speaks by the n-th cue of a paragraph, without marks: by which mention, and how sure that is."""
        found = p.cues[n]
        self._who[p.at, n] = person
        self._heard[p.at] = n + 1
        self.people.meet(person, p, m, found)
        # Who only is a source ("بحسب الوكالة") does not take the turn.
        if found.cue.kind in p.lexicon.finite | BORROWED:
            self.turns.append(Turn(person, p.at, found.at, False, sure))

    def agreeing(self, gender: str) -> Person | None:
        """Who had the turn last, among those that a word of a gender may mean; those that are more than one by a word
        in the plural, where there are any, and by none in the singular."""
        several = self.lexicon.order == "vso"
        last = None
        for turn in self.turns[: -_TURNS - 1 : -1]:
            person = turn.person
            if several and gender in ("m", "f") and person.several:
                continue
            if gender in ("", "p") or person.gender in ("", gender):
                if gender != "p" or not several or person.several:
                    return person
                last = last or person
        return last

    def sure_of(self, person: Person) -> float:
        """How sure it is that somebody spoke when he last did; 1 where he did not."""
        return next((turn.sure for turn in self.turns[: -_TURNS - 1 : -1] if turn.person is person), 1.0)

    def decided(
        self,
        person: Person | None,
        m: Mention | None,
        found: Found | None,
        where: Passage,
        p: Passage,
        k: int,
        sure: float,
    ) -> None:
        """Somebody says the k-th quotation of a paragraph, or nobody: by which mention (None: none beside the cue),
        by which cue of which paragraph, and how sure that is."""
        self.said = None
        if person is not None:
            self.people.meet(person, p, m if where is p else None, found)
            self.turns.append(Turn(person, p.at, p.places[k][0], True, sure))
            self.said = (person, where, found, p.at)


def own(p: Passage, n: int) -> Mention | None:
    """The subject of a cue by itself: what the order of the language, or the kind of the cue, says."""
    return p.once(("own", n), _own, p, p.cues[n])


def _own(p: Passage, found: Found) -> Mention | None:
    kind = found.cue.kind
    if kind == AFTER:
        return agents.backward(p, found.at - (p.key(found.at - 1) in p.lexicon.marker))
    if kind in ATTRIBUTIONS:
        return subjects.named_by(p, found)
    if kind == RELAY:
        return subjects.source(p, found) or subjects.after(p, found)
    return None if kind in BORROWED or kind == OWN else _of_verb(p, found)


def _of_verb(p: Passage, found: Found) -> Mention | None:
    """The subject of a finite verb, by the order of the language."""
    order = p.lexicon.order
    inverted = (found.at and p.inside[found.at - 1] >= 0) or p.key(found.at - 1) in COMMAS | DASHES
    if order == "vso" and p.key(found.at - 1) in p.lexicon.auxiliary and (m := subjects.before(p, found)) is not None:
        return m  # "وكان الوزير قد حذر النواب"
    if order == "vso" or (order == "svo" and inverted):
        m = subjects.after(p, found)
        if m is not None and not clashes(p, m, found):
            return m
        return subjects.before(p, found) or subjects.clause(p, found)
    m = _before(p, found) or (subjects.clause(p, found) if not p.lexicon.capitals else None)
    return m or (subjects.after(p, found) if p.lexicon.inverts else None)


def _before(p: Passage, found: Found) -> Mention | None:
    """Before the verb: with the mark of the agent, where the language has one, else right before it."""
    return (agents.agent(p, found) if p.lexicon.order == "sov" else None) or subjects.before(p, found)


def goes_on(p: Passage, found: Found) -> bool:
    """Does somebody who spoke go on by a cue ("added")?"""
    more = p.lexicon.more
    return any(key in more or p.lexicon.unjoined(key) in more for key in p.keys[found.at : found.to])


def clashes(p: Passage, m: Mention, found: Found) -> bool:
    """Does a verb's gender rule out the noun behind it as its subject ("ووصف الاتفاقية")? A feminine one rules out
    none: many plurals have a feminine verb."""
    x = p.lexicon
    key = p.keys[m.first]
    return bool(x.definite) and found.cue.gender == "m" and x.is_definite(key) and x.gender(key) == "f"


class Here(NamedTuple):
    """Where somebody is looked for: the k-th quotation of a paragraph (words [first:last], marks included), and a cue
    (None: without one; `n`: its index among the paragraph's cues, -1 for one that is not in them)."""

    state: State
    p: Passage
    k: int
    first: int
    last: int
    found: Found | None = None
    n: int = -1
    source: Passage | None = None
    """The paragraph of the cue, where that is another."""
    below: str = ""
    """The paragraph behind this one."""

    @property
    def own(self) -> Mention | None:
        """The cue's subject by itself."""
        return own(self.on, self.n) if self.found and self.n >= 0 else None

    @property
    def on(self) -> Passage:
        """The paragraph that the cue stands in."""
        return self.source or self.p


Proposal = tuple[Mention | None, Person | None]
_NOBODY: Proposal = (None, None)


def previous(h: Here) -> Proposal:
    """Who speaks by the verb before the cue in its sentence: "قال الوزير … مضيفا", "Roe opened it and said"."""
    for n in range(h.n - 1, max(-1, h.n - 1 - _CUES), -1):
        if h.found is None or h.on.cues[n].at < h.on.began[h.found.at]:
            break
        if h.on.cues[n].cue.kind in h.on.lexicon.finite:
            return (None, h.state.who(h.on, n))
    return _NOBODY


def sentence(h: Here) -> Proposal:
    """What the sentence of a quotation without a cue begins with."""
    return (subjects.sentence(h.p, h.first), None) if h.first < h.p.count else _NOBODY


def main_verb(h: Here) -> Proposal:
    """The subject of the verb that the sentence of a quotation without a cue begins with."""
    return (subjects.main_verb(h.p, h.first), None) if h.first < h.p.count else _NOBODY


def colon(h: Here) -> Proposal:
    """A name and a colon: "Schmid: „…“"."""
    if h.found or not h.first or h.p.keys[h.first - 1] not in COLONS:
        return _NOBODY
    at, low = h.first - 1, h.p.began[h.first - 1]
    return (subjects.closing(h.p, at, low), None) if at > low else _NOBODY


def behind(h: Here) -> Proposal:
    """A name right behind the quotation: "…" – Jane Roe; "…" (Jane Roe)."""
    if h.found or h.last >= h.p.count:
        return _NOBODY
    at = h.last
    while at < min(h.p.count, h.last + 2) and h.p.keys[at] in DASHES | COMMAS | {"("}:
        at += 1
    m = mention_at(h.p, at) if at > h.last else None
    return (m, None) if m is not None and (m.last >= h.p.count or not h.p.is_word(m.last)) else _NOBODY


def below(h: Here) -> Proposal:
    """Nothing but a name in the line below: a quotation set apart."""
    if h.found or not h.below or h.last < h.p.count or len(h.below) > 8 * _LINE:
        return _NOBODY
    line = Passage(h.p.at + 1, h.below.strip(" —–-―"), (), h.state.lexicon)
    m = mention_at(line, 0) if 0 < line.count <= _LINE else None
    if m is None or m.kind == PRONOUN or (m.last < line.count and line.keys[m.last] not in COMMAS):
        return _NOBODY
    return (None, h.state.people.of(line, m))


def bearer(h: Here) -> Proposal:
    """Whom the cue's own description may mean, where nobody was called so before: "الزعيم الكوري"."""
    return (None, h.state.people.bearer(h.on, h.own)) if h.own is not None else _NOBODY


def turn(h: Here) -> Proposal:
    """Who spoke last, in marks or not."""
    return (None, h.state.turns[-1].person) if h.state.turns else _NOBODY


def turn_agreeing(h: Here) -> Proposal:
    """Who spoke last, among those that the cue's gender or pronoun may mean: "وأضافت"."""
    gender = h.found.cue.gender if h.found else ""
    m = h.own
    return (None, h.state.agreeing(m.gender if m is not None and m.kind == PRONOUN and m.gender else gender))


def turn_before(h: Here) -> Proposal:
    """Who spoke before whoever spoke last: two in conversation."""
    turns = h.state.turns
    for one in turns[-2 : -_TURNS - 1 : -1] if turns else ():
        if one.person is not turns[-1].person:
            return (None, one.person)
    return _NOBODY


def quoted(h: Here) -> Proposal:
    """Whose the last quotation was."""
    return (None, h.state.said[0]) if h.state.said else _NOBODY


def topic(h: Here) -> Proposal:
    """Who the sentences before are about: a name at their beginning, behind their verb or before the mark of the
    agent."""
    at = h.on.began[h.found.at if h.found else min(h.first, h.on.count - 1)]
    left = _BACK
    read = [q for q in h.state.passages[-3:] if q is not h.on and q.at < h.on.at]
    for p in (h.on, *reversed(read)):
        at = at if p is h.on else p.count
        while at > 0 and left > 0:
            left -= 1
            end, at = at, p.began[at - 1]
            person = h.state.about(p, at, end)
            if person is not None:
                h.state.topic = (p.at, at)
                return (None, person)
    return _NOBODY


def _about(state: State, p: Passage, began: int, end: int) -> Person | None:
    x = p.lexicon
    m = subjects.main_verb(p, end - 1) if x.order == "vso" else None
    if m is None or m.kind == PRONOUN:
        m = subjects.sentence(p, end - 1) if end - 1 > began else None
        m = subjects.inverted(p, began, end) if m is None and x.inverts and x.order == "svo" else m
    person = None
    if m is not None and m.kind == NAME and p.inside[m.last - 1] == -1:
        person = state.people.of(p, m)
        known = person.met > 0
        if not known and not (m.last - m.first > 1 and described(p, m)):
            here = p.starts[m.first]
            again = p.low.count(person.core[-1], max(0, here - _AROUND), here + _AROUND) > 1
            again = again or any(person.core[-1] in q.low[-_AROUND:] for q in state.passages[-_BACK:])
            person = person if (len(person.core) > 1 if x.capitals else again) else None
    return person


Propose = Callable[[Here], Proposal]

_ANY = FINITE | BORROWED | ATTRIBUTIONS | {OWN}
_VERBS = _ANY - ATTRIBUTIONS
OF_CUE: tuple[tuple[str, frozenset[str], Callable[[Passage, Found], Mention | None]], ...] = (
    ("after", FINITE, subjects.after), ("further", FINITE, subjects.further), ("before", _VERBS, _before),
    ("clause", _VERBS, subjects.clause), ("name", FINITE, phrases.name_before), ("named", ATTRIBUTIONS, _own),
    ("relayed", frozenset((RELAY,)), subjects.source),
    ("sentence", _ANY, lambda p, found: subjects.sentence(p, found.at)),
    ("comma", _VERBS, subjects.first_comma), ("mark", _VERBS, subjects.before_mark),
    ("verb", _ANY, lambda p, found: subjects.main_verb(p, found.at)),
)  # fmt: skip
"""Subjects of a cue that its sentence alone tells: their names, of which cues they are asked, where they stand."""

OF_REPORT: tuple[tuple[str, frozenset[str], Callable[[Passage, Found], Mention | None]], ...] = (
    ("phrase", FINITE, phrases.phrase), ("phrase", ATTRIBUTIONS - {AFTER}, phrases.phrase_behind),
)  # fmt: skip
"""Subjects of a cue that reports without marks, beside the others."""


def of_cue(p: Passage, found: Found, n: int) -> list[tuple[str, Mention]]:
    """Who may be the subject of a cue, as far as its sentence tells: looked for once, whatever it governs."""
    return p.once(("subjects", n, found.at), _of_cue, p, found)


def _of_cue(p: Passage, found: Found) -> list[tuple[str, Mention]]:
    return _looked(p, found, OF_CUE)


def of_report(p: Passage, found: Found) -> list[tuple[str, Mention]]:
    """The same for what stands in no marks: polls, shares and descriptions of many words speak there."""
    return _looked(p, found, OF_REPORT) if p.lexicon.capitals and p.lexicon.order == "svo" else []


def _looked(
    p: Passage, found: Found, looks: Iterable[tuple[str, frozenset[str], Callable[[Passage, Found], Mention | None]]]
) -> list[tuple[str, Mention]]:
    asked = ((name, look(p, found)) for name, kinds, look in looks if found.cue.kind in kinds)
    return [(name, m) for name, m in asked if m is not None]


BY_CUE: tuple[tuple[str, Propose], ...] = (
    ("previous", previous), ("agreeing", turn_agreeing), ("bearer", bearer), ("topic", topic),
)  # fmt: skip
"""What is asked beside a cue, of what was read before."""
BY_PLACE: tuple[tuple[str, Propose], ...] = (
    ("sentence", sentence), ("verb", main_verb), ("colon", colon), ("behind", behind), ("below", below),
    ("topic", topic),
)  # fmt: skip
"""What is asked of a quotation without a cue."""
BY_TURN: tuple[tuple[str, Propose], ...] = (("turn", turn), ("second", turn_before), ("quoted", quoted))
"""What is asked beside both."""
