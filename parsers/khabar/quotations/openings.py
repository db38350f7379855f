"""Where what a cue reports may begin: behind a conjunction, a preposition of its verb, its subject; before the cue.

Each place is an opening with what is known of it, the features that are weighed; which of them is right, or whether
the cue reports nothing that stands without marks, is for the weights to say. `openings_behind` and `openings_before`
find the places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from khabar.quotations.clauses import embedded, reported
from khabar.quotations.features import Fact, Group, table
from khabar.quotations.kinds import class_of
from khabar.quotations.lexicon import ATTRIBUTIONS, FINITE
from khabar.quotations.mentions import Mention
from khabar.quotations.openings_before import before
from khabar.quotations.openings_behind import Start, behind, end_of_sentence, is_that
from khabar.quotations.options import near, word_before
from khabar.quotations.passage import COLONS, COMMAS, DASHES, ENDS, Found, Passage
from khabar.quotations.proposers import own

_FEW = 12
"""Words before a cue in which its clause may begin with "if"."""
_CLAUSE = 14
"""Words of a report among which a verb shows that it is a clause."""
_MOST = 2
"""Cues between, commas between, openings of a kind before: so many are told apart."""

_CUE = "(c=) (t=) (own=) (*pre) (weak) (mid) (embedded) (reported) (within)"
"""What is known of a cue, whatever it reports."""
_OPENING = table(
    f"h= {_CUE} (loose=) crossed= commas= (quoted=) (parted)"
    " (takes) (first=) (rest=) (before=) (mention) (w=) (verbal) (next=) rank= (after=) (governs)",
    "h=&c= h=&t= h=&takes h=&loose= h=&own= h=&first= h=&*pre h=&c=&weak h=&mid h=&embedded h=&reported h=&within"
    " h=&crossed= h=&commas= h=&rest= h=&quoted= h=&next= h=&before= h=&mention h=&w= h=&rank= h=&c=&own="
    " h=&c=&first= h=&verbal h=&parted h=&c=&verbal h=&c=&parted h=&parted&commas="
    " h=&after= h=&rest=&after= h=&governs h=&own=&governs",
    "openings",
)
_NOTHING = table(
    f"nothing {_CUE} (governs) (has=) (next=)",
    "nothing&c= nothing&t= nothing&own= nothing&*pre nothing&weak nothing&mid nothing&embedded nothing&reported"
    " nothing&within nothing&governs nothing&has= nothing&next= nothing&c=&next= nothing&governs&c=",
    "openings",
)
_SHOWS = frozenset(("that", "takes", "letter", "colon", "before"))
"""Openings that the features of none are told of."""


class Told(NamedTuple):
    """What is known when a cue is asked what it reports: whether it governs a quotation, stands within what another
    cue reports, and where the last report of its sentence began (-1: there is none)."""

    governs: bool = False
    within: bool = False
    last: int = -1
    words: Mapping[str, int] = MappingProxyType({})
    """How often each word was met."""


class Opening(NamedTuple):
    """The report of a cue may begin with word `at`, less the letters written onto it. `how`: what shows it; `end`:
    the word behind it, where it stands before the cue, else -1."""

    at: int
    how: str
    letters: int = 0
    end: int = -1
    groups: tuple[Group, ...] = ()


class _Cue(NamedTuple):
    """The n-th cue of a passage with its subject and what is known of it, looked for once for all of its openings.
    `end`: the word behind its sentence; `next`: the class of the word behind it; `after`: see `_after`."""

    p: Passage
    n: int
    found: Found
    m: Mention | None
    told: Told
    facts: tuple[Fact, ...]
    end: int
    next: str
    after: str


def openings(p: Passage, n: int, told: Told) -> list[Opening]:
    """Where the report of the n-th cue of a passage may begin; last, nowhere (`at` is -1). None where it is plain
    that it reports nothing but a quotation, or nothing at all."""
    found, m = p.cues[n], own(p, n)
    if _unreal(p, found) or (told.governs and _announces(p, found, m)):
        return []
    facts, end = _facts(p, n, m, told), end_of_sentence(p, found)
    cue = _Cue(p, n, found, m, told, facts, end, _class(p, found.to), _after(p, found, m))
    out: list[Opening] = []
    ranks: Counter[str] = Counter()
    met: set[tuple[int, int]] = set()
    for start in (*behind(p, found, m), *before(p, n, m, told.last)):
        begins = start.at < p.count and (p.inside[start.at] >= 0 or p.is_word(start.at))
        if begins and (start.at, start.end) not in met:
            met.add((start.at, start.end))
            out.append(Opening(*start, groups=(_row(cue, start, ranks[start.how]),)))
            ranks[start.how] += 1
    has = "+".join(sorted(_SHOWS & ranks.keys())) or "no"
    nothing = _NOTHING(True, *facts, told.governs, has, cue.next)
    return [*out, Opening(-1, "nothing", groups=(nothing,))]


def _unreal(p: Passage, found: Found) -> bool:
    """Is it only asked, supposed or denied that somebody says so: "If the mayor says that …", "Did she claim …"?"""
    x = p.lexicon
    if not x.unreal or found.cue.kind in ATTRIBUTIONS:
        return False
    for i in range(found.at - 1, max(p.began[found.at], found.at - _FEW) - 1, -1):
        key = p.keys[i]
        if key in x.unreal and p.inside[i] == -1:
            return True
        if p.inside[i] >= 0 or key in COMMAS or key in COLONS or key in x.that or key in x.relative:
            return False
    return False


def _announces(p: Passage, found: Found, m: Mention | None) -> bool:
    """Does a quotation follow at once on a cue that governs one: "وقال فلان: «…»", "She said, “…”"?"""
    at = m.last if m is not None and m.first >= found.to else found.to
    while at < p.count and (p.keys[at] in COLONS or p.keys[at] in COMMAS):
        at += 1
    return at < p.count and p.inside[at] >= 0 and p.places[p.inside[at]][0] == at


def _facts(p: Passage, n: int, m: Mention | None, told: Told) -> tuple[Fact, ...]:
    """What is known of the cue, whatever it reports."""
    found = p.cues[n]
    side = "no" if m is None else f"{m.kind} {'behind' if m.first >= found.to else 'before'}"
    inner = found.cue.kind in FINITE and reported(p, n)
    pre = "clause" if _is_clause(p, found.at - 1) else word_before(p, found.at)
    return (found.cue.kind, found.cue.type, side, pre, found.cue.weak, not found.begins, embedded(p, found), inner,
            told.within)  # fmt: skip


def _class(p: Passage, at: int) -> str:
    """The class of the word behind a cue, or before an opening."""
    if at >= p.count or p.keys[at] in ENDS:
        return "end"
    if p.inside[at] >= 0:
        return "quotation"
    if p.keys[at] in COMMAS:
        return "comma"
    return class_of(p.keys[at], p.lexicon, p.capital(at)) if p.is_word(at) else "mark"


def _after(p: Passage, found: Found, m: Mention | None) -> str:
    """What follows behind the cue and its subject: "end" of the sentence, "comma", "that", else "more"; "" where the
    verb ends its clause, or the script has no capitals and subjects end at a guess."""
    if not p.lexicon.capitals or p.lexicon.order == "sov":
        return ""
    at = m.last if m is not None and m.first >= found.to else found.to
    while at < p.count and p.inside[at] == -1 and p.keys[at] in p.lexicon.settings:
        at += 1
    if at >= p.count or p.keys[at] in ENDS:
        return "end"
    if p.keys[at] in COMMAS or p.keys[at] in DASHES:
        return "comma"
    return "that" if is_that(p, at) else "more"


def _row(cue: _Cue, one: Start, rank: int) -> Group:
    """The features of an opening. `rank`: how many of its kind there were before."""
    end = cue.end if one.end < 0 else one.end
    return _OPENING(
        one.how, *cue.facts, *_between(cue, one, end), *_report(cue, one, end), cue.next, min(_MOST, rank),
        cue.after or None, cue.told.governs and cue.after != "",
    )  # fmt: skip


def _between(cue: _Cue, one: Start, end: int) -> tuple[Fact, ...]:
    """What stands between a cue and what it reports: words that are not its subject's, cues, commas, a quotation (or
    the report is one), a verb."""
    p, m = cue.p, cue.m
    low, high = (cue.found.to, one.at) if one.end < 0 else (one.end, cue.found.at)
    loose = max(0, high - low)
    commas = sum([key in COMMAS for key in p.keys[low:high]])
    if m is not None and low <= m.first and m.last <= high:
        loose -= m.last - m.first
        commas -= commas and sum([key in COMMAS for key in p.keys[m.first : m.last]])
    parted = _is_free(cue, one) and loose > 0 and _has_verb(p, low, high, False)
    crossed = min(_MOST, _crossed(cue, one, low, high))
    return near(loose), crossed, min(_MOST, commas), _quoted(p, one.at, low, high, end), parted


def _quoted(p: Passage, first: int, low: int, high: int, end: int) -> str:
    """Whether a report is a quotation or begins with one, or one stands between it and the cue."""
    if p.inside[first] < 0:
        return "between" if max(p.inside[low:high], default=-1) >= 0 else "no"
    last = p.places[p.inside[first]][1]
    return "whole" if last >= end or p.keys[last] in ENDS or p.keys[last] in COMMAS else "begins"


def _report(cue: _Cue, one: Start, end: int) -> tuple[Fact, ...]:
    """What is known of the report: whether a preposition shows it, with what it begins, its length, what stands
    before it, whether it begins within the cue's subject, whether it has a verb."""
    p, m, at = cue.p, cue.m, one.at
    takes = one.how in ("takes", "letter") or (one.how == "that" and p.key(at - 2) in cue.found.cue.takes)
    head = "quotation" if p.inside[at] >= 0 else _head(p, at, one.letters)
    mention = m is not None and m.first <= at < m.last
    word = _written_with(p.keys[at], cue.told) if one.letters and one.end < 0 else None
    verbal = _is_free(cue, one) and _has_verb(p, at, min(end, at + _CLAUSE), True)
    return takes, head, near(end - at), _before(p, one), mention, word, verbal


def _is_free(cue: _Cue, one: Start) -> bool:
    """May a clause stand there without a conjunction?"""
    return one.end < 0 and cue.p.lexicon.capitals and not cue.p.lexicon.inverts


def _head(p: Passage, first: int, letters: int) -> str:
    """The class of the word that a report begins with."""
    x, key = p.lexicon, p.keys[first][letters:]
    if x.is_verbal_noun(key) or (x.objects and key.endswith(x.objects) and x.is_verbal_noun(key[:-1])):
        return "act"
    return class_of(key, x, p.capital(first))


def _has_verb(p: Passage, at: int, stop: int, closes: bool) -> bool:
    """Do words that only sentences have, or a verb of saying, stand among some? `closes`: before a comma or a
    conjunction."""
    x = p.lexicon
    for i in range(at, stop):
        key = p.keys[i]
        if closes and i > at and (key in COMMAS or key in x.lead or key in x.relative or key in x.that):
            return False
        if key in x.sentence or key in x.auxiliary or (i > at and closes and p.is_word(i) and _is_finite(p, i)):
            return True
    return False


def _is_finite(p: Passage, i: int) -> bool:
    cue = p.lexicon.cue_of(p.keys[i])
    return cue is not None and cue.kind in FINITE and not cue.weak


def _crossed(cue: _Cue, one: Start, low: int, high: int) -> int:
    """Cues between a cue and what it reports; where the verb ends the clause, those in what it reports."""
    p, n = cue.p, cue.n
    if one.end < 0:
        return sum([low <= at < high for at in p.ats[n + 1 : n + 4]])
    return sum([one.at <= at < one.end for at in p.ats[max(0, n - 3) : n]]) if p.lexicon.order == "sov" else 0


def _before(p: Passage, one: Start) -> str:
    """The class of the word before an opening; behind a comma, where the verb ends the clause, of that before it."""
    if not one.at:
        return "start"
    before = _class(p, one.at - 1)
    if before == "comma" and one.end >= 0 and p.lexicon.order == "sov" and p.began[one.at] < one.at - 1:
        return "comma clause" if _is_clause(p, one.at - 2) else f"comma {_class(p, one.at - 2)}"
    return before


def _written_with(key: str, told: Told) -> str:
    """Whether a word that may have a preposition written onto it was met without it, or again with it, as names are
    ("بإنشاء", "باراك")."""
    return "bare" if told.words.get(key[1:]) else "again" if told.words.get(key, 0) > 1 else "once"


def _is_clause(p: Passage, at: int) -> bool:
    """Does a word show by its ending that a clause stands before it that is reported ("olduğunu", "geleceğini")?"""
    ends = p.lexicon.clause_ends
    return bool(ends) and p.is_word(at) and p.keys[at].endswith(ends)
