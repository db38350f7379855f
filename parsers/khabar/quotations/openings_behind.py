"""Words behind a cue at which its report may begin: behind a conjunction, a colon, a preposition of its verb, its
subject, whom somebody speaks to; behind an attribution's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khabar.quotations.lexicon import AFTER, ATTRIBUTIONS, BEFORE, TELL, is_letters
from khabar.quotations.mentions import Mention, mention_at
from khabar.quotations.passage import COLONS, COMMAS, Found, Passage

FAR = 45
"""Words between a cue and what it reports: a long subject with a relative clause stands between."""
SENTENCE = 80
"""Words of a cue's sentence that are looked at behind it."""
GOVERNED = 3
"""Prepositions of the verb behind a cue that are weighed, clauses without a conjunction too."""
_THATS = 2
"""Conjunctions behind a cue that are weighed."""
_NEAR, _NOUNS = 16, 3
"""Words behind a cue in which a report without a conjunction may begin, and nouns that are weighed."""
_JOINED = 3
"""Letters of a word that may have a conjunction written onto it; one with a preposition has more."""


class Start(NamedTuple):
    """A report may begin with word `at`, less the letters written onto it. `how`: what shows it; `end`: the word
    behind the report, where it stands before its cue, else -1."""

    at: int
    how: str
    letters: int = 0
    end: int = -1


class _Rest(NamedTuple):
    """A cue, and its sentence behind it up to word `stop`. `subject`: the first word behind the cue and its subject;
    `after`: the first there that is no adverb, day or comma."""

    p: Passage
    found: Found
    subject: int
    after: int
    stop: int


def behind(p: Passage, found: Found, m: Mention | None) -> Iterator[Start]:
    """Words at which a report may begin behind its cue. `m`: the cue's subject, wherever it stands."""
    to, stop = found.to, min(end_of_sentence(p, found), found.to + FAR)
    if to >= stop:
        return
    if m is not None and not _is_subject(p, found, m):
        m = None
    subject = m.last if m is not None and m.first >= to else to
    if found.cue.kind not in ATTRIBUTIONS:
        rest = _Rest(p, found, subject, _content(p, subject, stop), stop)
        for find in _KINDS:
            yield from find(rest)
    elif found.cue.kind == BEFORE:
        if m is not None and (inner := next((i for i in range(to, m.last - 1) if _is_pause(p, i)), -1)) >= 0:
            yield Start(inner + 1, "comma", joined(p, inner + 1))  # the name may end there
        yield from _attributed(p, subject if m is not None else _content(p, to, stop), stop)
    elif found.cue.kind == AFTER:
        yield from _attributed(p, to, stop)


def end_of_sentence(p: Passage, found: Found) -> int:
    """The word behind the sentence of a cue."""
    return p.once(("sentence", found.at), p.end_of, found.at, SENTENCE)


def _is_subject(p: Passage, found: Found, m: Mention) -> bool:
    """Is it the cue's subject, and not, behind a verb, whom somebody tells, or who does what is told: "Roe, of Leeds,
    told Smith …", "Roe, of Leeds, says she is …"?"""
    x = p.lexicon
    if x.order != "svo" or m.first < found.to:
        return True
    return not ((found.cue.kind == TELL and not x.inverts) or _is_helping(p, m.last))


def _shown(r: _Rest) -> Iterator[Start]:
    """At words that show by themselves that a report follows."""
    p, that, takes = r.p, r.p.lexicon.that, r.found.cue.takes
    left = {"that": _THATS, "colon": r.stop, "takes": GOVERNED}
    for i in range(r.found.to, r.stop - 1):
        key = p.keys[i]
        if p.inside[i] >= 0 or not (key in that or key in COLONS or key in takes or key[0] in takes):
            continue  # as most words
        for what, find in _SHOW:
            start = find(p, i, takes) if left[what] else None
            if start is not None:
                left[what] -= 1
                yield start
                break


def _that(p: Passage, i: int, takes: frozenset[str]) -> Start | None:
    """Behind a conjunction, also where a comma stands between: "disse que, em 2018, …"."""
    if not is_that(p, i):
        return None
    comma = p.key(i + 1) in COMMAS and p.inside[i + 1] == -1 and i + 2 < p.count
    return Start(i + 1 + comma, "that")


def _colon(p: Passage, i: int, takes: frozenset[str]) -> Start | None:
    """Behind a colon, unless marks follow."""
    return Start(i + 1, "colon") if p.keys[i] in COLONS and p.inside[i + 1] == -1 else None


def _taken(p: Passage, i: int, takes: frozenset[str]) -> Start | None:
    """Behind a preposition of the verb: "spoke of"; not where a conjunction follows ("تحدث عن أن")."""
    return Start(i + 1, "takes") if p.keys[i] in takes and not is_that(p, i + 1) else None


def _letter(p: Passage, i: int, takes: frozenset[str]) -> Start | None:
    """Behind a preposition of the verb that is written onto a word, or stands alone before marks: "بـ«…»"."""
    x, key = p.lexicon, p.keys[i]
    if key[0] not in takes or key[0] not in x.prepositions:
        return None
    if key in x.small or key in x.resume or x.cue_of(key) is not None:
        return None  # "بحسب", "بعد"
    if len(key) == 1:
        return Start(i + 1, "takes") if p.inside[i + 1] >= 0 else None
    return Start(i, "letter", letters=1) if len(key) > _JOINED else None


_SHOW = (("that", _that), ("colon", _colon), ("takes", _taken), ("takes", _letter))
"""What a word may show, the first that holds; as what it counts."""


def _object(r: _Rest) -> Iterator[Start]:
    """Behind the subject, and behind a preposition there where none is known to be the verb's."""
    p, after = r.p, r.after
    if after >= r.stop:
        return
    if not r.found.cue.takes and p.keys[after] in p.lexicon.preposition and after + 1 < r.stop:
        yield Start(after + 1, "preposition")
    yield Start(after, "object")


def _addressee(r: _Rest) -> Iterator[Start]:
    """Behind whom somebody speaks to: "told the council the bridge …"."""
    told = r.found.cue.kind == TELL or (r.p.lexicon.order == "svo" and r.subject == r.found.to)
    m = mention_at(r.p, r.after, r.stop) if told and r.after < r.stop else None
    if m is not None and m.last < r.stop:
        yield Start(_content(r.p, m.last, r.stop), "addressee")


def _bare(r: _Rest) -> Iterator[Start]:
    """Right behind the cue, should what seems its subject be none."""
    at = _content(r.p, r.found.to, r.stop)
    if at != r.after and at < r.stop:
        yield Start(at, "bare")


def _clauses(r: _Rest) -> Iterator[Start]:
    """At a clause without a conjunction behind whom somebody speaks to: "told a gathering in Leeds she would …"."""
    p, x, left = r.p, r.p.lexicon, GOVERNED
    if not x.capitals:
        return
    for i in range(r.after + 1, min(r.stop - 1, r.after + _NEAR)):
        opens = p.keys[i] in x.opener
        if not opens and (p.keys[i] not in x.pronouns or p.keys[i - 1] in x.preposition):
            continue
        if left and p.is_word(i):
            left -= 1
            yield Start(i, "opener" if opens else "clause")


def _nouns(r: _Rest) -> Iterator[Start]:
    """At a noun without the article behind one that has it, or behind a day or a mark: where a subject may end that
    goes on to all appearance ("أعلنت مصر والأردن إيفاد …")."""
    p, x, left = r.p, r.p.lexicon, _NOUNS
    if x.capitals or not x.definite:
        return
    for i in range(r.found.to + 1, min(r.stop - 1, r.found.to + _NEAR)):
        if left and _is_indefinite(p, i) and _ends_subject(p, i - 1) and not x.is_title(p.keys[i]):
            left -= 1
            yield Start(i, "noun")


def _is_indefinite(p: Passage, i: int) -> bool:
    x, key = p.lexicon, p.keys[i]
    if not p.is_word(i) or x.is_definite(x.unjoined(key)):
        return False
    return key not in x.small and key not in x.day and key not in x.preposition


def _ends_subject(p: Passage, i: int) -> bool:
    x, key = p.lexicon, p.keys[i]
    if not is_letters(key):
        return key not in "#_@"
    return key in x.day or key in x.adverb or x.is_definite(x.unjoined(key))


_KINDS = (_shown, _object, _addressee, _bare, _clauses, _nouns)
"""What finds the words behind a verb or noun of saying. Of two that find the same one the first counts."""


def _attributed(p: Passage, last: int, stop: int) -> Iterator[Start]:
    """Behind an attribution and its name: "وبحسب تقارير، …", "According to X, …", "وبحسب X فإن …"."""
    that = next((i for i in range(last, stop - 1) if p.inside[i] == -1 and is_that(p, i)), -1)
    if that >= 0:
        yield Start(that + 1, "that")
    comma = next((i for i in range(last, stop - 1) if _is_pause(p, i)), -1)
    if comma >= 0 and not is_that(p, comma + 1):
        yield Start(comma + 1, "comma", joined(p, comma + 1))
    if last < stop and comma != last and not is_that(p, last):
        yield Start(last, "object", joined(p, last))
        later = _content(p, last, stop) if p.lexicon.order == "sov" else last
        if last < later < stop and not last <= comma < later:
            yield Start(later, "object")  # "X'e göre ise …"


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


def joined(p: Passage, i: int) -> int:
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


def is_that(p: Passage, i: int) -> bool:
    """Is it a conjunction that a report stands behind?"""
    x = p.lexicon
    if i >= p.count or p.keys[i] not in x.that or not p.is_word(i):
        return False
    return x.order != "vso" or p.key(i - 1) not in x.resume or p.keys[i - 1] in x.pronouns  # "إلا أن", "بعد أن"
