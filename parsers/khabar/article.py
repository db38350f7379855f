"""The model: what an article is once it has structure. `Article.to_dict` is the output contract, schema 1.

Immutable, no I/O. A key of `to_dict` never changes its meaning without a new SCHEMA number; keys may be added.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Self

from khabar.entries import Direction, Format, Image, Quote, Section, Statement, Stripped
from khabar.frozen import Frozen
from khabar.hints import counted, shortened

SCHEMA = 1
"""Number of the output contract, in every document."""


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
        schema number, for the record of an error, for what is no document, and for a value that cannot stand there;
        TypeError where it is no mapping. A document has a key of FIELDS; where these are only `schema` and `source`
        (`khabar parse --fields source` prints that), it has no others but `record`: a row of `khabar quotes` is none.
        """
        from khabar.restore import check_document

        check_document(document, SCHEMA, FIELDS)
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
        from khabar.report.small import small_html

        return small_html(self)


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
