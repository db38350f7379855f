"""Learn the weights of statements: where a cue's report begins and ends, and who says it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from khabar.quotations.candidates import Candidate
from khabar.quotations.endings import Ending
from khabar.quotations.engine import read
from khabar.quotations.lexicon import lexicon_of
from khabar.quotations.openings import Opening
from khabar.quotations.passage import Passage
from khabar.quotations.statements import reports

sys.path.insert(0, str(Path(__file__).parent))
from quotations import Document, Example, Teacher, _begins  # type: ignore[import-not-found]

SETS = {"quotes-fresh": "statements-ar", "quotes-en": "statements-en", "quotes-seed": "statements-seed"}
"""The sets of articles with statements, by the sets that have their quotations."""
NEAR = 12
"""Characters that an ending may be away from the gold's to be the same."""


class Annotated(NamedTuple):
    """An annotated article with its statements."""

    doc: Document
    gold: list[dict[str, Any]]
    begins: list[int]


def annotated(shared: Path, doc: Document) -> Annotated | None:
    """The article with the gold of its statements, if it has any."""
    name = SETS.get(doc.set)
    path = shared / "sets" / str(name) / f"{doc.name}.statements.json"
    if name is None or not path.exists():
        return None
    gold = json.loads(path.read_text("utf-8"))["statements"]
    return Annotated(doc, gold, _begins(doc.text, doc.ready.texts))


class Guide:
    """The gold as judge of statements: it decides as the annotator did, and keeps what it was asked."""

    def __init__(self, one: Annotated, order: str, language: str, score: Any) -> None:
        self.one, self.order, self.language, self.score = one, order, language, score
        self.openings: list[Example] = []
        self.endings: list[Example] = []
        self.tellers: list[Example] = []
        self.count: Counter[str] = Counter()
        self.now: dict[str, Any] = {}
        self.hit: set[int] = set()

    def _example(self, found: Sequence[Any], right: list[bool], said: str) -> Example:
        features = [[f for group in one.groups for f in group] for one in found]
        return Example(self.one.doc.name, self.order, self.language, features, right, said)

    def _gold(self, p: Passage, n: int) -> dict[str, Any] | None:
        cue, base = p.cues[n], self.one.begins[p.at]
        start, end = base + p.starts[cue.at], base + p.ends[cue.to - 1]
        for i, gold in enumerate(self.one.gold):
            if gold["cue_start"] < end and start < gold["cue_end"] and base >= 0 and i not in self.hit:
                self.hit.add(i)
                return gold
        return None

    def opening(self, p: Passage, n: int, found: list[Opening]) -> tuple[Opening | None, float]:
        gold = self._gold(p, n)
        said = f"{p.written(p.cues[n].at, p.cues[n].to)} | {p.text[p.starts[p.cues[n].at] :][:60]}"
        nothing = [one.at < 0 for one in found]
        if gold is None:
            self.openings.append(self._example(found, nothing, said))
            return None, 0.0
        if gold.get("optional") or gold.get("nested"):
            return None, 0.0
        self.count["gold"] += 1
        start = gold["start"] - self.one.begins[p.at]
        right = [one.at >= 0 and abs(p.starts[one.at] + one.letters - start) <= 1 for one in found]
        if not any(right):
            self.count["no opening"] += 1
            self.missed = getattr(self, "missed", []) + [(said, gold["content"][:60])]
            return None, 0.0
        self.openings.append(self._example(found, right, said))
        self.now = gold
        return next(one for ok, one in zip(right, found, strict=True) if ok), 1.0

    def ending(self, p: Passage, n: int, opening: Opening, found: list[Ending]) -> int:
        end = self.now["end"] - self.one.begins[p.at]
        away = [abs(p.ends[one.at - 1] - end) for one in found]
        best = min(away)
        right = [one == best for one in away]
        if best <= NEAR:
            self.endings.append(self._example(found, right, self.now["content"][:60]))
        else:
            self.count["no ending"] += 1
        return found[away.index(best)].at

    def teller(self, p: Passage, n: int, found: list[Candidate]) -> tuple[Candidate, float]:
        gold = self.now
        names = [name for name in (gold["speaker"], *(gold["speaker_aliases"] or [])) if name]
        right = [
            any(self.score.speaker_right(form, names) for form in one.person.forms) for one in found if one.person
        ]
        if not any(right):
            self.count["no speaker"] += 1
            return found[0], 1.0
        self.tellers.append(self._example(found, right, f"{gold['speaker']} | {gold['cue']}"))
        return next(one for ok, one in zip(right, found, strict=True) if ok), 1.0

    def sure(self, share: float) -> float:
        return share


def taught(one: Annotated, score: Any) -> Guide:
    """An article read with its gold."""
    lexicon = lexicon_of(one.doc.language)
    kept: dict[int, Passage] = {}
    verdicts = read(*one.doc.ready, lexicon, Teacher(one.doc, lexicon.group, score), kept)
    guide = Guide(one, lexicon.group, lexicon.tag, score)
    reports(one.doc.ready.texts, one.doc.ready.places, verdicts, kept, lexicon, guide)
    return guide
