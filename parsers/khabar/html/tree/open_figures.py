"""Figures that nobody closed: what stands behind the caption is put behind the figure, where it belongs."""

from __future__ import annotations

from lxml.etree import _Element

from khabar.html.prose import sentences
from khabar.html.tags import HEADINGS
from khabar.html.words import all_text

_TEXTS = frozenset(("p", "ul", "ol", "blockquote", "table", *HEADINGS))
"""Elements that end an open caption where they follow its text."""


def are_open(text: str) -> bool:
    """Has a page's text more figures that begin than figures that end?"""
    return text.count("<figure") > text.count("</figure")


def close_figures(root: _Element) -> None:
    """Move the text in figures that reach to the end of the element round them behind them."""
    for figure in list(root.iter("figure")):
        above = figure.getparent()
        if above is None or figure.getnext() is not None or (figure.tail and not figure.tail.isspace()):
            continue
        found = _behind_caption(figure)
        if found is None or not any(el.tag == "p" and sentences(all_text(el)) for el in found):
            continue
        above.extend(found)


def _behind_caption(figure: _Element) -> list[_Element] | None:
    """What follows the caption's text: in the caption, where that is open, too, or behind it."""
    caption = next(figure.iter("figcaption"), None)
    if caption is None:
        return None
    behind = list(caption.itersiblings())
    if behind:
        return behind
    filled = bool(caption.text and not caption.text.isspace())
    for child in caption:
        if child.tag in _TEXTS and filled:
            return [child, *child.itersiblings()]
        filled = filled or bool(all_text(child))
    return None
