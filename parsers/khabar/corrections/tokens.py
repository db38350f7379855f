"""Tokens: the words by which texts are compared, the same in every script.

Compatibility forms, case, tatweel and vowel signs do not count, nor do invisible characters. In scripts written
without spaces (Chinese, Japanese, Thai, Burmese, Khmer) each character is a token.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache, lru_cache

Tokens = tuple[str, ...]
_DROPPED = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_ALONE = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff"
"""Characters that are a token each."""
_FIRST_MARK = 0x300
_LAST_MARK = 0x1E8FF
"""Where marks stand that are a part of a word (Python's `\\w` leaves them out)."""


@lru_cache(maxsize=20_000)
def tokens(text: str) -> Tokens:
    """The tokens of a text, in order.

    >>> tokens("The «Nawras» sails, TODAY!")
    ('the', 'nawras', 'sails', 'today')
    >>> tokens("العبّارة نورس 船が")
    ('العبارة', 'نورس', '船', 'が')
    """
    plain = _DROPPED.sub("", unicodedata.normalize("NFKC", text))
    return tuple(_pattern().findall(plain.casefold()))


def credit_tokens(text: str) -> Tokens:
    """Those of a photo credit, without the words that only say that it is one ("Photo:", "صدر الصورة،"); all of
    them where there are no others.

    >>> credit_tokens("صدر الصورة، Getty Images")
    ('getty', 'images')
    """
    return tokens(_CREDIT_MARKER.sub("", text, count=1)) or tokens(text)


_CREDIT_MARKER = re.compile(
    r"^\s*(?:(?:(?:image|photo|picture|foto|bild|imagen|photograph|illustration|صدر الصورة|مصدر الصورة|صورة|الصورة|"
    r"المصدر)\b)?\s*(?:(?:source|credits?|courtesy|by|via|quelle|von|crédit[os]?|fuente|copyright)\b|©|\(c\))?\s*"
    r"(?:(?:of|from)\b)?\s*[:،,|/–-]*\s*)",
    re.IGNORECASE,
)
"""A credit's marker, as other programs and people leave it in. (khabar's own credits have none: its lexicon knows
more of them. These few are those of the project's bench, so that figures compare.)"""


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled on need: the marks are looked for among all characters."""
    marks: list[list[int]] = []
    for code in range(_FIRST_MARK, min(_LAST_MARK, sys.maxunicode) + 1):
        if unicodedata.category(chr(code))[0] == "M":
            if marks and marks[-1][1] == code - 1:
                marks[-1][1] = code
            else:
                marks.append([code, code])
    ranges = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in marks)
    return re.compile(rf"[{_ALONE}]|(?:(?![{_ALONE}])[\w{ranges}])+")
