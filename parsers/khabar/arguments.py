"""Checks of arguments, for `khabar.parse` and for the command: the error is one sentence that says what is right."""

from __future__ import annotations

import math
import os
from collections.abc import Collection, Iterable
from typing import Literal, SupportsFloat, SupportsIndex, get_args

from khabar.article import FIELDS
from khabar.hints import did_you_mean, short, unknown

InputFormat = Literal["auto", "text", "html"]
"""How input is taken: `auto` tells a page from a text by its beginning."""

_LONGEST_NAME = 240
"""Characters of a text that may be the name of a file."""


def check_text(name: str, value: object) -> None:
    """Raises TypeError where the argument `name` is neither a text nor None."""
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} takes a text, not {_shown(value)}")


def texts_in(argument: str, given: object) -> tuple[str, ...]:
    """The texts that an argument lists; a single one is such a list. Raises TypeError for anything else."""
    found = (given,) if isinstance(given, str) else given
    if isinstance(found, bytes) or not isinstance(found, Iterable):
        raise TypeError(f"{argument} takes a text or several, not {_shown(given)}")
    texts = tuple(found)
    for one in texts:
        if not isinstance(one, str):
            raise TypeError(f"{argument} takes a text or several, not {_shown(one)} among them")
    return texts


def check_fields(names: Collection[str], known: Collection[str] = FIELDS) -> None:
    """Raises ValueError where a name is none of those known, TypeError where a text is given in place of names."""
    check_many("fields", names, '["title"]')
    if not isinstance(names, Collection):
        raise TypeError(f'fields takes a list, such as ["title"], not {_shown(names)}')
    for name in names:
        if name not in known:
            raise ValueError(unknown("field", str(name), known))


def check_many(what: str, given: object, example: str) -> None:
    """Raises TypeError where one text stands in place of many: its characters would be taken for them.

    >>> check_many("include", "*.html", '["*.txt"]')
    Traceback (most recent call last):
    TypeError: include takes a list, such as ["*.txt"], not the text "*.html"
    """
    if isinstance(given, (str, bytes)):
        shown = given if isinstance(given, str) else given.decode("utf-8", "replace")
        raise TypeError(f'{what} takes a list, such as {example}, not the text "{short(shown)}"')


def check_input_format(name: str, known: Collection[str] = get_args(InputFormat)) -> None:
    """Raises ValueError where it is none of those known."""
    if name not in known:
        raise ValueError(unknown("input format", str(name), known))


def check_confidence(minimum: float) -> None:
    """Raises ValueError where it is not in 0 to 1, TypeError where it is no number."""
    _check_number("min_confidence", minimum, "a number from 0 to 1")
    if not 0 <= minimum <= 1:
        raise ValueError(f"a confidence is from 0 to 1, not {minimum}")


def check_jobs(jobs: int) -> None:
    """Raises TypeError where a number of processes is no whole number, ValueError where it is below 0.

    >>> check_jobs("2")
    Traceback (most recent call last):
    TypeError: jobs takes a whole number, 0 for one process on each core, not the text "2"
    """
    right = "a whole number, 0 for one process on each core"
    _check_number("jobs", jobs, right, whole=True)
    if jobs < 0:
        raise ValueError(f"jobs takes {right}, not {jobs}")


def check_bounds(*, timeout: float | None = None, max_bytes: int | None = None) -> None:
    """Raises TypeError where a bound is no number, ValueError where it is not above 0. None: no bound."""
    bounds = (("timeout", timeout, "a number of seconds", False), ("max_bytes", max_bytes, "a number of bytes", True))
    for what, bound, noun, whole in bounds:
        if bound is not None:
            _check_number(what, bound, f"{noun} above 0", whole=whole)
            if not 0 < bound < math.inf:
                raise ValueError(f"{what} takes {noun} above 0, not {bound}")


def _check_number(what: str, given: object, right: str, *, whole: bool = False) -> None:
    """Raises TypeError for anything else; True and False are none."""
    if isinstance(given, bool) or not isinstance(given, SupportsIndex if whole else (SupportsIndex, SupportsFloat)):
        raise TypeError(f"{what} takes {right}, not {_shown(given)}")


def _shown(given: object) -> str:
    """What was given, for a message."""
    return f'the text "{short(given)}"' if isinstance(given, str) else short(repr(given))


def check_encoding(name: str) -> None:
    """Raises UnknownEncoding, with the names that are near, where it is no encoding of text; TypeError where it is no
    text."""
    check_text("encoding", name)
    from khabar.decode.names import known_encodings, lookup
    from khabar.errors import UnknownEncoding

    try:
        lookup(name)
    except UnknownEncoding as error:
        hint = did_you_mean(name, known_encodings(), count=2)
        raise UnknownEncoding(f"{error}; {hint}" if hint else str(error)) from None


def check_language(tag: str) -> str:
    """The language tag as khabar writes it. Raises ValueError for what is not shaped as one (BCP 47), TypeError for
    what is no text.

    Any language passes, also one that khabar knows nothing of.

    >>> check_language("PT-br"), check_language("ara"), check_language("iw"), check_language("tlh")
    ('pt-BR', 'ar', 'he', 'tlh')
    >>> check_language("klingon")
    Traceback (most recent call last):
    ValueError: no language tag: klingon; tags are such as ar, pt-BR and zh-Hant (BCP 47)
    >>> check_language("Arabic")
    Traceback (most recent call last):
    ValueError: no language tag: Arabic; did you mean ar?
    """
    check_text("language", tag)
    from khabar.lexicon.tags import canonical_tag, tags_of_name

    found = canonical_tag(tag)
    if found is None:
        near = [one for one in (canonical_tag(tag.replace("_", "-")),) if one] or tags_of_name(tag)
        hint = f"did you mean {' or '.join(near)}?" if near else "tags are such as ar, pt-BR and zh-Hant (BCP 47)"
        raise ValueError(f"no language tag: {short(tag) or 'an empty text'}; {hint}")
    if not found:
        raise ValueError(f"{short(tag)} says no language; where none is given, it is detected")
    return found


def check_arguments(
    *,
    fields: Collection[str] | None = None,
    language: str | None = None,
    input_format: str = "auto",
    encoding: str | None = None,
    min_confidence: float | None = None,
    input_formats: Collection[str] = get_args(InputFormat),
) -> None:
    """Check those that are given. Raises what the checks of each raise."""
    if fields is not None:
        check_fields(fields)
    if language is not None:
        check_language(language)
    if input_format not in input_formats:
        check_input_format(input_format, input_formats)
    if encoding is not None:
        check_encoding(encoding)
    if min_confidence is not None:
        check_confidence(min_confidence)


def names_a_file(text: str) -> bool:
    """Is the text the name of an existing file? Looks at the disk only for one short line."""
    return len(text) <= _LONGEST_NAME and not ("\n" in text or "\r" in text) and os.path.isfile(text)


def check_data(data: object) -> None:
    """Raises TypeError for what is neither bytes nor a text."""
    if isinstance(data, (str, bytes, bytearray, memoryview)):
        return
    if isinstance(data, os.PathLike):
        hint = "not a path: khabar.parse_file reads it"
    elif hasattr(data, "read"):
        hint = "not an open file: pass what its read() gives"
    else:
        hint = "not None" if data is None else f"not {type(data).__name__}"
    raise TypeError(f"khabar.parse takes the contents of an article, bytes or str, {hint}")
