"""What an element is by its tag and attributes, where its names say nothing."""

from __future__ import annotations

from lxml.etree import _Element

from khabar.html.roles import Role
from khabar.html.tags import CONTROLS, FRAMES

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
        return True
    style = el.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()
