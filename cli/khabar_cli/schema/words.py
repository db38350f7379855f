"""The words of a JSON Schema (draft 2020-12)."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

TEXT = {"type": "string"}
TEXT_OR_NULL = {"type": ["string", "null"]}
NUMBER = {"type": "integer", "minimum": 0}
REAL = {"type": "number"}
SHARE = {"type": "number", "minimum": 0, "maximum": 1}
SHARE_OR_NULL = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
NUMBER_OR_NULL = {"type": ["integer", "null"], "minimum": 0}


def array(items: Json) -> Json:
    """A list of these."""
    return {"type": "array", "items": items}


def an_object(description: str, optional: tuple[str, ...] = (), **properties: Json) -> Json:
    """An object that has all of these keys but the optional ones, and may have others."""
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


def about(schema: Json, description: str) -> Json:
    """The schema with this description."""
    return {"description": description, **{key: value for key, value in schema.items() if key != "description"}}
