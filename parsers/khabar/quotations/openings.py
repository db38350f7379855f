"""Where what a cue reports may begin: behind a conjunction, a preposition of its verb, its subject; before the cue.

Each place is an opening with what is known of it, the features that are weighed; which of them is right, or whether
the cue reports nothing that stands without marks, is for the weights to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from khabar.quotations.candidates import near, word_before
from khabar.quotations.features import Group, table
from khabar.quotations.kinds import class_of
from khabar.quotations.lexicon import AFTER, ATTRIBUTIONS, BEFORE, BEHIND, BORROWED, FINITE, RELAY, TELL, is_letters
from khabar.quotations.mentions import Mention, mention_at
from khabar.quotations.passage import COLONS, COMMAS, DASHES, ENDS, Found, Passage
from khabar.quotations.proposers import own
from khabar.quotations.subjects import embedded, reported

_FAR = 45
"""Words behind a cue in which what it reports may begin: a long subject with a relative clause stands between."""
_THATS, _GOVERNED = 2, 3
"""Conjunctions, and prepositions of the verb, behind a cue that are weighed."""
_SENTENCE = 80
"""Words of a cue's sentence that are looked at behind it."""
_FEW = 12
"""Words before a cue in which its clause may begin with "if"."""
_NEAR, _NOUNS = 16, 3
"""Words behind a cue in which a report without a conjunction may begin, and nouns that are weighed."""
_STARTS = 4
"""Commas, and names, behind which the report of a verb that ends its clause may begin, in the clause's beginning."""
_HEAD = 14
"""Words of a clause in which its subject and what it is said in stand, where the verb ends it."""
_JOINED = 3
"""Letters of a word that may have a conjunction written onto it."""
_CLAUSE = 14
"""Words of a report among which a verb shows that it is a clause."""
_LEAST = 2
"""Words that stand before a cue at least for what it reports to be there."""
_CROSSED = 2
"""Cues between that are told apart."""

_OPENING = table(
    "h= (c=) (t=) (takes) (loose=) (own=) (first=) (*pre) (weak) (mid) (embedded) (reported) (within) crossed="
    " commas= (rest=) (quoted=) (next=) (before=) (mention) (w=) rank="
    " (verbal) (parted) (after=) (governs)",
    "h=&c= h=&t= h=&takes h=&loose= h=&own= h=&first= h=&*pre h=&c=&weak h=&mid h=&embedded h=&reported h=&within"
    " h=&crossed= h=&commas= h=&rest= h=&quoted= h=&next= h=&before= h=&mention h=&w= h=&rank= h=&c=&own="
    " h=&c=&first= h=&verbal h=&parted h=&c=&verbal h=&c=&parted h=&parted&commas="
    " h=&after= h=&rest=&after= h=&governs h=&own=&governs",
    "openings",
)
_NOTHING = table(
    "nothing (c=) (t=) (own=) (*pre) (weak) (mid) (embedded) (reported) (within) (governs) (has=) (next=)",
    "nothing&c= nothing&t= nothing&own= nothing&*pre nothing&weak nothing&mid nothing&embedded nothing&reported"
    " nothing&within nothing&governs nothing&has= nothing&next= nothing&c=&next= nothing&governs&c=",
    "openings",
)


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


def openings(p: Passage, n: int, told: Told) -> list[Opening]:
    """Where the report of the n-th cue of a passage may begin; last, nowhere (`at` is -1)."""
    found, m = p.cues[n], own(p, n)
    about = _about(p, n, found, m, told)
    follows, after = _next(p, found.to), _after(p, found, m)
    out: list[Opening] = []
    met: set[tuple[int, int]] = set()
    places = () if _unreal(p, found) else (*_behind(p, found, m), *_ahead(p, n, m, told))
    for opening in places:
        begins = opening.at < p.count and (p.inside[opening.at] >= 0 or is_letters(p.keys[opening.at]))
        if begins and (opening.at, opening.end) not in met:
            met.add((opening.at, opening.end))
            rank = sum(one.how == opening.how for one in out)
            out.append(opening._replace(groups=(_row(p, n, m, opening, about, follows, after, told, rank),)))
    has = "+".join(sorted({one.how for one in out if one.how in ("that", "takes", "letter", "colon", "before")}))
    kind, type_, subject, pre, weak, mid, inner, spoken, within = about
    nothing = _NOTHING(
        True, kind, type_, subject, pre, weak, mid, inner, spoken, within, told.governs, has or "no", follows
    )
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


_About = tuple[str, str, str, str, bool, bool, bool, bool, bool]


def _about(p: Passage, n: int, found: Found, m: Mention | None, told: Told) -> _About:
    """What is known of the cue, whatever it reports."""
    side = "no" if m is None else f"{m.kind} {'behind' if m.first >= found.to else 'before'}"
    inner = found.cue.kind in FINITE and reported(p, n)
    pre = "clause" if _is_clause(p, found.at - 1) else word_before(p, found.at)
    return (found.cue.kind, found.cue.type, side, pre, found.cue.weak, not found.begins, embedded(p, found), inner,
            told.within)  # fmt: skip


def _written_with(key: str, told: Told) -> str:
    """Whether a word that may have a preposition written onto it was met without it, or again with it, as names are
    ("بإنشاء", "باراك")."""
    return "bare" if told.words.get(key[1:]) else "again" if told.words.get(key, 0) > 1 else "once"


def _next(p: Passage, at: int) -> str:
    """The class of the word behind a cue."""
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
    return "that" if _is_that(p, at) else "more"


def _row(
    p: Passage,
    n: int,
    m: Mention | None,
    one: Opening,
    about: _About,
    follows: str,
    after: str,
    told: Told,
    rank: int,
) -> Group:
    found = p.cues[n]
    kind, type_, subject, pre, weak, mid, inner, spoken, within = about
    end = p.once(("sentence", found.at), p.end_of, found.at, _SENTENCE) if one.end < 0 else one.end
    first = one.at
    low, high = (found.to, first) if one.end < 0 else (one.end, found.at)
    named = m.last - m.first if m is not None and low <= m.first and m.last <= high else 0
    loose = max(0, high - low - named)
    crossed = _crossed(p, n, one, low, high)
    commas = sum([key in COMMAS for key in p.keys[low:high]])
    if commas and named:
        commas -= sum([key in COMMAS for key in p.keys[m.first : m.last]]) if m is not None else 0
    quoted = "no"
    if p.inside[first] >= 0:
        last = p.places[p.inside[first]][1]
        quoted = "whole" if last >= end or p.keys[last] in ENDS or p.keys[last] in COMMAS else "begins"
    elif max(p.inside[low:high], default=-1) >= 0:
        quoted = "between"
    takes = one.how in ("takes", "letter") or (one.how == "that" and p.key(first - 2) in found.cue.takes)
    head = "quotation" if p.inside[first] >= 0 else _head(p, first, one.letters)
    before = _before(p, one)
    mention = m is not None and m.first <= first < m.last
    word = _written_with(p.keys[first], told) if one.letters and one.end < 0 else None
    clauses = one.end < 0 and p.lexicon.capitals and not p.lexicon.inverts  # where they may stand without "that"
    verbal = clauses and _has_verb(p, first, min(end, first + _CLAUSE), True)
    parted = clauses and loose > 0 and _has_verb(p, low, high, False)
    return _OPENING(
        one.how, kind, type_, takes, near(loose), subject, head, pre, weak, mid, inner, spoken, within,
        min(_CROSSED, crossed), min(2, commas), near(end - first), quoted, follows, before, mention, word,
        min(2, rank), verbal, parted, after or None, told.governs and after != "",
    )  # fmt: skip


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


def _crossed(p: Passage, n: int, one: Opening, low: int, high: int) -> int:
    """Cues between a cue and what it reports; where the verb ends the clause, those in what it reports."""
    if one.end < 0:
        return sum(low <= at < high for at in p.ats[n + 1 : n + 4])
    return sum(one.at <= at < one.end for at in p.ats[max(0, n - 3) : n]) if p.lexicon.order == "sov" else 0


def _before(p: Passage, one: Opening) -> str:
    """The class of the word before an opening; behind a comma, where the verb ends the clause, of that before it."""
    if not one.at:
        return "start"
    before = _next(p, one.at - 1)
    if before == "comma" and one.end >= 0 and p.lexicon.order == "sov" and p.began[one.at] < one.at - 1:
        return "comma clause" if _is_clause(p, one.at - 2) else f"comma {_next(p, one.at - 2)}"
    return before


def _behind(p: Passage, found: Found, m: Mention | None) -> Iterator[Opening]:
    """Openings behind the cue."""
    x, to = p.lexicon, found.to
    stop = min(p.once(("sentence", found.at), p.end_of, found.at, _SENTENCE), to + _FAR)
    if to >= stop:
        return
    told_here = found.cue.kind == TELL and not x.inverts
    if m is not None and x.order == "svo" and m.first >= to and (told_here or _is_helping(p, m.last)):
        m = None  # "Roe, of Leeds, told Smith …", "Roe, of Leeds, says she is …"
    subject = m.last if m is not None and m.first >= to else to
    bare = _content(p, to, stop)
    if found.cue.kind in ATTRIBUTIONS:
        if found.cue.kind == BEFORE:
            yield from _attributed(p, subject if m is not None else bare, stop)
        elif found.cue.kind == AFTER:
            yield from _attributed(p, to, stop)
        return
    thats = governed = 0
    for i in range(to, stop):
        key = p.keys[i]
        if p.inside[i] >= 0 or i + 1 >= stop:
            continue
        if _is_that(p, i) and thats < _THATS:
            thats += 1
            yield Opening(_behind_comma(p, i + 1), "that")
        elif key in COLONS and p.inside[i + 1] == -1:
            yield Opening(i + 1, "colon")
        elif governed < _GOVERNED and key in found.cue.takes and not _is_that(p, i + 1):
            governed += 1
            yield Opening(i + 1, "takes")
        elif governed < _GOVERNED and key[0] in found.cue.takes and _is_onto(p, i):
            governed += 1
            yield Opening(i, "letter", letters=1) if len(key) > 1 else Opening(i + 1, "takes")
    after = _content(p, subject, stop)
    if after < stop:
        if not found.cue.takes and p.keys[after] in x.preposition and after + 1 < stop:
            yield Opening(after + 1, "preposition")
        yield Opening(after, "object")
        if found.cue.kind == TELL or (x.order == "svo" and subject == to):
            told = mention_at(p, after, stop)
            if told is not None and told.last < stop:
                yield Opening(_content(p, told.last, stop), "addressee")
    if bare != after and bare < stop:
        yield Opening(bare, "bare")
    yield from _clauses(p, after, stop) if x.capitals else _nouns(p, to, stop)


def _clauses(p: Passage, after: int, stop: int) -> Iterator[Opening]:
    """A clause without a conjunction behind whom somebody speaks to: "told a gathering in Leeds she would …"."""
    x, left = p.lexicon, _GOVERNED
    for i in range(after + 1, min(stop - 1, after + _NEAR)):
        opens = p.keys[i] in x.opener
        if left and p.is_word(i) and (opens or (p.keys[i] in x.pronouns and p.keys[i - 1] not in x.preposition)):
            left -= 1
            yield Opening(i, "opener" if opens else "clause")


def _nouns(p: Passage, to: int, stop: int) -> Iterator[Opening]:
    """A noun without the article behind one that has it, or behind a day or a mark: where a subject may end that goes
    on to all appearance ("أعلنت مصر والأردن إيفاد …")."""
    x, left = p.lexicon, _NOUNS
    for i in range(to + 1, min(stop - 1, to + _NEAR)):
        key, before = p.keys[i], p.keys[i - 1]
        if (
            not p.is_word(i)
            or x.is_definite(x.unjoined(key))
            or key in x.small
            or key in x.day
            or key in x.preposition
        ):
            continue
        parted = (
            (not is_letters(before) and before not in "#_@")
            or before in x.day
            or x.is_definite(x.unjoined(before))
            or before in x.adverb
        )
        if left and x.definite and parted and not x.is_title(key):
            left -= 1
            yield Opening(i, "noun")


def _attributed(p: Passage, last: int, stop: int) -> Iterator[Opening]:
    """Behind an attribution and its name: "وبحسب تقارير، …", "According to X, …", "وبحسب X فإن …"."""
    for i in range(last, stop - 1):
        if p.inside[i] == -1 and _is_that(p, i):
            yield Opening(i + 1, "that")
            break
    comma = next((i for i in range(last, stop - 1) if _is_pause(p, i)), -1)
    if comma >= 0 and not _is_that(p, comma + 1):
        yield Opening(comma + 1, "comma", _joined(p, comma + 1))
    if last < stop and comma != last and not _is_that(p, last):
        yield Opening(last, "object", _joined(p, last))
        later = _content(p, last, stop) if p.lexicon.order == "sov" else last
        if last < later < stop and not last <= comma < later:
            yield Opening(later, "object")  # "X'e göre ise …"


def _ahead(p: Passage, n: int, m: Mention | None, told: Told) -> Iterator[Opening]:
    """Openings before the cue, where the report stands there: "…, بحسب X", "…, كما قال X", "…, X said"."""
    x, found = p.lexicon, p.cues[n]
    began, kind = p.began[found.at], found.cue.kind
    if x.order == "sov" and (kind not in ATTRIBUTIONS or kind == BEHIND):
        yield from _before_verb(p, n, m)
        return
    if kind in BORROWED or kind == RELAY:
        return
    cut = found.at
    if (m is not None and m.last <= found.at and kind not in ATTRIBUTIONS | {AFTER}) or (
        kind == AFTER and m is not None
    ):
        cut = m.first
    linked = cut > began and p.keys[cut - 1] in x.link
    cut -= linked
    paused = False
    while cut > began and (p.keys[cut - 1] in COMMAS or p.keys[cut - 1] in DASHES):
        cut -= 1
        paused = True
    if cut - began < _LEAST or not (linked or paused or kind in ATTRIBUTIONS):
        return
    start = began
    while start < cut and not is_letters(p.keys[start]) and p.inside[start] == -1:
        start += 1
    if cut - start >= _LEAST:
        yield Opening(start, "before", _joined(p, start), cut)
    if start < told.last < cut:
        yield Opening(told.last, "again", _joined(p, told.last), cut)  # a second source of the same


def _before_verb(p: Passage, n: int, m: Mention | None) -> Iterator[Opening]:
    """Openings where the verb ends the clause: behind a preposition of it ("وی از تدوین طرح خبر داد"), at the
    sentence's beginning, behind its subject, the cue before, a comma, a name, or what it is said in
    ("konuşmasında")."""
    x, found = p.lexicon, p.cues[n]
    cut, began = found.at, p.began[found.at]
    while (
        cut > began
        and p.inside[cut - 1] == -1
        and (p.keys[cut - 1] in COMMAS or p.keys[cut - 1] in x.inside or p.keys[cut - 1] in x.adverb)
    ):
        cut -= 1
    low = max(began, cut - _FAR)
    governed = (i for i in range(cut - _LEAST, low - 1, -1) if p.inside[i] == -1 and p.keys[i] in found.cue.takes)
    yield from (Opening(i + 1, "takes", end=cut) for i in islice(governed, _GOVERNED))
    skipped = COMMAS | x.marker
    for how, start in _starts(p, n, m, began, cut):
        at = start
        while at < cut and p.inside[at] == -1 and p.keys[at] in skipped:
            at += 1
        least = _LEAST - (how in ("subject", "name"))
        if cut - at >= least:
            yield Opening(at, how, end=cut)
        later = at
        while later < cut and p.inside[later] == -1 and (p.keys[later] in x.adverb or p.keys[later] in x.lead):
            later += 1
        later += later < cut and p.keys[later] in COMMAS
        if later > at and cut - later >= least:
            yield Opening(later, f"{how} adverb", end=cut)


def _starts(p: Passage, n: int, m: Mention | None, began: int, cut: int) -> Iterator[tuple[str, int]]:
    """Words behind which the report of a verb that ends its clause may begin, and what shows it."""
    x = p.lexicon
    yield "before", began
    if m is not None and began < m.last < cut:
        yield "subject", m.last
    last = max((found.to for found in p.cues[max(0, n - 2) : n] if found.at >= began and found.to < cut), default=-1)
    if last >= 0:
        yield "behind", last
    run_on = p.places[p.inside[began]][1] if p.inside[began] >= 0 else cut
    if run_on < cut and p.capital(run_on):
        yield "heading", run_on  # behind a heading in marks
    for low in (one for one in (last, run_on, began) if 0 <= one < cut):
        places = range(low, min(cut - 1, low + _FAR))
        parts = (i + 1 for i in places if p.inside[i] == -1 and p.keys[i] in COMMAS | x.marker)
        yield from (("before", at) for at in islice(parts, _STARTS))
        if x.capitals:
            yield from _heads(p, low, min(cut, low + _HEAD))


def _heads(p: Passage, low: int, end: int) -> Iterator[tuple[str, int]]:
    """Behind names, and behind what something is said in, at the beginning of a clause."""
    x, left = p.lexicon, _STARTS
    for at in range(low + 1, end):
        if not left or not p.is_word(at) or not p.is_word(at - 1):
            continue
        if p.keys[at - 1] in x.setting or p.keys[at - 1] in x.opening:
            left -= 1
            yield "setting", at
        elif (p.capital(at - 1) or x.is_title(p.keys[at - 1])) and not (p.capital(at) or x.is_title(p.keys[at])):
            left -= 1
            yield "name", at


def _content(p: Passage, at: int, stop: int) -> int:
    """The first word behind adverbs, days and commas."""
    x = p.lexicon
    while at < stop and p.inside[at] == -1:
        if p.keys[at] in x.within and p.key(at + 1) in x.day:
            at += 1
        elif p.keys[at] not in x.settings and p.keys[at] not in COMMAS:
            break
        at += 1
    return at


def _behind_comma(p: Passage, i: int) -> int:
    """The word behind a conjunction, also where a comma stands between: "disse que, em 2018, …"."""
    return i + 1 if p.key(i) in COMMAS and p.inside[i] == -1 and i + 1 < p.count else i


def _joined(p: Passage, i: int) -> int:
    """Letters of a conjunction written onto a word that is known without it ("فقد", "وقد", "وسيتمكن")."""
    x, key = p.lexicon, p.keys[i]
    if not x.conjunctions or not key.startswith(x.conjunctions) or len(key) < _JOINED or p.inside[i] >= 0:
        return 0
    bare = key[1:]
    known = bare in x.small or bare in x.negative or x.is_verb(bare) or x.is_definite(bare) or x.cue_of(bare)
    return 1 if known else 0


def _is_helping(p: Passage, i: int) -> bool:
    """Is it a verb that goes with what stands before it: "is", "has"?"""
    x = p.lexicon
    return p.is_word(i) and p.keys[i] not in x.pronouns and (p.keys[i] in x.sentence or p.keys[i] in x.auxiliary)


def _is_pause(p: Passage, i: int) -> bool:
    """Is it a comma, and not that of a figure ("21,2")?"""
    if p.keys[i] not in COMMAS or p.inside[i] != -1:
        return False
    figure = i + 1 < p.count and p.starts[i + 1] == p.ends[i] and p.keys[i + 1].isdigit()
    return not (figure and p.key(i - 1).isdigit())


def _is_that(p: Passage, i: int) -> bool:
    x = p.lexicon
    if not p.is_word(i) or p.keys[i] not in x.that:
        return False
    return x.order != "vso" or p.key(i - 1) not in x.resume or p.keys[i - 1] in x.pronouns  # "إلا أن", "بعد أن"


def _is_onto(p: Passage, i: int) -> bool:
    """Is a preposition written onto a word, or stands alone before marks ("بـ«…»")?"""
    x, key = p.lexicon, p.keys[i]
    if key in x.small or key in x.resume or x.cue_of(key) is not None:
        return False  # "بحسب", "بعد"
    return key[0] in x.prepositions and (len(key) > 3 or (len(key) == 1 and p.inside[i + 1] >= 0))


def _is_clause(p: Passage, at: int) -> bool:
    """Does a word show by its ending that a clause stands before it that is reported ("olduğunu", "geleceğini")?"""
    ends = p.lexicon.clause_ends
    return bool(ends) and p.is_word(at) and p.keys[at].endswith(ends)
