"""The styles of labels, and of texts that have them."""

from __future__ import annotations

_STYLES = {
    **dict.fromkeys(("title", "heading"), ("bold green", "bold")),
    **dict.fromkeys(("standfirst", "paragraph", "list-item", "quote"), ("green", "")),
    **dict.fromkeys(("byline", "date"), ("magenta", "")),
    **dict.fromkeys(("alt", "caption", "credit"), ("cyan", "cyan")),
}
"""Of a label in the gutter and of its text: parts of the article, what is known of it, parts of pictures."""
_STRIPPED = ("dim", "dim")


def label_style(label: str) -> str:
    """The style of a label in the gutter."""
    return _STYLES.get(label, _STRIPPED)[0]


def text_style(label: str) -> str:
    """The style of its text: that of the article as it is, pictures in their colour, what is stripped dim."""
    return _STYLES.get(label, _STRIPPED)[1]
