"""The candidates for a quotation, a cue and a speaker each, and what is known of them: the features that are weighed.

Features say where words stand and of what class they are, never which words. A candidate's are those of its cue, of
who proposes its speaker, and of the speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from khabar.quotations import subjects
from khabar.quotations.lexicon import ATTRIBUTIONS, FINITE, SAY, Lexicon, is_letters
from khabar.quotations.mentions import NAME, NOUN, PRONOUN, Mention, is_object
from khabar.quotations.passage import COLONS, COMMAS, DASHES, PAUSES, UNKNOWN, Found, Passage
from khabar.quotations.people import Person
from khabar.quotations.proposers import BY_CUE, BY_PLACE, BY_TURN, Here, Proposal, State, own

_BEFORE, _BEHIND = 4, 2
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
_LONG = 8
"""Words of a mention that may have run on."""


class Candidate:
    """A cue (None: no cue) and a speaker (None: nobody), with what speaks for both."""

    __slots__ = ("cue", "features", "found", "mention", "person", "score", "where")

    def __init__(self, cue: str | None, found: Found | None, where: Passage, person: Person | None) -> None:
        self.cue = cue
        """As written."""
        self.found = found
        self.where = where
        """The paragraph of the cue."""
        self.person = person
        self.mention: Mention | None = None
        """By which the speaker is named beside the cue."""
        self.features: list[str] = []
        self.score = 0.0


class Option:
    """A cue that may govern the quotation: where it stands beside it, and what is known of it."""

    __slots__ = ("features", "found", "n", "side", "where")

    def __init__(self, where: Passage, found: Found | None, n: int, side: str, features: list[str]) -> None:
        self.where, self.found, self.n, self.side, self.features = where, found, n, side, features


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
        n = end - 1
        out.append(Option(p, p.cues[n], n, "earlier", _cue_features(p, n, "earlier")))
    stop = p.places[k + 1][0] if k + 1 < len(p.places) else p.count
    behind = range(bisect_left(p.ats, last), bisect_left(p.ats, min(stop, last + _TAIL + 1)))
    for rank, n in enumerate(behind[:_BEHIND]):
        out.append(_behind(p, k, n, rank))
    out += _incised(p, first, last)
    if not behind and (unknown := _unknown(p, first, last)) is not None:
        out.append(Option(p, unknown, -1, "unknown", ["s=unknown"]))
    alone = (
        "alone"
        if first == began and (last >= p.count or p.began[last] != began or p.keys[last] in PAUSES)
        else "within"
    )
    head = "head" if first == 0 else "later"
    colon = "colon" if first and p.keys[first - 1] in COLONS else "plain"
    features = ["none", f"none&{alone}", f"none&{head}", f"none&{colon}", f"none&{alone}&{head}&{colon}"]
    features.append(f"none&cues={min(2, len(here))}&behind={min(1, len(behind))}")
    out.append(Option(p, None, -1, "none", features))
    return out


def _cue_features(p: Passage, n: int, side: str) -> list[str]:
    found = p.cues[n]
    kind = found.cue.kind
    m = own(p, n)
    out = [f"c={kind}", f"s={side}", f"c={kind}&s={side}", f"own={m.kind if m is not None else 'no'}&s={side}"]
    pre = _word_before(p, found.at)
    out.append(f"pre={pre}")
    if p.lexicon.objects and p.keys[found.at].endswith(p.lexicon.objects):
        out.append("object")
    if not found.begins:
        out.append("weak")
    if subjects.embedded(p, found):
        out.append("embedded")
    if kind in FINITE and subjects.reported(p, n):
        out.append("reported")
    return out


def _word_before(p: Passage, at: int) -> str:
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
    first = p.places[k][0]
    found = p.cues[n]
    x = p.lexicon
    out = _cue_features(p, n, "before")
    gap = first - found.to
    out += (f"before:{near(gap)}", f"before:r{rank}")
    previous = p.keys[first - 1]
    sign = (
        "colon" if previous in COLONS else "that" if previous in x.that else "comma" if previous in COMMAS else "word"
    )
    sign = "touch" if gap == 0 else sign
    out += (f"sign={sign}", f"sign={sign}&r{rank}")
    if any(i >= 0 for i in p.inside[max(found.to, first - _FAR) : first]):
        out.append("quotation between")
    if found.at == p.began[found.at]:
        out.append("opens")
    if rank and rank == count - 1:
        out.append("outermost")
    stops = sum(p.keys[i] in COMMAS and p.inside[i] == -1 for i in range(max(found.to, first - _FAR), first))
    out.append(f"commas={min(3, stops)}")
    return Option(p, found, n, "before", out)


def _behind(p: Passage, k: int, n: int, rank: int) -> Option:
    first, last = p.places[k]
    found = p.cues[n]
    same = p.began[last] == p.began[first]
    side = "behind" if same else "next"
    out = _cue_features(p, n, side)
    close = touches(p, last, found.at)
    m = own(p, n)
    reaches = m is not None and m.first < found.at and touches(p, last, m.first)
    tie = "close" if close else "subject" if reaches else "apart"
    inner = next((c for c in reversed(p.text[p.starts[first] : p.ends[last - 1] - 1]) if not c.isspace()), "")
    paused = p.keys[last] in PAUSES or inner in PAUSES
    out += (f"{side}:{near(found.at - last)}", f"{side}:{tie}", f"{side}:{tie}&r{rank}")
    out += (f"{side}:{tie}&paused={paused}", f"{side}:{tie}&starts={first == p.began[first]}")
    out.append(f"{side}:lead={p.keys[last] in p.lexicon.lead or p.keys[last] in p.lexicon.relative}")
    return Option(p, found, n, side, out)


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
            return [Option(p, found, -1, "inside", ["s=inside", f"c={found.cue.kind}&s=inside", f"inside&{mark}"])]
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


def candidates(state: State, p: Passage, k: int, kind: str, below: str, options: Sequence[Option]) -> list[Candidate]:
    """All candidates for the k-th quotation of a paragraph, nobody last, each with its features."""
    first, last = p.places[k]
    found = list(options)
    announced = _announced(state, p, first)
    if announced is not None:
        found.append(announced)
    if state.said is not None and state.said[2] is not None:
        found.append(_continued(state, p, k))
    out: list[Candidate] = []
    named: dict[int, set[int]] = {}
    for index, option in enumerate(found):
        here = Here(state, p, k, first, last, option.found, option.n, option.where, below)
        cue = option.where.written(option.found.at, option.found.to) if option.found is not None else None
        for person, (m, paths) in _proposed(here, option).items():
            one = Candidate(cue, option.found, option.where, person)
            one.mention = m
            own_kind = _own_kind(state, option)
            one.features = [*option.features, f"k={kind}&s={option.side}", *paths]
            one.features += [f"{path}&{option.side}" for path in paths]
            if option.found is not None:
                one.features += [f"{path}&own={own_kind}" for path in paths if path in _CARRIED]
                one.features += _recent(state, p, paths, own_kind)
                new = "known" if person in state.people.seen[-20:] else "new"
                pre = _word_before(option.where, option.found.at)
                one.features += [f"{path}&{new}&pre={pre}" for path in paths if path not in _CARRIED]
            one.features.append(f"paths={min(4, len(paths))}")
            one.features += _of_person(state, person, m, option.found, option.where)
            named.setdefault(id(person), set()).add(index)
            out.append(one)
    for one in out:
        one.features.append(f"cues={min(3, len(named[id(one.person)]))}")
    nobody = Candidate(None, None, p, None)
    nobody.features = ["nobody", f"nobody&k={kind}", f"nobody&n={min(3, len(named))}"]
    out.append(nobody)
    return out


_CARRIED = frozenset(("turn", "second", "quoted", "topic", "agreeing", "previous", "outer", "sentence", "verb"))
"""Proposers whose worth depends on whether the cue has a subject of its own."""


def _recent(state: State, p: Passage, paths: Sequence[str], own_kind: str) -> list[str]:
    """How far back whoever speaks on spoke, or was talked about, and which of the two is nearer."""
    if not state.turns:
        return []
    last = state.turns[-1]
    out: list[str] = []
    newer = state.topic > (last.at, last.word)
    if "turn" in paths:
        said = "quoted" if last.quoted else "reported"
        out += (f"turn&gap={min(2, p.at - last.at)}&own={own_kind}", f"turn&{said}&own={own_kind}")
        out.append(f"turn&newer={newer}&own={own_kind}")
    if "topic" in paths:
        out += (f"topic&newer={newer}&own={own_kind}", f"topic&gap={min(2, p.at - state.topic[0])}&own={own_kind}")
    return out


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
    table = BY_CUE if option.found is not None else BY_PLACE
    if option.side == "inside":
        _look_inside(here, out)
    else:
        for name, propose in table:
            _add(here, out, name, propose(here))
    for name, propose in BY_TURN:
        _add(here, out, name, propose(here))
    return out


def _add(here: Here, out: dict[Person, tuple[Mention | None, list[str]]], name: str, proposal: Proposal) -> None:
    m, person = proposal
    if m is not None and here.on is here.p and m.first <= here.first < m.last:
        return  # the quotation itself
    if m is not None and m.kind == PRONOUN:
        gender = m.gender or (here.found.cue.gender if here.found else "")
        m, person, name = None, here.state.agreeing(gender), f"{name}.pronoun"
    elif m is not None:
        person = here.state.people.of(here.on, m, here.found)
        person = next((q for q in out if q.text == person.text), person)
    if person is None:
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


def _of_person(state: State, person: Person, m: Mention | None, found: Found | None, where: Passage) -> list[str]:
    x = where.lexicon
    out = ["named" if person.named else "described"]
    out.append("known" if person in state.people.seen[-20:] else "new")
    gender = found.cue.gender if found is not None else ""
    if gender in ("m", "f") and person.gender in ("m", "f"):
        out.append("agrees" if gender == person.gender else "clashes")
    if gender == "p" and x.plural_ends:
        out.append(f"plural={any(word.endswith(x.plural_ends) for word in person.core)}")
    if m is not None:
        words = m.last - m.first
        out.append(f"words={near(words)}")
        head = where.key(m.first)
        out.append(f"head={_head(head, x)}")
        if m.kind != NAME and not x.is_title(head):
            out.append("untitled")
        if words > _LONG or (found is not None and m.first > found.to + 3):
            out.append("loose")
        if person.gender == "n":
            out.append("institution")
    return out


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
    return Option(above, above.cues[n], n, "above", _cue_features(above, n, "above"))


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
    features = [
        "continued",
        f"continued&{here}",
        f"continued&alone={alone}",
        f"continued&{here}&{sign}&fresh={fresh}",
    ]
    return Option(where or p, found, -1, "continued", features)


def spoken_for(found: Sequence[Option]) -> bool:
    """Is there a cue at all?"""
    return any(option.found is not None and option.found.cue.kind not in ATTRIBUTIONS for option in found)


__all__ = ["SAY", "Candidate", "Option", "candidates", "near", "options", "touches"]
