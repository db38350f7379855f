"""The parts of a picture's element: image, alt text, caption, credit, and what else stands in it."""

from __future__ import annotations

from lxml.etree import _Element, iterwalk

from khabar.characters import words
from khabar.html.elements import is_hidden
from khabar.html.pictures.files import is_portrait
from khabar.html.pictures.images import Shown, shown, source_of
from khabar.html.pictures.names import CAPTION, CREDIT, said_of
from khabar.html.roles import Role, role_of
from khabar.html.tags import CONTROLS, FRAMES, IMAGES, INLINE, UNREAD
from khabar.html.words import all_text, plain
from khabar.pictures.record import Kind, Piece, Unit

_OTHER = frozenset((Role.SHARE, Role.NAV, Role.ADS, Role.TOOLBAR, Role.RELATED, Role.NEWSLETTER, Role.COMMENTS))
_OPEN = (":", "：", ",", "،", "©")
_PICTURES = IMAGES | {"picture"}
_NO_TEXT = _PICTURES | UNREAD | FRAMES
_NAMED = frozenset(("cite", "small"))
"""Inline elements that set a credit apart from the caption; in an <em> names of ships and films stand, too."""
_TEXTS = frozenset(("caption", "figcaption", "free"))
"""Kinds of texts that may have a credit in them."""
_BUTTON = 4
"""Words at the most of an element that is a button to screen readers; one round the whole caption has more."""
_UNITS = 3
"""Inline elements that one text ends with and that are looked at."""


class Figure:
    """What one picture's element holds, in order."""

    __slots__ = ("author", "media", "pictures", "pieces", "portrait")

    def __init__(self) -> None:
        self.pictures: list[Shown] = []
        self.pieces: list[Piece] = []
        self.media = ""
        self.author = False
        """An element in it says that it names the article's author."""
        self.portrait = False
        """The address of an image in it is a portrait's."""


class _Walk:
    """The state of the walk: the text being gathered, and what the open elements say that it is."""

    __slots__ = ("_base", "_entered", "_inline", "_spans", "_stack", "figure", "kind", "parts", "spare")

    def __init__(self, figure: Figure, kind: Kind) -> None:
        self.figure = figure
        self.kind = kind
        self.parts: list[str] = []
        self.spare: list[_Element] = []
        """Open elements that are pop-ups or not shown."""
        self._base = 0
        """Number of parts that were gathered before these."""
        self._stack: list[Kind] = []
        self._entered: list[_Element] = []
        """Open elements that say what their text is."""
        self._inline: list[int] = []
        """For each open inline element the number of parts before it, from the figure's beginning."""
        self._spans: list[tuple[int, int, bool]] = []
        """Inline elements of the text being gathered: its parts that are in them, and whether they are `_NAMED`."""

    def flush(self) -> None:
        """Make what was gathered a piece."""
        if not self.parts:
            return
        text = plain("".join(self.parts))
        if text:
            units = self._units() if self._spans and self.kind in _TEXTS else ()
            self.figure.pieces.append(Piece(text, self.kind, units, bool(self.spare)))
        self._base += len(self.parts)
        self.parts.clear()
        self._spans.clear()

    def _units(self) -> tuple[Unit, ...]:
        """The inline elements that the text ends with."""
        parts = self.parts
        end = len(parts)
        while end and not any(map(str.isalnum, parts[end - 1])):
            end -= 1
        out: list[Unit] = []
        for start, stop, named in reversed(self._spans):
            if stop < end or len(out) == _UNITS:
                break
            before = plain("".join(parts[:start]))
            if before:
                out.append(Unit(before, plain("".join(parts[start:stop])), named))
        return tuple(reversed(out))

    def add(self, text: str) -> None:
        """The text that an element begins with, or that follows one. Going on in capitals ("CreditAna Lund") it is a
        word of its own."""
        parts = self.parts
        if parts and text[:1].isupper() and parts[-1][-1:].islower():
            parts.append(" ")
        parts.append(text)

    def _break(self, tag: str) -> None:
        """A block-level element begins or ends: another text, unless a marker waits for its value."""
        if tag == "br" or (self.parts and self.parts[-1].rstrip().endswith(_OPEN)):
            self.parts.append(" ")
        else:
            self.flush()

    def skip(self, el: _Element, tag: str) -> bool:
        """Read an element that holds no text of the figure: an image, a player. True where it is one of them and
        the walk must not go into it."""
        if tag in FRAMES:
            self.figure.media = "audio" if tag.endswith("audio") else "video"
        elif tag == "noscript" and not self.figure.pictures:
            self.figure.pictures += [s for s in map(shown, el.iter(*IMAGES)) if s is not None][:1]
        elif tag in _PICTURES:
            picture = shown(el)
            if picture is not None:
                self.figure.pictures.append(picture)
            elif tag in IMAGES and (src := source_of(el)) is not None and is_portrait(src):
                self.figure.portrait = True
            return tag != "picture" or next(iter(el.iterdescendants("figcaption")), None) is None
        return True

    def start(self, el: _Element, tag: str) -> None:
        """Begin an element inside the figure's."""
        role, hidden = None, False
        if el.attrib:
            role, hidden = role_of(el), is_hidden(el)
            if hidden or role is Role.POPUP:
                self.flush()
                self.spare.append(el)
        if tag == "address" or (tag == "a" and el.get("rel") == "author"):
            self.figure.author = True
        kind = "hidden" if hidden and tag != "figcaption" else self._kind(el, tag, role)
        if kind != self.kind:
            self.flush()
            self._stack.append(self.kind)
            self.kind = kind
            self._entered.append(el)
        elif tag not in INLINE:
            self._break(tag)
        else:
            if tag == "span" and el.attrib and self.parts and self.parts[-1][-1:].isalnum():
                self.parts.append(" ")  # a name of its own, written without a space before it
            self._inline.append(self._base + len(self.parts))

    def _kind(self, el: _Element, tag: str, role: Role | None) -> Kind:
        """What an element says of its text."""
        if tag == "figcaption" and self.kind in ("free", "other"):
            return "credit" if role is Role.CREDIT else "figcaption"  # also in a button round the whole picture
        if tag in CONTROLS or role in _OTHER or (el.get("role") == "button" and words(all_text(el)) <= _BUTTON):
            return "other"
        if role is Role.HIDDEN:
            return "marker" if self.kind == "credit" or self.kind in _TEXTS else self.kind
        if self.kind not in _TEXTS and self.kind != "hidden":
            return self.kind
        said = said_of(el, role)
        return "credit" if said == CREDIT else "caption" if said == CAPTION else self.kind

    def end(self, el: _Element, tag: str) -> None:
        """End an element that was read."""
        if self.spare and el is self.spare[-1]:
            self.spare.pop()
            self.flush()
        if self._entered and el is self._entered[-1]:
            self._entered.pop()
            self.flush()
            self.kind = self._stack.pop()
        elif tag in INLINE:
            if self._inline:
                start = max(0, self._inline.pop() - self._base)
                self._spans.append((start, len(self.parts), tag in _NAMED))
        else:
            self._break(tag)


def read_figure(element: _Element) -> Figure:
    """Read a <figure>, or another element that holds a picture or a picture's texts."""
    figure = Figure()
    role = role_of(element) if element.attrib else None
    kind: Kind = "free"
    if element.tag == "figcaption":
        kind = "credit" if role is Role.CREDIT else "figcaption"
    elif said := said_of(element, role):
        kind = "credit" if said == CREDIT else "caption"
    walk = _Walk(figure, kind)
    events = iterwalk(element, events=("start", "end"))
    skipped: _Element | None = None
    for event, el in events:
        tag = el.tag
        if event == "start":
            if tag in _NO_TEXT:
                if walk.skip(el, tag):
                    skipped = el
                    events.skip_subtree()
                continue
            if el is not element:
                walk.start(el, tag)
            if el.text:
                walk.add(el.text)
            continue
        if el is skipped:
            skipped = None
        elif el is not element and tag not in _NO_TEXT:
            walk.end(el, tag)
        if el.tail and el is not element:
            walk.add(el.tail)
    walk.flush()
    return figure
