"""A page of the report, as a browser would have it: what is text in it, and what could act."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

from khabar.bidi import contained
from lxml import html as lxml_html
from lxml.etree import _Element

ACTING = frozenset(
    (
        "applet", "area", "audio", "base", "canvas", "embed", "form", "frame", "frameset", "iframe", "image", "img",
        "link", "marquee", "math", "object", "picture", "portal", "source", "svg", "template", "track", "video",
    )
)  # fmt: skip
"""Elements that load or send something, or hold what does."""
ADDRESSES = frozenset(
    (
        "action", "background", "cite", "data", "formaction", "href", "ping", "poster", "src", "srcdoc", "srcset",
        "xlink:href",
    )
)  # fmt: skip
_SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def tree_of(page: str) -> _Element:
    """The page, parsed; without <wbr>, which lxml takes for an element that is never ended."""
    page = page.replace("<wbr>", "")
    return lxml_html.document_fromstring(page, parser=lxml_html.HTMLParser(huge_tree=True))


def texts_of(tree: _Element, selector: str) -> list[str]:
    """The whole text of each element of this class."""
    return ["".join(one.itertext()) for one in tree.iter() if selector in (one.get("class") or "").split()]


def acting(page: str) -> list[str]:
    """All in a page that could act, send or load, in words; [] where there is nothing."""
    return [*_elements(tree_of(page)), *_policy(page), *_characters(page)]


def _elements(tree: _Element) -> Iterator[str]:
    for one in tree.iter():
        if not isinstance(one.tag, str):
            yield f"a comment or an instruction: {one!r}"
            continue
        if one.tag in ACTING:
            yield f"an element {one.tag}"
        if one.tag == "meta" and one.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
            yield f"meta {one.get('http-equiv')}"
        for name, value in one.attrib.items():
            if name.startswith("on") or name == "style":
                yield f"{one.tag} {name}={value[:60]!r}"
            if name in ADDRESSES and not (one.tag == "a" and re.fullmatch(r"#[\w-]+", value)):
                yield f"{one.tag} {name}={value[:60]!r}"


def _policy(page: str) -> Iterator[str]:
    """Scripts and styles that the policy does not name; ours that it would not run."""
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    if found is None or "default-src 'none'" not in found[1] or "unsafe" in found[1] or "http" in found[1]:
        yield "no strict policy"
        return
    ours = [
        text for told, text in _SCRIPT.findall(page) if "application/json" not in told and "text/plain" not in told
    ]
    for text in (*ours, *_STYLE.findall(page)):
        made = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        if f"'sha256-{made}'" not in found[1]:
            yield f"not in the policy: {text[:60]!r}"
    if found[1].count("sha256-") != len(ours) + len(_STYLE.findall(page)):
        yield "the policy names what is not there"


def _characters(page: str) -> Iterator[str]:
    """What would steer a terminal, or turn round what follows."""
    if control := _CONTROL.search(page):
        yield f"a control character {control[0]!r}"
    tree = tree_of(page)
    for one in tree.iter():
        for text in (one.text, one.tail, *one.attrib.values()):
            if text and contained(text) != text and one.tag not in ("script", "style"):
                yield f"bidi controls that do not end: {text[:60]!r}"
