"""What stands in the gutter beside a block of the source: its lines and its label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar_cli.views.base import Line

_STYLES = {
    **dict.fromkeys(("title", "heading"), ("bold green", "bold")),
    **dict.fromkeys(("standfirst", "paragraph", "list-item", "quote"), ("green", "")),
    **dict.fromkeys(("byline", "date"), ("magenta", "")),
    **dict.fromkeys(("alt", "caption", "credit"), ("cyan", "cyan")),
}
"""Of a label in the gutter and of its text: parts of the article, what is known of it, parts of pictures."""
_STRIPPED = ("dim", "dim")


class Mark(NamedTuple):
    """A block for people: its lines ("7", "7-9"), its label with its style; then its text, and what is told of it."""

    lines: str
    label: str
    style: str
    texts: Sequence[Line]


def label_style(label: str) -> str:
    """The style of a label in the gutter."""
    return _STYLES.get(label, _STRIPPED)[0]


def text_style(label: str) -> str:
    """The style of its text: that of the article as it is, pictures in their colour, what is stripped dim."""
    return _STYLES.get(label, _STRIPPED)[1]
