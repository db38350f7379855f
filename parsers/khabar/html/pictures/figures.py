"""The parts of a picture's element: image, alt text, caption, credit, and what else stands in it."""

from __future__ import annotations

from lxml.etree import _Element, iterwalk

from khabar.html.pictures.images import Shown, shown
from khabar.html.roles import Role, role_of
from khabar.html.tags import CONTROLS, FRAMES, IMAGES, INLINE, UNREAD
from khabar.html.words import plain

_CREDITS = frozenset((Role.CREDIT, Role.AUTHOR, Role.BYLINE))
"""In a picture's element the author's name is the photographer's."""
_OTHER = frozenset((Role.SHARE, Role.NAV, Role.ADS, Role.TOOLBAR, Role.RELATED, Role.NEWSLETTER, Role.COMMENTS))
_OPEN = (":", "：", ",", "،", "©")
_PICTURES = IMAGES | {"picture"}
_NO_TEXT = _PICTURES | UNREAD | FRAMES


class Figure:
    """What one picture's element holds, in order."""

    __slots__ = ("captions", "credits", "free", "media", "other", "pictures")

    def __init__(self) -> None:
        self.pictures: list[Shown] = []
        self.captions: list[str] = []
        """Texts in the element for captions."""
        self.credits: list[str] = []
        """Texts whose own element says that they are the credit."""
        self.free: list[str] = []
        """Texts beside the image that no element says anything of."""
        self.other: list[str] = []
        """Buttons and the like."""
        self.media = ""


class _Walk:
    """The state of the walk: the text being gathered, and what the open elements say that it is."""

    __slots__ = ("entered", "figure", "kind", "parts", "stack")

    def __init__(self, figure: Figure, kind: str) -> None:
        self.figure = figure
        self.kind = kind
        self.parts: list[str] = []
        self.stack: list[str] = []
        self.entered: list[_Element] = []
        """Open elements that say what their text is."""

    def flush(self) -> None:
        if not self.parts:
            return
        text = plain("".join(self.parts))
        self.parts.clear()
        if text:
            getattr(self.figure, self.kind).append(text)

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
            return tag != "picture" or next(iter(el.iterdescendants("figcaption")), None) is None
        return True

    def start(self, el: _Element, tag: str) -> None:
        """Begin an element inside the figure's."""
        role = role_of(el)
        kind = "other" if tag in CONTROLS or role in _OTHER else _kind(el, role, self.kind)
        if kind != self.kind:
            self.flush()
            self.stack.append(self.kind)
            self.kind = kind
            self.entered.append(el)
        elif tag not in INLINE:
            self._break(tag)
        elif tag == "span" and el.attrib and self.parts and self.parts[-1][-1:].isalnum():
            self.parts.append(" ")  # a name of its own, written without a space before it

    def end(self, el: _Element, tag: str) -> None:
        """End an element that was read."""
        if self.entered and el is self.entered[-1]:
            self.entered.pop()
            self.flush()
            self.kind = self.stack.pop()
        elif tag in INLINE and el.attrib and role_of(el) is Role.HIDDEN:
            self.parts.append(" ")  # a marker for screen readers, written without a space after it
        elif tag not in INLINE:
            self._break(tag)


def read_figure(element: _Element) -> Figure:
    """Read a <figure>, or another element that holds a picture or a picture's texts."""
    figure = Figure()
    walk = _Walk(figure, _kind(element, role_of(element), "free"))
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
                walk.parts.append(el.text)
            continue
        if el is skipped:
            skipped = None
        else:
            walk.end(el, tag)
        if el.tail and el is not element:
            walk.parts.append(el.tail)
    walk.flush()
    return figure


def _kind(el: _Element, role: Role | None, within: str) -> str:
    if within in ("credits", "other"):
        return within
    if role in _CREDITS:
        return "credits"
    if el.tag == "figcaption" or role is Role.CAPTION:
        return "captions"
    return within
