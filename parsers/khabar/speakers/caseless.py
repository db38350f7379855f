"""A name in letters without capitals: nothing but the words tells where a title ends."""

from __future__ import annotations

import re

from khabar.characters import key
from khabar.speakers.name import Name, gender_of, is_title, joined, last_title, named, with_given
from khabar.speakers.words import Vocabulary, is_institution, words_of

_DOTS = re.compile("[·・•\u2027 ]+")


def read_caseless(folded: list[str], words: Vocabulary) -> Name:
    """A name in letters without capitals: nothing tells a title's second half from a name."""
    if len(folded) > 1 and folded[-1] in words.honorifics:  # "मोदी जी"
        folded = folded[:-1]
    if any(is_institution(word, words) for word in folded):
        return Name()
    at = last_title(folded, words)
    rest = folded[at + 1 :]
    if not (words.links | words.stops).isdisjoint(rest) or any(word in words.links for word in folded[:at]):
        return Name()
    gender = gender_of(folded[at], words) if at >= 0 else ""
    if at < 0 or folded[at] in words.honorifics:
        return named(rest, words, titled=at >= 0, polite=at >= 0, gender=gender)
    if at == 0 and (found := with_given(folded, words)).core:
        return found
    core = joined(rest, words.particles)
    if len(core) == 1:
        return Name() if is_title(rest[0], words) else Name(core, titled=True, bound=True, gender=gender)
    return Name(titled=True, gender=gender, tails=tuple(core[n:] for n in range(len(core) - 1)))


def read_unspaced(text: str, words: Vocabulary) -> Name:
    """A name in letters written without spaces: the title stands before or behind it, nothing between."""
    institutions = words_of("institution")
    end = max((len(title) for title in words.titles if text.endswith(title)), default=0)
    if end == len(text) or any(text.endswith(one) for one in institutions):
        return Name()
    body = text[: len(text) - end]
    start = max((body.rfind(title) + len(title) for title in words.titles if title in body), default=0)
    core = tuple(filter(None, map(key, _DOTS.split(body[start:]))))
    titled = end > 0 or start > 0
    if not core or (len(core) == 1 and len(core[0]) == 1) or any(one in body[start:] for one in institutions):
        return Name()
    return Name(core, full=len(core) > 1, titled=titled)
