"""Word shapes: what words of a language begin and end with, and its commonest words."""

from __future__ import annotations

import re
from functools import cache

_WORDS = {
    "ar": "في من على إلى أن عن التي الذي هذا هذه كما قال بعد بين مع إن كان ما لا وقال",
    "fa": "در از به که را این با است برای آن یک يك تا بر می مي شد کرد",
    "ur": "کے کی میں ہے نے سے کو اور کا پر کہ ہیں",
    "ru": "на не что по как это из для он от его",
    "uk": "на не що до як це із для він від та",
    "bg": "на да се за от не че са по",
    "sr": "је да на се за са су од",
    "turkish": "bir ve bu için ile da de olarak çok gibi daha olan",
}
_NOT_INITIAL = {"ar": "ةىئؤءًُِ", "ru": "ъыь", "uk": "ьи", "bg": "ьъ", "fa": "ةء", "ur": "ںےھ"}
_NOT_INSIDE = {"ar": "ةى", "fa": "ة"}
_WORD = 2.0
_WRONG = -2.0
_ARTICLE = 0.5


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(_WORDS[language].split()) + r")\b", re.IGNORECASE)


@cache
def _wrong(language: str) -> re.Pattern[str] | None:
    parts = []
    if initial := _NOT_INITIAL.get(language):
        parts.append(rf"(?<!\w)[{initial}](?=\w)")
    if inside := _NOT_INSIDE.get(language):
        parts.append(rf"[{inside}](?=[ء-ي])")
    return re.compile("|".join(parts)) if parts else None


def shape(text: str, language: str) -> float:
    """Log odds for `text` being words of the language: its commonest words and the article speak for it,
    letters where they never stand ("ة" before another letter) against it. 0 for a language without a table.
    """
    if language not in _WORDS:
        return 0.0
    score = _WORD * len(_pattern(language).findall(text))
    wrong = _wrong(language)
    if wrong:
        score += _WRONG * len(wrong.findall(text))
    if language == "ar":
        score += _ARTICLE * (text.count(" ال") + text.count(" وال"))
    return score
