"""The stages in order: bytes -> text -> blocks -> labelled blocks -> Article. Pure but for the lexicon's files.

The stages from text on are in `texts` for raw text and in `pages` for HTML; only the one that is needed is imported.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from khabar.blocks import Label
from khabar.decode import decode, repair
from khabar.errors import EmptyInput
from khabar.html.sniff import HEAD, is_html
from khabar.traced import Trace

InputFormat = Literal["auto", "text", "html"]
"""How input is taken: `auto` tells a page from a text by its beginning."""


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

        utf8 = None
        if isinstance(data, bytes) and read_with == "utf-8" and not told and data[:1] != b"\xef":
            utf8 = data  # nothing was changed: it need not be encoded again
        found = trace_page(text, told, read_with, data=utf8, language=language, fields=fields)
    else:
        from khabar.texts import trace_text

        found = trace_text(text, told, read_with, language=language, fields=fields)
    return _with_quotes(found) if fields is None or "quotes" in fields else found


def _with_quotes(found: Trace) -> Trace:
    """The last stage: the article with its quotations."""
    from khabar.quotations import PROSE, quotations  # what is not asked for need not be imported

    article = found.article
    apart = frozenset(block.text for block in found.blocks if block.label is Label.QUOTE)
    article = article._replace(quotes=quotations(article, article.language, apart))
    too_long = {
        (s, p)
        for s, section in enumerate(article.sections)
        for p, text in enumerate(section.paragraphs)
        if len(text) > PROSE
    }
    if too_long and any((quote.section, quote.paragraph) in too_long for quote in article.quotes):
        told = f"a paragraph of more than {PROSE} characters: who speaks in it was not looked for"
        article = article._replace(warnings=(*article.warnings, told))
    return found._replace(article=article)
