"""What a word is: by letters where the script has capitals, else by what is no punctuation; where nothing stands
between words, by those that are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from khabar.lexicon.files import LexiconFile

_PUNCTUATION = "#_@\"'“”„‟«»‹›‘’‚‛`´「」『』،,:;؛.!?؟۔()\\[\\]{}…|/\\\\–—。、，！？：；（）؞।॥《》-"


class Unspaced:
    """Cuts a text with nothing between its words into those that are known, the longest first, and characters."""

    other = re.compile(r"[a-z0-9][a-z0-9.%]*|\S·?")

    def __init__(self, words: Iterable[str]) -> None:
        self.longest: dict[str, list[str]] = {}
        for word in sorted(words, key=lambda word: (-len(word), word)):
            self.longest.setdefault(word[0], []).append(word)

    def split(self, text: str) -> list[str]:
        """What stands between words, and the words, in turn, as `re.Pattern.split` gives them."""
        out: list[str] = []
        gap = 0
        for at, first in enumerate(text):
            if at < gap or first.isspace():
                continue
            known = next((word for word in self.longest.get(first, ()) if text.startswith(word, at)), "")
            hit = None if known else self.other.match(text, at)
            end = at + len(known) if hit is None else hit.end()
            out += (text[gap:at], text[at:end])
            gap = end
        return [*out, text[gap:]]


def token(file: LexiconFile, spaces: bool, capitals: bool, key: Callable[[str], str]) -> re.Pattern[str] | Unspaced:
    """What a word is: by letters where the script has capitals, else by what is no punctuation; where there are no
    spaces, a word of the file. `key`: how a word is looked up."""
    if not spaces:
        entries = {key(word) for g in file.groups for text in g.texts for word in re.split(r"[\s/+_]+", text)}
        return Unspaced(filter(None, entries))
    if not capitals:
        return re.compile(f"([^\\s{_PUNCTUATION}]+|[{_PUNCTUATION}])")
    elided, enclitics = ("|".join(" ".join(file.keys.get(name, [])).split()) for name in ("elided", "enclitics"))
    them = f"-(?:t-)?(?:{enclitics})\\b" if enclitics else ""
    before = f"{them}|" if them else ""
    if elided:
        before = f"\\b(?:{elided})'(?=[\\w«\"“]|$)|{before}"
    inner = f"(?!{them})" if them else ""
    return re.compile(f"({before}\\w+(?:{inner}['‑-]\\w+)*|[^\\w\\s])")
