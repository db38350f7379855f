"""One document for an engine: the clean text and the record beside it, or why there is none; nothing is raised.

Plain functions and tuples, so that another process can do the work.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from khabar import SCHEMA, KhabarError, parse
from khabar.pipeline import InputFormat

BODY = ("title", "sections")
"""What the clean text is made of."""


class Made(NamedTuple):
    """The title, headings and paragraphs, and `Article.to_dict` of the fields asked for."""

    text: str
    record: dict[str, Any]


class Failed(NamedTuple):
    """What is wrong with the document: a word for statistics, a line for people."""

    code: str
    message: str

    def to_dict(self, source: str | None) -> dict[str, Any]:
        """The object that the command prints with `--errors json`."""
        return {"schema": SCHEMA, "source": source, "error": {"code": self.code, "message": self.message}}


def make(text: str, *, fields: Collection[str], language: str | None, input_format: InputFormat) -> Made | Failed:
    """Parse one document. A fault of khabar's own is a failure, too: the corpus goes on."""
    try:
        article = parse(text, fields={*fields, *BODY}, language=language, input_format=input_format)
        clean = article.to_text()
        return Made(clean, article.to_dict(fields)) if clean else Failed("no-text", "no text found in it")
    except KhabarError as error:
        return Failed(error.code, str(error))
    except Exception as error:
        return Failed("fault", f"{type(error).__name__}: {error}")
