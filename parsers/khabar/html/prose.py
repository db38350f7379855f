"""How much running text there is: sentences of a text, and of an element outside of its links and headings."""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import _Element, iterwalk

from khabar.html.tags import CONTROLS, FRAMES, HEADINGS, INLINE, UNREAD
from khabar.lazy import Lazy

LONG = 25
"""Characters of a piece of text whose sentences count: shorter ones are labels, dates and names."""
_STOPLESS = 150
"""Characters that count as a sentence in a piece of text without a stop: some scripts and writers use none."""
NOTHING = 3
"""Sentences from which on a text may be an article, and a body is one."""
_LINKS = 2
"""Sentences for each link at the least, in what may be an article: lists of teasers have fewer."""
_STOP = Lazy(r"""[.!?؟۔।]["'”’»)\]]*(?:\s|$)|[。！？]""")
_SKIPPED = UNREAD | CONTROLS | FRAMES | HEADINGS.keys() | {"a", "figcaption", "figure"}


class Prose(NamedTuple):
    """The running text of an element."""

    sentences: int
    links: int
    """Links that have a text."""
    headed: int
    """Headings that are links: each is another article's."""


def sentences(text: str) -> int:
    """Sentences of a text, about: its stops, or one for `_STOPLESS` characters where it has none."""
    if len(text) < LONG or text.isspace():
        return 0
    return len(_STOP().findall(text)) or len(text) // _STOPLESS


def prose(element: _Element, most: int | None = None) -> Prose:
    """Count once along an element, without what stands in links, headings, pictures and controls. `most`: sentences
    of it at the most, by its size: where it has too many links for so many, no more of it is looked at."""
    enough = (most + NOTHING) // _LINKS if most is not None else None
    count = links = headed = 0
    line: list[str] = []
    events = iterwalk(element, events=("start", "end"))
    skipped: _Element | None = None
    for event, el in events:
        if el.tag not in INLINE and line:
            count += sentences("".join(line))
            line.clear()
        if event == "start":
            if el is not element and el.tag in _SKIPPED:
                skipped = el
                events.skip_subtree()
                if el.tag == "a":
                    links += 1
                    if enough is not None and links > enough:
                        break
                    headed += len(el) > 0 and next(el.iter(*HEADINGS), None) is not None
                elif el.tag in HEADINGS:
                    headed += len(el) > 0 and next(el.iter("a"), None) is not None
            elif el.text:
                line.append(el.text)
            continue
        if el is skipped:
            skipped = None
        if el.tail and el is not element:
            line.append(el.tail)
    return Prose(count + sentences("".join(line)), links, headed)


def is_prose(held: Prose) -> bool:
    """No list of teasers: few links for its sentences, and fewer headings that are links."""
    return held.headed * 2 <= held.sentences and held.links * _LINKS <= held.sentences + NOTHING
