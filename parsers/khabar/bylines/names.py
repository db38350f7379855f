"""One part of a byline to a name, or to none."""

from __future__ import annotations

import re

from khabar.bylines.words import BylineWords, words
from khabar.characters import fold

_NO_NAME = re.compile(r"\d|@|://|^www\.|\w{2}\.\w{2}|[•·©]|\[|^#")
"""A word of a date, a handle, an address."""
_NO_MARKS = frozenset('&?!؟"“”„«»;؛…{}<>=_%$§')
_ACCOUNT = re.compile(r"[^\W\d_]{1,16}\d{1,4}[^\W\d_]{1,8}\d{0,4}|[^\W\d_]{3,16}\d{1,3}")
"""An account that an element gives as the author's name: "c1ph4", "harbourfan24"."""
_INNER = re.compile(r"\w{3}\. \w")
"""A sentence ends inside."""
_DATED = re.compile(r"\d")
EDGES = ' .,،:*()"«»[]-–—ـ|/+\u00a0\u200f\u200e'
PERSON_WORDS = 5
"""Words of a person's name at the most, particles not counted."""
NAME_WORDS = 7
"""Words of a line of names at the most."""
CJK = 8
"""Characters of a name in a script without spaces at the most."""
WORD = 24
"""Characters of a word of a name at the most: sentences in Thai have no spaces."""
CJK_LINE = 12
"""The same, of anybody's name: "毎日新聞デジタル編集部"."""
_SIGN = (3, 4)
"""Letters of an agency's sign in small letters, at the least and the most: "dpa"."""
_PLACED = 2
"""Words of a name before a place at the least: "Ana Lund in Cairo", but "Made in Harbourtown"."""
_AGENCY = 3
"""Words of an agency behind a name at the most."""
_PLACE_WORDS = 5
"""Words of the place at the most: "Ana Lund at the White House"; with more it is a sentence."""
TRAIL = 2
"""Small words at the most before a date that was cut off: "Ana Lund on 3 March"."""


def name_in(part: str, known: BylineWords, *, lower: bool = False) -> str:
    """The name in a part of a byline whose marker is off, or "": up to a date, a handle or an address, without the
    author's job. `lower`: a name in small letters (an account, an element written small) is one."""
    whole = part.strip(EDGES)
    if known.is_organisation(whole):
        return whole
    found = part.split()
    dated = bool(_DATED.search(part))
    if lower and len(found) == 1 and _ACCOUNT.fullmatch(whole):
        return whole
    kept: list[str] = []
    cut = False
    for at, word in enumerate(found):
        key = fold(word).strip(EDGES)
        if _NO_NAME.search(word) or (dated and key in known.dates) or key in words("author.stop"):
            cut = True
            break
        if len(kept) >= _PLACED and key in known.places and _is_place(word, found[at + 1 :], known):
            break
        kept.append(word)
    if cut:
        for _ in range(TRAIL):
            if kept and kept[-1][:1].islower():
                kept.pop()
    lower = lower and not cut
    found, kept = kept, _without_roles(kept, known)
    lower = lower and len(found) == len(kept)
    kept = _without_agency(_in_capitals(kept), known)
    name = " ".join(kept).strip(EDGES)
    if part.rstrip().endswith(name + ".") and (name[-3:-2] in (".", " ") or name[-2:].lower() in ("jr", "sr")):
        name += "."  # "Perry Bacon Jr.", "Ana L."
    return name if _is_name(name, lower, known) else ""


def _without_roles(found: list[str], known: BylineWords) -> list[str]:
    """Without the job before or after the name."""
    roles = [known.is_role(word) for word in found]
    if not any(roles):
        return found
    fields = words("author.field")
    begin = 1 if fold(found[0]) in words("author.our") else 0
    while begin < len(found) and (roles[begin] or (begin and fold(found[begin]) in fields)):
        begin += 1
    end = next((i for i in range(begin, len(found)) if roles[i]), len(found))
    while begin < end < len(found) and fold(found[end - 1]) in fields:
        end -= 1  # "Ana Lund Political Editor"
    if end - begin < 2 or (begin and found[begin].lower() == found[begin].upper()):
        return []  # in scripts without capitals what follows may be the job's field
    return found[begin:end]


def _is_place(word: str, rest: list[str], known: BylineWords) -> bool:
    """Do a small word and what follows it say where somebody wrote: "in Cairo", "at the White House"?"""
    if word[0].isupper() or not 0 < len(rest) <= _PLACE_WORDS:
        return False
    return all(_may_be(one) or fold(one) in known.places or one == "the" for one in rest) and (
        not rest[-1][0].islower()
    )


def _without_agency(found: list[str], known: BylineWords) -> list[str]:
    """Without an agency or the publisher behind the name: "Ana Lund BBC News". In scripts without capitals the names
    of agencies are people's names, too."""
    for size in range(1, min(_AGENCY, len(found) - _PLACED) + 1):
        if found[-size][0].isupper() and known.is_agency(" ".join(found[-size:])):
            return found[:-size]
    return found


def _in_capitals(found: list[str]) -> list[str]:
    """The words in capitals at the beginning, where others follow: "SARAH PERL Associated Press"."""
    end = 0
    while end < len(found) and found[end].isupper() and len(found[end]) > 1:
        end += 1
    if 2 <= end < len(found) and found[end][:1].isupper() and not found[end].isupper():
        return found[:end]
    return found


def _is_name(text: str, lower: bool, known: BylineWords) -> bool:
    """A few words that each may be part of a name."""
    key = fold(text)
    if len(text) < 2 or not any(map(str.isalpha, text)) or key in words("author.nobody"):
        return False
    if any(c in _NO_MARKS for c in text) or (_INNER.search(text) and not _abbreviated(text)):
        return False
    found = text.split()
    if len(found) > NAME_WORDS or max(map(len, found)) > WORD or _is_firm(found):
        return False
    if (
        len(found) > 1
        and found[-1].islower()
        and fold(found[-1]) in words("author.particle")
        and found[-1][-1] != "."
    ):
        return False
    if lower and len(found) <= 3 and text[0].isupper():
        return True
    if text.islower():
        sign = len(found) == 1 and _SIGN[0] <= len(text) <= _SIGN[1]
        return lower or (sign and (known.lexicon is None or known.is_agency(text)))
    if text.lower() == text.upper():  # a script without capitals: only the length tells
        return len(found) <= PERSON_WORDS and (text[0] < "\u2e80" or len(text) <= CJK_LINE)
    return all(_may_be(word) for word in found)


def _is_firm(found: list[str]) -> bool:
    """A company or an institution by a word of its name: "Hafen AG", "Verlag Lund"."""
    keys = [fold(word) for word in found]
    return not words("author.institution").isdisjoint(keys) or keys[-1] in words("author.company")


def _abbreviated(text: str) -> bool:
    return bool(re.match(r"(?:prof|univ|dipl|mag|phil|hon|rev|capt|sen|gov)\b", text, re.IGNORECASE))


def _may_be(word: str) -> bool:
    """No word in small letters but the particles of names."""
    first = next((c for c in word if c.isalpha()), "")
    if not first.islower():
        return True
    key = fold(word)
    return key in words("author.particle") or any(c.isupper() for c in word)


def is_person(name: str, known: BylineWords) -> bool:
    """A name of two words or more, as a person's is; a short one in a script without spaces."""
    if not name or known.is_organisation(name):
        return False
    if len(name) <= CJK and " " not in name and name[0] >= "\u2e80":
        return True
    found = [word for word in name.split() if fold(word) not in words("author.particle")]
    return 2 <= len(found) <= PERSON_WORDS and not name.islower()
