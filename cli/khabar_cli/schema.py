"""The output contract as a JSON Schema (draft 2020-12), for validators and editors.

Every key of a full document but `record` is required; with --fields only `schema` and `source` are sure to be
there. Keys may be added without a new number, so none is forbidden.
"""

from __future__ import annotations

from typing import Any

from khabar import FIELDS, SCHEMA

from khabar_cli.quotations import KINDS, TYPES

Json = dict[str, Any]

_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_NUMBER = {"type": "integer", "minimum": 0}
_REAL = {"type": "number"}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_SHARE_OR_NULL = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
_NUMBER_OR_NULL = {"type": ["integer", "null"], "minimum": 0}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _object(description: str, optional: tuple[str, ...] = (), **properties: Json) -> Json:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


def _about(schema: Json, description: str) -> Json:
    return {"description": description, **schema}


_FEATURE = _object("A feature and its weight.", feature=_TEXT, weight=_REAL)
_BORDERS = _list(
    _object(
        "Where a statement may begin or end.",
        text=_about(
            _TEXT_OR_NULL,
            "The first words from there on, or the last up to there: eight, at most sixty characters. Null: nothing "
            "is reported.",
        ),
        shown_by=_about(_TEXT, "What shows it; of an ending the class of what follows."),
        probability=_SHARE,
        features=_about(_list(_FEATURE), "What weighs most first."),
    )
)
_QUOTE: Json = {
    "text": _about(_TEXT, "Without its marks; paragraphs are parted by an empty line."),
    "kind": _about(
        {"enum": list(KINDS)},
        "direct: words that could stand as a sentence; partial: a fragment of somebody's words; term: a name, a "
        "slogan, nobody's words; heading: in the title or a heading.",
    ),
    "speaker": _about(_TEXT_OR_NULL, "The fullest name in the article; null where it does not say."),
    "cue": _about(_TEXT_OR_NULL, "The reporting word as written."),
    "confidence": _about(
        _SHARE_OR_NULL,
        "How likely the speaker is right, or where it is null that the article does not say; two decimals.",
    ),
    "section": _about(_NUMBER_OR_NULL, "Null in the title."),
    "paragraph": _about(_NUMBER_OR_NULL, "Null in the title or a heading."),
    "start": _NUMBER,
    "end": _NUMBER,
    "end_paragraph": _about(_NUMBER_OR_NULL, "Where it ends, if that is another paragraph: `end` counts in it."),
}
_TYPE = _about(
    {"enum": list(TYPES)},
    "statement: what somebody says; demand: what somebody asks for; denial: what somebody denies; stance: what "
    "somebody welcomes, condemns or rejects.",
)
_QUOTED = "It holds a quotation of kind direct or partial, which `quotes` has too."
_SAID: Json = {
    **_QUOTE,
    "kind": _about({"enum": [*KINDS, None]}, "As of `quotes`; null: it is no quotation."),
    "type": _about({"enum": [*TYPES, None]}, "As of `statements`; null: it is no statement."),
    "text": _about(_TEXT_OR_NULL, "Null where a cue reports nothing."),
    "quoted": _about({"type": ["boolean", "null"]}, f"{_QUOTED} Null: it is no statement."),
    "start": _about(_NUMBER, "Where a cue reports nothing, its own."),
    "end": _about(_NUMBER_OR_NULL, "Null where a cue reports nothing."),
}
_DEFINITIONS = {
    "section": _object(
        "A heading and the paragraphs under it.",
        heading=_about(_TEXT_OR_NULL, "Null where text stands before the first heading."),
        paragraphs=_about(_list(_TEXT), "Without list marks and line breaks; a list item is a paragraph too."),
    ),
    "quote": _object(
        "A quotation. Offsets count code points in the paragraph, heading or title that it stands in.",
        ("end_paragraph",),
        **_QUOTE,
    ),
    "statement": _object(
        "What somebody is reported to have said without marks round it. Offsets count code points in its paragraph.",
        text=_about(_TEXT, "The reported clause or phrase, without the conjunction that opens it."),
        type=_TYPE,
        speaker=_QUOTE["speaker"],
        cue=_QUOTE["cue"],
        confidence=_about(_SHARE_OR_NULL, "How likely this is a statement, and this speaker's; two decimals."),
        quoted=_about({"type": "boolean"}, _QUOTED),
        section=_NUMBER,
        paragraph=_NUMBER,
        start=_NUMBER,
        end=_NUMBER,
    ),
    "explained": _object(
        "A row of `explain --quotes`: a quotation (it has a `kind`), a statement (it has a `type`), or a cue that "
        "reports nothing, or too unsurely (it has neither), with what was weighed for it.",
        schema={"const": SCHEMA},
        source=_TEXT_OR_NULL,
        **_SAID,
        kinds=_about(
            _list(_object("A kind and its probability.", kind=_TEXT, probability=_SHARE)),
            "Empty where nothing was weighed: in headings, in statements, and in languages without a lexicon.",
        ),
        kind_features=_about(_list(_FEATURE), "What decided on the kind, what weighs most first."),
        openings=_about(
            _BORDERS,
            "Where what a cue reports may begin, the likeliest first: a statement begins with the first that has a "
            "text. Empty for quotations.",
        ),
        endings=_about(_BORDERS, "Where it may end, the likeliest first. Empty where there was no choice."),
        candidates=_about(
            _list(
                _object(
                    "A cue and a speaker that were weighed.",
                    speaker=_about(_TEXT_OR_NULL, "Null: nobody."),
                    cue=_TEXT_OR_NULL,
                    score=_about(_REAL, "The sum of the weights."),
                    probability=_SHARE,
                    features=_about(_list(_FEATURE), "What weighs most first."),
                )
            ),
            "The likeliest first; the probabilities of one speaker add up.",
        ),
        lexicon=_about(
            _TEXT_OR_NULL, "Where the cue's word stands in a lexicon of your own, FILE:LINE; null: khabar knows it."
        ),
    ),
    "image": _object(
        "A picture, or a player that shows a caption.",
        ("media",),
        credit=_about(_TEXT_OR_NULL, "Without its label."),
        caption=_about(_TEXT_OR_NULL, "Without its label."),
        agencies=_about(_list(_TEXT), "The picture agencies in the credit, each by one name in every language."),
        alt=_TEXT_OR_NULL,
        src=_about(_TEXT_OR_NULL, "The picture's address as the page gives it; null in raw text."),
        section=_about(_NUMBER, "It stood before this paragraph of this section."),
        paragraph=_NUMBER,
        media=_about({"enum": ["video", "audio"]}, "Only for players."),
    ),
    "stripped": _object(
        "A piece of the input that is in no other field.",
        ("chars",),
        rule=_about(_TEXT, "Id of the rule that removed it: `khabar rules ID`."),
        text=_about(_TEXT, "All of it; of a page's regions beside the article only the beginning."),
        chars=_about(_NUMBER, "Only where `text` is abridged: the characters that the whole has."),
    ),
    "error": _object(
        "With --errors json: an input that failed, in the place of its document.",
        schema={"const": SCHEMA},
        source=_TEXT_OR_NULL,
        error=_object("What is wrong.", code=_TEXT, message=_TEXT),
    ),
}

_PROPERTIES: Json = {
    "schema": _about({"const": SCHEMA}, "Number of this contract."),
    "source": _about(_TEXT_OR_NULL, "The input's name as given; <stdin> for standard input."),
    "format": _about({"enum": ["text", "html"]}, "What the input was read as."),
    "encoding": _about(_TEXT_OR_NULL, "What the bytes were read with; null where the input was text already."),
    "language": _about(_TEXT_OR_NULL, "A BCP 47 tag."),
    "direction": {"enum": ["ltr", "rtl"]},
    "publisher": _about(_TEXT_OR_NULL, "As a page says, or as a line or the labels of a text prove."),
    "url": _about(_TEXT_OR_NULL, "The address that a page gives for itself (canonical); null for raw text."),
    "title": _about(_TEXT_OR_NULL, "Not repeated as a heading or a paragraph."),
    "image": _about(
        _TEXT_OR_NULL,
        "The address of the lead picture as the page gives it; need not be in `images`; null for raw text.",
    ),
    "byline": _list(_TEXT),
    "published": _about(_TEXT_OR_NULL, "ISO 8601."),
    "modified": _about(_TEXT_OR_NULL, "ISO 8601."),
    "sections": _list({"$ref": "#/$defs/section"}),
    "quotes": _list({"$ref": "#/$defs/quote"}),
    "statements": _list({"$ref": "#/$defs/statement"}),
    "images": _list({"$ref": "#/$defs/image"}),
    "stripped": _list({"$ref": "#/$defs/stripped"}),
    "warnings": _about(_list(_TEXT), "What a user should know of this document."),
}


_RECORD: Json = _about({"type": "object"}, "Only of a record: its fields but the text, under their own names.")


def document_schema() -> Json:
    """The schema of one document as `khabar parse` prints it; `$defs/error` is that of an error."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"khabar document, schema {SCHEMA}",
        "type": "object",
        "properties": {**{name: _PROPERTIES[name] for name in FIELDS}, "record": _RECORD},
        "required": list(FIELDS),
        "$defs": _DEFINITIONS,
    }
