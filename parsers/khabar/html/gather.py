"""Text gathered into blocks as the walk goes: its pieces, how much of it is link or bold, what stands round it."""

from __future__ import annotations

from itertools import islice

from lxml.etree import _Element

from khabar.blocks import Block
from khabar.html.evidence import CENTER, Evidence, Zone
from khabar.html.roles import Role
from khabar.html.tags import HEADINGS
from khabar.html.words import BREAK, plain, segments

_APART = frozenset(("em", "i", "small", "font", "cite"))
_NESTED = 4
"""Elements in one another that are looked into for one of these."""
_PARTS = frozenset(
    (Role.BYLINE, Role.DATE, Role.STANDFIRST, Role.KICKER, Role.DISCLAIMER, Role.TITLE, Role.CORRECTION,
     Role.PULLQUOTE, Role.SUBHEAD)
)  # fmt: skip
"""Roles that blocks inside the element have, too."""

_CELLS = frozenset(("td", "th"))
_COUNTED = _CELLS | {"ul", "ol", "table", "tr"}
_BETWEEN_CELLS = " | "
_PROSE = 100
"""Characters of a cell from which on it is a paragraph: two beside each other are columns, not facts."""


def _is_cell(evidence: Evidence, table: int) -> bool:
    """Text of a cell of this table, not of the layout, and no heading."""
    return evidence.cell and evidence.table == table and not evidence.heading


Taken = tuple[Block, _Element]
"""A block that is all the text of an element which was not gone into, and the element."""


def line_of(el: _Element) -> int:
    """The line of the source that the element begins on; 0 where that is not known."""
    line = el.sourceline
    return line if isinstance(line, int) else 0


def part_block(el: _Element, text: str, zone: Zone, part: str, role: Role | None) -> Block:
    """A block of a part of a picture, or of a whole element."""
    evidence = Evidence("", zone)
    evidence.part = part
    evidence.role = role
    line = line_of(el)
    block = Block(text, line, line, True)
    block.markup = evidence
    return block


class _Round:
    """An open element that stands on lines of its own."""

    __slots__ = (
        "cell", "cells", "el", "first", "heading", "item", "list", "quoted", "role", "sign", "table", "tag",
    )  # fmt: skip

    def __init__(self, el: _Element, tag: str, role: Role | None, outer: _Round | None) -> None:
        self.el = el
        self.tag = tag
        self.role = role
        self.item = tag == "li"
        self.list = self.table = 0
        self.cells = self.first = 0
        """Of a table's row: its cells, and the number of its first block."""
        self.quoted = tag == "blockquote"
        self.cell = tag in _CELLS
        self.heading = HEADINGS.get(tag, 0)
        self.sign = ""
        if outer is not None:
            if role is None and outer.role in _PARTS:
                self.role = outer.role
            self.item = self.item or outer.item
            self.list = outer.list
            self.table = outer.table
            self.quoted = self.quoted or outer.quoted
            self.cell = (self.cell or outer.cell) and tag != "table"
            self.heading = self.heading or outer.heading


def _apart(el: _Element) -> str:
    """The name of the element for small print or for emphasis that holds all of an element's text, or ""."""
    if "small" in (el.get("class") or ""):
        return "small"
    if _is_centred(el):
        return CENTER
    for _ in range(_NESTED):
        children = list(islice((child for child in el if child.tag not in ("br", "img")), 2))
        if len(children) != 1 or (el.text and not el.text.isspace()) or _followed(children[0]):
            return ""
        el = children[0]
        if el.tag in _APART:
            return str(el.tag)
    return ""


def _is_centred(el: _Element) -> bool:
    style = el.get("style") or ""
    return el.get("align") == "center" or (style != "" and "text-align:center" in style.replace(" ", "").lower())


def _followed(el: _Element) -> bool:
    return bool(el.tail) and not str(el.tail).isspace()


class Gatherer:
    """The blocks so far, and the text of the one to come."""

    __slots__ = (
        "blocks", "bold", "bolded", "breaks", "counted", "link", "linked", "open", "parts", "size", "taken", "title",
        "zone",
    )  # fmt: skip

    def __init__(self, zone: Zone) -> None:
        self.blocks: list[Block] = []
        self.zone = zone
        self.parts: list[str] = []
        self.size = self.linked = self.bolded = 0
        self.breaks: list[tuple[int, int, int]] = []
        """Size, linked and bold characters at each line break."""
        self.link = 0
        self.bold = 0
        self.open: list[_Round] = []
        self.taken: list[Taken] = []
        """Elements that were read as a whole."""
        self.counted = 0
        """Lists and tables so far: their numbers."""
        self.title = False
        """The text being gathered is the title's."""

    def add(self, text: str) -> None:
        """A piece of text."""
        if not self.parts and text.isspace():
            return
        self.parts.append(text)
        size = len(text) if text[0] > " " and text[-1] > " " else len(text.strip())
        self.size += size
        if self.link:
            self.linked += size
        if self.bold:
            self.bolded += size

    def brk(self) -> None:
        """A line break."""
        if self.parts:
            self.parts.append(BREAK)
            self.breaks.append((self.size, self.linked, self.bolded))

    def enter(self, el: _Element, tag: str, role: Role | None) -> None:
        """An element on lines of its own begins."""
        if self.parts:
            self.flush()
        outer = self.open[-1] if self.open else None
        around = _Round(el, tag, role, outer)
        if tag in _COUNTED:
            self._count(around, outer)
        self.open.append(around)

    def _count(self, around: _Round, outer: _Round | None) -> None:
        """Number a list or table, begin a row, count a row's cell."""
        if around.tag == "table":
            self.counted += 1
            around.table = self.counted
        elif around.tag == "tr":
            around.first = len(self.blocks)
        elif around.tag in _CELLS:
            if outer is not None:
                outer.cells += 1
        elif not around.list:
            self.counted += 1
            around.list = self.counted

    def leave(self) -> None:
        """It ends."""
        if self.parts:
            self.flush()
        around = self.open.pop()
        if around.cells > 1:
            self._join(around)

    def _join(self, row: _Round) -> None:
        """Make the cells of a table's row one block, where each is one line of text."""
        blocks = self.blocks[row.first :]
        found = [(b, b.markup) for b in blocks if b.markup is not None and not b.markup.part]
        if not 1 < len(found) <= row.cells or not all(_is_cell(evidence, row.table) for _, evidence in found):
            return
        if sum(len(b.text) > _PROSE for b, _ in found) > 1:
            return  # columns of text
        first, evidence = found[0]
        size = sum(len(b.text) for b, _ in found)
        evidence.cells = len(found)
        evidence.linked = sum(len(b.text) * e.linked for b, e in found) / size
        evidence.bold = all(e.bold for _, e in found)
        first.text = _BETWEEN_CELLS.join(b.text for b, _ in found)
        joined = {id(b) for b, _ in found[1:]}
        self.blocks[row.first :] = [b for b in blocks if id(b) not in joined]

    def enter_zone(self, zone: Zone) -> None:
        """The core begins or ends; above the title everything is above."""
        self.flush()
        if self.zone is not Zone.ABOVE or zone is Zone.TAIL:
            self.zone = zone

    def flush(self) -> None:
        """Make what was gathered a block, or several where line breaks divide it."""
        if not self.parts:
            return
        text = "".join(self.parts)
        self.parts.clear()
        size, linked, bolded = self.size, self.linked, self.bolded
        self.size = self.linked = self.bolded = 0
        if "\n" in text and self.open and self.open[-1].tag == "pre":
            self._preformatted(text, linked / max(size, 1), bolded >= size)
            self.breaks.clear()
        elif not self.breaks:
            text = plain(text)
            if text:
                self._block(text, linked / max(size, 1), bolded >= size)
        else:
            self._lines(text, size, linked, bolded)
            self.breaks.clear()
        self.title = False

    def _preformatted(self, text: str, linked: float, bold: bool) -> None:
        """Paragraphs of a <pre>: its line ends are breaks."""
        lines = text.replace("\r\n", "\n").replace("\n", BREAK).split(BREAK)
        for first, last in segments(lines, False, [0] * len(lines)):
            line = plain(" ".join(lines[first:last]))
            if line:
                self._block(line, linked, bold)

    def _lines(self, text: str, size: int, linked: int, bolded: int) -> None:
        """The lines between breaks: those that belong together as one block."""
        lines = text.split(BREAK)
        marks = [(0, 0, 0), *self.breaks, (size, linked, bolded)]
        around = self.open[-1] if self.open else None
        loose = around is None or (around.tag not in ("p", "li", "figcaption", "td", "dd") and not around.heading)
        for first, last in segments(lines, loose, [marks[i + 1][2] - marks[i][2] for i in range(len(lines))]):
            line = plain(" ".join(lines[first:last]))
            if line:
                n = max(marks[last][0] - marks[first][0], 1)
                self._block(line, (marks[last][1] - marks[first][1]) / n, marks[last][2] - marks[first][2] >= n)

    def _block(self, text: str, linked: float, bold: bool) -> None:
        around = self.open[-1] if self.open else None
        evidence = Evidence(around.tag if around else "", self.zone)
        evidence.linked = linked
        evidence.bold = bold
        evidence.title = self.title
        line = 0
        if around is not None:
            evidence.role = around.role
            evidence.item = around.item
            evidence.list = around.list
            evidence.table = around.table
            evidence.quoted = around.quoted
            evidence.cell = around.cell
            evidence.heading = around.heading
            if not around.sign:
                around.sign = f"{around.tag} {around.el.get('class') or ''}"
            evidence.sign = around.sign
            evidence.depth = len(self.open)
            line = line_of(around.el)
            if self.blocks and self.blocks[-1].picture is not None:
                evidence.apart = _apart(around.el)
        block = Block(text, line, line, True)
        block.markup = evidence
        self.blocks.append(block)

    def special(self, el: _Element, text: str, part: str, role: Role | None = None) -> Block:
        """A block that is not gathered: a part of a picture, or an element that is not read."""
        block = part_block(el, text, self.zone, part, role)
        self.blocks.append(block)
        return block
