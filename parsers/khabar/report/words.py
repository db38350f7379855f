"""The words of the report, which are in `words.txt`, and the names of languages, in `languages.txt`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from khabar.report.escaping import content_html


@cache
def words() -> dict[str, str]:
    """All words by their keys."""
    return _pairs("words.txt")


@cache
def _languages() -> dict[str, str]:
    return _pairs("languages.txt")


def _pairs(name: str) -> dict[str, str]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    pairs = (line.split(" = ", 1) for line in lines if " = " in line and not line.startswith("#"))
    return {key.strip(): told.strip() for key, told in pairs}


def language_name(tag: str) -> str:
    """What the language of this BCP 47 tag is called: `Arabic` for `ar` and `ar-EG`; the tag where nobody says."""
    return _languages().get(tag) or _languages().get(tag.partition("-")[0]) or tag


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
