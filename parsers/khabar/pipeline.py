"""The stages in order: bytes -> text -> blocks -> labelled blocks -> Article. Pure but for the lexicon's files.

The stages from text on are in `texts` for raw text and in `pages` for HTML; only the one that is needed is imported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from khabar.arguments import InputFormat, check_arguments, check_data, check_language, texts_in
from khabar.blocks import Label, LabelledBlock
from khabar.characters import fold
from khabar.decode import decode, repair
from khabar.decode.invisible import all_visible, visible, visible_source, whole
from khabar.errors import EmptyInput
from khabar.html.sniff import HEAD, is_html
from khabar.labels.switches import without_rules
from khabar.language import lexicon_tags
from khabar.lexicon.additions import places_in, used
from khabar.traced import Parsed, Trace

__all__ = ["InputFormat", "parsed", "trace"]


def trace(
    data: bytes | bytearray | memoryview | str,
    *,
    encoding: str | None = None,
    language: str | None = None,
    fields: Collection[str] | None = None,
    input_format: InputFormat = "auto",
    without: Collection[str] = (),
    blocks: bool = True,
) -> Trace:
    """Parse, and keep the blocks with both verdicts (`blocks` False: none, which costs less).

    The other arguments and the errors as of `khabar.parse`.
    """
    found = parsed(
        data, encoding=encoding, language=language, fields=fields, input_format=input_format, without=without
    )
    if not blocks:
        return Trace(found.article, ())
    labelled = tuple(map(LabelledBlock.of, found.blocks))
    return Trace(found.article, _with_places(labelled, found.article.language) if used() else labelled)


def _with_places(blocks: Iterable[LabelledBlock], language: str | None) -> tuple[LabelledBlock, ...]:
    """Labelled blocks with the places of the user's words in them, beside those of markers."""
    tags = lexicon_tags(language)
    return tuple(
        block._replace(lexicon=tuple(dict.fromkeys((*block.lexicon, *places_in(fold(block.text), tags)))))
        for block in blocks
    )


def parsed(
    data: bytes | bytearray | memoryview | str,
    *,
    encoding: str | None = None,
    language: str | None = None,
    fields: Collection[str] | None = None,
    input_format: InputFormat = "auto",
    without: Collection[str] = (),
) -> Parsed:
    """The article and its blocks in the making. Arguments and errors as `khabar.parse`."""
    check_data(data)
    check_arguments(fields=fields, input_format=input_format, encoding=encoding)
    if language is not None:
        language = check_language(language)
    given = bytes(data) if isinstance(data, bytearray | memoryview) else data
    if not without:
        return _parsed(given, encoding, language, fields, input_format)
    with without_rules(texts_in("without", without)):
        return _parsed(given, encoding, language, fields, input_format)


def _parsed(
    data: bytes | str,
    encoding: str | None,
    language: str | None,
    fields: Collection[str] | None,
    input_format: InputFormat,
) -> Parsed:
    """The stages; the arguments have been checked."""
    if isinstance(data, str):
        text, told = repair(data)
        read_with = None
    else:
        decoded = decode(data, encoding=encoding)
        text, told, read_with = decoded.text, decoded.warnings, decoded.encoding
    if read_with != "utf-8":  # what was read as that has no half surrogate pairs
        text, halves = whole(text)
        told += halves
    if not text or text.isspace():
        raise EmptyInput("empty")
    if input_format == "html" or (input_format == "auto" and "<" in text[:HEAD] and is_html(text)):
        found = _parsed_page(text, told, read_with, data, language, fields)
    else:
        from khabar.texts import parsed_text

        found = parsed_text(visible(text), told, read_with, language=language, fields=fields)
    if fields is None or "images" in fields:
        found = _with_agencies(found)
    asked = [name for name in ("quotes", "statements") if fields is None or name in fields]
    return _with_speech(found, asked) if asked else found


def _parsed_page(
    text: str,
    told: tuple[str, ...],
    read_with: str | None,
    data: bytes | str,
    language: str | None,
    fields: Collection[str] | None,
) -> Parsed:
    from khabar.pages import parsed_page  # lxml starts slowly, and texts have no need of it

    source = visible_source(text)
    utf8 = None
    if isinstance(data, bytes) and read_with == "utf-8" and not told and data[:1] != b"\xef" and source == text:
        utf8 = data  # nothing was changed: it need not be encoded again
    found = parsed_page(source, told, read_with, data=utf8, language=language, fields=fields)
    article, halves = all_visible(found.article)
    return found._replace(article=article.replace(warnings=(*article.warnings, *halves)) if halves else article)


def _with_agencies(found: Parsed) -> Parsed:
    """The article with the agencies of its pictures' credits."""
    images = found.article.images
    if not any(image.credit for image in images):
        return found
    from khabar.pictures.credits.agencies import (
        with_agencies,  # many texts have no credit: they need not read its lexicon
    )

    return found._replace(article=found.article.replace(images=with_agencies(images)))


def _with_speech(found: Parsed, asked: Collection[str]) -> Parsed:
    """The last stage: the article with its quotations and statements, as far as they are asked for."""
    from khabar.quotations import PROSE, speech  # what is not asked for need not be imported

    article = found.article
    apart = frozenset(block.text for block in found.blocks if block.label is Label.QUOTE)
    quotes, statements, told = speech(article, article.language, apart, statements="statements" in asked)
    article = article.replace(
        quotes=quotes if "quotes" in asked else (), statements=statements, warnings=(*article.warnings, *told)
    )
    too_long = {
        (s, p)
        for s, section in enumerate(article.sections)
        for p, text in enumerate(section.paragraphs)
        if len(text) > PROSE
    }
    if too_long and ("statements" in asked or any((q.section, q.paragraph) in too_long for q in quotes)):
        long = f"a paragraph of more than {PROSE} characters: who speaks in it was not looked for"
        article = article.replace(warnings=(*article.warnings, long))
    return found._replace(article=article)
