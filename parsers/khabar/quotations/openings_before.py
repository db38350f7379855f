"""Words at which a report may begin that stands before its cue: "…، بحسب X", "…, X said"; and where verbs end their
clauses: "X … söyledi".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from khabar.quotations.lexicon import AFTER, ATTRIBUTIONS, BEHIND, BORROWED, RELAY, is_letters
from khabar.quotations.mentions import Mention
from khabar.quotations.openings_behind import FAR, GOVERNED, Start, joined
from khabar.quotations.passage import COMMAS, DASHES, Found, Passage

_LEAST = 2
"""Words that stand before a cue at least for what it reports to be there."""
_STARTS = 4
"""Commas, and names, behind which the report of a verb that ends its clause may begin, in the clause's beginning."""
_HEAD = 14
"""Words of a clause in which its subject and what it is said in stand, where the verb ends it."""
_BEFORE = 2
"""Cues back in which the one before is looked for."""


def before(p: Passage, n: int, m: Mention | None, last: int) -> Iterator[Start]:
    """Words at which the report of the n-th cue may begin before it. `m`: the cue's subject; `last`: where the last
    report of its sentence began, or -1."""
    found, kind = p.cues[n], p.cues[n].cue.kind
    if p.lexicon.order == "sov" and (kind not in ATTRIBUTIONS or kind == BEHIND):
        yield from _before_verb(p, n, m)
    elif kind not in BORROWED and kind != RELAY:
        yield from _parted(p, found, m, last)


def _parted(p: Passage, found: Found, m: Mention | None, last: int) -> Iterator[Start]:
    """At the beginning of the sentence, where something parts what stands there from the cue."""
    start = p.began[found.at]
    cut, parted = _cut(p, found, m, start)
    if found.cue.kind not in ATTRIBUTIONS and (last >= 0 or not parted):
        return  # behind another report, "she added" is that one's, or a quotation's
    while start < cut and not is_letters(p.keys[start]) and p.inside[start] == -1:
        start += 1
    if cut - start >= _LEAST:
        yield Start(start, "before", joined(p, start), cut)
    if start < last < cut:
        yield Start(last, "again", joined(p, last), cut)  # a second source of the same


def _cut(p: Passage, found: Found, m: Mention | None, began: int) -> tuple[int, bool]:
    """The word behind what stands before a cue and its subject, and whether a comma, a dash or "as" parts them."""
    cut, kind = found.at, found.cue.kind
    if m is not None and (kind == AFTER or (kind not in ATTRIBUTIONS and m.last <= cut)):
        cut = m.first
    end = cut - (cut > began and p.keys[cut - 1] in p.lexicon.link)
    while end > began and (p.keys[end - 1] in COMMAS or p.keys[end - 1] in DASHES):
        end -= 1
    return end, end < cut


class _Clause(NamedTuple):
    """The sentence before a verb that ends its clause: words [began:cut], adverbs and commas before the verb apart.
    `m`: its subject; `last`: the word behind the cue before, or -1; `run_on`: that behind the marks that the sentence
    begins with, or `cut`."""

    p: Passage
    m: Mention | None
    began: int
    cut: int
    last: int
    run_on: int


def _before_verb(p: Passage, n: int, m: Mention | None) -> Iterator[Start]:
    """Where the verb ends the clause: behind a preposition of it ("وی از تدوین طرح خبر داد"), at the sentence's
    beginning, behind its subject, the cue before, a comma, a name, or what it is said in ("konuşmasında")."""
    takes, began = p.cues[n].cue.takes, p.began[p.cues[n].at]
    cut = _end(p, p.cues[n].at, began)
    if takes:
        low = max(began, cut - FAR)
        governed = (i for i in range(cut - _LEAST, low - 1, -1) if p.inside[i] == -1 and p.keys[i] in takes)
        yield from (Start(i + 1, "takes", end=cut) for i in islice(governed, GOVERNED))
    cues = (found.to for found in p.cues[max(0, n - _BEFORE) : n] if found.at >= began and found.to < cut)
    run_on = p.places[p.inside[began]][1] if p.inside[began] >= 0 else cut
    clause = _Clause(p, m, began, cut, max(cues, default=-1), run_on)
    for find in _PLACES:
        for how, at in find(clause):
            yield from _starts(clause, how, at)


def _end(p: Passage, at: int, began: int) -> int:
    """The word behind the last before a verb that is no adverb, comma or the like."""
    x = p.lexicon
    while at > began and p.inside[at - 1] == -1:
        key = p.keys[at - 1]
        if key not in COMMAS and key not in x.inside and key not in x.adverb:
            break
        at -= 1
    return at


def _starts(c: _Clause, how: str, at: int) -> Iterator[Start]:
    """At a word less the marks and markers there, and once more less adverbs."""
    p, x, cut = c.p, c.p.lexicon, c.cut
    least = _LEAST - (how in ("subject", "name"))
    while at < cut and p.inside[at] == -1 and (p.keys[at] in COMMAS or p.keys[at] in x.marker):
        at += 1
    if cut - at >= least:
        yield Start(at, how, end=cut)
    later = at
    while later < cut and p.inside[later] == -1 and (p.keys[later] in x.adverb or p.keys[later] in x.lead):
        later += 1
    later += later < cut and p.keys[later] in COMMAS
    if later > at and cut - later >= least:
        yield Start(later, f"{how} adverb", end=cut)


_Place = tuple[str, int]
"""What shows that a report begins, and the word behind it."""


def _sentence(c: _Clause) -> Iterator[_Place]:
    """At the beginning of the sentence."""
    yield "before", c.began


def _subject(c: _Clause) -> Iterator[_Place]:
    """Behind the subject: "Belediye Başkanı Su | köprünün açılacağını söyledi"."""
    if c.m is not None and c.began < c.m.last < c.cut:
        yield "subject", c.m.last


def _cue(c: _Clause) -> Iterator[_Place]:
    """Behind the cue before: "… belirten Su, | …"."""
    if c.last >= 0:
        yield "behind", c.last


def _heading(c: _Clause) -> Iterator[_Place]:
    """Behind a heading in marks that the sentence runs on from."""
    if c.run_on < c.cut and c.p.capital(c.run_on):
        yield "heading", c.run_on


def _parts(c: _Clause) -> Iterator[_Place]:
    """Behind commas and markers, names, and what it is said in, from each word on that a clause may begin with."""
    p, x = c.p, c.p.lexicon
    for low in (c.last, c.run_on, c.began):
        if not 0 <= low < c.cut:
            continue
        places = range(low, min(c.cut - 1, low + FAR))
        parted = (i + 1 for i in places if p.inside[i] == -1 and (p.keys[i] in COMMAS or p.keys[i] in x.marker))
        yield from (("before", at) for at in islice(parted, _STARTS))
        if x.capitals:
            yield from islice(_heads(p, low, min(c.cut, low + _HEAD)), _STARTS)


def _heads(p: Passage, low: int, end: int) -> Iterator[_Place]:
    """Behind names, and behind what something is said in, at the beginning of a clause."""
    x = p.lexicon
    for at in range(low + 1, end):
        if not p.is_word(at) or not p.is_word(at - 1):
            continue
        if p.keys[at - 1] in x.setting or p.keys[at - 1] in x.opening:
            yield "setting", at
        elif _is_named(p, at - 1) and not _is_named(p, at):
            yield "name", at


def _is_named(p: Passage, at: int) -> bool:
    return p.capital(at) or p.lexicon.is_title(p.keys[at])


_PLACES: tuple[Callable[[_Clause], Iterator[_Place]], ...] = (_sentence, _subject, _cue, _heading, _parts)
"""What finds the words. Of two that find the same one the first counts."""
