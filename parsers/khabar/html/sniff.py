"""A page, or a part of one, or raw text? Told by the beginning alone; a text in doubt is a text."""

from __future__ import annotations

import re

HEAD = 4096
"""Characters that are looked at."""

_PROLOG = re.compile(
    r"""(?: [\s\ufeff\x00-\x1f]++
          | (?P<comment><!--)(?:-?>|.*?(?:--!?>|\Z))
          | (?P<xml><\?xml\b)[^>]*+(?:>|\Z)
          | <\?[^>]*+(?:>|\Z)
          | (?P<doctype><!doctype\b)[^>\[]*+(?:\[[^\]]*+(?:\]\s*+|\Z))?+(?:>|\Z)
        )*+""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_END = r"(?=[\s/>]|\Z)"
_PAGE = re.compile(
    rf"<(?:[a-z][\w.-]{{0,30}}:)?(?:html|head|body|frameset|title|meta|link|base|script|style|rss|feed|rdf){_END}",
    re.IGNORECASE,
)
"""Elements that no fragment in a text begins with. Feeds are no articles, but still less are they texts."""
_STRUCTURE = (
    "address|article|aside|blockquote|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "header|hgroup|hr|li|main|nav|noscript|ol|p|pre|section|table|tbody|td|template|th|thead|tr|ul"
)
_BLOCK = re.compile(rf"</?(?:[a-z][\w.-]{{0,30}}:)?(?:{_STRUCTURE}){_END}", re.IGNORECASE)
_BLOCK_END = re.compile(rf"</(?:[a-z][\w.-]{{0,30}}:)?(?:{_STRUCTURE})\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][\w:.-]{0,60}+(?:\s[^<>]*+)?+/?>", re.IGNORECASE)
_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html)(?=[\s>])", re.IGNORECASE)
_INSIDE = re.compile(r"<(?:head|body|title|meta|link|script)(?=[\s>])", re.IGNORECASE)
_HEADERS = re.compile(r"\s*(?:HTTP|WARC)/\d")
_PARAGRAPHS = re.compile(r"\n\s*\n")
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
    prolog = _PROLOG.match(head)
    at = prolog.end() if prolog else 0
    if prolog and (prolog["doctype"] or prolog["xml"]):
        return True
    if _PAGE.match(head, at):
        return True
    if prolog and prolog["comment"]:
        return at == len(head) or _is_marked_up(head)
    if _BLOCK.match(head, at):
        return _is_marked_up(head)
    return _is_behind_junk(head) or (len(_BLOCK_END.findall(head)) >= _ENDS and _is_marked_up(head))


def _is_marked_up(head: str) -> bool:
    """Whether no more paragraphs are without tags than with them."""
    marked = plain = 0
    for part in _PARAGRAPHS.split(head):
        if _TAG.search(part):
            marked += 1
        elif not part.isspace():
            plain += 1
    return marked >= max(plain, 1)


def _is_behind_junk(head: str) -> bool:
    """Whether a page begins after a few characters that do not belong to it, or after HTTP headers."""
    if _HEADERS.match(head):
        return bool(_DOCUMENT.search(head) or _BLOCK_END.search(head))
    page = _DOCUMENT.search(head, 0, _JUNK)
    return bool(page and _INSIDE.search(head, page.end()))
