"""Pages that end inside of something: a comment, a quoted attribute, a script that nobody closed.

Everything behind it is then part of it, for a browser too. Where a page merely breaks off there, nothing is to be
done. Where the page goes on to its end in there (`</body>`), the end was forgotten, and the page behind is read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from khabar.html.tree.tokens import Token, tokens

_WHOLE = re.compile(r"</(?:body|html|article|main)\b", re.IGNORECASE)
_SCRIPT = (
    r"[^<]*+(?:<(?!/?(?:head|body|html|article|main|section|aside|header|footer|nav|figure|div|p|h[1-6]|ul|ol|table)\b)"
    r"[^<]*+)*+"
)
"""What a script or a style sheet holds, if its own end is missing: all before the page goes on."""
_PLAINTEXT = re.compile(r"<(/?)plaintext\b", re.IGNORECASE)


class Closed(NamedTuple):
    """A source and what to tell of it. `source` is None where nothing could be done about it."""

    source: str | None
    warning: str


def close(source: str) -> Closed | None:
    """The page with what it ends in closed where it began. None where it does not end inside of anything."""
    last: Token | None = None
    for last in tokens(source):
        if not last.closed:
            break
    if last is None or last.closed:
        return None
    what = {"comment": "a comment", "raw": f"<{last.name}>", "other": "a declaration"}.get(last.kind, "a tag")
    inside = len(source) - last.start
    if last.name == "plaintext":  # it has no end by definition
        return Closed(_PLAINTEXT.sub(r"<\1div", source), "<plaintext>: what follows is read as a page all the same")
    if not _WHOLE.search(source, last.start):
        return Closed(None, f"the page breaks off inside {what}: its last {inside} characters are not read")
    return Closed(
        _closed(source, last), f"{what} without an end, {inside} characters before the page's: closed there"
    )


def _closed(source: str, last: Token) -> str:
    before, rest = source[: last.start], source[last.start :]
    if last.kind == "raw":
        # nor is any of its kind closed that follows
        inside = _SCRIPT if last.name in ("script", "style") else "[^<]*+"
        first = re.match(inside, rest, re.IGNORECASE)
        end = first.end() if first else 0
        again = re.compile(rf"<{last.name}\b[^>]*+>{inside}", re.IGNORECASE)

        def closed(content: str) -> str:
            # "<!--" in a script makes an end tag that follows a start tag no end
            return f"{content.replace('<!--', '')}</{last.name}>"

        return before + closed(rest[:end]) + again.sub(lambda m: closed(m[0]), rest[end:])
    if last.kind == "comment":
        return before + rest.replace("<!--", "")
    if last.kind == "other":
        return before + rest[2:]
    # the attributes, one of which holds the page, go
    return f"{before}<{'/' if last.kind == 'end' else ''}{last.name}>{rest.partition('>')[2]}"
