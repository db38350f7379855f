"""The page round the article's region: one block for each part, its text abridged."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element

from khabar.blocks import Block
from khabar.html.elements import role_by_tag
from khabar.html.evidence import Zone
from khabar.html.gather import Taken, part_block
from khabar.html.roles import Role, role_of
from khabar.html.tags import UNREAD
from khabar.html.words import beginning, plain

SHOWN = 200
"""Characters that are given of a part's text."""


def outside(
    body: _Element, top: _Element, others: frozenset[_Element]
) -> tuple[list[Block], list[Block], list[Taken]]:
    """What stands beside the way from the body down to the region: before it, and behind it; and the elements of
    the blocks that are elements, but for `others`, the elements of other stories."""
    path: list[_Element] = []
    at: _Element | None = top
    while at is not None and at is not body:
        path.append(at)
        at = at.getparent()
    before: list[Block] = []
    behind: list[Block] = []
    taken: list[Taken] = []
    for el in reversed(path):
        above = el.getparent()
        if above is not None and above.text:
            _add(before, above, above.text, 0, None, Zone.ABOVE)
        _elements(before, taken, reversed([*el.itersiblings(preceding=True)]), Zone.ABOVE, others)
    for el in path:
        if el.tail:
            _add(behind, el, el.tail, 0, None, Zone.TAIL)
        _elements(behind, taken, el.itersiblings(), Zone.TAIL, others)
    return before, behind, taken


def _elements(
    out: list[Block], taken: list[Taken], elements: Iterable[_Element], zone: Zone, others: frozenset[_Element]
) -> None:
    for el in elements:
        if el.tag not in UNREAD:
            text, chars = beginning(el, SHOWN)
            role = Role.RELATED if el in others else role_of(el) or role_by_tag(el)
            _add(out, el, text, chars, role, zone)
            if text and el not in others:
                taken.append((out[-1], el))
        if el.tail:
            _add(out, el, el.tail, 0, None, zone)


def _add(out: list[Block], el: _Element, text: str, chars: int, role: Role | None, zone: Zone) -> None:
    text = plain(text)
    if not text:
        return
    block = part_block(el, text, zone, "region", role)
    if block.markup is not None:
        block.markup.chars = chars
    out.append(block)
