"""The page round the article's region: one entry for each part, its text abridged."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from khabar.article import Stripped
from khabar.html.roles import role_of
from khabar.html.tags import UNREAD
from khabar.html.words import all_text
from khabar.labels.elements import element_rule

SHOWN = 200
"""Characters that are given of a part's text."""
_TAGS = {"nav": "element.nav", "footer": "element.footer"}


def outside(body: _Element, top: _Element) -> Iterator[Stripped]:
    """Every element beside the way from the body down to the region, in the order of the page."""
    behind: list[Stripped] = []
    at = top
    path = []
    while at is not body and at is not None:
        path.append(at)
        above = at.getparent()
        if above is None:
            break
        at = above
    for el in reversed(path):
        for before in reversed(list(el.itersiblings(preceding=True))):
            yield from _entry(before)
    for el in path:
        for after in el.itersiblings():
            behind.extend(_entry(after))
    yield from behind


def _entry(el: _Element) -> Iterator[Stripped]:
    if el.tag in UNREAD:
        return
    text = all_text(el)
    if text:
        rule = _TAGS.get(el.tag) or element_rule(role_of(el)).id
        if len(text) > SHOWN:
            yield Stripped(rule, text[:SHOWN].rstrip() + " …", len(text))
        else:
            yield Stripped(rule, text)
