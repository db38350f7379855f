"""Word shapes: what words of a language begin and end with, and its commonest words."""

from __future__ import annotations

import re
from functools import cache

from khabar.decode.letters import known

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
