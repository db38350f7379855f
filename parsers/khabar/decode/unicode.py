"""Unicode that is not plain UTF-8: byte order marks, UTF-16 and UTF-32 without one, UTF-8 with broken
bytes."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from khabar.decode.names import read
from khabar.hints import counted

Result = tuple[str, str, tuple[str, ...]]
"""Text, encoding, warnings."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 14


def wide(data: bytes) -> Result | None:
    """UTF-16 or UTF-32 by its byte order mark or, where NULs stand as they only do there, without one."""
    for bom, name in _BOMS:
        if data.startswith(bom) and (result := _strictly(data, name)):
            return result
    for bom, name in _BOMS[2:]:
        # broken UTF-16: the mark alone is no proof (two Latin letters), NULs beside it are
        if data.startswith(bom) and (b"\0" in data[:_SAMPLE] or len(data) < 8):
            return _leniently(data, name)
    if b"\0" in data[:_SAMPLE]:
        head = data[:_SAMPLE]
        for name in ("utf-32-le", "utf-32-be"):
            if head.count(0) * 2 >= len(head) >= 4 and _is_utf32(head, name):
                return _strictly(data, name)
        for name, high in (("utf-16-le", 1), ("utf-16-be", 0)):
            if _is_utf16(head, name, high):
                return _leniently(data, name)
    return None


def _is_utf32(head: bytes, name: str) -> bool:
    try:
        text = head[: len(head) & ~3].decode(name)
    except UnicodeDecodeError:
        return False
    return sum(map(_ordinary, text)) * 20 >= len(text) * 19


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _strictly(data: bytes, name: str) -> Result | None:
    try:
        return data.decode(name), name, ()
    except UnicodeDecodeError:
        return None


def _leniently(data: bytes, name: str) -> Result:
    text, warnings = read(data, name)
    return text, name, warnings


def _is_utf16(head: bytes, name: str, high: int) -> bool:
    """Whether the sample is UTF-16 of this byte order, without a byte order mark.

    The high bytes of a text are few (its script's blocks and 0 for spaces and digits), or, in Chinese,
    Japanese and Korean, all in the ideographs and syllables; and what they give are letters and ordinary
    marks. ASCII with a NUL here and there, read as UTF-16, has as many high bytes as its alphabet has
    letters.
    """
    head = head[: len(head) & ~1]
    highs = Counter(head[high::2])
    pairs = len(head) // 2
    lows_zero = head[1 - high :: 2].count(0)
    if pairs < 2 or highs[0] * 50 < pairs or lows_zero > highs[0]:
        return False
    text = head.decode(name, "replace")
    good = sum(n for ch, n in Counter(text).items() if _ordinary(ch))
    if good * 20 < len(text) * 19:
        return False
    few = sum(n for _, n in highs.most_common(4))
    if few * 20 >= pairs * 17:
        return True
    return not _decodes(head[:-4], "utf-8") and sum(n for b, n in highs.items() if 0x30 <= b <= 0xD7) * 2 > pairs


def _ordinary(ch: str) -> bool:
    return ch in "\t\n\r\f\u200b\u200c\u200d\u200e\u200f\ufeff" or unicodedata.category(ch)[0] in "LMNPSZ"


_SURROGATE_PAIR = re.compile(rb"\xed([\xa0-\xaf])([\x80-\xbf])\xed([\xb0-\xbf])([\x80-\xbf])")

_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


def _joined(match: re.Match[bytes]) -> bytes:
    a, b, c, d = (part[0] for part in match.groups())
    point = 0x10000 + (((a & 0x0F) << 6 | b & 0x3F) << 10) + ((c & 0x0F) << 6 | d & 0x3F)
    return chr(point).encode()


class Mended(NamedTuple):
    """Bytes read as UTF-8 although some are not."""

    result: Result
    mostly_good: bool
    """True where at least as many characters beyond ASCII are well formed as bytes are not."""
    bad: int


def broken_utf8(data: bytes, error: UnicodeDecodeError) -> Mended:
    """The bytes as UTF-8, with U+FFFD for each that does not belong, and how far that is to be believed.

    Surrogate pairs written as two three-byte sequences (CESU-8, some databases' UTF-8) are joined; lone
    surrogates are replaced. `error` is what a strict decoder said first.
    """
    pairs = 0
    source = data
    if b"\xed" in data:
        source, pairs = _SURROGATE_PAIR.subn(_joined, data)
    alone = len(_SURROGATE.findall(source)) if b"\xed" in source else 0
    text = source.decode("utf-8", "replace")
    replaced = text.count("\ufffd") - source.count(b"\xef\xbf\xbd")
    # what is left when the well-formed part is taken away: exact also where one U+FFFD stands for two bytes
    bad = len(source) - (len(text.encode()) - 3 * replaced)
    good = len(text) - len(text.encode("ascii", "ignore")) - replaced
    warnings: list[str] = []
    if pairs:
        warnings.append(f"{counted(pairs, 'character')} written as surrogates (CESU-8) joined")
    cut = bad > 0 and error.reason == "unexpected end of data" and error.end == len(data)
    if cut:
        warnings.append(f"the last character is cut off at byte {error.start}: replaced with U+FFFD")
    elif bad:
        first = _first(source, data)
        warnings.append(f"{counted(bad, 'byte')} not valid UTF-8, first at byte {first}: replaced with U+FFFD")
    # lone surrogates are bad but of UTF-8 only; a sequence cut off at the end is, unless it is "café"
    inside = data[error.start - 1 : error.start].isalpha()
    good += 3 * alone + (2 if cut and (bad > 1 or not inside) and error.start else 0)
    return Mended((text, "utf-8", tuple(warnings)), good > 0 and good >= bad - 3 * alone, bad)


def _first(source: bytes, data: bytes) -> int:
    """Offset in `data` of the first byte that could not be read in `source` (its joined pairs are 2
    shorter)."""
    try:
        source.decode()
    except UnicodeDecodeError as error:
        before = len(_SURROGATE_PAIR.sub(_joined, data[: error.start]))
        return error.start + (error.start - before if source is not data else 0)
    return 0
