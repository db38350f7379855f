"""The speakers of one article: a number and a colour for each, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khabar.entries import Quote
from khabar.report.escaping import attributes, text_html
from khabar.report.words import word

HUES = 8
"""Colours of the style sheet; a ninth speaker has the first one's. A number always stands by it."""


class Speaker(NamedTuple):
    """Somebody who is quoted. `number`: from 1, the most quoted first; `quotes`: the numbers of the quotations."""

    name: str
    number: int
    quotes: tuple[int, ...]

    @property
    def hue(self) -> int:
        """The number of the colour, from 1."""
        return (self.number - 1) % HUES + 1


def speakers_of(quotes: tuple[Quote, ...]) -> dict[str, Speaker]:
    """The speakers by their names."""
    said: dict[str, list[int]] = {}
    for number, quote in enumerate(quotes, 1):
        if quote.speaker:
            said.setdefault(quote.speaker, []).append(number)
    ranked = sorted(said, key=lambda name: -len(said[name]))
    return {name: Speaker(name, number, tuple(said[name])) for number, name in enumerate(ranked, 1)}


def speakers_html(speakers: dict[str, Speaker], document: str) -> str:
    """The list of speakers, each with links to what is quoted; "" where there are none."""
    if not speakers:
        return ""
    items = "\n".join(map("".join, (_item(one, document) for one in speakers.values())))
    label = text_html(word("speakers"))
    return f'<nav class="k-speakers" aria-label="{label}">\n<h2>{label}</h2>\n<ol>\n{items}\n</ol>\n</nav>'


def _item(one: Speaker, document: str) -> Iterator[str]:
    told = attributes(
        class_=f"k-speaker k-hue-{one.hue}", id=f"{document}s{one.number}", data_speaker=one.name, data_n=one.number
    )
    yield f'<li{told}><bdi>{text_html(one.name)}</bdi> <span class="k-count">{len(one.quotes)}</span> '
    for number in one.quotes:
        yield f'<a href="#{document}q{number}">{number}</a> '
    yield "</li>"
