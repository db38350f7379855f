"""What a block is by the marker in it, and the value that follows the marker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khabar.blocks import Block, Label, When
from khabar.characters import ends_sentence, fold_cut, last_mark
from khabar.dates import is_relative_time, looks_like_date
from khabar.labels.document import Document
from khabar.labels.names import is_agency, names_of
from khabar.labels.rules import OFF, Rule, rule
from khabar.lexicon import Hit

FIRST = "first"
_SEVERAL = 20
"""Words of a byline of several people at the most, each with the place where they were."""


def _marker(id: str, label: Label, reason: str, example: str) -> Rule:
    return rule(id, label, reason, example, stage=FIRST)


CREDIT = _marker("credit.label", Label.CREDIT, "begins with the marker of a photo credit", "صدر الصورة، Reuters")
CAPTION = _marker("caption.label", Label.CAPTION, "begins with the marker of a caption", "التعليق على الصورة، ميناء")
SKIP_BEGIN = _marker(
    "skip.begin", Label.SKIP, "a skip link: the head of a promo block", "تخطى البودكاست وواصل القراءة"
)
SKIP_END = _marker("skip.end", Label.SKIP, "the end marker of a skipped block", "البودكاست نهاية")
EMBED_BEGIN = _marker("embed.begin", Label.SKIP, "a skip link before a social embed", "Skip Twitter post, 1")
EMBED_END = _marker("embed.end", Label.SKIP, "the end marker of a social embed", "End of Twitter post, 1")
SKIP_PAGE = _marker("skip.page", Label.SKIP, "the site's own skip link", "Skip to content")
EMBED_NOTICE = _marker("embed.notice", Label.PROMO, "a notice of a social embed", "Content is not available")
MEDIA = _marker("media.notice", Label.MEDIA, "a notice of a player", "Media playback is unsupported on your device")
RELATED = _marker("related.label", Label.RELATED, "the head of a list of other articles", "اقرأ أيضا:")
RELATED_INLINE = _marker(
    "related.inline", Label.RELATED, "a marker, then the title of another article", "للمزيد: من هي خطيبة الأمير؟"
)
PROMO = _marker("promo.line", Label.PROMO, "a call to subscribe, follow or install", "تابعونا على واتساب")
SHARE = _marker("promo.share", Label.PROMO, "a share button", "شارك هذا الخبر")
TAGS = _marker("promo.tags", Label.PROMO, "a line of keywords", "الكلمات الدلالية: مصر، النيل")
COMMENTS = _marker("promo.comments", Label.PROMO, "the comment form", "اترك تعليقاً")
ADS = _marker("promo.ads", Label.PROMO, "the marker of an advertisement", "إعلان")
COPYRIGHT = _marker("footer.copyright", Label.BOILERPLATE, "a copyright line", "جميع الحقوق محفوظة")
FOOTER = _marker("footer.line", Label.BOILERPLATE, "a line of the footer", "سياسة الخصوصية")
DISCLAIMER = _marker(
    "footer.disclaimer",
    Label.PROMO,
    "a disclaimer of the publisher",
    "** جميع المقالات المنشورة تمثل رأي كتابها فقط.",
)
BYLINE_LABEL = _marker(
    "byline.label", Label.BYLINE, "the marker of the author's name in the author's box", "Author, Jane Roe"
)
BYLINE_DETAIL = _marker(
    "byline.detail", Label.BYLINE, "the marker of the author's role or place", "Role, BBC harbour correspondent"
)
BYLINE_BOX = _marker("byline.box", Label.BYLINE, "the head of the author's box", "Article information")
BYLINE = _marker("byline.line", Label.BYLINE, "begins with the word that leads an author's name", "كتبت منى سالم")
SOURCE = _marker("source.line", Label.BYLINE, "names the source", "المصدر: وكالات")
UPDATED = _marker("date.updated", Label.DATE, "the date of the last update", "آخر تحديث 7 أكتوبر 2019")
PUBLISHED = _marker("date.published", Label.DATE, "the date of publication", "نشر في 7 أكتوبر 2019")
STANDFIRST_LABEL = _marker("standfirst.label", Label.MARKER, "the head of a summary", "ملخص")
PROOF = _marker("publisher.line", Label.BYLINE, "a line that only this publisher's pages have", "فرانس24/ أ ف ب")


class Verdict(NamedTuple):
    """A rule, and what it found in the text: the keyword arguments of `rules.give`."""

    rule: Rule
    value: str | None = None
    media: str = ""
    names: tuple[str, ...] | None = None
    when: When = ""


class _Kind(NamedTuple):
    """What a class of markers makes of its line."""

    cls: str
    rule: Rule
    longest: int = 0
    """Words of the whole line at the most where a value follows the marker; 0: any number."""
    media: str = ""
    when: When = ""
    unnamed: bool = False
    """A line that stands with a byline and names nobody."""


# In the order in which they are tried.
_KINDS = (
    _Kind("credit", CREDIT, 25),
    _Kind("caption.image", CAPTION),
    _Kind("caption.video", CAPTION, media="video"),
    _Kind("caption.audio", CAPTION, media="audio"),
    _Kind("caption", CAPTION),
    _Kind("skip.page", SKIP_PAGE),
    _Kind("embed.begin", EMBED_BEGIN),
    _Kind("embed.end", EMBED_END),
    _Kind("skip.begin", SKIP_BEGIN),
    _Kind("skip.end", SKIP_END),
    _Kind("embed.notice", EMBED_NOTICE),
    _Kind("media", MEDIA),
    _Kind("related", RELATED, 28),
    _Kind("promo", PROMO, 20),
    _Kind("share", SHARE, 20),
    _Kind("tags", TAGS),
    _Kind("comments", COMMENTS),
    _Kind("ads", ADS),
    _Kind("copyright", COPYRIGHT),
    _Kind("disclaimer", DISCLAIMER),
    _Kind("footer", FOOTER, 20),
    _Kind("byline.label", BYLINE_LABEL, 9),
    _Kind("byline.detail", BYLINE_DETAIL, 9, unnamed=True),
    _Kind("updated", UPDATED, 14, when="modified"),
    _Kind("published", PUBLISHED, 14, when="published"),
    _Kind("byline.box", BYLINE_BOX, unnamed=True),
    _Kind("proof", PROOF, unnamed=True),
    _Kind("byline", BYLINE, 9),
    _Kind("source", SOURCE, 9, unnamed=True),
    _Kind("standfirst", STANDFIRST_LABEL),
)
MARKED = frozenset(kind.rule.id for kind in _KINDS) | {RELATED_INLINE.id}
"""Rules by which a block has its label for a marker of the lexicon that stands in it."""
_VALUED = frozenset((CREDIT, CAPTION, BYLINE, BYLINE_LABEL, BYLINE_DETAIL, UPDATED, PUBLISHED))
"""Rules whose marker leads a value."""
CREDIT_SENTENCE = 14
"""Words of a credit at the most that ends with a full stop."""
_SEPARATORS = " :،,-–—\u00a0"


def value_of(block: Block, hit: Hit) -> str | None:
    """What follows a `prefix` marker; "" where nothing but marks does, None for markers of other modes."""
    if hit.mode != "prefix":
        return None
    value = block.text[fold_cut(block.text, hit.length) :].lstrip(_SEPARATORS)
    return value if any(map(str.isalnum, value)) else ""


def by_marker(block: Block, doc: Document) -> Verdict | None:
    """What the block is by its marker, where the line is as short as such a line is."""
    hits = block.hits
    if not hits:
        return None
    off = OFF.get()
    for kind in _kinds(hits):
        hit = hits.get(kind.cls)
        if hit is not None and _fits(block, hit, kind, doc):
            verdict = kind.rule
            if verdict is RELATED and hit.mode == "prefix" and hit.length < len(block.key):
                verdict = RELATED_INLINE
            if verdict.id in off:
                continue
            value = value_of(block, hit) if verdict in _VALUED else None
            return Verdict(verdict, value, kind.media, () if kind.unnamed else None, kind.when)
    return None


def _kinds(hits: Mapping[str, Hit]) -> Sequence[_Kind]:
    """The kinds in the order in which they are tried: first those of a user's own markers that are no shorter than
    any of ours in the line."""
    own = [hit for hit in hits.values() if hit.entry.where]
    if not own:
        return _KINDS
    longest = max((len(hit.entry.key) for hit in hits.values() if not hit.entry.where), default=0)
    first = {hit.cls for hit in own if len(hit.entry.key) >= longest}
    return sorted(_KINDS, key=lambda kind: kind.cls not in first)


def _fits(block: Block, hit: Hit, kind: _Kind, doc: Document) -> bool:
    """Is the line what its marker says, by its length and by what follows the marker?"""
    if hit.mode != "prefix":
        return True
    rest = block.key[hit.length :].strip(" :،,")
    if not rest:
        return True
    if kind.longest and block.words > kind.longest and not (kind.rule is BYLINE and _of_several(block, doc)):
        return False
    if kind.rule is CREDIT:
        return not (block.stop and block.words > CREDIT_SENTENCE)
    if kind.rule is BYLINE:
        return (
            last_mark(block.text) not in ".؟!،"
            and ":" not in rest
            and (
                not _small(block, hit, doc)
                or not doc.lexicon.words.get("byline.role", set()).isdisjoint(rest.split())
            )
        )
    if kind.when:
        return looks_like_date(rest, doc.months, doc.weekdays) or is_relative_time(rest) or _dated(rest)
    return True


def _of_several(block: Block, doc: Document) -> bool:
    """Several people, and where each of them was ("By Ana Lund in London and Bo Ek in New York")? Without capitals
    nothing tells their names from a sentence."""
    if block.words > _SEVERAL or block.stop:
        return False
    return sum(name.lower() != name for name in names_of(block.text, doc)) > 1


def _small(block: Block, hit: Hit, doc: Document) -> bool:
    """What follows the marker begins with a small letter, as no name but an agency's does ("By the sea")."""
    rest = block.text[fold_cut(block.text, hit.length) :].lstrip()
    return rest[:1].islower() and not is_agency(rest.partition("/")[0], doc)


def _dated(rest: str) -> bool:
    """A date with words that the date reader does not know: short, and with three digits at least."""
    return len(rest) <= 60 and sum(c.isdigit() for c in rest) >= 3 and not ends_sentence(rest)
