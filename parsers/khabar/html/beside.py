"""What stands beside a byline: another article's title, which makes it a card's, and other authors' elements."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from lxml import etree
from lxml.etree import _Element

from khabar.bylines.words import common
from khabar.characters import words
from khabar.html.tags import HEADINGS
from khabar.html.words import all_text

_UP = 3
"""Elements from a name up to the card that it stands in, at the most."""
_LOOKED = 40
"""Elements of a card that are looked at."""
_TITLE = 4
"""Words of a link that is another article's title, at the least."""
_JOINT = 8
"""Characters between two authors' elements at the most: " and "."""


def in_card(el: _Element, ways: Collection[_Element]) -> bool:
    """Does the link to another article stand before a name, in the same box? `ways`: elements round the article."""
    at = el.getparent()
    for _ in range(_UP):
        if at is None or at in ways:
            return False
        for one in islice(at.iter(etree.Element), _LOOKED):
            if one is el:
                break
            if one.tag == "a" and _is_title(one, el):
                return True
        at = at.getparent()
    return False


def _is_title(link: _Element, el: _Element) -> bool:
    """A link of some words to an article, which does not name whom the element names."""
    href = link.get("href") or "#"
    if href.startswith(("#", "javascript:", "mailto:")):
        return False
    path = href.partition("//")[2].partition("/")[2].rstrip("/") if "//" in href else None
    if path is not None and path.isalpha():
        return False  # a section, or somebody's account elsewhere
    text = all_text(link)
    if words(text) < _TITLE or common().label(text):
        return False
    return " ".join(all_text(el).split()[-2:]) not in text


def is_alike(box: _Element, last: _Element | None) -> bool:
    """Does an author's element stand right behind the last one, and look the same?"""
    if last is None or box.getprevious() is not last or box.tag != last.tag or box.get("class") != last.get("class"):
        return False
    between = (last.tail or "").strip()
    return len(between) <= _JOINT and not any(map(str.isdigit, between)) and box.tag not in HEADINGS


def is_several(el: _Element, size: int) -> bool:
    """Is an authors' element nothing but elements that look the same, one for each of them? `size`: its characters
    at the most."""
    children = [child for child in el if isinstance(child.tag, str)]
    if len(children) < 2 or (el.text or "").strip():
        return False
    first = children[0]
    return (
        all(child.tag == first.tag and child.get("class") == first.get("class") for child in children)
        and (first.tag == "li" or bool(first.get("class")))
        and all(0 < len(all_text(child)) <= size for child in children)
    )
