"""A corrected document compared with what khabar says of it now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.blocks import Label, LabelledBlock
from khabar.characters import fold
from khabar.corrections.matching import dice
from khabar.corrections.quotations import pairs
from khabar.corrections.record import Corrected, Line, Quotation
from khabar.corrections.speakers import same_speaker
from khabar.corrections.tokens import tokens
from khabar.entries import Quote
from khabar.traced import Trace

_LEAST = 0.5
"""Share of a line that a block must have (or the line of the block) to be taken for it, where none has its text."""


class Checked(NamedTuple):
    """One thing that a reader has said, and what khabar says now."""

    line: int | None
    """In the source as it is now; None where it is not found."""
    what: str
    """label or value of a line; kind or speaker of a quotation; quotation: one that is not found."""
    expected: str | None
    """What the reader has said; None: nobody."""
    found: str | None
    """What khabar says; None: nobody, or nothing."""
    rule: str | None
    """The rule that sets the label now."""
    agrees: bool
    corrected: bool
    """The reader has changed it; else it was confirmed as it was."""
    text: str


def check(document: Corrected, trace: Trace) -> Iterator[Checked]:
    """What was corrected, whether it agrees or not; and what was confirmed, where it differs now. Lines first.

    Lines are matched by their folded text and the nearest number of the line, quotations by text and place, so small
    shifts in the source do not count. `trace` has its blocks.
    """
    for line, block in _matched(document.lines, trace.blocks):
        for one in _line(line, block, trace):
            if one.corrected or not one.agrees:
                yield one
    quotes = trace.article.quotes
    matched = dict(pairs(document.quotes, quotes))
    for at, quotation in enumerate(document.quotes):
        found = quotes[matched[at]] if at in matched else None
        for one in _quotation(quotation, found, trace.blocks):
            if one.corrected or not one.agrees:
                yield one


def _line(line: Line, block: LabelledBlock | None, trace: Trace) -> Iterator[Checked]:
    number, rule = (block.line, block.rule) if block is not None else (None, None)
    label = None if block is None else str(block.label)
    same = block is not None and block.label is line.label
    if not line.revalued or line.relabelled or not same:
        yield Checked(number, "label", str(line.label), label, rule, same, line.was is not None, line.text)
    if line.revalued and line.value is not None and same:
        value = _nearest(line.value, line.label, trace)
        agrees = value is not None and tokens(value) == tokens(line.value)
        yield Checked(number, "value", line.value, value, rule, agrees, True, line.text)


def _nearest(value: str, label: Label, trace: Trace) -> str | None:
    """The caption or credit that khabar has now and that is likest to this one."""
    credits = label is Label.CREDIT
    held = [image.credit if credits else image.caption for image in trace.article.images]
    texts = [text for text in held if text]
    return max(texts, key=lambda text: dice(tokens(text), tokens(value)), default=None)


def _quotation(quotation: Quotation, found: Quote | None, blocks: Sequence[LabelledBlock]) -> Iterator[Checked]:
    was = quotation.was
    key = fold(quotation.text.split("\n")[0])
    number = next((block.line for block in blocks if key in fold(block.text)), None)
    if found is None:
        yield Checked(number, "quotation", quotation.kind, None, None, False, was is not None, quotation.text)
        return
    kind = was is not None and was.kind != quotation.kind
    agrees = found.kind == quotation.kind
    yield Checked(number, "kind", quotation.kind, found.kind, None, agrees, kind, quotation.text)
    speaker = was is not None and was.speaker != quotation.speaker
    agrees = same_speaker(quotation.speaker, found.speaker)
    yield Checked(number, "speaker", quotation.speaker, found.speaker, None, agrees, speaker, quotation.text)


def _matched(lines: Sequence[Line], blocks: Sequence[LabelledBlock]) -> Iterator[tuple[Line, LabelledBlock | None]]:
    """Each line with the block that it is now."""
    by_text: defaultdict[str, list[LabelledBlock]] = defaultdict(list)
    keys = [fold(block.text) for block in blocks]
    for key, block in zip(keys, blocks, strict=True):
        by_text[key].append(block)
    for line in lines:
        key = fold(line.text)
        same = by_text.get(key)
        if same:
            at = min(range(len(same)), key=lambda at: abs(same[at].line - line.line))
            yield line, same.pop(at)
        else:
            yield line, _part(key, line, keys, blocks)


def _part(key: str, line: Line, keys: Sequence[str], blocks: Sequence[LabelledBlock]) -> LabelledBlock | None:
    """The block that the line is joined into now, or that is most of it; of several the nearest."""
    best: tuple[float, int] | None = None
    found = None
    for other, block in zip(keys, blocks, strict=True):
        short, long = sorted((key, other), key=len)
        joined = short == key
        if not short or short not in long or (not joined and len(short) < _LEAST * len(long)):
            continue
        rank = (-len(short), abs(block.line - line.line))
        if best is None or rank < best:
            best, found = rank, block
    return found
