"""Quotation marks in a text: where they stand, and how well each could open or close a quotation there.

Straight marks have no direction, and in text from right to left the curly ones' tells nothing (`”` often opens).
So every mark gets two costs, from what stands on both sides of it: one for opening, one for closing. `spans` finds
the pairing that costs least. Nothing here knows a language but for one-letter proclitics, which touch a mark.
"""

from __future__ import annotations

import re
from functools import cache

STRAIGHT, CURLY, ANGLE, CORNER, SINGLE = range(5)
"""Families of marks: a closer goes with an opener of its own, or, dearer, of another family."""

FAMILY = {
    '"': STRAIGHT, "＂": STRAIGHT, "“": CURLY, "”": CURLY, "„": CURLY, "‟": CURLY, "〝": CURLY, "〞": CURLY,
    "«": ANGLE, "»": ANGLE, "「": CORNER, "」": CORNER, "『": CORNER, "』": CORNER,
    "'": SINGLE, "‘": SINGLE, "’": SINGLE, "‚": SINGLE, "‛": SINGLE, "`": SINGLE, "´": SINGLE,
    "‹": SINGLE, "›": SINGLE,
}  # fmt: skip
_OPENS = frozenset("“„‟〝«「『‘‚‛‹`")
_CLOSES = frozenset("”〞»」』’´›")
DOUBLES = frozenset(mark for mark, family in FAMILY.items() if family != SINGLE)
SINGLES = frozenset(FAMILY) - DOUBLES
_CONTROLS = frozenset("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_STOPS = frozenset(".,:;!?،؛؟。、，！？：؞۔।%")
_BEFORE = frozenset(":,،؛;([{—–-/=>|ـ…\u00a0。、，：")
"""What may touch an opening mark from outside, besides spaces."""
_PROCLITICS = frozenset("وفبلك")
_NONE, _BAD, _ODD = 3.0, 2.0, 1.0


class Mark:
    """One mark, or a run of the same one; `opens` and `closes` are what it costs to read it so (0: it looks it).

    `figure`: it stands behind a figure, and may be an inch mark.
    """

    __slots__ = ("closes", "end", "family", "figure", "opens", "start")

    def __init__(self, start: int, end: int, family: int, opens: float, closes: float, figure: bool) -> None:
        self.start = start
        self.end = end
        self.family = family
        self.opens = opens
        self.closes = closes
        self.figure = figure


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("([" + "".join(sorted(DOUBLES)) + "])\\1*|''")


@cache
def _single_pattern() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted(SINGLES)) + "]")


def find_marks(text: str, rtl: bool) -> list[Mark]:
    """The double marks of a paragraph, in order."""
    size = len(text)
    out: list[Mark] = []
    for hit in _pattern().finditer(text):
        start, end = hit.span()
        if end - start > 1 and _free(text, start, end, size):
            continue  # an empty quotation
        mark = text[start]
        out.append(_mark(text, start, end, mark, STRAIGHT if mark == "'" else FAMILY[mark], rtl))
    return out


def find_singles(text: str, rtl: bool) -> list[Mark]:
    """The single marks of a paragraph that are not between two letters, as apostrophes are."""
    out = []
    size = len(text)
    for hit in _single_pattern().finditer(text):
        start = hit.start()
        if 0 < start < size - 1 and text[start - 1].isalnum() and text[start + 1].isalnum():
            continue
        if (start and text[start - 1] == "'") or text[start + 1 : start + 2] == "'":
            continue  # two of them are a double mark
        out.append(_mark(text, start, start + 1, text[start], SINGLE, rtl))
    return out


def _free(text: str, start: int, end: int, size: int) -> bool:
    return (start == 0 or text[start - 1].isspace()) and (end == size or text[end].isspace())


def _mark(text: str, start: int, end: int, mark: str, family: int, rtl: bool) -> Mark:
    before, at = "", start - 1
    while at >= 0:
        before = text[at]
        if before not in _CONTROLS:
            break
        at -= 1
        before = ""
        if start - at > 8:
            break
    after, to = "", end
    while to < len(text):
        after = text[to]
        if after not in _CONTROLS:
            break
        to += 1
        after = ""
        if to - end > 8:
            break
    opens, closes = _sides(text, at, before, after, to, family)
    if mark in _OPENS:
        closes += _against(family, rtl)
    elif mark in _CLOSES:
        opens += _against(family, rtl)
    return Mark(start, end, family, opens, closes, before.isdigit() and mark in "\"”'")


def _against(family: int, rtl: bool) -> float:
    """What it costs to read a mark against its direction."""
    if family == CURLY:
        return 0.25 if rtl else 1.5
    return _NONE if family == CORNER else 1.5 if family == ANGLE else 0.5


def _sides(text: str, at: int, before: str, after: str, to: int, family: int) -> tuple[float, float]:
    opens = closes = 0.0
    wide = family in (ANGLE, CORNER)  # these may have spaces inside, or touch letters outside
    if before == "" or before.isspace():
        closes += _NONE if before == "" else 0.0 if wide else _ODD
    elif before in _BEFORE:
        closes += _BAD if before in "ـ([{:=" else 0.5
    elif before in _PROCLITICS and (at == 0 or not text[at - 1].isalnum()):
        closes += _BAD
    elif before in _STOPS:
        opens += _ODD
    elif before in FAMILY:
        pass
    elif not (wide and family == CORNER):
        opens += _BAD
    if after == "" or after.isspace():
        opens += _NONE if after == "" else 0.0 if wide else _ODD
    elif after in _STOPS or after in ")]}":
        dots = after in ".…" and text[to : to + 2] in ("..", "…")
        opens += 0.0 if dots else _BAD
    elif after in FAMILY or after in "-–—/":
        pass
    elif family != CORNER:
        closes += _BAD
    if opens > 2 * _BAD - 0.5:
        opens += _BAD  # a letter before it and a full stop behind it: nothing opens so
    return opens, closes
