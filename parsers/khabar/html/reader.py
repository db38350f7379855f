"""The article's region to blocks: one walk over its elements, start and end, without recursion.

Text is gathered until an element begins or ends that stands on a line of its own; then it is a block. What is not
read (menus, comments, buttons) becomes one block each with all of its words, so that nothing is lost.
"""

from __future__ import annotations

from lxml.etree import _Element, iterwalk

from khabar.blocks import Block
from khabar.html.elements import is_hidden
from khabar.html.evidence import Zone
from khabar.html.gather import Gatherer
from khabar.html.pictures.containers import picture_containers
from khabar.html.pictures.figures import read_figure
from khabar.html.pictures.numbering import Pictures
from khabar.html.region.core import Region
from khabar.html.roles import Role, role_of
from khabar.html.tags import BOLD, CONTROLS, FRAMES, HEADINGS, IMAGES, INLINE, LINES, OUTSIDE, UNREAD
from khabar.html.words import BREAK, all_text
from khabar.lazy import Lazy

KEPT = 0.3
"""Share of the article's text that an element must hold to be read whatever its names say: a class name that
means something else elsewhere must not cost the article."""
STRIPPED = frozenset(
    (
        Role.NAV, Role.FOOTER, Role.COMMENTS, Role.NEWSLETTER, Role.RELATED, Role.SHARE, Role.TAGS, Role.AUTHOR,
        Role.ADS, Role.COOKIE, Role.TOOLBAR, Role.POLL, Role.MEDIA, Role.EMBED, Role.TOC, Role.HIDDEN, Role.POPUP,
        Role.INFOBOX, Role.DISCLAIMER,
    )
)  # fmt: skip
"""Roles of elements that are not read."""
_STRONG = frozenset(("strong", "bold"))
_WEIGHT = Lazy(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_PICTURE = IMAGES | {"picture"}


class Reading:
    """What the walk gives: the blocks, and where the pictures of their groups are loaded from."""

    __slots__ = ("blocks", "sources", "titles")

    def __init__(self, blocks: list[Block], pictures: Pictures) -> None:
        self.blocks = blocks
        self.sources = pictures.sources
        self.titles = pictures.titles


def read(region: Region, title: _Element | None) -> Reading:
    """The blocks of the region, in order. `title` is the heading that the article begins with, if one is known."""
    out = Gatherer(Zone.HEAD if title is None else Zone.ABOVE)
    if region.core is region.top and title is None:
        out.zone = Zone.CORE
    pictures = Pictures(out)
    top, core = region.top, region.core
    in_core = core is top
    most = KEPT * region.total
    weights = region.weights
    read_on = {core, *core.iterancestors()}
    if title is not None:
        read_on.update((title, *title.iterancestors()))
    containers = picture_containers(top, read_on)
    skipped: _Element | None = None
    bold: list[_Element] = []
    walk = iterwalk(top, events=("start", "end"))
    for event, el in walk:
        tag = el.tag
        if event == "start":
            if tag in INLINE or ("-" in tag and _in_line(el)):
                if el.get("class") is not None and role_of(el) is Role.HIDDEN:
                    pictures.strip(el, Role.HIDDEN)
                    skipped = el
                    walk.skip_subtree()
                    continue
                if tag == "a":
                    out.link += 1
                elif tag in BOLD or (tag == "span" and el.attrib and _strong(el)):
                    out.bold += 1
                    bold.append(el)
                elif tag == "span" and el.attrib and not el.text and not len(el) and _is_break(el):
                    out.brk()
                if el.text:
                    out.add(el.text)
                continue
            if tag == "br":
                out.brk()
                continue
            role = role_of(el) if el.attrib else None
            if el in read_on or (weights.get(el, 0.0) > most and tag != "figure" and el not in containers):
                pass
            elif tag in UNREAD:
                if tag == "noscript":
                    pictures.noscript(el)
                skipped = el
                walk.skip_subtree()
                continue
            elif tag in _PICTURE:
                pictures.image(el)
                skipped = el
                walk.skip_subtree()
                continue
            elif el in containers:
                out.flush()
                pictures.figure(read_figure(el), el)
                skipped = el
                walk.skip_subtree()
                continue
            elif (
                tag in FRAMES
                or tag in CONTROLS
                or tag in OUTSIDE
                or role in STRIPPED
                or (el.attrib and is_hidden(el))
                or _is_card(el, tag, role)
            ):
                pictures.strip(el, role)
                skipped = el
                walk.skip_subtree()
                continue
            elif _is_figure(el, tag, role):
                out.flush()
                pictures.figure(read_figure(el), el)
                skipped = el
                walk.skip_subtree()
                continue
            if el is core:
                in_core = True
                out.enter_zone(Zone.CORE)
            out.enter(el, tag, role)
            if el in read_on:
                out.open[-1].cell = False  # a table round the article lays the page out
            if el is title:
                out.title = True
            if el.text:
                out.add(el.text)
            continue
        if el is skipped:
            skipped = None
        elif tag in INLINE or ("-" in tag and _in_line(el)):
            if tag == "a":
                out.link -= 1
            elif bold and bold[-1] is el:
                bold.pop()
                out.bold -= 1
        elif tag != "br":
            out.leave()
            if el is title:
                out.zone = Zone.CORE if in_core else Zone.HEAD
            elif el is core:
                in_core = False
                out.enter_zone(Zone.TAIL)
        if el.tail and el is not top:
            out.add(el.tail)
    out.flush()
    return Reading(out.blocks, pictures)


def _in_line(el: _Element) -> bool:
    """An element of the page's own making that stands inside of a paragraph."""
    above = el.getparent()
    if el.tag in IMAGES or el.tag in FRAMES or above is None:
        return False
    return above.tag in LINES or above.tag in INLINE


def _strong(el: _Element) -> bool:
    """A <span> that is bold by its class or style."""
    names = el.get("class")
    if names is not None and not _STRONG.isdisjoint(names.split()):
        return True
    style = el.get("style")
    return style is not None and "font-weight" in style and bool(_WEIGHT().search(style))


def _is_break(el: _Element) -> bool:
    """An empty <span> that stands for a line break."""
    return "br" in (el.get("class") or "").split()


def _is_card(el: _Element, tag: str, role: Role | None) -> bool:
    """A teaser of another article: named so or an <article> of its own, with a heading that is a link."""
    if role is not Role.TEASER and tag != "article":
        return False
    for heading in el.iterdescendants("h1", "h2", "h3", "h4", "h5"):
        above = heading.getparent()
        while above is not None and above is not el and above.tag != "a":
            above = above.getparent()
        linked = above is not None and above.tag == "a"
        return linked or next(iter(heading.iterdescendants("a")), None) is not None
    return role is Role.TEASER and next(iter(el.iterdescendants("a")), None) is not None


def _is_figure(el: _Element, tag: str, role: Role | None) -> bool:
    """A picture with its texts, or texts of a picture: a <figure> with no other inside, an element for captions."""
    if tag == "figure":
        return next(iter(el.iterdescendants("figure", "table", "blockquote", "pre")), None) is None
    if tag == "figcaption":
        return True
    return role is Role.CAPTION or role is Role.CREDIT


__all__ = ["BREAK", "HEADINGS", "Reading", "all_text", "read"]
