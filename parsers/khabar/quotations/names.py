"""A name as it is written, and the words by which it is known again."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.quotations.lexicon import ATTRIBUTIONS, Lexicon, is_letters
from khabar.quotations.mentions import NAME, Mention, described, name_of
from khabar.quotations.passage import Found, Passage

_NAME_WORDS = 3
"""Words at the end of a long name by which it is known again."""
_INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c"

Form = tuple[str, list[str], list[str], list[str]]
"""A mention as written, its words as compared, what it says of somebody, and by what it is known again."""


def form_of(p: Passage, m: Mention, found: Found | None) -> Form:
    asked = ("form", m, found.at if found is not None and found.cue.kind in ATTRIBUTIONS else -1)
    if asked not in p.mentions:
        text, keys = plain(p, m, found)
        p.mentions[asked] = text, keys, described(p, m), core_of(p, m, keys)
    out: Form = p.mentions[asked]
    return out


def plain(p: Passage, m: Mention, found: Found | None) -> tuple[str, list[str]]:
    """A mention as written, without what is written onto its first or last word; and its words as compared."""
    x, text = p.lexicon, p.written(m.first, m.last)
    keys = [key for key in p.keys[m.first : m.last] if is_letters(key)] or p.keys[m.first : m.last]
    if x.capitals:
        return _without_ending(text, x), keys
    head = keys[0]
    bare = x.unjoined(head)
    if bare != head and m.first == p.began[m.first] and (x.is_title(bare) or x.is_definite(bare)):
        return text[1:], [bare, *keys[1:]]
    if found is not None and found.cue.kind in ATTRIBUTIONS and len(head) > 3 and head[0] in x.prepositions:
        if x.definite and head[1] == x.definite[1] and x.is_title(x.definite + head[2:]):
            return x.definite + text[2:], [x.definite + head[2:], *keys[1:]]
        if p.keys[found.at] in x.aimed:
            return text[1:], [head[1:], *keys[1:]]
    return text.strip(_INVISIBLE), keys


def _without_ending(text: str, x: Lexicon) -> str:
    """Without a possessive ending, or a case ending behind an apostrophe."""
    for end in ("'s", "’s", *x.suffixes):
        cut = text.rfind(end)
        if cut > 0 and " " not in text[cut:] and (end in x.suffixes or cut + len(end) == len(text)):
            text = text[:cut]
    return text.removesuffix("’").removesuffix("'")


def core_of(p: Passage, m: Mention, keys: Sequence[str]) -> list[str]:
    """The words of a mention by which it is known again: the name's, or all but the article."""
    x = p.lexicon
    if not x.capitals:
        return _core_of_classes(p, m, keys)
    at = [i for i in range(m.first, m.last) if p.keys[i][0].isalnum() and p.keys[i] not in x.article]
    if m.kind == NAME:
        names = [i for i in at if p.capital(i) and not x.is_title(p.keys[i]) and p.keys[i] not in x.honorific]
        at = _with_given(p, m, names)[-_NAME_WORDS:] or at
    return [x.stem(p.keys[i]) for i in at] or [p.keys[m.first]]


def _with_given(p: Passage, m: Mention, names: list[int]) -> list[int]:
    """The words of a name with the titles before it that are given names: "Bill Jane Roe", "Duke Roe" (not "Duke Jane
    Roe")."""
    x = p.lexicon
    while names and names[0] > m.first and p.capital(names[0] - 1):
        key = p.keys[names[0] - 1]
        if key not in x.given or not (x.is_thing(key) or len(names) == 1):
            break
        names = [names[0] - 1, *names]
    return names


def _core_of_classes(p: Passage, m: Mention, keys: Sequence[str]) -> list[str]:
    """The same where the script has no capitals."""
    x = p.lexicon
    first = name_of(p, m.first, m.last) if m.kind == NAME else m.first
    if first == m.first + 1 == m.last - 1 and p.keys[m.first] in x.given:
        first = m.first  # "سلطان أحمد"
    words = [x.stem(key) for key in p.keys[first : m.last] if is_letters(key)]
    if m.kind != NAME or first == m.first:
        words = [x.stem(key) for key in keys]  # without what is written onto the first
    while not x.spaces and len(words) > 1 and (words[-1] in x.honorific or x.is_title(words[-1])):
        words.pop()  # "大谷さん", "李女士", "高橋教授"
    return words[-_NAME_WORDS:] if m.kind == NAME and words else words or [keys[-1]]


def alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """May two names be one person's? The shorter one's words are all in the longer, initials for first names."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if short[-1] != long[-1] and not (len(short) == 1 and len(long) > 2 and short[0] in long[1:]):
        return False
    return all(w in long or (len(w) == 1 and any(o.startswith(w) for o in long)) for w in short)


def a_letter_apart(a: str, b: str) -> bool:
    """Do two words differ by one letter: another, one more, one less, or two exchanged?"""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    swapped = a[i + 1 : i + 2] == b[i : i + 1] and a[i : i + 1] == b[i + 1 : i + 2] and a[i + 2 :] == b[i + 2 :]
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:] or (len(a) == len(b) and swapped)
