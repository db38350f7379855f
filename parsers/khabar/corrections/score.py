"""What khabar has right of a document, counted.

- `body`: tokens of headings and paragraphs, each as often as it is there; their order does not count.
- `paragraphs`, `headings`, `captions`, `credits`: texts, one to one, which share nine tenths of their tokens. A
  heading that repeats the title is neither right nor wrong.
- `title`: of documents that have one; right where it shares eight tenths of its tokens.
- `quotations`: spans, one to one, which share eight tenths of their characters.
- `speakers`: of quotations that match and are direct or partial, those with the right speaker; nobody is one, too.
- `kinds`: of quotations that match, those of the right kind.

These are the definitions of the project's own bench, so that figures compare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from khabar.corrections.content import Content
from khabar.corrections.matching import ALIKE, dice, pairs
from khabar.corrections.quotations import pairs as quotation_pairs
from khabar.corrections.speakers import same_speaker
from khabar.corrections.tokens import Tokens, credit_tokens, tokens
from khabar.entries import SPOKEN

MEASURES = {
    "body": "sections",
    "paragraphs": "sections",
    "headings": "sections",
    "captions": "images",
    "credits": "images",
    "title": "title",
    "quotations": "quotes",
    "speakers": "quotes",
    "kinds": "quotes",
}
"""What is measured, and the field of the document that it needs."""
_SAME_TITLE = 0.8


class Counts(NamedTuple):
    """How many there are in the corrected document, how many khabar has, and how many of these are right."""

    gold: int
    found: int
    right: int


def score(gold: Content, found: Content) -> dict[str, Counts]:
    """By measure, the counts of one document; no key for what the gold has not (see `Content.fields`).

    >>> gold = Content("Harbour to reopen", (), ("The port opens in May.",), ("Boats",), ("AFP",), ())
    >>> counts = score(gold, gold._replace(captions=("Boats", "AFP"), credits=()))
    >>> counts["body"], counts["captions"], counts["credits"]
    (Counts(gold=5, found=5, right=5), Counts(gold=1, found=2, right=1), Counts(gold=1, found=0, right=0))
    """
    title = tokens(gold.title or "")
    headings = [text for text in found.headings if dice(title, tokens(text)) < ALIKE]
    made: dict[str, Callable[[], Counts]] = {
        "body": lambda: _bag((*gold.headings, *gold.paragraphs), (*found.headings, *found.paragraphs)),
        "paragraphs": lambda: _texts(gold.paragraphs, found.paragraphs),
        "headings": lambda: _texts(gold.headings, headings),
        "captions": lambda: _texts(gold.captions, found.captions),
        "credits": lambda: _texts(gold.credits, found.credits, credit_tokens),
        "title": lambda: _title(title, tokens(found.title or "")),
    }
    counts = {name: make() for name, make in made.items() if MEASURES[name] in gold.fields}
    return {**counts, **_quotations(gold, found)} if "quotes" in gold.fields else counts


def _bag(gold: Iterable[str], found: Iterable[str]) -> Counts:
    there = Counter(token for text in gold for token in tokens(text))
    given = Counter(token for text in found for token in tokens(text))
    return Counts(there.total(), given.total(), (there & given).total())


def _texts(gold: Iterable[str], found: Iterable[str], tokenized: Callable[[str], Tokens] = tokens) -> Counts:
    there = [words for text in gold if (words := tokenized(text))]
    given = [words for text in found if (words := tokenized(text))]
    return Counts(len(there), len(given), len(pairs(there, given)))


def _title(gold: Tokens, found: Tokens) -> Counts:
    if not gold:
        return Counts(0, 0, 0)
    return Counts(1, int(bool(found)), int(dice(gold, found) >= _SAME_TITLE))


def _quotations(gold: Content, found: Content) -> dict[str, Counts]:
    matched = [(gold.quotes[a], found.quotes[b]) for a, b in quotation_pairs(gold.quotes, found.quotes)]
    spoken = [(a, b) for a, b in matched if a.kind in SPOKEN]
    speakers = sum(same_speaker(a.speaker, b.speaker) for a, b in spoken)
    kinds = sum(a.kind == b.kind for a, b in matched)
    return {
        "quotations": Counts(len(gold.quotes), len(found.quotes), len(matched)),
        "speakers": Counts(len(spoken), len(spoken), speakers),
        "kinds": Counts(len(matched), len(matched), kinds),
    }
