"""Second pass over a page: short bold lines that serve as headings, and what is short and no heading."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.html.evidence import Zone
from khabar.html.roles import Role
from khabar.labels.document import Document
from khabar.labels.first import SHORT
from khabar.labels.markup import HEAD, HEADING_MARKUP, PARAGRAPH_MARKUP
from khabar.labels.rules import give, rule

HEADING_BOLD = rule(
    "heading.bold",
    Label.HEADING,
    "a short bold line with a paragraph of the article below it",
    "<p><b>The plan</b></p>",
)
_BODY = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE))
_PASSED = frozenset(
    (Label.ALT, Label.CAPTION, Label.CREDIT, Label.MARKER, Label.BOILERPLATE, Label.PROMO, Label.RELATED)
)


def bold_headings(doc: Document) -> None:
    """A short bold line over a paragraph is a heading, any other a paragraph."""
    marked = any(b.rule == HEADING_MARKUP.id for b in doc.blocks)  # then bold lines are something else
    after: Block | None = None
    for block in reversed(doc.blocks):
        markup = block.markup
        if block.label is Label.UNKNOWN and block.rule == SHORT.id and markup is not None:
            heads = (
                (markup.zone is Zone.CORE or bool(markup.heading))
                and after is not None
                and after.label in _BODY
                and after.words > block.words
                and (bool(markup.heading) or markup.role is Role.TITLE or not marked)
                and (bool(markup.heading) or not block.text.endswith((":", "：")))
            )
            if markup.heading:
                give(block, HEADING_MARKUP if heads else HEAD)
            else:
                give(block, HEADING_BOLD if heads else PARAGRAPH_MARKUP)
        if block.label not in _PASSED:
            after = block
