"""Quotations in the running text, in a colour and with a number for each speaker."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle, islice

from khabar import Article, Quote
from khabar.entries import SPOKEN
from khabar.quotations.marks import FAMILY

from khabar_cli.views.base import Line

STYLES = ("green", "magenta", "bright_blue", "bright_red", "yellow")
"""Of speakers, in the order in which they speak; the sixth has the first one's again, but its own number. Of the
sixteen colours of terminals, the five that were seen to be read on black and on white (blue is not, on black; cyan is
that of pictures)."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_Piece = tuple[int, int | None, Quote, bool]
"""A quotation's part in a paragraph: its begin, its end (None: the paragraph's), and whether the quotation ends."""


class Colours:
    """The colours and numbers of an article's speakers, in the order in which they speak."""

    def __init__(self, article: Article) -> None:
        spoken = [quote for quote in article.quotes if quote.kind in SPOKEN]
        self.speakers = tuple(dict.fromkeys(quote.speaker for quote in spoken if quote.speaker is not None))
        self._styles = dict(zip(self.speakers, islice(cycle(STYLES), len(self.speakers)), strict=True))
        self._numbers = {speaker: str(n).translate(_RAISED) for n, speaker in enumerate(self.speakers, 1)}
        self._pieces: dict[tuple[int, int], list[_Piece]] = {}
        for quote in spoken:
            for place, piece in _pieces(quote):
                self._pieces.setdefault(place, []).append(piece)

    def style(self, speaker: str | None) -> str:
        """The speaker's colour; none for nobody."""
        return self._styles.get(speaker, "") if speaker is not None else ""

    def number(self, speaker: str | None) -> str:
        """The speaker's number, raised: it stands after each quotation, and before the name in a list."""
        return self._numbers.get(speaker, "") if speaker is not None else ""

    def paragraph(self, section: int, paragraph: int, text: str) -> Line:
        """A paragraph of the article with its quotations marked."""
        made, spans, at = "", [], 0
        for start, end, quote, ends in sorted(self._pieces.get((section, paragraph), ()), key=lambda piece: piece[0]):
            first, last = _with_marks(text, start, len(text) if end is None else end, at)
            number = self.number(quote.speaker) if ends else ""
            made += text[at:first]
            begin = len(made)
            made += text[first:last] + number
            if style := self.style(quote.speaker):
                spans.append((begin, len(made), style))
            at = last
        return Line(made + text[at:], gap=True, spans=spans)


def _pieces(quote: Quote) -> Iterable[tuple[tuple[int, int], _Piece]]:
    """The quotation's part in each paragraph, by the numbers of section and paragraph."""
    if quote.section is None or quote.paragraph is None:
        return
    final = quote.paragraph if quote.end_paragraph is None else quote.end_paragraph
    for at in range(quote.paragraph, final + 1):
        start = quote.start if at == quote.paragraph else 0
        yield (quote.section, at), (start, quote.end if at == final else None, quote, at == final)


def _with_marks(text: str, start: int, end: int, least: int) -> tuple[int, int]:
    """The place of a quotation with the marks round it, none of it before `least`."""
    start, end = max(start, least), max(end, least)
    while start > least and text[start - 1] in FAMILY:
        start -= 1
    while end < len(text) and text[end] in FAMILY:
        end += 1
    return start, end
