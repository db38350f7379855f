"""A line of a page: its words, and the dates that its markup gives for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element, iterwalk

from khabar.dates.words import table
from khabar.html.elements import is_hidden
from khabar.html.metadata.stamps import iso
from khabar.html.tags import UNREAD
from khabar.html.words import all_text, plain
from khabar.lazy import Lazy

LINE = 120
"""Characters of a line with a date at the most; a longer text is read piece by piece."""
_PIECES = 60
"""Pieces of text that are put together for it, at the most."""
_NODES = 400
"""Elements that a line has at the most."""
_VALUES = ("datetime", "content", "data-datetime", "data-date", "data-time", "data-timestamp", "title")
"""Attributes that may say an element's date for programs."""
_SAYING = frozenset(_VALUES)
_NAME = Lazy(r"[A-Z]?[a-z]+")
_CLASSES = 300
"""Characters of a class attribute that are looked at."""
_DATE = 8
"""Characters of a date at the least: 20240305."""
_SHORT = 20
"""Characters of a piece of text whose white space need not be counted out."""
DIGITS = 4
"""Figures of a date that is written out, at the least: of the year."""


class Stamp(NamedTuple):
    """A date that an element gives for programs."""

    iso: str
    updated: bool
    published: bool
    """What the element's names say of it."""
    text: str


Line = list[str | Stamp]


def measure(el: _Element) -> tuple[int, bool]:
    """How many characters an element has (one more than a line's where there are more), and whether there may be a
    date in them or in its markup. A first look: most elements have none, and to read a line costs more."""
    size = 0
    said = ""
    may = not _SAYING.isdisjoint(el.keys())
    for n, at in enumerate(el.iter()):
        if n > _NODES:
            return LINE + 1, False
        for piece in (at.text if isinstance(at.tag, str) else None, at.tail if at is not el else None):
            if piece and not piece.isspace():
                size += len(piece) if len(piece) <= _SHORT else len(plain(piece))
                if size > LINE:
                    return LINE + 1, False
                said += piece
        may = may or at.tag == "time" or at.tag == "abbr"
    return size, may or sum(map(str.isdigit, said)) >= DIGITS


def line_of(el: _Element) -> Line | None:
    """The words of an element, and the dates that its markup gives in place of theirs. None where there are too many
    of them for a line."""
    out: Line = []
    size = 0
    skipped: _Element | None = None
    events = iterwalk(el, events=("start", "end"))
    for n, (event, at) in enumerate(events):
        if n > 2 * _NODES:
            return None
        text: str | None = None
        if event == "start":
            stamp = _stamp(at) if at.attrib else None
            if stamp is not None:
                out.append(stamp)
            if stamp is not None or not isinstance(at.tag, str) or at.tag in UNREAD or is_hidden(at):
                skipped = at
                events.skip_subtree()
            else:
                text = at.text
        else:
            if at is skipped:
                skipped = None
            if at is not el:
                text = at.tail
        if text and (text := plain(text)):
            size += len(text) + 1
            out.append(text)
        if size > LINE or len(out) > _PIECES:
            return None
    return out


def _stamp(el: _Element) -> Stamp | None:
    """The date that an element's attributes give."""
    if _SAYING.isdisjoint(el.keys()):
        return None
    for name in _VALUES:
        value = el.get(name)
        if value and len(value) >= _DATE and (found := iso(value)) is not None:
            kinds = {kind for at in (el, el.getparent()) if at is not None for kind in _named(at)}
            said = "published" in kinds
            return Stamp(found, "updated" in kinds and not said, said, all_text(el)[:LINE])
    return None


def _named(el: _Element) -> Iterator[str]:
    """What the words in an element's names say: "updated", "published"."""
    for name in ("class", "itemprop", "property"):
        for word in _NAME().findall((el.get(name) or "")[:_CLASSES]):
            yield table().get(word.lower(), ("", 0))[0]
