"""Is a label that was found in a caption a credit's, and how far does the credit reach?"""

from __future__ import annotations

from khabar.characters import fold
from khabar.credits.brackets import OPEN, closing
from khabar.credits.labels import BY, MARKED, SIGN, WEAK, Spot, boundary
from khabar.credits.shape import LOOSE, MARK, NAMES, judge, said
from khabar.credits.table import Cut, Table
from khabar.lazy import Lazy

_BRACKET_WORDS = 30
"""Words of a credit in brackets behind a label at the most; some say how a picture was made."""
_FREE_WORDS = 22
"""Words of one behind a label that a full stop, a separator or a line break precedes."""
_LOOSE_WORDS = 14
"""Words of one behind any other label, and of one that is the whole text."""
_LINE_WORDS = 8
"""Words of one behind a label, alone on its line, that is no name."""
_FEW = 5
"""Words too few to tell by their small letters whether they are a sentence."""
_GAP = Lazy(r"\s[|•·/–—-]+\s")
_WORD = Lazy(r"\S+")
_RUN = 80
"""Characters of a credit at a text's beginning, before a caption."""


def labelled(text: str, spot: Spot, table: Table) -> Cut | None:
    """Where the credit of a label begins and ends, label and brackets included; None where it is no credit's."""
    before = text[: spot.start].rstrip(" \t")
    if before and before[-1] in OPEN:
        start = len(before) - 1
        close = closing(text, start)
        end = close if close >= 0 else len(text)
        return (start, start, end + 1) if _within(text[spot.end : end], spot, table) else None
    if not said(before):
        end = _leading(text, spot, table)
        return (0, 0, end) if end else None
    value, line, behind = text[spot.end :].partition("\n")
    if line and (not said(value) or judge(behind, table) >= LOOSE):
        value += line + behind
    house = _house(text, spot)
    if house >= 0 and judge(" ".join(value.split()), table, handles=True) >= NAMES:
        return house, house, spot.end + len(value)
    return (spot.start, spot.start, spot.end + len(value)) if _follows(text, value, spot, table) else None


def _house(text: str, spot: Spot) -> int:
    """Where a sentence begins whose first word is the name of a house, before the label ("ST PHOTO:", "Express photo
    by"); or -1."""
    before = text[: spot.start].rstrip()
    start = max(before.rfind(" "), before.rfind("\n")) + 1
    word = before[start:]
    if not word.isalpha() or not (word.isupper() or (spot.kind == BY and word[0].isupper())):
        return -1
    return start if start and boundary(text, start) else -1


def _within(value: str, spot: Spot, table: Table) -> bool:
    """Is what stands behind a label in brackets the credit?"""
    plain = value.strip()
    if not said(plain) or plain.count(" ") >= _BRACKET_WORDS:
        return False
    return spot.kind in (SIGN, MARKED) or judge(plain, table, handles=True) >= NAMES


def _follows(text: str, value: str, spot: Spot, table: Table) -> bool:
    """Is what stands behind a label in the text the credit?"""
    plain = " ".join(value.split())
    size = plain.count(" ") + 1
    if not said(plain) or size > _FREE_WORDS:
        return False
    names = judge(plain, table, handles=True) >= NAMES
    label = text[spot.start : spot.end]
    if spot.kind == SIGN:
        return names or "(" not in label  # "(c)" is also the one in the middle
    free = boundary(text, spot.start)
    if spot.kind in (BY, WEAK):
        return names and (free or (" " in label.strip() and not label[0].islower()))
    if free:
        return names or not _sentence(plain, size, table)
    return names and size <= _LOOSE_WORDS and not label[0].islower()


def _sentence(text: str, size: int, table: Table) -> bool:
    """More than a few words, too many of them with small letters at their beginnings for a credit."""
    if size <= _FEW:
        return False
    small = sum(w[0].islower() and fold(w) not in table.particles for w in text.split())
    return small * 5 > size * 2 or size > _LOOSE_WORDS


def _leading(text: str, spot: Spot, table: Table) -> int:
    """Where the credit ends of a label that a text begins with: at its end, or before a caption; 0 if it is none."""
    value = text[spot.end :]
    head, line, _ = value.partition("\n")
    if line and said(head) and (judge(head, table) >= NAMES or head.count(" ") < _LINE_WORDS):
        return spot.end + len(head)
    flat = " ".join(value.split())
    alone = spot.kind == BY and " " not in text[spot.start : spot.end].strip()
    enough = MARK if alone or spot.kind == WEAK else NAMES
    if flat.count(" ") < _LOOSE_WORDS and judge(flat, table, handles=True) >= enough:
        return len(text)
    cut = _run(value, table) if not alone else 0
    if cut:
        return spot.end + cut
    sure = spot.kind == SIGN and "(" not in text[spot.start : spot.end]
    return len(text) if sure and said(flat) and not _sentence(flat, flat.count(" ") + 1, table) else 0


def _run(value: str, table: Table) -> int:
    """Where the credit ends that a text begins with, before a caption: at a separator, or behind an agency; or 0."""
    for gap in _GAP().finditer(value, 0, _RUN):
        if judge(value[: gap.start()], table) >= NAMES:
            return gap.start()
    best = 0
    for word in _WORD().finditer(value, 0, _RUN):
        end = word.end()
        if end == _RUN < len(value):
            break  # it may be half a word
        if judge(value[:end], table) >= MARK and not _goes_on(value, end):
            best = end
        elif best:
            break
    return best


def _goes_on(text: str, end: int) -> bool:
    """Does a credit go on behind `end`, with a slash or another agency?"""
    after = text[end : end + 20].split(maxsplit=1)[:1]
    return text[end - 1] in "/|,;–-" or (bool(after) and (after[0][0] in "/|–-" or fold(after[0]) == "via"))
