"""The credit that a marker shows ("Foto:", "Photo by", "©"): where the marker stands, how far the credit reaches."""

from __future__ import annotations

from typing import NamedTuple

from khabar.characters import fold, fold_cut
from khabar.lazy import Lazy
from khabar.pictures.credits.judge import LOOSE, MARK, NAMES, Cut, Table, judge
from khabar.pictures.credits.punctuation import OPEN, boundary, closing, said

SIGN, MARKED, WEAK, BY = "sign", "marked", "weak", "by"
"""Kinds of labels: "©"; one with its colon; one that is also an ordinary word; one that needs no colon."""

_LEAD = OPEN + "|/-–—•·*\"'„“«»‘+,،、。.!?؟"
_AROUND = _LEAD + ":"
_SIGN = Lazy(r"[©ⓒ℗]|(?<!\w)\([cC]\)(?=\s*\S)")
_COLONS = Lazy(r"[:：=＝/|／｜│・]|\.\.\.")
_GLUED = Lazy(r"(?<=[^\W\d_])[^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ]+$")
_WORD = Lazy(r"\S+")
_BACK = 40
"""Characters before a colon in which its label is looked for."""
_LABEL_WORDS = 4
_FIND = 48
"""Characters that the lexicon looks its labels up in."""
_MOST = 6
"""Colons of a caption that are looked at, the last ones: a recipe or a score list has many."""
_SPOTS = 16
"""Labels of a caption that are looked at, the last ones."""
_UNSPACED = 8
"""Letters of a label in a script without spaces at the most."""


class Spot(NamedTuple):
    """A label in a text: `text[start:end]`, with its mark."""

    start: int
    end: int
    kind: str


def spots(text: str, table: Table, found: set[str]) -> list[Spot]:
    """The labels in a text, in order. `found`: its tokens (table.tokens)."""
    out: list[Spot] = []
    if "©" in text or "ⓒ" in text or "℗" in text or "(c)" in text or "(C)" in text:
        out.extend(Spot(m.start(), m.end(), SIGN) for m in _SIGN().finditer(text))
    for colon in list(_COLONS().finditer(text))[-_MOST:]:
        spot = _marked(text, colon.start(), colon.end(), table)
        if spot is not None:
            out.append(spot)
    if not table.by_tokens.isdisjoint(found):
        out.extend(_bys(text, table))
    if len(out) > 1:
        out.sort(key=lambda s: (s.start, -s.end))
    return out[-_SPOTS:]


def _marked(text: str, at: int, end: int, table: Table) -> Spot | None:
    """The label that a mark at `at` closes."""
    left = text[max(0, at - _BACK) : at].rstrip()
    at = max(0, at - _BACK) + len(left)
    if text[end - 1] not in ":：=＝.":
        return _slashed(text, left, at, end, table)
    words = left.split(" ")[-_LABEL_WORDS:]
    keys = [key.lstrip(_LEAD) for key in _keys(words)]
    for n in range(len(words), 0, -1):
        key = " ".join(keys[-n:])
        if not key:
            continue
        if key in table.leads:
            return None
        if key not in table.labels and key not in table.weak and not table.lexicon.may_begin(key):
            continue
        start = at - sum(map(len, words[-n:])) - n + 1
        start += len(words[-n]) - len(words[-n].lstrip(_LEAD))
        if key in table.labels:
            return Spot(start, end, MARKED)
        if key in table.weak:
            return Spot(start, end, WEAK)
        hit = table.lexicon.find(fold(text[start : start + _FIND]), whole=False).get("credit")
        if hit is not None and hit.mode == "prefix" and start + fold_cut(text[start:], hit.length) >= end:
            return Spot(start, end, MARKED)
    return _inner(words[-1], at, end, table)


def _slashed(text: str, left: str, at: int, end: int, table: Table) -> Spot | None:
    """A label of one word that a slash or a bar closes ("Foto/", "圖／"): one that needs no mark, at a boundary."""
    size = 0
    while size < len(left) and left[-1 - size].isalnum():
        size += 1
    if not size or fold(left[-size:]) not in table.by or not boundary(text, at - size):
        return None
    return Spot(at - size, end, MARKED)


def _inner(word: str, at: int, end: int, table: Table) -> Spot | None:
    """A label that is glued to the text before it: "Gelände.Foto:", "CupCredit:", "现场图片来源："."""
    cut = next((i + 1 for i in range(len(word) - 1, -1, -1) if not word[i].isalnum()), 0)
    if cut and fold(word[cut:]) in table.labels:
        return Spot(at - len(word) + cut, end, MARKED)
    glued = _GLUED().search(word)
    if glued is not None:
        return Spot(at - len(glued[0]), end, MARKED) if fold(glued[0]) in table.labels else None
    if word[-1:] >= "\u0e00":
        for n in range(min(_UNSPACED, len(word)), 1, -1):
            if fold(word[-n:]) in table.labels:
                return Spot(at - n, end, MARKED)
    return None


def _keys(words: list[str]) -> list[str]:
    """The words, each folded."""
    keys = fold(" ".join(words)).split(" ")
    return keys if len(keys) == len(words) else [fold(word) for word in words]


def _bys(text: str, table: Table) -> list[Spot]:
    """The labels without a mark."""
    out: list[Spot] = []
    words = list(_WORD().finditer(text))
    for i, key in enumerate(_keys([word[0] for word in words])):
        if key.strip(_AROUND) not in table.by_firsts:
            continue
        start = words[i].end() - len(words[i][0].lstrip(_LEAD))
        for n in range(min(table.by_words, len(words) - i), 0, -1):
            end = words[i + n - 1].end()
            key = fold(text[start:end]).rstrip(",:،-–")
            if n > 1 and key.rstrip(".") in table.kinds:
                break  # "Photo d'illustration"
            if key in table.by:
                out.append(Spot(start, end, BY))
                break
    return out


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
    """Does a credit go on after `end`: with a slash, in small letters ("courtesy of the museum")?"""
    after = text[end : end + 20].split(maxsplit=1)[:1]
    return text[end - 1] in "/|,;–-" or (bool(after) and (after[0][0] in "/|–-" or after[0][0].islower()))
