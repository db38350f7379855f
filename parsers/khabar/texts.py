"""The stages for raw text: text -> blocks -> labelled blocks -> Article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from khabar.assemble import assemble
from khabar.characters import fold
from khabar.dates import looks_like_date
from khabar.errors import EmptyInput
from khabar.labels.document import Document
from khabar.labels.texts import label
from khabar.language import detect, direction_of, lexicon_tags
from khabar.lexicon import Lexicon, lexicon_for
from khabar.lookup import WHOLE
from khabar.publisher import publisher_of
from khabar.text import read
from khabar.text.reader import MOST
from khabar.text.split import split
from khabar.traced import Parsed


def parsed_text(
    text: str,
    told: Sequence[str],
    read_with: str | None,
    *,
    language: str | None = None,
    fields: Collection[str] | None = None,
) -> Parsed:
    """Parse a raw text. `told`: warnings so far; `read_with`: its encoding. Errors as `khabar.parse`."""
    tag, direction = detect(text) if language is None else (language, direction_of(language))
    lexicon = lexicon_for(*lexicon_tags(tag))
    blocks = split(read(text, marker_test(lexicon)), lexicon)
    if not blocks:
        raise EmptyInput("empty: nothing but invisible characters")
    doc = Document(blocks, lexicon)
    label(doc)
    article = assemble(doc, fields)
    warnings = (*told, *article.warnings)
    if not article.sections and (fields is None or "warnings" in fields):
        warnings += ("no body text was found",)
    if text.count("\n") >= MOST and sum(not line.isspace() for line in text.splitlines() if line) > MOST:
        warnings += (
            f"more than {MOST} lines: only blank lines part paragraphs, and lines have no label of their own",
        )
    return Parsed(
        article.replace(
            encoding=read_with,
            language=tag,
            direction=direction,
            publisher=publisher_of(doc, tag) if fields is None or "publisher" in fields else None,
            warnings=warnings,
        ),
        blocks,
    )


def marker_test(lexicon: Lexicon) -> Callable[[str], bool]:
    """Whether a line has a marker or is a date: such a line is joined with none before it."""
    find, weekdays = lexicon.find, lexicon.words.get("weekday", ())

    def has_marker(line: str) -> bool:
        return len(line) < WHOLE and (bool(find(fold(line))) or looks_like_date(line, lexicon.months, weekdays))

    return has_marker
