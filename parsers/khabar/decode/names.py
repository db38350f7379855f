"""Names of encodings: what people and pages call them, what Python calls them, what khabar prints."""

from __future__ import annotations

import codecs

from khabar.errors import UnknownEncoding

_EXTRA = {
    "x-mac-arabic": "mac-arabic",
    "x-mac-farsi": "mac-farsi",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "x-cp1256": "cp1256",
    "x-cp1252": "cp1252",
    "x-cp1251": "cp1251",
    "win-1256": "cp1256",
    "dos-720": "cp720",
    "dos-864": "cp864",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "windows-936": "gbk",
    "windows-31j": "cp932",
    "x-sjis": "shift_jis",
    "x-gbk": "gbk",
    "x-euc-jp": "euc-jp",
    "x-x-big5": "big5",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "iso-8859-6-e": "iso-8859-6",
    "unicode-1-1-utf-8": "utf-8",
}
"""Labels in use that Python does not know (most are the WHATWG Encoding Standard's, section 4.2)."""

_AS_BROWSERS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
"""A declared encoding is read as the superset that browsers read it as (WHATWG Encoding Standard)."""

_NOT_CHARACTERS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})
_PRINTED = {"utf-8-sig": "utf-8", "euc_jp": "euc-jp", "euc_kr": "euc-kr", "iso2022_jp": "iso-2022-jp"}


def lookup(name: str) -> str:
    """Python's name for an encoding called `name` (case, spaces, hyphens and underscores do not matter).

    Raises UnknownEncoding where there is none, or where it is a transformation and not an encoding of text.
    """
    label = name.strip().lower()
    try:
        info = codecs.lookup(_EXTRA.get(label.replace("_", "-"), label))
    except (LookupError, ValueError):
        raise UnknownEncoding(f"no encoding is called {name[:60]!a}") from None
    if info.name in _NOT_CHARACTERS or not getattr(info, "_is_text_encoding", True):
        raise UnknownEncoding(f"{name[:60]!a} is no encoding of text")
    return info.name


def as_browsers(codec: str) -> str:
    """The superset that a declaration of `codec` in a page is read as."""
    return _AS_BROWSERS.get(codec, codec)


def canonical(codec: str) -> str:
    """The name to print: lower case, as pages write it, and known to `bytes.decode`."""
    if codec in _PRINTED:
        return _PRINTED[codec]
    if codec.startswith("cp125") and len(codec) == 6:
        return "windows-" + codec[2:]
    if codec.startswith("iso8859"):
        return "iso-8859" + codec[7:]
    return codec


def read(data: bytes, codec: str) -> tuple[str, tuple[str, ...]]:
    """`data` read with `codec`; what it cannot read is U+FFFD, and the warning says how much and where
    first."""
    try:
        return data.decode(codec), ()
    except UnicodeDecodeError as error:
        start = error.start
    except UnicodeError:  # utf-16 and utf-32 may raise the plain class
        start = 0
    text = data.decode(codec, "replace")
    places = text.count("\ufffd")
    name = canonical(codec)
    return text, (f"{count(places, 'place')} not valid {name}, first at byte {start}: replaced with U+FFFD",)


def count(n: int, noun: str) -> str:
    """ "1 byte", "2 bytes"."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
