"""Pictures as they come along the walk: numbered, their texts with them, wherever the caption stands."""

from __future__ import annotations

from lxml.etree import _Element

from khabar.html.elements import role_by_tag
from khabar.html.gather import Gatherer
from khabar.html.pictures.figures import Figure
from khabar.html.pictures.images import Shown, shown
from khabar.html.roles import Role
from khabar.html.tags import IMAGES, INLINE, LINES
from khabar.html.words import all_text

_ROW = 400
"""Characters of stripped words that are gathered in one block: a text with readings has hundreds of them."""


class Pictures:
    """Numbers pictures and makes the blocks of their parts."""

    __slots__ = ("_last", "_number", "_open", "out", "sources", "titles")

    def __init__(self, out: Gatherer) -> None:
        self.out = out
        self.sources: dict[int, str] = {}
        """Number of a picture: the address that it is loaded from."""
        self.titles: dict[int, str] = {}
        """Number of a picture: the title attribute of its image."""
        self._number = 0
        self._open = 0
        """Number of the picture that a caption behind it belongs to; 0: none."""
        self._last = 0
        """Number of blocks when it was made: text between ends its claim."""

    def _begin(self, picture: Shown | None, el: _Element) -> int:
        self._number += 1
        number = self._number
        if picture is not None:
            if picture.src:
                self.sources[number] = picture.src
            if picture.title:
                self.titles[number] = picture.title
            self.out.special(el, picture.alt or "", "alt", None, number)
        self._open, self._last = number, len(self.out.blocks)
        return number

    def image(self, el: _Element) -> None:
        """An image outside of any figure."""
        picture = shown(el)
        if picture is not None:
            self._begin(picture, el)

    def noscript(self, el: _Element) -> None:
        """An image for readers without scripts: the last one's address, where that has none."""
        if self._open and self._open not in self.sources:
            for image in el.iter(*IMAGES):
                picture = shown(image)
                if picture is not None and picture.src:
                    self.sources[self._open] = picture.src
                    return

    def figure(self, figure: Figure, el: _Element) -> None:
        """A picture's element, or one that holds a picture's texts."""
        out = self.out
        if figure.pictures:
            number = self._begin(figure.pictures[0], el)
        elif self._open and self._last == len(out.blocks):
            number = self._open
        elif figure.captions or figure.credits or figure.free:
            number = self._begin(None, el)
        else:
            number = 0
        for part, texts in (("credit", figure.credits), ("caption", figure.captions), ("free", figure.free)):
            for text in texts:
                block = out.special(el, text, part, None, number)
                block.media = figure.media
        for text in figure.other:
            out.special(el, text, "region", Role.TOOLBAR)
        self._last = len(out.blocks)

    def strip_inline(self, el: _Element, role: Role) -> None:
        """An element in a line of text that is not read: its words beside the last such ones of the same line."""
        text = all_text(el)
        last = self.out.blocks[-1] if self.out.parts and self.out.blocks else None
        if last is not None and last.markup is not None and last.markup.part == "region":
            if last.markup.role is role and len(last.text) < _ROW:
                last.text += f" {text}"
                return
        if text:
            self.out.special(el, text, "region", role)

    def strip(self, el: _Element, role: Role | None) -> None:
        """An element that is not read: one block with all of its words."""
        text = all_text(el)
        if text:
            above = el.getparent()
            if above is None or (above.tag not in INLINE and above.tag not in LINES):
                self.out.flush()
            self.out.special(el, text, "region", role or role_by_tag(el))
