"""Images in elements that are none to HTML: a site's own (<app-image>), in a <noscript> escaped, in an <svg>.

They become <img>, so that nobody else need know of them.
"""

from __future__ import annotations

from typing import cast

from lxml import etree
from lxml.etree import _Element

_LAST = frozenset(("img", "image", "picture", "photo"))
"""Last words of the names of such elements."""
_IMAGES = ("img", "picture", "amp-img")
_SOURCES = ("src", "data-src", "srcset", "data-srcset")
_LINKS = ("href", "xlink:href", "{http://www.w3.org/1999/xlink}href")
_ESCAPED = 20_000
"""Characters of a <noscript> whose text is looked at for an image."""
_HYPHENS = etree.XPath("descendant::*[contains(local-name(), '-')]")
"""Elements whose names have a hyphen, as those of a site's own do."""


def mend_images(root: _Element) -> None:
    """Make images of a page that stand in other elements <img> elements."""
    for el in cast("list[_Element]", _HYPHENS(root)):
        if el.tag.rpartition("-")[2] in _LAST and el.tag not in _IMAGES:
            _own(el)
    if next(root.iter("image"), None) is not None:
        for el in list(root.iter("svg")):
            _drawn(el)
    for el in root.iter("noscript"):
        if el.text and "<img" in el.text and len(el.text) <= _ESCAPED:
            _escaped(el)


def _own(el: _Element) -> None:
    """An element of the site's own that is loaded from somewhere and holds no image itself."""
    if any(el.get(name) for name in _SOURCES) and next(iter(el.iterdescendants(*_IMAGES)), None) is None:
        el.tag = "img"


def _drawn(el: _Element) -> None:
    """An <svg> that does nothing but show an image."""
    images = list(el.iterdescendants("image"))
    link = next((value for name in _LINKS if (value := images[0].get(name))), None) if len(images) == 1 else None
    if link is None or link.startswith("data:"):
        return
    title = next(iter(el.iterdescendants("title")), None)
    alt = el.get("aria-label") or (title.text if title is not None else None) or ""
    tail = el.tail
    el.clear()
    el.tail = tail
    el.tag = "img"
    el.set("src", link)
    el.set("alt", alt)


def _escaped(el: _Element) -> None:
    """A <noscript> whose elements are written as text."""
    parsed = etree.HTML(el.text or "")
    found = [] if parsed is None else list(parsed.iter("img"))
    if found:
        el.text = None
        el.extend(found)
