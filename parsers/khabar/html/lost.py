"""What a reading of a page took away, weighed against the body that it left.

A name is a hint. Where one element that was not gone into, or all paragraphs that one name stripped, hold more
sentences than the body that is left, the name was wrong, and the page is read again with those elements trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from khabar.blocks import Block, Label
from khabar.html.gather import Taken
from khabar.html.prose import LONG, Prose, prose, sentences
from khabar.html.roles import Role

NOTHING = 3
"""Sentences from which on a body is one, and what was taken away may be one."""
TEXT = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.STANDFIRST, Label.UNKNOWN))
"""Labels of the body's text."""
_PARAGRAPHS = frozenset(("p", "blockquote", "li", "dd", "pre", "font"))
_OTHERS = frozenset((Role.COMMENTS, Role.COOKIE))
"""Roles of elements with texts of their own, of any length."""
_PROMOS = frozenset(
    (Role.FOOTER, Role.RELATED, Role.TEASER, Role.NEWSLETTER, Role.AUTHOR, Role.DISCLAIMER, Role.POPUP, Role.ADS)
)
"""Roles of elements that may well have more sentences than a short article."""
_LINKS = 2
"""Sentences for each link at the least, in what may be an article: lists of teasers have fewer."""


def body_sentences(blocks: Iterable[Block]) -> int:
    """Sentences of the body."""
    return sum(sentences(block.text) for block in blocks if block.label in TEXT)


def lost(taken: Sequence[Taken], left: int) -> frozenset[_Element]:
    """The elements that are the article's after all, where the body that is left has `left` sentences."""
    best, found = max(left, NOTHING - 1), frozenset[_Element]()
    paragraphs: dict[str, list[_Element]] = {}
    counts: dict[str, int] = {}
    least = LONG * (best + 1)
    for block, el in taken:
        markup = block.markup
        if markup is None or markup.role in _OTHERS:
            continue
        size = markup.chars or len(block.text)
        if markup.picture is not None:
            size = sum(len(piece.text) for piece in markup.picture.pieces)
        if el.tag in _PARAGRAPHS and size >= LONG and markup.part == "region":
            name = str(markup.role)
            counts[name] = counts.get(name, 0) + sentences(block.text)
            paragraphs.setdefault(name, []).append(el)
        if size < least:
            continue
        held = prose(el)
        if held.sentences > best and _is_story(held, markup.role, left, el):
            best, found = held.sentences, frozenset((el,))
    for name, elements in paragraphs.items():
        if counts[name] > best and sum(prose(el).sentences for el in elements) > best:
            best, found = counts[name], frozenset(elements)
    return found


def _is_story(held: Prose, role: Role | None, left: int, el: _Element) -> bool:
    """May an element be the article, and no list of teasers, no foot of the page?"""
    if held.headed * 2 > held.sentences or held.links * _LINKS > held.sentences + NOTHING:
        return False
    return role not in _PROMOS or left < NOTHING or _holds_article(el)


def _holds_article(el: _Element) -> bool:
    return next(el.iter("article", "h1"), None) is not None
