"""Dates that readers see near the title, read element by element, whatever role the elements round them have.

The walk goes on from the title until the text has begun, and back from it over the few lines above. What is beside
an article (comments, related cards, menus) is passed over: no date is better than that of another story.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from lxml.etree import _Element

from khabar.characters import words
from khabar.html.author_elements import holds_a_name
from khabar.html.elements import is_hidden
from khabar.html.metadata.lines import DIGITS, LINE, line_of, measure
from khabar.html.metadata.told import Calendar, Seen, told
from khabar.html.roles import Role, role_of
from khabar.html.tags import CONTROLS, FRAMES, HEADINGS, LINES, UNREAD
from khabar.html.words import all_text, plain

_LINKS = 20
"""Links of a line that are looked at."""
_TITLE_WORDS = 4
"""Words of a link that is another article's title, at the least: an author's name and a section have fewer."""
_CARD_WORDS = 2
"""The same behind the text, where one of them is written small."""
_BELOW = 300
"""Elements looked at from the title on, at the most."""
_ABOVE = 60
"""The same, back from the title."""
_LINES_ABOVE = 4
"""Lines above the title that may hold its date, at the most: farther up stands the site's own clock."""
_LAST = 8
"""Last lines of the text that may hold the date, and lines behind it, at the most."""
_PARAGRAPHS = 2
"""Paragraphs behind the title that end the head: a standfirst, and the text's first."""
_PARAGRAPH = 80
"""Characters of a paragraph, at the least."""
_PASSED = frozenset(
    (Role.COMMENTS, Role.RELATED, Role.ADS, Role.NEWSLETTER, Role.COOKIE, Role.POPUP, Role.HIDDEN,
     Role.POLL)
)  # fmt: skip
"""Roles of elements whose dates are not the article's."""
_OTHERS = UNREAD | CONTROLS | FRAMES | {"nav", "footer", "figure", "blockquote", "table"}
_OWN = frozenset((Role.META, Role.BYLINE, Role.DATE))
"""Roles of an <aside> that holds the article's own date."""


def seen_dates(title: _Element, core: _Element, calendar: Calendar) -> Seen:
    """The article's dates near its title. `title`: the element to begin at; `core`: the one that holds the text."""
    held = {core, *core.iterancestors()}
    found: list[Seen] = []
    for direction in (_below, _above):
        found += direction(title, _Walk(calendar, held))
    best = max((seen for seen in found if seen.published), key=lambda seen: seen.strength, default=None)
    changed = next((seen.modified for seen in found if seen.modified), None)
    return Seen(best.published if best is not None else None, changed)  # of equals the first


def date_behind(core: _Element, calendar: Calendar) -> str | None:
    """The date of publication in the last lines of the text or right behind them, where a word or the markup says
    that it is one: "Published on 5 March 2024"."""
    for units in (reversed(core), core.itersiblings()):
        for unit in islice(units, _LAST):
            if not isinstance(unit.tag, str) or _is_passed(unit, back=False):
                continue
            size, may = measure(unit)
            if size > LINE:
                break
            line = line_of(unit) if may and not _is_card_line(unit) else None
            seen = told(line, calendar, dated=_is_dated(unit)) if line else None
            if seen is not None and seen.published and seen.strength:
                return seen.published
    return None


def _below(title: _Element, walk: _Walk) -> Iterator[Seen]:
    """Dates in the title's heading, then behind it."""
    walk.left = _BELOW
    for child in title:
        yield from walk.read(child)
    for at in (title, *title.iterancestors()):
        if at.tag == "body" or walk.left <= 0:
            break
        yield from walk.text(at.tail)
        for unit in at.itersiblings():
            yield from walk.read(unit)
            yield from walk.text(unit.tail)


def _above(title: _Element, walk: _Walk) -> Iterator[Seen]:
    """Dates before the title, the nearest first."""
    walk.left = _ABOVE
    walk.back = True
    for at in (title, *title.iterancestors()):
        if at.tag == "body" or walk.left <= 0:
            break
        for unit in at.itersiblings(preceding=True):
            yield from walk.text(unit.tail)
            yield from walk.read(unit)
        above = at.getparent()
        yield from walk.text(above.text if above is not None else None)


class _Walk:
    """A walk over the elements near the title, in one direction."""

    __slots__ = ("back", "calendar", "held", "left", "lines", "paragraphs")

    def __init__(self, calendar: Calendar, held: Collection[_Element]) -> None:
        self.calendar = calendar
        self.held = held
        self.left = 0
        """Elements that may still be looked at."""
        self.back = False
        self.lines = self.paragraphs = 0
        """Lines and paragraphs so far."""

    def read(self, el: _Element) -> Iterator[Seen]:
        """The dates in an element, the nearest to the title first."""
        stack = [el]
        while stack and self.left > 0:
            at = stack.pop()
            self.left -= 1
            if not isinstance(at.tag, str) or (at not in self.held and _is_passed(at, back=self.back)):
                continue
            if at.tag in HEADINGS and self.paragraphs:
                continue  # of a section: a chronicle's are dates
            size, may = measure(at)
            seen = self._told(at) if may else None
            if seen is not None:
                yield seen
            elif size >= _PARAGRAPH and _is_paragraph(at):
                self._paragraph()
                continue
            elif size > LINE or (may and not _is_teaser(at)):
                children = list(at)
                if size > LINE:
                    for text in (at.text, *(child.tail for child in children)):
                        yield from self.text(text)
                stack += children if self.back else reversed(children)
                if children:
                    continue
            if size:
                self._count()

    def text(self, text: str | None) -> Iterator[Seen]:
        """The date in a piece of text that stands in no element of its own."""
        if text and self.left > 0 and len(text) <= LINE and not text.isspace():
            if sum(map(str.isdigit, text)) >= DIGITS:
                seen = told([plain(text)], self.calendar, dated=False, clocks=self.back)
                if seen is not None:
                    yield seen
            self._count()

    def _told(self, el: _Element) -> Seen | None:
        line = line_of(el)
        return told(line, self.calendar, dated=_is_dated(el), clocks=self.back) if line else None

    def _count(self) -> None:
        self.lines += 1
        if self.back and self.lines >= _LINES_ABOVE:
            self.left = 0

    def _paragraph(self) -> None:
        self.paragraphs += 1
        if self.back or self.paragraphs >= _PARAGRAPHS:
            self.left = 0


def _is_dated(el: _Element) -> bool:
    return el.tag == "time" or role_of(el) is Role.DATE


def _is_passed(el: _Element, *, back: bool) -> bool:
    if el.tag == "aside" and role_of(el) not in _OWN:
        return True
    if el.tag in _OTHERS or (back and el.tag == "header") or role_of(el) in _PASSED or is_hidden(el):
        return True
    return (el.tag == "article" or el.tag == "a") and _is_card(el)


def _is_card(el: _Element) -> bool:
    """Another article: a link with a heading in it, or an <article> whose heading is a link."""
    heading = next(iter(el.iter("h1", "h2", "h3", "h4", "h5")), None)
    if heading is None or el.tag == "a":
        return heading is not None
    return next(iter(heading.iter("a")), None) is not None or next(heading.iterancestors("a"), None) is not None


def _is_teaser(el: _Element) -> bool:
    """A line with another article's title in it, which is a link."""
    return any(words(all_text(link)) >= _TITLE_WORDS for link in islice(el.iter("a"), _LINKS))


def _is_card_line(el: _Element) -> bool:
    """The same behind the text, where titles may be short: "Mayor resigns", but no name and no section."""
    links = [all_text(link) for link in islice(el.iter("a"), _LINKS) if not holds_a_name(link)]
    return any(words(text) >= _CARD_WORDS and any(map(str.islower, text.split())) for text in links) or _is_teaser(el)


def _is_paragraph(el: _Element) -> bool:
    """A long text, no container of others."""
    if el.tag in LINES:
        return True
    own = sum(len(text.strip()) for text in (el.text, *(child.tail for child in el)) if text)
    return own >= _PARAGRAPH
