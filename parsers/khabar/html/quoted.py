"""The marks of <q> elements: a browser writes them, so the text has none."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from khabar.lexicon.store import quotation_marks

_MARKS = frozenset('"“”„‟«»‹›「」『』')
"""What a text begins with that brings its own marks."""
_OPENING = ("“", "„", "«", "「", '"')
_INNER = ("‘", "’")


class QuoteElements:
    """The marks of the <q> elements that are open."""

    __slots__ = ("_language", "_open")

    def __init__(self, language: str | None) -> None:
        self._language = language
        self._open: list[str] = []
        """The closing marks to come; "" where the text has marks of its own."""

    def opening(self, el: _Element) -> str:
        """The mark before a <q> that begins; "" where it is written in marks already."""
        text = next((piece for piece in map(str, el.itertext(etree.Element)) if not piece.isspace()), "").lstrip()
        if not text or text[0] in _MARKS or _before(el).endswith(_OPENING):
            self._open.append("")
            return ""
        if any(self._open):
            marks = _INNER
        else:
            if self._language is None:
                from khabar.language import detect

                self._language = detect(text)[0] or ""
            marks = quotation_marks(self._language)
        self._open.append(marks[1])
        return marks[0]

    def closing(self) -> str:
        """The mark behind the <q> that ends."""
        return self._open.pop()


def _before(el: _Element) -> str:
    """The text right before an element, in the same one."""
    before = el.getprevious()
    above = el.getparent()
    return (before.tail if before is not None else above.text if above is not None else "") or ""
