"""Pages with more than one story: those that load the next one below the first."""

from __future__ import annotations

import itertools

from lxml.etree import _Element

from khabar.html.region.core import SHARE, SINGLE, Region
from khabar.html.tags import INLINE
from khabar.html.words import all_text

_STORY = 200.0
"""Weight of a story's text at the least: two or three sentences."""
_CLIMB = 12
"""Elements round the title that are looked at."""
_FOLLOWING = 20
"""Elements behind each of them that are looked at."""
_LEVELS = ("h1", "h2")
_ALL = ("h1", "h2", "h3", "h4")
_HEADLINE = 3
"""Words of a link that is another article's headline, at the least."""


def first_story(region: Region, title: _Element | None) -> Region:
    """The region narrowed to the title's story, where another one follows in an element like it."""
    at = title.getparent() if title is not None else None
    for _ in range(_CLIMB):
        if title is None or at is None or at.tag in ("body", "main"):
            break
        if region.weights.get(at, 0.0) >= _STORY:
            following = itertools.islice(at.itersiblings(), _FOLLOWING)
            others = frozenset(el for el in following if _is_story(el, at, title, region))
            if others:
                core = region.core if at in region.core.iterancestors() else _core(at, region.weights)
                return region._replace(core=core, top=at, others=others)
        at = at.getparent()
    return region


def _is_story(el: _Element, first: _Element, title: _Element, region: Region) -> bool:
    """An element like the first story's, with a heading of its own and enough text. An <article> is one by its
    meaning; of others the heading must be like the title, too, since sections of one story are alike. Behind an
    <article> any element is one that begins with an h1, or with a headline that is a link."""
    if region.weights.get(el, 0.0) < _STORY:
        return False
    if first.tag == "article" and _begins_story(el, title):
        return True
    if el.tag != first.tag:
        return False
    heading = next(el.iter(*_LEVELS), None)
    if heading is None:
        return False
    if el.tag == "article":
        return True
    names = first.get("class")
    return bool(names) and el.get("class") == names and _kind(heading) == _kind(title)


def _begins_story(el: _Element, title: _Element) -> bool:
    """Does an element behind the title's <article> begin with another article's headline?"""
    heading = next(el.iter(*_ALL), None)
    if heading is not None and heading.tag == "h1" == title.tag:
        return True
    link = next((a for a in itertools.islice(el.iter("a"), _FOLLOWING) if _leads_away(a)), None)
    if link is None:
        return False
    if heading is not None and (link in heading.iter("a") or link in heading.iterancestors()):
        return _is_first(heading, el)
    return len(all_text(link).split()) >= _HEADLINE and _is_first(link, el)


def _leads_away(link: _Element) -> bool:
    return not (link.get("href") or "#").startswith(("#", "javascript:"))


def _is_first(inner: _Element, el: _Element) -> bool:
    """Does an element stand alone before any other text of the one that it is in?"""
    at: _Element | None = inner
    if inner.tail and not inner.tail.isspace():
        return False
    while at is not None and at is not el:
        above = at.getparent()
        if above is None or (above.text and not above.text.isspace()):
            return False
        if any(all_text(before) or (before.tail or "").strip() for before in at.itersiblings(preceding=True)):
            return False
        at = above
    return True


def _kind(heading: _Element) -> tuple[str, str | None]:
    return str(heading.tag), heading.get("class")


def _core(story: _Element, weights: dict[_Element, float]) -> _Element:
    """The element of the story that holds most of its text."""
    at = story
    while len(at):
        heaviest = max(at, key=lambda el: weights.get(el, 0.0))
        if weights.get(heaviest, 0.0) < SHARE * weights.get(at, 0.0) or heaviest.tag in SINGLE | INLINE:
            break
        at = heaviest
    return at
