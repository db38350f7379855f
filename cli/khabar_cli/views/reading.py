"""An article as people read it on a terminal: head, text with pictures, and at the end who is quoted, whose pictures
they are, and what was stripped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from khabar import Article, Image
from khabar.entries import SPOKEN, in_order
from khabar.labels.in_words import in_words
from khabar.moments import moment_in_words

from khabar_cli.quotations import NOBODY
from khabar_cli.views.base import Line
from khabar_cli.views.coloured import Colours
from khabar_cli.views.documents import picture


def as_read(article: Article) -> Iterator[Line]:
    """The whole article."""
    colours = Colours(article)
    yield from _head(article)
    yield from _body(article, colours)
    yield from _end(article, colours)


def _head(article: Article) -> Iterator[Line]:
    if article.title:
        yield Line(article.title, "bold", gap=True)
    if article.byline:
        yield Line(" · ".join(article.byline), gap=not article.title)
    if article.publisher:
        yield Line(article.publisher, "dim")
    if article.published:
        yield Line(moment_in_words(article.published), "dim")
    if article.modified and article.modified != article.published:
        yield Line(f"updated {moment_in_words(article.modified)}", "dim")


def _body(article: Article, colours: Colours) -> Iterator[Line]:
    places = _places(article)
    for part in in_order(article.sections, article.images):
        if isinstance(part, Image):
            yield from picture(part)
            continue
        heading, text = part
        section, paragraph = next(places)
        yield Line(text, "bold", gap=True) if heading else colours.paragraph(section, paragraph, text)


def _places(article: Article) -> Iterator[tuple[int, int]]:
    """Section and paragraph of each heading (its paragraph is -1) and paragraph, in order."""
    for number, section in enumerate(article.sections):
        if section.heading:
            yield number, -1
        for at, _ in enumerate(section.paragraphs):
            yield number, at


def _end(article: Article, colours: Colours) -> Iterator[Line]:
    yield from _speakers(article, colours)
    for at, told in enumerate(_footer(article)):
        yield Line(told, "dim", gap=not at)


def _footer(article: Article) -> Iterator[str]:
    if article.image:
        yield f"lead picture {article.image}"
    if agencies := Counter(name for image in article.images for name in image.agencies):
        yield "agencies: " + ", ".join(f"{name} ({n})" if n > 1 else name for name, n in agencies.most_common())
    if article.stripped:
        yield "stripped: " + ", ".join(in_words(article.stripped))


def _speakers(article: Article, colours: Colours) -> Iterator[Line]:
    """Who is quoted and how often, with their colours, and who else says something. Between a name and its number
    there is no word: in half of all articles it would run the other way."""
    quotes = Counter(quote.speaker for quote in article.quotes if quote.kind in SPOKEN)
    if quotes:
        yield Line("quoted:", "dim", gap=True)
    for speaker in colours.speakers:
        yield Line(f"{colours.number(speaker)} {speaker} ({quotes[speaker]})", colours.style(speaker))
    if unnamed := quotes[None]:
        yield Line(f"{NOBODY} ({unnamed})")
    statements = Counter(one.speaker for one in article.statements)
    if statements:
        yield Line("reported:", "dim", gap=True)
        yield _in_one_paragraph(statements, colours)


def _in_one_paragraph(counts: Counter[str | None], colours: Colours) -> Line:
    text, spans = "", []
    for speaker, n in sorted(counts.items(), key=lambda one: one[0] is None):  # nobody comes last
        text += " · " if text else ""
        begin = len(text)
        text += f"{colours.number(speaker)} {NOBODY if speaker is None else speaker} ({n})".lstrip()
        if style := colours.style(speaker):
            spans.append((begin, len(text), style))
    return Line(text, spans=spans)
