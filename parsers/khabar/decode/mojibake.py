"""UTF-8 that somebody upstream read as a legacy encoding and saved: "ط§ظ„" or "Ø§Ù„" for "ال".

Each byte of a UTF-8 character has become a character of its own: first one of a few leads, then one to three
of those at 0x80 to 0xBF, which in no text follow each other so. Where such sequences are dense the bytes are
put together again. Ordinary text costs a dozen searches for one character each.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

_HINTS = "§„°€Ã¤¸×Ç\x80Ђ"
"""One of these is in nearly every text misread in the ways below (second bytes of frequent letters), and in
few others: § and „ for Arabic, ° for Cyrillic, € and Ã for Latin accents and typographic marks, ¤ and ¸ for
Indic and Thai, × for Hebrew, Ç for windows-1256 read as windows-1252, U+0080 and Ђ for typographic marks
read otherwise."""

_TRIED = 8
_TIMES = 3
"""Texts misread twice are met with; more is not tried."""


class _Kind(NamedTuple):
    codec: str
    """What the UTF-8 was read as."""
    two: str
    """Leads of two bytes."""
    three: str
    """Leads of three bytes."""
    dense: str
    """Leads of Arabic (or Russian), for a text whose second characters were lost."""


_KINDS = (
    _Kind("windows-1252", "".join(map(chr, range(0xC2, 0xE0))), "".join(map(chr, range(0xE0, 0xF0))), "ØÙ"),
    # the leads of Arabic, Persian, Cyrillic, Hebrew and of marks; the others (أ for É) are frequent letters
    _Kind("windows-1256", "طظعغذر×آ", "àâï", "طظ"),
    _Kind("windows-1251", "РСВГШЩЪЫЧ", "авп", "РС"),
)
_RUN = 4
"""So many sequences in a row are proof by themselves."""
_DOCUMENT, _LINE = 0.6, 0.75
"""Share of the characters beyond ASCII in sequences: a text, or a single line, is misread throughout."""
_THOROUGH = 0.85
"""From this share on every lead counts, not only those of the kind."""
_FEWEST = 3
_LOST = 0.3
"""More unreadable characters than this and the repair is not made."""
_DENSITY, _DENSITY_SAMPLE = 0.35, 1000
"""ط and ظ together are 1.1 % of the letters of Arabic news, and 45 % of misread ones."""

_LOOKED_AT = 1 << 16
"""Characters in which misread ones are looked for: they stand everywhere, or nowhere."""

_Replace = Callable[[re.Match[str]], str]


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with what was misread put right, and warnings: what was repaired, or why it could not be.

    Text that was never misread comes back as the same object, with no warnings.
    """
    if text.isascii():
        return text, ()
    warnings: tuple[str, ...] = ()
    for _ in range(_TIMES):
        head = text[:_LOOKED_AT]
        if not any(_hinted(head, hint) for hint in _HINTS):
            break
        repaired = _repair(text) or _turned(text)
        if repaired is None:
            break
        text = repaired[0]
        warnings = (*warnings, repaired[1])
    return text, warnings or _beyond_repair(text)


def _hinted(text: str, hint: str) -> bool:
    """Whether one of the first few of this character seems to stand in a sequence and not as itself.

    Without a regular expression: a text with a lone € must not pay for compiling them.
    """
    at = text.find(hint)
    for _ in range(_TRIED):
        if at < 0:
            return False
        around = text[max(0, at - 3) : at + 4]
        pairs = list(pairwise(around))
        if _ARTICLE in around or any(a in leads and b in tails for leads, tails in _sets() for a, b in pairs):
            return True
        at = text.find(hint, at + 1)
    return False


@cache
def _sets() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Leads and second characters of each kind."""
    return tuple(
        (frozenset(kind.two + kind.three), frozenset(chr(c) for c, b in _bytes(kind.codec).items() if b < "\xc0"))
        for kind in _KINDS
    )


class _Bytes(dict[int, str]):
    """For str.translate: a character -> the one with the number of the byte that was read as it."""

    def __init__(self, codec: str) -> None:
        for byte in range(0x80, 0x100):
            self[byte] = chr(byte) if byte < 0xA0 else "?"  # browsers read undefined bytes as C1 controls
        for byte in range(0x80, 0x100):
            read = bytes([byte]).decode(codec, "replace")
            if read != "\ufffd":
                self[ord(read)] = chr(byte)

    def characters(self, first: int, last: int) -> str:
        """The characters that the bytes from `first` to `last` were read as, for a regular expression's
        class."""
        return re.escape("".join(chr(ch) for ch, byte in self.items() if first <= ord(byte) <= last))


@cache
def _bytes(codec: str) -> _Bytes:
    return _Bytes(codec)


class _Patterns(NamedTuple):
    one: re.Pattern[str]
    """A sequence: one character of the text as it was."""
    run: re.Pattern[str]
    """Sequences in a row."""
    loose: re.Pattern[str]
    """The same with ASCII between them, and with leads in it whose second character was lost."""
    every: re.Pattern[str]
    """The same with every lead that UTF-8 has."""


@cache
def _patterns(kind: _Kind) -> _Patterns:
    """Nothing to go back over: an alternative is settled by its first two characters, a run has at most three
    lone leads before its first sequence."""
    table = _bytes(kind.codec)
    tail = f"[{table.characters(0x80, 0xBF)}]"

    def sequence(two: str, three: str) -> str:
        four = table.characters(0xF0, 0xF0)
        return f"(?:[{two}]{tail}|[{three}]{tail}{{2}}|{four}{tail}{{3}})"

    one = sequence(kind.two, kind.three)
    every = sequence(table.characters(0xC2, 0xDF), table.characters(0xE0, 0xEF))
    lone = rf"[{kind.dense}](?!{tail})[?\ufffd]?"

    def loosely(part: str) -> re.Pattern[str]:
        return re.compile(f"(?:{lone}){{0,3}}+{part}(?:{part}|{lone}|[\x00-\x7f]+)*+")

    return _Patterns(re.compile(one), re.compile(f"{one}++"), loosely(one), loosely(every))


_HIGH_RUN = re.compile("[^\x00-\x7f]+")


def _high_runs(text: str) -> str:
    """The runs of characters beyond ASCII, parted by spaces. All sequences stand in them, most of a page does not."""
    return " ".join(_HIGH_RUN.findall(text))


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _repair(text: str) -> tuple[str, str] | None:
    beyond = _beyond_ascii(text)
    high = _high_runs(text)
    best: tuple[int, _Kind] | None = None
    for kind in _KINDS:
        covered = sum(map(len, _patterns(kind).run.findall(high)))
        if covered >= 2 * _FEWEST and (best is None or covered > best[0]):
            best = covered, kind
    if best is None:
        return None
    covered, kind = best
    tally = _Tally(kind.codec)
    if covered >= _DOCUMENT * beyond:
        patterns = _patterns(kind)
        pattern = patterns.every if covered >= _THOROUGH * beyond else patterns.loose
        fixed = pattern.sub(tally.read, text)
    else:
        fixed = "".join(_line(line, kind, tally.read) for line in text.splitlines(keepends=True))
    if not tally.characters or tally.lost > _LOST * tally.characters:
        return None
    lost = f", {tally.lost} could not be read and are U+FFFD" if tally.lost else ""
    return fixed, (
        f"UTF-8 had been misread as {kind.codec}: {tally.characters} characters put right{lost} "
        f"(as text.encode('{kind.codec}').decode('utf-8') does)"
    )


def _line(line: str, kind: _Kind, read: _Replace) -> str:
    """A line of a text that is not misread throughout: repaired if the line is, else its long runs."""
    if line.isascii():
        return line
    one, run, loose, _ = _patterns(kind)
    sequences = one.findall(_high_runs(line))
    if len(sequences) < _FEWEST or len(set(sequences)) < _FEWEST:
        return line
    if sum(map(len, sequences)) >= _LINE * _beyond_ascii(line):
        return loose.sub(read, line)

    def long_one(match: re.Match[str]) -> str:
        parts = one.findall(match[0])
        return read(match) if len(parts) >= _RUN and len(set(parts)) >= _FEWEST else match[0]

    return run.sub(long_one, line)


class _Tally:
    """Reads runs again, and counts what came of it."""

    def __init__(self, codec: str) -> None:
        self._table = _bytes(codec)
        self.characters = self.lost = 0

    def read(self, match: re.Match[str]) -> str:
        data = match[0].translate(self._table).encode("latin-1", "replace")
        text = data.decode("utf-8", "replace")
        if "\ufffd" in text:
            text = text.replace("\ufffd?", "\ufffd")
        self.characters += _beyond_ascii(text)
        self.lost += text.count("\ufffd")
        return text


_HIGH = re.compile("[\x80-\xffŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]+")
_ARTICLE = "Çá"
"""The Arabic article in windows-1256, read as windows-1252."""
_ARTICLES = 60
"""There is one article in so many letters at the least; in Arabic news it is one in fifteen."""


def _turned(text: str) -> tuple[str, str] | None:
    """windows-1256 read as windows-1252 ("ÇáÃÎÈÇÑ" for "الأخبار"): no UTF-8 in it, but as plain to see, since
    no language that has both letters has a word with the two beside each other."""
    articles = text.count(_ARTICLE)
    if articles < _FEWEST:
        return None
    letters = sum(map(len, _HIGH.findall(text)))
    if articles * _ARTICLES < letters or letters < _DOCUMENT * _beyond_ascii(text):
        return None
    table = _bytes("windows-1252")
    fixed = _HIGH.sub(lambda m: m[0].translate(table).encode("latin-1", "replace").decode("windows-1256"), text)
    return fixed, (
        f"windows-1256 had been misread as windows-1252: {letters} characters put right "
        "(as text.encode('windows-1252').decode('windows-1256') does)"
    )


def _beyond_repair(text: str) -> tuple[str, ...]:
    """A warning for text that is plainly misread, but whose second characters are gone."""
    head = text[:_DENSITY_SAMPLE]
    for kind in _KINDS[:2]:
        leads = sum(map(head.count, kind.dense))
        if leads > _DENSITY * len(head) and leads > 20:
            both = " and ".join(kind.dense)
            return (f"looks like UTF-8 misread as {kind.codec} ({both} everywhere): cannot be put right",)
    return ()
