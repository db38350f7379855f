"""A page from its text to blocks, with what it says of itself."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from khabar.blocks import Block
from khabar.errors import EmptyInput
from khabar.html.metadata.read import Metadata, metadata
from khabar.html.outside import outside
from khabar.html.reader import read
from khabar.html.region.core import find_region, widened
from khabar.html.region.headings import headings_of, title_heading
from khabar.html.tree.parse import parse_tree
from khabar.html.words import all_text

_MOST_TITLES = 50


class Source(NamedTuple):
    """What is read of a page before anything is known of its language."""

    blocks: list[Block]
    metadata: Metadata
    headings: tuple[str, ...]
    """Texts of the page's main headings, one of which may be the title."""
    warnings: tuple[str, ...]


def read_page(text: str, data: bytes | None = None) -> Source:
    """The blocks and the metadata of a page. Raises EmptyInput where there is nothing in it.

    `data`: the text in UTF-8, where that is at hand.
    """
    root, warnings = parse_tree(text, data)
    if root is None:
        raise EmptyInput("empty: a page without any element")
    meta = metadata(root)
    etree.strip_elements(root, "script", "style", "template", with_tail=False)
    for el in list(root.iter("noscript")):
        if next(iter(el.iter("img", "amp-img")), None) is None:
            el.text = None  # words for readers whose browser runs no scripts
            el[:] = []
    body = _body(root)
    region = find_region(body)
    headings = headings_of(region)
    heading = title_heading(headings, meta.titles)
    region = widened(region, heading.el if heading is not None else None)
    blocks = read(region, heading.el if heading is not None else None, meta.language)
    texts = [text for el in body.iter("h1") if (text := all_text(el))][:_MOST_TITLES]
    if heading is not None and heading.level != 1:
        texts.append(heading.text)
    before, behind = outside(body, region.top)
    blocks = [*before, *blocks, *behind]
    return Source(blocks, meta, tuple(texts), warnings)


def _body(root: _Element) -> _Element:
    """The <body>; the root where there is none, or where several bodies share the text."""
    bodies = list(root.iter("body"))
    return bodies[0] if len(bodies) == 1 else root
