"""An article to its quotations: marks, spans, then, where the language has a lexicon, cues, speakers and kinds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from khabar.article import Article, Quote
from khabar.language import direction_of
from khabar.lexicon.store import quotation_file
from khabar.quotations.made import HEADING, Place, plain_kind, quote
from khabar.quotations.marks import DOUBLES, SINGLES, STRAIGHT
from khabar.quotations.spans import Marked, Span, joined, marked

Attribute = Callable[[Sequence[str], Sequence[Place], list[Marked], str], list[Quote]]
"""What finds kinds, cues and speakers: of the texts, their places and spans, and the language's tag."""

_MARKS = DOUBLES | SINGLES
_NONE = Marked([], None, [])


def quotations(article: Article, language: str | None, blocks: Collection[str] = ()) -> tuple[Quote, ...]:
    """The quotations of an article, in order: the title's, then section by section, the heading's first.

    `language`: the tag that it is written in; without a lexicon for it there are spans and kinds only. `blocks`: the
    paragraphs that the page sets as block quotations; they need no marks.
    """
    places: list[Place] = []
    texts: list[str] = []
    for s, section in enumerate(article.sections):
        if section.heading:
            places.append((s, None))
            texts.append(section.heading)
        for p, paragraph in enumerate(section.paragraphs):
            places.append((s, p))
            texts.append(paragraph)
    rtl = language is not None and direction_of(language) == "rtl"
    found = [_NONE if _MARKS.isdisjoint(text) else marked(text, at, rtl) for at, text in enumerate(texts)]
    if blocks:
        _set_apart(texts, found, blocks)
    out = _in_title(article.title, rtl)
    last = max((at for at, one in enumerate(found) if one is not _NONE), default=-1)
    if last < 0:
        return tuple(out)
    joined(texts, places, found)
    out += _attribute(language)(texts[: last + 1], places, found, language or "")
    return tuple(out)


def _attribute(language: str | None) -> Attribute:
    """What attributes quotations in a language, by the order of its clauses (`@order`); `_plainly` where nothing is
    known of them. Imported here: a language needs one of the two."""
    file = quotation_file(language.split("-")[0]) if language else None
    if file is None:
        return _plainly
    if file.keys["order"] == ["vso"]:
        from khabar.quotations.verbfirst import attributed

        return attributed
    from khabar.quotations.spoken import spoken

    return spoken


def _plainly(texts: Sequence[str], places: Sequence[Place], found: list[Marked], language: str) -> list[Quote]:
    """Spans and kinds, in a language of which nothing is known."""
    return [
        quote(texts, places, span, HEADING if places[at][1] is None else plain_kind(text, span))
        for at, text in enumerate(texts)
        for span in found[at].spans
    ]


def _set_apart(texts: Sequence[str], found: list[Marked], blocks: Collection[str]) -> None:
    """Take block quotations for quotations, where they have no marks of their own."""
    for at, text in enumerate(texts):
        if text in blocks and not found[at].spans and found[at].unclosed is None:
            found[at] = Marked([Span(at, 0, len(text), 0, len(text), at, STRAIGHT)], None, [])


def _in_title(title: str | None, rtl: bool) -> list[Quote]:
    if not title or _MARKS.isdisjoint(title):
        return []
    spans = marked(title, 0, rtl).spans
    return [Quote(title[x.start : x.end], HEADING, None, None, None, None, x.start, x.end) for x in spans]
