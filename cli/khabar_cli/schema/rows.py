"""What the rows and objects of each command have under each key, as JSON Schema."""

from __future__ import annotations

from khabar import Label
from khabar.corrections import MEASURES

from khabar_cli.schema.entries import DEFINITIONS, EXPLAINED, PROPERTIES, QUOTE, RECORD
from khabar_cli.schema.words import (
    NUMBER,
    NUMBER_OR_NULL,
    SHARE,
    SHARE_OR_NULL,
    TEXT,
    TEXT_OR_NULL,
    Json,
    about,
    an_object,
    array,
)

_HEADING = about(TEXT_OR_NULL, "The heading of its section; null before the first heading, and in the title.")
_CONTEXT = about(TEXT_OR_NULL, "The whole paragraph, heading or title that it stands in.")
_LABEL: Json = {"enum": [str(label) for label in Label]}
_RULE = about(TEXT, "The rule that gave the label: `khabar rules ID`.")
_FILES = about(NUMBER, "In how many documents.")


_FIGURES: Json = {
    "gold": about(NUMBER_OR_NULL, "How many there are in the corrected documents."),
    "given": about(NUMBER_OR_NULL, "How many khabar has."),
    "right": about(NUMBER_OR_NULL, "How many of these are right."),
    "precision": about(SHARE_OR_NULL, "right / given; null where there is nothing to find, or nothing is given."),
    "recall": about(SHARE_OR_NULL, "right / gold; null where there is nothing to find."),
    "f1": about(SHARE_OR_NULL, "The harmonic mean of both; null where there is nothing to find."),
}


def _of(entry: str) -> Json:
    properties: Json = DEFINITIONS[entry]["properties"]
    return properties


def _counts(name: str, value: Json, **more: Json) -> Json:
    """A list of values with the documents that have them."""
    found = array(
        an_object(
            "A value, and in how many documents it is.",
            (),
            **{name: value, "documents": NUMBER, "share": about(SHARE, "Of all documents."), **more},
        )
    )
    return about(found, f"Every {name} that there is, and in how many documents.")


MADE: Json = {
    "id": about(TEXT_OR_NULL, "The same as `source`: of a record its id."),
    "text": about(TEXT, "Headings and paragraphs with an empty line between."),
    "n_sections": about(NUMBER, "How many sections."),
    "n_paragraphs": about(NUMBER, "How many paragraphs."),
    "n_quotes": about(NUMBER, "How many quotations."),
    "n_statements": about(NUMBER, "How many statements."),
    "n_images": about(NUMBER, "How many pictures and players."),
    "n_stripped": about(NUMBER, "How many pieces were stripped."),
    "n_words": about(NUMBER, "Words of the text."),
    "credits": about(array(TEXT), "The credits of all pictures, each once."),
    "agencies": about(array(TEXT), "The picture agencies of all pictures, each once."),
}
"""What is made of a whole document."""

OWN: dict[str, Json] = {
    "parse": {**PROPERTIES, **MADE, "record": RECORD},
    "text": {
        **MADE,
        "text": about(TEXT, "Title, headings and paragraphs with an empty line between."),
        "record": RECORD,
    },
    "sections": {**_of("section"), "section": about(NUMBER, "Counts from 0.")},
    "quotes": {**QUOTE, "heading": _HEADING, "context": _CONTEXT},
    "statements": {**_of("statement"), "heading": _HEADING, "context": _CONTEXT},
    "credits": {
        **_of("image"),
        "n": about(NUMBER, "The picture's number in its document, from 1."),
        "picture": about(NUMBER, "The picture's place in the document's `images`, from 0."),
        "media": about({"enum": ["video", "audio", None]}, "Null: it is a picture."),
    },
    "speakers": {
        "speaker": about(TEXT_OR_NULL, "The person's name; null: nobody is named."),
        "quotes": about(NUMBER, "How many quotations; only where they are counted (--of)."),
        "statements": about(NUMBER, "How many statements; only where they are counted (--of)."),
        "words": about(NUMBER, "Words of all that is said; each counts once."),
        "files": _FILES,
        "forms": about(array(TEXT), "The names that were merged, the commonest first."),
    },
    "agencies": {
        "agency": about(TEXT_OR_NULL, "By one name in every language; null: no agency is named."),
        "pictures": about(NUMBER, "How many pictures; one of two agencies counts for both."),
        "files": _FILES,
    },
    "explain": {
        "line": about(NUMBER, "The first line of the source, from 1."),
        "end_line": about(NUMBER, "The last line of the source."),
        "label": about(_LABEL, "What the piece is."),
        "rule": _RULE,
        "reason": about(TEXT, "Why that rule is right."),
        "first": about(_LABEL, "What the piece is by itself: the label of the first pass."),
        "first_rule": about(TEXT, "The rule of the first pass."),
        "first_reason": about(TEXT, "Why that rule is right."),
        "lexicon": about(TEXT_OR_NULL, "Where entries of a lexicon of your own stand that are in it, FILE:LINE."),
        "text": about(TEXT, "The piece as written."),
    },
    "explain_quotes": {**EXPLAINED, "context": _CONTEXT},
    "explain_check": {
        "line": about(NUMBER_OR_NULL, "The line of the source as it is now; null where it is not found."),
        "what": about(
            {"enum": ["label", "value", "credit", "kind", "speaker", "quotation"]},
            "Of a line its label, value (the text without its marker) or the credit within it; of a quotation its "
            "kind or speaker; quotation: it is not found.",
        ),
        "expected": about(TEXT_OR_NULL, "What the reader has said; null: nobody, nothing."),
        "found": about(TEXT_OR_NULL, "What khabar says now; null: nobody, nothing."),
        "rule": about(TEXT_OR_NULL, "The rule that sets the label now."),
        "agrees": about({"type": "boolean"}, "Is it as the reader has said?"),
        "corrected": about({"type": "boolean"}, "The reader has changed it; else it was confirmed, and differs now."),
        "text": about(TEXT, "The line or the quotation, as the reader saw it."),
    },
    "score": {
        "what": about({"enum": list(MEASURES)}, "What is measured."),
        "documents": about(NUMBER, "How many documents were measured."),
        **_FIGURES,
    },
    "score_documents": {
        f"{name}_{number}": about(schema, f"Of {name}. {schema['description']}")
        for name in MEASURES
        for number, schema in _FIGURES.items()
    },
    "rules": {
        "id": about(TEXT, "As in `stripped` and `explain`."),
        "label": about(_LABEL, "What the rule says a piece is."),
        "stage": about(
            {"enum": ["first", "second", "assemble"]},
            "first: by the piece itself; second: by its neighbours; assemble: a part of a piece.",
        ),
        "reason": about(TEXT, "Why the rule is right."),
        "example": about(TEXT, "A piece that it holds for."),
    },
    "stats": {
        "documents": about(NUMBER, "How many documents were read."),
        "languages": _counts("language", about(TEXT_OR_NULL, "A BCP 47 tag; null: not known.")),
        "publishers": _counts("publisher", about(TEXT_OR_NULL, "Null: not known.")),
        "years": _counts("year", about(NUMBER_OR_NULL, "Of publication; null: not known.")),
        "formats": _counts("format", PROPERTIES["format"]),
        "missing": about(
            _counts("field", {"enum": ["title", "byline", "published", "body"]}),
            "How many documents have no title, no author, no date, no paragraph.",
        ),
        "words": an_object(
            "Words of all documents.",
            body=about(NUMBER, "Of titles, headings and paragraphs."),
            pictures=about(NUMBER, "Of captions, credits and alt texts."),
            stripped=about(NUMBER, "Of what was stripped."),
            stripped_share=about(SHARE, "Of all words."),
        ),
        "rules": about(
            _counts("rule", TEXT, pieces=about(NUMBER, "How many pieces it stripped.")), "The rules that stripped."
        ),
        "warnings": about(_counts("warning", TEXT), "Kinds of warnings; N stands for a number."),
        "without_markers": an_object(
            "Documents in which no marker was found that khabar knows, as in those of an unknown publisher.",
            documents=NUMBER,
            share=about(SHARE, "Of all documents."),
        ),
    },
    "diff": {
        "what": about(
            TEXT,
            "What differs: a field of the document (title); an entry (paragraph, heading, stripped, image, quote, "
            "statement, warning, byline); a key of an entry (quote.speaker); the label, place or rule of a text; "
            "document: only one side has it; error: only one side failed, or otherwise.",
        ),
        "a": about(TEXT_OR_NULL, "The value in A; null: it is not there."),
        "b": about(TEXT_OR_NULL, "The value in B; null: it is not there."),
        "text": about(TEXT_OR_NULL, "The text that a label, place, rule or key belongs to."),
        "section": about(NUMBER_OR_NULL, "Where it stands: in A, or if only B has it, in B."),
        "paragraph": about(NUMBER_OR_NULL, "The paragraph of the section."),
        "rule": about(TEXT_OR_NULL, "The rule that strips the text, on the side where it is stripped."),
    },
}
"""By the name of the command's view."""
