"""A picture: one record, from the reader to the article; the blocks that are its parts refer to it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["caption", "figcaption", "credit", "free", "marker", "hidden", "other"]
"""What the markup says of a text: its element is named a caption; it stands in a <figcaption>; its element is named
a credit; nothing ("free"); words for screen readers, which may be a marker ("Image source,"); not shown; a button or
the like."""


class Unit(NamedTuple):
    """An inline element that a text ends with: what the splitter must not cut in the middle."""

    before: str
    """The text before it."""
    text: str
    named: bool
    """It is a <cite> or a <small>: set apart from the text before it."""


class Piece(NamedTuple):
    """A text of a picture, between the ends of block-level elements."""

    text: str
    kind: Kind
    units: tuple[Unit, ...] = ()
    """The inline elements that it ends with, the outermost first."""
    spare: bool = False
    """It stands in a pop-up: it counts where the page has no other."""


class Picture:
    """A picture: where it is loaded from, and all the texts that are its own, in order."""

    __slots__ = ("alt", "media", "pieces", "shown", "src", "title")

    def __init__(self) -> None:
        self.shown = False
        """An image element was read, not only its texts."""
        self.src: str | None = None
        self.alt: str | None = None
        self.title: str | None = None
        """What is shown when the pointer rests on the image."""
        self.media = ""
        """"video" or "audio" for a player."""
        self.pieces: list[Piece] = []
