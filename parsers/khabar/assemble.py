"""Labelled blocks to an Article: every block goes into exactly one field, or into `stripped`."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from khabar.article import Article, Image, Section, Stripped
from khabar.blocks import Block, Label
from khabar.characters import fold_cut
from khabar.dates import parse_date, split_stamps
from khabar.labels.bylines import BYLINE_ROLE, SOURCE_TAIL
from khabar.labels.captions import CAPTION_AGENCY
from khabar.labels.document import Document
from khabar.labels.first import BYLINE, BYLINE_BOX, BYLINE_DETAIL, BYLINE_LABEL, PROOF, PUBLISHED, SOURCE, UPDATED
from khabar.labels.pictures import lone_label
from khabar.labels.rules import rule
from khabar.labels.values import DATE_VALUE

LABEL_PART = rule(
    "marker.word",
    Label.MARKER,
    "the label words before a credit, a caption or a name",
    "صدر الصورة،",
    stage="assemble",
)
LIST_MARK = rule("list.mark", Label.MARKER, "the mark before a list item", "o", stage="assemble")

_TEXT = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.STANDFIRST, Label.UNKNOWN))
_MARKLESS = frozenset(
    (Label.LIST_ITEM, Label.HEADING, Label.TITLE, Label.CREDIT, Label.CAPTION, Label.ALT, Label.BYLINE)
)
"""Labels whose blocks are written without their list mark."""
_UNNAMED = frozenset((PROOF.id, SOURCE.id, BYLINE_ROLE.id, SOURCE_TAIL.id, BYLINE_BOX.id, BYLINE_DETAIL.id))
"""Rules of lines that stand with a byline and name nobody."""
_CREDIT = {"credit.label": ("credit",), "credit.weak": ("credit.weak",)}
_GLUE = " :،,-–—\u00a0"


class _Draft:
    """An article in the making."""

    __slots__ = (
        "byline", "groups", "images", "modified", "published", "sections", "sources", "stripped", "title", "wanted",
    )  # fmt: skip

    def __init__(self, wanted: Collection[str] | None, sources: Mapping[int, str]) -> None:
        self.wanted = wanted
        self.sources = sources
        self.title: str | None = None
        self.byline: list[str] = []
        self.published: str | None = None
        self.modified: str | None = None
        self.sections: list[tuple[str | None, list[str]]] = []
        self.images: list[dict[str, str | int | None]] = []
        self.groups: dict[int, int] = {}
        self.stripped: list[Stripped] = []

    def strip(self, rule_id: str, text: str, chars: int = 0) -> None:
        if self.wants("stripped") and text.strip():
            self.stripped.append(Stripped(rule_id, text, chars or None))

    def wants(self, *names: str) -> bool:
        """Is one of these fields asked for?"""
        return self.wanted is None or any(name in self.wanted for name in names)

    def paragraphs(self) -> list[str]:
        if not self.sections:
            self.sections.append((None, []))
        return self.sections[-1][1]

    def picture(self, block: Block) -> dict[str, str | int | None]:
        """The picture that a block belongs to, made where the block is its first."""
        at = self.groups.get(block.group) if block.group else None
        if at is None:
            section = max(0, len(self.sections) - 1)
            paragraph = len(self.sections[-1][1]) if self.sections else 0
            self.images.append({"section": section, "paragraph": paragraph})
            if block.group in self.sources:
                self.images[-1]["src"] = self.sources[block.group]
            at = len(self.images) - 1
            if block.group:
                self.groups[block.group] = at
        return self.images[at]


def assemble(doc: Document, fields: Collection[str] | None = None) -> Article:
    """The article of a labelled page; language, source and the like are left to the caller.

    `fields`: what is wanted of it; `stripped` and dates that are not are not computed. None: all.
    """
    draft = _Draft(fields, doc.sources)
    before: Block | None = None
    for block in doc.blocks:
        if block.label is Label.DATE:
            _date(block, before, draft, doc)
        else:
            _place(block, draft)
        before = block
    return Article(
        title=draft.title,
        byline=tuple(draft.byline),
        published=draft.published,
        modified=draft.modified,
        sections=tuple(Section(h, tuple(p)) for h, p in draft.sections),
        images=tuple(Image(**i) for i in draft.images),  # type: ignore[arg-type]
        stripped=tuple(draft.stripped),
        warnings=tuple(doc.warnings),
    )


def _place(block: Block, draft: _Draft) -> None:
    label = block.label
    if label in _MARKLESS and block.bullet.isalnum():
        draft.strip(LIST_MARK.id, block.bullet)  # the "o" that some tools write for a list mark is a word
    if label in _TEXT:
        draft.paragraphs().append(_with_mark(block, draft))
    elif label is Label.HEADING:
        draft.sections.append((_with_mark(block, draft), []))
    elif label is Label.TITLE and draft.title is None:
        draft.title = _with_mark(block, draft)
    elif label in (Label.CREDIT, Label.CAPTION, Label.ALT):
        _picture_part(block, draft)
    elif label is Label.BYLINE:
        _byline(block, draft)
    else:
        draft.strip(block.rule, _whole(block), block.markup.chars if block.markup is not None else 0)


def _whole(block: Block) -> str:
    return f"{block.bullet} {block.text}" if block.bullet else block.text


def _with_mark(block: Block, draft: _Draft) -> str:
    """The text, with its mark unless it is a list item's."""
    if not block.bullet:
        return block.text
    return block.text if block.label in _MARKLESS else _whole(block)


def _value(block: Block, classes: tuple[str, ...], draft: _Draft) -> str:
    """The text behind its label word; the label word is stripped."""
    for cls in classes:
        hit = block.hits.get(cls)
        if hit is not None and hit.mode == "prefix" and hit.length:
            cut = fold_cut(block.text, hit.length)
            value = block.text[cut:].lstrip(_GLUE)
            head = block.text[: len(block.text) - len(value)]
            draft.strip(LABEL_PART.id, head.strip())
            return value
    return block.text


def _picture_part(block: Block, draft: _Draft) -> None:
    if lone_label(block):
        draft.strip(block.rule, block.text)
        return
    picture = draft.picture(block)
    if block.media and not picture.get("media"):
        picture["media"] = block.media
    if block.label is Label.ALT:
        picture["alt"] = block.text or None
    elif block.label is Label.CREDIT:
        value = _value(block, _CREDIT.get(block.rule, ()), draft)
        if picture.get("credit"):
            draft.strip(block.rule, value)
        else:
            picture["credit"] = value.lstrip("© ").strip() or None
    else:
        classes = ("caption.image", "caption.video", "caption.audio", "caption")
        value = _value(block, classes if block.rule == "caption.label" else (), draft)
        if block.rule == CAPTION_AGENCY.id and not picture.get("credit"):
            value, credit = value.rstrip()[:-1].rsplit("(", 1)
            picture["credit"] = credit.strip() or None
        if picture.get("caption"):
            draft.strip(block.rule, value)
        else:
            picture["caption"] = value.strip() or None


def _byline(block: Block, draft: _Draft) -> None:
    if block.rule in _UNNAMED:
        draft.strip(block.rule, block.text)
        return
    cls = {BYLINE.id: "byline", BYLINE_LABEL.id: "byline.label", "byline.weak": "byline.weak"}.get(block.rule)
    value = _value(block, (cls,), draft).strip() if cls else block.text
    value = value.rstrip(" :")
    if value in draft.byline:
        draft.strip(block.rule, value)
    elif value:
        draft.byline.append(value)


def _date(block: Block, before: Block | None, draft: _Draft, doc: Document) -> None:
    draft.strip(block.rule, _whole(block))
    if not draft.wants("published", "modified"):
        return
    if doc.dump and draft.title is None and draft.sections == []:
        return  # the date in the page's head, not the article's
    if before is not None and before.label is Label.RELATED:
        return  # the date of another article
    said = block.rule in (PUBLISHED.id, UPDATED.id, DATE_VALUE.id)
    if len(draft.sections) > 1 or (draft.sections and len(draft.sections[0][1]) > (2 if said else 1)):
        return  # a date in the article, as a timeline has them, or behind it is not the article's
    text = block.text
    if block.rule == UPDATED.id:
        draft.modified = draft.modified or parse_date(_behind(block, "updated"), doc.months)
        return
    if block.rule == PUBLISHED.id:
        draft.published = draft.published or parse_date(_behind(block, "published"), doc.months)
        return
    published, modified = split_stamps(text, doc.months)
    draft.published = draft.published or published
    draft.modified = draft.modified or modified


def _behind(block: Block, cls: str) -> str:
    hit = block.hits[cls]
    return block.text[fold_cut(block.text, hit.length) :].lstrip(_GLUE)
