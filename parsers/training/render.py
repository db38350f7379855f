"""An HTML page as raw text, in the forms in which scrapers give it: a list of lines, "" for a blank one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from khabar.html.elements import is_hidden
from khabar.html.metadata.read import metadata
from khabar.html.region.core import find_region, widened
from khabar.html.region.headings import headings_of, title_heading
from khabar.html.tags import FRAMES, IMAGES, INLINE, UNREAD
from khabar.html.tree.parse import parse_tree
from lxml import etree
from lxml.etree import _Element, iterwalk

_IN_LINE = INLINE | IMAGES | {"br", "button", "html", "input", "picture"}
"""Elements that begin no line. (Those of the page's own making do not, either.)"""
_UNRENDERED = (UNREAD | FRAMES | {"textarea", "input"}) - {"option"}
_PARTS = frozenset(("a", "button", "label", "small", "span", "strong", "time"))
_ROWS = frozenset(("div", "nav", "header", "footer", "section", "figure", "figcaption", "aside"))
_SPACE = re.compile(r"[ \t\n\r\f]+")


def parse_page(text: str) -> _Element | None:
    """The page's <html> without scripts and styles; None where there is nothing in it."""
    root = parse_tree(text).root
    if root is not None:
        etree.strip_elements(root, "script", "style", "template", with_tail=False)
    return root


def get_text(root: _Element) -> list[str]:
    """What `soup.get_text("\\n", strip=True)` gives: a line for every text node, whatever element it is in."""
    nodes = (str(text).strip() for text in root.itertext(etree.Element) if text and not text.isspace())
    return [line for text in nodes for line in text.splitlines()]


def inner_text(top: _Element, bullet: str = "") -> list[str]:
    """What a browser's `innerText` gives, about: an element on lines of its own begins a line, <p> has blank lines
    round it, hidden elements are left out. `bullet`: what stands before the text of an <li>."""
    out: list[str | int] = []
    skipped: _Element | None = None
    walk = iterwalk(top, events=("start", "end"))
    for event, el in walk:
        tag = str(el.tag)
        breaks = 2 if tag == "p" else int((tag not in _IN_LINE and "-" not in tag) or _in_row(el, tag))
        if event == "start":
            if tag in _UNRENDERED or is_hidden(el):
                skipped = el
                walk.skip_subtree()
                continue
            if breaks:
                out.append(breaks)
            if tag == "br":
                out.append("\n")
            elif tag == "li" and bullet:
                out.append(bullet)
            elif tag in ("td", "th") and el.getprevious() is not None:
                out.append("\t")
            if el.text:
                out.append(_SPACE.sub(" ", el.text))
            continue
        if el is not skipped and breaks:
            out.append(breaks)
        skipped = None if el is skipped else skipped
        if el.tail and el is not top:
            out.append(_SPACE.sub(" ", el.tail))
    return _broken(out, bullet)


def _in_row(el: _Element, tag: str) -> bool:
    """One of several elements in an element without words of its own: they are boxes of a row, mostly."""
    above = el.getparent()
    if tag not in _PARTS or above is None or above.tag not in _ROWS or len(above) < 2:
        return False
    return not (above.text or "").strip() and not any((child.tail or "").strip() for child in above)


def _broken(pieces: Iterable[str | int], bullet: str) -> list[str]:
    """Lines of pieces of text and numbers of required line breaks."""
    lines: list[str] = []
    run: list[str] = []
    breaks = 0
    for piece in (*pieces, 1):
        if isinstance(piece, str):
            run.append(piece)
            continue
        text = re.sub(" *\n *", "\n", re.sub(" +", " ", "".join(run))).strip(" ")
        if text and text != bullet.strip():
            if lines and breaks > 1:
                lines.append("")
            lines += text.split("\n")
            run, breaks = [], 0
        elif not text:
            run = []
        breaks = max(breaks, piece)
    return lines


def main_content(root: _Element) -> _Element:
    """The element that khabar reads the article from."""
    body = next(root.iter("body"), root)
    region = find_region(body)
    heading = title_heading(headings_of(region), metadata(root).titles)
    return widened(region, heading.el if heading is not None else None).top


FORMS: dict[str, Callable[[_Element], list[str]]] = {
    "dump-gettext": lambda root: get_text(next(root.iter("body"), root)),
    "dump-document": get_text,
    "dump-inner": lambda root: inner_text(next(root.iter("body"), root)),
    "dump-bullets": lambda root: inner_text(next(root.iter("body"), root), "• "),
    "main-inner": lambda root: inner_text(main_content(root)),
}
"""The forms by name, but for `body`, which is written from what is known of the page (see silver.py).
`dump-document` is `dump-gettext` with the page's <title> as the first line."""
