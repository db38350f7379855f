"""The cues that may govern a quotation: beside it, within it, further up, and none; what is known of each."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from khabar.quotations.clauses import embedded, reported
from khabar.quotations.features import Group, table
from khabar.quotations.lexicon import FINITE, is_letters
from khabar.quotations.passage import COLONS, COMMAS, DASHES, PAUSES, UNKNOWN, Found, Passage
from khabar.quotations.proposers import State, own

_BEFORE, _BEHIND = 3, 2
"""Cues before and behind a quotation that are weighed."""
_TAIL = 25
"""Words between a quotation and a cue behind it: a long name."""
_FAR = 60
"""Words between a quotation and the verb that its sentence begins with."""
_BUCKETS = (0, 1, 3, 6, 10, 16, 25)
"""Upper ends of the distances, in words, that are told apart."""

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


def announced(state: State, p: Passage, first: int) -> Option | None:
    """The cue of the paragraph before, where that ends with a colon and nothing stands before the quotation."""
    above = state.passages[-1] if state.passages else None
    if first > 1 or above is None or above is p or not above.cues or above.at != p.at - 1:
        return None
    n = len(above.cues) - 1
    if above.keys[-1] not in COLONS or above.cues[n].at < above.began[-1]:
        return None
    return _option(above, n, "above")


def continued(state: State, p: Passage, k: int) -> Option:
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
