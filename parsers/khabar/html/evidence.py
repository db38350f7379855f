"""What the markup says of a block: the evidence that the rules of a page have beside its words."""

from __future__ import annotations

from enum import IntEnum

from khabar.html.roles import Role


class Zone(IntEnum):
    """Where in the article's region a block stands."""

    ABOVE = 0
    """Before the title."""
    HEAD = 1
    """Between the title and the element that holds the text."""
    CORE = 2
    """In the element that holds nearly all of the text."""
    TAIL = 3
    """Behind it."""


CENTER = "center"
"""Lines in the middle, as nothing but verse, signatures and captions are."""


class Evidence:
    """Markup of one block. (A plain class: one is made for every block of a page.)"""

    __slots__ = (
        "apart", "bold", "cell", "cells", "chars", "depth", "heading", "item", "linked", "list", "part", "picture",
        "quoted",
        "role", "sign", "table", "tag", "title", "zone",
    )  # fmt: skip

    def __init__(self, tag: str, zone: Zone) -> None:
        self.tag = tag
        """The element's name; "" for a part of a picture."""
        self.zone = zone
        self.role: Role | None = None
        """What class names and the like say of the element or the nearest one round it."""
        self.heading = 0
        """1 to 6 for h1 to h6, 0 for anything else."""
        self.item = False
        """In a list item."""
        self.list = 0
        """Number of the outermost list that it stands in; 0 outside of lists."""
        self.quoted = False
        """In a block quotation."""
        self.cell = False
        """In a table's cell."""
        self.cells = 0
        """Cells of a table's row that the text was joined from; 0 for anything else."""
        self.table = 0
        """Number of the innermost table that it stands in; 0 outside of tables."""
        self.linked = 0.0
        """Share of the characters that are links."""
        self.bold = False
        """All of it is bold."""
        self.sign = ""
        """Name and classes of the element: paragraphs of an article have them in common."""
        self.depth = 0
        """Elements round it that stand on lines of their own."""
        self.apart = ""
        """Right after a picture: the inline element that all of it stands in (<em>, <small>), or CENTER, or ""."""
        self.part = ""
        """What part of a picture it is ("alt", "caption", "credit", "label"), or "region" for a whole element that
        is not read, or ""."""
        self.chars = 0
        """Characters of a text that is abridged here; 0 where all of it is here."""
        self.title = False
        """It is the heading that the article's title was found in."""
