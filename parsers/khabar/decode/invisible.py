"""What no text of the output has: characters that only tell where a word may be broken, and half surrogate pairs.

Both are taken out of the input before it is read, so that offsets and look-ups are those of what is printed; for what
a page's JSON gives, there is `all_visible`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from khabar.frozen import Frozen, values_of
from khabar.hints import counted

_F = TypeVar("_F", bound=Frozen)

_LEFT_OUT = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte order mark. Joiners and non-joiners are spelling and stay, and so
do bidi controls, without which a mixed line is not read as it was written."""
_REFERENCE = (
    r"&(?:shy(?:;|(?![A-Za-z0-9=]))|(?:ZeroWidthSpace|NoBreak|Negative(?:Very)?(?:Thin|Medium|Thick)Space);"
    r"|#(?:0*(?:173|8203|8288|65279)(?!\d)|[xX]0*(?:[aA][dD]|200[bB]|2060|[fF][eE][fF][fF])(?![0-9A-Fa-f]));?)"
)
"""The same in a page's source."""


def visible(text: str) -> str:
    """The text without characters that only tell where a word may or may not be broken."""
    if not text.isascii():
        for char in _LEFT_OUT:
            if char in text:
                text = text.replace(char, "")
    return text


def visible_source(source: str) -> str:
    """The same for a page's source, where references stand for such characters, too."""
    return visible(re.sub(_REFERENCE, "", source) if "&" in source else source)


def whole(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with U+FFFD for each half surrogate pair, and a warning that says so; two halves are joined."""
    if text.isascii():
        return text, ()
    try:
        text.encode()
    except UnicodeEncodeError:
        before = text.count("\ufffd")
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return text, (halved(text.count("\ufffd") - before),) if text.count("\ufffd") > before else ()
    return text, ()


def halved(number: int) -> str:
    """The warning of so many half surrogate pairs."""
    return f"{counted(number, 'half surrogate pair')} replaced with U+FFFD"


def _gather(value: Iterable[Any], out: list[str]) -> None:
    """Put all texts in nested tuples into a list."""
    for part in value:
        if isinstance(part, str):
            out.append(part)
        elif isinstance(part, tuple):
            _gather(part, out)
        elif isinstance(part, Frozen):
            _gather(values_of(part), out)


def all_visible(value: _F) -> tuple[_F, tuple[str, ...]]:
    """The value with neither in any of its texts, for what no source shows as it is (JSON in pages); and warnings."""
    texts: list[str] = []
    _gather(values_of(value), texts)
    everything = "".join(texts)
    if whole(visible(everything))[0] == everything:
        return value, ()
    told: list[str] = []
    return visible_values(value, told), tuple(dict.fromkeys(told))


def visible_values(value: Any, told: list[str]) -> Any:
    """The value with neither in any text of it, however deep; `told` gets the warnings. Keys only become whole."""
    if isinstance(value, str):
        text, warnings = whole(visible(value))
        told.extend(warnings)
        return text
    if isinstance(value, dict):
        keys = [whole(key) for key in value]
        told.extend(warning for _, warnings in keys for warning in warnings)
        fields = [visible_values(field, told) for field in value.values()]
        return dict(zip((key for key, _ in keys), fields, strict=True))
    if isinstance(value, Frozen):
        return type(value)(*(visible_values(part, told) for part in values_of(value)))
    if isinstance(value, list | tuple):
        return type(value)(visible_values(part, told) for part in value)
    return value
