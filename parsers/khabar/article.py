"""The model: what an article is once it has structure. `Article.to_dict` is the output contract, schema 1.

Immutable, no I/O. A key of `to_dict` never changes its meaning without a new SCHEMA number; keys may be added.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Literal, Self

from khabar.frozen import Frozen, counted, shortened

SCHEMA = 1
"""Number of the output contract, in every document."""

Format = Literal["text", "html"]
"""What an input was read as."""
Direction = Literal["ltr", "rtl"]
"""Of a text: from left to right, from right to left."""
QuoteKind = Literal["direct", "partial", "term", "heading"]
"""A whole statement, a fragment of one, a name or catchword in marks, marks in a heading."""
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


class Article(Frozen):
    """One document. Every word of a raw text is in one of the text fields or in `stripped`.

    `image`: the address of a page's lead picture, as the page gives it; it may be one that `images` does not have.

    >>> article = Article(title="Harbour to reopen", sections=(Section(None, ("It opens in May.",)),))
    >>> article
    <Article 'Harbour to reopen': 1 section>
    >>> article.replace(title=None, language="en").to_json(fields=["language", "title"])
    '{"schema": 1, "source": null, "language": "en", "title": null}'
    >>> Article.from_dict(article.to_dict()) == article
    True
    """

    source: str | None = None
    format: Format = "text"
    encoding: str | None = None
    language: str | None = None
    direction: Direction = "ltr"
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    image: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    sections: tuple[Section, ...] = ()
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Statement, ...] = ()
    images: tuple[Image, ...] = ()
    stripped: tuple[Stripped, ...] = ()
    warnings: tuple[str, ...] = ()

    def confident(self, minimum: float) -> Article:
        """The article with no speaker where the confidence is below `minimum` (0 to 1) or was not weighed, and
        without the statements of which that is so: a quotation is there whoever says it, a statement is not."""
        quotes = tuple(quote.confident(minimum) for quote in self.quotes)
        return self.replace(quotes=quotes, statements=tuple(one for one in self.statements if one.sure(minimum)))

    def to_text(self) -> str:
        """The clean text: title, headings and paragraphs, with an empty line between them.

        >>> Article(title="Harbour to reopen", sections=(Section("When", ("In May.",)),)).to_text()
        'Harbour to reopen\\n\\nWhen\\n\\nIn May.'
        """
        parts = [self.title]
        for section in self.sections:
            parts += [section.heading, *section.paragraphs]
        return "\n\n".join(part for part in parts if part)

    def to_markdown(self) -> str:
        """The article in Markdown: title, byline and date, headings, paragraphs, and pictures where they stood.

        >>> print(Article(title="Harbour to reopen", images=(Image(credit="AFP", caption="Boats"),)).to_markdown())
        # Harbour to reopen
        <BLANKLINE>
        *Boats* — AFP
        """
        from khabar.markdown import article

        return article(self)

    def to_json(self, indent: int | None = None, *, fields: Collection[str] | None = None) -> str:
        """The document as a JSON object, always valid UTF-8, on one line or indented; `fields` as of `to_dict`."""
        import json

        from khabar.decode.invisible import whole

        return whole(json.dumps(self.to_dict(fields), ensure_ascii=False, indent=indent))[0]

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`, also for what the command printed.

        >>> Article.from_dict({"title": "Harbour to reopen", "byline": ["Ann Poe"], "record": {"id": 7}}).byline
        ('Ann Poe',)

        Missing keys are as in `Article()`, other keys (`record`) are passed over. Raises ValueError for another
        schema number, for the record of an error, and for a value that cannot stand there; TypeError where it is no
        mapping.
        """
        from khabar.restore import check_document

        check_document(document, SCHEMA)
        return super().from_dict(document)

    def to_dict(self, fields: Collection[str] | None = None) -> dict[str, Any]:
        """The document as plain JSON types, keys in the contract's order.

        `fields`: only these keys (and always `schema` and `source`, so that a record can be told from another).
        Raises KeyError for a name that is not in FIELDS.
        """
        if fields is not None:
            for name in fields:
                if name not in FIELDS:
                    raise KeyError(name)
        out: dict[str, Any] = {"schema": SCHEMA, "source": self.source}
        for name in FIELDS:
            if name in ("schema", "source") or (fields is not None and name not in fields):
                continue
            value = getattr(self, name)
            if name in ("sections", "quotes", "statements", "images", "stripped"):
                value = [x.to_dict() for x in value]
            elif isinstance(value, tuple):
                value = list(value)
            out[name] = value
        return out

    def __repr__(self) -> str:
        """One line: source, title, how much there is."""
        named = [repr(shortened(name)) for name in (self.source, self.title) if name is not None]
        sizes = {
            "section": self.sections,
            "picture": self.images,
            "quotation": self.quotes,
            "statement": self.statements,
            "warning": self.warnings,
        }
        parts = [counted(len(found), what) for what, found in sizes.items() if found]
        return f"<Article {' '.join(named) or 'without a title'}: {', '.join(parts) or 'empty'}>"

    def _repr_html_(self) -> str:
        """For notebooks."""
        from khabar.notebook import article_html

        return article_html(self)


FIELDS: tuple[str, ...] = (
    "schema",
    "source",
    "format",
    "encoding",
    "language",
    "direction",
    "publisher",
    "url",
    "title",
    "image",
    "byline",
    "published",
    "modified",
    "sections",
    "quotes",
    "statements",
    "images",
    "stripped",
    "warnings",
)
"""Names that `to_dict(fields=…)` and the command's --fields take, in output order."""
