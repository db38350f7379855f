"""Which line is the title: a linear score over what candidates look like; weights in lexicon/weights/title.txt."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
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
TOPIC = 4
"""Paragraphs of the text whose words a title is compared with."""
NEAR = 6
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
        at = _without_site(doc.blocks, at)
    return at, best


def _without_site(blocks: list[Block], at: int) -> int:
    """The line below a title that is the title without the name of the site ("… - BBC News", "CNN Arabic - …")."""
    key = blocks[at].key
    for i in range(at + 1, min(at + 1 + AGAIN, len(blocks))):
        own = blocks[i].key
        if (
            blocks[i].words > 2
            and blocks[i].label in OPEN
            and own != key
            and (key.startswith(own) or key.endswith(own))
        ):
            rest = key.replace(own, "")
            if rest.strip()[:1] in "-|:" or rest.strip()[-1:] in "-|:":
                return i
    return at


def candidates(doc: Document, begin: int, end: int) -> Iterator[Candidate]:
    """The lines that may be the title of the text in blocks[begin:end], above it or among its first paragraphs."""
    blocks = doc.blocks
    view = _View(doc, begin, end)
    # other sentences stand above the title only where the text does not begin with the article
    mixed = doc.dump or (blocks[0].label in _BESIDE and blocks[0].words < TITLE_WORDS)
    passed = 0
    for i in range(max(0, begin - ABOVE), (view.prose[-1] if mixed else begin) + 1):
        first = view.first_after(i)
        if first is None or passed > PASSED * view.total:
            return
        if _may_be_title(blocks[i], doc):
            yield Candidate(i, view.features(i, first, passed / view.total))
        if is_prose(blocks[i]):
            passed += blocks[i].words


def _may_be_title(block: Block, doc: Document) -> bool:
    if block.words > LONGEST or block.label in _NEVER or not any(map(str.isalpha, block.text)):
        return False
    return not _is_masthead(block, doc)


def _is_masthead(block: Block, doc: Document) -> bool:
    """The offices of a site's masthead: an editor's at the beginning, or two."""
    offices = doc.lexicon.words.get("masthead", ())
    found = [office for office in offices if office in block.key]
    return len(found) > 1 or any(block.key.startswith(office) for office in found)


def _is_stamp(block: Block) -> bool:
    """The article's date or author, not the name of the site."""
    return block.label is Label.DATE or (block.label is Label.BYLINE and block.names != ())


class _View:
    """A document as its title is looked for: what is counted once for all candidates."""

    def __init__(self, doc: Document, begin: int, end: int) -> None:
        blocks = doc.blocks
        self.doc = doc
        self.prose = [i for i in range(begin, end) if is_prose(blocks[i])]
        self.total = sum(blocks[i].words for i in self.prose)
        self.seen = Counter(block.key for block in blocks if block.words <= LONGEST)
        self.heads = [block.key for block in blocks[:3] if block.words <= 2 * LONGEST]
        self.twice = self._twice(begin)
        self._topics: dict[int, set[str]] = {}

    def first_after(self, i: int) -> int | None:
        """Index of the first sentence after a line; the next line where a text begins with its only sentence."""
        at = bisect_right(self.prose, i)
        if at < len(self.prose):
            return self.prose[at]
        return 1 if i == 0 and len(self.doc.blocks) > 1 else None

    def _twice(self, begin: int) -> int:
        """The first line as long as a title that stands again further on above the text; -1 where none does."""
        above: Counter[str] = Counter(block.key for block in self.doc.blocks[:begin] if block.words <= LONGEST)
        for i in range(max(0, begin - NEAR_TEXT), begin):
            block = self.doc.blocks[i]
            if block.label in OPEN and block.words >= TITLE_WORDS and above[block.key] > 1:
                return i
        return -1

    def _topic(self, first: int) -> set[str]:
        """What the first sentences say, from one on."""
        if first not in self._topics:
            at = bisect_left(self.prose, first)
            texts = (self.doc.blocks[p].text[:600] for p in self.prose[at : at + TOPIC])
            self._topics[first] = set().union(*map(pieces, texts))
        return self._topics[first]

    def features(self, i: int, first: int, passed: float) -> dict[str, float]:
        """What a line looks like, as numbers from 0 to about 1, by the names of the weights."""
        blocks = self.doc.blocks
        block, key, last = blocks[i], blocks[i].key, blocks[i].text.rstrip()[-1]
        own, topic = pieces(block.text), self._topic(first)
        between = blocks[i + 1 : first]
        after = between[:NEAR]
        named = (head for head in self.heads if head != key and len(head) > len(key) > 12)
        return {
            "first": i == 0,
            "article": i == 0 and not self.doc.dump,
            "length": min(block.words, 14) / 14,
            "long": max(0, block.words - 18) / 10,
            "tiny": block.words <= 2,
            "brief": block.words <= 4,
            "topic": share(own, topic) if len(own) > 1 else 0.0,
            "shared": min(len(own & topic), 6) / 6,
            "offtopic": block.words > 4 and own.isdisjoint(topic),
            "repeated": self.seen[key] > 1 and block.words > 2,
            "twice": self.twice == i,
            "named": any(key.strip(' ."') in head for head in named),
            "stamped": any(map(_is_stamp, after)),
            "next": bool(after) and _is_stamp(after[0]),
            "picture": any(b.label in (Label.CAPTION, Label.CREDIT) for b in between),
            "distance": math.log1p(len(between)),
            "passed": passed,
            "bullet": bool(block.bullet),
            "stop": last in ".۔।",
            "sentence": block.stop and block.words > SENTENCE,
            "mark": last in "?!؟…»\"”'",
            "bracket": last in ")]",
            "colon": last in ":：",
            "hit": bool(block.hits),
            "navigation": "navigation" in block.hits,
            "prose": is_prose(block),
            "byline": block.label is Label.BYLINE,
        }
