"""khabar: a scraped news article, raw text or HTML, into structure.

>>> import khabar
>>> article = khabar.parse(open("article.txt", "rb").read(), source="article.txt")  # doctest: +SKIP
>>> article.title, article.sections[0].paragraphs[0], article.images[0].credit  # doctest: +SKIP

The library does no I/O but for reading its own lexicon. Everything it returns is immutable.
"""

from __future__ import annotations

from collections.abc import Collection

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
    Stripped,
)
from khabar.blocks import Label, LabelledBlock
from khabar.errors import BinaryInput, EmptyInput, KhabarError, UnknownEncoding, UnknownRule
from khabar.labels.rules import RULES, Rule
from khabar.labels.switches import load_rules
from khabar.pipeline import InputFormat, parsed, trace
from khabar.traced import Trace

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
    "Stripped",
    "Trace",
    "UnknownEncoding",
    "UnknownRule",
    "parse",
    "parse_text",
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
) -> Article:
    """Parse one article.

    `data`: the bytes of a file (their encoding is found out, or given as `encoding`), or text.
    `source`: a name for the document, as it is to stand in the output. `language`: a BCP 47 tag, where it is
    known; otherwise it is detected. `fields`: names of FIELDS; others may be left empty and cost nothing.
    `without`: ids of rules that give no verdict, and names of passes that are left out, to see what they are worth.

    Raises EmptyInput, BinaryInput, UnknownEncoding, UnknownRule (all are KhabarError). What a user should
    know of a text that could be parsed is in `Article.warnings`.
    """
    found = parsed(
        data, encoding=encoding, language=language, fields=fields, input_format=input_format, without=without
    )
    return found.article._replace(source=source)


def parse_text(text: str, *, source: str | None = None, language: str | None = None) -> Article:
    """Parse an article that is text already; `Article.encoding` is None. See `parse`."""
    return parse(text, source=source, language=language)


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
