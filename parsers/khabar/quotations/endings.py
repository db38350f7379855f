"""Where what a cue reports may end: with the sentence, where another cue begins, where the reporter resumes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from khabar.quotations.features import Group, table
from khabar.quotations.kinds import class_of
from khabar.quotations.lexicon import FINITE, is_letters
from khabar.quotations.openings import Opening
from khabar.quotations.options import near
from khabar.quotations.passage import COLONS, COMMAS, DASHES, ENDS, Passage
from khabar.quotations.phrases import phrase
from khabar.quotations.proposers import own

_LONGEST = 120
"""Words of a report."""
_MOST = 24
"""Endings of one report that are weighed; the sentence's is always one."""
_STEPS = (1, 2, 4, 7, 12, 20, 30, 45)
"""Lengths of a report in words that are told apart."""
_MARKS = COMMAS | DASHES | COLONS | frozenset(";؛()[]")
"""Marks that part clauses."""
_TRIMMED = _MARKS | ENDS
"""Marks that are no part of a report at its end."""
_CLOSERS = {")": "(", "]": "["}

_ENDING = table(
    "(size=) (left=) (h=) (t=) (rank=) (closes) (sub) e= (mark=) (joined) (said) (gap)",
    "e=&gap e=&mark=&gap mark=&sub e=&mark=&sub rank=&sub"
    " e=&mark= e=&mark=&joined e=&size= e=&left= e=&h= e=&t= e=&rank= e=&closes e=&mark=&said mark=&rank= mark=&size="
    " h=&size=",
    "endings",
)


def trimmed(p: Passage, start: int, end: int) -> int:
    """The end of words [start:end] without the marks that close a clause; a bracket that was opened there is kept."""
    while end > start + 1 and p.inside[end - 1] == -1 and p.keys[end - 1] in _TRIMMED:
        if p.keys[end - 1] in _CLOSERS and _CLOSERS[p.keys[end - 1]] in p.keys[start:end]:
            break
        end -= 1
    return end


class Ending(NamedTuple):
    """The report may end before word `at`."""

    at: int
    groups: tuple[Group, ...]


class _Next(NamedTuple):
    """What follows where a report may end: the class of the next word, the mark before it, whether a conjunction
    joins it, whether a cue's clause begins with it, and behind which conjunction with what subject."""

    word: str
    mark: str = "no"
    joined: bool = False
    said: bool = False
    gap: str = ""


_Heads = dict[int, str]
"""Words that the clauses of later cues begin with, and of which class the cue is."""


def endings(p: Passage, n: int, opening: Opening) -> list[Ending]:
    """Where the report of the n-th cue may end that begins with an opening, in order."""
    start = opening.at
    limit = min(p.end_of(start, _LONGEST), p.count)
    stop = trimmed(p, start, _announced(p, start, limit))
    places = [*islice(_places(p, n, start, stop), _MOST)]
    whole = limit == p.count or p.began[limit] != p.began[start]  # else the sentence goes on beyond the limit
    if whole and stop != (places[-1][0] if places else _quoted(p, start)):
        places.append((stop, _Next("end")))
    how, type_, sub = opening.how, p.cues[n].cue.type, _is_subordinate(p, p.cues[n].at)
    out = []
    for rank, (at, follows) in enumerate(places):
        size = next((str(step) for step in _STEPS if at - start <= step), "more")
        row = _ENDING(size, near(stop - at), how, type_, min(3, rank), p.inside[at - 1] >= 0, sub, *follows)
        out.append(Ending(at, (row,)))
    return out


def _announced(p: Passage, start: int, stop: int) -> int:
    """The colon that announces a quotation, which is no part of the report; else where the sentence ends."""
    colons = (i for i in range(start + 1, stop - 1) if p.keys[i] in COLONS and p.inside[i] == -1)
    return next((i for i in colons if p.inside[i + 1] >= 0), stop)


def _places(p: Passage, n: int, start: int, stop: int) -> Iterator[tuple[int, _Next]]:
    """Words before which a report may end within [start:stop], with what follows; none where there is but the
    quotation that it begins with."""
    x, heads, before = p.lexicon, _heads(p, n, start, stop), _quoted(p, start)
    for at in range(start + 1, stop):
        if p.inside[at] >= 0 and p.inside[at] == p.inside[at - 1]:
            continue
        follows = _follows(p, at, heads)
        if follows is None:
            continue
        last = trimmed(p, start, at)
        if p.inside[last - 1] == -1 and (p.keys[last - 1] in x.lead or p.keys[last - 1] in x.article):
            continue  # "… for the land and"
        if last != before:
            before = last
            yield last, follows


def _quoted(p: Passage, start: int) -> int:
    """The word behind the quotation that begins with a word; -1 where none does."""
    first, last = p.places[p.inside[start]] if p.inside[start] >= 0 else (-1, -1)
    return last if first == start else -1


def _heads(p: Passage, n: int, start: int, stop: int) -> _Heads:
    """Where the clauses of later cues begin, with their subjects before them, and of which class the cue is."""
    out: _Heads = {}
    for other in range(n + 1, len(p.cues)):
        found = p.cues[other]
        if found.at >= stop:
            break
        if found.at <= start:
            continue
        at = found.at
        m = None
        if p.lexicon.order != "vso" and found.cue.kind in FINITE:
            m = own(p, other) or (phrase(p, found) if p.lexicon.capitals else None)
        if m is not None and start < m.first < at:
            at = m.first
        out.setdefault(at, found.cue.kind if found.begins else f"weak {found.cue.kind}")
    return out


def _is_subordinate(p: Passage, at: int) -> bool:
    """Does the sentence begin with a clause of the reporter's that a cue stands in: "While Roe said …, the …"?"""
    began = p.began[at]
    return p.keys[began] in p.lexicon.resume and not any(key in COMMAS for key in p.keys[began:at])


def _follows(p: Passage, at: int, heads: _Heads) -> _Next | None:
    """What a report that ended before a word would be followed by; None where no report ends."""
    if p.keys[at] in COMMAS and p.key(at + 1)[:1].isdigit() and p.ends[at] == p.starts[at + 1]:
        return None  # "1,237"
    i, mark = at, "no"
    while i < p.count - 1 and p.keys[i] in _MARKS and p.inside[i] == -1:
        mark = "comma" if p.keys[i] in COMMAS else "mark"
        i += 1
    if _goes_on(p, i):
        return None
    said = _said(p, i, mark, heads)
    if said is not None:
        return said
    if p.inside[i] >= 0:
        return _Next("quotation", mark) if mark != "no" else None
    word = _resumes(p, i) or _parted(p, at, i, mark)
    return _Next(word, mark, _is_joined(p, i)) if word else None


def _goes_on(p: Passage, i: int) -> bool:
    """Does the same report go on with a conjunction: "… أن … وأن …", "… that … and that …"?"""
    that, key = p.lexicon.that, p.keys[i]
    return (key in that and key[1:] in that) or (key in p.lexicon.lead and p.key(i + 1) in that)


def _said(p: Passage, i: int, mark: str, heads: _Heads) -> _Next | None:
    """A later cue's clause that begins with a word, or behind a conjunction there: "…, she said", "… and warned"."""
    key, x = p.keys[i], p.lexicon
    if key in x.lead and i + 1 in heads:
        subject = "own" if i + 1 in p.ats else "subject"
        return _Next(heads[i + 1], mark, True, True, f"{subject} {'resume' if key in x.resume else 'lead'}")
    return _Next(heads[i], mark, _is_joined(p, i), True) if i in heads else None


def _is_joined(p: Passage, i: int) -> bool:
    """Is a conjunction written onto a word?"""
    return p.lexicon.unjoined(p.keys[i]) != p.keys[i]


_RESUMING = ("relative", "that", "lead", "day")
"""Classes of words that may end a report without a mark, the first that holds."""


def _resumes(p: Passage, i: int) -> str:
    """The class of a word with which the reporter may resume; "" of any other."""
    key, x = p.keys[i], p.lexicon
    if key in x.resume or x.unjoined(key) in x.resume:
        return "resume"
    for name in _RESUMING:
        if key in getattr(x, name):
            return name
    return ""


def _parted(p: Passage, at: int, i: int, mark: str) -> str:
    """The class of any word behind a mark, or behind a quotation that ends before word `at`; "" of one that nothing
    parts from the report, nor a comma where these join sentences."""
    closing = p.inside[at - 1] >= 0 and p.inside[at] == -1
    if not closing and (mark == "no" or (mark == "comma" and not p.lexicon.spaces)):
        return ""
    return class_of(p.keys[i], p.lexicon, p.capital(i)) if is_letters(p.keys[i]) else "sign"
