"""What a page has outside of its one body, put into it: libxml2 makes a second document of what follows `</html>`,
a second body of a second `<body>`, and leaves what it does not know in a head that was not closed."""

from __future__ import annotations

import re

from lxml.etree import Element, SubElement, _Element

_PLAIN = (["head", "body"], ["body"], ["head"])
_NOT_METADATA = (
    "main", "article", "section", "div", "header", "footer", "nav", "aside", "figure", "p", "h1", "h2", "h3", "h4",
    "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "form", "center",
)  # fmt: skip
_FRAMES = frozenset(("frame", "frameset"))
_NO_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"


def gather(root: _Element) -> None:
    """Move all that is outside of the first body to its end, in order; roots beside the first are emptied.

    Nothing happens, at no cost, where there is one head and one body, which is nearly always.
    """
    tail = root[-1].tail if len(root) else None
    if [child.tag for child in root] not in _PLAIN or root.getnext() is not None or (tail and not tail.isspace()):
        _gather(root)
    head = root[0] if len(root) else None
    if head is not None and head.tag == "head":
        misplaced = next(head.iterchildren(*_NOT_METADATA), None)
        if misplaced is not None:
            _out_of_head(root, misplaced)


def _gather(root: _Element) -> None:
    roots = [root]
    while (beside := roots[-1].getnext()) is not None:
        roots.append(beside)
    body = root.find("body")
    behind = body is None
    for part in roots:
        if part is not root and part.text:
            body = body if body is not None else SubElement(root, "body")
            _add_text(body, part.text)
        for child in list(part):
            if child is body:
                behind = True
                _add_text(body, child.tail)
                child.tail = None
            elif child.tag == "head":
                _merge_head(root, child)
            elif behind or part is not root:
                body = body if body is not None else SubElement(root, "body")
                _move(child, body)
    bin_ = Element("bin")
    for part in roots[1:]:
        bin_.append(part)


def _move(child: _Element, body: _Element) -> None:
    """A body's or frameset's content, or an element, to the end of the body."""
    if child.tag == "body":
        _add_text(body, child.text)
        _add_attributes(body, child)
        tail = child.tail
        body.extend(list(child))
        _drop(child)
        _add_text(body, tail)
    elif child.tag == "frameset":
        for inner in list(child.iterdescendants("body", "div", "noframes")):
            parent = inner.getparent()
            if parent is not None and parent.tag in _FRAMES:
                _move(inner, body)
    else:
        body.append(child)


def _merge_head(root: _Element, head: _Element) -> None:
    first = root.find("head")
    if first is None:
        head.tail = None
        root.insert(0, head)
    elif first is not head:
        first.extend(list(head))
        _drop(head)


def _out_of_head(root: _Element, misplaced: _Element) -> None:
    """From the first element on that is no metadata, a head that nobody closed is the body's beginning."""
    body = root.find("body")
    if body is None:
        body = SubElement(root, "body")
    moved = [misplaced, *misplaced.itersiblings()]
    for place, child in enumerate(moved):
        body.insert(place, child)
    if body.text:
        moved[-1].tail = _allowed((moved[-1].tail or "") + body.text)
        body.text = None


def _add_attributes(to: _Element, of: _Element) -> None:
    for name, value in of.attrib.items():
        if name not in to.attrib:
            to.set(name, _allowed(str(value)))


def _add_text(body: _Element, text: str | None) -> None:
    if not text:
        return
    last = next(body.iterchildren(reversed=True), None)
    if last is None:
        body.text = _allowed((body.text or "") + text)
    else:
        last.tail = _allowed((last.tail or "") + text)


def _allowed(text: str) -> str:
    """lxml lets libxml2 read what it does not let us write."""
    return re.sub(_NO_XML, "\ufffd", text)


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
