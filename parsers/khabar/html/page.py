"""A page from its text to blocks, with what it says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple, cast

from lxml import etree
from lxml.etree import _Element, _ElementUnicodeResult

from khabar.blocks import Block
from khabar.bylines.authors import Candidate
from khabar.errors import EmptyInput
from khabar.html.bylines import candidates
from khabar.html.gather import Taken
from khabar.html.metadata.read import Metadata, metadata
from khabar.html.metadata.shown import Shown, shown
from khabar.html.outside import outside
from khabar.html.pictures.large import large_pictures
from khabar.html.prose import NOTHING, prose
from khabar.html.reader import STRIPPED, read
from khabar.html.region.core import find_region, widened
from khabar.html.region.headings import Heading, headings_of, title_heading
from khabar.html.region.stories import first_story
from khabar.html.roles import role_of
from khabar.html.states import is_state
from khabar.html.tree.images import mend_images
from khabar.html.tree.open_figures import are_open, close_figures
from khabar.html.tree.parse import parse_tree
from khabar.html.tree.templates import place_templates

_UNREAD = "the page's JSON-LD is too long: not all of it is read"
_MOST_TITLES = 50
_ITEMS = etree.XPath("descendant::*/@itemprop")
_REST = 3
"""Paragraphs and the like in a <noscript> that is read, at the least."""
_MOST_BODIES = 3
"""Elements of a page that may say to hold the article's text: of more each is another's."""


class Source(NamedTuple):
    """What is read of a page before anything is known of its language."""

    blocks: list[Block]
    metadata: Metadata
    headings: tuple[Shown, ...]
    """The page's main headings, one of which may be the title."""
    large: tuple[str, ...]
    """Addresses of large pictures, in order, where the metadata name no lead picture."""
    begin: _Element
    """The title's heading, or the element that holds the text: dates stand near it."""
    core: _Element
    """The element that holds the text."""
    warnings: tuple[str, ...]
    taken: list[Taken]
    """Blocks that are whole elements which were not read, each with its element."""
    bylines: tuple[Candidate, ...]
    """Elements that may hold the author's name."""


class Page(NamedTuple):
    """A page's tree, ready to be read, and read again where the first reading lost something."""

    body: _Element
    metadata: Metadata
    warnings: tuple[str, ...]
    states: list[_Element]
    """Scripts that hold data."""


def open_page(text: str, data: bytes | None = None) -> Page:
    """The tree of a page. Raises EmptyInput where there is nothing in it.

    `data`: the text in UTF-8, where that is at hand.
    """
    root, warnings = parse_tree(text, data)
    if root is None:
        raise EmptyInput("empty: a page without any element")
    meta = metadata(root)
    if not meta.whole:
        warnings = (*warnings, _UNREAD)
    if are_open(text):
        close_figures(root)
    mend_images(root)
    place_templates(root)
    states = [el for el in root.iter("script") if is_state(el)]
    etree.strip_elements(root, "script", "style", "template", with_tail=False)
    for el in list(root.iter("noscript")):
        if _is_unclosed(el):
            el.tag = "div"
        elif next(iter(el.iter("img", "amp-img")), None) is None:
            el.text = None  # words for readers whose browser runs no scripts
            el[:] = []
    return Page(_body(root), meta, warnings, states)


def read_page(page: Page, trusted: frozenset[_Element] = frozenset(), core: _Element | None = None) -> Source:
    """The blocks of a page. `trusted`: elements that are read whatever their names say; `core`: the element that
    holds the text, where that is known."""
    body, meta = page.body, page.metadata
    trusted = trusted.union(_sure(body))
    region = find_region(body, trusted)
    if core is not None:
        region = region._replace(top=core, core=core)
    headings = headings_of(region)
    heading = title_heading(headings, meta.titles)
    found = heading.el if heading is not None else None
    region = first_story(widened(region, found), found)
    bylines = tuple(candidates(body, region, found))
    reading = read(region, found, meta.language, meta.url, trusted)
    texts = _shown(body, headings, heading)
    before, behind, taken = outside(body, region.top, region.others)
    blocks = [*before, *reading.blocks, *behind]
    large = () if meta.image else large_pictures(region.top)
    begin = found if found is not None else region.core
    return Source(blocks, meta, texts, large, begin, region.core, page.warnings, [*reading.taken, *taken], bylines)


def _is_unclosed(noscript: _Element) -> bool:
    """A <noscript> that nobody closed: it has the rest of the page in it."""
    return sum(1 for _ in islice(noscript.iter("p", "article", "main", "h1"), _REST)) == _REST


def _sure(body: _Element) -> list[_Element]:
    """Elements that a page says to be the article, and those round them: no name of these is heard."""
    values = cast("list[_ElementUnicodeResult]", _ITEMS(body))
    bodies = [el for value in values if value == "articleBody" and (el := value.getparent()) is not None]
    articles = list(islice(body.iter("article"), 2))
    if len(articles) == 1 and any(role_of(el) in STRIPPED for el in articles[0].iterancestors()):
        if prose(articles[0]).sentences >= NOTHING:
            bodies.append(articles[0])
    headed = _headed(body)
    if headed is not None and role_of(headed) is not None and prose(headed).sentences >= NOTHING:
        bodies.insert(0, headed)
    return [el for one in bodies[:_MOST_BODIES] for el in (one, *one.iterancestors())]


def _headed(body: _Element) -> _Element | None:
    """The <article> that the page's only h1 stands in, as no link: it is no comment and no teaser, whatever its
    names say."""
    found = list(islice(body.iter("h1"), 2))
    if len(found) != 1 or next(found[0].iter("a"), None) is not None:
        return None
    return next(found[0].iterancestors("article"), None)


def _shown(body: _Element, headings: Sequence[Heading], heading: Heading | None) -> tuple[Shown, ...]:
    """The page's h1 elements, and the h2 elements before the text, that have a text."""
    title = heading.el if heading is not None else None
    before = {found.el: None for found in headings}
    elements = [*islice(body.iter("h1"), _MOST_TITLES), *(el for el in before if el.tag != "h1")]
    made = (shown(el, lead=el in before, main=el.tag == "h1" or el is title) for el in elements)
    return tuple(found for found in made if found.text)


def _body(root: _Element) -> _Element:
    """The <body>; the root where there is none, or where several bodies share the text."""
    bodies = list(root.iter("body"))
    return bodies[0] if len(bodies) == 1 else root
