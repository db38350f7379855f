"""Quotations in the running text, in a colour and with a number for each speaker."""

from __future__ import annotations

from itertools import cycle, islice

from khabar import Article
from khabar.entries import SPOKEN
from khabar.quotations.marks import FAMILY
from khabar.report.quoted import quoted_parts

from khabar_cli.views.base import Line

STYLES = ("green", "magenta", "bright_blue", "bright_red", "yellow")
"""Of speakers, in the order in which they speak; the sixth has the first one's again, but its own number. Of the
sixteen colours of terminals, the five that were seen to be read on black and on white (blue is not, on black; cyan is
that of pictures)."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Colours:
    """The colours and numbers of an article's speakers, in the order in which they speak."""

    def __init__(self, article: Article) -> None:
        spoken = [quote for quote in article.quotes if quote.kind in SPOKEN]
        self.speakers = tuple(dict.fromkeys(quote.speaker for quote in spoken if quote.speaker is not None))
        self._styles = dict(zip(self.speakers, islice(cycle(STYLES), len(self.speakers)), strict=True))
        self._numbers = {speaker: str(n).translate(_RAISED) for n, speaker in enumerate(self.speakers, 1)}
        self._quoted = quoted_parts(article.sections, spoken)

    def style(self, speaker: str | None) -> str:
        """The speaker's colour; none for nobody."""
        return self._styles.get(speaker, "") if speaker is not None else ""

    def number(self, speaker: str | None) -> str:
        """The speaker's number, raised: it stands after each quotation, and before the name in a list."""
        return self._numbers.get(speaker, "") if speaker is not None else ""

    def paragraph(self, section: int, paragraph: int, text: str) -> Line:
        """A paragraph of the article with its quotations marked."""
        made, spans, at = "", [], 0
        for part in sorted(self._quoted.get((section, paragraph), ()), key=lambda part: part.start):
            first, last = _with_marks(text, part.start, part.end, at)
            speaker = part.quote.speaker
            number = self.number(speaker) if part.last else ""
            made += text[at:first]
            begin = len(made)
            made += text[first:last] + number
            if style := self.style(speaker):
                spans.append((begin, len(made), style))
            at = last
        return Line(made + text[at:], gap=True, spans=spans)


def _with_marks(text: str, start: int, end: int, least: int) -> tuple[int, int]:
    """The place of a quotation with the marks round it, none of it before `least`."""
    start, end = max(start, least), max(end, least)
    while start > least and text[start - 1] in FAMILY:
        start -= 1
    while end < len(text) and text[end] in FAMILY:
        end += 1
    return start, end
