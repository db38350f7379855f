"""Encodings that a page or an XML document declares for itself."""

from __future__ import annotations

import re

from khabar.decode import names
from khabar.errors import UnknownEncoding

_HEAD = 1 << 16
"""Bytes in which declarations are looked for: browsers stop at 1,024, but pages with long heads are read by many."""
_LABEL = rb"[\s\"']{0,9}([\w.:-]{1,40})"
_XML = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=" + _LABEL, re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=" + _LABEL, re.IGNORECASE)
_MOST = 8


def codecs_of(data: bytes) -> tuple[str, ...]:
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
