"""Quotation marks in a text: where they stand, and how well each could open or close a quotation there.

Straight marks have no direction, and in text from right to left the curly ones' tells nothing (`”` often opens).
So every mark gets two costs, from what stands on both sides of it: one for opening, one for closing. `pairs` finds
the pairing that costs least. No language is known here, but scripts are: whether a single mark may be an apostrophe,
whether words have spaces between them, which letters are written onto the next word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

STRAIGHT, CURLY, ANGLE, CORNER, SINGLE = range(5)
"""Families of marks: a closer goes with an opener of its own, or, dearer, of another family."""

FAMILY = {
    **dict.fromkeys('"＂″', STRAIGHT), **dict.fromkeys("“”„‟〝〞〟❝❞", CURLY), **dict.fromkeys("«»", ANGLE),
    **dict.fromkeys("「」『』﹁﹂﹃﹄｢｣", CORNER), **dict.fromkeys("'‘’‚‛`´‹›′＇", SINGLE),
}  # fmt: skip
_OPENS = frozenset("“„‟〝❝«「『﹁﹃｢‘‚‛‹`,")
_CLOSES = frozenset("”〞〟❞»」』﹂﹄｣’´›")
_DIRECTED = (_OPENS | _CLOSES) - {","}
DOUBLES = frozenset(mark for mark, family in FAMILY.items() if family != SINGLE)
SINGLES = frozenset(FAMILY) - DOUBLES
_APOSTROPHES = frozenset("'‘’`´′＇")
_INCH_MARKS = frozenset(('"', "”", "'", "″", "''", "’’"))
_CONTROLS = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)
_ENDS = frozenset(".!?…؟۔।。！？")
_STOPS = _ENDS - {"…"} | frozenset(",:;،؛、，；：؞%")
_BEHIND = _STOPS | frozenset(")]}）］｝】》〉")
"""What may touch a closing mark from outside, besides spaces."""
_OPEN = frozenset("ـ:([{=（［｛【《〈")
_BEFORE = _OPEN | frozenset(",،؛;—–-/>|…\u00a0。、，：；")
"""What may touch an opening mark from outside, besides spaces; of that, what touches no closing one."""
_PROCLITICS = frozenset("وفبلكובהלמשכ")
_NONE, _BAD, _ODD = 3.0, 2.0, 1.0
_SLIP, _INCHES, SURE = 2.5, 1.0, 4.0
"""What it costs to take a mark for none; behind a figure, where it may be one of inches; where it surely opens."""
WITHIN = 9.0
"""The costs of a mark between two letters: an apostrophe, unless it closes and a suffix follows."""
_SPELT = 3
"""Where fewer than one in so many characters are of an alphabet with apostrophes, single marks are none."""
_SEEN = 8192
"""Surroundings of marks whose costs are kept."""


_MARK = f"([{''.join(sorted(DOUBLES))}])\\1*|(['‘’`])\\2+|,,(?=\\w)|[{''.join(sorted(SINGLES))}]"
"""A mark, or a run of the same one; a single mark that is doubled is a double one."""
_SPELLING = "[0-9A-Za-z\u00aa-\u05ff\u1e00-\u1fff]"
"""Figures, and letters of alphabets with apostrophes: Latin, Greek, Cyrillic, Armenian, Hebrew."""
_GERSHAYIM = "[\u05d0-\u05ea]{2}(?![\u05d0-\u05ea])"
"""The last letters of a Hebrew abbreviation, without the straight mark between."""
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]"
"""Letters of scripts without spaces between words: Thai to Khmer, Japanese, Chinese."""
Hit = tuple[int, int, str, str, str]
"""Start and end of a mark, what stands before it, the mark (or two of them), what stands behind it."""


class Mark(NamedTuple):
    """One mark, or a run of the same one; `opens`, `closes` and `ignored` are what it costs to read it as an opener,
    as a closer (0: it looks it), and as no mark of a quotation. `twice`: it may be two."""

    start: int
    end: int
    family: int
    opens: float
    closes: float
    ignored: float
    twice: bool


def _hits(text: str) -> Iterator[Hit]:
    for hit in re.finditer(_MARK, text):
        start, end = hit.span()
        before, mark, after = text[max(0, start - 4) : start], text[start : start + 2], text[end : end + 3]
        if end - start == 1:
            mark = mark[0]
        elif mark == '""' and not before[-1:].strip() and not after[:1].strip():
            continue  # an empty quotation
        elif mark == '""' and after[:1].isalnum() and (before[-1:] in _ENDS or re.match(_UNSPACED, before[-1:])):
            yield start, start + 1, before, '"', text[start + 1 : end + 2]  # one ends, the next begins
            start, before, mark = end - 1, text[max(0, end - 5) : end - 1], '"'
        yield start, end, before, mark, after


def hits_in(text: str) -> list[Hit]:
    """The marks of a text."""
    return list(_hits(text))


def turned(hits: Iterable[Hit]) -> frozenset[str]:
    """The marks that open where they should close, or close where they should open, in at least a third of the places
    that tell. Their direction means nothing in these texts: ’…‘ in Urdu, ”…” in Swedish, »…« in German."""
    against: Counter[str] = Counter()
    along: Counter[str] = Counter()
    for _, _, before, mark, after in hits:
        if mark[0] not in _DIRECTED:
            continue
        opens, closes = _sides(before, after, _family(mark))
        apostrophe = mark in _APOSTROPHES and re.search(_SPELLING, before[-1:] + after[:1])
        if abs(opens - closes) >= _ODD and not apostrophe:
            (along if (mark[0] in _OPENS) == (opens < closes) else against)[mark] += 1
    return frozenset(mark for mark, times in against.items() if 2 * times > along[mark])


def find_marks(
    text: str, rtl: bool, loose: frozenset[str] | None = None, hits: Sequence[Hit] | None = None
) -> tuple[list[Mark], list[Mark]]:
    """The marks of a paragraph, in order; apart from them the single ones, where they may be apostrophes. `loose`:
    marks without a direction; left out, what the paragraph shows (`turned`)."""
    hits = hits_in(text) if hits is None else hits
    loose = turned(hits) if loose is None else loose
    marks = [
        Mark(start, end, *_costs(before, mark, after, rtl, mark in loose)) for start, end, before, mark, after in hits
    ]
    singles = [mark for mark in marks if mark.family == SINGLE]
    if singles and len(re.findall(_SPELLING, text)) * _SPELT >= len(text):
        return [mark for mark in marks if mark.family != SINGLE and mark.closes < WITHIN], singles
    return [mark for mark in marks if mark.closes < WITHIN], []


def _family(mark: str) -> int:
    return STRAIGHT if mark == "''" else CURLY if len(mark) > 1 and mark[0] not in DOUBLES else FAMILY[mark[0]]


@lru_cache(_SEEN)
def _costs(before: str, mark: str, after: str, rtl: bool, loose: bool) -> tuple[int, float, float, float, bool]:
    """What a `Mark` has besides its place."""
    family = _family(mark)
    if before[-1:].isalnum() and after[:1].isalnum():
        hebrew = mark == '"' and re.match(_GERSHAYIM, before[-1] + after)
        spelt = len(re.findall(_SPELLING, before[-1] + after[0])) == 2
        if hebrew or (family == SINGLE and spelt):
            return family, WITHIN, WITHIN, 0.0, False
    opens, closes = _sides(before, after, family)
    against = _NONE if family == CORNER else 0.5 if family == SINGLE else 1.5
    if family != CORNER and (loose or (family == CURLY and rtl)):
        against = 0.25
    if mark[0] in _OPENS:
        closes += against
    elif mark[0] in _CLOSES:
        opens += against
    ignored = SURE if opens == 0 and closes >= _BAD else _SLIP
    if before[-1:].isdigit() and mark in _INCH_MARKS:
        ignored = _INCHES
    return family, opens, closes, ignored, len(mark) > 1 and mark[0] in DOUBLES


@lru_cache(_SEEN)
def _sides(around: str, behind: str, family: int) -> tuple[float, float]:
    """What opening and closing cost, by the text before and behind the mark."""
    around, behind = around.translate(_CONTROLS), behind.translate(_CONTROLS)
    before, after = around[-1:], behind[:1]
    wide = family in (ANGLE, CORNER)  # these may have spaces inside, or touch letters outside
    opens, closes = _before_it(before, around, family, wide)
    if after == "" or after.isspace():
        opens += _NONE if after == "" else 0.0 if wide else _ODD
    elif after in _BEHIND:
        opens += 0.0 if after in ".…" and behind[:2] in ("..", "…") else _BAD
    elif after not in FAMILY and after not in "-–—/" and family != CORNER and not re.match(_UNSPACED, after):
        closes += _BAD
    if opens > 2 * _BAD - 0.5:
        opens += _BAD  # a letter before it and a full stop behind it: nothing opens so
    return opens, closes


def _before_it(before: str, around: str, family: int, wide: bool) -> tuple[float, float]:
    """What opening and closing cost, by the text before the mark. `wide`: it may have spaces inside."""
    if before == "" or before.isspace():
        return 0.0, _NONE if before == "" else 0.0 if wide else _ODD
    if before in _BEFORE:
        return 0.0, _BAD if before in _OPEN else 0.5
    if before in _PROCLITICS and not around[-2:-1].isalnum():
        return 0.0, _BAD
    if before in _STOPS:
        return _ODD, 0.0
    odd = before not in FAMILY and family != CORNER and not re.match(_UNSPACED, before)
    return _BAD if odd else 0.0, 0.0
