"""The stages in order: bytes -> text -> blocks -> labelled blocks -> Article. Pure but for the lexicon's files."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from khabar.article import Article
from khabar.assemble import assemble
from khabar.blocks import Block, Label
from khabar.characters import fold
from khabar.dates import looks_like_date
from khabar.decode import decode, repair
from khabar.errors import EmptyInput
from khabar.html.sniff import HEAD, is_html
from khabar.labels import label
from khabar.labels.table import Page
from khabar.language import RTL, detect
from khabar.lexicon import lexicon_for
from khabar.lookup import WHOLE
from khabar.publisher import publisher_of
from khabar.text import read
from khabar.text.split import split

InputFormat = Literal["auto", "text", "html"]
"""How input is taken: `auto` tells a page from a text by its beginning."""


class Trace(NamedTuple):
    """An article and the labelled blocks that it was made of, for `khabar explain`."""

    article: Article
    blocks: list[Block]


def trace(
    data: bytes | str,
    *,
    encoding: str | None = None,
    language: str | None = None,
    fields: Collection[str] | None = None,
    input_format: InputFormat = "auto",
) -> Trace:
    """Parse, and keep the blocks with both verdicts. Arguments and errors as `parse`."""
    if isinstance(data, str):
        text, told = repair(data.removeprefix("\ufeff"))
        read_with = None
    else:
        decoded = decode(data, encoding=encoding)
        text, told, read_with = decoded.text, decoded.warnings, decoded.encoding
    if not text or text.isspace():
        raise EmptyInput("empty")
    if input_format == "html" or (input_format == "auto" and "<" in text[:HEAD] and is_html(text)):
        from khabar.pages import trace_page  # lxml starts slowly, and texts have no need of it

        return trace_page(text, told, read_with, language=language, fields=fields)
    tag, direction = detect(text) if language is None else (language, direction_of(language))
    lexicon = lexicon_for(*lexicon_tags(tag))
    find = lexicon.find

    weekdays = lexicon.words.get("weekday", ())

    def is_label(line: str) -> bool:
        return len(line) < WHOLE and (bool(find(fold(line))) or looks_like_date(line, lexicon.months, weekdays))

    blocks = split(read(text, is_label), lexicon)
    if not blocks:
        raise EmptyInput("empty: nothing but invisible characters")
    page = Page(blocks, lexicon)
    label(page)
    article = assemble(page, fields)
    warnings = (*told, *article.warnings)
    if not article.sections and (fields is None or "warnings" in fields):
        warnings += ("no body text was found",)
    if fields is None or "quotes" in fields:
        article = with_quotes(article, tag, blocks)
    return Trace(
        article._replace(
            encoding=read_with,
            language=tag,
            direction=direction,
            publisher=publisher_of(page, tag) if fields is None or "publisher" in fields else None,
            warnings=warnings,
        ),
        blocks,
    )


def with_quotes(article: Article, tag: str | None, blocks: list[Block]) -> Article:
    """The article with its quotations."""
    from khabar.quotations import quotations  # what is not asked for need not be imported

    apart = frozenset(block.text for block in blocks if block.label is Label.QUOTE)
    return article._replace(quotes=quotations(article, tag, apart))


def lexicon_tags(tag: str | None) -> tuple[str, ...]:
    """Lexicon files to look labels up in: the tag's own, and its language's without the script."""
    if tag is None:
        return ()
    return (tag,) if "-" not in tag else (tag, tag.split("-")[0])


def direction_of(tag: str) -> str:
    return (
        "rtl"
        if tag.split("-")[0] in {"ar", "fa", "ur", "ps", "ckb", "he", "yi", "dv", "sd", "ug", "prs"}
        or any(part in RTL for part in tag.split("-")[1:])
        else "ltr"
    )
