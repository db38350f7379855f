"""Pages with more than one story: those that load the next one below the first."""

from __future__ import annotations

import itertools

from lxml.etree import _Element

from khabar.html.region.core import SHARE, SINGLE, Region
from khabar.html.tags import INLINE

_STORY = 200.0
"""Weight of a story's text at the least: two or three sentences."""
_CLIMB = 12
"""Elements round the title that are looked at."""
_FOLLOWING = 20
"""Elements behind each of them that are looked at."""
_LEVELS = ("h1", "h2")


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
    meaning; of others the heading must be like the title, too, since sections of one story are alike."""
    if el.tag != first.tag or region.weights.get(el, 0.0) < _STORY:
        return False
    heading = next(el.iter(*_LEVELS), None)
    if heading is None:
        return False
    if el.tag == "article":
        return True
    names = first.get("class")
    return bool(names) and el.get("class") == names and _kind(heading) == _kind(title)


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
