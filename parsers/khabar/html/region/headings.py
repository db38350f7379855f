"""Which heading of the page is the article's title: the one that says what the page's metadata say."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from khabar.characters import fold
from khabar.html.region.core import Region
from khabar.html.roles import Role, role_of
from khabar.html.words import all_text

_LOOKED_AT = 24
"""Headings at the most: the title stands among a page's first."""
_BEFORE = 0.25
"""Share of the article's text that may stand before its title: a summary, a picture's caption."""
_ENOUGH = 400
"""Characters that may stand before it in any case: a page of pictures has little text."""
_LIKE = 0.6
"""Share of the words that heading and title have in common, at the least."""


class Heading:
    """A heading that may be the title, and its text."""

    __slots__ = ("el", "level", "text")

    def __init__(self, el: _Element) -> None:
        self.el = el
        self.text = all_text(el)
        self.level = int(el.tag[1])


def headings_of(region: Region) -> list[Heading]:
    """The page's first h1 and h2 elements that have a text and stand before most of the article, in order."""
    out: list[Heading] = []
    for el, before in region.headings.items():
        if before > max(_BEFORE * region.total, _ENOUGH):
            break
        if el.tag == "h2" and role_of(el) is Role.HIDDEN:
            continue
        heading = Heading(el)
        if heading.text:
            out.append(heading)
            if len(out) == _LOOKED_AT:
                break
    return out


def title_heading(headings: Sequence[Heading], titles: Sequence[str]) -> Heading | None:
    """The heading that is likest to one of the titles; the first h1 where none is like any."""
    best: tuple[float, Heading] | None = None
    said = [fold(title).split() for title in titles]
    for heading in headings:
        words = fold(heading.text).split()
        for title in said:
            like = _alike(words, title)
            if heading.level == 1:
                like += 0.1
            if like >= _LIKE and (best is None or like > best[0] + 0.01):
                best = (like, heading)
    if best is not None:
        return best[1]
    return next((h for h in headings if h.level == 1), None)


def _alike(a: list[str], b: list[str]) -> float:
    """Share of the shorter one's words that the other has; of characters where there are no spaces."""
    if len(a) < 3 and len(b) < 3:
        a, b = list("".join(a)), list("".join(b))
    left, right = set(a), set(b)
    least, most = sorted((len(left), len(right)))
    if not least or least * 3 < most:
        return 0.0
    return len(left & right) / (0.7 * least + 0.3 * most)
