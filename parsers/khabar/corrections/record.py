"""What a corrections.json holds (format 1).

A document is in it when a reader has corrected something in it, or has marked it as right. Then it has all lines and
all quotations as the reader left them, and `was` on what the reader has changed.
"""

from __future__ import annotations

from typing import NamedTuple

from khabar.blocks import Label
from khabar.entries import QuoteKind
from khabar.errors import KhabarError

FORMAT = 1
"""Number of the format, under the key `corrections`."""


class CorrectionsError(KhabarError, ValueError):
    """A file of corrections that does not follow the format; the message begins with the place in it."""

    code = "corrections"


class Line(NamedTuple):
    """A block of the source."""

    line: int
    """Its first line in the source, from 1."""
    end_line: int
    text: str
    label: Label
    """As the reader left it."""
    value: str | None = None
    """The text without its marker (of a credit, a caption), where that is not the text."""
    credit: str | None = None
    """The photo credit within a caption."""
    was: Label | None = None
    """The label before the reader changed the line, in whatever; None: confirmed."""
    was_value: str | None = None
    """The value before the reader changed it."""
    was_credit: str | None = None
    """The credit within a caption before the reader changed it; "" where there was none."""
    rule: str | None = None
    """The rule that had set the label."""

    @property
    def relabelled(self) -> bool:
        """Has the reader changed the label?"""
        return self.was is not None and self.was is not self.label

    @property
    def revalued(self) -> bool:
        """Has the reader changed the value, or the credit within it, and not the label alone?"""
        return self.was_value is not None or self.was_credit is not None


class Before(NamedTuple):
    """What a quotation had before the reader changed it."""

    kind: QuoteKind
    speaker: str | None


class Quotation(NamedTuple):
    """A quotation as the reader left it; its place is the one that khabar gave. `start` and `end` count in its
    paragraph, heading (`paragraph` None) or title (both None)."""

    text: str
    kind: QuoteKind
    speaker: str | None
    section: int | None
    paragraph: int | None
    start: int
    end: int
    was: Before | None = None
    """None: confirmed."""


class Corrected(NamedTuple):
    """A document with all its lines and quotations."""

    source: str
    lines: tuple[Line, ...]
    quotes: tuple[Quotation, ...]


class Corrections(NamedTuple):
    """A whole file. `khabar`: the version that made the documents, where the file says so."""

    documents: tuple[Corrected, ...]
    khabar: str | None = None
