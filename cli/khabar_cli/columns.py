"""What each column holds: its type for programs, its kind for people. One table for every format and command.

A whole document has lists of entries (ENTRIES), so `quotes` in it is a list of quotations; in a row of `speakers` it
is their number.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from khabar_cli.record import RECORD, RECORD_NAME

Type = Literal["text", "number", "share", "flag", "texts", "any", "entries"]
"""A string, a whole number from 0 on, a number from 0 to 1, true or false, a list of strings, any JSON value, a list
of objects (see ENTRIES). All but the lists may be null."""
Kind = Literal["number", "word", "date", "name", "address", "prose"]
"""How wide it is for people: a number and a word are never broken, a date and a name are short, an address is long
but not read, prose is read."""


class Column(NamedTuple):
    """What a column holds."""

    type: Type = "text"
    kind: Kind = "name"


_NUMBER = Column("number", "number")
_WORD = Column(kind="word")
_DATE = Column(kind="date")
_NAME = Column()
_ADDRESS = Column(kind="address")
_PROSE = Column(kind="prose")
_NAMES = Column("texts", "name")
_ANY = Column("any", "name")
_ENTRIES = Column("entries", "prose")

SOURCE = "source"
"""The column that names a file."""

COLUMNS: dict[str, Column] = {
    # of a document
    "schema": _NUMBER,
    "source": _NAME,
    "id": _NAME,
    "format": _WORD,
    "encoding": _WORD,
    "language": _WORD,
    "direction": _WORD,
    "publisher": _NAME,
    "url": _ADDRESS,
    "title": _PROSE,
    "image": _ADDRESS,
    "byline": _NAMES,
    "published": _DATE,
    "modified": _DATE,
    "warnings": Column("texts", "prose"),
    "n_sections": _NUMBER,
    "n_paragraphs": _NUMBER,
    "n_quotes": _NUMBER,
    "n_statements": _NUMBER,
    "n_images": _NUMBER,
    "n_stripped": _NUMBER,
    "n_words": _NUMBER,
    "credits": _NAMES,
    "agencies": _NAMES,
    RECORD: _ANY,
    # of a section, a quotation, a statement, a picture, a piece that was stripped
    "section": _NUMBER,
    "heading": _NAME,
    "paragraphs": Column("texts", "prose"),
    "kind": _WORD,
    "type": _WORD,
    "speaker": _NAME,
    "text": _PROSE,
    "context": _PROSE,
    "cue": _NAME,
    "confidence": Column("share", "number"),
    "quoted": Column("flag", "word"),
    "paragraph": _NUMBER,
    "start": _NUMBER,
    "end": _NUMBER,
    "end_paragraph": _NUMBER,
    "n": _NUMBER,
    "picture": _NUMBER,
    "credit": _NAME,
    "caption": _PROSE,
    "alt": _PROSE,
    "src": _ADDRESS,
    "media": _WORD,
    "rule": _NAME,
    "chars": _NUMBER,
    # of a speaker, an agency
    "quotes": _NUMBER,
    "statements": _NUMBER,
    "words": _NUMBER,
    "files": _NUMBER,
    "forms": _NAMES,
    "agency": _NAME,
    "pictures": _NUMBER,
    # of a corpus, a comparison
    "group": _WORD,
    "value": _NAME,
    "documents": _NUMBER,
    "share": Column("share", "number"),
    "pieces": _NUMBER,
    "what": _WORD,
    "expected": _PROSE,
    "found": _PROSE,
    "agrees": Column("flag", "word"),
    "corrected": Column("flag", "word"),
    "gold": _NUMBER,
    "given": _NUMBER,
    "right": _NUMBER,
    "precision": Column("share", "number"),
    "recall": Column("share", "number"),
    "f1": Column("share", "number"),
    "a": _PROSE,
    "b": _PROSE,
    # of a block, a rule, what was weighed
    "line": _NUMBER,
    "end_line": _NUMBER,
    "label": _WORD,
    "reason": _PROSE,
    "lexicon": _NAME,
    "first": _WORD,
    "first_rule": _NAME,
    "first_reason": _PROSE,
    "stage": _WORD,
    "example": _PROSE,
    "kinds": _ANY,
    "kind_features": _ANY,
    "openings": _ANY,
    "endings": _ANY,
    "candidates": _ANY,
}
"""The columns of rows by their names; one that is not here is a short string."""

ENTRIES: dict[str, tuple[str, ...]] = {
    "sections": ("heading", "paragraphs"),
    "quotes": (
        "text",
        "kind",
        "speaker",
        "cue",
        "confidence",
        "section",
        "paragraph",
        "start",
        "end",
        "end_paragraph",
    ),
    "statements": (
        "text",
        "type",
        "speaker",
        "cue",
        "confidence",
        "quoted",
        "section",
        "paragraph",
        "start",
        "end",
    ),
    "images": ("credit", "caption", "agencies", "alt", "src", "section", "paragraph", "media"),
    "stripped": ("rule", "text", "chars"),
}
"""The lists of a whole document, with the keys of their entries."""


FIGURES = ("gold", "given", "right", "precision", "recall", "f1")
"""Numbers that `khabar score` has of each measure."""


def column(name: str, *, whole: bool = False) -> Column:
    """The column of this name in rows, or in whole documents. `record.NAME` holds anything."""
    if whole and name in ENTRIES:
        return _ENTRIES
    if name.startswith(RECORD_NAME):
        return _ANY
    if name not in COLUMNS and name.rpartition("_")[2] in FIGURES:  # body_f1, captions_gold
        return COLUMNS[name.rpartition("_")[2]]
    return COLUMNS.get(name, _NAME)
