"""The second parser: bs4 with Python's own html.parser, for what lxml gives no tree of."""

from __future__ import annotations

import re

from lxml.etree import Element, SubElement, _Element

_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 5_000_000
"""Characters; html.parser is a hundred times slower than lxml, and not in linear time for all that is broken."""


def parse(source: str) -> _Element | None:
    """An `<html>` tree of the source, without comments; None where there is nothing in it, or where nothing but
    lxml could take it in a reasonable time. Elements and attributes whose names XML does not allow are left out,
    their text is not."""
    if len(source) > _LONGEST:
        return None
    from bs4 import BeautifulSoup, NavigableString, Tag
    from bs4.element import PreformattedString

    root = Element("html")
    body = SubElement(root, "body")
    places: dict[int, _Element] = {}
    soup = BeautifulSoup(source, "html.parser")
    places[id(soup)] = body
    for node in soup.descendants:
        parent = places[id(node.parent)]
        if isinstance(node, Tag):
            if node.name == "html" and parent is body:
                places[id(node)] = body
                continue
            if node.name in ("head", "body") and parent is body:
                places[id(node)] = body if node.name == "body" else _head(root)
                continue
            name = node.name if _NAME.fullmatch(node.name) else None
            element = SubElement(parent, name) if name else parent
            if name:
                for key, value in node.attrs.items():
                    if _NAME.fullmatch(key):
                        element.set(key, _allowed(value if isinstance(value, str) else " ".join(value)))
            places[id(node)] = element
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            _add(parent, _allowed(node))
    return root


def _head(root: _Element) -> _Element:
    head = root.find("head")
    if head is None:
        head = Element("head")
        root.insert(0, head)
    return head


def _add(parent: _Element, text: str) -> None:
    last = next(parent.iterchildren(reversed=True), None)
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _allowed(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
