"""The first pass: what a block is by itself, from its label strings and its shape."""

from __future__ import annotations

import re

from khabar.blocks import Block, Label
from khabar.characters import ends_sentence, fold_cut, last_mark, words
from khabar.dates import is_relative_time, looks_like_date
from khabar.labels.document import Document
from khabar.labels.rules import OFF, Rule, give_first, rule
from khabar.lexicon import Hit
from khabar.lookup import look_up

FIRST = "first"


def _label(id: str, label: Label, reason: str, example: str) -> Rule:
    return rule(id, label, reason, example, stage=FIRST)


CREDIT = _label("credit.label", Label.CREDIT, "it begins with the label of a photo credit", "صدر الصورة، Reuters")
CAPTION = _label("caption.label", Label.CAPTION, "it begins with the label of a caption", "التعليق على الصورة، ميناء")
SKIP_BEGIN = _label(
    "skip.begin", Label.SKIP, "a skip link: the head of a promo block", "تخطى البودكاست وواصل القراءة"
)
SKIP_END = _label("skip.end", Label.SKIP, "the end marker of a skipped block", "البودكاست نهاية")
EMBED_BEGIN = _label("embed.begin", Label.SKIP, "a skip link before a social embed", "Skip Twitter post, 1")
EMBED_END = _label("embed.end", Label.SKIP, "the end marker of a social embed", "End of Twitter post, 1")
SKIP_PAGE = _label("skip.page", Label.SKIP, "the site's own skip link", "Skip to content")
EMBED_NOTICE = _label("embed.notice", Label.PROMO, "a notice of a social embed", "Content is not available")
MEDIA = _label("media.notice", Label.MEDIA, "a notice of a player", "Media playback is unsupported on your device")
RELATED = _label("related.label", Label.RELATED, "the head of a list of other articles", "اقرأ أيضا:")
RELATED_INLINE = _label(
    "related.inline",
    Label.RELATED,
    "a label, and the title of another article behind it",
    "للمزيد: من هي خطيبة الأمير؟",
)
PROMO = _label("promo.line", Label.PROMO, "a call to subscribe, follow or install", "تابعونا على واتساب")
SHARE = _label("promo.share", Label.PROMO, "a share button", "شارك هذا الخبر")
TAGS = _label("promo.tags", Label.PROMO, "a line of keywords", "الكلمات الدلالية: مصر، النيل")
COMMENTS = _label("promo.comments", Label.PROMO, "the comment form", "اترك تعليقاً")
ADS = _label("promo.ads", Label.PROMO, "an advertisement's label", "إعلان")
COPYRIGHT = _label("footer.copyright", Label.BOILERPLATE, "a copyright line", "جميع الحقوق محفوظة")
FOOTER = _label("footer.line", Label.BOILERPLATE, "a line of the footer", "سياسة الخصوصية")
DISCLAIMER = _label(
    "footer.disclaimer",
    Label.PROMO,
    "a disclaimer of the publisher",
    "** جميع المقالات المنشورة تمثل رأي كتابها فقط.",
)
BYLINE_LABEL = _label(
    "byline.label", Label.BYLINE, "the label of the author's name in the author's box", "Author, Jane Roe"
)
BYLINE_DETAIL = _label(
    "byline.detail", Label.BYLINE, "the label of the author's office or place", "Role, BBC harbour correspondent"
)
BYLINE_BOX = _label("byline.box", Label.BYLINE, "the head of the author's box", "Article information")
BYLINE = _label("byline.line", Label.BYLINE, "it begins with the word that leads an author's name", "كتبت منى سالم")
SOURCE = _label("source.line", Label.BYLINE, "it names the source", "المصدر: وكالات")
UPDATED = _label("date.updated", Label.DATE, "a stamp of the last update", "آخر تحديث 7 أكتوبر 2019")
PUBLISHED = _label("date.published", Label.DATE, "a stamp of publication", "نشر في 7 أكتوبر 2019")
STANDFIRST_LABEL = _label("standfirst.label", Label.MARKER, "the head of a summary", "ملخص")
PROOF = _label("publisher.line", Label.BYLINE, "a line that only this publisher's pages have", "فرانس24/ أ ف ب")
DATE = _label("date.line", Label.DATE, "nothing but a date or a time", "5 يوليو/ تموز 2021")
DATE_SHAPE = _label("date.shape", Label.DATE, "a day, a word or two, a year", "12 Agẹmo 2019")
AGO = _label("date.relative", Label.DATE, "nothing but how long ago", "قبل 12 دقيقة")
URL = _label("boilerplate.url", Label.PROMO, "nothing but an address", "https://example.org/a/1")
MARKS = _label("boilerplate.marks", Label.PROMO, "no word in it: a rule, a separator", "--------")
ID = _label("boilerplate.id", Label.PROMO, "a number of the site's database", "2f2af115-fa7d-4bd3-a079-c95aef9a7cc9")
COPY_CREDIT = _label("credit.sign", Label.CREDIT, "a copyright sign, then an agency", "© REUTERS / SHOKRY HUSSIEN")
SENTENCE = _label("paragraph.sentence", Label.PARAGRAPH, "it ends as a sentence does", "وينفي الجانبان الاتهامات.")
SENTENCES = _label("paragraph.sentences", Label.PARAGRAPH, "a sentence ends inside it", "انتهت الجولة. وتبدأ غدا")
LONG = _label("paragraph.long", Label.PARAGRAPH, "it is too long for anything else", "(more than thirty words)")
ITEM = _label("list.item", Label.LIST_ITEM, "a list mark stands before it", "• مركز الخدمات")
SHORT = _label(
    "short", Label.UNKNOWN, "a short line without a full stop: its neighbours must tell", "عالم متعدد الأقطاب"
)

# In the order in which they are tried: what a label string says, where it is as short as such a line is.
_BY_CLASS: tuple[tuple[str, Rule], ...] = (
    ("credit", CREDIT),
    ("caption.image", CAPTION),
    ("caption.video", CAPTION),
    ("caption.audio", CAPTION),
    ("caption", CAPTION),
    ("skip.page", SKIP_PAGE),
    ("embed.begin", EMBED_BEGIN),
    ("embed.end", EMBED_END),
    ("skip.begin", SKIP_BEGIN),
    ("skip.end", SKIP_END),
    ("embed.notice", EMBED_NOTICE),
    ("media", MEDIA),
    ("related", RELATED),
    ("promo", PROMO),
    ("share", SHARE),
    ("tags", TAGS),
    ("comments", COMMENTS),
    ("ads", ADS),
    ("copyright", COPYRIGHT),
    ("disclaimer", DISCLAIMER),
    ("footer", FOOTER),
    ("byline.label", BYLINE_LABEL),
    ("byline.detail", BYLINE_DETAIL),
    ("updated", UPDATED),
    ("published", PUBLISHED),
    ("byline.box", BYLINE_BOX),
    ("proof", PROOF),
    ("byline", BYLINE),
    ("source", SOURCE),
    ("standfirst", STANDFIRST_LABEL),
)

_URL = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|[0-9a-f]{24,}$", re.IGNORECASE)
_SIGN = re.compile(r"(?:©|\(c\))\s*(?!\d{4}\b|حقوق|جميع|copyright|all rights)\S", re.IGNORECASE)

INNER_STOP = re.compile("[^\\W\\d_]{3}[\"'”’»)]?(?:[.!?؟۔।] |[。！？])(?=[^.])")

_DATE_SHAPE = re.compile(r"\d{1,2}\.?\s+[^\d\s]+(?:\s+[^\d\s]+)?\s+(?:19|20|१९|२०|১৯|২০)?\d{2,4}[.:]?$")

CREDIT_WORDS = 25
SENTENCES_WORDS = 14
DOTS_WORDS = 8
"""Words of a heading that trails off ("فلنأخذ بيد شبابنا..") at the most."""
BYLINE_WORDS = 9
PARAGRAPH_WORDS = 24
STOPLESS_WORDS = 10
"""Words of a paragraph at the least in a text whose sentences end without a mark (Thai; some columns)."""


def first_pass(doc: Document) -> None:
    """Give every block its first verdict."""
    for block in doc.blocks:
        text = block.text
        look_up(block, doc.lexicon)
        hits = block.hits
        block.words = words(text)
        block.stop = ends_sentence(text)
        verdict = by_label(block, doc) if hits else None
        if verdict is None:
            verdict = by_shape(block, doc)
        give_first(block, verdict, SHORT)
    doc.spaced = sum(b.gap for b in doc.blocks) * 10 >= len(doc.blocks) * 6
    _without_stops(doc)


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
            give_first(block, LONG, SHORT)


def by_label(block: Block, doc: Document) -> Rule | None:
    """The rule of the label string in the block, where the block is as short as such a line is."""
    hits = block.hits
    off = OFF.get()
    for cls, verdict in _BY_CLASS:
        hit = hits.get(cls)
        if hit is not None and _fits(block, hit, verdict, doc):
            if cls == "related" and hit.mode == "prefix" and hit.length < len(block.key):
                verdict = RELATED_INLINE
            if verdict.id not in off:
                return verdict
    return None


def _fits(block: Block, hit: Hit, verdict: Rule, doc: Document) -> bool:
    """Is the line what its label says, by its length and by what stands behind the label?"""
    if hit.mode != "prefix":
        return True
    rest = block.key[hit.length :].strip(" :،,")
    if not rest:
        return True
    if verdict is CREDIT:
        return block.words <= CREDIT_WORDS and not (block.stop and block.words > 14)
    if verdict is BYLINE:
        return (
            block.words <= BYLINE_WORDS
            and last_mark(block.text) not in ".؟!،"
            and ":" not in rest
            and (not _small(block, hit) or not doc.lexicon.words.get("byline.role", set()).isdisjoint(rest.split()))
        )
    if verdict is SOURCE or verdict is BYLINE_LABEL or verdict is BYLINE_DETAIL:
        return block.words <= BYLINE_WORDS
    if verdict is UPDATED or verdict is PUBLISHED:
        return block.words <= 14 and (
            looks_like_date(rest, doc.months, doc.weekdays) or is_relative_time(rest) or _stamped(rest)
        )
    if verdict is RELATED:
        return block.words <= 28
    if verdict is PROMO or verdict is SHARE or verdict is FOOTER:
        return block.words <= 20
    return True


def _small(block: Block, hit: Hit) -> bool:
    """What stands behind the label begins with a small letter, as no name does ("By the sea")."""
    return block.text[fold_cut(block.text, hit.length) :].lstrip()[:1].islower()


def _stamped(rest: str) -> bool:
    """A stamp with words that the date reader does not know: short, and with two digits at least."""
    return len(rest) <= 60 and sum(c.isdigit() for c in rest) >= 3 and not ends_sentence(rest)


def by_shape(block: Block, doc: Document) -> Rule:
    """What a block without a label string is by its shape; `SHORT` where that does not tell."""
    text = block.text
    if len(text) < 90:
        if looks_like_date(text, doc.months, doc.weekdays):
            return DATE
        if len(text) < 40 and _DATE_SHAPE.match(text):
            return DATE_SHAPE
        if block.words <= 6 and is_relative_time(text):
            return AGO
        if not _WORD.search(text):
            return MARKS
        if " " not in text and ("/" in text or "." in text or "-" in text) and (_URL.match(text) or _ID.match(text)):
            return URL if not _ID.match(text) else ID
        if text[0] in "©(" and block.words <= 10 and _SIGN.match(text):
            return COPY_CREDIT
    elif text.startswith(("http://", "https://")) and _URL.match(text):
        return URL
    elif not _WORD.search(text):
        return MARKS
    if block.bullet:
        return ITEM
    if block.stop and not (text.endswith("..") and block.words <= DOTS_WORDS):
        return SENTENCE
    if block.words >= SENTENCES_WORDS and INNER_STOP.search(text):
        return SENTENCES
    if block.words > PARAGRAPH_WORDS:
        return LONG
    return SHORT
