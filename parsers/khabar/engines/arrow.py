"""The record's types for Arrow, and so for Parquet, Ray and Spark.

An engine that finds types out from its first documents takes a date that they do not have for a column of nulls,
and fails on the first one that has it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from khabar.article import FIELDS

try:
    import pyarrow as pa
except ImportError as error:
    raise ImportError('khabar.engines.arrow needs pyarrow: pip install "khabar[parquet]"') from error

_TEXT = pa.string()
_NUMBER = pa.int64()
_TYPES: dict[str, Any] = {
    "schema": _NUMBER,
    "byline": pa.list_(_TEXT),
    "sections": pa.list_(pa.struct({"heading": _TEXT, "paragraphs": pa.list_(_TEXT)})),
    "quotes": pa.list_(
        pa.struct(
            {
                **dict.fromkeys(("text", "kind", "speaker", "cue"), _TEXT),
                "confidence": pa.float64(),
                **dict.fromkeys(("section", "paragraph", "start", "end", "end_paragraph"), _NUMBER),
            }
        )
    ),
    "statements": pa.list_(
        pa.struct(
            {
                **dict.fromkeys(("text", "type", "speaker", "cue"), _TEXT),
                "confidence": pa.float64(),
                "quoted": pa.bool_(),
                **dict.fromkeys(("section", "paragraph", "start", "end"), _NUMBER),
            }
        )
    ),
    "images": pa.list_(
        pa.struct(
            {
                **dict.fromkeys(("credit", "caption"), _TEXT),
                "agencies": pa.list_(_TEXT),
                **dict.fromkeys(("alt", "src"), _TEXT),
                **dict.fromkeys(("section", "paragraph"), _NUMBER),
                "media": _TEXT,
            }
        )
    ),
    "stripped": pa.list_(pa.struct({"rule": _TEXT, "text": _TEXT, "chars": _NUMBER})),
    "warnings": pa.list_(_TEXT),
}
_ERROR = pa.struct({"code": _TEXT, "message": _TEXT})


def schema(fields: Collection[str] = FIELDS, *, errors: bool = False) -> Any:
    """The `pyarrow.Schema` of `Article.to_dict(fields)`; with `errors`, also of a document that failed.

    Raises KeyError for a name that is not in FIELDS.
    """
    for name in fields:
        if name not in FIELDS:
            raise KeyError(name)
    names = [name for name in FIELDS if name in fields or name in ("schema", "source")]
    columns = [(name, _TYPES.get(name, _TEXT)) for name in names]
    return pa.schema([*columns, ("error", _ERROR)] if errors else columns)
