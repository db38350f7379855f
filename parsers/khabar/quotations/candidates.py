"""The candidates for a quotation, a cue and a speaker each, and what is known of them: the features that are weighed.

Features say where words stand and of what class they are, never which words. A candidate's are those of its cue, of
who proposes its speaker, and of the speaker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from khabar.quotations import subjects
from khabar.quotations.features import Group, table
from khabar.quotations.lexicon import Lexicon
from khabar.quotations.mentions import NAME, NOUN, PRONOUN, Mention, is_object, mention_at
from khabar.quotations.options import Option, announced, continued, near, word_before
from khabar.quotations.passage import PAUSES, Found, Passage
from khabar.quotations.people import Person
from khabar.quotations.proposers import BY_CUE, BY_PLACE, BY_TURN, Here, Proposal, State, of_cue, of_report, own

_SHORT = 3
"""Words of a description that may mean somebody known."""
_CLOSES = 8
"""Words behind a subject within the marks to the dash or comma that ends the report."""
_LONG, _LOOSE = 8, 3
"""Words of a mention that may have run on, and between a verb and a mention that may not be its subject."""


TOLD = "told"
"""The side of a cue that reports without marks."""

_KIND = table("(k=) (s=)", "k=&s=")
_PATH = table("*path (*side) (own=) (*new) (pre=)", "*path&*side *path&own= *path&*new&pre=")
_RECENT = table("(*path) (gap=) (*said) (newer=) (own=)", "*path&gap=&own= *path&*said&own= *path&newer=&own=")
_PERSON = table("*named *known *agrees plural= words= head= untitled loose institution paths=")
_CUES = table("cues=")
_NOBODY = table("nobody (k=) (n=)", "nobody&k= nobody&n=")


class Candidate:
    """A cue (None: no cue) and a speaker (None: nobody), with what speaks for both."""

    __slots__ = ("cue", "found", "groups", "mention", "person", "score", "where")

    def __init__(
        self, option: Option, cue: str | None, person: Person | None, m: Mention | None, groups: list[Group]
    ) -> None:
        self.cue = cue
        """As written."""
        self.found = option.found
        self.where = option.where
        """The paragraph of the cue."""
        self.person = person
        self.mention = m
        """By which the speaker is named beside the cue."""
        self.groups = groups
        self.score = 0.0

    @property
    def features(self) -> list[str]:
        return [feature for group in self.groups for feature in group]


def candidates(state: State, p: Passage, k: int, kind: str, below: str, found: Sequence[Option]) -> list[Candidate]:
    """All candidates for the k-th quotation of a paragraph, nobody last. `found`: the cues that may govern it."""
    first, last = p.places[k]
    above = announced(state, p, first)
    goes_on = state.said is not None and state.said[2] is not None
    more = ([above] if above is not None else []) + ([continued(state, p, k)] if goes_on else [])
    out: list[Candidate] = []
    for option in (*found, *more):
        here = Here(state, p, k, first, last, option.found, option.n, option.where, below)
        out += _of_option(here, option, (*option.groups, _KIND(kind, option.side)))
    cues = Counter(id(one.person) for one in out)
    for one in out:
        one.groups.append(_CUES(min(3, cues[id(one.person)])))
    nobody = Option(p, None, -1, "none", ())
    out.append(Candidate(nobody, None, None, None, [_NOBODY(True, kind, min(3, len(cues)))]))
    return out


def tellers(state: State, p: Passage, n: int, first: int, last: int) -> list[Candidate]:
    """Who may speak by the n-th cue of a paragraph, which reports words [first:last] without marks."""
    found = p.cues[n]
    option = Option(p, found, n, TOLD, (), word_before(p, found.at))
    return _of_option(Here(state, p, -1, first, last, found, n, p), option, ())


def _of_option(here: Here, option: Option, beside: tuple[Group, ...]) -> list[Candidate]:
    """A candidate for each who may speak by a cue."""
    state, where, cue = here.state, option.where, option.found
    written = where.written(cue.at, cue.to) if cue is not None else None
    own_kind = _own_kind(state, option) if cue is not None else None
    side = None if option.side == TOLD else option.side  # where no other cue is weighed it tells nothing
    out = []
    for person, (m, paths) in _proposed(here, option).items():
        groups = [*beside, _of_person(state, person, m, cue, where, len(paths))]
        new = "known" if state.people.recent(person) else "new"
        for path in paths:
            if cue is None:
                groups.append(_PATH(path, side, None, None, None))
            elif path in _CARRIED:
                groups.append(_PATH(path, side, own_kind, None, None))
                if state.turns and path in _GAPS:
                    groups.append(_recent(state, here.p, path, own_kind))
            else:
                groups.append(_PATH(path, side, None, new, option.pre))
        out.append(Candidate(option, written, person, m, groups))
    return out


_CARRIED = frozenset(("turn", "second", "quoted", "topic", "agreeing", "previous", "sentence", "verb"))
"""Proposers whose worth depends on whether the cue has a subject of its own."""
_GAPS = frozenset(("turn", "topic"))
"""Proposers of which it counts how far back they look."""


def _recent(state: State, p: Passage, path: str, own_kind: str | None) -> Group:
    """How far back whoever speaks on spoke, or was talked about, and which of the two is nearer."""
    last = state.turns[-1]
    newer = state.topic > (last.at, last.word)
    if path == "topic":
        return _RECENT(path, min(2, p.at - state.topic[0]), None, newer, own_kind)
    return _RECENT(path, min(2, p.at - last.at), "quoted" if last.quoted else "reported", newer, own_kind)


def _own_kind(state: State, option: Option) -> str:
    """What the cue's own subject is: a name, a pronoun, a description that is somebody known, a short one or a long
    one that is not."""
    m = own(option.where, option.n) if option.n >= 0 else None
    if m is None:
        return "no"
    if m.kind != NOUN:
        return m.kind
    person = state.people.of(option.where, m, option.found)
    return "known" if person.named else "short" if m.last - m.first < _SHORT else "noun"


def _proposed(here: Here, option: Option) -> dict[Person, tuple[Mention | None, list[str]]]:
    """Who is proposed beside a cue: by which mention, and by which proposers."""
    out: dict[Person, tuple[Mention | None, list[str]]] = {}
    if option.side == "continued":
        assert here.state.said is not None
        return {here.state.said[0]: (None, ["continued"])}
    if option.side == "inside":
        _look_inside(here, out)
    else:
        for name, m in of_cue(option.where, option.found, option.n) if option.found is not None else ():
            _add(here, out, name, (m, None))
        for name, m in of_report(option.where, option.found) if option.found and option.side == TOLD else ():
            _add(here, out, name, (m, None))
        for name, propose in BY_CUE if option.found is not None else BY_PLACE:
            if name != "topic" or option.side != TOLD or here.own is None or here.own.kind != NAME:
                _add(here, out, name, propose(here))  # whoever the talk is of is none beside a name of the cue's own
    for name, propose in BY_TURN:
        _add(here, out, name, propose(here))
    return out


def _add(here: Here, out: dict[Person, tuple[Mention | None, list[str]]], name: str, proposal: Proposal) -> None:
    m, person = proposal
    if m is not None and here.on is here.p and m.first <= here.first < m.last:
        if here.k >= 0 or m.first == here.first:
            return  # the quotation itself
        m = mention_at(here.p, m.first, here.first)  # it ran on into what is reported
    if m is not None and m.kind == PRONOUN:
        gender = m.gender or (here.found.cue.gender if here.found else "")
        m, person, name = None, here.state.agreeing(gender), f"{name}.pronoun"
    elif m is not None:
        person = here.state.people.of(here.on, m, here.found)
        person = next((q for q in out if q.text == person.text), person)
    if person is None or not any(map(str.isalnum, person.text)):
        return
    known, paths = out.setdefault(person, (m, []))
    if known is None and m is not None:
        out[person] = (m, paths)
    paths.append(name)


def _look_inside(here: Here, out: dict[Person, tuple[Mention | None, list[str]]]) -> None:
    """The subject behind a verb within the marks, which are lifted for this look."""
    p, found = here.p, here.found
    assert found is not None
    marks = p.inside[found.at : here.last]
    p.inside[found.at : here.last] = [-1] * len(marks)
    m = subjects.after(p, found)
    if m is not None and any(p.keys[i] in PAUSES for i in range(m.last, min(m.last + _CLOSES, here.last))):
        _add(here, out, "after", (m, None))
    p.inside[found.at : here.last] = marks


def _of_person(
    state: State, person: Person, m: Mention | None, found: Found | None, where: Passage, paths: int
) -> Group:
    x, gender, agrees, plural = where.lexicon, found.cue.gender if found is not None else "", None, None
    if gender in ("m", "f") and person.gender in ("m", "f"):
        agrees = "agrees" if gender == person.gender else "clashes"
    elif gender == "p" and x.plural_ends:
        plural = any(word.endswith(x.plural_ends) for word in person.core)
    known = ("named" if person.named else "described", "known" if state.people.recent(person) else "new")
    if m is None:
        return _PERSON(*known, agrees, plural, None, None, None, None, None, min(4, paths))
    words, head = m.last - m.first, where.key(m.first)
    loose = words > _LONG or (found is not None and m.first > found.to + _LOOSE)
    shape = (m.kind != NAME and not x.is_title(head), loose, person.gender == "n")
    return _PERSON(*known, agrees, plural, near(words), _head(head, x), *shape, min(4, paths))


def _head(head: str, x: Lexicon) -> str:
    """The class of the first word of a mention."""
    if x.is_title(head):
        return "title"
    for name in ("state", "indefinite", "article", "naming", "setting"):
        if head in getattr(x, name):
            return name
    if is_object(head, x):
        return "thing"
    if x.is_verb(head) or (x.feminine_verbs and head.endswith(x.feminine_verbs)) or x.is_cue(head):
        return "verb"
    return "definite" if x.is_definite(head) else "plain"
