"""The article's text as the page tells it in its data (JSON-LD's articleBody): how much of it was read, which element
shows it, and a page made of it where the page shows no text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from khabar.characters import fold
from khabar.html.prose import LONG
from khabar.html.tags import INLINE, UNREAD
from khabar.html.tree.parse import parse_tree
from khabar.lazy import Lazy

COVERED = 0.7
"""Share of the told words that the body has at the least, where it is the told text."""
_SURELY = 0.8
"""Share of a told text that stands in the body letter for letter, more than, where it needs no closer look."""
LITTLE = 0.25
"""Share of the told words up to which a page shows nothing of the text."""
_SHOWN = 0.5
"""Share of the told text that an element must show."""
_MOST_OF = 0.9
"""Share of what the page shows of it that its element must hold."""
_LEAST = 40
"""Words of a told text that tells anything: shorter ones are summaries."""
LONGEST = 300_000
"""Characters of a told text that are looked at."""
_RUN = 4
"""Words in a row that are found again in one text only."""
_WORD = Lazy(r"\w+")
_TAG = Lazy(r"</?[A-Za-z][^<>]*>")
_ESCAPED = Lazy(r"&lt;/p&gt;|&lt;br ?/?&gt;", re.IGNORECASE)
"""Ends of lines in HTML that was escaped once more: a text about HTML has others, too."""
_LETTERS = 12
"""Letters of a word, in the mean, from which on a script has no spaces between words."""


def plain_text(told: str) -> str:
    """A told text without tags and entities."""
    told = told[:LONGEST]
    if "&lt;" in told and _ESCAPED().search(told):
        from html import unescape

        told = unescape(told)
    if "<" in told:
        told = _TAG().sub(" ", told)
    if "&" in told:
        from html import unescape  # few need it

        told = unescape(told)
    return told


def _words(text: str) -> list[str]:
    """Words, folded; pairs of letters where the script has no spaces."""
    found: list[str] = _WORD().findall(fold(text))
    if not found or sum(map(len, found)) < _LETTERS * len(found):
        return found
    return [word[i : i + 2] for word in found for i in range(max(len(word) - 1, 1))]


def covered(told: str, texts: Iterable[str]) -> float:
    """Share of the words of a told text (see `plain_text`) that these texts have; 1 where it is too short to tell, or
    nearly all of it is there."""
    texts = list(texts)
    if _is_shown(told, " ".join(texts)):
        return 1.0
    want = _words(told)
    if len(want) < _LEAST:
        return 1.0
    have = Counter(word for text in texts for word in _words(text))
    return sum((Counter(want) & have).values()) / len(want)


def _is_shown(told: str, text: str) -> bool:
    """Are most sentences of a told text in another, letter for letter? Then no words need be counted."""
    sentences = [sentence for part in told.split(".") if len(sentence := part.strip()) >= LONG]
    shown = sum(len(sentence) for sentence in dict.fromkeys(sentences) if sentence in text)
    return shown > _SURELY * len(told)


class Place(NamedTuple):
    """Where a page shows a told text."""

    core: _Element
    """The smallest element that holds nearly all of it."""
    trusted: frozenset[_Element]
    """Elements round pieces of it."""


def place_of(body: _Element, told: str) -> Place | None:
    """The element that shows a told text; None where the page does not show half of it."""
    want = _words(told)
    runs = {tuple(want[i : i + _RUN]) for i in range(len(want) - _RUN + 1)}
    sizes: dict[_Element, int] = {}
    elements = list(body.iter())
    for el, text in _pieces(elements, body):
        words = _words(text[:200])
        if tuple(words[:_RUN]) in runs or tuple(words[1 : _RUN + 1]) in runs:
            sizes[el] = sizes.get(el, 0) + len(text)
    blocks = frozenset(sizes)
    total = sum(sizes.values())
    if total < _SHOWN * len(told):
        return None
    for el in reversed(elements):
        above = el.getparent()
        if el in sizes and above is not None and el is not body:
            sizes[above] = sizes.get(above, 0) + sizes[el]
    core = body
    while (inner := next((el for el in core if sizes.get(el, 0) >= _MOST_OF * total), None)) is not None:
        if inner.tag in INLINE or (inner in blocks and inner.tag == "p"):
            break
        core = inner
    captions = {el for figure in core.iterdescendants("figure", "figcaption") for el in figure.iter()}
    trusted = (el for el in sizes if el.tag not in INLINE and el.tag != "body" and el not in captions)
    return Place(core, frozenset(trusted))  # a told text may have the captions in it, too


def _pieces(elements: list[_Element], body: _Element) -> Iterator[tuple[_Element, str]]:
    """Long pieces of text that a page shows, with the element that they stand in."""
    for el in elements:
        if el.tag in UNREAD:
            continue
        if el.text and len(el.text) >= LONG:
            yield el, el.text
        if el is not body and el.tail and len(el.tail) >= LONG:
            above = el.getparent()
            if above is not None:
                yield above, el.tail


def made(told: str) -> _Element | None:
    """A page's body made of a told text, which may be HTML; None where there is no text in it."""
    told = told[:LONGEST]
    if _ESCAPED().search(told):
        from html import unescape  # few need it

        told = unescape(told)
    if _TAG().search(told):
        root = parse_tree(f"<article>{told}</article>").root
        return next(root.iter("body"), None) if root is not None else None
    if "&" in told:
        from html import unescape  # few need it

        told = unescape(told)
    body = etree.Element("body")
    article = etree.SubElement(body, "article")
    for line in told.splitlines():
        if line and not line.isspace():
            etree.SubElement(article, "p").text = line
    return body if len(article) else None
