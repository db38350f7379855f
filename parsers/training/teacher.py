"""The gold of quotations as the engine's judge: what it is asked are the examples to learn from."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from khabar.entries import QuoteKind
from khabar.quotations.candidates import Candidate
from khabar.quotations.engine import read
from khabar.quotations.judge import KINDS
from khabar.quotations.lexicon import lexicon_of
from khabar.quotations.made import SPEECH, plain_kind
from khabar.quotations.spans import Span

sys.path.insert(0, str(Path(__file__).parent))
from articles import Document, Example, free, known  # type: ignore[import-not-found]


class Teacher:
    """The gold as judge: it decides as the annotator did, and keeps what it was asked."""

    def __init__(self, doc: Document, order: str, score: Any) -> None:
        self.doc, self.order, self.score = doc, order, score
        self.kinds: list[tuple[str, str, str, list[str], str]] = []
        self.speakers: list[Example] = []

    def kind(self, span: Span, features: list[str]) -> tuple[QuoteKind, float]:
        gold = self.doc.gold.get((span.at, span.start))
        if gold is None or gold["kind"] not in KINDS:
            return plain_kind(self.doc.ready.texts[span.at], span), 1.0
        if not gold.get("optional"):
            self.kinds.append((self.doc.name, self.order, self.doc.language, features, gold["kind"]))
        return gold["kind"], 1.0

    def speaker(self, span: Span, found: list[Candidate]) -> tuple[Candidate, float]:
        gold = self.doc.gold.get((span.at, span.start))
        if gold is None or gold["kind"] not in SPEECH:
            return found[-1], 1.0
        names = [name for name in (gold["speaker"], *gold["speaker_aliases"]) if name]
        right = [
            one.person is not None and any(self.score.speaker_right(form, names) for form in one.person.forms)
            if names
            else one.person is None
            for one in found
        ]
        if gold.get("cue"):
            cues = [cue for cue in gold.get("cue_aliases") or [gold["cue"]] if cue]
            both = [ok and self.score.cue_right(one.cue, cues) for ok, one in zip(right, found, strict=True)]
            right = both if any(both) else right
        if not any(right):
            right[-1] = True
        if not gold.get("optional"):
            self.speakers.append(
                Example(
                    self.doc.name,
                    self.order,
                    self.doc.language,
                    [one.features for one in found],
                    right,
                    gold["text"][:60],
                )
            )
        chosen = next((one for ok, one in zip(right, found, strict=True) if ok), found[-1])
        return chosen, 1.0

    nobody = 0.5

    def sure(self, share: float) -> float:
        return share


def examples(docs: Iterable[Document], score: Any) -> tuple[list[Example], list[Example]]:
    """The choices of kinds and of speakers in articles, as the gold made them."""
    kinds: list[Example] = []
    speakers: list[Example] = []
    for doc in docs:
        if not free(doc) or not known(doc.language):
            continue
        lexicon = lexicon_of(doc.language)
        teacher = Teacher(doc, lexicon.group, score)
        texts, places, found = doc.ready
        read(texts, places, found, lexicon, teacher)
        for name, order, _, features, kind in teacher.kinds:
            each = [[f"{other}:{feature}" for feature in features] for other in KINDS]
            kinds.append(Example(name, order, lexicon.tag, each, [other == kind for other in KINDS]))
        speakers += [one._replace(language=lexicon.tag) for one in teacher.speakers]
    return kinds, speakers
