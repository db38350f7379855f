"""What is reported without marks: for each cue whether it reports such words, where they begin and end, and who says
them. A second pass through the article, when its quotations are known: what they are, and whose.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from khabar.entries import Statement
from khabar.quotations import engine
from khabar.quotations.candidates import Candidate, tellers
from khabar.quotations.endings import Ending, endings, trimmed
from khabar.quotations.engine import Prepared, Verdict
from khabar.quotations.lexicon import Lexicon
from khabar.quotations.made import PROSE, SPEECH, Place
from khabar.quotations.openings import Opening, Told, openings
from khabar.quotations.passage import ENDS, Passage
from khabar.quotations.people import Person
from khabar.quotations.proposers import State
from khabar.quotations.settle import settle

CUES = 2_000
"""Cues of an article that are asked what they report: as many as 40,000 words have. It bounds the time."""
_LEAST = 0.3
"""How likely a report and its speaker must be together: below, one in five is right (F1 is as without)."""

_ENDS = 0.5
"""The power of the end's share in the confidence: a report that ends elsewhere may still be right by half."""


class Report(NamedTuple):
    """A cue's words without marks: characters [start:end] of paragraph `at`."""

    p: Passage
    n: int
    start: int
    end: int
    chosen: Candidate
    confidence: float


class Findings(NamedTuple):
    """The quotations and the reports of an article, in reading order; `whole`: were all its cues asked?"""

    verdicts: list[Verdict]
    reports: list[Report]
    whole: bool


class Judge(Protocol):
    """Who decides: the weights, or in training the gold."""

    def opening(self, p: Passage, n: int, found: list[Opening]) -> tuple[Opening | None, float]:
        """Where the report of a cue begins, and how likely it reports; None where it reports nothing."""

    def ending(self, p: Passage, n: int, opening: Opening, found: list[Ending]) -> tuple[int, float]:
        """The word before which the report ends, and how likely that is."""

    def teller(self, p: Passage, n: int, found: list[Candidate]) -> tuple[Candidate, float]:
        """One of the candidates, and the share of its speaker among all."""

    def sure(self, share: float) -> float:
        """How often what was given such a share is right."""


def findings(ready: Prepared, lexicon: Lexicon, of_quotations: engine.Judge, of_reports: Judge) -> Findings:
    """What both passes find in an article. The second takes over the paragraphs that the first made ready."""
    kept: dict[int, Passage] = {}
    verdicts = engine.read(*ready, lexicon, of_quotations, kept)
    return _Reading(ready, verdicts, kept, lexicon, of_reports).all()


class _Reading:
    """The pass: what is known of the quotations, and who has the turn."""

    def __init__(
        self, ready: Prepared, verdicts: list[Verdict], kept: Mapping[int, Passage], lexicon: Lexicon, judge: Judge
    ) -> None:
        self.ready, self.verdicts, self.kept, self.lexicon, self.judge = ready, verdicts, kept, lexicon, judge
        self.state = State(lexicon)
        self.quoted = {(v.span.at, v.span.start): v for v in verdicts}
        self.governing = {
            (v.chosen.where.at, v.chosen.found.at) for v in verdicts if v.chosen is not None and v.chosen.found
        }
        """Paragraph and word of the cues of quotations."""
        self.same: dict[int, Person] = {}
        """Whom somebody is here who says a quotation, by his identity there."""
        self.words: Counter[str] = Counter()
        """How often each word was met; only where prepositions are written onto words."""
        self.left = CUES
        """Cues that may still be asked; below nought, some were not."""
        self.names: list[tuple[Person, Person]] = []
        """Who says a quotation, there and here: one name for both."""

    def all(self) -> Findings:
        out: dict[tuple[int, int, int, int], Report] = {}
        passages = []
        for p in self._passages():
            if self.left < 0:
                break
            if self.lexicon.prepositions:
                self.words.update(p.keys)
            for one in self._reports(p):
                out.setdefault((p.at, one.start, one.end, id(one.chosen.person)), one)
            self.state.passages.append(p)
            passages.append(p)
        known = {id(here) for _, here in self.names}
        people = [who for one in out.values() if (who := one.chosen.person) is not None and id(who) not in known]
        if people:
            settle(self.state.people, people, passages)
        for there, here in self.names:
            here.text = there.text
        found = sorted(out.values(), key=lambda one: (one.p.at, one.start))
        return Findings(self.verdicts, found, self.left >= 0)

    def _passages(self) -> Iterator[Passage]:
        """The paragraphs in order, but for what stands within a quotation of several."""
        open_till, closed = -1, 0
        for at, text in enumerate(self.ready.texts):
            if at < open_till or self.ready.places[at][1] is None or len(text) > PROSE:
                continue
            p = self.kept.get(at)
            p = p or Passage(at, text, (), self.lexicon, closed if at == open_till else 0)
            for span in p.spans:
                if span.last > at:
                    open_till, closed = span.last, span.after
            yield p

    def _reports(self, p: Passage) -> Iterator[Report]:
        events = sorted(
            [
                *((found.at, 1, n) for n, found in enumerate(p.cues[: max(0, self.left)])),
                *((p.places[k][0], 0, k) for k in range(len(p.spans))),
            ]
        )
        self.left -= len(p.cues)
        till, last = 0, -1
        for at, is_cue, i in events:
            if not is_cue:
                self._quotation(p, i)
                continue
            told = Told((p.at, at) in self.governing, at < till, last if last >= p.began[at] else -1, self.words)
            one = self._report(p, i, told)
            if one is None:
                self.state.hear(p, at + 1)
            else:
                last = bisect_right(p.starts, one.start) - 1
                till = max(till, bisect_left(p.starts, one.end))
                yield one

    def _quotation(self, p: Passage, k: int) -> None:
        """Take in who says a quotation."""
        verdict = self.quoted.get((p.at, p.spans[k].start))
        if verdict is None or verdict.chosen is None or verdict.kind not in SPEECH:
            return
        chosen, person = verdict.chosen, None
        if chosen.person is not None:
            person = self.same.get(id(chosen.person))
            if person is None:
                there = chosen.person
                person = Person(there.text, there.core, there.named, there.gender, there.heads)
                if chosen.mention is not None:
                    known = self.state.people.of(chosen.where, chosen.mention, chosen.found)
                    person = known if known.met else person
                self.same[id(there)] = person
                self.names.append((there, person))
        self.state.decided(person, chosen.mention, chosen.found, chosen.where, p, k, verdict.confidence or 0.0)

    def _report(self, p: Passage, n: int, told: Told) -> Report | None:
        found = openings(p, n, told)
        opening, likely = self.judge.opening(p, n, found) if found else (None, 0.0)
        if opening is None:
            return None
        end, ends = trimmed(p, opening.at, opening.end), 1.0
        if opening.end < 0:
            places = endings(p, n, opening)
            if not places:
                return None
            end, ends = self.judge.ending(p, n, opening, places)
        who = tellers(self.state, p, n, opening.at, end)
        if not who:
            return None
        chosen, share = self.judge.teller(p, n, who)
        assert chosen.person is not None
        sure = self.judge.sure(likely * share * ends**_ENDS)
        if likely * share < _LEAST or sure < self.lexicon.least:
            return None
        self.state.told(chosen.person, chosen.mention, p, n, share)
        return Report(p, n, p.starts[opening.at] + opening.letters, _stop(p, end), chosen, sure)


def _stop(p: Passage, end: int) -> int:
    """The character behind word `end - 1`, less the full stop of a quotation there that nothing closes."""
    stop, k = p.ends[end - 1], p.inside[end - 1]
    if k >= 0 and (p.spans[k].last > p.at or p.spans[k].after == p.spans[k].end):
        stop -= p.text[stop - 1] in ENDS
    return stop


def statement(one: Report, places: Sequence[Place], verdicts: Sequence[Verdict]) -> Statement:
    """The statement of a report."""
    p, person = one.p, one.chosen.person
    section, paragraph = places[p.at]
    assert paragraph is not None
    assert person is not None
    quoted = any(
        v.kind in SPEECH and v.span.at == p.at and one.start <= v.span.start and v.span.end <= one.end
        for v in verdicts
    )
    text = p.text[one.start : one.end]
    cue = p.cues[one.n]
    return Statement(
        text, cue.cue.type, person.text, p.written(cue.at, cue.to), section, paragraph, one.start, one.end, quoted,
        one.confidence,
    )  # fmt: skip
