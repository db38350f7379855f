"""Second pass over a page: what it says twice, and what is left over at the article's end."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.characters import fold
from khabar.html.roles import Role
from khabar.labels.document import Document
from khabar.labels.rules import give, rule

AGAIN = rule("page.again", Label.BOILERPLATE, "the page has the same paragraph already", "(the same)")
PULLED = rule(
    "quote.pulled",
    Label.BOILERPLATE,
    "a quotation set apart that a paragraph says, too",
    "(words of the article)",
)
SIGNATURE = rule(
    "page.signature",
    Label.BOILERPLATE,
    "a short line without a full stop after the last paragraph: an agency, initials, a source",
    "SDA/sep",
)
OVER_NOTHING = rule(
    "page.heading", Label.BOILERPLATE, "a heading with no text of the article below it", "More on this"
)

_TEXT = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.STANDFIRST))
_SHORT = 20
"""Characters of a quotation set apart, at the least."""
_LONG = 40
"""Characters of a text that nobody writes twice."""
_BLOB = 1500
_BEGINNING = 50
_OTHERS = 3
_LOOKED_AT = 12
"""Of so many paragraphs, more than so many stand in a block of so many characters: then it is all of them."""
_SIGNATURES = 2
_SIGNATURE_WORDS = 10


def again(doc: Document) -> None:
    """Strip paragraphs that stand on the page more than once, and quotations pulled out of them."""
    seen: set[str] = set()
    quotes: list[Block] = []
    for block in doc.blocks:
        if block.label is Label.HEADING and block.text in seen:
            give(block, AGAIN)  # the standfirst again
        if block.label not in _TEXT or len(block.text) < _SHORT:
            continue
        markup = block.markup
        if markup is not None and (markup.quoted or markup.role is Role.PULLQUOTE):
            quotes.append(block)
        if len(block.text) < _LONG:
            continue
        if block.text in seen:
            give(block, AGAIN)
        seen.add(block.text)
    for block in doc.blocks:
        if block.label in _TEXT and len(block.text) > _BLOB and _holds_others(block, doc.blocks):
            give(block, AGAIN)
    if quotes:
        others = "\n".join(fold(b.text) for b in doc.blocks if b.label in _TEXT and b not in quotes)
        for block in quotes:
            if fold(block.text).strip("\"'«»„“” .") in others:
                give(block, PULLED)


def _holds_others(blob: Block, blocks: list[Block]) -> bool:
    """All the article once more in one piece, as some pages keep it for readers who have not paid."""
    others = [b.text[:_BEGINNING] for b in blocks if b is not blob and b.label in _TEXT and len(b.text) > _BEGINNING]
    return len(others) > _OTHERS and sum(text in blob.text for text in others[:_LOOKED_AT]) > _OTHERS


def leftovers(doc: Document) -> None:
    """Strip short lines and headings behind the last paragraph."""
    lines: list[Block] = []
    text = False
    for block in reversed(doc.blocks):
        if block.label is Label.CAPTION or block.label is Label.ALT:
            return
        if block.label is Label.HEADING:
            if lines:
                return
            give(block, OVER_NOTHING)
        elif block.label in _TEXT:
            short = block.words <= _SIGNATURE_WORDS and not block.stop and block.text[-1] not in ":："
            if block.label is not Label.PARAGRAPH or not short or block.markup is None or block.markup.quoted:
                text = True
                break
            lines.append(block)
    if text and len(lines) <= _SIGNATURES:  # more are verse, or a glossary
        for block in lines:
            give(block, SIGNATURE)
