"""Pages that are not UTF-8: read as they declare, unless their letters deny it."""

from __future__ import annotations

import re

from khabar.decode import legacy, names
from khabar.decode.likelihood import Verdict, is_plain, judge
from khabar.decode.unicode import Mended, Result
from khabar.errors import UnknownEncoding

_HEAD = 1 << 16
"""Bytes in which declarations are looked for: browsers stop at 1,024, but pages with long heads are read by many."""
_LABEL = rb"[\s\"']{0,9}([\w.:-]{1,40})"
_XML = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=" + _LABEL, re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=" + _LABEL, re.IGNORECASE)
_MOST = 8
"""Declarations of one page that are looked at."""
_MARKUP = re.compile(
    rb"<(?:(?P<raw>script|style)\b.*?(?:</(?P=raw)|\Z)[^>]*+>?|!--.*?(?:-->|\Z)|[a-z/!?][^>]*+>?)",
    re.DOTALL | re.IGNORECASE,
)
_LOOKED_AT = 1 << 20
_PARDON, _PARDON_EACH = 10.0, 0.5
"""Log odds that a declaration is forgiven, over all and for each byte beyond ASCII. In a wrong encoding each costs
two or more; what two encodings have in common or a model does not know costs less."""


def letters(data: bytes) -> bytes:
    """The texts of a page that have anything beyond ASCII, a line for each: no tags, scripts and English menus, of
    which pages in any language are full.

    `<` and `>` are never part of a longer character in any of the encodings in question (but ISO-2022, which is
    told by its escapes).
    """
    lines = _MARKUP.sub(b"\n", data[:_LOOKED_AT]).split(b"\n")
    return b"\n".join(line for line in lines if not line.isascii())


def read(data: bytes, start: int, as_utf8: Mended) -> Result:
    """A page, of which the byte at `start` is not UTF-8, as text. As legacy.read, with what it says of itself."""
    text = letters(data)
    piece = legacy.sample(text, 0) or legacy.sample(data, start)
    codecs = declared_codecs(data)
    if not codecs:
        return legacy.read(data, piece, as_utf8)
    if is_plain(piece, codecs[0]):
        return _as(data, codecs[0])
    verdicts = judge(piece, codecs)
    mine = next((v for v in verdicts if v.codec in codecs), None)
    if mine and mine.score + _pardon(piece) >= verdicts[0].score:
        return _as(data, _preferred(codecs, verdicts, mine, piece))
    text_, encoding, warnings = legacy.read(data, piece, as_utf8)
    said = names.canonical(codecs[0])
    if encoding == said:
        return text_, encoding, warnings
    return text_, encoding, (f"declared to be {said}, which its letters deny: read as {encoding}", *warnings)


def _preferred(codecs: tuple[str, ...], verdicts: list[Verdict], best: Verdict, piece: bytes) -> str:
    """Of two declarations that contradict each other the first, unless the letters are for the other."""
    first = next((v for v in verdicts if v.codec == codecs[0]), None)
    return codecs[0] if first and first.score + _pardon(piece) >= best.score else best.codec


def _pardon(piece: bytes) -> float:
    return _PARDON + _PARDON_EACH * sum(byte >= 0x80 for byte in piece)


def _as(data: bytes, codec: str) -> Result:
    text, warnings = names.read(data, codec)
    return text, names.canonical(codec), warnings


def declared_codecs(data: bytes) -> tuple[str, ...]:
    """The codecs that an XML declaration and then the <meta> elements name, as browsers read them, each once.

    Unknown names are passed over. So are UTF-16 and UTF-32, which cannot be true where the declaration itself is
    readable, and UTF-8: this is asked of bytes that are none.
    """
    head = data[:_HEAD]
    xml = _XML.match(head)
    labels = [xml[1]] if xml else []
    for meta in _META.finditer(head):
        labels.append(meta[1])
        if len(labels) == _MOST:
            break
    found: dict[str, None] = {}
    for label in labels:
        try:
            codec = names.as_browsers(names.lookup(label.decode("ascii", "replace")))
        except UnknownEncoding:
            continue
        if not codec.startswith(("utf-8", "utf-16", "utf-32", "utf-7")):
            found[codec] = None
    return tuple(found)
