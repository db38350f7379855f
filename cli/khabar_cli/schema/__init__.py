"""What each command prints as a JSON Schema (draft 2020-12), for validators and editors.

Keys may be added without a new number, so none is forbidden. A command's schema holds for all that it prints, so it
requires only what is always there; the schema of a call with --fields requires these.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from khabar import SCHEMA

from khabar_cli.fields import FieldError, chosen_fields
from khabar_cli.record import RECORD, RECORD_NAME
from khabar_cli.schema.entries import DEFINITIONS, PROPERTIES
from khabar_cli.schema.rows import OWN
from khabar_cli.schema.words import TEXT, TEXT_OR_NULL, Json, about, an_object
from khabar_cli.views import view_class
from khabar_cli.views.base import RowView, View
from khabar_cli.views.documents import DocumentView

_VIEWS = {"explain": ("explain", "explain_quotes", "explain_check"), "score": ("score", "score_documents")}
"""Commands that print more than one kind of row."""
_ERROR = an_object("What is wrong.", code=TEXT, message=TEXT)
_FAILED = about(
    _ERROR, "With --errors json, of an input that failed: with `schema` and `source` the only key of its object."
)


def schema_of(name: str, fields: Sequence[str] | None = None) -> Json:
    """The schema of one object that a command prints: of a line of JSON Lines, or an entry of the array of --json.
    `fields`: as given to --fields. Raises FieldError for one that the command does not have."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"khabar {'document' if name == 'parse' else name}, schema {SCHEMA}",
    }
    if name == "error":
        if fields:
            raise FieldError("an error has all its keys, whatever fields are chosen")
        found = an_object(
            "With --errors json: an input that failed, in the place of its document.",
            schema=PROPERTIES["schema"],
            source=TEXT_OR_NULL,
            error=_ERROR,
        )
    else:
        rows = _rows(_VIEWS.get(name, (name,)), fields)
        found = rows[0] if len(rows) == 1 else {"anyOf": rows}
    used = dict.fromkeys(re.findall(r'"#/\$defs/(\w+)"', json.dumps(found)))
    return {**head, **found, **({"$defs": {one: DEFINITIONS[one] for one in used}} if used else {})}


def _rows(views: Sequence[str], fields: Sequence[str] | None) -> list[Json]:
    """A schema for each kind of row that has these fields."""
    rows, wrong = [], None
    for name in views:
        try:
            rows.append(_row(name, chosen_fields(fields, view_class(name))))
        except FieldError as error:
            wrong = wrong or error
    if not rows and wrong is not None:
        raise wrong
    return rows


def _row(name: str, chosen: tuple[str, ...] | None) -> Json:
    view = view_class(name)
    named = not issubclass(view, RowView) or view.named
    documents = named and not view.gathers
    fails = named and name != "diff"
    head = [*(["schema"] if named else []), *(["source"] if documents else [])]
    keys, required = _keys(name, view, chosen)
    properties = {key: key_schema(name, key) for key in dict.fromkeys((*head, *keys))}
    found: Json = {"type": "object", "properties": properties, "required": head}
    required = [key for key in required if key not in head]
    if not fails:
        return {**found, "required": [*head, *required]}
    properties.update(source=PROPERTIES["source"], error=_FAILED)
    return {**found, "anyOf": [{"required": required}, {"required": ["error"]}]} if required else found


def _keys(name: str, view: type[View[Any]], chosen: tuple[str, ...] | None) -> tuple[list[str], list[str]]:
    """The keys that a row may have, and those that it has in any case."""
    if name == "diff":
        return list(OWN[name]), list(OWN[name])  # the same whichever fields are compared
    keys = list(dict.fromkeys((*view.fields, *view.others))) if chosen is None else list(chosen)
    required = list(chosen or ())
    if not issubclass(view, DocumentView):
        return keys, required
    # a record's fields are under `record`, which only a record has
    return (
        [*(key for key in keys if not key.startswith(RECORD)), RECORD],
        [key for key in required if not key.startswith(RECORD)],
    )


def key_schema(name: str, key: str) -> Json:
    """What stands under a key, with its description. Raises KeyError for one that the view does not have."""
    if key.startswith(RECORD_NAME):
        return {"description": f"The record's own field {key.removeprefix(RECORD_NAME)}; null where it has none."}
    found: Json = OWN[name].get(key) or PROPERTIES[key]
    return found
