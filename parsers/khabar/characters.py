"""Characters: what is equal for matching, and what ends a sentence.

Matching never changes the output: `fold` makes look-up keys, the words themselves stay as written (a zero-width
non-joiner is a letter-level mark in Persian; presentation forms and kashida are somebody's spelling).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from khabar.lazy import Lazy
from khabar.scripts import scripts

_CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
INVISIBLE = re.compile(f"[{_CONTROLS}]")
"""Zero-width and bidi controls, soft hyphen, byte order mark."""
_SPACES = re.compile(r"[ \t\n\r\v\f\x1c-\x1f]+")
_NO_LETTERS = Lazy(r"[\W_]+")
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f]+")


_COMPATIBLE = ((0xFB50, 0xFDC7), (0xFDF0, 0xFDFC), (0xFE70, 0xFEFC), (0xFF01, 0xFF5E))
"""Arabic presentation forms (text taken from a PDF) and full-width letters: they fold as their ordinary letters."""


class _Table(dict[int, int | str | None]):
    """For str.translate. What it does not hold is added when it is met: most characters never are."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = code
        if any(first <= code <= last for first, last in _COMPATIBLE):
            plain = unicodedata.normalize("NFKC", chr(code)).casefold()
            self[code] = plain if plain == chr(code) else plain.translate(self)
        return self[code]


def _table() -> _Table:
    table = _Table()
    for lo, hi in ((0x064B, 0x065F), (0x0610, 0x061A), (0x06D6, 0x06DC), (0x0591, 0x05BD), (0x200B, 0x200F),
                   (0x202A, 0x202E), (0x2060, 0x2069)):  # fmt: skip
        table.update(dict.fromkeys(range(lo, hi + 1)))
    table.update(dict.fromkeys((0x00AD, 0x061C, 0x0640, 0x0670, 0xFEFF, 0x0307)))
    same = {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
        "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ئ": "ي",
        "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۂ": "ه", "ۃ": "ه",
        "ک": "ك", "ڪ": "ك", "ؤ": "و",
        "’": "'", "‘": "'", "׳": "'", "״": '"', "ʼ": "'", "ʻ": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‑": "-", "ـ": None,
        "：": ":", "，": ",", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ", "\t": " ",
        # dotless i: capitals of a Turkish label fold to the same key as its small letters
        "ı": "i",
    }  # fmt: skip
    for k, v in same.items():
        table[ord(k)] = v
    # letters that Unicode composes nowhere (the nukta letters of India): as their parts, which is how NFC has them
    for lo, hi in ((0x0958, 0x095F), (0x09DC, 0x09DD), (0x09DF, 0x09DF), (0x0A33, 0x0A36), (0x0A59, 0x0A5E)):
        for code in range(lo, hi + 1):
            parts = unicodedata.normalize("NFC", chr(code))
            if parts != chr(code):
                table[code] = parts
    return table


_FOLD = _table()
# What `translate` changes but the five letters that nearly every line has; those are cheaper by `replace`.
_USUAL = "أإآىة"
_UNUSUAL = frozenset(chr(c) for c in (*_FOLD, *(c for a, b in _COMPATIBLE for c in range(a, b + 1)))) - {*_USUAL}
_CACHED = 200
"""Characters of the longest text whose folding is remembered: the same line is folded by several stages."""


def fold(text: str) -> str:
    """The text as it is compared: case, vowel signs, tatweel, controls and look-alike letters made equal,
    white space single. `fold(fold(x)) == fold(x)`; the empty string stays empty."""
    return _fold_short(text) if len(text) <= _CACHED else _fold(text)


def _fold(text: str) -> str:
    return " ".join(fold_lines(text).split())


def fold_lines(text: str) -> str:
    """The text as `fold` makes it, but for its white space: many lines can be folded at once, and stay as many."""
    if text.isascii():
        return text.casefold()
    text = _composed(_composed(text).casefold())  # the small form of "ΐ" is three characters
    if _UNUSUAL.isdisjoint(text):
        return text.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا").replace("ى", "ي").replace("ة", "ه")
    # letters that an invisible character kept apart from their marks come together now
    return _composed(text.translate(_FOLD))


def _composed(text: str) -> str:
    """Letters and their marks as one character where Unicode has one: files from macOS have them apart."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


_fold_short = lru_cache(maxsize=4096)(_fold)


def fold_cut(text: str, length: int) -> int:
    """Index into `text` after the characters that make the first `length` characters of `fold(text)`, and not
    inside a letter. Trailing white space and controls that fold to nothing are left to the right side.
    """
    lo = length
    if len(fold(text[:length])) != length:  # in most labels nothing folds to nothing
        lo, hi = 0, len(text)
        while lo < hi:  # fold is monotone in length, so the shortest sufficient beginning can be bisected
            mid = (lo + hi) // 2
            if len(fold(text[:mid])) >= length:
                hi = mid
            else:
                lo = mid + 1
    while in_letter(text, lo):
        lo += 1
    return lo


def in_letter(text: str, at: int) -> bool:
    """Whether an index stands inside what a reader sees as one letter (a grapheme cluster): before a mark, between a
    virama and the consonant that it joins, among the parts of a Korean syllable or of an emoji."""
    if not 0 < at < len(text) or text[at] < "\u0300":
        return False
    after, before = text[at], text[max(0, at - 3) : at].rstrip(_JOINERS)[-1:]
    if "\u1160" <= after <= "\u11ff" or unicodedata.category(after)[0] == "M":
        return not text[at - 1].isspace()
    if before and unicodedata.combining(before) == _VIRAMA:
        return after.isalpha() or after in _JOINERS
    return "\u200d" in text[at - 1 : at + 1] and before >= "\U0001f000"  # a family


_JOINERS = "\u200c\u200d"
_VIRAMA = 9
"""The combining class of viramas."""


_FULL_STOPS = frozenset().union(*(script.ends for script in scripts()))
CLOSERS = "\"'”’“‘»›)]}）」』】\u200c\u200d\u200e\u200f\u202c\u2069 \u00a0"


def last_mark(text: str) -> str:
    """The last character that counts: behind closing quotation marks, brackets, controls and spaces."""
    end = text.rstrip(CLOSERS)
    return end[-1:] if end else ""


def ends_sentence(text: str) -> bool:
    """True where the text ends with a full stop, question or exclamation mark of any script."""
    return last_mark(text) in _FULL_STOPS and bool(text)


_FIRST_SPACELESS = "\u0e00"


@cache
def _spaceless() -> re.Pattern[str]:
    """Letters of the scripts that are written without spaces. Compiled on need: a class of so many characters
    takes a tenth of the command's time to start."""
    return re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


def words(text: str) -> int:
    """How many words: by spaces, and in scripts written without spaces about one word for two characters
    (Chinese, Japanese) or five (Thai, Burmese, Khmer)."""
    n = text.count(" ") + 1
    size = len(text)
    if not text.isascii() and max(text[0], text[size // 3], text[size // 2], text[-1]) >= _FIRST_SPACELESS:
        dense = len(_spaceless().findall(text))
        if dense > 4:
            n += dense // (5 if "\u0e00" <= text[0] <= "\u17ff" else 2)
    return n


def one_line(text: str) -> str:
    """The text on one line: white space single, none at the ends. Other spaces (no-break, thin) stay as they are
    inside; control characters are dropped."""
    if not text.isprintable():  # as a text with a no-break space in it is, too
        text = _UNSHOWN.sub("", _SPACES.sub(" ", text))
    elif "  " in text:
        text = _SPACES.sub(" ", text)
    return text.strip()


@lru_cache(maxsize=512)
def key(text: str) -> str:
    """Letters and digits alone, folded: equal for two spellings of one title or name."""
    return _NO_LETTERS().sub("", fold(text))
