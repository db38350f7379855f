"""Which line is the title: a small linear score over what candidates look like, weights in lexicon/title.txt."""

from __future__ import annotations

import math
from collections import Counter
from typing import NamedTuple

from khabar.blocks import Block, Label
from khabar.labels.document import Document
from khabar.labels.extent import is_prose
from khabar.labels.likeness import pieces, share
from khabar.labels.rules import OPEN
from khabar.lexicon.weights import weights

ABOVE = 60
"""Lines above the text in which the title is looked for."""
AGAIN = 8
"""Lines above a title in which it may stand already: that is the title then."""
PASSED = 0.4
"""Share of the text's words that may stand above its title (a teaser, a consent notice), at the most."""
NEAR_TEXT = 25
"""Lines above the text in which a title that is printed twice is looked for."""
TITLE_WORDS = 5
"""Words, at the least, of a line that is a title because it is printed twice."""
SENTENCE = 14
"""Words of a title that ends with a full stop, at the most."""
LONGEST = 34
"""Words of a title at the most."""
_TOPIC = 4
"""Paragraphs of the text whose words a title is compared with."""
_NEAR = 6
"""Lines after a title in which its date or byline stands."""
_NEVER = frozenset((Label.DATE, Label.CREDIT, Label.CAPTION, Label.SKIP, Label.MARKER, Label.ALT))
_BESIDE = frozenset((Label.RELATED, Label.PROMO, Label.BOILERPLATE, Label.MEDIA))


class Candidate(NamedTuple):
    """A line that may be the title, and what it looks like."""

    at: int
    features: dict[str, float]


def choose(doc: Document, begin: int, end: int) -> tuple[int | None, float]:
    """Index of the title of the text in blocks[begin:end], None where no line is likelier than none at all; and how
    much likelier it is."""
    weight = weights("title")
    best, at = weight["none"], None
    for candidate in candidates(doc, begin, end):
        score = sum(weight[name] * value for name, value in candidate.features.items() if value)
        if score > best:
            best, at = score, candidate.at
    if at is not None:
        at = next(i for i in range(max(0, at - AGAIN), at + 1) if doc.blocks[i].key == doc.blocks[at].key)
    return at, best


def candidates(doc: Document, begin: int, end: int) -> list[Candidate]:
    """The lines that may be the title of the text in blocks[begin:end], above it or among its first paragraphs."""
    blocks = doc.blocks
    prose = [i for i in range(begin, end) if is_prose(blocks[i])]
    total = sum(blocks[i].words for i in prose)
    seen = Counter(block.key for block in blocks)
    topics: dict[int, set[str]] = {}
    twice = next((i for i in range(max(0, begin - NEAR_TEXT), begin) if _is_twice(blocks, i, begin)), -1)
    heads = [block.key for block in blocks[:3] if block.words <= 2 * LONGEST]
    out = []
    passed = 0
    # other sentences stand above the title only where the text does not begin with the article
    mixed = doc.dump or (blocks[0].label in _BESIDE and blocks[0].words < TITLE_WORDS)
    last = prose[-1] if mixed else begin
    for i in range(max(0, begin - ABOVE), last + 1):
        block = blocks[i]
        if (
            block.words > LONGEST
            or block.label in _NEVER
            or not any(map(str.isalpha, block.text))
            or masthead(block, doc)
        ):
            if is_prose(block):
                passed += block.words
            continue
        first = next((p for p in prose if p > i), 1 if i == 0 < len(blocks) - 1 else None)  # pictures alone follow
        if first is None or passed > PASSED * total:
            break
        if first not in topics:
            rest = [p for p in prose if p > i][:_TOPIC]
            topics[first] = set().union(*(pieces(blocks[p].text[:600]) for p in rest))
        out.append(Candidate(i, _features(doc, i, first, passed / total, seen, topics[first], heads, twice)))
        if is_prose(block):
            passed += block.words
    return out


def masthead(block: Block, doc: Document) -> bool:
    """The offices of a site's masthead: an editor's at the beginning, or two."""
    offices = doc.lexicon.words.get("masthead", ())
    found = [office for office in offices if office in block.key]
    return len(found) > 1 or any(block.key.startswith(office) for office in found)


def _is_twice(blocks: list[Block], i: int, begin: int) -> bool:
    """As long as a title, and again further on above the text."""
    block = blocks[i]
    if block.label not in OPEN or block.words < TITLE_WORDS:
        return False
    return any(b.key == block.key for b in blocks[i + 1 : begin])


def _is_stamp(block: Block) -> bool:
    """The article's date or author, not the name of the site."""
    return block.label is Label.DATE or (block.label is Label.BYLINE and block.names != ())


def _features(
    doc: Document,
    i: int,
    first: int,
    passed: float,
    seen: Counter[str],
    topic: set[str],
    heads: list[str],
    at_twice: int,
) -> dict[str, float]:
    blocks = doc.blocks
    block = blocks[i]
    words = pieces(block.text)
    after = blocks[i + 1 : min(first, i + 1 + _NEAR)]
    between = blocks[i + 1 : first]
    key = block.key
    return {
        "first": float(i == 0),
        "article": float(i == 0 and not doc.dump),
        "length": min(block.words, 14) / 14,
        "long": max(0, block.words - 18) / 10,
        "tiny": float(block.words <= 2),
        "brief": float(block.words <= 4),
        "topic": share(words, topic) if len(words) > 1 else 0.0,
        "shared": min(len(words & topic), 6) / 6,
        "repeated": float(seen[key] > 1 and block.words > 2),
        "named": float(any(len(head) > len(key) > 12 and key.strip(' ."') in head for head in heads if head != key)),
        "names": float(i < 3 and any(12 < len(b.key) < len(key) and b.key.strip(' ."') in key for b in between)),
        "offtopic": float(block.words > 4 and not words & topic),
        "bracket": float(block.text.rstrip()[-1] in ")]"),
        "twice": float(at_twice == i),
        "repeats": float(any(b.key == key for b in blocks[max(0, i - 8) : i])),
        "stamped": float(any(map(_is_stamp, after))),
        "next": float(bool(after) and _is_stamp(after[0])),
        "picture": float(any(b.label in (Label.CAPTION, Label.CREDIT) for b in between)),
        "crowd": min(sum(b.label in OPEN and b.words > 3 for b in between), 6) / 6,
        "distance": math.log1p(len(between)),
        "passed": passed,
        "bullet": float(bool(block.bullet)),
        "stop": float(block.text.rstrip()[-1] in ".۔।"),
        "sentence": float(block.stop and block.words > SENTENCE),
        "mark": float(block.text.rstrip()[-1] in "?!؟…»\"”'"),
        "colon": float(block.text.rstrip()[-1] in ":："),
        "hit": float(bool(block.hits)),
        "navigation": float("navigation" in block.hits),
        "prose": float(is_prose(block)),
        "digits": sum(map(str.isdigit, block.text)) / len(block.text),
        "byline": float(block.label is Label.BYLINE),
    }
