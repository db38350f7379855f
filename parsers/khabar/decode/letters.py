"""How often letters are written, and what words look like: what tells one legacy encoding from another. The figures
are in `lexicon/encodings.txt`."""

from __future__ import annotations

import re
from functools import cache
from math import log

from khabar.lexicon.files import path


@cache
def known(cls: str) -> dict[str, str]:
    """Language -> what encodings.txt says under a class."""
    with open(path("encodings.txt"), encoding="utf-8") as handle:
        rows = [line.rstrip("\n").split("\t") for line in handle if line[0] != "#"]
    return {language: text for language, kind, text in rows if kind == cls}


_LETTERS = 0.78
"""Share of letters in a text: the rest is spaces, digits and marks."""
_CAPITALS = 0.04
"""Share of capitals among the letters of scripts that have them."""

_FOREIGN = -0.2
"""What a Latin letter costs in a text of another script, as log odds."""

Model = dict[str, float]
"""Share of each character in a text."""


def model(language: str) -> Model:
    """The shares of the characters beyond ASCII for a language: a key of LANGUAGES."""
    out: Model = {}
    if language in known("characters"):
        # Zipf's law over the head, which is about 45 % of the characters
        for rank, ch in enumerate(known("characters")[language]):
            out.setdefault(ch, 0.08 / (rank + 5))
        return out
    table = known("letters").get(language) or LATIN[language]
    for item in table.split():
        letter, share = item[0], int(item[1:]) / 1000 * _LETTERS
        out[letter] = share
        capital = letter.upper()
        if len(capital) == 1 and capital != letter:
            out[capital] = share * _CAPITALS
    return out


@cache
def plain_letters(language: str) -> float:
    """Log share of the unaccented letters in a language with Latin letters: one with few accents is the
    more probable the fewer a text has. Other scripts' texts have few Latin letters, though their pages have
    many."""
    if language not in LATIN:
        return _FOREIGN
    return log(1 - sum(int(item[1:]) for item in LATIN[language].split()) / 1000)


LATIN = known("latin")
LANGUAGES: tuple[str, ...] = (*known("letters"), *LATIN, *known("characters"))

_WORD = 2.0
_WRONG = -2.0
_ARTICLE = 0.5


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(known("words")[language].split()) + r")\b", re.IGNORECASE)


@cache
def _wrong(language: str) -> re.Pattern[str] | None:
    parts = []
    if initial := known("not_first").get(language):
        parts.append(rf"(?<!\w)[{initial}](?=\w)")
    if inside := known("not_inside").get(language):
        parts.append(rf"[{inside}](?=[ء-ي])")
    return re.compile("|".join(parts)) if parts else None


def shape(text: str, language: str) -> float:
    """Log odds for `text` being words of the language: its commonest words and the article speak for it,
    letters where they never stand ("ة" before another letter) against it. 0 for a language without a table.
    """
    if language not in known("words"):
        return 0.0
    score = _WORD * len(_pattern(language).findall(text))
    wrong = _wrong(language)
    if wrong:
        score += _WRONG * len(wrong.findall(text))
    articles = known("article").get(language, "").split()
    return score + _ARTICLE * sum(text.count(f" {article}") for article in articles)
