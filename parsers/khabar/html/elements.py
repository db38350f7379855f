"""What an element is by its tag and attributes, where its names say nothing."""

from __future__ import annotations

from itertools import islice
from unicodedata import category

from lxml import etree
from lxml.etree import _Element

from khabar.html.roles import Role, role_of
from khabar.html.tags import CONTROLS, FRAMES, HEADINGS

STREAMED = "S:"
"""Beginning of the id of a part of the page that is sent hidden, and shown once it is in its place."""
_TAGS = {"nav": Role.NAV, "footer": Role.FOOTER, "aside": Role.SIDEBAR, "dialog": Role.POPUP, "menu": Role.NAV}


def role_by_tag(el: _Element) -> Role | None:
    """The role of an element that is not read, for the account of what was stripped."""
    tag = str(el.tag)
    if tag in _TAGS:
        return _TAGS[tag]
    if tag in CONTROLS:
        return Role.TOOLBAR
    if tag in FRAMES:
        return Role.MEDIA
    return Role.HIDDEN if is_hidden(el) else None


def is_hidden(el: _Element) -> bool:
    """An element that is not shown, by its own attributes."""
    if el.get("hidden") is not None:
        return not (el.get("id") or "").startswith(STREAMED)
    style = el.get("style")
    if style is None:
        return False
    style = style.replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def is_unread_inline(el: _Element) -> bool:
    """An element in a line of text that is no part of it: not shown, for screen readers alone, or a glyph that
    these pass over (`aria-hidden`); readers' votes.

    What is hidden from screen readers is shown to all others: with a letter in it, it is text.
    """
    names = el.keys()
    if not names or _HIDING.isdisjoint(names):
        return False
    if is_hidden(el) or ("class" in names and role_of(el) in _UNREAD):
        return True
    if el.get("aria-hidden") != "true":
        return False
    pieces = list(islice(el.itertext(etree.Element), _PIECES))
    return len(pieces) < _PIECES and all(map(_is_glyph, pieces))


_HIDING = frozenset(("class", "hidden", "style", "aria-hidden"))
"""Attributes that may hide an element: a link has none of them, mostly."""
_UNREAD = frozenset((Role.HIDDEN, Role.POLL))
_PIECES = 8
_GLYPH_CHARS = 40
"""Pieces of text, and characters of one, from which on an element is no glyph: nested ones are each looked at."""
_GLYPHS = frozenset("•·|/❮❯")
_ANCHORS = frozenset("#¶§🔗∞")
"""What a heading's link to its own place shows; elsewhere these stand for something."""


def is_anchor(el: _Element) -> bool:
    """A heading's link to its own place, with nothing but a mark in it."""
    above = el.getparent()
    if above is None or above.tag not in HEADINGS or "#" not in (el.get("href") or ""):
        return False
    pieces = [text for piece in islice(el.itertext(etree.Element), _PIECES) if (text := str(piece).strip())]
    return len(pieces) == 1 and pieces[0] in _ANCHORS


"""Marks that part links and fields; symbols (arrows, stars) and characters of icon fonts have a category."""


def _is_glyph(piece: object) -> bool:
    text = str(piece)
    return len(text) < _GLYPH_CHARS and all(c in _GLYPHS or c.isspace() or _is_symbol(c) for c in text)


def _is_symbol(char: str) -> bool:
    kind = category(char)
    return kind[0] == "S" or kind == "Co"
