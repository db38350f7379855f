"""Elements that hold one picture and its few words, and say nowhere that they do: told by what is in them."""

from __future__ import annotations

from itertools import islice

from lxml import etree
from lxml.etree import _Element

from khabar.characters import ends_sentence, words
from khabar.html.roles import Role, role_of
from khabar.html.tags import BOLD

MOST = 400
"""Characters of a picture's texts at the most: a caption of three sentences and a credit."""
_IMAGES = ("img", "picture", "amp-img")
_WRAPS = frozenset(("source", "span", "a"))
_CELLS = ("td", "th", "tr")
_FACTS = 4
"""Cells of a table that holds more than one picture and its words, at the least."""
_CLIMB = 5
"""Elements round an image that are looked at."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SENTENCE = 6
"""Words of a sentence at the least: some sites write captions into heading elements, and no heading is one."""
_TEXT, _TEXT_WORDS = 40, 8
"""Characters and words of a sentence in a picture's paragraph that is the article's, at the least: captions that
stand in no element of their own are shorter, or end without a stop."""
_ASKING = "?!؟？！"
"""Marks that headings end with, too."""
_SIGNS = ("time", "address")
"""What stands beside an author's portrait, or in a teaser."""
_NOT = ("a", *_HEADINGS, "ul", "ol", "table", "figure", "form", "blockquote")
"""What stands in teasers, boxes and forms, and not beside a picture."""
_ROLES = frozenset(
    (Role.AUTHOR, Role.BYLINE, Role.TEASER, Role.RELATED, Role.ADS, Role.EMBED, Role.SHARE, Role.BODY, Role.POPUP,
     Role.COOKIE, Role.NEWSLETTER)
)  # fmt: skip


def picture_containers(top: _Element, stop: set[_Element]) -> set[_Element]:
    """For every image outside of figures the outermost element with it, a few words, and nothing else.

    `stop`: elements that are none (those round the article's text or title).
    """
    out: set[_Element] = set()
    stop = stop.union(*(table.iter(*_CELLS) for table in top.iter("table") if _is_of_facts(table)))
    for image in top.iter(*_IMAGES):
        if not _inner(image):
            found = _container(image, stop)
            if found is not None:
                out.add(found)
    return out


def _is_of_facts(table: _Element) -> bool:
    """A table of many cells, and no other in it: a picture in one of them, and the words beside it, are a row's."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    return sum(1 for _ in islice(table.iter("td", "th"), _FACTS)) == _FACTS


def _inner(image: _Element) -> bool:
    """An <img> of a <picture>, or one for readers without scripts."""
    if image.tag == "picture":
        return False
    above = image.getparent()
    while above is not None and above.tag in _WRAPS:  # libxml2 takes a <source> that is not closed for its parent
        above = above.getparent()
    return above is not None and above.tag in ("picture", "noscript")


def _container(image: _Element, stop: set[_Element]) -> _Element | None:
    best: _Element | None = None
    link = False
    at = image.getparent()
    for _ in range(_CLIMB):
        if at is None or at in stop or at.tag in ("figure", "body", "ul", "ol"):
            break
        if at.tag == "a" and best is None:
            link = True
        if at.tag == "p" and ((at.text and not at.text.isspace()) or _is_text(at)):
            break  # an image in a line of text
        if _pictures(at) > 1:
            break
        text = _text(at)
        if len(text) > MOST:
            break
        if text:
            if role_of(at) in _ROLES or _other(at, link):
                break
            best = at
        at = at.getparent()
    return best


def _is_text(paragraph: _Element) -> bool:
    """A paragraph with a picture in it: a sentence that stands beside the picture, in no element of its own."""
    own: list[str] = []
    for el in (paragraph, *paragraph.iterchildren(*BOLD)):
        if next(el.iterchildren("br"), None) is not None:
            return False
        own += (el.text or "", *(inner.tail or "" for inner in el))
    text = " ".join(" ".join(own).split())
    return len(text) >= _TEXT and words(text) >= _TEXT_WORDS and ends_sentence(text)


def _text(el: _Element) -> str:
    """The words in an element; of more than `MOST` characters only so many, since a large one is looked at for each
    image in it."""
    pieces: list[str] = []
    size = 0
    for piece in el.itertext(etree.Element):
        words = str(piece).split()
        if words:
            pieces += words
            size += sum(map(len, words)) + len(words)
            if size > MOST + 1:
                break
    return " ".join(pieces)


def _pictures(el: _Element) -> int:
    """How many pictures it holds; 2 is many."""
    return sum(1 for _ in islice((image for image in el.iter(*_IMAGES) if not _inner(image)), 2))


def _other(el: _Element, link: bool) -> bool:
    """It holds links, headings that are no sentences, lists or more than two paragraphs."""
    if next(el.iterdescendants(*_SIGNS), None) is not None:
        return True
    links = 0
    for inner in el.iterdescendants(*_NOT):
        if inner.tag in _HEADINGS:
            text = _text(inner)
            if not ends_sentence(text) or text[-1] in _ASKING or words(text) < _SENTENCE:
                return True
        elif inner.tag != "a" or _text(inner):
            return True
        else:
            links += 1
    return sum(1 for _ in el.iterdescendants("p")) > 2 or (links > 1 and not link)
