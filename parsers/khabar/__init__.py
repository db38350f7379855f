"""khabar: a scraped news article, raw text or HTML, into structure.

>>> import khabar
>>> article = khabar.parse(open("article.txt", "rb").read(), source="article.txt")  # doctest: +SKIP
>>> article.title, article.sections[0].paragraphs[0], article.images[0].credit  # doctest: +SKIP

The library does no I/O but for reading its own lexicon. Everything it returns is immutable.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from khabar.article import (
    FIELDS,
    SCHEMA,
    Article,
    Direction,
    Format,
    Image,
    Media,
    Quote,
    QuoteKind,
    Section,
    Statement,
    StatementType,
    Stripped,
)
from khabar.blocks import Label, LabelledBlock
from khabar.errors import BinaryInput, EmptyInput, KhabarError, UnknownEncoding, UnknownRule
from khabar.labels.rules import RULES, Rule
from khabar.labels.switches import load_rules
from khabar.pipeline import InputFormat, parsed, trace
from khabar.traced import Trace

if TYPE_CHECKING:
    from khabar.speakers import Known, Person

__version__ = "0.1.0"

__all__ = [
    "FIELDS",
    "SCHEMA",
    "Article",
    "BinaryInput",
    "Direction",
    "EmptyInput",
    "Format",
    "Image",
    "InputFormat",
    "KhabarError",
    "Label",
    "LabelledBlock",
    "Media",
    "Quote",
    "QuoteKind",
    "Rule",
    "Section",
    "Statement",
    "StatementType",
    "Stripped",
    "Trace",
    "UnknownEncoding",
    "UnknownRule",
    "merge_speakers",
    "parse",
    "parse_text",
    "read_names",
    "rule",
    "rules",
    "trace",
]


def parse(
    data: bytes | str,
    *,
    source: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    fields: Collection[str] | None = None,
    input_format: InputFormat = "auto",
    without: Collection[str] = (),
    min_confidence: float | None = None,
) -> Article:
    """Parse one article.

    `data`: the bytes of a file (their encoding is found out, or given as `encoding`), or text.
    `source`: a name for the document, as it is to stand in the output. `language`: a BCP 47 tag, where it is
    known; otherwise it is detected. `fields`: names of FIELDS; others may be left empty and cost nothing.
    `without`: ids of rules that give no verdict, and names of passes that are left out, to see what they are worth.
    `min_confidence` (0 to 1): no speaker of a quotation, and no statement, where the confidence is below; as
    `Article.confident`.

    Raises EmptyInput, BinaryInput, UnknownEncoding, UnknownRule (all are KhabarError). What a user should
    know of a text that could be parsed is in `Article.warnings`.
    """
    found = parsed(
        data, encoding=encoding, language=language, fields=fields, input_format=input_format, without=without
    )
    article = found.article if min_confidence is None else found.article.confident(min_confidence)
    return article._replace(source=source)


def parse_text(text: str, *, source: str | None = None, language: str | None = None) -> Article:
    """Parse an article that is text already; `Article.encoding` is None. See `parse`."""
    return parse(text, source=source, language=language)


def merge_speakers(
    names: Iterable[str | tuple[str, str | None]] | Mapping[str | tuple[str, str | None], int] | Mapping[str, int],
    *,
    language: str | None = None,
    known: Known | None = None,
) -> tuple[Person, ...]:
    """Merge what is one person among the names of speakers: "Merkel", "Angela Merkel", "Chancellor Angela Merkel".

    `names`: each as often as it was met, or a mapping to its count (a Counter). A name may be a pair of it and its
    language's tag; `language` is that of the others (None: by its letters). `known`: a user's own list, as of
    `read_names`. Two people of one surname are never merged, and a surname that two bear stays by itself; the same
    names give the same people in any order. Each has `name`, `forms` and `times`.
    """
    from khabar.speakers import Known
    from khabar.speakers import merge_speakers as merged

    return merged(names, language=language, known=known or Known())


def read_names(data: bytes | str) -> Known:
    """Read a list of people for `merge_speakers`: a person on a line, first the name, then its other forms, a tab,
    "=" or "|" between them; or CSV with the header name,form.

    Raises NamesError (a KhabarError), which says the line, where it cannot be used.
    """
    from khabar.speakers import read_names as read

    return read(data)


def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried."""
    load_rules()
    stages = ("first", "second", "assemble")
    return tuple(sorted(RULES.values(), key=lambda one: stages.index(one.stage)))


def rule(id: str) -> Rule:
    """The rule of this id. Raises KeyError where there is none."""
    if id not in RULES:
        load_rules()
    return RULES[id]
