"""A page, or a part of one, or raw text? Told by the beginning alone; a text in doubt is a text."""

from __future__ import annotations

import re

HEAD = 4096
"""Characters that are looked at."""

# Patterns are strings: `re` compiles and keeps those that are asked for, and most pages need none.
_PROLOG = r"""(?isx)
    (?: [\s\ufeff\x00-\x1f]++
      | <!--(?:-?>|.*?(?:--!?>|\Z))
      | <\?[^>]*+(?:>|\Z)
      | <!doctype\b[^>\[]*+(?:\[[^\]]*+(?:\]\s*+|\Z))?+(?:>|\Z)
    )*+"""
_END = r"(?=[\s/>]|\Z)"
_PREFIX = r"(?:[a-z][\w.-]{0,30}:)?"
_PAGE = rf"(?i)<{_PREFIX}(?:html|head|body|frameset|title|meta|link|base|script|style|rss|feed|rdf){_END}"
"""Elements that no fragment in a text begins with. Feeds are no articles, but still less are they texts."""
_STRUCTURE = (
    "(?:address|article|aside|blockquote|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hgroup|hr|li|main|nav|noscript|ol|p|pre|section|table|tbody|td|template|th|thead|tr|ul)"
)
_BLOCK = rf"(?i)</?{_PREFIX}{_STRUCTURE}{_END}"
_BLOCK_END = rf"(?i)</{_PREFIX}{_STRUCTURE}\s*>"
_TAG = r"(?i)</?[a-z][\w:.-]{0,60}+(?:\s[^<>]*+)?+/?>"
_DOCUMENT = (
    r"(?i)(?:<!doctype\s+html\b[^>]*+>\s*+(?:<html(?:\s[^>]*+)?>)?|<html(?:\s[^>]*+)?>)\s*+"
    r"<(?:head|body|title|meta|link|script)(?=[\s>])"
)
"""The beginning of a page, not the mention of one."""
_HEADERS = r"\s*(?:HTTP|WARC)/\d"
_PARAGRAPHS = r"\n\s*\n"
_JUNK = 400
"""Characters that may stand before a page. A text that shows a page as an example says more about it before."""
_ENDS = 3


def is_html(text: str) -> bool:
    """Whether decoded text is a page, or a fragment of one, and not raw text.

    A page begins with a document type, an XML declaration, a comment or `<html>` and its like, perhaps behind HTTP
    headers or a stray word. A fragment begins with an element of structure (`<div>`, `<p>`) or is full of them.
    A text with tags left over here and there is one: its paragraphs are set apart by blank lines, and most of
    them have no tags. Any XML counts as a page: read as text it would be nothing but tags.
    """
    head = text[:HEAD]
    if "<" not in head:
        return False
    if head[:64].lstrip("\ufeff \t\r\n").lower().startswith(("<!doctype html", "<html>", "<html ")):
        return True
    prolog = re.match(_PROLOG, head)
    before = prolog[0].lower() if prolog else ""
    rest = head[len(before) :]
    if "<!doctype" in before or "<?xml" in before or re.match(_PAGE, rest):
        return True
    if "<!--" in before:
        return not rest or _is_marked_up(head)
    if re.match(_BLOCK, rest):
        return _is_marked_up(head)
    return _is_behind_junk(head) or (len(re.findall(_BLOCK_END, head)) >= _ENDS and _is_marked_up(head))


def _is_marked_up(head: str) -> bool:
    """Whether no more paragraphs are without tags than with them."""
    marked = plain = 0
    for part in re.split(_PARAGRAPHS, head):
        if re.search(_TAG, part):
            marked += 1
        elif not part.isspace():
            plain += 1
    return marked >= max(plain, 1)


def _is_behind_junk(head: str) -> bool:
    """Whether a page begins after a few characters that do not belong to it, or after HTTP headers."""
    if re.match(_HEADERS, head):
        return bool(re.search(_DOCUMENT, head) or re.search(_BLOCK_END, head))
    page = re.search(_DOCUMENT, head)
    return page is not None and page.start() <= _JUNK
