"""A page's source as tags and what is no tag, for the rare pages that must be mended before they are parsed.

Boundaries are those of the HTML standard's tokenizer (and libxml2's from 2.14 on), near enough: attribute values in
quotes may hold ">", and in a script, a title or the like nothing is markup but its own end tag. One way through the
source; nothing is looked at twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

Kind = Literal["start", "empty", "end", "comment", "raw", "other"]


class Token(NamedTuple):
    """A piece of the source that is no text: `source[start:end]`."""

    kind: Kind
    """`empty` is a start tag that needs no end tag; `raw` what a script, a title … holds; `other` a declaration."""
    start: int
    end: int
    name: str
    """Of the element, in small letters; empty for comments and declarations."""
    closed: bool
    """False where the source ends before the piece does."""


VOID = frozenset((
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "keygen",
    "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
_RAW = frozenset(("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"))
TAG = re.compile(
    r"""<(?:
        (?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)
        (?:[^>=]++ | =\s*+(?:"[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z))?+)*+
        (?P<tag_end>>|\Z)
      | !--(?:-?> | .*?(?P<comment_end>--!?>|\Z))
      | [!?/][^>]*+(?P<other_end>>|\Z)
    )""",
    re.DOTALL | re.VERBOSE,
)


@cache
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)


def _raw_end(name: str, source: str, at: int) -> int:
    """Where the raw content ends that begins at `at`; -1 where it does not."""
    if name == "plaintext":
        return -1
    if name != "script":
        end = _end_of(name).search(source, at)
        return end.start() if end else -1
    escaped = nested = False  # in "<!--", a script in the script ends by itself
    for mark in re.compile(r"<!--(?:-?>)?|-->|<(/?)script(?=[\s/>])", re.IGNORECASE).finditer(source, at):
        if mark[0] == "<!--":
            escaped = True
        elif mark[0].endswith("->"):
            escaped = nested = False
        elif mark[1] and not nested:
            return mark.start()
        else:
            nested = escaped and not mark[1]
    return -1


def tokens(source: str) -> Iterator[Token]:
    """The tags, comments, declarations and raw contents of a source, in order; what is between them is text."""
    at = 0
    while match := TAG.search(source, at):
        start, at = match.span()
        name = (match["name"] or "").lower()
        if name:
            closed = match["tag_end"] != ""
            if match["slash"]:
                yield Token("end", start, at, name, closed)
                continue
            # libxml2 takes "/>" as the end of any element, and so do those who write it
            empty = name in VOID or source[at - 2 : at] == "/>"
            yield Token("empty" if empty else "start", start, at, name, closed)
            if not empty and closed and name in _RAW:
                end = _raw_end(name, source, at)
                stop = end if end >= 0 else len(source)
                yield Token("raw", at, stop, name, end >= 0)
                at = stop
        elif match["other_end"] is not None:
            yield Token("other", start, at, "", match["other_end"] != "")
        else:
            yield Token("comment", start, at, "", match["comment_end"] != "")
