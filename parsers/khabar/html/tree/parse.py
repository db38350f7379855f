"""A page's text to an lxml tree, the whole of it or told what is missing.

Behind the page goes an element of our own (`_END`). Where the parser does not come to it, the page was cut: it nests
too deep (flatten.py) or ends inside of something (unclosed.py).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from khabar.html.tree.bodies import gather
from khabar.html.tree.prepare import prepare

_END = "khabar-end"
_END_TAG = f"<{_END}>".encode()
_TRIES = 6
_DEEP = 1500
"""Levels from which on a page that was cut was cut for its depth: libxml2 stops at 2,048."""
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1c\x1d\x1e\x1f") + b"\x7f"
_SPACES = bytes.maketrans(b"\v\f\x1c\x1d\x1e\x1f", b"      ")
_NOFRAMES = r"(?i)<(/?)noframes\b"


class Tree(NamedTuple):
    """`root` is the `<html>` element, with at most one `<head>` and one `<body>` that hold everything; None where
    the page has neither an element nor a word. `warnings`: what of the page is not in the tree, or was mended."""

    root: _Element | None
    warnings: tuple[str, ...]


def parse_tree(text: str, data: bytes | None = None) -> Tree:
    """The tree of a page. Never raises, whatever the text; comments and processing instructions are left out.

    What the page says of its encoding does not matter any more. NUL is dropped (`words.plain` drops other control
    characters), lone surrogates are U+FFFD. No element is deeper than libxml2's 2,048 levels. `data`: the text in
    UTF-8, where that is at hand.
    """
    source, warnings = prepare(text)
    told = list(warnings)
    flat = False
    for _ in range(_TRIES):
        root, whole = _parse(source, _END_TAG, data if source is text else None)
        if whole or root is None:
            break
        if not flat and _is_deep(root):
            from khabar.html.tree.flatten import flatten

            flat = True
            source = flatten(source)
            told.append("elements nested too deep: taken out of each other")
            continue
        from khabar.html.tree.unclosed import close

        closed = close(source)
        if closed is not None:
            told.append(closed.warning)
        if closed is None or closed.source is None:
            root, _ = _parse(source, b"")
            if closed is None:
                told.append("the page could not be read to its end")
            break
        source = closed.source
    if root is None:
        root = _second_parser(source, told)
    if root is None:
        return Tree(None, tuple(told))
    if next(root.iter("frameset"), None) is not None:
        root = _unframed(root, source, told)
    gather(root)
    return Tree(root if _has_content(root) else None, tuple(dict.fromkeys(told)))


def _encoded(text: str) -> bytes:
    """UTF-8 without lone surrogates (pairs that JSON or Java left behind are put together) and without controls."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
    return data.translate(_SPACES, _CONTROLS) if b"\0" in data else data


def _parse(source: str, end: bytes, data: bytes | None = None) -> tuple[_Element | None, bool]:
    """The tree, and whether `end` was reached, which is not in it any more."""
    # a page's own word on its encoding does not hold against `encoding`
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        if data is None or b"\0" in data:
            data = _encoded(source)
        root: _Element | None = etree.fromstring(data + end, parser)
    except etree.LxmlError:
        root = None
    if root is None:
        return None, False
    last = root
    while (following := last.getnext()) is not None:
        last = following
    while (inner := next(last.iterchildren(reversed=True), None)) is not None:
        last = inner
    if last.tag != _END:
        return root, False
    parent = last.getparent()
    if parent is not None:
        parent.remove(last)
        if parent is not root and parent.getparent() is None and not len(parent) and not parent.text:
            etree.Element("bin").append(parent)  # what was made behind </html> for it alone
    return root, True


def _is_deep(root: _Element) -> bool:
    depth = 0
    last: _Element | None = root
    while last is not None:
        depth += 1
        last = next(last.iterchildren(reversed=True), None)
    return depth > _DEEP


def _second_parser(source: str, told: list[str]) -> _Element | None:
    """What bs4 makes of a page that lxml cannot take."""
    if not source or source.isspace():
        return None
    from khabar.html.tree.fallback import parse

    told.append("read with html.parser: lxml could not")
    return parse(source)


def _unframed(root: _Element, source: str, told: list[str]) -> _Element:
    """A page of frames: what it has for those without them is its text."""
    if next(root.iter("noframes"), None) is not None:
        again, whole = _parse(re.sub(_NOFRAMES, r"<\1div", source), _END_TAG)
        if again is not None and whole:
            root = again
    names = [src for frame in root.iter("frame") if (src := frame.get("src"))]
    if names:
        told.append(f"a page of frames: the text of {', '.join(names[:5])[:200]} is not in it")
    return root


def _has_content(root: _Element) -> bool:
    """Anything but the elements that the parser makes by itself."""
    if root.attrib or len(root) > 1:
        return True
    body = next(root.iterchildren(), None)
    return body is not None and (body.tag != "body" or len(body) > 0 or bool(body.attrib) or bool(body.text))
