"""A page's source, made ready for libxml2: what stands before `<html>`, CDATA, and tags that it takes too long for.

Every step costs an ordinary page a search or two.
"""

from __future__ import annotations

import re

# Patterns are strings: `re` compiles and keeps those that are asked for, and most pages need none.
_PROLOG = r"""(?isx)
    (?: [\s\ufeff]++
      | <!--(?:-?>|.*?(?:--!?>|\Z))
      | <\?[^>]*+>
      | <!doctype\b[^>\[]*+(?:\[[^\]]*+\]\s*+)?+>
    )*+"""
_PAGE = r"(?i)<(?:!doctype\s+html|html)(?=[\s>])"
_PREFIXED = r"(?i)<([a-z][\w.-]{0,30}):html[\s>]"
_HEADERS = r"\s*(?:HTTP|WARC)/\d"
_WITHIN = 1 << 14
"""Characters in which a page that is not the first thing begins, if it does."""
_CDATA = "<![CDATA["
_RAW = ("script", "SCRIPT", "style", "STYLE")
_STRETCH = 1 << 13
_MOST_ATTRIBUTES = 500
_ATTRIBUTE = r"""[\s/]*+[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+"""


def prepare(source: str) -> tuple[str, tuple[str, ...]]:
    """The source as it is to be parsed, and warnings: of what is not read, if anything."""
    source, warnings = _from_its_beginning(source)
    if _CDATA in source:
        source = _without_cdata(source)
    source, more = _few_attributes(source)
    return source, warnings + more


def _from_its_beginning(source: str) -> tuple[str, tuple[str, ...]]:
    """The page from `<html>` on where something else comes first, which would put all of it in a body without
    language and head. That follows at the end: it is seen on the page. HTTP headers are not."""
    head = source[:256].lstrip("\ufeff \t\r\n").lower()
    if head.startswith("<!doctype html"):
        head = head.partition(">")[2].lstrip()
    if head.startswith("<html"):
        return source, ()
    prolog = re.match(_PROLOG, source)
    at = prolog.end() if prolog else 0
    head = source[at : at + _WITHIN]
    if head[:5].lower() == "<html":
        # libxml2 knows no declarations in a document type: it takes their end for text
        return source[at:] if "[" in source[:at] else source, ()
    if prefixed := re.match(_PREFIXED, head):
        prefix = re.escape(prefixed[1])
        return re.sub(rf"(?i)<(/?){prefix}:", r"<\1", source[at:]), ()
    page = re.search(_PAGE, head)
    if not page or not page.start():
        return source, ()
    before, source = head[: page.start()], source[at + page.start() :]
    if re.match(_HEADERS, before):
        return source, ("HTTP headers before the page: not read",)
    folded = before.lower()
    inside = folded.rfind("<") > folded.rfind(">") or any(folded.count(o) != folded.count(c) for o, c in _OPENED)
    if inside or "<body" in folded or "<head" in folded:
        return before + source, ()
    return f"{source}\n{before}", ()


_OPENED = (("<script", "</script"), ("<style", "</style"), ("<!--", "-->"))


class _Raw:
    """Whether a place is inside of a script or a style sheet; asked for places in order, it reads the source once."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.inside = False

    def __call__(self, place: int) -> bool:
        opened = max(self.source.rfind(f"<{name}", self.at, place) for name in _RAW)
        closed = max(self.source.rfind(f"</{name}", self.at, place) for name in _RAW)
        if opened != closed:
            self.inside = opened > closed
        self.at = place
        return self.inside


def _without_cdata(source: str) -> str:
    """CDATA sections outside of scripts and styles become what is in them. In HTML they are comments up to the
    next ">", by which the words before it would be lost. Inside of scripts they are part of the script."""
    out: list[str] = []
    done = at = 0
    raw = _Raw(source)
    while (start := source.find(_CDATA, at)) >= 0:
        at = start + len(_CDATA)
        if raw(start):
            continue
        end = source.find("]]>", at)
        if end < 0:
            end = len(source)
        out += source[done:start], source[at:end]
        done = at = min(end + 3, len(source))
    out.append(source[done:])
    return "".join(out)


def _few_attributes(source: str) -> tuple[str, tuple[str, ...]]:
    """No tag with thousands of attributes: libxml2 takes quadratic time for them.

    Such a tag is a long stretch without "<". To find one, look back for a "<" from each end of a stretch: that is
    a few characters' search for each, and an ordinary page has a few dozen.
    """
    at = 0
    cut: list[tuple[int, int]] = []
    raw = _Raw(source)
    attributes = re.compile(_ATTRIBUTE)
    while at + _STRETCH < len(source):
        last = source.rfind("<", at, at + _STRETCH)
        if last >= 0:
            at = last + 1
            continue
        start, at = at - 1, source.find("<", at + _STRETCH) + 1 or len(source)
        tag = _tag(source, max(start, 0))
        if tag and tag["name"] and tag.end() - start > _STRETCH // 2:
            keep = tag.end("name")
            for _ in range(_MOST_ATTRIBUTES):
                attribute = attributes.match(source, keep, tag.end())
                if not attribute:
                    break
                keep = attribute.end()
            else:
                if not raw(start):  # in a script, "a<b" looks like a tag
                    cut.append((keep, tag.start("tag_end")))
                    at = max(at, tag.end())
    if not cut:
        return source, ()
    parts, done = [], 0
    for keep, end in cut:
        parts.append(source[done:keep])
        done = end
    return "".join([*parts, source[done:]]), (
        f"a tag with more than {_MOST_ATTRIBUTES} attributes: not all are read",
    )


def _tag(source: str, at: int) -> re.Match[str] | None:
    from khabar.html.tree.tokens import TAG

    return TAG.match(source, at)
