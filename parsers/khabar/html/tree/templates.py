"""Text that stands in templates: shadow trees that the page declares, and parts that it sends later."""

from __future__ import annotations

from lxml.etree import _Element

from khabar.html.elements import STREAMED

_PLACE = "B:"
"""Beginning of the id of a template that a part sent later takes the place of; the part's begins with `STREAMED`."""


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
        if place is not None and el not in place.iterancestors() and place not in el.iterancestors():
            _move(el, place)


def _move(el: _Element, place: _Element) -> None:
    """Put an element before another; the text behind it stays where it was."""
    above = place.getparent()
    if above is None:
        return
    el.tail, tail = None, el.tail
    before, parent = el.getprevious(), el.getparent()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail and parent is not None:
        parent.text = (parent.text or "") + tail
    above.insert(above.index(place), el)
