"""The words of a comparison: a piece of text with its label, and one difference."""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """A text of an article with its label: title, heading, paragraph, caption, credit, alt or stripped."""

    label: str
    text: str
    section: int | None = None
    paragraph: int | None = None
    rule: str | None = None
    """What stripped it."""


class Difference(NamedTuple):
    """`what` is `a` in the one article and `b` in the other; None: it is not there.

    `what` is a field of the article (title); an entry of one of its lists (paragraph, heading, stripped, image,
    quote, statement, warning); a key of such an entry (quote.speaker, image.credit), whose `text` is given; or the
    `label`, the `place` or the `rule` of a `text` that both have.
    """

    what: str
    a: str | None
    b: str | None
    text: str | None = None
    section: int | None = None
    """Where it stands: in `a`, or where only `b` has it, there."""
    paragraph: int | None = None
    rule: str | None = None
    """What strips it, in whichever of them it is stripped."""
