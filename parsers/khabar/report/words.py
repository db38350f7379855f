"""The words of the report, which are in `words.txt`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from khabar.report.escaping import content_html


@cache
def words() -> dict[str, str]:
    """All words by their keys."""
    lines = (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" = ", 1) for line in lines if " = " in line and not line.startswith("#"))
    return {key.strip(): told.strip() for key, told in pairs}


def word(key: str, **values: object) -> str:
    """The words for a key, `values` in place of {n} and the like; the key's end where there are none."""
    told = words().get(key)
    if told is None:
        return key.partition(".")[2] or key
    for name, value in values.items():
        told = told.replace(f"{{{name}}}", str(value))
    return told


def counted(number: int, key: str) -> str:
    """A number and the words for so many of them."""
    told = words()
    return f"{number:,} {told.get(f'{key}.{number}') or told[key]}"


def word_html(key: str, **values: object) -> str:
    """The words for a key, as HTML."""
    return content_html(word(key, **values))
