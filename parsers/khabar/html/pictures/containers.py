"""Elements that hold one picture and its few words, and say nowhere that they do: told by what is in them."""

from __future__ import annotations

from itertools import islice

from lxml import etree
from lxml.etree import _Element

from khabar.characters import ends_sentence, words
from khabar.html.roles import Role, role_of
from khabar.html.tags import BOLD, FRAMES
from khabar.lazy import Lazy

MOST = 400
"""Characters of a picture's texts at the most: a caption of three sentences and a credit."""
_IMAGES = ("img", "picture", "amp-img")
_SHOWN = (*_IMAGES, "noscript", "svg", "canvas", "figure", *FRAMES)
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
_COUNTED = Lazy(r"\d+ ?/ ?\d")
"""The beginning of a slide with a counter: those are told by it, the gallery's heading, too (`labels.slides`)."""
_WRAPPED = 3
"""Elements round a picture and its heading that may be the gallery's."""
_LEAST_SLIDES = 3
_GALLERIES = 20
"""Galleries of a page that are looked at."""
_BESIDE = 3
"""Paragraphs beside a gallery at the least: a page of nothing but slides is a gallery, and they are its text."""
_SLIDE_TAGS = ("div", "li", "section", "article", "figure")
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
    galleries: dict[_Element, frozenset[_Element]] = {}
    stop = stop.union(*(table.iter(*_CELLS) for table in top.iter("table") if _is_of_facts(table)))
    for image in top.iter(*_IMAGES):
        if not _inner(image):
            found = _container(image, stop, top, galleries)
            if found is not None:
                out.add(found)
    return out


def without_picture(caption: _Element) -> str | None:
    """The element that a <figure> with this <figcaption> shows in place of a picture: a table, code, a quotation."""
    above = caption.getparent()
    if above is None or above.tag != "figure" or next(above.iterdescendants(*_SHOWN), None) is not None:
        return None
    shown = next(above.iterdescendants("table", "pre", "blockquote"), None)
    return None if shown is None else str(shown.tag)


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


def _container(
    image: _Element, stop: set[_Element], top: _Element, galleries: dict[_Element, frozenset[_Element]]
) -> _Element | None:
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
            if role_of(at) in _ROLES:
                break
            if _other(at, link):
                slide = _slide(at, top, galleries)
                return slide if slide is not None else best
            best = at
        at = at.getparent()
    return best


def _slide(el: _Element, top: _Element, known: dict[_Element, frozenset[_Element]]) -> _Element | None:
    """The slide of a gallery that an element is, or stands in: one that has a heading, too."""
    at, above = el, el.getparent()
    for _ in range(_WRAPPED):
        if above is None or above is top:
            return None
        if above.attrib and role_of(above) is Role.GALLERY:
            if above not in known:
                known[above] = _slides(above, top) if len(known) < _GALLERIES else frozenset()
            return at if at in known[above] else None
        at, above = above, above.getparent()
    return None


def _slides(gallery: _Element, top: _Element) -> frozenset[_Element]:
    """The children of a gallery's element where all are slides: each one picture, few words, no link to an article;
    none where the page has no text beside them."""
    slides = [child for child in gallery if child.tag in _SLIDE_TAGS]
    if len(slides) < _LEAST_SLIDES or len({(el.tag, el.get("class")) for el in slides}) > 1:
        return frozenset()
    for el in slides:
        text = _text(el)
        if (
            _pictures(el) != 1
            or len(text) > MOST
            or _COUNTED().match(text)
            or any(map(_text, el.iterdescendants("a")))
        ):
            return frozenset()
    inside = set(gallery.iterdescendants("p"))
    beside = (p for p in top.iter("p") if p not in inside and len(_text(p)) >= _TEXT)
    return frozenset(slides) if sum(1 for _ in islice(beside, _BESIDE)) == _BESIDE else frozenset()


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
