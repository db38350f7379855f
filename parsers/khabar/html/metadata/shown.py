"""A heading as the page shows it: its words, and the parts of them that may be a kicker, a subtitle or a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.etree import _Element, iterwalk

from khabar.characters import key
from khabar.html.elements import is_hidden
from khabar.html.roles import Role, role_of
from khabar.html.tags import CONTROLS, UNREAD
from khabar.html.words import plain

_PHRASES = frozenset(
    ("abbr", "acronym", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "font", "i", "ins", "mark", "nobr", "q", "rb",
     "ruby", "strong", "sub", "sup", "u", "wbr")
)  # fmt: skip
"""Elements that are part of a phrase: no space stands at their borders."""
_UNSAID = UNREAD | CONTROLS | {"rt", "rp", "rtc"}
"""Elements whose words are not the heading's: readings of Chinese characters, too."""
_BESIDE = frozenset(
    (
        Role.KICKER,
        Role.STANDFIRST,
        Role.SUMMARY,
        Role.BYLINE,
        Role.AUTHOR,
        Role.DATE,
        Role.META,
        Role.TAGS,
        Role.SHARE,
    )
)
"""Roles of parts that are not the title."""
_CLOSING = ":;,.!?)]}…»”’，。：；、！？）」』،؛؟"
"""Marks that no space stands before, where an element's border is all that divides them from the word."""
_BETWEEN = " :|•·-–—/："
"""Marks that divide a kicker from the title."""
_MOST_PARTS = 8
_MOST_EVENTS = 2000
"""Begins and ends of elements in a heading that are looked at."""
_LEAST = 8
"""Letters of the rest of a heading that another source may say as a part of its title, at the least."""


class Part(NamedTuple):
    """A piece of a heading between borders of elements."""

    text: str
    beside: bool
    """Its element says that it is no part of the title: <small>, <time>, class="kicker"."""


class Shown(NamedTuple):
    """A heading that may be the article's title."""

    text: str
    parts: tuple[Part, ...] = ()
    """Its pieces, where there are several."""
    lead: bool = True
    """It stands before the article's text and in no menu: the <h1> at the end of a breadcrumb is often written for
    search engines, and the title that readers see is an <h2>."""
    main: bool = True
    """It is an h1, or found to be the article's."""
    linked: bool = False
    """It is a link, as the site's name often is."""


def shown(el: _Element, *, lead: bool = True, main: bool = True) -> Shown:
    """The heading that an element is. `lead`, `main`: see `Shown`."""
    parts: list[tuple[list[str], bool]] = []
    _gather(el, parts)
    made = [Part(text, beside) for pieces, beside in parts if (text := plain("".join(pieces)))]
    return Shown(
        _joined(made),
        tuple(made) if 1 < len(made) <= _MOST_PARTS else (),
        lead and not _unseen(el),
        main,
        el.find(".//a") is not None,
    )


def _unseen(el: _Element) -> bool:
    return role_of(el) is Role.HIDDEN or is_hidden(el)


def _gather(el: _Element, parts: list[tuple[list[str], bool]]) -> None:
    """Collect the pieces of a heading, up to what no title has. A piece ends where an element begins or ends that is
    no part of a phrase."""
    beside: list[_Element] = []
    skipped: _Element | None = None
    parts.append(([], False))
    events = iterwalk(el, events=("start", "end"))
    for event, at in islice(events, _MOST_EVENTS):
        if event == "start":
            role = role_of(at) if at.attrib and at is not el else None
            if at.tag in _UNSAID or role is Role.HIDDEN or (at is not el and is_hidden(at)):
                skipped = at
                events.skip_subtree()
                continue
            if at.tag in ("small", "time") or role in _BESIDE:
                beside.append(at)
            if at is not el and (at.tag not in _PHRASES or role in _BESIDE):
                parts.append(([], bool(beside)))
            parts[-1][0].append(at.text or "")
            continue
        if at is not skipped:
            divides = at is not el and (at.tag not in _PHRASES or at in beside[-1:])
            if at in beside[-1:]:
                beside.pop()
            if divides:
                parts.append(([], bool(beside)))
        skipped = None if at is skipped else skipped
        if at is not el:
            parts[-1][0].append(at.tail or "")


def _joined(parts: Sequence[Part]) -> str:
    out = ""
    for text, _ in parts:
        out += text if not out or text[0] in _CLOSING else f" {text}"
    return out


def title_in(heading: Shown, said: Sequence[str]) -> tuple[str, str | None]:
    """What of a heading is the title, and which source says it: without its kicker, subtitle or date where another
    source says the rest.

    `said`: keys (`clean.key`) of what the other sources say, best first. The heading's whole text where they say
    nothing less. Where no source says the whole, one that ends or begins with the rest will do.
    """
    whole = key(heading.text)
    parts = heading.parts
    if not parts:
        return heading.text, whole if whole in said else None
    runs = {known: run for run in _runs(parts) if len(known := key(run)) >= _LEAST}
    named = [part for part in parts if not part.beside]
    rest = _joined(named).strip(_BETWEEN) if 0 < len(named) < len(parts) else ""
    for known in (key(rest), *said):
        if known in runs and known in said:
            return runs[known], known
    if whole in said:
        return heading.text, whole
    source = _like(key(rest), said)
    return (rest, source) if source is not None else (heading.text, None)


def _like(rest: str, said: Sequence[str]) -> str | None:
    """The source that ends or begins with the rest of a heading, and says not much more."""
    if len(rest) < _LEAST:
        return None
    like = (known for known in said if known.endswith(rest) or known.startswith(rest))
    return next((known for known in like if 2 * len(rest) >= len(known)), None)


def _runs(parts: Sequence[Part]) -> Iterator[str]:
    """All pieces that stand together, but for the whole, without the marks that divided them from others."""
    for size in range(1, len(parts)):
        for at in range(len(parts) - size + 1):
            yield _joined(parts[at : at + size]).strip(_BETWEEN)
