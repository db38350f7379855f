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
    body = _Body(root)
    behind = body.element is None
    for part in roots:
        if part is not root:
            body.text(part.text)
        for child in list(part):
            if child is body.element:
                behind = True
                body.text(child.tail)
                child.tail = None
            elif child.tag == "head":
                _merge_head(root, child)
            elif behind or part is not root:
                body.take(child)
    body.write()
    bin_ = Element("bin")
    for part in roots[1:]:
        bin_.append(part)


class _Body:
    """A root's body, made when something comes to its end. Texts are put together first: a page may have one behind
    each of 100,000 ends."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self.element = root.find("body")
        self._texts: list[str] = []

    def text(self, text: str | None) -> None:
        if text:
            self._texts.append(text)

    def take(self, child: _Element) -> None:
        """An element; the content of a body; of frames, what they have for those without."""
        if child.tag == "body":
            body = self._made()
            _add_attributes(body, child)
            self.text(child.text)
            tail = child.tail
            if len(child):
                self.write()
                body.extend(list(child))
            _drop(child)
            self.text(tail)
        elif child.tag == "frameset":
            for inner in list(child.iterdescendants("body", "div", "noframes")):
                parent = inner.getparent()
                if parent is not None and parent.tag in _FRAMES:
                    self.take(inner)
        else:
            self.write()
            self._made().append(child)

    def write(self) -> None:
        """The texts so far, behind the last element."""
        if self._texts:
            body, text = self._made(), "".join(self._texts)
            self._texts = []
            add_text(body, text)

    def _made(self) -> _Element:
        if self.element is None:
            self.element = SubElement(self.root, "body")
        return self.element


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
        moved[-1].tail = allowed((moved[-1].tail or "") + body.text)
        body.text = None


def _add_attributes(to: _Element, of: _Element) -> None:
    for name, value in of.attrib.items():
        if name not in to.attrib:
            to.set(name, allowed(str(value)))


def allowed(text: str) -> str:
    """lxml lets libxml2 read what it does not let us write."""
    return re.sub(_NO_XML, "\ufffd", text)


def add_text(element: _Element, text: str) -> None:
    """Put a text at an element's end."""
    last = next(element.iterchildren(reversed=True), None)
    if last is None:
        element.text = allowed((element.text or "") + text)
    else:
        last.tail = allowed((last.tail or "") + text)


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
