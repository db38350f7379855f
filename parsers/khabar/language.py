"""The language and direction of a text, by its script, its letters and its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from khabar.entries import Direction
from khabar.lexicon.files import LexiconError, path
from khabar.lexicon.store import file, languages
from khabar.scripts import scripts

__all__ = ["Direction", "Profile", "detect", "direction_of", "lexicon_tags", "profiles", "script", "script_of"]

_LATIN = "Latn"
_DENSE = frozenset(("Hani", "Kana", "Hang"))
"""Scripts of which a letter says as much as three of an alphabet."""
_SAMPLE = 1600
"""Characters of a text that its language is detected by."""


class Profile(NamedTuple):
    """What tells a language from the others of its script."""

    tag: str
    script: str
    letters: str
    stopwords: str


@cache
def profiles() -> dict[str, Profile]:
    """Tag -> profile: the rows of `detect.txt`, then the languages that only have a file.

    One file is read in place of all languages' files. Raises LexiconError for a language's file without `@script`.
    """
    with open(path("detect.txt"), encoding="utf-8") as handle:
        lines = handle.read().split("\n")
    rows = [Profile(*line.split("\t")) for line in lines if line and line[0] != "#"]
    out = {row.tag: row for row in rows}
    for tag in sorted(languages() - out.keys()):
        keys = file(f"languages/{tag}.txt").keys
        if "script" not in keys:
            raise LexiconError(f"languages/{tag}.txt: no line @script")
        letters, stopwords = (" ".join(keys.get(key, ())) for key in ("letters", "stopwords"))
        out[tag] = Profile(tag, keys["script"][0], letters, stopwords)
    return out


@cache
def _script_of(char: str) -> str | None:
    code = ord(char)
    return next((s.code for s in scripts() for first, last in s.ranges if first <= code <= last), None)


def script(letters: Counter[str]) -> str | None:
    """The ISO 15924 code of the script that most letters are of; None where there is no letter.

    `letters` counts a text's characters.

    Japanese counts as "Jpan", Korean as "Kore".
    """
    counts: Counter[str] = Counter()
    for char, n in letters.items():
        name = _script_of(char)
        if name:
            counts[name] += 3 * n if name in _DENSE else n
    if not counts:
        return None
    if counts["Kana"] * 12 > counts["Hani"] and counts["Kana"] + counts["Hani"] > counts[_LATIN]:
        return "Jpan"
    best = counts.most_common(1)[0][0]
    if best == _LATIN and len(counts) > 1:
        # menus and names are Latin in pages of every script: a third of the letters is enough for the other
        other, n = next((s, n) for s, n in counts.most_common() if s != _LATIN)
        if n * 2 > counts[_LATIN]:
            best = other
    return {"Hang": "Kore", "Kana": "Jpan"}.get(best, best)


_MARKS = ".,:;!?\"'()[]«»“”‘’،؛؟۔।-–—…"
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670\u0640]")


def detect(text: str) -> tuple[str | None, Direction]:
    """(BCP 47 tag or None, direction)."""
    sample = unicodedata.normalize("NFC", _sample(text.strip()))
    chars = Counter(sample)
    kind = script(chars)
    if kind is None:
        return None, "ltr"
    tag = _language(sample, chars, kind)
    return tag, direction_of(tag) if tag else _direction(kind)


def _language(sample: str, chars: Counter[str], kind: str) -> str | None:
    """The language of a sample whose script is known. Where nothing decides it is the script's first in `detect.txt`;
    in Latin letters None, since names are written in them in every language."""
    rows, letters, stopwords = _rows(kind)
    if len(rows) < 2:
        return rows[0] if rows else None
    score = [0.0] * len(rows)
    total = 0
    if kind != "Hani":
        # not `fold`: it makes the letters equal that Arabic, Persian and Urdu differ by. And split by white space: a
        # combining vowel of Devanagari is no word character to `re`
        for word, n in Counter(_VOWEL_SIGNS.sub("", sample).casefold().split()).items():
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
    return None if score[best] <= 0 and kind == _LATIN else rows[best]


@cache
def _rows(kind: str) -> tuple[list[str], dict[str, list[int]], dict[str, list[int]]]:
    """The tags of a script's languages; and for a letter and for a stopword, whose they are (indices)."""
    rows = [p for p in profiles().values() if p.script == kind]
    letters: dict[str, list[int]] = {}
    stopwords: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        for char in set(row.letters) - {" "}:
            letters.setdefault(char, []).append(i)
        for word in set(row.stopwords.split()):
            stopwords.setdefault(word, []).append(i)
    return [r.tag for r in rows], letters, stopwords


def _sample(text: str) -> str:
    """The beginning, and as much from the middle: a dump begins with menus."""
    if len(text) <= _SAMPLE:
        return text
    middle = len(text) // 2
    return text[: _SAMPLE // 2] + text[middle : middle + _SAMPLE // 2]


def direction_of(tag: str) -> Direction:
    """The direction of a tag, as its language's file says; without one, that of its script."""
    for known in _shortened(tag):
        if known in languages():
            return "rtl" if file(f"languages/{known}.txt").keys.get("direction") == ["rtl"] else "ltr"
    return _direction(script_of(tag))


def script_of(tag: str) -> str:
    """The ISO 15924 code of a tag's script: the one that it names, or the usual one of its language.

    Chinese has one script here ("Hani"). An unknown language is taken to be written in Latin letters.
    """
    known = profiles()
    short = tag
    for short in _shortened(tag):
        if short in known:
            return known[short].script
    if "-" in short:
        return short[-4:].title()
    variants = (row.script for row in known.values() if row.tag.startswith(f"{short}-"))
    usual = (s.code for s in scripts() if short in s.languages)
    return next(variants, None) or next(usual, _LATIN)


def _shortened(tag: str) -> Iterator[str]:
    """A tag and its shorter forms, down to the one that ends with its script: "uz-Arab-AF", "uz-Arab"."""
    parts = tag.split("-")
    for size in range(len(parts), 0, -1):
        yield "-".join(parts[:size])
        if size > 1 and len(parts[size - 1]) == 4 and parts[size - 1].isalpha():
            return


@cache
def _direction(kind: str) -> Direction:
    return next((s.direction for s in scripts() if s.code == kind), "ltr")


def lexicon_tags(tag: str | None) -> tuple[str, ...]:
    """Lexicon files to look markers up in: the tag's own, and its language's without the script."""
    if tag is None:
        return ()
    return (tag,) if "-" not in tag else (tag, tag.split("-")[0])
