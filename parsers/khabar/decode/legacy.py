"""Legacy encodings, found by what the bytes would be as text (likelihood.py)."""

from __future__ import annotations

import re

from khabar.decode import names
from khabar.decode.likelihood import judge
from khabar.decode.unicode import Mended, Result

_NARROWER = {
    "gb18030": ("gbk",),
    "big5hkscs": ("big5", "cp950"),
    "cp932": ("shift_jis",),
    "cp949": ("euc_kr",),
}
"""Names better known than the superset that was tried, printed where they read the bytes the same."""

_CHUNKS, _CHUNK, _BACK = 8, 1024, 80
_HIGH = re.compile(rb"[\x80-\xff]")
_PLAUSIBLE = -9.5
"""Mean log share of the characters beyond ASCII under which no candidate is text: a language read rightly has
-3 (Arabic, Russian) to -7 (Chinese); a few pound signs -8.5; letters of a wrong script -11.5."""
_CLEAR = 4.0
"""Log odds over the next candidate that read something else, under which the choice is told to be a guess."""


def sample(data: bytes, start: int) -> bytes:
    """Up to 8 kB of stretches with bytes beyond ASCII, spread over the data; `start` is the first."""
    parts: list[bytes] = []
    position = 0
    for i in range(_CHUNKS):
        begin = max(position, i * len(data) // _CHUNKS)
        found = _HIGH.search(data, max(begin, start))
        if not found:
            break
        at = found.start()
        begin = max(begin, at - _BACK)  # only ASCII is between: no character is cut
        end = at + _CHUNK
        cut = data.find(b"\n", end, end + _BACK)
        if cut < 0:
            cut = data.find(b" ", end, end + _BACK)
        position = cut if cut > 0 else end
        parts.append(data[begin:position])
    return b"\n".join(parts)


def read(data: bytes, piece: bytes, as_utf8: Mended) -> Result:
    """`data`, which is not UTF-8, as the text that makes the most probable text of its sample `piece`.

    `as_utf8` is the other reading, taken where no candidate makes text of the few bytes that are not UTF-8.
    """
    verdicts = judge(piece)
    best = verdicts[0] if verdicts else None
    if best is None or best.mean < _PLAUSIBLE:
        if as_utf8.bad * 20 < len(data):
            return as_utf8.result
        if best is None:
            return as_utf8.result
    words = best.text.split()
    other = next((v for v in verdicts if v.text.split() != words), None)
    codec = _narrower(data, best.codec)
    name = names.canonical(codec)
    text, warnings = names.read(data, codec)
    if best.mean < _PLAUSIBLE:
        warnings = (f"encoding not recognized, read as {name}", *warnings)
    elif other and best.score - other.score < _CLEAR:
        warnings = (f"encoding guessed: {name}, nearly as likely {names.canonical(other.codec)}", *warnings)
    return text, name, warnings


def _narrower(data: bytes, codec: str) -> str:
    for name in _NARROWER.get(codec, ()):
        try:
            if data.decode(name) == data.decode(codec):
                return name
        except UnicodeDecodeError:
            continue
    return codec


_ESCAPES = (
    (b"\x1b$B", ("iso2022_jp", "iso2022_jp_ext")),
    (b"\x1b$@", ("iso2022_jp", "iso2022_jp_ext")),
    (b"\x1b$)C", ("iso2022_kr",)),
)
_DAMAGE = 50
"""One unreadable place in so many bytes is damage; more, and it is another encoding."""


def escaped(data: bytes) -> Result | None:
    """ISO-2022-JP and ISO-2022-KR, whose bytes are all ASCII, by their escape sequences."""
    for escape, codecs in _ESCAPES:
        if escape not in data:
            continue
        for codec in codecs:
            try:
                return data.decode(codec), names.canonical(codec), ()
            except UnicodeDecodeError:
                continue
        text, warnings = names.read(data, codecs[0])
        if text.count("\ufffd") * _DAMAGE <= len(data):
            return text, names.canonical(codecs[0]), warnings
    return None
