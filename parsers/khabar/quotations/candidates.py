"""The candidates for a quotation, a cue and a speaker each, and what is known of them: the features that are weighed.

Features say where words stand and of what class they are, never which words. A candidate's are those of its cue, of
who proposes its speaker, and of the speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from khabar.quotations import subjects
from khabar.quotations.clauses import embedded, reported
from khabar.quotations.features import Group, table
from khabar.quotations.lexicon import FINITE, Lexicon, is_letters
from khabar.quotations.mentions import NAME, NOUN, PRONOUN, Mention, is_object, mention_at
from khabar.quotations.passage import COLONS, COMMAS, DASHES, PAUSES, UNKNOWN, Found, Passage
from khabar.quotations.people import Person
from khabar.quotations.proposers import BY_CUE, BY_PLACE, BY_TURN, Here, Proposal, State, of_cue, of_report, own

_BEFORE, _BEHIND = 3, 2
"""Cues before and behind a quotation that are weighed."""
_TAIL = 25
"""Words between a quotation and a cue behind it: a long name."""
_FAR = 60
"""Words between a quotation and the verb that its sentence begins with."""
_BUCKETS = (0, 1, 3, 6, 10, 16, 25)
"""Upper ends of the distances, in words, that are told apart."""
_SHORT = 3
"""Words of a description that may mean somebody known."""
_CLOSES = 8
"""Words behind a subject within the marks to the dash or comma that ends the report."""
_LONG, _LOOSE = 8, 3
"""Words of a mention that may have run on, and between a verb and a mention that may not be its subject."""


TOLD = "told"
"""The side of a cue that reports without marks."""

_CUE = table("c= s= (own=) pre= object weak embedded reported", "c=&s= own=&s=")
_AHEAD = table("*gap *rank sign= (*r) quotation_between opens outermost commas=", "sign=&*r")
_BEHIND_IT = table("*gap *tie (*rank) (paused=) (starts=) *lead", "*tie&*rank *tie&paused= *tie&starts=")
_NO_CUE = table(
    "none (*alone) (*head) (*colon) (cues=) (behind=)",
    "none&*alone none&*head none&*colon none&*alone&*head&*colon none&cues=&behind=",
)
_INSIDE = table("s= (c=) (inside) (*mark)", "c=&s= inside&*mark")
_GOES_ON = table(
    "continued (*here) (alone=) (*sign) (fresh=)", "continued&*here continued&alone= continued&*here&*sign&fresh="
)
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


class Option(NamedTuple):
    """A cue that may govern the quotation: where it stands beside it, and what is known of it. `n`: its index among
    the paragraph's cues, -1 for one that is not in them; `pre`: the class of the word before it."""

    where: Passage
    found: Found | None
    n: int
    side: str
    groups: tuple[Group, ...]
    pre: str = ""


def near(count: int) -> str:
    """A distance in words, in a few steps."""
    return next((str(step) for step in _BUCKETS if count <= step), "far")


def touches(p: Passage, start: int, end: int) -> bool:
    """Does nothing stand between two places but commas, adverbs and "as"?"""
    x = p.lexicon
    return all(p.keys[i] in PAUSES or p.keys[i] in x.adverb or p.keys[i] in x.link for i in range(start, end))


def options(p: Passage, k: int) -> list[Option]:
    """The cues that may govern the k-th quotation of a paragraph, nearest first on either side; last, none."""
    first, last = p.places[k]
    began = p.began[first] if first < p.count else 0
    out: list[Option] = []
    start, end = bisect_left(p.ats, began), bisect_left(p.ats, first)
    here = range(start, end)
    chosen = list(here[: -_BEFORE - 1 : -1])
    if here and here[0] not in chosen and first - p.cues[here[0]].at <= _FAR:
        chosen[-1] = here[0]
    for rank, n in enumerate(chosen):
        out.append(_before(p, k, n, rank, len(here)))
    if end and not here:
        out.append(_option(p, end - 1, "earlier"))
    stop = p.places[k + 1][0] if k + 1 < len(p.places) else p.count
    behind = range(bisect_left(p.ats, last), bisect_left(p.ats, min(stop, last + _TAIL + 1)))
    for rank, n in enumerate(behind[:_BEHIND]):
        out.append(_behind(p, k, n, rank))
    out += _incised(p, first, last)
    if not behind and (unknown := _unknown(p, first, last)) is not None:
        out.append(
            Option(p, unknown, -1, "unknown", (_INSIDE("unknown", None, None, None),), word_before(p, unknown.at))
        )
    alone = first == began and (last >= p.count or p.began[last] != began or p.keys[last] in PAUSES)
    places = ("alone" if alone else "within", "head" if first == 0 else "later")
    colon = "colon" if first and p.keys[first - 1] in COLONS else "plain"
    none = _NO_CUE(True, *places, colon, min(2, len(here)), min(1, len(behind)))
    out.append(Option(p, None, -1, "none", (none,)))
    return out


def _option(p: Passage, n: int, side: str, *more: Group) -> Option:
    """The n-th cue of a paragraph as one that may govern a quotation on a side of it."""
    if ("cue", n) not in p.mentions:
        found, m = p.cues[n], own(p, n)
        kind = found.cue.kind
        ends = p.lexicon.objects
        known = (
            *(m.kind if m is not None else "no", word_before(p, found.at)),
            *(ends != () and p.keys[found.at].endswith(ends), not found.begins, embedded(p, found)),
            kind in FINITE and reported(p, n),
        )
        p.mentions["cue", n] = kind, known
    kind, known = p.mentions["cue", n]
    return Option(p, p.cues[n], n, side, (_CUE(kind, side, *known), *more), known[1])


def word_before(p: Passage, at: int) -> str:
    """The class of the word before a cue."""
    x = p.lexicon
    if at == p.began[at]:
        return "start"
    if p.inside[at - 1] != -1:
        return "quotation"
    key = p.keys[at - 1]
    if not is_letters(key):
        return "mark"
    for name in ("lead", "that", "relative", "negative", "link", "auxiliary", "adverb", "marker", "stop", "inside"):
        if key in getattr(x, name):
            return name
    return "cue" if x.cue_of(key) is not None else "word"


def _before(p: Passage, k: int, n: int, rank: int, count: int) -> Option:
    first, found = p.places[k][0], p.cues[n]
    gap, previous = first - found.to, p.keys[first - 1]
    sign = "colon" if previous in COLONS else "comma" if previous in COMMAS else "word"
    sign = "touch" if gap == 0 else "that" if previous in p.lexicon.that else sign
    low = max(found.to, first - _FAR)
    stops = sum(p.keys[i] in COMMAS and p.inside[i] == -1 for i in range(low, first))
    between = max(p.inside[low:first], default=-1) >= 0
    place = (found.at == p.began[found.at], rank > 0 and rank == count - 1, min(3, stops))
    row = (f"before:{near(gap)}", f"before:r{rank}", sign, f"r{rank}", between, *place)
    return _option(p, n, "before", _AHEAD(*row))


def _behind(p: Passage, k: int, n: int, rank: int) -> Option:
    first, last = p.places[k]
    found, m = p.cues[n], own(p, n)
    side = "behind" if p.began[found.at] == p.began[first] else "next"
    close = touches(p, last, found.at)
    reaches = m is not None and m.first < found.at and touches(p, last, m.first)
    tie = f"{side}:{'close' if close else 'subject' if reaches else 'apart'}"
    inner = p.text[p.starts[first] : p.ends[last - 1] - 1].rstrip()[-1:]
    paused = p.keys[last] in PAUSES or inner in PAUSES
    lead = f"{side}:lead={p.keys[last] in p.lexicon.lead or p.keys[last] in p.lexicon.relative}"
    row = (f"{side}:{near(found.at - last)}", tie, f"r{rank}", paused, first == p.began[first], lead)
    return _option(p, n, side, _BEHIND_IT(*row))


def _incised(p: Passage, first: int, last: int) -> list[Option]:
    """A report within the marks: "« Le quai, explique M. Perrin, date de 1905. »"."""
    x = p.lexicon
    if not x.incised:
        return []
    for i in range(first + 2, last - 2):
        if p.keys[i - 1] not in DASHES and p.keys[i - 1] not in COMMAS:
            continue
        if p.keys[i] not in x.first and p.keys[i] not in x.auxiliary:
            continue
        found = next(
            (f for f in (p.cue_at(j) for j in range(i, min(i + 3, last))) if f is not None and f.at == i), None
        )
        if found is not None and found.cue.kind in FINITE:
            mark = "dash" if p.keys[i - 1] in DASHES else "comma"
            return [
                Option(p, found, -1, "inside", (_INSIDE("inside", found.cue.kind, True, mark),), word_before(p, i))
            ]
    return []


def _unknown(p: Passage, first: int, last: int) -> Found | None:
    """A verb that is in no list, between a quotation and a name: "…," laughs Jane Roe."""
    x = p.lexicon
    if x.order == "sov" or not x.capitals or first >= p.count or first != p.began[first]:
        return None
    at = last + (last < p.count and (p.keys[last] in DASHES or p.keys[last] in COMMAS))
    if at + 1 >= p.count or not p.keys[at].isalpha() or p.capital(at) or p.inside[at] != -1:
        return None
    if p.began[at] != p.began[first] or p.keys[at] in x.small:
        return None
    return Found(at, at + 1, UNKNOWN)


def candidates(state: State, p: Passage, k: int, kind: str, below: str, found: Sequence[Option]) -> list[Candidate]:
    """All candidates for the k-th quotation of a paragraph, nobody last. `found`: the cues that may govern it."""
    first, last = p.places[k]
    announced = _announced(state, p, first)
    goes_on = state.said is not None and state.said[2] is not None
    more = ([announced] if announced is not None else []) + ([_continued(state, p, k)] if goes_on else [])
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


def _announced(state: State, p: Passage, first: int) -> Option | None:
    """The cue of the paragraph before, where that ends with a colon and nothing stands before the quotation."""
    above = state.passages[-1] if state.passages else None
    if first > 1 or above is None or above is p or not above.cues or above.at != p.at - 1:
        return None
    n = len(above.cues) - 1
    if above.keys[-1] not in COLONS or above.cues[n].at < above.began[-1]:
        return None
    return _option(above, n, "above")


def _continued(state: State, p: Passage, k: int) -> Option:
    """The cue of the quotation before, which goes on here: "…," she said. "…"."""
    assert state.said is not None
    _, where, found, at = state.said
    first = p.places[k][0]
    alone = first == p.began[first] if first < p.count else True
    here = "here" if at == p.at else "far"
    mark = p.keys[first - 1] if first else "^"
    sign = "and" if mark in p.lexicon.lead else "comma" if mark in COMMAS | DASHES else "other"
    fresh = first < p.count and bisect_left(p.ats, p.began[first]) < bisect_left(p.ats, first)
    row = _GOES_ON(True, here, alone, sign, fresh)
    pre = word_before(where, found.at) if found is not None and where is not None else ""
    return Option(where or p, found, -1, "continued", (row,), pre)
