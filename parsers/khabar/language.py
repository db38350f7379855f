"""The language and direction of a text, by its script, its letters, its commonest words and label strings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import NamedTuple

from khabar.article import Direction
from khabar.lexicon.files import HERE

RTL = frozenset(("Arab", "Hebr", "Syrc", "Thaa", "Nkoo"))

# First and last code point of the scripts' letters; enough to tell them apart, not all of Unicode.
_RANGES = (
    ("Latn", 0x41, 0x24F), ("Latn", 0x1E00, 0x1EFF), ("Grek", 0x370, 0x3FF), ("Cyrl", 0x400, 0x52F),
    ("Armn", 0x530, 0x58F), ("Hebr", 0x590, 0x5FF), ("Arab", 0x600, 0x6FF), ("Arab", 0x750, 0x77F),
    ("Arab", 0xFB50, 0xFDFF), ("Arab", 0xFE70, 0xFEFE), ("Deva", 0x900, 0x97F), ("Beng", 0x980, 0x9FF),
    ("Guru", 0xA00, 0xA7F), ("Gujr", 0xA80, 0xAFF), ("Orya", 0xB00, 0xB7F), ("Taml", 0xB80, 0xBFF),
    ("Telu", 0xC00, 0xC7F), ("Knda", 0xC80, 0xCFF), ("Mlym", 0xD00, 0xD7F), ("Sinh", 0xD80, 0xDFF),
    ("Thai", 0xE00, 0xE7F), ("Laoo", 0xE80, 0xEFF), ("Tibt", 0xF00, 0xFFF), ("Mymr", 0x1000, 0x109F),
    ("Geor", 0x10A0, 0x10FF), ("Hang", 0x1100, 0x11FF), ("Ethi", 0x1200, 0x139F), ("Khmr", 0x1780, 0x17FF),
    ("Kana", 0x3040, 0x30FF), ("Hani", 0x3400, 0x9FFF), ("Hang", 0xAC00, 0xD7AF),
)  # fmt: skip
_DENSE = frozenset(("Hani", "Kana", "Hang"))
_SAMPLE = 1600


class Profile(NamedTuple):
    """What tells a language within its script."""

    tag: str
    script: str
    letters: frozenset[str]
    stopwords: frozenset[str]


@cache
def profiles() -> tuple[Profile, ...]:
    """The rows of lexicon/detect.txt."""
    out = []
    with open(HERE + "/detect.txt", encoding="utf-8") as handle:
        for line in handle:
            if line[0] in "#\n" or not line.strip():
                continue
            tag, script, letters, stopwords = ([*line.rstrip("\n").split("\t"), "", "", ""])[:4]
            out.append(Profile(tag, script, frozenset(letters.replace(" ", "")), frozenset(stopwords.split())))
    return tuple(out)


@cache
def _script_of(char: str) -> str | None:
    code = ord(char)
    for name, lo, hi in _RANGES:
        if lo <= code <= hi and (code > 0x24F or char.isalpha()):
            return name
    return None


def script(letters: Counter[str]) -> str | None:
    """The ISO 15924 code of the script that most letters are of; None where there is no letter.

    `letters` counts a text's characters.

    Japanese counts as "Jpan", Korean as "Kore".
    """
    counts: Counter[str] = Counter()
    for char, n in letters.items():
        name = _script_of(char)
        if name:  # a letter of these says as much as three of an alphabet
            counts[name] += 3 * n if name in _DENSE else n
    if not counts:
        return None
    if counts["Kana"] * 12 > counts["Hani"] and counts["Kana"] + counts["Hani"] > counts["Latn"]:
        return "Jpan"
    best = counts.most_common(1)[0][0]
    if best == "Latn" and len(counts) > 1:
        # menus and names are Latin in pages of every script: a third of the letters is enough for the other
        other, n = next((s, n) for s, n in counts.most_common() if s != "Latn")
        if n * 2 > counts["Latn"]:
            best = other
    return {"Hang": "Kore", "Kana": "Jpan"}.get(best, best)


_MARKS = ".,:;!?\"'()[]«»“”‘’،؛؟۔।-–—…"
_MARKED = re.compile("[\u064b-\u0652\u0670\u0640]")


def detect(text: str) -> tuple[str | None, Direction]:
    """(BCP 47 tag or None, "rtl" or "ltr")."""
    sample = unicodedata.normalize("NFC", _sample(text))
    chars = Counter(sample)
    kind = script(chars)
    if kind is None:
        return None, "ltr"
    direction: Direction = "rtl" if kind in RTL else "ltr"
    rows, letters, stopwords = _rows(kind)
    if len(rows) < 2:
        return (rows[0] if rows else None), direction
    score = [0.0] * len(rows)
    total = 0
    if kind != "Hani":
        # by white space: a combining vowel of Devanagari is no word character to `re`
        for word, n in Counter(_MARKED.sub("", sample).casefold().split()).items():
            total += n
            for row in stopwords.get(word.strip(_MARKS), ()):
                score[row] += n
        score = [3 * s / (total or 1) for s in score]
    shown = [0] * len(rows)
    for char, n in chars.items():
        for row in letters.get(char, ()):
            shown[row] += n
    score = [s + min(12 * n / len(sample), 1.0) for s, n in zip(score, shown, strict=True)]
    best = max(range(len(rows)), key=lambda i: (score[i], -i))
    return (rows[best] if score[best] > 0 else _default(kind)), direction


@cache
def _rows(kind: str) -> tuple[list[str], dict[str, list[int]], dict[str, list[int]]]:
    """The tags of a script's languages; and for a letter and for a stopword, whose they are (indices)."""
    rows = [p for p in profiles() if p.script == kind]
    letters: dict[str, list[int]] = {}
    stopwords: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        for char in row.letters:
            letters.setdefault(char, []).append(i)
        for word in row.stopwords:
            stopwords.setdefault(word, []).append(i)
    return [r.tag for r in rows], letters, stopwords


def _default(kind: str) -> str | None:
    return {"Arab": "ar", "Latn": None, "Cyrl": "ru", "Deva": "hi", "Hani": "zh-Hans", "Ethi": "am"}.get(kind)


def _sample(text: str) -> str:
    """The beginning, and as much from the middle: a dump begins with menus."""
    if len(text) <= _SAMPLE:
        return text
    middle = len(text) // 2
    return text[: _SAMPLE // 2] + text[middle : middle + _SAMPLE // 2]


def direction_of(tag: str) -> Direction:
    """ "rtl" or "ltr", by the tag alone."""
    return (
        "rtl"
        if tag.split("-")[0] in {"ar", "fa", "ur", "ps", "ckb", "he", "yi", "dv", "sd", "ug", "prs"}
        or any(part in RTL for part in tag.split("-")[1:])
        else "ltr"
    )


def lexicon_tags(tag: str | None) -> tuple[str, ...]:
    """Lexicon files to look labels up in: the tag's own, and its language's without the script."""
    if tag is None:
        return ()
    return (tag,) if "-" not in tag else (tag, tag.split("-")[0])
