"""The first pass over a page: what a block is by itself, from its markup, its label strings and its shape."""

from __future__ import annotations

from khabar.blocks import Block, Label
from khabar.characters import ends_sentence, words
from khabar.html.evidence import Evidence, Zone
from khabar.html.roles import Role
from khabar.labels.document import Document
from khabar.labels.elements import ELEMENTS, OTHER, element_rule
from khabar.labels.first import SHORT, by_shape, first
from khabar.labels.markers import FIRST, SOURCE, Verdict, by_marker
from khabar.labels.rules import Rule, rule
from khabar.lookup import look_up


def _markup(id: str, label: Label, reason: str, example: str) -> Rule:
    return rule(id, label, reason, example, stage=FIRST)


ALT_MARKUP = _markup("alt.markup", Label.ALT, "the alt attribute of a picture", '<img alt="A lighthouse">')
CAPTION_MARKUP = _markup("caption.markup", Label.CAPTION, "in a picture's element for captions", "<figcaption>")
CREDIT_MARKUP = _markup(
    "credit.markup",
    Label.CREDIT,
    "a picture's text whose element, marker or agency says that it is the credit",
    '<span class="credit">',
)
PICTURE_WORD = _markup("picture.marker", Label.MARKER, "the marker before a picture's credit or caption", "Foto:")
PICTURE_AGAIN = _markup("picture.again", Label.BOILERPLATE, "a picture's caption or credit again", "(the same)")
PICTURE_OTHER = _markup(
    "picture.other", Label.BOILERPLATE, "beside a picture that has a caption, and not part of it", "1/12"
)
TITLE_MARKUP = _markup("title.heading", Label.TITLE, "the heading that says what the page's metadata say", "<h1>")
HEADING_MARKUP = _markup("heading.markup", Label.HEADING, "a heading element in the article", "<h2>")
PARAGRAPH_MARKUP = _markup("paragraph.markup", Label.PARAGRAPH, "a paragraph element in the article", "<p>")
ITEM_MARKUP = _markup("list.markup", Label.LIST_ITEM, "a list's element in the article", "<li>")
QUOTE_MARKUP = _markup("quote.markup", Label.QUOTE, "a block quotation", "<blockquote>")
STANDFIRST_MARKUP = _markup(
    "standfirst.markup", Label.STANDFIRST, "a sentence between the title and the text", '<p class="standfirst">'
)
BYLINE_MARKUP = _markup("byline.markup", Label.BYLINE, "an element for the author's name", '<div class="byline">')
DATE_MARKUP = _markup("date.markup", Label.DATE, "an element for the date", "<time>")
KICKER_MARKUP = _markup(
    "page.kicker", Label.BOILERPLATE, "an element for the topic above the title", '<p class="kicker">'
)
ABOVE = _markup("page.above", Label.BOILERPLATE, "above the article's title", "Home / World")
HEAD = _markup("page.head", Label.BOILERPLATE, "between title and text, and no sentence", "3 min read")
TAIL = _markup("page.tail", Label.BOILERPLATE, "after the element that holds the text", "More from us")
LINK = _markup("related.link", Label.RELATED, "nothing but a link", '<p><a href="…">')
CELL_MARKUP = _markup("table.markup", Label.BOILERPLATE, "a cell of a table", "<td>")
BESIDE = _markup(
    "page.beside",
    Label.BOILERPLATE,
    "in the text's element, short and in no paragraph: a button, say",
    "<div>Read aloud</div>",
)

_PARTS: dict[str, Rule] = {
    "alt": ALT_MARKUP,
    "caption": CAPTION_MARKUP,
    "credit": CREDIT_MARKUP,
    "label": PICTURE_WORD,
    "again": PICTURE_AGAIN,
    "other": PICTURE_OTHER,
}
LINKED = 0.8
"""Share of a block's characters that are links, from which on it is one."""
LINKED_WHOLE = 0.95
LINKED_HALF = 0.5
"""The same, of a block that has a label before the link."""
_SKIP = 80
"""Characters of a skip link or an end marker at the most."""
_SENTENCE_WORDS = 8
_HEADING_WORDS = 40
BOLD_WORDS = 16
_KEYWORD_WORDS = 3
"""Words of a keyword or a credit in a standfirst's element, at the most: what ends without a stop there and is longer
is the standfirst."""
_STANDFIRSTS = frozenset((Role.STANDFIRST, Role.SUMMARY, Role.SUBHEAD))
_OPENING_WORDS = 12
"""Words of a heading before the text at the most: longer ones are the standfirst."""


def first_markup(doc: Document) -> None:
    """Give every block of a page its first verdict."""
    body = body_signs(doc.blocks)
    begins = _begins(doc.blocks, body)
    for at, block in enumerate(doc.blocks):
        markup = block.markup
        if markup is None:
            continue
        text = block.text
        if markup.part:
            if text:
                block.words = words(text)
            verdict = Verdict(_PARTS.get(markup.part) or element_rule(markup.role))
            if markup.part == "region" and len(text) < _SKIP:
                look_up(block, doc.lexicon)
                said = by_marker(block, doc)
                if said is not None and said.rule.label is Label.SKIP:
                    verdict = said  # the link to skip a promo, or the promo's end: the passes need to see it
            if markup.part == "labelled":
                look_up(block, doc.lexicon)
                block.stop = ends_sentence(text)
                verdict = by_marker(block, doc) or Verdict(CAPTION_MARKUP)
            if markup.zone is Zone.TAIL and markup.part != "region":
                verdict = Verdict(TAIL)
        elif markup.zone is Zone.ABOVE and not markup.title:
            verdict = Verdict(ABOVE)
        else:
            look_up(block, doc.lexicon)
            block.words = words(text)
            block.stop = ends_sentence(text)
            last = doc.blocks[at - 1].markup if at else None
            beside = last is not None and last.part in _PARTS
            verdict = _verdict(block, markup, doc, body, at < begins, beside)
            if verdict.rule is SHORT:
                doc.otherwise[block] = HEAD if at < begins else _no_heading(block, markup, body)
        first(block, verdict, OTHER if markup.part == "region" else SHORT)
    doc.spaced = True


def body_signs(blocks: list[Block]) -> set[str]:
    """Element name and classes of the article's paragraphs: of blocks in the core that are sentences."""
    sizes: dict[str, int] = {}
    for block in blocks:
        markup = block.markup
        if markup is not None and markup.zone is Zone.CORE and not markup.part and markup.linked < 0.5:
            if len(block.text) > 60 and not markup.heading:
                sizes[markup.sign] = sizes.get(markup.sign, 0) + len(block.text)
    total = sum(sizes.values())
    return {sign for sign, size in sizes.items() if size * 10 >= total}


def _begins(blocks: list[Block], body: set[str]) -> int:
    """Index of the article's first block in the core: what stands before it is judged as the head is.

    That is the first paragraph that looks as most do, or the heading right above it.
    """
    heading: int | None = None
    for i, block in enumerate(blocks):
        markup = block.markup
        if markup is None or markup.zone is not Zone.CORE or markup.part or markup.role in _HEADS or markup.item:
            continue
        if markup.heading > 1:
            if words(block.text) > _OPENING_WORDS:
                heading = None  # a standfirst in an element for headings
            elif heading is None:
                heading = i
        elif (
            markup.sign in body
            and markup.linked < 0.5
            and (len(block.text) > 60 or (ends_sentence(block.text) and words(block.text) > 3))
        ):
            return i if heading is None else heading
        elif len(block.text) > 12:
            heading = None
    return 0


_HEADS = frozenset(
    (Role.STANDFIRST, Role.SUMMARY, Role.BYLINE, Role.DATE, Role.KICKER, Role.DISCLAIMER, Role.TITLE, Role.SUBHEAD)
)
"""Roles of what stands between the title and the text."""


def _verdict(block: Block, markup: Evidence, doc: Document, body: set[str], before: bool, beside: bool) -> Verdict:
    if markup.title:
        return Verdict(TITLE_MARKUP)
    said = by_marker(block, doc)
    if said is not None and said.rule.label is Label.CREDIT:
        # "Source: dpa" of the article, unless a picture stands before it
        return said if beside else Verdict(SOURCE, names=())
    if said is not None and said.rule.label is not Label.CAPTION:
        return said
    credit = block.hits.get("credit")
    if said is None and markup.heading and credit is not None and credit.mode == "prefix":
        return Verdict(SOURCE, names=())  # of all pictures, at the article's end: too long for one's
    return Verdict(_by_element(block, markup, doc, body, before))


def _by_element(block: Block, markup: Evidence, doc: Document, body: set[str], before: bool) -> Rule:
    """What a block without a marker is, by its element, its names and its shape."""
    zone = markup.zone
    role = markup.role
    shape = by_shape(block, doc)
    if shape.label is Label.DATE or shape.label is Label.PROMO:
        return shape
    if zone is Zone.TAIL:
        return TAIL
    if zone is Zone.HEAD or before:
        return _head(block, markup)
    rule, longest = _ROLES.get(role, (BESIDE, 0)) if role is not None else (BESIDE, 0)
    if block.words <= longest:
        return rule
    if markup.heading and markup.linked >= LINKED and not block.stop:
        return LINK
    if markup.heading:
        return HEADING_MARKUP if block.words <= _HEADING_WORDS else PARAGRAPH_MARKUP
    if not markup.cells and _is_link(block, markup):
        return LINK
    if markup.cell:
        return PARAGRAPH_MARKUP if block.stop and block.words > 20 else CELL_MARKUP
    if markup.quoted:
        return QUOTE_MARKUP
    if markup.item:
        return ITEM_MARKUP
    return _by_words(block, markup, body)


_ROLES = {Role.BYLINE: (BYLINE_MARKUP, 16), Role.DATE: (DATE_MARKUP, 16), Role.KICKER: (KICKER_MARKUP, 8)}
"""Rules of roles in the text, and the words at the most of a block with such a role."""


_NAMED = frozenset((Role.TITLE, Role.SUBHEAD))
_TERMS = frozenset(("summary", "dt"))
"""Elements that say what the text below them is about."""
_ASKS = ("?", "؟", "？")


def is_named_heading(markup: Evidence) -> bool:
    """Does the element, or a name of it, say that it heads what stands below it?"""
    return markup.tag in _TERMS or markup.role in _NAMED


def _by_words(block: Block, markup: Evidence, body: set[str]) -> Rule:
    """A block that no element says anything of: a paragraph, a line that may be a heading (the passes see what
    stands below it), or what stands beside the text."""
    if block.words <= BOLD_WORDS:
        named = is_named_heading(markup)
        if (named or markup.bold) and (not block.stop or (named and block.text.endswith(_ASKS))):
            return SHORT
    return _no_heading(block, markup, body)


def _no_heading(block: Block, markup: Evidence, body: set[str]) -> Rule:
    if markup.tag == "p" or markup.tag == "pre" or markup.sign in body:
        return PARAGRAPH_MARKUP
    return PARAGRAPH_MARKUP if block.stop and block.words >= _SENTENCE_WORDS else BESIDE


def _is_link(block: Block, markup: Evidence) -> bool:
    """Nothing but a link, or a label and a link: no sentence of the article."""
    if markup.linked < LINKED_HALF or block.words > 40:
        return False
    if markup.linked >= LINKED_WHOLE or markup.item:
        return True
    return not block.stop and block.words > 3 and block.text[-1] not in ":："


def _head(block: Block, markup: Evidence) -> Rule:
    role = markup.role
    if role is Role.BYLINE:
        return BYLINE_MARKUP
    if role is Role.DATE:
        return DATE_MARKUP
    if role is Role.KICKER:
        return KICKER_MARKUP
    if markup.linked >= LINKED:
        return HEAD
    if block.words <= _OPENING_WORDS and not block.stop:
        bold = markup.bold and markup.tag == "p" and markup.zone is Zone.CORE
        if bold or (markup.heading and role not in _HEADS):
            return SHORT
    if markup.item and role is not Role.META and block.words >= 5:
        return STANDFIRST_MARKUP
    if markup.heading and block.words > _OPENING_WORDS:
        return STANDFIRST_MARKUP
    if role in _STANDFIRSTS and (block.stop or block.words > _KEYWORD_WORDS):
        return STANDFIRST_MARKUP
    if block.stop and block.words >= _SENTENCE_WORDS:
        return STANDFIRST_MARKUP
    if markup.tag == "p" and block.words >= 14:
        return STANDFIRST_MARKUP
    return HEAD


__all__ = ["ELEMENTS", "body_signs", "first_markup"]
