"""Which line of a rendered page is which part of its article."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_SYMBOLS = re.compile(r"[\W_]+")
_LONG = 40
"""Folded characters from which on a text is sure to be itself, wherever it stands."""
_EDGE = 25
"""Folded characters at either end by which a text is found that has other words inside."""
_GROWN = 1.3
"""Times that its own length such a text may be long."""
_REACH = 600
"""Folded characters before the title and after the text in which a short caption, name or date is its own."""
_MARKER = 30
"""Folded characters beside a credit on its line: "Photo:", a date. With more it is part of a sentence."""
BODY = frozenset(("heading", "paragraph", "list_item", "quote_block", "standfirst"))


class Unit(NamedTuple):
    """A text of the article and its label. `body`: its place among headings and paragraphs; `image`: whose it is;
    both None for what only labels a line."""

    label: str
    text: str
    body: int | None = None
    image: int | None = None


class Line(NamedTuple):
    """A line's label, the other labels on it, and the texts where it holds several."""

    label: str
    also: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()


class Alignment(NamedTuple):
    lines: list[Line]
    found: set[int]
    """Units that stand in the text."""


def fold(text: str) -> str:
    """Letters and digits alone."""
    return _SYMBOLS.sub("", unicodedata.normalize("NFKC", text)).casefold()


class _Text:
    """The lines, folded, as one string; who owns each of its characters."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.folded = [fold(line) for line in lines]
        self.text = "".join(self.folded)
        self.starts = [0]
        for line in self.folded:
            self.starts.append(self.starts[-1] + len(line))
        self.bounds = set(self.starts)
        self.owner: list[int] = [-1] * len(self.text)

    def places(self, text: str, first: int = 0, last: int | None = None, edges: int = 2) -> list[tuple[int, int]]:
        """Where the text stands with `edges` of its two ends at the ends of lines, and nobody owns it."""
        out = []
        end = len(self.text) if last is None else last
        at = self.text.find(text, first, end) if text else -1
        while at >= 0:
            stop = at + len(text)
            if (at in self.bounds) + (stop in self.bounds) >= edges and self.owner[at] == self.owner[stop - 1] == -1:
                out.append((at, stop))
            at = self.text.find(text, at + 1, end)
        return out

    def own(self, unit: int, place: tuple[int, int]) -> None:
        self.owner[place[0] : place[1]] = [unit] * (place[1] - place[0])

    def beside(self, place: tuple[int, int]) -> int:
        """Characters of the lines that the place is on that nobody owns and that are not the place's."""
        first = self.starts[bisect_right(self.starts, place[0]) - 1]
        last = self.starts[bisect_left(self.starts, place[1])]
        return self.owner[first:last].count(-1) - (place[1] - place[0])


def align(lines: Sequence[str], units: Sequence[Unit]) -> Alignment:
    """Label every line; what no unit owns is "promo"."""
    text = _Text(lines)
    keys = [fold(unit.text) for unit in units]
    found = _body(text, units, keys)
    owned = [at for at, owner in enumerate(text.owner) if owner >= 0] or [0]
    begin = _title(text, units, keys, found, owned[0])
    low, high = begin - _REACH, owned[-1] + _REACH
    for label in ("caption", "credit", "other", "standfirst", "byline", "date", "media"):
        for n, unit in enumerate(units):
            if unit.label != label or unit.body is not None or not keys[n]:
                continue
            sure = len(keys[n]) >= _LONG
            for place in text.places(keys[n], edges=0 if sure else 1 if label in ("credit", "caption") else 2):
                if sure or (low <= place[0] <= high and text.beside(place) <= _MARKER):
                    text.own(n, place)
                    found.add(n)
                    if label == "caption" and place[0] <= high:
                        high = max(high, place[1] + _REACH)  # a picture story goes on in captions
    return Alignment(_labels(text, lines, units), found)


def _body(text: _Text, units: Sequence[Unit], keys: Sequence[str]) -> set[int]:
    """Own the headings and paragraphs: the long ones in the heaviest chain that keeps their order, then the others
    in the gaps between."""
    body = [n for n, unit in enumerate(units) if unit.body is not None and keys[n]]
    placed = _chain([(n, place) for n in body if len(keys[n]) >= _LONG for place in text.places(keys[n], edges=0)])
    for i, n in enumerate(body):
        if n in placed:
            continue
        low = max((placed[m][1] for m in body[:i] if m in placed), default=0)
        high = min((placed[m][0] for m in body[i + 1 :] if m in placed), default=len(text.text))
        places = text.places(keys[n], low, high) or _grown(text.text, keys[n], low, high)
        if places:
            placed[n] = places[-1] if not low else places[0]
    for n, place in placed.items():
        text.own(n, place)
    return set(placed)


def _chain(spots: Sequence[tuple[int, tuple[int, int]]]) -> dict[int, tuple[int, int]]:
    """Of the units' places the heaviest chain in which units and places are in order."""
    best: list[tuple[int, int]] = []  # weight of the chain that ends here, and the link before
    for i, (n, (at, stop)) in enumerate(spots):
        before = max(((best[j][0], j) for j in range(i) if spots[j][0] < n and spots[j][1][1] <= at), default=(0, -1))
        best.append((before[0] + stop - at, before[1]))
    placed: dict[int, tuple[int, int]] = {}
    link = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while link >= 0:
        placed[spots[link][0]] = spots[link][1]
        link = best[link][1]
    return placed


def _grown(text: str, key: str, low: int, high: int) -> list[tuple[int, int]]:
    """The place of a text that has some other words inside."""
    if len(key) < _LONG:
        return []
    at = text.find(key[:_EDGE], low, high)
    stop = text.find(key[-_EDGE:], at + _EDGE, min(high, at + int(len(key) * _GROWN) + _EDGE)) if at >= 0 else -1
    return [(at, stop + _EDGE)] if stop >= 0 else []


def _title(text: _Text, units: Sequence[Unit], keys: Sequence[str], found: set[int], first: int) -> int:
    """The title is the last place before the text, or the first of all; the others repeat it. Returns where the
    article begins."""
    begin = first
    for label in ("title", "title_repeat"):
        for n, unit in enumerate(units):
            if unit.label != label:
                continue
            places = text.places(keys[n])
            if label == "title" and places and not any(units[m].label == "title" for m in found):
                before = [place for place in places if place[0] <= first]
                text.own(n, before[-1] if before else places[0])
                found.add(n)
                begin = min(begin, before[-1][0] if before else first)
            repeat = next(m for m, other in enumerate(units) if other.label == "title_repeat")
            for place in text.places(keys[n], edges=1 if len(keys[n]) >= _EDGE else 2):
                text.own(repeat, place)
    return begin


def _labels(text: _Text, lines: Sequence[str], units: Sequence[Unit]) -> list[Line]:
    out: list[Line] = []
    owners: list[int] = []
    for n in range(len(lines)):
        owned = text.owner[text.starts[n] : text.starts[n + 1]]
        counts = Counter(owned)
        named = {owner: size for owner, size in counts.items() if owner >= 0}
        main = max(named, key=named.__getitem__, default=-1)
        owners.append(main)
        labels = dict.fromkeys(units[owner].label for owner in dict.fromkeys(owned) if owner >= 0)
        if main < 0 or (counts[-1] > named[main] and "credit" not in labels and named[main] < _LONG):
            out.append(Line("promo", tuple(labels)))
            continue
        label = units[main].label
        parts = tuple((units[owner].label, units[owner].text) for owner in dict.fromkeys(owned) if owner >= 0)
        out.append(Line(label, tuple(x for x in labels if x != label), parts if len(parts) > 1 else ()))
    for n, line in enumerate(lines):
        if line.strip() and not text.folded[n]:  # signs alone
            _sign(n, line, lines, text, owners, units, out)
    return out


def _sign(
    n: int,
    line: str,
    lines: Sequence[str],
    text: _Text,
    owners: list[int],
    units: Sequence[Unit],
    out: list[Line],
) -> None:
    """A line of signs belongs to the text that goes on after it or ends in it."""
    if not n or not lines[n - 1].strip() or owners[n - 1] < 0:
        return
    owner = owners[n - 1]
    after = next((owners[m] for m in range(n + 1, len(lines)) if text.folded[m]), -1)
    if after == owner or units[owner].text.rstrip().endswith(line.strip()):
        owners[n] = owner
        out[n] = Line(out[n - 1].label)
