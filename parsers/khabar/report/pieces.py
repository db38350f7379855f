"""What is shown of an article, in order: every block of its source in its place, what was stripped as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from khabar.assemble import MARKLESS, PICTURE, TEXT
from khabar.blocks import Label, LabelledBlock
from khabar.decode.invisible import visible
from khabar.report.quoted import Place, QuotedPart, quoted_parts
from khabar.traced import Trace


class Value(NamedTuple):
    """A part of a block's text that the article has, from `start` to `end`; markers stand round it."""

    start: int
    end: int
    credit: bool = False
    """It is the credit within a caption."""


class Piece(NamedTuple):
    """A block of the source."""

    text: str
    label: Label
    rule: str
    line: int
    end_line: int
    bullet: str = ""
    """The list mark before the text."""
    kept: bool = True
    """It, or a part of it, is in the article; else it was stripped."""
    place: Place | None = None
    """Where its text stands in the article; None where it is no paragraph, heading or title."""
    values: tuple[Value, ...] = ()
    """The parts of the text that are a caption, a credit, a name, in order."""
    quoted: tuple[QuotedPart, ...] = ()
    """The parts of the text that are quotations."""
    first: str = ""
    """The label of the first pass: what it is by itself."""
    lexicon: tuple[str, ...] = ()
    """Where the entries of the user's own lexicon stand that are in it."""


def pieces(trace: Trace) -> Iterator[Piece]:
    """The pieces of a trace that has its blocks, in the order of the source."""
    quoted = quoted_parts(trace.article.sections, trace.article.quotes)
    values = _Values(trace)
    for block, place in zip(map(_visible, trace.blocks), _places(trace), strict=True):
        before = _before(block, place, trace) if place else 0
        yield Piece(
            block.text,
            block.label,
            block.rule,
            block.line,
            block.end_line,
            block.bullet,
            place is not None or (block.label in _VALUED and values.take(block)),
            place,
            _values(block, place, trace),
            _shifted(quoted.get(place, ()), before, len(block.text)) if place else (),
            block.first,
            block.lexicon,
        )


def _visible(block: LabelledBlock) -> LabelledBlock:
    """The block as the article has its text: without characters that only tell where a word may be broken, which
    stand in what was read from a page's data."""
    text = visible(block.text)
    if text == block.text:
        return block
    value, credit = (None if part is None else visible(part) for part in (block.value, block.credit))
    return block._replace(text=text, value=value, credit=credit)


_VALUED = PICTURE | {Label.BYLINE}


class _Values:
    """The captions, credits, alternative texts and names that the article has: each is of one block."""

    def __init__(self, trace: Trace) -> None:
        article = trace.article
        self._left = {
            Label.CAPTION: Counter(image.caption for image in article.images),
            Label.CREDIT: Counter(image.credit for image in article.images),
            Label.ALT: Counter(image.alt for image in article.images),
        }

    def take(self, block: LabelledBlock) -> bool:
        """Is the block's value in the article, and not another's?"""
        value = block.text if block.value is None else block.value
        if block.label is Label.BYLINE:
            return bool(value)
        if block.label is Label.CREDIT:
            value = value.lstrip("© ")
        left = self._left[block.label]
        left[value.strip()] -= 1
        return bool(value) and left[value.strip()] >= 0


def _places(trace: Trace) -> Iterator[Place | None]:
    """The place of each block, as `assemble` gives it: paragraphs and headings are those of the article, in order."""
    section, paragraph = -1, 0
    titled = False
    for block in trace.blocks:
        if block.label in TEXT:
            section = max(section, 0)
            yield section, paragraph
            paragraph += 1
        elif block.label is Label.HEADING:
            section, paragraph = section + 1, 0
            yield section, None
        elif block.label is Label.TITLE and not titled and (trace.article.title or "") in block.text:
            titled = True
            yield None, None
        else:
            yield None


def _before(block: LabelledBlock, place: Place, trace: Trace) -> int:
    """By how much offsets of the article are larger than those of the block's text."""
    if place == (None, None):
        return -block.text.find(trace.article.title or "")
    return len(block.bullet) + 1 if block.bullet and block.label not in MARKLESS else 0


def _shifted(quoted: tuple[QuotedPart, ...], by: int, size: int) -> tuple[QuotedPart, ...]:
    """The parts at the offsets of a text of this size that begins `by` characters later."""
    moved = (one._replace(start=max(0, one.start - by), end=min(size, one.end - by)) for one in quoted)
    return tuple(one for one in moved if one.start < one.end)


def _values(block: LabelledBlock, place: Place | None, trace: Trace) -> tuple[Value, ...]:
    """Where what the article has of a block's text stands in it, in order; () where that is all of it."""
    value = block.value
    if place == (None, None):
        value = trace.article.title
    if value is None or value == block.text or (block.label not in _VALUED and place is None):
        return ()
    found = tuple(_found(block, value))
    return () if found == (Value(0, len(block.text)),) else found


def _found(block: LabelledBlock, value: str) -> Iterator[Value]:
    places = []
    for text, is_credit in ((value, False), (block.credit, True)):
        at = block.text.find(text) if text else -1
        if text and at >= 0:
            places.append(Value(at, at + len(text), is_credit))
    end = 0
    for place in sorted(places):
        if place.start >= end:
            yield place
            end = place.end
