"""Pictures as they come along the walk, their texts with them, wherever the caption stands."""

from __future__ import annotations

from lxml.etree import _Element

from khabar.characters import words
from khabar.html.elements import role_by_tag
from khabar.html.gather import Gatherer
from khabar.html.pictures.figures import Figure
from khabar.html.pictures.images import Shown, is_beside, shown
from khabar.html.roles import Role
from khabar.html.tags import IMAGES, INLINE, LINES
from khabar.html.words import all_text
from khabar.pictures.record import Kind, Picture

_ROW = 400
"""Characters of stripped words that are gathered in one block: a text with readings has hundreds of them."""
_STRIPPED: dict[Kind, Role] = {"other": Role.TOOLBAR, "hidden": Role.HIDDEN}
"""Texts in a picture's element that are not the picture's."""
_CAPTIONED = ("figure", "figcaption")
_PORTRAIT = 12
"""Words at the most beside the portrait of an article's author: name, role and date."""


class Pictures:
    """Makes a record of each picture, and the block that stands for all of its texts."""

    __slots__ = ("_last", "_open", "out")

    def __init__(self, out: Gatherer) -> None:
        self.out = out
        self._open: Picture | None = None
        """The picture that a caption behind it belongs to."""
        self._last = 0
        """Number of blocks when it was made: text between ends its claim."""

    def _begin(self, image: Shown | None, el: _Element) -> Picture:
        picture = Picture()
        if image is not None:
            picture.shown = True
            picture.src, picture.alt, picture.title = image.src, image.alt, image.title
        self.out.special(el, picture.alt or "", "picture").picture = picture
        self._open, self._last = picture, len(self.out.blocks)
        return picture

    def image(self, el: _Element) -> None:
        """An image outside of any figure."""
        image = shown(el)
        if image is not None and not is_beside(el, image):
            self._begin(image, el)

    def noscript(self, el: _Element) -> None:
        """An image for readers without scripts: the last one's address, where that has none."""
        if self._open is not None and self._open.src is None:
            for image in el.iter(*IMAGES):
                picture = shown(image)
                if picture is not None and picture.src:
                    self._open.src = picture.src
                    return

    def figure(self, figure: Figure, el: _Element) -> None:
        """A picture's element, or one that holds a picture's texts."""
        texts = [piece for piece in figure.pieces if piece.kind not in _STRIPPED]
        portrait = figure.portrait and not figure.pictures and el.tag not in _CAPTIONED
        if (figure.author or portrait) and sum(words(piece.text) for piece in texts) <= _PORTRAIT:
            self.strip(el, Role.AUTHOR)
            return
        out = self.out
        if figure.pictures:
            picture = self._begin(figure.pictures[0], el)
        elif self._open is not None and self._last == len(out.blocks):
            picture = self._open
        elif texts:
            picture = self._begin(None, el)
        else:
            picture = None
        if picture is not None:
            picture.pieces += texts
            picture.media = picture.media or figure.media
            if texts:
                out.taken.append((out.blocks[-1], el))
        for piece in figure.pieces:
            if piece.kind in _STRIPPED:
                out.special(el, piece.text, "region", _STRIPPED[piece.kind])
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
            self.out.taken.append((self.out.special(el, text, "region", role or role_by_tag(el)), el))
