"""Second pass: what stands above the text. The title, what is above it, and the lines between it and the text."""

from __future__ import annotations

import itertools
import math
from collections import Counter

from khabar.blocks import Block, Label
from khabar.bylines.words import byline_words
from khabar.dates import words_beside_stamp
from khabar.labels.captions import give_caption
from khabar.labels.document import Document
from khabar.labels.extent import continued, is_prose, stretches
from khabar.labels.headline import choose
from khabar.labels.likeness import pieces, share
from khabar.labels.names import has_role, is_agency, looks_like_names, names_of, split_byline
from khabar.labels.rules import OPEN, Rule, give, rule

TITLE = rule("title.line", Label.TITLE, "looks most like the title of the text below it", "اتفاقية تعاون بين البلدين")
ABOVE = rule(
    "head.above", Label.BOILERPLATE, "above the article: menus, names of the site, other articles", "الرئيسية"
)
TITLE_REPEAT = rule("title.repeat", Label.TITLE_REPEAT, "the title again", "اتفاقية تعاون بين البلدين")
STAMP = rule("date.noisy", Label.DATE, "a date and a word or two between title and text", "GMT 17:27 17.03.2020 انسخ")
BYLINE_TOP = rule("byline.top", Label.BYLINE, "a name, a desk or an agency between title and text", "أبوظبي - رويترز")
BYLINE_ROLE = rule("byline.role", Label.BYLINE, "the author's role, after the name", "BBC golf correspondent")
CAPTION_TOP = rule(
    "caption.top", Label.CAPTION, "a line between title and text, in words that the text uses", "وزير الري أمام السد"
)
CAPTION_AGAIN = rule("caption.again", Label.BOILERPLATE, "a caption again", "وزير الري أمام السد")
STANDFIRST = rule(
    "standfirst.line", Label.STANDFIRST, "a line as long as a sentence, right below the title", "مصر تدشن مشروعا للري"
)
BUTTON = rule("head.button", Label.BOILERPLATE, "a few words above the text that are none of its parts", "طباعة")

RIVALS = 3
"""Stretches of sentences among which the article is looked for, the longest first."""
TOPIC = 6
"""Paragraphs of the text whose words the lines above it are compared with."""
ABOUT = 0.5
"""Share of a line's words, at least, that the text has too, where the line is about it."""
ALIKE = 0.1
"""Share of a headline that the next one says, too, in the mean, at the most: each is of another story."""
TICKER_WORDS = 5
"""Words of its headlines, in the mean, at the least."""
TICKER = 5
"""Headlines above a text without a title, from which on they are of other articles."""
PIECES = 4
"""Pieces of a line, at the least, that can tell what it is about: languages of short words have few."""
OTHER = 0.25
"""Share of their words that the text has too, in the mean, at the most."""
NOISE = 2
"""Words beside a date, at the most, in a line that is a date."""
BUTTON_WORDS = 3
PERSON_WORDS = 4
"""Words of a person's name at the most."""
STANDFIRST_WORDS = 8
ROLE_WORDS = 12
HEAD = 8
"""Undecided lines between title and text at the most: more of them are a list, verse, a table."""


def title(doc: Document) -> None:
    """Find the title and strip what stands above it; a text that begins with a paragraph has none."""
    blocks = doc.blocks
    found, doc.dump = stretches(blocks)
    if not found:
        _first_line(doc)
        return
    at, begin, end = _likeliest(doc, found[:RIVALS])
    doc.begin, doc.end = begin, continued(blocks, found, begin, end)
    if (at is None or _is_ticker(doc, at)) and _strip_ticker(doc):
        return
    if at is None:
        return
    give(blocks[at], TITLE)
    for block in blocks[:at]:
        if block.label in OPEN or block.label in (Label.BYLINE, Label.RELATED):
            give(block, ABOVE)
    doc.begin = next((i for i in range(at + 1, end) if is_prose(blocks[i])), begin)


def _likeliest(doc: Document, found: list[tuple[int, int]]) -> tuple[int | None, int, int]:
    """(title, begin, end) of the stretch that looks most like an article under its title: comments may be as long."""
    best = -math.inf
    out: tuple[int | None, int, int] = (None, *found[0])
    for begin, end in found:
        at, score = choose(doc, begin, end)
        # twice as many words count as much as a mark of a title
        score += math.log2(1 + sum(b.words for b in doc.blocks[begin:end] if is_prose(b)))
        if score > best:
            best, out = score, (at, begin, end)
    return out


def _is_ticker(doc: Document, at: int) -> bool:
    """Headlines stand between the likeliest title and the text, and it has no word in common with the text."""
    between, key = doc.blocks[at + 1 : doc.begin], doc.blocks[at].key
    lines = [b for b in between if b.label is Label.UNKNOWN and b.words > BUTTON_WORDS]
    if len(lines) < TICKER - 1 or any(b.label in _PARTS or b.key == key for b in between):
        return False
    own = pieces(doc.blocks[at].text)
    return len(own) >= PIECES and own.isdisjoint(_topic(doc, -1))


def _strip_ticker(doc: Document) -> bool:
    """Strip headlines of other articles above a text without a title; returns whether there are any."""
    above = doc.blocks[: doc.begin]
    if any(b.label in _PARTS for b in above) or 2 * sum(b.gap for b in above) > len(above):
        return False  # an article begins there; headlines of a ticker have no blank lines between them
    topic = _topic(doc, -1)
    lines = [b for b in above if b.label is Label.UNKNOWN and b.words > BUTTON_WORDS]
    told = [line for b in lines if len(line := pieces(b.text)) >= PIECES]
    if len(told) < TICKER or sum(b.words for b in lines) < TICKER_WORDS * len(lines):
        return False
    alike = sum(share(a, b) for a, b in itertools.pairwise(told)) / (len(told) - 1)
    if sum(share(line, topic) for line in told) >= OTHER * len(told) or alike > ALIKE:
        return False
    for block in above:
        if block.label in OPEN and not is_prose(block):
            give(block, ABOVE)
    return True


_PARTS = frozenset((Label.DATE, Label.BYLINE, Label.CREDIT, Label.CAPTION, Label.ALT, Label.HEADING))
"""Labels of lines of an article's head."""


def _topic(doc: Document, at: int) -> set[str]:
    """The words of the title and of the text's first paragraphs."""
    text = [b.text[:600] for b in doc.blocks[doc.begin :] if is_prose(b)][:TOPIC]
    return set().union(*(pieces(t) for t in (text if at < 0 else [doc.blocks[at].text, *text])))


def _first_line(doc: Document) -> None:
    """A text without a sentence: its first line that is nothing else is the title."""
    for block in doc.blocks:
        if block.label in OPEN and not is_agency(block.text, doc):
            give(block, TITLE)
            return
        if block.label in (Label.CREDIT, Label.CAPTION):
            return


_EDGES = " .!:\"'()"


def repeats(doc: Document) -> None:
    """The title again, anywhere in the text."""
    first = next((b for b in doc.blocks if b.label is Label.TITLE), None)
    key = "" if first is None else first.key.strip(_EDGES)
    if first is None or not key:
        return
    for block in doc.blocks:
        if block is first or block.label not in OPEN or len(block.text) > 2 * len(first.text):
            continue  # a long paragraph is not folded for it
        if block.key.strip(_EDGES) == key:
            give(block, TITLE_REPEAT)


def head(doc: Document) -> None:
    """The lines between title and text: date, byline, caption, standfirst, buttons."""
    blocks = doc.blocks
    at = next((i for i, b in enumerate(blocks) if b.label is Label.TITLE), -1)
    lines = [i for i in range(at + 1, doc.begin) if blocks[i].label in OPEN]
    if not 0 < len(lines) <= HEAD or doc.begin == len(blocks):
        return
    topic = _topic(doc, at)
    for i in lines:
        beside = words_beside_stamp(blocks[i].text, doc.months, doc.weekdays)
        if beside is not None and beside <= NOISE and beside * 2 < blocks[i].words and not blocks[i].stop:
            give(blocks[i], STAMP)
    times = Counter(blocks[i].key for i in lines)
    _Head(doc, at, topic, times).judge(lines)


class _Head:
    """The lines between title and text, while they are judged."""

    def __init__(self, doc: Document, at: int, topic: set[str], times: Counter[str]) -> None:
        self.doc = doc
        self.at = at
        self.topic = topic
        self.times = times
        self.named = any(b.label is Label.BYLINE for b in doc.blocks[at + 1 : doc.begin + 1])
        self.marked = any(
            b.label is Label.CREDIT or (b.label is Label.CAPTION and b.value is not None and not b.credit)
            for b in doc.blocks
        )
        """Pictures have markers in this text."""
        self.seen: dict[str, Rule] = {}
        """What a line is that says again what one before it says."""

    def judge(self, lines: list[int]) -> None:
        """Give each line its label, in order: what a line is depends on those before it."""
        blocks = self.doc.blocks
        for i in lines:
            block = blocks[i]
            if block.label not in OPEN or block.stop or blocks[i + 1].label in (Label.CREDIT, Label.CAPTION):
                continue  # the line before a credit or a caption is likelier its alt text
            if block.key in self.seen:
                give(block, self.seen[block.key], names=())
                continue
            own = pieces(block.text)
            self._judge(i, block, share(own, self.topic))

    def _judge(self, i: int, block: Block, about: float) -> None:
        if self._is_byline(i, about) or (self._is_item(i) and not self.named):
            give(block, BYLINE_TOP, names=self._names(block.text))
            self.named = True
            self.seen[block.key] = BYLINE_TOP
        elif self.named and (self._is_item(i) or (block.words <= ROLE_WORDS and has_role(block, self.doc))):
            give(block, BYLINE_ROLE, names=())
        elif self._is_caption(i, about):
            give_caption(block, CAPTION_TOP, self.doc)
            self.seen[block.key] = CAPTION_AGAIN
        elif i == self.at + 1 and block.words >= STANDFIRST_WORDS and about > 0:
            give(block, STANDFIRST)
        elif block.words <= BUTTON_WORDS and not about:
            give(block, BUTTON)

    def _names(self, text: str) -> tuple[str, ...]:
        """The names in a byline but for a place that the article names, too; the agency where nobody is left. Where
        no part looks like a name the first is one: the line stands where a name does."""
        led = byline_words(self.doc.lexicon).label(text)
        names = names_of(text, self.doc) or (() if led else tuple(split_byline(text)[:1]))
        others = tuple(name for name in names if share(pieces(name), self.topic) < 1)
        if others or self.named:
            return others
        return tuple(part for part in split_byline(text) if is_agency(part, self.doc)) or names

    def _is_byline(self, i: int, about: float) -> bool:
        doc, block = self.doc, self.doc.blocks[i]
        if not looks_like_names(block.text):
            return False
        parts = split_byline(block.text)
        if any(is_agency(part, doc) for part in parts):
            return True
        if self.named:
            return False
        if len(parts) > 1:  # "Cairo - Mona Salem": a name's words may be the text's, too
            likeness = [share(pieces(part), self.topic) for part in parts]
            place = any(" " not in part or like == 1 for part, like in zip(parts, likeness, strict=True))
            longest = max(len(part.split()) for part in parts)
            return place and longest <= PERSON_WORDS and min(likeness) <= ABOUT
        return not about and 2 <= block.words <= PERSON_WORDS and (self._stands_with_byline(i) or i + 1 == doc.begin)

    def _is_item(self, i: int) -> bool:
        """An item of the author's box: a few words with a list mark, and the date below."""
        blocks = self.doc.blocks
        block = blocks[i]
        if not block.bullet or block.words > ROLE_WORDS or ":" in block.text:
            return False
        return any(b.label is Label.DATE for b in blocks[i + 1 : i + 5])

    def _stands_with_byline(self, i: int) -> bool:
        """A date or the desk stands beside it."""
        blocks, doc = self.doc.blocks, self.doc
        if any(b.label is Label.DATE for b in blocks[max(0, i - 2) : i + 3]):
            return True
        return any(is_agency(part, doc) for part in blocks[i + 1].text[:80].split(" - "))

    def _is_caption(self, i: int, about: float) -> bool:
        block = self.doc.blocks[i]
        if self.marked or block.text[-1] in ":：":
            return False
        if self.times[block.key] > 1 and block.words > 1 and (about or block.words > BUTTON_WORDS):
            return True
        below = i > self.at + 1  # the line right below the title is as likely a standfirst
        return about >= ABOUT and block.words >= 2 and (below or block.words < STANDFIRST_WORDS)
