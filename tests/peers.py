"""What other extractors make of pages, as khabar's documents, for tests/figures.py: `peers.py NAME FILE…`.

It needs neither khabar nor pytest, but the extractors themselves, in an environment of their own:
`pip install trafilatura==2.3.1 lxml_html_clean readability-lxml==0.9`.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

Document = dict[str, Any]
BLOCKS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dd", "dt", "blockquote", "pre", "div",
                    "section", "article", "body", "figure", "figcaption", "table", "tbody", "tr", "td"])  # fmt: skip


def document(**fields: Any) -> Document:
    """The keys that figures are made of."""
    empty: Document = {"title": None, "byline": [], "published": None, "sections": [], "images": [], "image": None}
    return empty | fields


def add(sections: list[Document], text: str, *, heading: bool) -> None:
    """Put a heading or a paragraph behind what is there."""
    text = " ".join(text.split())
    if not text:
        return
    if heading or not sections:
        sections.append({"heading": text if heading else None, "paragraphs": []})
    if not heading:
        sections[-1]["paragraphs"].append(text)


def trafilatura(page: bytes, *, precision: bool = False) -> Document:
    """Its XML: heads, and whatever else is a paragraph or a list's item."""
    library = import_module("trafilatura")
    meta = library.extract_metadata(page)
    xml = library.extract(page, output_format="xml", include_comments=False, favor_precision=precision)
    sections: list[Document] = []
    kinds = ("head", "p", "item", "quote", "cell", "ab")
    for element in import_module("lxml.etree").fromstring(xml.encode()).find("main").iter(*kinds) if xml else ():
        if not any(above.tag in kinds for above in element.iterancestors()):
            for part in element.findall("p") or [element] if element.tag == "quote" else [element]:
                add(sections, "".join(part.itertext()), heading=element.tag == "head")
    if meta is None:
        return document(sections=sections)
    names = [name.strip() for name in (meta.author or "").split(";") if name.strip()]
    return document(title=meta.title, byline=names, published=meta.date, image=meta.image, sections=sections)


def readability(page: bytes) -> Document:
    """Its HTML: what stands in block-level elements, figcaptions apart."""
    read = import_module("readability").Document(page.decode("utf-8", "replace"))
    sections: list[Document] = []
    captions: list[Document] = []
    for element, text in _texts(import_module("lxml.html").fromstring(read.summary(html_partial=True))):
        if any(above.tag == "figcaption" for above in (element, *element.iterancestors())):
            captions.append({"caption": " ".join(text.split()), "credit": None, "alt": None})
        else:
            add(sections, text, heading=element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"))
    return document(title=read.short_title(), sections=sections, images=captions)


def _texts(element: Any) -> list[tuple[Any, str]]:
    """The texts between the borders of block-level elements, each with the element that it stands in."""
    found: list[tuple[Any, str]] = []
    text = element.text or ""
    for child in element:
        if any(part.tag in BLOCKS for part in child.iter()):
            found += [(element, text), *_texts(child)]
            text = ""
        elif isinstance(child.tag, str):
            text += child.text_content()
        text += child.tail or ""
    return [(where, words) for where, words in (*found, (element, text)) if words.strip()]


PEERS: dict[str, Callable[[bytes], Document]] = {
    "trafilatura": trafilatura,
    "trafilatura, precision": lambda page: trafilatura(page, precision=True),
    "readability-lxml": readability,
}


def main(name: str, *files: str) -> None:
    logging.disable()
    for file in files:
        try:
            found = PEERS[name](Path(file).read_bytes())
        except Exception:  # a page that it fails on counts as one without anything
            found = document()
        print(json.dumps({"schema": 1, "source": file, "quotes": [], "statements": [], "stripped": []} | found))


if __name__ == "__main__":
    main(*sys.argv[1:])
