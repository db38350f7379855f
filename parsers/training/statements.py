"""What quotations.py needs to learn the weights of statements: where a cue's report begins and ends, who says it.

The annotated articles are read with the gold as judge, of their quotations and of their statements; what it is asked
are the examples. Of the sets `statements-*`, those whose terms allow it are learnt from.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from khabar.quotations.candidates import Candidate
from khabar.quotations.endings import Ending
from khabar.quotations.lexicon import lexicon_of
from khabar.quotations.openings import Opening
from khabar.quotations.passage import Passage
from khabar.quotations.statements import findings, statement

sys.path.insert(0, str(Path(__file__).parent))
from articles import Document, Example, begins_of, fold_of, free  # type: ignore[import-not-found]
from model import Model  # type: ignore[import-not-found]
from teacher import Teacher  # type: ignore[import-not-found]

SETS = {"quotes-fresh": "statements-ar", "quotes-en": "statements-en", "quotes-seed": "statements-seed"}
"""The sets of articles with statements, by the sets that have their quotations."""
ARABIC = ("statements-ar", "own-fresh")
OWN = Path(__file__).parent / "annotated"
"""Statements of other articles of those sets, in offsets; the bench does not know them."""
NEAR = 12
"""Characters that an ending may be away from the gold's to be the same."""


class Annotated(NamedTuple):
    """An annotated article with its statements, and the set that these belong to."""

    doc: Document
    gold: list[dict[str, Any]]
    begins: list[int]
    set: str


def annotated(shared: Path, doc: Document) -> Annotated | None:
    """The article with the gold of its statements, if it has any."""
    name = SETS.get(doc.set, "")
    path = shared / "sets" / name / f"{doc.name}.statements.json"
    if name and path.exists():
        gold = json.loads(path.read_text("utf-8"))["statements"]
    elif (own := _own(doc.set).get(doc.name)) is not None and own[0] == _print_of(doc.text):
        gold, name = [_statement(line, doc.text) for line in own[1:]], f"own-{doc.set.removeprefix('quotes-')}"
    else:
        return None
    return Annotated(doc, gold, begins_of(doc.text, doc.ready.texts), name)


@cache
def _own(name: str) -> dict[str, list[str]]:
    """The lines of the articles of a set: the print of the text, then the statements."""
    path = OWN / f"{name}.tsv"
    blocks = path.read_text("utf-8").split("\n\n")[1:] if path.exists() else []
    out = {}
    for block in blocks:
        head, *lines = block.strip("\n").split("\n")
        article, _, print_ = head.partition("\t")
        out[article] = [print_, *lines]
    return out


def _print_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _statement(line: str, text: str) -> dict[str, Any]:
    cue, content, type_, flags, mentions = line.split("\t")
    cue_start, cue_end, start, end = map(int, (*cue.split("-"), *content.split("-")))
    places = [tuple(map(int, one.split("-"))) for one in mentions.split() if one != "-"]
    names = [text[first:last] for first, last in places]
    return {
        "cue": text[cue_start:cue_end], "cue_start": cue_start, "cue_end": cue_end, "type": type_,
        "content": text[start:end], "start": start, "end": end,
        "speaker": names[0] if names else None, "speaker_aliases": names,
        "optional": "optional" in flags, "nested": "nested" in flags,
    }  # fmt: skip


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
        self.missed: list[tuple[str, str]] = []
        """What cannot be found, for whoever works on it."""

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
            self.missed.append((said, gold["content"][:60]))
            return None, 0.0
        self.openings.append(self._example(found, right, said))
        self.now = gold
        return next(one for ok, one in zip(right, found, strict=True) if ok), 1.0

    def ending(self, p: Passage, n: int, opening: Opening, found: list[Ending]) -> tuple[int, float]:
        end = self.now["end"] - self.one.begins[p.at]
        away = [abs(p.ends[one.at - 1] - end) for one in found]
        best = min(away)
        right = [one == best for one in away]
        if best <= NEAR:
            self.endings.append(self._example(found, right, self.now["content"][:60]))
        else:
            self.count["no ending"] += 1
        return found[away.index(best)].at, 1.0

    def teller(self, p: Passage, n: int, found: list[Candidate]) -> tuple[Candidate, float]:
        gold = self.now
        names = [name for name in (gold["speaker"], *(gold["speaker_aliases"] or [])) if name]
        right = [
            any(self.score.speaker_right(form, names) for form in one.person.forms) for one in found if one.person
        ]
        if not any(right):
            self.count["no speaker"] += 1
            cue, others = p.cues[n], [one.person.text for one in found if one.person]
            self.missed.append((f"{gold['speaker']} | {p.text[max(0, p.starts[cue.at] - 60) :][:99]}", str(others)))
            return found[0], 1.0
        self.tellers.append(self._example(found, right, f"{gold['speaker']} | {gold['cue']}"))
        return next(one for ok, one in zip(right, found, strict=True) if ok), 1.0

    def sure(self, share: float) -> float:
        return share


def taught(one: Annotated, score: Any) -> Guide:
    """An article read with its gold."""
    lexicon = lexicon_of(one.doc.language)
    guide = Guide(one, lexicon.group, lexicon.tag, score)
    findings(one.doc.ready, lexicon, Teacher(one.doc, lexicon.group, score), guide)
    return guide


Sure = tuple[float, bool, str]


class Reported(NamedTuple):
    """The choices that were met: where reports begin and end, and who speaks."""

    openings: list[Example]
    endings: list[Example]
    tellers: list[Example]


def examples(ones: Iterable[Annotated], score: Any) -> Reported:
    """The choices in articles that may be learnt from, as the gold made them."""
    out = Reported([], [], [])
    for one in ones:
        if free(one.doc):
            guide = taught(one, score)
            out.openings.extend(guide.openings)
            out.endings.extend(guide.endings)
            out.tellers.extend(guide.tellers)
    return out


def judged(one: Annotated, model: Model) -> list[dict[str, Any]]:
    """What is found in an article with a model's weights, placed in its text."""
    lexicon = lexicon_of(one.doc.language)
    key = lexicon.group, lexicon.tag
    found = findings(one.doc.ready, lexicon, model.judge(*key), model.reports(*key))
    out = []
    for report in found.reports:
        begin = one.begins[report.p.at]
        if begin >= 0:
            placed = {"start": begin + report.start, "end": begin + report.end}
            out.append(statement(report, one.doc.ready.places, found.verdicts).to_dict() | placed)
    return out


def figures(
    ones: Iterable[Annotated], models: Sequence[Model], score: Any
) -> tuple[dict[str, dict[str, float]], list[Sure]]:
    """The bench's figures by set, each article judged by the model that has not seen it; and how sure each statement
    is that is found, whether it is one, of that speaker, and its set."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    sure: list[Sure] = []
    for one in ones:
        got = judged(one, models[fold_of(one.doc.name) % len(models)])
        sure += [(share, ok, one.set) for share, ok in _tally(tallies[one.set], one.gold, got, score)]
    out = {}
    for name, n in tallies.items():
        hit, pred = max(1, n["hit"]), max(1, n["pred"])
        p, r = n["hit"] / pred, n["hit"] / max(1, n["gold"])
        of_found = {key: n[key] / hit for key in ("borders", "speaker", "type", "cue")}
        out[name] = {"gold": n["gold"], "f1": 2 * p * r / max(1e-9, p + r), "precision": p, "recall": r, **of_found}
    return out, sure


def _tally(
    n: Any, every: Sequence[dict[str, Any]], got: list[dict[str, Any]], score: Any
) -> Iterator[tuple[float, bool]]:
    gold = [one for one in every if not (one.get("optional") or one.get("nested"))]
    beside = [one for one in every if one.get("optional") or one.get("nested")]
    pairs = dict(map(reversed, score.match(gold, got, 0.5)))
    for j, found in enumerate(got):
        if j not in pairs:
            if not any(score.iou(found, other) >= 0.5 for other in beside):
                n["pred"] += 1
                yield found["confidence"], False
            continue
        right = gold[pairs[j]]
        names = [name for name in (right["speaker"], *(right["speaker_aliases"] or [])) if name]
        ok = score.speaker_right(found["speaker"], names) if names else not found["speaker"]
        n.update({"pred": 1, "hit": 1, "speaker": ok, "type": found["type"] == right["type"]})
        n["borders"] += score.iou(right, found)
        n["cue"] += score.cue_right(found["cue"], [right["cue"]])
        yield found["confidence"], ok
    n["gold"] += len(gold)


def printed(table: dict[str, dict[str, float]]) -> None:
    print(f"{'':18} gold f1    prec  recall border speak type  cue")
    for name, row in sorted(table.items()):
        print(f"{name:18} {_cells(row)}")


def _cells(row: dict[str, float]) -> str:
    return " ".join(f"{value:.3f}" if isinstance(value, float) else f"{value:4}" for value in row.values())


def header(table: dict[str, dict[str, float]]) -> list[str]:
    """What a file of weights says of statements."""
    rows = (f"  {name:14} {_cells(row)}" for name, row in sorted(table.items()))
    return ["cross-validated: how many, found F1, precision, recall, borders, speaker, type, cue", *rows]
