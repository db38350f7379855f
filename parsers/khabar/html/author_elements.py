"""What an element of a page says of the author's name: that it holds one, that it is a byline, what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from khabar.bylines.authors import Piece
from khabar.bylines.words import common, words
from khabar.html.elements import is_hidden
from khabar.html.roles import NAMES, Role, role_of
from khabar.html.tags import CONTROLS, FRAMES, INLINE, LINES, UNREAD
from khabar.html.words import all_text

LINE_WORDS = 14
"""Words of a line that begins with "By" at the most."""
SKIPPED = UNREAD | CONTROLS | FRAMES | {"time"}
_NOT_A_NAME = frozenset(
    (Role.DATE, Role.SHARE, Role.COMMENTS, Role.TAGS, Role.HIDDEN, Role.CAPTION, Role.CREDIT, Role.NAV, Role.KICKER)
)
"""Roles of what stands in a byline beside the name."""
_INNER = 60
"""Elements in a byline that are looked at for a name."""
_KEPT = 20_000
"""Class attributes whose verdict is kept."""
_CLASSES = 20
"""Classes of one element that are looked at."""
_PATH = re.compile(r"[^/?#]*//[^/?#]*|[?#].*")
_JOINTS = re.compile(r"[\W_]+")


def within(el: _Element) -> Iterator[_Element]:
    """The first elements in an element."""
    return islice(el.iterdescendants(etree.Element), _INNER)


def is_byline(el: _Element) -> bool:
    """By its names, or by what stands in it."""
    if not isinstance(el.tag, str) or not el.attrib:
        return False
    return el.tag == "address" or told_of(el).role in (Role.BYLINE, Role.AUTHOR) or holds_a_name(el) or is_box(el)


def holds_a_name(el: _Element) -> bool:
    """Does an element say that it holds an author's name and nothing else: by rel, itemprop, class, address?"""
    return holds_a_name_by(el, told_of(el).said)


def holds_a_name_by(el: _Element, said: int) -> bool:
    if said & _NAME or (said & _ANY and _of_author(el)):
        return True
    href = el.get("href") if el.tag == "a" else None
    return bool(href) and _is_authors(str(href)) and not _is_headline(all_text(el))


def _is_headline(text: str) -> bool:
    """A section may be called as the authors' pages are: "/people/", with "Ana Lund: The harbour is open"."""
    return ":" in text and not common().label(text)


_NAME, _ANY, BOX_SAID = 1, 2, 4
"""What an element's names say: it is an author's name, anybody's name, a byline."""


class _Told(NamedTuple):
    """What an element's names say of it."""

    role: Role | None
    said: int
    """By rel, itemprop, classes and the name that tests have for it."""
    named: int
    """By the last two of them."""


_NOTHING = _Told(None, 0, 0)
_known: dict[tuple[object, ...], _Told] = {}


def told_of(el: _Element) -> _Told:
    """What the names of an element say, looked up once for all elements with the same names."""
    names = [item for item in el.items() if item[0] in NAMES]
    if not names:
        return _NOTHING
    key = (el.tag, *names)
    found = _known.get(key)
    if found is None:
        named = _named(el)
        prop = (el.get("itemprop") or el.get("property") or "").split()
        said = named | (_NAME if is_rel(el) or "author" in prop else _ANY if prop == ["name"] else 0)
        if len(_known) >= _KEPT:
            _known.clear()
        found = _known[key] = _Told(role_of(el), said, named)
    return found


def _named(el: _Element) -> int:
    """What its class, or the name that tests have for it, says."""
    test = _said(el.get("data-testid") or el.get("data-test") or "")
    return _said(el.get("class") or "") | (test & ~BOX_SAID)


def _said(names: str) -> int:
    """What the classes of an element say of it ("metainfo__author", "social-author__name")."""
    said = 0
    for name in names.split(None, _CLASSES)[:_CLASSES]:
        plain = _JOINTS.sub("", name.lower())
        if plain in _BARE:
            said |= _ANY
        elif plain in words("author.element") or plain.endswith(tuple(words("author.end"))):
            said |= _NAME
        elif plain.endswith(tuple(words("author.box"))):
            said |= BOX_SAID
    return said


_BARE = frozenset(("name", "fn", "fullname", "displayname", "profilename"))
"""Names of elements that hold anybody's name."""


def _is_named(el: _Element) -> bool:
    named = told_of(el).named
    return bool(named & _NAME) or (bool(named & _ANY) and _of_author(el))


def is_box(el: _Element) -> bool:
    return bool(told_of(el).said & BOX_SAID)


def _of_author(el: _Element) -> bool:
    """One of the few elements round it is the author's."""
    at = el.getparent()
    for _ in range(4):
        if at is None:
            return False
        if at.attrib:
            prop = at.get("itemprop") or at.get("property") or ""
            if "author" in prop.split() or "creator" in prop.split() or role_of(at) in (Role.AUTHOR, Role.BYLINE):
                return True
        at = at.getparent()
    return False


def is_rel(el: _Element) -> bool:
    return "author" in (el.get("rel") or "").split()


def is_in_text(el: _Element, line: _Element) -> bool:
    """A link in a sentence, to somebody whom the text names; nothing but its address says that it is an author's."""
    rel, prop = el.get("rel") or "", el.get("itemprop") or ""
    if el.tag != "a" or "author" in rel or "author" in prop or _is_named(el) or common().label(all_text(line)):
        return False
    above = line.getparent() if line is el else line
    return (
        above is not None
        and words_in(above) > LINE_WORDS
        and (above.tag in LINES or line is not el or above.tag in INLINE)
    )


def _is_authors(href: str) -> bool:
    """The address of an author's page: /author/ana-lund, /autoren/ana-lund."""
    parts = href[:300].lower().split("/")
    if words("author.path").isdisjoint(parts):
        return False
    parts = [part for part in _PATH.sub("", href[:300]).lower().split("/") if part]
    return not words("author.path").isdisjoint(parts[:-1])


def size_of(el: _Element, most: int) -> int:
    """Characters of an element's text, counted up to a bound."""
    size = 0
    for text in el.itertext(etree.Element):
        size += len(str(text).strip())
        if size > most:
            break
    return size


def words_in(el: _Element) -> int:
    return len(" ".join(str(text) for text in el.itertext(etree.Element)).split())


def pieces_of(box: _Element) -> Iterator[Piece]:
    """The pieces of text in an element, but dates, buttons and the like."""
    events = etree.iterwalk(box, events=("start", "end"))
    sure: list[tuple[_Element, int]] = []
    number = 0
    for event, el in events:
        if event == "start":
            if not isinstance(el.tag, str):
                continue
            if el.tag == "meta" and el.get("itemprop") == "name" and (content := el.get("content")):
                number += 1
                yield Piece(content, number)
            if el is not box and (_is_skipped(el) or is_hidden(el) or (el.attrib and _beside(el))):
                yield _BORDER
                events.skip_subtree()
                continue
            if el.tag == "br":
                yield _BORDER
            if holds_a_name(el) and not any(map(holds_a_name, within(el))):
                number += 1
                sure.append((el, number))
            text = el.text
        else:
            if sure and sure[-1][0] is el:
                sure.pop()
            text = el.tail if el is not box else None
        if text and not text.isspace():
            yield Piece(" ".join(text.split()), sure[-1][1] if sure else 0)


_BORDER = Piece("|")
"""Stands for what is beside the name: the names before and after it do not belong together."""


def _is_skipped(el: _Element) -> bool:
    """By its tag: but a button may hold the author's name, to show more of them."""
    return el.tag in SKIPPED and not (el.tag == "button" and any(map(is_byline, within(el))))


def _beside(el: _Element) -> bool:
    return told_of(el).role in _NOT_A_NAME and not holds_a_name(el)
