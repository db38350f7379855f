"""Strings out of markup and JSON, made fit for output: no entities, no tags, no control characters."""

from __future__ import annotations

import re

from khabar.lazy import Lazy

_ENTITY = Lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = Lazy(r"</?[A-Za-z][^<>]*>")
_SURROGATE = Lazy("[\ud800-\udfff]")
_CONTROL = Lazy("[\x00-\x1f\x7f-\x9f]")
_LONGEST = 5000
"""Characters that are looked at: nothing that a page says of itself is longer and means it."""
_LONGEST_URL = 4000
_ABSOLUTE = Lazy(r"https?://[^\s/?#\\<>\[\]\"]+(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_NO_URL = frozenset('<>"{}\\')
"""What a tag or a template that nobody filled in has, and no address."""
_SCHEME = Lazy(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = ("http:", "https:")


def clean(text: str) -> str:
    """One line as a reader would see it: entities resolved (twice over: CMSs escape what is escaped), tags and
    control characters taken out, white space single. May be empty."""
    text = text[:_LONGEST]
    for _ in range(2):
        if "&" not in text or not _ENTITY().search(text):
            break
        from html import unescape  # not at the top: it costs a millisecond to start, and few pages need it

        text = unescape(text)
    if "<" in text:
        text = _TAG().sub(" ", text)
    if not text.isprintable():
        text = _CONTROL().sub(" ", text)
    return " ".join(text.split())


def is_url(text: str) -> bool:
    """Whether a text is an address and no name: meta elements for authors hold both."""
    return "://" in text or text.startswith(("//", "www.", "/")) or (" " not in text and "@" in text[1:])


def loaded_from(value: str) -> str | None:
    """An address that a browser may load a file from, relative or not, as it reads it: entities resolved, without
    line breaks and controls; None where its scheme is another than http(s)."""
    url = value.strip()
    if "&" in url and _ENTITY().search(url):
        from html import unescape

        url = _ENTITY().sub(lambda match: unescape(match[0]), url)  # "&copy=1" is a parameter
    if not url.isprintable():
        url = _CONTROL().sub("", url).strip()
    if ":" in url and (scheme := _SCHEME().match(url)) and scheme[0].lower() not in _WEB:
        return None
    return url or None


def reference(value: str) -> str | None:
    """An address as `loaded_from` gives it; None where it is a host alone, or the value is no address."""
    url = loaded_from(value)
    if url is None or len(url) > _LONGEST_URL or not _NO_URL.isdisjoint(url):
        return None
    _, slashes, rest = url.partition("//")
    if not (rest.partition("/")[2] if slashes else url.strip("/")):
        return None  # a host alone
    return url if "/" in url or "." in url else None


def absolute(url: str, base: str | None = None) -> str | None:
    """The address as an absolute http(s) one, or None. `base`: what a relative one is relative to."""
    url = url.strip()
    if not url or len(url) > _LONGEST_URL:
        return None
    if "&amp;" in url:
        url = url.replace("&amp;", "&")
    if not url.isprintable() or " " in url:
        url = _CONTROL().sub("", _SURROGATE().sub("", url)).replace(" ", "%20")
    if not _ABSOLUTE().match(url):
        if url.startswith("//"):
            url = f"https:{url}"
        elif base is None or _SCHEME().match(url):
            return None
        else:
            from urllib.parse import urljoin  # rarely needed, and costs as much to import as json

            try:
                url = urljoin(base, url)
            except ValueError:
                return None
    return url if _ABSOLUTE().fullmatch(url) else None


def host(url: str | None) -> str:
    """The host of an absolute address in small letters, without "www."; empty where there is none."""
    if not url:
        return ""
    name = url.split("/", 3)[2] if url.count("/") >= 2 else ""
    return name.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")
