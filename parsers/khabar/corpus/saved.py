"""Pages in folders under names that are no page's: `story.php`, `index.html?id=3`, `page.html.1`, no extension."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from khabar.corpus.kinds import PACKED
from khabar.corpus.sniff import compression_of

_HEAD = 4096
"""Bytes of a file that are looked at."""
_BEHIND = r"(.+?\.[a-z0-9]{1,12})[@#;&]"
"""A name that a downloader made of an address with a query, where `?` may not be in names."""
_EXTENSION = r".*[^.](\.[a-z0-9_+~-]{1,12})"
_PAGE = r"(?i)<!doctype\s+html|<(?:html|head|body)[\s>]"
"""Tells a page from a feed, a picture or data in XML, and from a text or a fragment with tags in it."""
_SOURCE = ("<?php", "<?=", "<%")
"""A page that is still to be made by a program."""


def extension(name: str) -> str:
    """The extension in lower case, without `.gz`, `.zst` and what a downloader adds: `.php` of `a.php?id=3`,
    `.html` of `a.html.1`; empty where there is none."""
    name = name.lower().partition("?")[0]
    if name.endswith("~"):  # a copy that an editor keeps
        return "~"
    behind = re.match(_BEHIND, name)
    if behind:
        name = behind[1]
    for end in PACKED:
        name = name.removesuffix(end) or name
    found = re.fullmatch(_EXTENSION, name)
    while found and found[1][1:].isdigit():
        name = name[: -len(found[1])]
        found = re.fullmatch(_EXTENSION, name)
    return found[1] if found else ""


@cache
def others() -> frozenset[str]:
    """The extensions of what is no page (suffixes.txt)."""
    lines = Path(__file__).with_name("suffixes.txt").read_text("ascii").splitlines()
    return frozenset(end for line in lines if not line.startswith("#") for end in line.split())


def looks_like_page(path: str) -> bool:
    """Does the file begin as an HTML page? Raises OSError, InputError and MissingExtra where it cannot
    be read."""
    with open(path, "rb") as file:
        head = file.read(_HEAD)
    if compression_of(head):
        head = _unpacked(path)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "ignore")
    elif b"\0" in head:
        return False
    else:
        text = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")  # tags are ASCII in every other encoding
    if "<" not in text or any(mark in text for mark in _SOURCE):
        return False
    from khabar.html.sniff import is_html

    return is_html(text) and re.search(_PAGE, text) is not None


def _unpacked(path: str) -> bytes:
    from khabar.corpus.streams import opened, told

    with opened(path) as file, told():
        return file.read(_HEAD)
