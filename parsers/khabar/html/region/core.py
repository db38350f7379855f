"""Where in a page the article is: by the mass of its sentences, and the heading that is its title.

Long pieces of text outside of links and outside of what markup calls navigation, comments and the like are weighed
and their weight handed up the tree. The article's *core* is the element that holds nearly all of it; its *top* is
the smallest element that holds the core and the title. Every step is linear in the number of elements.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import _Element

from khabar.html.region.weights import Weights, beside, weigh
from khabar.html.roles import Role, role_of
from khabar.html.tags import INLINE

SHARE = 0.8
"""Share of an element's weight that one child must hold for the core to be looked for inside that child."""
_CLIMB = 6
"""Elements between the core or the region and the element that it is widened to, at the most."""
_BODIES = 0.9
"""Share of an element's weight that the core must hold to be widened to it."""
_GALLERY = 2
"""Captioned pictures beside the text that make a gallery, at the least."""
_CAPTION = 250.0
"""Weight of the text for each of them, at the most: with more, the text is the article."""
_MAIN = 0.3
"""Share of the text that a <main> without a title must hold."""
_LITTLE = 200.0
"""Weight of the text of a page that has none to speak of."""
SINGLE = frozenset(("p", "li", "blockquote", "td"))
"""Elements that hold one paragraph: the core is what holds them."""


class Region(NamedTuple):
    """The article's place in the tree."""

    top: _Element
    """The element to read: the smallest that holds core and title."""
    core: _Element
    """The element that holds nearly all of the article's text."""
    weights: dict[_Element, float]
    """Weight of text (characters, about) in every element that has any."""
    total: float
    headings: dict[_Element, float]
    """The page's h1 and h2 elements outside of menus and the like, in order, each with the weight of the text
    before it."""
    others: frozenset[_Element] = frozenset()
    """Elements of other stories."""


def find_region(body: _Element, trusted: frozenset[_Element] = frozenset()) -> Region:
    """The core of the page; `top` is the same element until `widened` takes the title in. `trusted`: elements that
    are not beside the article, whatever their names say."""
    found = weigh(body, trusted)
    weights = found.weights
    total = weights.get(body, 0.0)
    start = _start(body, found)
    core = _core(start, found) if weights.get(start, 0.0) >= _LITTLE else start
    core = _whole(body, _pictured(body, core, weights), weights)
    return Region(core, core, weights, total, found.headings)


def _start(body: _Element, found: Weights) -> _Element:
    """Where to look for the core: in the page's only <main>, where that holds a heading or much of the text."""
    mains = list(body.iter("main"))
    if len(mains) == 1:
        main = mains[0]
        titles = [heading for heading in found.headings if heading.tag == "h1"]
        if titles and _heads_article(titles[0], main, found):
            return body  # another story's
        if any(main in heading.iterancestors() for heading in titles):
            return main
        if found.weights.get(main, 0.0) >= _MAIN * found.weights.get(body, 0.0) > 0:
            return main
    if found.weights.get(body, 0.0) < _LITTLE:
        return next((el for el in body.iter("article") if beside(el, found) is None), body)
    return body


def _heads_article(title: _Element, main: _Element, found: Weights) -> bool:
    """Does an h1 stand in an <article> with a text of its own, before the <main>?"""
    story = next(title.iterancestors("article"), None)
    if story is None or found.weights.get(story, 0.0) < _LITTLE:
        return False
    return main not in title.iterancestors() and story not in main.iterancestors()


def _core(body: _Element, found: Weights) -> _Element:
    weights, children = found.weights, found.children
    at = body
    while at in children:
        heaviest = max(children[at], key=weights.__getitem__)
        if weights[heaviest] < SHARE * weights[at] or heaviest.tag in INLINE:
            break
        if heaviest.tag in SINGLE and (heaviest.tag != "td" or heaviest not in children):
            break  # a cell with blocks of text in it lays the page out
        at = heaviest
    return at


def _whole(body: _Element, core: _Element, weights: dict[_Element, float]) -> _Element:
    """The core, or the element round it that says of itself to be the article's body and holds little else."""
    at = core
    for _ in range(_CLIMB):
        if at is body or at.tag in ("article", "main"):
            break
        if role_of(at) is Role.BODY and weights.get(core, 0.0) >= _BODIES * weights.get(at, 0.0):
            return at
        above = at.getparent()
        if above is None:
            break
        at = above
    return core


def _pictured(body: _Element, core: _Element, weights: dict[_Element, float]) -> _Element:
    """The core, or what holds it and the captioned pictures beside it: in a gallery there is little else."""
    at = core
    for _ in range(_CLIMB):
        above = at.getparent()
        if above is None or at is body or at.tag in ("article", "main"):
            break
        if weights.get(core, 0.0) < _BODIES * weights.get(above, 0.0):
            break
        at = above
        more = _captions(at) - _captions(core)
        if more >= _GALLERY and weights.get(core, 0.0) < _CAPTION * more:
            core = at
    return core


def _captions(el: _Element) -> int:
    return sum(1 for _ in el.iter("figcaption"))


def widened(region: Region, title: _Element | None) -> Region:
    """The region with the title in it, and with the pictures that stand beside both in the same article."""
    top = region.core if title is None else common_ancestor(title, region.core)
    at: _Element | None = top
    for _ in range(_CLIMB):
        if at is None or at.tag == "body":
            break
        if at.tag in ("article", "main"):
            top = at
            break
        at = at.getparent()
    return region._replace(top=top)


def common_ancestor(a: _Element, b: _Element) -> _Element:
    """The smallest element that holds both."""
    seen = {a, *a.iterancestors()}
    if b in seen:
        return b
    return next((el for el in b.iterancestors() if el in seen), a)
