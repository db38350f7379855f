"""The article's region to blocks: one walk over its elements, start and end, without recursion.

Text is gathered until an element begins or ends that stands on a line of its own; then it is a block. What is not
read (menus, comments, buttons) becomes one block each with all of its words, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from lxml.etree import _Element, iterwalk

from khabar.blocks import Block
from khabar.html.elements import is_anchor, is_hidden, is_unread_inline
from khabar.html.evidence import Zone
from khabar.html.gather import Gatherer, Taken
from khabar.html.pictures.containers import picture_containers, without_picture
from khabar.html.pictures.figures import read_figure
from khabar.html.pictures.numbering import Pictures
from khabar.html.prose import NOTHING, is_prose, prose
from khabar.html.quoted import QuoteElements
from khabar.html.region.core import Region
from khabar.html.roles import Role, role_of
from khabar.html.tags import (
    BOLD,
    CONTROLS,
    DELETED,
    FRAMES,
    HEADINGS,
    IMAGES,
    INLINE,
    LINES,
    OUTSIDE,
    READINGS,
    UNREAD,
)  # fmt: skip
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
_FEW = frozenset((Role.NAV, Role.SHARE, Role.TAGS, Role.MEDIA, Role.TOC, Role.TOOLBAR, Role.POLL))
"""Those of elements with a few words, and no sentences to speak of."""
_SENTENCE = 40
"""Characters of a paragraph without links that is text whatever it is called, at the least: about eight words."""
_PARAGRAPHS = frozenset(("p", "br"))
_LINK = 600.0
"""Weight of the paragraphs in a link at the least, if it is to be one that nobody closed: a teaser's are shorter."""
_STRONG = frozenset(("strong", "bold"))
_WEIGHT = Lazy(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_PICTURE = IMAGES | {"picture"}
_PLACE = frozenset(("name", "id", "class"))
"""Attributes of an <a> that names a place; with others, and no address, a script makes it a link."""


class Reading(NamedTuple):
    """What the walk gives."""

    blocks: list[Block]
    taken: list[Taken]
    """Blocks of elements that were not gone into."""


def read(
    region: Region,
    title: _Element | None,
    language: str | None = None,
    url: str | None = None,
    trusted: Collection[_Element] = (),
) -> Reading:
    """The blocks of the region, in order. `title` is the heading that the article begins with, if one is known;
    `language` what the page says that it is in, `url` its address; `trusted` are elements to go into whatever their
    names say."""
    walk = _Walk(region, title, trusted)
    walk.quoted, walk.url = QuoteElements(language), url
    top, out = region.top, walk.out
    skipped: _Element | None = None
    events = iterwalk(top, events=("start", "end"))
    for event, el in events:
        if event == "start":
            tag = el.tag
            if walk.start_inline(el, tag) if tag in INLINE or ("-" in tag and _in_line(el)) else walk.start(el, tag):
                skipped = el
                events.skip_subtree()
            elif el.text and tag != "br":
                out.add(el.text)
            continue
        if el is skipped:
            skipped = None
        else:
            walk.end(el, el.tag)
        if el.tail and el is not top:
            out.add(el.tail)
    out.flush()
    return Reading(out.blocks, out.taken)


class _Walk:
    """The state of the walk: which elements are open, and which are read whatever their names say."""

    __slots__ = (
        "bold", "containers", "core", "in_core", "mended", "most", "out", "pictures", "quoted", "read_on", "title",
        "url", "weights",
    )  # fmt: skip

    def __init__(self, region: Region, title: _Element | None, trusted: Collection[_Element]) -> None:
        top, core = region.top, region.core
        self.core, self.title = core, title
        self.in_core = core is top
        self.out = Gatherer(Zone.ABOVE if title is not None else Zone.CORE if self.in_core else Zone.HEAD)
        self.pictures = Pictures(self.out)
        self.most = KEPT * region.total
        self.weights = region.weights
        self.read_on = {core, *core.iterancestors()}
        for el in trusted:
            self.read_on.update((el, *el.iterancestors()))
        if title is not None:
            self.read_on.update((title, *title.iterancestors()))
        self.containers = picture_containers(top, self.read_on)
        self.bold: list[_Element] = []
        self.url: str | None = None
        self.quoted = QuoteElements(None)
        self.mended: set[_Element] | None = None
        """Elements in which an <ins> says what stands there now; None: not looked for yet."""

    def start_inline(self, el: _Element, tag: str) -> bool:
        """Begin an inline element. True where it is not read."""
        around = self.out.open
        marks = tag == "a" and bool(around) and around[-1].heading and is_anchor(el)
        if (marks or is_unread_inline(el)) and el not in self.read_on and not self._is_large(el):
            self.pictures.strip(el, Role.POLL if role_of(el) is Role.POLL else Role.HIDDEN)
            return True
        if tag == "a":
            self.out.link += self._is_link(el)
        elif tag in BOLD or (tag == "span" and el.attrib and _strong(el)):
            self.out.bold += 1
            self.bold.append(el)
        elif tag == "span" and el.attrib and not el.text and not len(el) and _is_break(el):
            self.out.brk()
        elif tag == "time" and self.out.parts and self.out.parts[-1][-1:].isalpha():
            self.out.add(" ")  # "Staff Writer<time>3 March": styled apart, and never one word
        elif tag == "q":
            mark = self.quoted.opening(el)
            if mark:
                self.out.add(mark)
        elif tag in READINGS or (tag in DELETED and self._is_mended(el)):
            self.pictures.strip_inline(el, Role.READING if tag in READINGS else Role.DELETED)
            return True
        return False

    def _is_link(self, el: _Element) -> bool:
        """Does an <a> lead somewhere else? A named place in the page does not, nor a heading's link to itself, nor
        one round paragraphs, which nobody closed."""
        if self.weights.get(el, 0.0) > max(self.most, _LINK):
            return False
        href = el.get("href")
        if href is None:
            return not _PLACE.issuperset(el.keys())
        around = self.out.open
        return not (around and around[-1].heading and self._is_own(href))

    def _is_own(self, href: str) -> bool:
        """Is it the address of this page, or of a place in it?"""
        address = href.partition("#")[0]
        return not address or (self.url is not None and (address == self.url or address == _path(self.url)))

    def _is_mended(self, el: _Element) -> bool:
        """Does an <ins> beside a deletion say what is right?"""
        if self.mended is None:
            found = {ins.getparent() for ins in self.core.getroottree().iter("ins") if all_text(ins)}
            self.mended = {above for above in found if above is not None}
        return el.getparent() in self.mended

    def _is_large(self, el: _Element) -> bool:
        """Does so much of the article stand in an element that it is read whatever is said of it?"""
        return self.weights.get(el, 0.0) > self.most

    def start(self, el: _Element, tag: str) -> bool:
        """Begin a block-level element. True where it is not read, or was read as a whole."""
        out = self.out
        if tag == "br":
            out.brk()
            return False
        role = role_of(el) if el.attrib else None
        needed = el in self.read_on
        if not needed and self._is_whole(el, tag, role):
            return True
        if el is self.core:
            self.in_core = True
            out.enter_zone(Zone.CORE)
        out.enter(el, tag, role)
        if needed:
            out.open[-1].cell = False  # a table round the article lays the page out
        if el is self.title:
            out.title = True
        return False

    def _is_whole(self, el: _Element, tag: str, role: Role | None) -> bool:
        """Read a picture's element, or strip one that is not the article's. False where the walk goes into it."""
        if self._is_large(el) and tag != "figure" and el not in self.containers:
            return False
        if tag in UNREAD:
            if tag == "noscript":
                self.pictures.noscript(el)
        elif tag in _PICTURE:
            self.pictures.image(el)
        elif el not in self.containers and _is_stripped(el, tag, role) and not _is_text(el, tag, role):
            self.pictures.strip(el, role)
        elif tag == "figcaption" and (what := without_picture(el)):
            if what != "blockquote":
                return False
            self.pictures.strip(el, Role.EMBED)
        elif el in self.containers or _is_figure(el, tag, role):
            self.out.flush()
            self.pictures.figure(read_figure(el), el)
        else:
            return False
        return True

    def end(self, el: _Element, tag: str) -> None:
        """End an element that was read."""
        out = self.out
        if tag in INLINE or ("-" in tag and _in_line(el)):
            if tag == "a":
                out.link -= self._is_link(el)
            elif self.bold and self.bold[-1] is el:
                self.bold.pop()
                out.bold -= 1
            elif tag == "q":
                mark = self.quoted.closing()
                if mark:
                    out.add(mark)
        elif tag != "br":
            out.leave()
            if el is self.title:
                out.zone = Zone.CORE if self.in_core else Zone.HEAD
            elif el is self.core:
                self.in_core = False
                out.enter_zone(Zone.TAIL)


def _is_stripped(el: _Element, tag: str, role: Role | None) -> bool:
    """Is an element no part of the article, by its tag, its names, or because it is a teaser?"""
    if tag in FRAMES or tag in CONTROLS or tag in OUTSIDE or role in STRIPPED:
        return True
    return bool(el.attrib and is_hidden(el)) or _is_card(el, tag, role)


def _path(url: str) -> str:
    """An address without its scheme and host."""
    return "/" + "/".join(url.split("/", 3)[3:])


def _is_text(el: _Element, tag: str, role: Role | None) -> bool:
    """An element that its name says to have few words, and that has several sentences."""
    if role not in _FEW or tag in FRAMES or tag in CONTROLS or tag in OUTSIDE or is_hidden(el):
        return False
    held = prose(el)
    if held.sentences and not held.links and (tag == "p" or (len(el) > 0 and all(c.tag in _PARAGRAPHS for c in el))):
        return len(all_text(el)) >= _SENTENCE
    return held.sentences >= NOTHING and is_prose(held)


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


__all__ = ["BREAK", "HEADINGS", "all_text", "read"]
