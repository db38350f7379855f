"""A corrected document compared with what khabar says of it now."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.blocks import LabelledBlock
from khabar.characters import fold
from khabar.characters import key as key_of
from khabar.corrections.matching import ALIKE, dice
from khabar.corrections.quotations import pairs
from khabar.corrections.record import Corrected, Line, Quotation
from khabar.corrections.speakers import same_speaker
from khabar.corrections.tokens import tokens
from khabar.entries import Quote
from khabar.traced import Trace

_LEAST = 0.5
"""Share of a line that a block must have (or the line of the block) to be taken for it, where none has its text."""
_NEAR = 100
"""Blocks before a line's place, and after it, that it is looked for in then."""


class Checked(NamedTuple):
    """One thing that a reader has said, and what khabar says now."""

    line: int | None
    """In the source as it is now; None where it is not found."""
    what: str
    """Of a line its label, its value (the text without its marker), the credit within it; of a quotation kind or
    speaker; quotation: one that is not found."""
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

    Lines are matched by their letters and digits and the nearest number of the line, quotations by text and place,
    so small shifts in the source do not count. `trace` has its blocks.
    """
    keys = [_key(block.text) for block in trace.blocks]
    for line, block in _matched(document.lines, trace.blocks, keys):
        for one in _line(line, block):
            if one.corrected or not one.agrees:
                yield one
    quotes = trace.article.quotes
    matched = dict(pairs(document.quotes, quotes))
    for at, quotation in enumerate(document.quotes):
        for one in _quotation(quotation, quotes[matched[at]] if at in matched else None):
            if one.corrected or not one.agrees:
                yield one._replace(line=_line_of(quotation, trace.blocks, keys))


def _key(text: str) -> str:
    """What lines are matched by: letters and digits, folded; all that there is where there are none."""
    return key_of(text) or fold(text)


def _line(line: Line, block: LabelledBlock | None) -> Iterator[Checked]:
    corrected = line.was is not None
    if block is None:
        yield Checked(None, "label", str(line.label), None, None, False, corrected, line.text)
        return
    same = block.label is line.label
    if line.relabelled or not line.revalued or not same:
        label = str(block.label)
        yield Checked(block.line, "label", str(line.label), label, block.rule, same, corrected, line.text)
    if same:
        yield from _line_values(line, block)


def _line_values(line: Line, block: LabelledBlock) -> Iterator[Checked]:
    """What the reader has changed of a line beside its label."""
    values = (("value", line.was_value, line.value or line.text, block.value or block.text),
              ("credit", line.was_credit, line.credit, block.credit))  # fmt: skip
    for what, was, expected, found in values:
        if was is not None:
            agrees = tokens(expected or "") == tokens(found or "")
            yield Checked(block.line, what, expected or None, found, block.rule, agrees, True, line.text)


def _quotation(quotation: Quotation, found: Quote | None) -> Iterator[Checked]:
    was = quotation.was
    if found is None:
        yield Checked(None, "quotation", quotation.kind, None, None, False, was is not None, quotation.text)
        return
    kind = was is not None and was.kind != quotation.kind
    agrees = found.kind == quotation.kind
    yield Checked(None, "kind", quotation.kind, found.kind, None, agrees, kind, quotation.text)
    speaker = was is not None and was.speaker != quotation.speaker
    agrees = same_speaker(quotation.speaker, found.speaker)
    yield Checked(None, "speaker", quotation.speaker, found.speaker, None, agrees, speaker, quotation.text)


def _line_of(quotation: Quotation, blocks: Sequence[LabelledBlock], keys: Sequence[str]) -> int | None:
    """The line of the source that a quotation begins in."""
    key = _key(quotation.text.split("\n")[0])
    return next((block.line for block, other in zip(blocks, keys, strict=True) if key in other), None)


def _matched(
    lines: Sequence[Line], blocks: Sequence[LabelledBlock], keys: Sequence[str]
) -> Iterator[tuple[Line, LabelledBlock | None]]:
    """Each line with the block that it is now. `keys`: those of the blocks."""
    by_text: defaultdict[str, list[LabelledBlock]] = defaultdict(list)
    for key, block in zip(keys, blocks, strict=True):
        by_text[key].append(block)
    for line in lines:
        key = _key(line.text)
        same = by_text.get(key)
        yield line, _nearest(same, line) if same else _part(key, line, blocks, keys)


def _nearest(same: list[LabelledBlock], line: Line) -> LabelledBlock:
    """The block whose line is nearest, which is no other line's then."""
    at = bisect_left(same, line.line, key=lambda block: block.line)
    if at == len(same) or (at and line.line - same[at - 1].line <= same[at].line - line.line):
        at -= 1
    return same.pop(at)


def _part(key: str, line: Line, blocks: Sequence[LabelledBlock], keys: Sequence[str]) -> LabelledBlock | None:
    """The block near its place that the line is joined into now, that is most of it, or that is nearly it."""
    middle = bisect_left(blocks, line.line, key=lambda block: block.line)
    best: tuple[int, int, int] | None = None
    for at in range(max(0, middle - _NEAR), min(len(blocks), middle + _NEAR)):
        short, long = sorted((key, keys[at]), key=len)
        within = short in long and (short == key or len(short) >= _LEAST * len(long))
        if short and (within or _is_like(line.text, blocks[at].text)):
            rank = (-len(short), abs(blocks[at].line - line.line), at)
            best = rank if best is None else min(best, rank)
    return None if best is None else blocks[best[2]]


def _is_like(text: str, other: str) -> bool:
    shortest, longest = sorted((len(text), len(other)))
    return shortest >= _LEAST * longest and dice(tokens(text), tokens(other)) >= ALIKE
