"""Where what a cue reports may end: with the sentence, where another cue begins, where the reporter resumes."""

from __future__ import annotations

from typing import NamedTuple

from khabar.quotations.candidates import near
from khabar.quotations.features import Group, table
from khabar.quotations.kinds import class_of
from khabar.quotations.lexicon import FINITE, is_letters
from khabar.quotations.openings import Opening
from khabar.quotations.passage import COLONS, COMMAS, DASHES, ENDS, Passage
from khabar.quotations.proposers import own
from khabar.quotations.subjects import phrase

_LONGEST = 120
"""Words of a report."""
_MOST = 24
"""Endings of one report that are weighed; the sentence's is always one."""
_STEPS = (1, 2, 4, 7, 12, 20, 30, 45)
_MARKS = COMMAS | DASHES | COLONS | frozenset(";؛()[]")

_CLOSERS = {")": "(", "]": "["}

_ENDING = table(
    "e= (mark=) (size=) (left=) (h=) (t=) (rank=) (closes) (joined) (said) (gap) (sub)",
    "e=&gap e=&mark=&gap mark=&sub e=&mark=&sub rank=&sub"
    " e=&mark= e=&mark=&joined e=&size= e=&left= e=&h= e=&t= e=&rank= e=&closes e=&mark=&said mark=&rank= mark=&size="
    " h=&size=",
    "endings",
)


def trimmed(p: Passage, start: int, end: int) -> int:
    """The end of words [start:end] without the marks that close a clause; a bracket that was opened there is kept."""
    while end > start + 1 and p.inside[end - 1] == -1 and p.keys[end - 1] in _MARKS | ENDS:
        if p.keys[end - 1] in _CLOSERS and _CLOSERS[p.keys[end - 1]] in p.keys[start:end]:
            break
        end -= 1
    return end


class Ending(NamedTuple):
    """The report may end before word `at`."""

    at: int
    groups: tuple[Group, ...]


def endings(p: Passage, n: int, opening: Opening) -> list[Ending]:
    """Where the report of the n-th cue may end that begins with an opening, in order."""
    start = opening.at
    stop = min(p.end_of(start, _LONGEST), p.count)
    stop = trimmed(p, start, stop)
    bare = p.inside[start] >= 0 and p.places[p.inside[start]][0] == start
    heads = _heads(p, n, start, stop)
    sub = _is_subordinate(p, p.cues[n].at)
    out: list[Ending] = []
    rank = 0
    for at in range(start + 1, stop):
        if p.inside[at] >= 0 and p.inside[at] == p.inside[at - 1]:
            continue
        found = _follows(p, at, heads)
        if found is None:
            continue
        last = trimmed(p, start, at)
        if p.inside[last - 1] == -1 and (p.keys[last - 1] in p.lexicon.lead or p.keys[last - 1] in p.lexicon.article):
            continue  # "… for the land and"
        if (out and out[-1].at == last) or (bare and last == p.places[p.inside[start]][1]):
            continue
        out.append(Ending(last, _row(p, start, last, stop, opening, n, found, rank, sub)))
        rank += 1
        if rank >= _MOST:
            break
    if not (bare and stop == p.places[p.inside[start]][1]) and not (out and out[-1].at == stop):
        out.append(Ending(stop, _row(p, start, stop, stop, opening, n, ("end", "no", False, False, ""), rank, sub)))
    return out


def _heads(p: Passage, n: int, start: int, stop: int) -> dict[int, str]:
    """Where the clauses of later cues begin, with their subjects before them, and of which class the cue is."""
    out: dict[int, str] = {}
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


def _follows(p: Passage, at: int, heads: dict[int, str]) -> tuple[str, str, bool, bool, str] | None:
    """What a report that ended here would be followed by: the class of the next word, the mark before it, whether a
    conjunction joins it, whether a cue's clause begins with it, and behind which conjunction with what subject; None
    where no report ends."""
    x, i = p.lexicon, at
    mark = "no"
    if p.keys[at] in COMMAS and p.key(at + 1)[:1].isdigit() and p.ends[at] == p.starts[at + 1]:
        return None  # "1,237"
    while i < p.count - 1 and p.keys[i] in _MARKS and p.inside[i] == -1:
        mark = "comma" if p.keys[i] in COMMAS else "mark"
        i += 1
    key = p.keys[i]
    bare = x.unjoined(key)
    joined = bare != key
    if (key in x.that and key[1:] in x.that) or (key in x.lead and p.key(i + 1) in x.that):
        return None  # "… أن … وأن …" is one report
    j = i
    if key in x.lead and i + 1 < p.count and i + 1 in heads:
        j, joined = i + 1, True
    if j in heads:
        gap = ("own" if j in p.ats else "subject") if j > i else ""
        return heads[j], mark, joined, True, gap and f"{gap} {'resume' if key in x.resume else 'lead'}"
    if p.inside[i] >= 0:
        return ("quotation", mark, False, False, "") if mark != "no" else None
    closing = at > 0 and p.inside[at - 1] >= 0 and p.inside[at] == -1
    word = class_of(key, x, p.capital(i)) if is_letters(key) else "sign"
    if key in x.resume or bare in x.resume:
        word = "resume"
    elif key in x.relative:
        word = "relative"
    elif key in x.that:
        word = "that"
    elif key in x.lead:
        word = "lead"
    elif key in x.day:
        word = "day"
    elif not closing and (mark == "no" or (mark == "comma" and not x.spaces)):
        return None  # nor at a comma where these join sentences
    return word, mark, joined, False, ""


def _row(
    p: Passage,
    start: int,
    last: int,
    stop: int,
    opening: Opening,
    n: int,
    found: tuple[str, str, bool, bool, str],
    rank: int,
    sub: bool,
) -> tuple[Group, ...]:
    word, mark, joined, said, gap = found
    size = next((str(step) for step in _STEPS if last - start <= step), "more")
    closes = p.inside[last - 1] >= 0
    row = _ENDING(
        word, mark, size, near(stop - last), opening.how, p.cues[n].cue.type, min(3, rank), closes, joined, said, gap,
        sub,
    )  # fmt: skip
    return (row,)
