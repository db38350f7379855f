"""The speakers of one article: a number and a colour for each, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khabar.entries import SPOKEN, Quote
from khabar.report.escaping import attributes, content_html
from khabar.report.words import word_html

HUES = 8
"""Colours of the style sheet; a ninth speaker has the first one's. A number always stands by it."""
_SNIPPET = 48
"""Characters of a quotation that the list shows."""


class Speaker(NamedTuple):
    """Somebody who is quoted. `number`: from 1, the most quoted first; `quotes`: the numbers of the quotations."""

    name: str
    number: int
    quotes: tuple[int, ...]

    @property
    def hue(self) -> str:
        """The class of the colour."""
        return f"k-hue-{(self.number - 1) % HUES + 1}"


def speakers_of(quotes: Sequence[Quote]) -> dict[str, Speaker]:
    """The speakers by their names."""
    said: dict[str, list[int]] = {}
    for number, quote in enumerate(quotes, 1):
        if quote.speaker:
            said.setdefault(quote.speaker, []).append(number)
    ranked = sorted(said, key=lambda name: -len(said[name]))
    return {name: Speaker(name, number, tuple(said[name])) for number, name in enumerate(ranked, 1)}


def speakers_html(speakers: dict[str, Speaker], quotes: Sequence[Quote], document: str) -> str:
    """The list of speakers with links to what they said; "" where nobody said anything. `document`: what ids begin
    with."""
    items = ["".join(_item(one, quotes, document)) for one in speakers.values()]
    others = [n for n, quote in enumerate(quotes, 1) if not quote.speaker and quote.kind in SPOKEN]
    if others:
        named = f'<span class="k-name">{word_html("unattributed")}</span>{_count(others)}'
        items.append(f'<li class="k-speaker k-nobody">{named}{_links(others, quotes, document)}</li>')
    if not items:
        return ""
    inside = "\n".join(items)
    return (
        f'<nav class="k-speakers" aria-labelledby="{document}speakers">\n'
        f'<h2 id="{document}speakers">{word_html("speakers")}</h2>\n<ol>\n{inside}\n</ol>\n</nav>'
    )


def _item(one: Speaker, quotes: Sequence[Quote], document: str) -> Iterator[str]:
    told = attributes(
        class_=f"k-speaker {one.hue}", id=f"{document}s{one.number}", data_speaker=one.name, tabindex=-1
    )
    yield f'<li{told}><span class="k-badge" aria-hidden="true">{one.number}</span>'
    yield f'<bdi class="k-name">{content_html(one.name)}</bdi>{_count(one.quotes)}'
    yield f"{_links(one.quotes, quotes, document)}</li>"


def _count(quotes: Sequence[int]) -> str:
    return f' <span class="k-count">{len(quotes)}</span>'


def _links(numbers: Iterable[int], quotes: Sequence[Quote], document: str) -> str:
    """Links to quotations: the beginning of each."""
    items = (
        f'<li><a href="#{document}q{number}">{content_html(snippet(quotes[number - 1].text))}</a></li>'
        for number in numbers
    )
    return f'<ul class="k-said">{"".join(items)}</ul>'


def snippet(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text[: 4 * _SNIPPET].split())
    if len(line) <= _SNIPPET and len(text) <= 4 * _SNIPPET:
        return line
    cut = line[:_SNIPPET]
    return (cut.rpartition(" ")[0].rstrip(" ،,;:") or cut) + "…"
