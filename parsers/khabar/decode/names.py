"""Names of encodings: what people and pages call them, what Python calls them, what khabar prints."""

from __future__ import annotations

import codecs
import re

from khabar.errors import UnknownEncoding
from khabar.hints import counted

_EXTRA = {
    "x-mac-arabic": "mac-arabic",
    "x-mac-farsi": "mac-farsi",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "dos-720": "cp720",
    "dos-864": "cp864",
    "cp936": "gbk",
    "windows-31j": "cp932",
    "sjis-win": "cp932",
    "x-sjis": "shift_jis",
    "x-gbk": "gbk",
    "x-euc-jp": "euc-jp",
    "x-x-big5": "big5",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "iso-8859-6-e": "iso-8859-6",
    "unicode-1-1-utf-8": "utf-8",
    "gb-2312-80": "gb2312",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8r": "koi8-r",
    "koi8-ru": "koi8-u",
    "cseuckr": "euc-kr",
    "logical": "iso-8859-8",
    "visual": "iso-8859-8",
    "dos-862": "cp862",
}
"""Labels in use that Python does not know (most are the WHATWG Encoding Standard's, section 4.2)."""

_CODE_PAGE = re.compile(r"(?:x-)?(?:windows|win|cp|ms|ansi)[-_ ]?(\d{3,4})", re.ASCII)
"""Code pages as people spell them: "win1256", "cp-1251", "windows1254"."""

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
TRANSFORMS = _NOT_CHARACTERS | {
    *("base64_codec", "bz2_codec", "hex_codec", "mbcs", "quopri_codec", "rot_13", "uu_codec", "zlib_codec")
}
"""What Python lists among its encodings and is none of text, or only of Windows' own."""
_PRINTED = {
    "utf-8-sig": "utf-8",
    "euc_jp": "euc-jp",
    "euc_kr": "euc-kr",
    "iso2022_jp": "iso-2022-jp",
    "iso2022_kr": "iso-2022-kr",
}


def lookup(name: str) -> str:
    """Python's name for an encoding called `name` (case, spaces, hyphens and underscores do not matter).

    Raises UnknownEncoding where there is none, or where it is a transformation and not an encoding of text.
    """
    label = name.strip().lower()
    if page := _CODE_PAGE.fullmatch(label):
        label = f"cp{page[1]}"
    try:
        info = codecs.lookup(_EXTRA.get(label.replace("_", "-"), label))
    except (LookupError, ValueError):
        raise UnknownEncoding(f"no encoding is called {name[:60]!a}") from None
    if info.name.replace("-", "_") in _NOT_CHARACTERS or not getattr(info, "_is_text_encoding", True):
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


def known_encodings() -> frozenset[str]:
    """The names of all encodings of text, as printed."""
    from encodings.aliases import aliases

    return frozenset(canonical(codec.replace("_", "-")) for codec in {*aliases.values()} - TRANSFORMS)


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
    return text, (f"{counted(places, 'place')} not valid {name}, first at byte {start}: replaced with U+FFFD",)
