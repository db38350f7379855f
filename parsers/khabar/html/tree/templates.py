"""Text that stands in templates: shadow trees that the page declares, and parts that it sends later."""

from __future__ import annotations

from lxml.etree import _Element

from khabar.html.elements import STREAMED

_PLACE = "B:"
"""Beginning of the id of a template that a part sent later takes the place of; the part's begins with `STREAMED`."""
_DEEPEST = 100
"""Elements round one that are looked at: parts of parts nest a few levels deep, and many deep ones take long."""


def place_templates(root: _Element) -> None:
    """Make shadow trees ordinary elements, and put parts that were sent later where they belong."""
    places: dict[str, _Element] = {}
    for el in root.iter("template"):
        if el.get("shadowrootmode") is not None or el.get("shadowroot") is not None:
            el.tag = "div"
        elif (name := el.get("id")) is not None and name.startswith(_PLACE):
            places[name[len(_PLACE) :]] = el
    parts = [el for el in root.iter("div") if (el.get("id") or "").startswith(STREAMED)] if places else ()
    for el in parts:
        place = places.pop(str(el.get("id"))[len(STREAMED) :], None)
        if place is not None and not _is_round(el, place) and not _is_round(place, el):
            _move(el, place)


def _is_round(outer: _Element, el: _Element) -> bool:
    """Is an element inside of another? Of one deeper than `_DEEPEST` that is taken for granted: it stays there."""
    return any(above is outer or level == _DEEPEST for level, above in enumerate(el.iterancestors()))


def _move(el: _Element, place: _Element) -> None:
    """Put an element before another; the text behind it stays where it was."""
    if place.getparent() is None:
        return
    el.tail, tail = None, el.tail
    before, parent = el.getprevious(), el.getparent()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail and parent is not None:
        parent.text = (parent.text or "") + tail
    place.addprevious(el)
