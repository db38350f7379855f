"""Who wrote the article, as the page shows it: elements near the title, and at the article's end, that hold names.

Elements are read one by one, before anything is stripped, as many a byline stands in a box that is none of the
article's. What they hold is taken apart once the language is known (`bylines.authors`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree
from lxml.etree import _Element

from khabar.bylines.authors import Candidate, authors_in
from khabar.bylines.words import common, words
from khabar.html.author_elements import (
    BOX_SAID,
    LINE_WORDS,
    SKIPPED,
    holds_a_name,
    holds_a_name_by,
    is_box,
    is_byline,
    is_in_text,
    is_rel,
    pieces_of,
    size_of,
    told_of,
    within,
    words_in,
)
from khabar.html.beside import in_card, is_alike, is_several
from khabar.html.elements import is_hidden
from khabar.html.region.core import Region
from khabar.html.roles import Role, role_of
from khabar.html.sentences import is_sentence, line_round
from khabar.html.tags import HEADINGS, INLINE, UNREAD
from khabar.html.words import all_text

ABOVE = 60
"""Elements before the title that are looked at."""
HEAD = 700
LEAST = 200
SHARE = 0.5
"""Characters of the article's long texts before the place where its head ends (a standfirst, a first paragraph), at
the most and in any case, and the share of them that they may be."""
END = 60
"""Elements of the article's end that are looked at."""
BELOW = 150
"""Elements after it."""
LONG = 40
"""Characters of a piece of text that is no byline."""
LINE = 200
"""Characters of a byline at the most; with more, the element is a box or the article."""
SHORT_BOX = 600
"""The same of an element named byline: several authors, and who they are."""
BOX = 3000
"""Characters of an author's box at the most."""
_UP = 4
"""Elements from a name up to its line at the most."""
_MOST = 24
"""Bylines that are looked at."""
_NOT_ITS = frozenset(
    (Role.RELATED, Role.NAV, Role.ADS, Role.NEWSLETTER, Role.COOKIE, Role.HIDDEN, Role.GALLERY, Role.POLL)
)
"""Roles of what stands round a name that is not the author's; of more there may be names near the title."""
_NOT_ITS_BELOW = _NOT_ITS | {Role.TEASER, Role.SIDEBAR, Role.POPUP, Role.COMMENTS, Role.TAGS, Role.EMBED}
_NAMED_ROLES = frozenset((Role.BYLINE, Role.AUTHOR))
_ELEMENTS = 1000
"""Elements of a head that are looked at."""


def candidates(body: _Element, region: Region, title: _Element | None) -> list[Candidate]:
    """The elements that may hold the author's name, those of the head first, each in order.

    `title`: the heading that is the article's title. Linear in the page; few elements are looked at closely.
    """
    return _Search(body, region, title).run()


class _Search:
    """The page's elements, and which of them were taken."""

    def __init__(self, body: _Element, region: Region, title: _Element | None) -> None:
        self.body = body
        self.core = region.core
        self.most = max(LEAST, min(HEAD, SHARE * region.total))
        self.title = title
        self.ways = {region.core, *region.core.iterancestors()}
        """Elements round the article: whatever they are called, they hold it."""
        if title is not None:
            self.ways.update((title, *title.iterancestors()))
        self.taken: set[_Element] = set()
        self.out: list[Candidate] = []
        self.last: _Element | None = None
        """The element of the last of them."""
        self.each: set[_Element] = set()
        """Elements for one author each."""

    def run(self) -> list[Candidate]:
        first = self.title if self.title is not None else self.core
        head = [] if _is_behind(first, self.core) else self._head(_onward(first, self.core))
        self._look(head, below=False)
        if any(one.named and _names_somebody(one) for one in self.out):
            return self.out  # the first name of the head counts
        elements = list(self.body.iter(etree.Element))
        core, begin = elements.index(self.core), elements.index(first)
        last = core + sum(1 for _ in self.core.iter(etree.Element))
        end = min(begin + len(head), last)
        begun = core + len(self._head(islice(elements, core, last)))
        self._look(elements[max(end, core - ABOVE) : core], below=False)
        self._look(elements[max(end, core) : begun], below=False)
        self._look(elements[max(0, begin - ABOVE) : begin], below=False)
        self._look(elements[max(end, last - END) : last + BELOW], below=True)
        return self.out

    def _head(self, elements: Iterable[_Element]) -> list[_Element]:
        """Those of the article's head: until a few sentences of its text have been read."""
        size = 0
        out: list[_Element] = []
        for el in elements:
            out.append(el)
            for text in (el.text, el.tail):
                if text and len(text) > LONG and el.tag not in UNREAD and el.tag not in HEADINGS:
                    size += len(text)
            if size > self.most:
                break
        return out

    def _look(self, elements: Iterable[_Element], *, below: bool) -> None:
        for el in islice(elements, _ELEMENTS):
            if len(self.out) >= _MOST:
                return
            if el in self.ways or el.tag in SKIPPED:
                continue
            box = self._box(el, below)
            if box is not None and box not in self.taken and not self._is_others(box, below):
                self._take(box, below)

    def _take(self, box: _Element, below: bool) -> None:
        pieces = tuple(pieces_of(box))
        self.taken.update(box.iter())
        if pieces:
            named = any(piece.sure for piece in pieces)
            again = is_alike(box, self.last)
            self.out.append(Candidate(pieces, below, all_text(box), self._is_meta(box), named, again))
            self.last = box

    def _box(self, el: _Element, below: bool) -> _Element | None:
        """The element whose text is the byline that an element belongs to; None where it belongs to none."""
        if el in self.taken:
            return None
        if el in self.each:
            return el
        role, said, _ = told_of(el)
        if (role in _NAMED_ROLES or said & BOX_SAID) and el.tag not in INLINE and is_several(el, LINE):
            self.each.update(el)
            return None
        named = holds_a_name_by(el, said)
        if el.tag in INLINE and (named or role in _NAMED_ROLES or said & BOX_SAID) and self._is_told_of(el):
            return None
        if named:
            line = self._line_of(el)
            return None if is_in_text(el, line) else line
        if role is Role.BYLINE or el.tag == "address":
            return el if size_of(el, SHORT_BOX) <= SHORT_BOX else None
        if role is Role.AUTHOR:
            return el if size_of(el, BOX) <= BOX else None
        if said & BOX_SAID or (role is Role.META and not below and not any(map(is_byline, within(el)))):
            return el if 0 < size_of(el, LINE) <= LINE else None
        text = el.text if not below else None
        if text and el.tag not in HEADINGS and len(text) < LINE and not text.isspace():
            return self._marked(el, common().label(text.strip()))
        return None

    def _is_told_of(self, el: _Element) -> bool:
        """The text names somebody in a sentence; of an author's own box nothing is the text's."""
        at: _Element | None = el.getparent()
        for _ in range(_UP):
            if at is None or at in self.ways:
                break
            if at.tag == "address" or (at.attrib and (told_of(at).role in _NAMED_ROLES or is_box(at))):
                return False
            at = at.getparent()
        before, after = line_round(el, holds_a_name)
        return bool(before or after) and is_sentence(before, after, all_text(el))

    def _marked(self, el: _Element, marker: int) -> _Element | None:
        """The line that an element begins with a marker of so many characters."""
        if not marker:
            return None
        line = self._line_of(el)
        if marker >= size_of(line, LINE):  # "By", and the name in the next element
            line = self._line_of(line, 3)
        return line if words_in(line) <= LINE_WORDS else None

    def _line_of(self, el: _Element, up: int = 1) -> _Element:
        """The line that an element stands in, where that is short; else the element. `up`: block-level elements to
        go up, as long as nothing else stands in them."""
        at, size = el, size_of(el, LINE)
        for _ in range(_UP):
            above = at.getparent()
            if above is None or above in self.ways or size_of(above, LINE) > LINE:
                break
            at = above
            if at.tag not in INLINE:
                up -= 1
                if up <= 0 or size_of(at, LINE) > size:
                    break
        return at

    def _is_meta(self, el: _Element) -> bool:
        return told_of(el).role is Role.META and not is_box(el)

    def _is_others(self, el: _Element, below: bool) -> bool:
        """Is it the author of something else: in comments, in a card, in a list of other articles?"""
        roles = _NOT_ITS_BELOW if below else _NOT_ITS
        at: _Element | None = el
        while at is not None and at not in self.ways:
            if at.tag == "nav" or (below and at.tag in ("aside", "li", "article")) or is_hidden(at):
                return True
            if at.tag == "figure" and el.tag != "address" and not any(is_rel(one) for one in el.iter()):
                return True  # whose picture it is
            role = role_of(at) if at.attrib else None
            if role in roles or (below and (role is Role.FOOTER or at.tag == "footer") and not self._is_its_end(at)):
                return True
            at = at.getparent()
        return in_card(el, self.ways)

    def _is_its_end(self, el: _Element) -> bool:
        """It stands in the element of the article, or is called so: the article's own footer, not the page's."""
        name = f"{el.get('class') or ''} {el.get('id') or ''}".lower()
        return any(at in self.ways for at in el.iterancestors("article")) or any(
            word in name for word in words("author.footer")
        )


def _onward(first: _Element, core: _Element) -> Iterator[_Element]:
    """The elements of the page in order, from one on to the core's end."""
    stop = next((el for at in (core, *core.iterancestors()) for el in at.itersiblings(etree.Element)), None)
    yield from first.iter(etree.Element)
    for at in (first, *first.iterancestors()):
        for beside in at.itersiblings(etree.Element):
            for el in beside.iter(etree.Element):
                if el is stop:
                    return
                yield el


def _is_behind(el: _Element, core: _Element) -> bool:
    """Does it begin behind the core's end?"""
    ways = {core, *core.iterancestors()}
    at: _Element | None = el
    while at is not None and at not in ways:
        if any(one in ways for one in at.itersiblings(preceding=True)):
            return True
        at = at.getparent()
    return False


def _names_somebody(one: Candidate) -> bool:
    """A name in it, beside those of agencies and desks?"""
    return any(not common().is_organisation(name) for name in authors_in(one.pieces, common()))
