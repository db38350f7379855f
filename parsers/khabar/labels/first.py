"""The first pass: what a block is by itself, from its marker or its shape."""

from __future__ import annotations

import re

from khabar.blocks import Block, Label
from khabar.characters import ends_sentence, words
from khabar.dates import is_relative_time, looks_like_date, parse_date, words_beside_stamp
from khabar.labels.document import Document
from khabar.labels.markers import FIRST, Verdict, by_marker
from khabar.labels.rules import OFF, Rule, give, rule
from khabar.lookup import look_up


def _shape(id: str, label: Label, reason: str, example: str) -> Rule:
    return rule(id, label, reason, example, stage=FIRST)


DATE = _shape("date.line", Label.DATE, "nothing but a date or a time", "5 يوليو/ تموز 2021")
DATE_SHAPE = _shape("date.shape", Label.DATE, "a day, a word or two, a year", "12 Agẹmo 2019")
AGO = _shape("date.relative", Label.DATE, "nothing but how long ago", "قبل 12 دقيقة")
URL = _shape("boilerplate.url", Label.PROMO, "nothing but an address", "https://example.org/a/1")
MARKS = _shape("boilerplate.marks", Label.PROMO, "no word in it: a rule, a separator", "--------")
ID = _shape("boilerplate.id", Label.PROMO, "a number of the site's database", "2f2af115-fa7d-4bd3-a079-c95aef9a7cc9")
COPY_CREDIT = _shape("credit.sign", Label.CREDIT, "a copyright sign, then an agency", "© REUTERS / SHOKRY HUSSIEN")
ALT_ATTRIBUTE = _shape(
    "alt.attribute", Label.ALT, "an alt attribute that a scraper left in the text", 'alt="جسر المدينة" />'
)
TAG_REST = _shape(
    "boilerplate.tag", Label.BOILERPLATE, "what a scraper left of a tag or a style sheet", 'class="page">'
)
ROW = _shape("boilerplate.row", Label.BOILERPLATE, "a row of links between bars", "الرئيسية | فيديو | العالم | رياضة")
SENTENCE = _shape("paragraph.sentence", Label.PARAGRAPH, "ends as a sentence does", "وينفي الجانبان الاتهامات.")
SENTENCES = _shape("paragraph.sentences", Label.PARAGRAPH, "a sentence ends inside it", "انتهت الجولة. وتبدأ غدا")
LONG = _shape("paragraph.long", Label.PARAGRAPH, "too long for anything else", "(more than thirty words)")
ITEM = _shape("list.item", Label.LIST_ITEM, "a list mark stands before it", "• مركز الخدمات")
SHORT = _shape(
    "short", Label.UNKNOWN, "a short line without a full stop: decided by its neighbours", "عالم متعدد الأقطاب"
)

_URL = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|[0-9a-f]{24,}$", re.IGNORECASE)
_SIGN = re.compile(r"(?:©|\(c\))\s*(?!\d{4}\b)\S", re.IGNORECASE)

INNER_STOP = re.compile("[^\\W\\d_]{3}[\"'”’»)]?(?:[.!?؟۔।] |[。！？])(?=[^.])")

_DATE_SHAPE = re.compile(r"\d{1,2}\.?\s+[^\d\s]+(?:\s+[^\d\s]+)?\s+(?:19|20|१९|२०|১৯|২০)?\d{2,4}[.:]?$")

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
YEAR_DIGITS = 4
"""Figures of a date at the least."""
NOISE = 2
"""Words beside a date with its time, at the most, in a line that is a date."""
BRIEF = 90
"""Characters of a date, an address or a credit at the most."""
BARS = 3
"""Bars in a row of links, at the least."""
SENTENCES_WORDS = 14
DOTS_WORDS = 8
"""Words of a heading that trails off ("فلنأخذ بيد شبابنا..") at the most."""
PARAGRAPH_WORDS = 24
STOPLESS_WORDS = 10
"""Words of a paragraph at the least in a text whose sentences end without a mark (Thai; some columns)."""


def first_pass(doc: Document) -> None:
    """Give every block its first verdict."""
    for block in doc.blocks:
        text = block.text
        look_up(block, doc.lexicon)
        block.words = words(text)
        block.stop = ends_sentence(text)
        first(block, by_marker(block, doc) or _attribute(text) or Verdict(by_shape(block, doc)))
    doc.spaced = sum(b.gap for b in doc.blocks) * 10 >= len(doc.blocks) * 6
    _without_stops(doc)


_ATTRIBUTE = re.compile(
    r"""(alt|title|content|class|id|src|href|style|width|height)\s*=\s*(["'])(.*?)(?:\2.*|\s*/?>)?$"""
)
_CSS = re.compile(r"[.#@]?[\w-]+(?:[\s,.#:>*\w-]+)?\{[^{}]*:[^{}]*\}?$")


def _attribute(text: str) -> Verdict | None:
    """An attribute of a tag, or a rule of a style sheet, on a line of its own."""
    found = _ATTRIBUTE.match(text) if "=" in text[:12] else None
    if found is not None:
        return Verdict(ALT_ATTRIBUTE, found[3].strip()) if found[1] == "alt" else Verdict(TAG_REST)
    return Verdict(TAG_REST) if "{" in text and _CSS.match(text) else None


def first(block: Block, verdict: Verdict, otherwise: Rule = SHORT) -> None:
    """Make a verdict the block's first one, and its final one until a later pass says otherwise.

    Where its rule is switched off it is `otherwise`; where that is, too, there is none.
    """
    off = OFF.get()
    if verdict.rule.id in off:
        verdict = Verdict(otherwise)
    if verdict.rule.id in off:
        return
    rule, value, media, names, when = verdict
    give(block, rule, value=value, media=media, names=names, when=when)
    block.first = rule.label
    block.first_rule = rule.id


def _without_stops(doc: Document) -> None:
    """Thai has no full stop, and some writers use none: there length alone makes a paragraph."""
    blocks = doc.blocks
    # what stands beside a picture's labels may be its alt text or its caption, which have no full stop in any text
    picture = {i + d for i, b in enumerate(blocks) if b.first in (Label.CREDIT, Label.CAPTION) for d in (-1, 1)}
    long = [
        b
        for i, b in enumerate(blocks)
        if b.words > PARAGRAPH_WORDS and b.first in (Label.UNKNOWN, Label.PARAGRAPH) and i not in picture
    ]
    if len(long) < 3 or sum(b.stop for b in long) * 2 > len(long):
        return
    doc.stopless = True
    for block in blocks:
        if block.rule == SHORT.id and block.words > STOPLESS_WORDS:
            first(block, Verdict(LONG))


def by_shape(block: Block, doc: Document) -> Rule:
    """What a block without a marker is by its shape; `SHORT` where that does not tell."""
    text = block.text
    found = _by_signs(block, doc) if len(text) < BRIEF else None
    if found is not None:
        return found
    if text.startswith(("http://", "https://")) and _URL.match(text):
        return URL
    if not _WORD.search(text):
        return MARKS
    if text.count("|") >= BARS and not block.stop:
        return ROW
    if block.bullet:
        return ITEM
    if block.stop and not (text.endswith("..") and block.words <= DOTS_WORDS):
        return SENTENCE
    if block.words >= SENTENCES_WORDS and INNER_STOP.search(text):
        return SENTENCES
    if block.words > PARAGRAPH_WORDS:
        return LONG
    return SHORT


def _by_signs(block: Block, doc: Document) -> Rule | None:
    """Dates, addresses, identifiers, a copyright sign before an agency: lines with hardly a word."""
    text = block.text
    if looks_like_date(text, doc.months, doc.weekdays) or _is_stamp(text, doc):
        return DATE
    if len(text) < 40 and _DATE_SHAPE.match(text):
        return DATE_SHAPE
    if block.words <= 6 and is_relative_time(text):
        return AGO
    if " " not in text and ("/" in text or "." in text or "-" in text):
        if _ID.match(text):
            return ID
        return URL if _URL.match(text) else None
    if text[0] in "©(" and block.words <= 10 and _SIGN.match(text):
        return COPY_CREDIT
    return None


def _is_stamp(text: str, doc: Document) -> bool:
    """A date and numbers that are not read: a second calendar's, a time without a colon; or a word or two beside a
    date with its time."""
    if sum(map(str.isdigit, text)) < YEAR_DIGITS:
        return False
    beside = words_beside_stamp(text, doc.months, doc.weekdays)
    if beside is None or beside > NOISE:
        return False
    found = parse_date(text, doc.months)
    if beside == 0 and _YEAR.search(text):
        return True
    return found is not None and (beside == 0 or ("T" in found and not text.endswith((".", "!", "?", "؟"))))
