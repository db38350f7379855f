"""The second parser: bs4 with Python's own html.parser, for what lxml gives no tree of."""

from __future__ import annotations

import re
import warnings

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from lxml.etree import Element, SubElement, _Element

from khabar.html.tree.bodies import add_text, allowed

_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_LONGEST = 5_000_000
"""Characters; html.parser is a hundred times slower than lxml, and not in linear time for all that is broken."""


def parse(source: str) -> _Element | None:
    """An `<html>` tree of the source, without comments; None where there is nothing in it, or where nothing but
    lxml could take it in a reasonable time. Elements and attributes whose names XML does not allow are left out,
    their text is not."""
    if len(source) > _LONGEST:
        return None
    root = Element("html")
    body = SubElement(root, "body")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # bs4 warns of sources that look like an address, a file name or XML
        soup = BeautifulSoup(source, "html.parser")
    places: dict[int, _Element] = {id(soup): body}
    for node in soup.descendants:  # parents come before their children
        parent = places[id(node.parent)]
        if isinstance(node, Tag):
            places[id(node)] = _place(node, parent, root, body)
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            add_text(parent, node)
    return root


def _place(tag: Tag, parent: _Element, root: _Element, body: _Element) -> _Element:
    """The element that what is inside of the tag goes into."""
    if parent is body and tag.name in ("html", "body", "head"):
        return _head(root) if tag.name == "head" else body
    if not _NAME.fullmatch(tag.name):
        return parent
    element = SubElement(parent, tag.name)
    for key, value in tag.attrs.items():
        if _NAME.fullmatch(key):
            element.set(key, allowed(value if isinstance(value, str) else " ".join(value)))
    return element


def _head(root: _Element) -> _Element:
    head = root.find("head")
    if head is None:
        head = Element("head")
        root.insert(0, head)
    return head
