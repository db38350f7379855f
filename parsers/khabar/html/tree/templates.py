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
        if place is None or el in place.iterancestors() or place in el.iterancestors():
            continue
        above = place.getparent()
        if above is not None:
            el.tail, tail = None, el.tail
            before = el.getprevious()
            parent = el.getparent()
            if tail and before is not None:
                before.tail = (before.tail or "") + tail
            elif tail and parent is not None:
                parent.text = (parent.text or "") + tail
            above.insert(above.index(place), el)
