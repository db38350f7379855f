"""Image elements: which of them show a picture, where it is loaded from, and what its alt text is."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from lxml.etree import _Element

from khabar.html.metadata.clean import loaded_from
from khabar.html.pictures.files import is_decor
from khabar.html.roles import Role, role_of
from khabar.html.tags import IMAGES
from khabar.html.words import plain
from khabar.lazy import Lazy

_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-src-large", "data-url")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-sizes-srcset")
_DRAWN = (".svg", ".gif")
_WAITING = Lazy("lazy|placeholder")
_SMALL = 80
"""Pixels: what is declared narrower or lower than this is an icon or a portrait of the author."""
_DECOR = Lazy(
    r"(?:^|[^a-z])(?:logo|icons?|avatar|sprite|pixel|spacer|blank|emoji|badge|tracking|1x1|1px|loader|spinner)(?:[^a-z]|$)"
)


_SAID = 4
"""Words of the alt text of a drawing that is a picture ("Graph of memory in use"), at the least; icons have three."""
_PEOPLE = frozenset((Role.AUTHOR, Role.BYLINE))
_CLIMB = 3
"""Elements round a portrait that may say whose it is."""
_TEXT = 3
"""Paragraphs of an element that is more than an author's, whatever its names say, at the least."""


class Shown(NamedTuple):
    """A picture as an element shows it."""

    src: str | None
    alt: str | None
    title: str | None = None
    """What is shown when the pointer rests on it."""


def shown(el: _Element) -> Shown | None:
    """The picture of an <img>, <amp-img> or <picture>; None for icons, counters and the like."""
    image = el if el.tag in IMAGES else next(iter(el.iter(*IMAGES)), None)
    if image is None:
        source = next(iter(el.iter("source")), None)
        return Shown(_of_set(source), None) if source is not None else None
    if _small(image):
        return None
    src = source_of(image)
    if _decor(image, src):
        return None
    alt = image.get("alt")
    if src is None and el is not image:
        source = next(iter(el.iter("source")), None)
        src = _of_set(source) if source is not None else None
    return Shown(src, _text(alt), _text(image.get("title")))


def _text(value: str | None) -> str | None:
    """The text of an attribute; what was escaped twice ("&amp;quot;") comes out once more."""
    if not value:
        return None
    if "&" in value and ";" in value:
        from html import unescape  # slow to import, and seldom needed

        value = unescape(value)
    return plain(value) or None


def source_of(image: _Element) -> str | None:
    """The address that the picture is loaded from; what lazy loading put in its place is passed over."""
    first: str | None = None
    for name in _SOURCES:
        value = image.get(name)
        if value and not value.startswith("data:") and (value := loaded_from(value)) is not None:
            if not _waits(value):
                return value
            first = first or value
    of_set = _of_set(image)
    return of_set if of_set is not None and not _waits(of_set) else first or of_set


def _waits(address: str) -> bool:
    """May it be the file that is shown until the picture is loaded?"""
    return drawn(address) or bool(_WAITING().search(address.rpartition("/")[2].lower()))


def drawn(address: str) -> bool:
    """Is it the file of an icon, a line or a picture's stand-in rather than of a photograph?"""
    return address.partition("?")[0].lower().endswith(_DRAWN)


def _of_set(el: _Element) -> str | None:
    for name in _SETS:
        value = el.get(name)
        if value and not value.startswith("data:"):
            first = value.split(None, 1)
            return loaded_from(first[0].rstrip(",")) if first else None
    return None


def is_beside(image: _Element, picture: Shown) -> bool:
    """Is a picture outside of any figure none of the article's: a drawing that nothing describes, an author's
    portrait?"""
    if picture.src is not None and picture.src.partition("?")[0].lower().endswith(".svg"):
        return len((picture.alt or "").split()) < _SAID
    at: _Element | None = image
    for _ in range(_CLIMB):
        if at is None:
            break
        if at.attrib and role_of(at) in _PEOPLE and sum(1 for _ in islice(at.iter("p"), _TEXT)) < _TEXT:
            return True
        at = at.getparent()
    return False


def _small(image: _Element) -> bool:
    for name in ("width", "height"):
        value = image.get(name)
        if value and value.isdecimal() and 0 < int(value) < _SMALL and len(value) < 5:
            return True
    return False


def _decor(image: _Element, src: str | None) -> bool:
    if src is not None and is_decor(src):
        return True
    names = f"{image.get('class') or ''} {image.get('id') or ''} {(src or '').rpartition('/')[2][:80]}"
    return bool(_DECOR().search(names.lower()))
