"""Labelled blocks to an Article: every block goes into exactly one field, or into `stripped`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from khabar.article import Article
from khabar.blocks import Block, Label
from khabar.dates import parse_date, split_stamps
from khabar.entries import Image, Section, Stripped
from khabar.labels.document import Document
from khabar.labels.rules import rule
from khabar.pictures.record import Picture

MARKER_PART = rule(
    "marker.word", Label.MARKER, "the marker before a credit, a caption or a name", "صدر الصورة،", stage="assemble"
)
LIST_MARK = rule("list.mark", Label.MARKER, "the mark before a list item", "o", stage="assemble")

TEXT = frozenset((Label.PARAGRAPH, Label.LIST_ITEM, Label.QUOTE, Label.STANDFIRST, Label.UNKNOWN))
"""Labels whose blocks are paragraphs of the article."""
MARKLESS = frozenset(
    (Label.LIST_ITEM, Label.HEADING, Label.TITLE, Label.CREDIT, Label.CAPTION, Label.ALT, Label.BYLINE)
)
"""Labels whose blocks are written without their list mark."""
PICTURE = frozenset((Label.CREDIT, Label.CAPTION, Label.ALT))
"""Labels whose blocks are parts of a picture."""


class _Draft:
    """An article in the making."""

    __slots__ = (
        "byline", "images", "modified", "published", "sections", "stripped", "title", "wanted",
    )  # fmt: skip

    def __init__(self, wanted: Collection[str] | None) -> None:
        self.wanted = wanted
        self.title: str | None = None
        self.byline: dict[str, None] = {}
        self.published: str | None = None
        self.modified: str | None = None
        self.sections: list[tuple[str | None, list[str]]] = []
        self.images: dict[Picture, dict[str, Any]] = {}
        self.stripped: list[Stripped] = []

    def strip(self, rule_id: str, text: str, chars: int = 0) -> None:
        if self.wants("stripped") and text.strip():
            self.stripped.append(Stripped(rule_id, text, chars or None))

    def strip_rest(self, text: str, *kept: str) -> None:
        """Strip what stands before, between and after the values kept of a text: markers, roles, brackets."""
        if kept[0] == text and not any(kept[1:]):
            return  # most captions and credits are nothing else
        for piece in _rest(text, kept):
            if any(map(str.isalnum, piece)):
                self.strip(MARKER_PART.id, piece)

    def wants(self, *names: str) -> bool:
        """Is one of these fields asked for?"""
        return self.wanted is None or any(name in self.wanted for name in names)

    def paragraphs(self) -> list[str]:
        if not self.sections:
            self.sections.append((None, []))
        return self.sections[-1][1]

    def picture(self, block: Block) -> dict[str, Any]:
        """The image of the picture that a block is a part of, made where the block is its first."""
        picture = block.picture or Picture()
        if picture not in self.images:
            section = max(0, len(self.sections) - 1)
            paragraph = len(self.sections[-1][1]) if self.sections else 0
            self.images[picture] = {"src": picture.src, "section": section, "paragraph": paragraph}
        return self.images[picture]


def assemble(doc: Document, fields: Collection[str] | None = None) -> Article:
    """The article of a labelled document; language, source and the like are left to the caller.

    `fields`: what is wanted of it; `stripped` and dates that are not are not computed. None: all.
    """
    draft = _Draft(fields)
    for block in doc.blocks:
        _place(block, draft, doc)
    return Article(
        title=draft.title,
        byline=tuple(draft.byline),
        published=draft.published,
        modified=draft.modified,
        sections=tuple(Section(h, tuple(p)) for h, p in draft.sections),
        images=tuple(Image(**i) for i in draft.images.values()),
        stripped=tuple(draft.stripped),
        warnings=tuple(doc.warnings),
    )


def _place(block: Block, draft: _Draft, doc: Document) -> None:
    label = block.label
    if label in MARKLESS and block.bullet.isalnum():
        draft.strip(LIST_MARK.id, block.bullet)  # the "o" that some tools write for a list mark is a word
    if label in TEXT:
        draft.paragraphs().append(_with_mark(block))
    elif label is Label.HEADING:
        draft.sections.append((_with_mark(block), []))
    elif label is Label.TITLE and draft.title is None:
        draft.title = _with_mark(block)
    elif label in PICTURE:
        _picture(block, draft)
    elif label is Label.BYLINE:
        _byline(block, draft)
    elif block.names:
        for text in filter(None, _rest(block.text, block.names)):  # a box with the author's name
            draft.strip(block.rule, text)
    else:
        draft.strip(block.rule, _whole(block), block.markup.chars if block.markup is not None else 0)
    if block.when and draft.wants("published", "modified"):
        _date(block, draft, doc)


def _whole(block: Block) -> str:
    return f"{block.bullet} {block.text}" if block.bullet else block.text


def _with_mark(block: Block) -> str:
    """The text, with its list mark unless the label goes without."""
    return block.text if block.label in MARKLESS else _whole(block)


def _picture(block: Block, draft: _Draft) -> None:
    value = block.text if block.value is None else block.value
    if not value and block.value is not None:
        draft.strip(block.rule, block.text)  # a marker that nothing follows
        return
    picture = draft.picture(block)
    if block.media and not picture.get("media"):
        picture["media"] = block.media
    draft.strip_rest(block.text, value, block.credit or "")
    _set(picture, str(block.label), value, block, draft)
    if block.credit:
        _set(picture, "credit", block.credit, block, draft)


def _set(picture: dict[str, Any], part: str, value: str, block: Block, draft: _Draft) -> None:
    """Make a value a part of a picture, unless it has that part."""
    if picture.get(part):
        draft.strip(block.rule, value)
    else:
        picture[part] = (value.lstrip("© ") if part == "credit" else value).strip() or None


def _byline(block: Block, draft: _Draft) -> None:
    names = block.names
    if names is None:
        names = ((block.text if block.value is None else block.value).strip().rstrip(" :"),)
    if not any(names):
        draft.strip(block.rule, block.text)
        return
    draft.strip_rest(block.text, *names)
    for name in names:
        if name in draft.byline:
            draft.strip(block.rule, name)
        elif name:
            draft.byline[name] = None


def _rest(text: str, kept: tuple[str, ...]) -> Iterator[str]:
    """The pieces of a text that are in none of the values that stand in it."""
    at = 0
    for value in sorted(filter(None, kept), key=text.find):
        begin = text.find(value, at)
        if begin >= 0:
            yield text[at:begin].strip()
            at = begin + len(value)
    yield text[at:].strip()


def _date(block: Block, draft: _Draft, doc: Document) -> None:
    if block.when == "either":
        published, modified = split_stamps(block.text, doc.months, doc.month_first)
        draft.published = draft.published or published
        draft.modified = draft.modified or modified
    elif block.when:
        text = block.text if block.value is None else block.value
        setattr(draft, block.when, getattr(draft, block.when) or parse_date(text, doc.months, doc.month_first))
