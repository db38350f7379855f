"""Second pass over a page: short bold lines that serve as headings, and what is short and no heading."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.html.evidence import Evidence, Zone
from khabar.html.roles import Role
from khabar.labels.document import Document
from khabar.labels.first import SHORT
from khabar.labels.headings import HEADING_COLON, judge_colon
from khabar.labels.markup import HEAD, HEADING_MARKUP, PARAGRAPH_MARKUP, is_named_heading
from khabar.labels.rules import Rule, give, rule

HEADING_BOLD = rule(
    "heading.bold",
    Label.HEADING,
    "a short bold line with a paragraph of the article below it",
    "<p><b>The plan</b></p>",
)
HEADING_NAMED = rule(
    "heading.named",
    Label.HEADING,
    "a short line whose element or name says that it is a heading, with text of the article below it",
    '<div class="crosshead">The plan</div>',
)
_BODY = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE))
_PASSED = frozenset(
    (Label.ALT, Label.CAPTION, Label.CREDIT, Label.MARKER, Label.BOILERPLATE, Label.PROMO, Label.RELATED)
)
_TEXT_WORDS = 8
"""Words of a text without a full stop that a bold line may head: below that it is a row of bold and plain lines."""
_NAME_WORDS = 4
"""Words, at the most, of a name: in bold before the text it is the author's, or the place's."""
_SEVERAL = 2
"""Bold lines, at the least, that are headings in a text that has heading elements: one alone stresses something."""


def bold_headings(doc: Document) -> None:
    """A short line over a paragraph that is bold, or named a heading, is one; any other is what it was."""
    marked = any(block.rule == HEADING_MARKUP.id for block in doc.blocks)
    bold: list[tuple[Block, Rule]] = []
    after = below = None
    for block in reversed(doc.blocks):
        markup = block.markup
        if block.label is Label.UNKNOWN and block.rule == SHORT.id and markup is not None:
            otherwise = doc.otherwise.get(block, HEAD if markup.heading else PARAGRAPH_MARKUP)
            opening = otherwise is HEAD
            verdict = None
            if after is not None and after.label in _BODY and after.words > block.words:
                verdict = _heading(doc, block, after, opening=opening, next_to=below is after, marked=marked)
            give(block, verdict or otherwise)
            if verdict is HEADING_BOLD and not opening:
                bold.append((block, otherwise))
        if block.label not in _PASSED:
            after = block
        if markup is None or markup.part != "region":
            below = block
    if marked and len(bold) < _SEVERAL:
        for block, otherwise in bold:
            give(block, otherwise)


def _heading(doc: Document, block: Block, after: Block, *, opening: bool, next_to: bool, marked: bool) -> Rule | None:
    """The rule by which a short line over the text `after` is a heading; None where it is none. `next_to`: nothing
    that was stripped stands between them; `marked`: the text has heading elements."""
    markup = block.markup
    if markup is None or markup.heading:
        return HEADING_MARKUP
    if markup.zone is not Zone.CORE or _is_label(doc, block, after, opening=opening):
        return None
    if is_named_heading(markup):
        return HEADING_NAMED if next_to and not _is_other(markup, marked) else None
    heads_text = after.stop or after.label is Label.LIST_ITEM or after.words >= _TEXT_WORDS
    return HEADING_BOLD if heads_text else None


def _is_label(doc: Document, block: Block, after: Block, *, opening: bool) -> bool:
    """Does a line lead in what follows, or name the author? `opening`: it stands before the first paragraph."""
    if block.text.endswith((":", "：")):
        joins = tuple(doc.lexicon.words.get("joins", ()))
        return opening or judge_colon(block, after, joins) is not HEADING_COLON
    return opening and _may_be_name(block.text)


def _is_other(markup: Evidence, marked: bool) -> bool:
    """Is an element that is called a title something else's? So it is where the text has heading elements (`marked`):
    a box's, a product's."""
    return marked and markup.role is Role.TITLE and markup.tag != "p"


def _may_be_name(text: str) -> bool:
    """A few words, none of them in small letters, as in a name; or a mark at the end, as after a place."""
    words = text.split()
    return (len(words) <= _NAME_WORDS and not any(map(str.islower, words))) or not text[-1].isalnum()
