"""The page round the article's region: one block for each part, its text abridged."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element

from khabar.blocks import Block
from khabar.html.evidence import Evidence, Zone
from khabar.html.gather import line_of
from khabar.html.roles import Role, role_of
from khabar.html.tags import UNREAD
from khabar.html.words import beginning

SHOWN = 200
"""Characters that are given of a part's text."""
_TAGS = {"nav": Role.NAV, "footer": Role.FOOTER}


def outside(body: _Element, top: _Element) -> tuple[list[Block], list[Block]]:
    """The elements beside the way from the body down to the region: those before it, and those behind it."""
    path: list[_Element] = []
    at: _Element | None = top
    while at is not None and at is not body:
        path.append(at)
        at = at.getparent()
    before = [block for el in reversed(path) for block in _blocks(reversed([*el.itersiblings(preceding=True)]), True)]
    behind = [block for el in path for block in _blocks(el.itersiblings(), False)]
    return before, behind


def _blocks(elements: Iterable[_Element], before: bool) -> list[Block]:
    out = []
    for el in elements:
        text, chars = ("", 0) if el.tag in UNREAD else beginning(el, SHOWN)
        if text:
            evidence = Evidence("", Zone.ABOVE if before else Zone.TAIL)
            evidence.part = "region"
            evidence.role = _TAGS.get(el.tag) or role_of(el)
            evidence.chars = chars
            line = line_of(el)
            block = Block(text, line, line, True)
            block.markup = evidence
            out.append(block)
    return out
