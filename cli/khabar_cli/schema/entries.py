"""The output contract: what a document and the entries of its lists have under each key, as JSON Schema."""

from __future__ import annotations

from khabar import SCHEMA

from khabar_cli.quotations import KINDS, TYPES
from khabar_cli.schema.words import (
    NUMBER,
    NUMBER_OR_NULL,
    REAL,
    SHARE,
    SHARE_OR_NULL,
    TEXT,
    TEXT_OR_NULL,
    Json,
    about,
    an_object,
    array,
)

_FEATURE = an_object("A feature and its weight.", feature=TEXT, weight=REAL)
_BORDERS = array(
    an_object(
        "Where a statement may begin or end.",
        text=about(
            TEXT_OR_NULL,
            "The first words from there on, or the last up to there: eight, at most sixty characters. Null: nothing "
            "is reported.",
        ),
        shown_by=about(TEXT, "What shows it; of an ending the class of what follows."),
        probability=SHARE,
        features=about(array(_FEATURE), "What weighs most first."),
    )
)
QUOTE: Json = {
    "text": about(TEXT, "Without its marks; paragraphs are parted by an empty line."),
    "kind": about(
        {"enum": list(KINDS)},
        "direct: words that could stand as a sentence; partial: a fragment of somebody's words; term: a name, a "
        "slogan, nobody's words; heading: in the title or a heading.",
    ),
    "speaker": about(TEXT_OR_NULL, "The fullest name in the article; null where it does not say."),
    "cue": about(TEXT_OR_NULL, "The reporting word as written."),
    "confidence": about(
        SHARE_OR_NULL,
        "How likely the speaker is right, or where it is null that the article does not say; two decimals.",
    ),
    "section": about(NUMBER_OR_NULL, "Null in the title."),
    "paragraph": about(NUMBER_OR_NULL, "Null in the title or a heading."),
    "start": about(NUMBER, "Code points before it, in its paragraph, heading or title."),
    "end": about(NUMBER, "Code points up to its end."),
    "end_paragraph": about(NUMBER_OR_NULL, "Where it ends, if that is another paragraph: `end` counts in it."),
}
TYPE = about(
    {"enum": list(TYPES)},
    "statement: what somebody says; demand: what somebody asks for; denial: what somebody denies; stance: what "
    "somebody welcomes, condemns or rejects.",
)
QUOTED = "It holds a quotation of kind direct or partial, which `quotes` has too."
SAID: Json = {
    **QUOTE,
    "kind": about({"enum": [*KINDS, None]}, "As of `quotes`; null: it is no quotation."),
    "type": about({"enum": [*TYPES, None]}, "As of `statements`; null: it is no statement."),
    "text": about(TEXT_OR_NULL, "Null where a cue reports nothing."),
    "quoted": about({"type": ["boolean", "null"]}, f"{QUOTED} Null: it is no statement."),
    "start": about(NUMBER, "Where a cue reports nothing, its own."),
    "end": about(NUMBER_OR_NULL, "Null where a cue reports nothing."),
}
EXPLAINED: Json = {
    **SAID,
    "kinds": about(
        array(an_object("A kind and its probability.", kind=TEXT, probability=SHARE)),
        "Empty where nothing was weighed: in headings, in statements, and in languages without a lexicon.",
    ),
    "kind_features": about(array(_FEATURE), "What decided on the kind, what weighs most first."),
    "openings": about(
        _BORDERS,
        "Where what a cue reports may begin, the likeliest first: a statement begins with the first that has a "
        "text. Empty for quotations.",
    ),
    "endings": about(_BORDERS, "Where it may end, the likeliest first. Empty where there was no choice."),
    "candidates": about(
        array(
            an_object(
                "A cue and a speaker that were weighed.",
                speaker=about(TEXT_OR_NULL, "Null: nobody."),
                cue=TEXT_OR_NULL,
                score=about(REAL, "The sum of the weights."),
                probability=SHARE,
                features=about(array(_FEATURE), "What weighs most first."),
            )
        ),
        "The likeliest first; the probabilities of one speaker add up.",
    ),
    "lexicon": about(
        TEXT_OR_NULL, "Where the cue's word stands in a lexicon of your own, FILE:LINE; null: khabar knows it."
    ),
}
"""Of a row of `explain --quotes`."""
DEFINITIONS = {
    "section": an_object(
        "A heading and the paragraphs under it.",
        heading=about(TEXT_OR_NULL, "Null where text stands before the first heading."),
        paragraphs=about(array(TEXT), "Without list marks and line breaks; a list item is a paragraph too."),
    ),
    "quote": an_object(
        "A quotation. Offsets count code points in the paragraph, heading or title that it stands in.",
        ("end_paragraph",),
        **QUOTE,
    ),
    "statement": an_object(
        "What somebody is reported to have said without marks round it. Offsets count code points in its paragraph.",
        text=about(TEXT, "The reported clause or phrase, without the conjunction that opens it."),
        type=TYPE,
        speaker=QUOTE["speaker"],
        cue=QUOTE["cue"],
        confidence=about(SHARE_OR_NULL, "How likely this is a statement, and this speaker's; two decimals."),
        quoted=about({"type": "boolean"}, QUOTED),
        section=about(NUMBER, "The section that it stands in, from 0."),
        paragraph=about(NUMBER, "The paragraph of the section, from 0."),
        start=QUOTE["start"],
        end=QUOTE["end"],
    ),
    "image": an_object(
        "A picture, or a player that shows a caption.",
        ("media",),
        credit=about(TEXT_OR_NULL, "Without its marker."),
        caption=about(TEXT_OR_NULL, "Without its marker."),
        agencies=about(array(TEXT), "The picture agencies in the credit, each by one name in every language."),
        alt=about(TEXT_OR_NULL, "The text that a page shows in its place."),
        src=about(TEXT_OR_NULL, "The picture's address as the page gives it; null in raw text."),
        section=about(NUMBER, "It stood before a paragraph of this section."),
        paragraph=about(NUMBER, "The paragraph; it may be one more than there are."),
        media=about({"enum": ["video", "audio"]}, "Only for players."),
    ),
    "stripped": an_object(
        "A piece of the input that is in no other field.",
        ("chars",),
        rule=about(TEXT, "Id of the rule that removed it: `khabar rules ID`."),
        text=about(TEXT, "All of it; of a page's regions beside the article only the beginning."),
        chars=about(NUMBER, "Only where `text` is abridged: the characters that the whole has."),
    ),
}

PROPERTIES: Json = {
    "schema": about({"const": SCHEMA}, "Number of this contract."),
    "source": about(TEXT_OR_NULL, "The input's name as given; <stdin> for standard input."),
    "format": about({"enum": ["text", "html"]}, "What the input was read as."),
    "encoding": about(TEXT_OR_NULL, "What the bytes were read with; null where the input was text already."),
    "language": about(TEXT_OR_NULL, "A BCP 47 tag."),
    "direction": about({"enum": ["ltr", "rtl"]}, "In which the text is written."),
    "publisher": about(TEXT_OR_NULL, "As a page says, or as a line or the markers of a text prove."),
    "url": about(TEXT_OR_NULL, "The address that a page gives for itself (canonical); null for raw text."),
    "title": about(TEXT_OR_NULL, "Not repeated as a heading or a paragraph."),
    "image": about(
        TEXT_OR_NULL,
        "The address of the lead picture as the page gives it; need not be in `images`; null for raw text.",
    ),
    "byline": about(array(TEXT), "Names only, one for each author."),
    "published": about(TEXT_OR_NULL, "ISO 8601."),
    "modified": about(TEXT_OR_NULL, "ISO 8601."),
    "sections": about(array({"$ref": "#/$defs/section"}), "The body, in order."),
    "quotes": about(array({"$ref": "#/$defs/quote"}), "What stands in quotation marks, in order."),
    "statements": about(
        array({"$ref": "#/$defs/statement"}), "What somebody is reported to have said without marks, in order."
    ),
    "images": about(array({"$ref": "#/$defs/image"}), "Pictures and players, in order."),
    "stripped": about(array({"$ref": "#/$defs/stripped"}), "What is in no other field, in order."),
    "warnings": about(array(TEXT), "What a user should know of this document."),
}


RECORD: Json = about({"type": "object"}, "Only of a record: its fields but the text, under their own names.")
