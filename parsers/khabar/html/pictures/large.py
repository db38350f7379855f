"""Pictures of a page that are large enough to lead its article."""

from __future__ import annotations

from lxml.etree import _Element

from khabar.html.pictures.images import drawn, shown, source_of
from khabar.html.tags import IMAGES

WIDTH, HEIGHT = 150, 100
"""Pixels: what is declared narrower or lower is a portrait, a button, a teaser's picture. (Pages of 2006 show lead
pictures of 230 by 160.)"""
_MOST = 200
"""Images that are looked at."""


def large_pictures(region: _Element) -> tuple[str, ...]:
    """The addresses of the region's pictures that are photographs and not declared small, in order."""
    out: dict[str, None] = {}
    for at, image in enumerate(region.iter(*IMAGES)):
        if at >= _MOST:
            break
        if not _declared(image, "width", WIDTH) or not _declared(image, "height", HEIGHT) or shown(image) is None:
            continue
        source = source_of(image)
        if source and not drawn(source):
            out[source] = None
    return tuple(out)


def _declared(image: _Element, name: str, least: int) -> bool:
    """Is the size as large, or not declared in pixels?"""
    value = image.get(name)
    return not (value and value.isdecimal() and len(value) < 6 and int(value) < least)
