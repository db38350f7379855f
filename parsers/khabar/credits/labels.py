"""Where in a caption a credit's label stands: "Foto:", "Photo by", "©"."""

from __future__ import annotations

from typing import NamedTuple

from khabar.characters import fold, fold_cut
from khabar.credits.brackets import CLOSE, OPEN
from khabar.credits.table import Table
from khabar.lazy import Lazy

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


_STOPS = ".!?…؟۔।。！？:;"
_QUOTES = " \t\"'”’“»«›」』"
_SEPARATORS = "|/–—-•·,،／｜、\n" + OPEN


def boundary(text: str, at: int) -> bool:
    """Does a new sentence or part begin at `at`: at the text's beginning, behind a full stop, a separator?"""
    before = text[:at].rstrip(" \t")
    if not before or before[-1] in _SEPARATORS or before[-1] in CLOSE:
        return True
    return before.rstrip(_QUOTES)[-1:] in _STOPS
