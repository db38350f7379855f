"""One name in markup (a class, an id): its words, and what they say.

A name is cut at "-" and "_" and capitals, hashes of build tools and numbers are taken out, compounds taken apart
("ContentCaption_contentcredit__zUOv5": content, caption, contentcredit). The words are looked up in
`lexicon/markup.txt`, which says for each where in a name it counts.
"""

from __future__ import annotations

from functools import lru_cache

from khabar.lazy import Lazy
from khabar.lexicon.markup import ANY, EXACT, FIRST, LAST, PART, SOLE, WEAK, Markup, markup

Verdict = tuple[int, str]
"""Strength and role."""

_NO: tuple[str, ...] = ()
_HUMPS = Lazy(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+")
_SEGMENT = Lazy(r"[^\W_]+")
_HASH = Lazy(r"(?:__(?=[\w-]{0,4}[A-Z0-9])[\w-]{5}|-sc-[\da-z]+-\d+)$")
"""What CSS modules and styled components put behind a name: "ContentHead_lead____SsS", "Caption-sc-1cbdeug-7"."""
_NAME = Lazy(r"[\w.-]+")
"""Without the characters of utilities ("lg:hidden", "w-[30px]") and of scraps of templates."""
_LONGEST = 120
"""Characters of a name that is looked at; longer ones are data."""
_COMPOUND = 7
"""Letters from which on an unknown word may be a compound."""
_PREFIX = 5
"""Letters, at the most, of the mark that a house puts before its names: "voc-subtitle", "penci-post"."""
_ANYWHERE = (ANY, WEAK)
_KEPT = 20_000


@lru_cache(maxsize=_KEPT)
def judge(name: str) -> Verdict | None:
    """What one name says: (strength, role), or None. The strengths are those of `lexicon.markup`."""
    lexicon = markup()
    whole = name.lower()
    if whole in lexicon.exact:
        role = lexicon.exact[whole]
        if role is None:
            return None
        # "hidden" hides whatever else the element is: what that is, its other names say
        return (PART if role == "hidden" else EXACT), role
    words = words_of(name)
    if lexicon.telling.keys().isdisjoint(words) or words[0] in lexicon.drop or " ".join(words[:2]) in lexicon.drop:
        return None
    if words[-1] in lexicon.state and " ".join(words[-2:]) not in lexicon.phrases:
        return None
    found = _strongest(words, lexicon, 1)
    if len(words) > 2:
        # "image-container-source": a phrase may have words of structure in it
        telling = tuple(word for word in words if word not in lexicon.structure)
        if 1 < len(telling) < len(words):
            again = _strongest(telling, lexicon, 2)
            if again and (found is None or again[0] > found[0]):
                found = again
    if found and name.startswith("js-"):
        return PART, found[1]  # a script's handle, on whatever it works with
    return found


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, in small letters; none where it is a utility ("text-sm", "lg:hidden")."""
    if len(name) > _LONGEST or not _NAME().fullmatch(name):
        return _NO
    lexicon = markup()
    if "__" in name or "-sc-" in name:
        name = _HASH().sub("", name)
    segments = _SEGMENT().findall(name)
    if not segments or segments[0] in lexicon.utility:
        return _NO
    known = lexicon.known
    words: list[str] = []
    for segment in segments:
        if segment in known:
            words.append(segment)
            continue
        if segment.isdigit():
            continue
        found = _segment(segment)
        if segment is segments[-1] and len(segments) > 1 and _is_hash(segment, found, name, known):
            break
        words += found
    if "--" in name:
        block, _, modifier = name.partition("--")
        base = [word for segment in _SEGMENT().findall(block) for word in _segment(segment)]
        if block and lexicon.plain.issuperset(base) and not modifier.startswith("name-"):
            return tuple(base)  # "article--gallery" is an article, of a kind; Drupal's "field--name-body" is not
    return tuple(words)


def _is_hash(segment: str, words: list[str], name: str, known: frozenset[str]) -> bool:
    """Is the last segment of a name a build tool's hash? ("Caption_root__QGjxc", "CaptionText-bHjzlu", "…-juoqbv")"""
    if not 4 < len(segment) < 8 or known.issuperset(words):
        return False
    joint = name[-len(segment) - 2 : -len(segment)]
    return not segment.islower() or joint == "__" or (name[0].isupper() and joint[-1:] == "-")


@lru_cache(maxsize=_KEPT)
def _segment(segment: str) -> list[str]:
    """The words of a part of a name between "-" and "_"."""
    lexicon = markup()
    known, short = lexicon.known, lexicon.short
    if not segment.isalpha():
        segment = segment.rstrip("0123456789")
        if not segment.isalpha():
            return []  # "1cbdeug", "12"
    if segment.islower() or segment.isupper():
        humps = [segment.lower()]
    else:
        humps = [hump.lower() for hump in _HUMPS().findall(segment)]
        if any(len(hump) < 3 and hump not in short for hump in humps):
            return []  # "kTbWrE", "qkAdv"
    words: list[str] = []
    for hump in humps:
        if hump in known or len(hump) < _COMPOUND:
            words.append(hump)
        else:
            words += _compound(hump, known)
    return [word for word in words if len(word) > 1]


def _compound(word: str, known: frozenset[str]) -> list[str]:
    """Words written as one ("mediacaption"), the longest beginning first; the word itself where they are unknown."""
    if len(word) > 40:
        return [word]
    for end in range(len(word) - 3, 2, -1):
        if word[:end] in known:
            rest = word[end:]
            if rest in known:
                return [word[:end], rest]
            for cut in range(len(rest) - 3, 2, -1):
                if rest[:cut] in known and rest[cut:] in known:
                    return [word[:end], rest[:cut], rest[cut:]]
    return [word]


def _strongest(words: tuple[str, ...], lexicon: Markup, least: int) -> Verdict | None:
    """The strongest hit of `least` words or more, the first of equals."""
    phrases, telling = lexicon.phrases, lexicon.telling
    size = len(words)
    end = size
    while end and words[end - 1] in lexicon.structure:
        end -= 1
    best: Verdict | None = None
    at = 0
    while at < size:
        length = telling.get(words[at], 0)
        if length > size - at:
            length = size - at
        while length >= least:
            hits = phrases.get(" ".join(words[at : at + length]) if length > 1 else words[at])
            hit = _counting(hits, words, at, length, end, lexicon) if hits else None
            if hit:
                strength, role = hit
                if role is not None and (best is None or strength > best[0]):
                    best = strength, role
                break
            length -= 1
        at += length if length >= least else 1
    return best


def _counting(
    hits: list[tuple[int, str | None]], words: tuple[str, ...], at: int, length: int, end: int, lexicon: Markup
) -> tuple[int, str | None] | None:
    """The strongest of the lexicon's hits for some words that counts where these stand in the name."""
    for hit in hits:
        if hit[0] in _ANYWHERE or _counts(hit[0], words, at, length, end, lexicon):
            return hit
    return None


def _counts(strength: int, words: tuple[str, ...], at: int, length: int, end: int, lexicon: Markup) -> bool:
    """Do words that the lexicon knows count where they stand? `end` is where words of structure end the name."""
    if strength in (LAST, PART):
        return at + length >= end
    if strength == FIRST:
        return at == 0 or (at == 1 and _is_prefix(words[0], lexicon))
    if strength == SOLE:
        others = words[:at] + words[at + length :]
        if at and _is_prefix(words[0], lexicon):
            others = others[1:]
        return lexicon.plain.issuperset(others)
    return False


def _is_prefix(word: str, lexicon: Markup) -> bool:
    return len(word) <= _PREFIX and word not in lexicon.known
