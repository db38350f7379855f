"""Encodings that a page or an XML document declares for itself."""

from __future__ import annotations

from khabar.decode import names
from khabar.decode.unicode import Result
from khabar.errors import UnknownEncoding

_HEAD = 4096
_BELIEVED = 50
"""One undecodable place in so many bytes is damage; more, and the declaration is not true."""


def read(data: bytes) -> Result | None:
    """The bytes read as declared in an XML declaration or a <meta>, or None where nothing usable is declared.

    A declaration that more than one byte in fifty contradicts is not believed. UTF-16 and UTF-32 cannot be
    true where the declaration itself was readable, nor UTF-8 where the bytes are mostly not that.
    """
    from bs4.dammit import EncodingDetector  # finds every written form of the two; slow to import

    label = EncodingDetector.find_declared_encoding(data[:_HEAD], is_html=True, search_entire_document=True)
    if not label:
        return None
    try:
        codec = names.as_browsers(names.lookup(label))
    except UnknownEncoding:
        return None
    if codec.startswith(("utf-8", "utf-16", "utf-32", "utf-7")):
        return None
    text, warnings = names.read(data, codec)
    if warnings and text.count("\ufffd") * _BELIEVED > len(data):
        return None
    return text, names.canonical(codec), warnings
