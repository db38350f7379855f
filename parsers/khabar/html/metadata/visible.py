"""Dates that readers see near the title, read element by element, whatever role the elements round them have.

The walk goes on from the title until the text has begun, and back from it over the few lines above. What is beside
an article (comments, related cards, menus) is passed over: no date is better than that of another story.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from lxml.etree import _Element, iterwalk

from khabar.characters import words
from khabar.dates import split_stamps
from khabar.dates.tokens import items
from khabar.dates.words import table
from khabar.html.elements import is_hidden
from khabar.html.metadata.stamps import iso
from khabar.html.roles import Role, role_of
from khabar.html.tags import CONTROLS, FRAMES, HEADINGS, LINES, UNREAD
from khabar.html.words import all_text, plain
from khabar.lazy import Lazy

_LINE = 120
"""Characters of a line with a date at the most; a longer text is read piece by piece."""
_PIECES = 60
"""Pieces of text that are put together for it, at the most."""
_BESIDE = 3
"""Words beside a date at the most, between bars or dashes: more are a sentence."""
_BESIDE_STAMP = 10
"""The same, of a line whose date the markup gives."""
_TITLE_WORDS = 4
"""Words of a link that is another article's title, at the least: an author's name and a section have fewer."""
_BELOW = 300
"""Elements looked at from the title on, at the most."""
_ABOVE = 60
"""The same, back from the title."""
_LINES_ABOVE = 4
"""Lines above the title that may hold its date, at the most: farther up stands the site's own clock."""
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
_VALUES = ("datetime", "content", "data-datetime", "data-date", "data-time", "data-timestamp", "title")
"""Attributes that may say an element's date for programs."""
_PARTED = Lazy(r"\s*[|·•;/]\s+|\s+[-–—]\s+|\s*[|·•]\s*")
"""Marks that divide a line into fields."""
_NAME = Lazy(r"[A-Z]?[a-z]+")
_CLASSES = 300
"""Characters of a class attribute that are looked at."""
_DATE = 8
"""Characters of a date at the least: 20240305."""


class Seen(NamedTuple):
    """A date that is seen: ISO 8601 of publication and of change, either of which may be missing."""

    published: str | None
    modified: str | None
    strength: int = 0
    """2: the markup says it for programs; 1: the line or the markup says that it is a date; 0: a bare date."""


class Calendar(NamedTuple):
    """How a page's dates are read."""

    months: Mapping[str, int]
    month_first: bool = False
    """03/04/2020 is the 4th of March."""
    kinds: Mapping[str, str] = {}
    """Words of the language that say what a date is of: "published", "updated"."""


def seen_dates(title: _Element, core: _Element, calendar: Calendar) -> Seen:
    """The article's dates near its title. `title`: the element to begin at; `core`: the one that holds the text."""
    held = {core, *core.iterancestors()}
    found: list[Seen] = []
    for direction in (_below, _above):
        found += direction(title, _Walk(calendar, held))
    best = max((seen for seen in found if seen.published), key=lambda seen: seen.strength, default=None)
    changed = next((seen.modified for seen in found if seen.modified), None)
    return Seen(best.published if best is not None else None, changed)  # of equals the first


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


class _Stamp(NamedTuple):
    """A date that an element gives for programs."""

    iso: str
    updated: bool
    published: bool
    """What the element's names say of it."""
    text: str


_Line = list[str | _Stamp]


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
            line = _line(at)
            seen = self._judge(line, _is_dated(at)) if line else None
            if seen is not None:
                yield seen
            elif (line is None or sum(map(len, map(str, line))) >= _PARAGRAPH) and _is_paragraph(at):
                self._paragraph()
                continue
            elif line is None or (line and not _is_teaser(at)):
                children = list(at)
                if line is None:
                    for text in (at.text, *(child.tail for child in children)):
                        yield from self.text(text)
                stack += children if self.back else reversed(children)
                if children:
                    continue
            if line:
                self._count()

    def text(self, text: str | None) -> Iterator[Seen]:
        """The date in a piece of text that stands in no element of its own."""
        if text and self.left > 0 and len(text) <= _LINE and not text.isspace():
            seen = self._judge([text], dated=False)
            if seen is not None:
                yield seen
            self._count()

    def _count(self) -> None:
        self.lines += 1
        if self.back and self.lines >= _LINES_ABOVE:
            self.left = 0

    def _paragraph(self) -> None:
        self.paragraphs += 1
        if self.back or self.paragraphs >= _PARAGRAPHS:
            self.left = 0

    def _judge(self, line: _Line, dated: bool) -> Seen | None:
        """The dates of a line; None where it has none, or says more than that."""
        if any(isinstance(piece, _Stamp) for piece in line):
            return self._stamped(line)
        kept: list[str] = []
        marked = dated
        told: list[str] = []
        for field in _PARTED().split(" ".join(map(str, line))):
            kinds = self._kinds(field)
            marked = marked or "updated" in kinds or "published" in kinds
            if kinds.count("other") <= _BESIDE:
                kept.append(field)
                told += kinds
        if self.back and not marked and "weekday" in told and ":" not in "".join(kept):
            return None  # the site's own clock
        published, modified = self._dates(" • ".join(kept))
        return Seen(published, modified, int(marked)) if published or modified else None

    def _stamped(self, line: _Line) -> Seen | None:
        """The dates of a line that the markup gives; the words before each say of what it is."""
        published: str | None = None
        modified: str | None = None
        updated = False
        others = 0
        for piece in line:
            if isinstance(piece, str):
                kinds = self._kinds(piece)
                others += kinds.count("other")
                told = [kind for kind in kinds if kind in ("updated", "published")]
                updated = told[-1] == "updated" if told else updated
                continue
            first, second = self._split(piece, updated)
            updated = updated and second is None
            modified = modified or second
            if first is not None and published is None:
                published = first
            elif first is not None and modified is None and first > (published or ""):
                modified = first
        return Seen(published, modified, 2) if others <= _BESIDE_STAMP else None

    def _split(self, stamp: _Stamp, updated: bool) -> tuple[str | None, str | None]:
        """Dates of publication and of change in an element; `updated`: the words before it are of change."""
        kinds = self._kinds(stamp.text)
        if "updated" in kinds and "published" not in kinds:
            updated = True
            first, _ = self._dates(stamp.text)
            if first is not None:  # "Dec. 6, 2024 / Updated Dec. 7, 2024": for programs it gives one of them
                return first, stamp.iso if stamp.iso > first else None
        elif "updated" in kinds:
            return self._dates(stamp.text)
        if stamp.updated or (updated and not stamp.published):
            return None, stamp.iso
        return stamp.iso, None

    def _kinds(self, text: str) -> list[str]:
        months, _, kinds = self.calendar
        return [item.kind for item in items(text, months, (), kinds)]

    def _dates(self, text: str) -> tuple[str | None, str | None]:
        """Dates of publication and of change in a text."""
        return split_stamps(text, *self.calendar)


def _line(el: _Element) -> _Line | None:
    """The words of an element, and the dates that its markup gives in place of theirs. None where there are too many
    of them for a line."""
    out: _Line = []
    size = 0
    skipped: _Element | None = None
    events = iterwalk(el, events=("start", "end"))
    for event, at in events:
        text: str | None = None
        if event == "start":
            stamp = _stamp(at) if at.attrib else None
            if stamp is not None:
                out.append(stamp)
            if stamp is not None or not isinstance(at.tag, str) or at.tag in UNREAD or is_hidden(at):
                skipped = at
                events.skip_subtree()
            else:
                text = at.text
        else:
            if at is skipped:
                skipped = None
            if at is not el:
                text = at.tail
        if text and (text := plain(text)):
            size += len(text) + 1
            out.append(text)
            if size > _LINE or len(out) > _PIECES:
                return None
    return out


def _stamp(el: _Element) -> _Stamp | None:
    """The date that an element's attributes give."""
    for name in _VALUES:
        value = el.get(name)
        if value and len(value) >= _DATE and (found := iso(value)) is not None:
            kinds = {kind for at in (el, el.getparent()) if at is not None for kind in _named(at)}
            said = "published" in kinds
            return _Stamp(found, "updated" in kinds and not said, said, all_text(el)[:_LINE])
    return None


def _named(el: _Element) -> Iterator[str]:
    """What the words in an element's names say: "updated", "published"."""
    for name in ("class", "itemprop", "property"):
        for word in _NAME().findall((el.get(name) or "")[:_CLASSES]):
            yield table().get(word.lower(), ("", 0))[0]


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
    return any(words(all_text(link)) >= _TITLE_WORDS for link in el.iter("a"))


def _is_paragraph(el: _Element) -> bool:
    """A long text, no container of others."""
    if el.tag in LINES:
        return True
    own = sum(len(text.strip()) for text in (el.text, *(child.tail for child in el)) if text)
    return own >= _PARAGRAPH
