"""The weight of text in a page's elements: characters of long pieces that stand in no link and beside no article."""

from __future__ import annotations

from lxml.etree import _Element

from khabar.html.roles import Role, role_of
from khabar.html.tags import CONTROLS, FRAMES, HEADINGS, INLINE, OUTSIDE, UNREAD

LONG = 25
"""Characters of a piece of text that is weighed: shorter ones are labels, dates and names."""
_STOPS = (".", "。", "؟", "?", "!", "।", "۔", "、", "，")
_BESIDE = frozenset(
    (
        Role.NAV, Role.FOOTER, Role.COMMENTS, Role.NEWSLETTER, Role.RELATED, Role.SHARE, Role.ADS, Role.COOKIE,
        Role.TAGS, Role.AUTHOR, Role.POPUP,
    )
)  # fmt: skip
"""Roles whose text is not the article's, however much there is."""
_NO_TEXT = UNREAD | CONTROLS | FRAMES | HEADINGS.keys() | {"figcaption"}
_MOST = 0.5
"""Share of all text from which on an element is not beside the article, whatever its name is: an <aside> that the
page forgot to close holds the article. Only comments may well be more than the article."""
_MOST_OF = {
    Role.NEWSLETTER: 0.3, Role.ADS: 0.3, Role.SHARE: 0.3, Role.TAGS: 0.3, Role.NAV: 0.4, Role.COMMENTS: 1.0,
}  # fmt: skip
"""The same, of roles that have few words, and of comments, which have any number."""
_ENOUGH = 600.0
"""Characters of text that may be an article."""
_TRIES = 3


class Weights:
    """Weights of elements, and who is whose child among those that have any."""

    __slots__ = ("beside", "children", "depths", "headings", "parents", "raw", "trusted", "weights")

    def __init__(self, body: _Element, trusted: frozenset[_Element]) -> None:
        self.trusted = trusted
        """Elements that hold most of the page's text, and so the article."""
        self.parents: dict[_Element, _Element | None] = {}
        self.depths: dict[_Element, int] = {body: 0}
        self.beside: dict[_Element, _Element | None] = {body: None}
        """The outermost element that each one is beside the article with."""
        self.weights: dict[_Element, float] = {}
        self.raw: dict[_Element, float] = {}
        """Weight of what is beside the article, by the outermost element."""
        self.children: dict[_Element, list[_Element]] = {}
        self.headings: dict[_Element, float] = {}


def weigh(body: _Element, trusted: frozenset[_Element] = frozenset()) -> Weights:
    """Weigh a page. One pass over its elements; again where the article turns out to be in what was passed over.
    `trusted`: elements that are known to be the article's."""
    for _ in range(_TRIES):
        found = Weights(body, trusted)
        _pass(body, found)
        total = sum(found.raw.values()) + found.weights.get(body, 0.0)
        wrong = [el for el, raw in found.raw.items() if raw > max(_ENOUGH, _most(el) * total)]
        if not wrong:
            break
        trusted = trusted.union(wrong)
    return found


def _most(el: _Element) -> float:
    role = role_of(el)
    return 1.0 if el.tag == "footer" else _MOST_OF.get(role, _MOST) if role is not None else _MOST


def _pass(body: _Element, found: Weights) -> None:
    so_far = 0.0
    for el in body.iter():
        tag = el.tag
        if (tag == "h1" or tag == "h2") and beside(el, found) is None:
            found.headings[el] = so_far
        text = el.text
        if text and len(text) >= LONG and not text.isspace():
            so_far += _weigh(el, text, found)
        text = el.tail
        if text and len(text) >= LONG and not text.isspace() and el is not body:
            above = el.getparent()
            if above is not None:
                so_far += _weigh(above, text, found)
    weights, parents, children = found.weights, found.parents, found.children
    depths = found.depths
    for el in sorted(parents, key=lambda e: -depths[e]):
        above = parents[el]
        weight = weights.get(el, 0.0)
        if above is not None and weight:
            weights[above] = weights.get(above, 0.0) + weight
            children.setdefault(above, []).append(el)


def _weigh(el: _Element, text: str, found: Weights) -> float:
    """Add a piece of text to the block that it stands in, unless that is a link or beside the article; its weight."""
    size = len(text) if text[0] > " " else len(text.strip())
    if size < LONG:
        return 0.0
    block: _Element | None = el
    while block is not None and block.tag in INLINE:
        if block.tag == "a":
            return 0.0
        block = block.getparent()
    if block is None or block.tag in _NO_TEXT or _in_caption(block):
        return 0.0
    if not any(stop in text for stop in _STOPS):
        size //= 4
    outer = beside(block, found)
    if outer is not None:
        found.raw[outer] = found.raw.get(outer, 0.0) + size
        return 0.0
    found.weights[block] = found.weights.get(block, 0.0) + size
    return float(size)


def _in_caption(block: _Element) -> bool:
    above = block.getparent()
    return above is not None and above.tag in ("figcaption", "figure")


def beside(el: _Element, found: Weights) -> _Element | None:
    """The outermost element round it that is a menu, comments or the like. Each element is looked at once."""
    known = found.beside
    path: list[_Element] = []
    at: _Element | None = el
    while at is not None and at not in known:
        path.append(at)
        at = at.getparent()
    outer = known[at] if at is not None else None
    depth = found.depths[at] if at is not None else 0
    above = at
    for at in reversed(path):
        depth += 1
        found.depths[at] = depth
        found.parents[at] = above
        if outer is None and (at.tag in OUTSIDE or role_of(at) in _BESIDE) and at not in found.trusted:
            outer = at
        known[at] = outer
        above = at
    return outer
