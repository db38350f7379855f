"""What an article is made of: sections, quotations, statements, pictures, and what was stripped; and their kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, Self

from khabar.frozen import Frozen
from khabar.hints import counted, shortened

Format = Literal["text", "html"]
"""What an input was read as."""
Direction = Literal["ltr", "rtl"]
"""Of a text: from left to right, from right to left."""
QuoteKind = Literal["direct", "partial", "term", "heading"]
"""A whole statement, a fragment of one, a name or catchword in marks, marks in a heading."""
SPOKEN: tuple[QuoteKind, ...] = ("direct", "partial")
"""The kinds that are somebody's words: the others are names, catchwords and headings."""
StatementType = Literal["statement", "demand", "denial", "stance"]
"""What somebody says, asks for, denies; what somebody welcomes, condemns or rejects."""
Media = Literal["video", "audio"]
"""What a player plays."""


class Section(Frozen):
    """A heading and the paragraphs under it; `heading` is None where text stands before the first one."""

    heading: str | None
    paragraphs: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON types."""
        return {"heading": self.heading, "paragraphs": list(self.paragraphs)}

    def __repr__(self) -> str:
        return f"<Section {shortened(self.heading)!r}: {counted(len(self.paragraphs), 'paragraph')}>"


class Quote(Frozen):
    """A quotation; offsets count code points in the paragraph (or heading, or title) that it stands in.

    One over several paragraphs of its section ends in `end_paragraph`, where `end` counts; its text has a blank line
    between them. `to_dict` has that key only for such a one.
    """

    text: str
    kind: QuoteKind
    speaker: str | None
    cue: str | None
    section: int | None
    paragraph: int | None
    start: int
    end: int
    end_paragraph: int | None = None
    confidence: float | None = None
    """How likely `speaker` is right, or where it is None that the article does not say: 0 to 1, two decimals."""

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`; arguments and errors as of `Article.from_dict`."""
        if isinstance(document, Mapping) and document.get("end_paragraph") is None:
            document = {**document, "end_paragraph": document.get("paragraph")}
        return super().from_dict(document)

    def confident(self, minimum: float) -> Quote:
        """The quotation, without its speaker where the confidence is below `minimum`, or null: then both are."""
        if self.speaker is None or minimum <= 0 or (self.confidence is not None and self.confidence >= minimum):
            return self
        return self.replace(speaker=None, confidence=None)

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON types."""
        out: dict[str, Any] = {
            "text": self.text,
            "kind": self.kind,
            "speaker": self.speaker,
            "cue": self.cue,
            "confidence": self.confidence,
            "section": self.section,
            "paragraph": self.paragraph,
            "start": self.start,
            "end": self.end,
        }
        if self.end_paragraph is not None and self.end_paragraph != self.paragraph:
            out["end_paragraph"] = self.end_paragraph
        return out


class Statement(Frozen):
    """What somebody is reported to have said without marks round it; offsets as those of a `Quote`, always in one
    paragraph."""

    text: str
    """The reported clause or phrase, without the conjunction that opens it."""
    type: StatementType
    speaker: str | None
    cue: str | None
    section: int
    paragraph: int
    start: int
    end: int
    quoted: bool = False
    """Does it hold a quotation of kind direct or partial?"""
    confidence: float | None = None
    """How likely it is that this is a statement, and this speaker's: 0 to 1, two decimals."""

    def sure(self, minimum: float) -> bool:
        """Is the confidence at least `minimum`?"""
        return minimum <= 0 or (self.confidence is not None and self.confidence >= minimum)

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON types."""
        return {
            "text": self.text,
            "type": self.type,
            "speaker": self.speaker,
            "cue": self.cue,
            "confidence": self.confidence,
            "quoted": self.quoted,
            "section": self.section,
            "paragraph": self.paragraph,
            "start": self.start,
            "end": self.end,
        }


class Image(Frozen):
    """A picture (`media` None), or a video or audio player that shows a caption.

    `section` and `paragraph` say before which paragraph it stood: indices into `Article.sections` and its
    `paragraphs`; `paragraph` may equal their number (after the last one).
    """

    credit: str | None = None
    caption: str | None = None
    alt: str | None = None
    src: str | None = None
    section: int = 0
    paragraph: int = 0
    media: Media | None = None
    agencies: tuple[str, ...] = ()
    """The picture agencies in the credit, each by one name in every language."""

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON types."""
        out: dict[str, Any] = {
            "credit": self.credit,
            "caption": self.caption,
            "agencies": list(self.agencies),
            "alt": self.alt,
            "src": self.src,
            "section": self.section,
            "paragraph": self.paragraph,
        }
        if self.media:
            out["media"] = self.media
        return out


class Stripped(Frozen):
    """A piece of the input that is in no other field, and the id of the rule that removed it.

    `chars` is set where `text` is abridged, as that of a page's menus is: the characters that the whole has.
    """

    rule: str
    text: str
    chars: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON types."""
        out: dict[str, Any] = {"rule": self.rule, "text": self.text}
        if self.chars is not None:
            out["chars"] = self.chars
        return out


def in_order(sections: Sequence[Section], images: Sequence[Image]) -> Iterator[tuple[bool, str] | Image]:
    """Headings (True, and the text) and paragraphs (False), and each picture before the paragraph that it stood
    before."""
    pictures = list(images)[::-1]

    def until(section: int, paragraph: int) -> Iterator[Image]:
        while pictures and (pictures[-1].section, pictures[-1].paragraph) <= (section, paragraph):
            yield pictures.pop()

    for number, section in enumerate(sections):
        yield from until(number, -1)
        if section.heading:
            yield True, section.heading
        for at, text in enumerate(section.paragraphs):
            yield from until(number, at)
            yield False, text
        yield from until(number, len(section.paragraphs))
    yield from reversed(pictures)


class Readable(Protocol):
    """What those read of an article who lay it out (`markdown`, `notebook`): the article itself knows them."""

    @property
    def language(self) -> str | None: ...

    @property
    def direction(self) -> Direction: ...

    @property
    def publisher(self) -> str | None: ...

    @property
    def title(self) -> str | None: ...

    @property
    def byline(self) -> tuple[str, ...]: ...

    @property
    def published(self) -> str | None: ...

    @property
    def sections(self) -> tuple[Section, ...]: ...

    @property
    def quotes(self) -> tuple[Quote, ...]: ...

    @property
    def images(self) -> tuple[Image, ...]: ...

    @property
    def stripped(self) -> tuple[Stripped, ...]: ...

    @property
    def warnings(self) -> tuple[str, ...]: ...
