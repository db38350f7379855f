"""What differs between two articles: values, the label of a text, texts, pictures, and who says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from khabar import FIELDS, Article

from khabar_cli.compare.entries import image_differences, image_texts, matched, said_differences
from khabar_cli.compare.record import Difference, Unit
from khabar_cli.compare.texts import text_differences

COMPARED = tuple(name for name in FIELDS if name not in ("schema", "source"))
"""The fields that are compared."""
_LISTS = ("byline", "sections", "quotes", "statements", "images", "stripped", "warnings")
VALUES = tuple(name for name in COMPARED if name not in _LISTS)
"""Fields of one value."""


def differences(a: Article, b: Article, fields: Collection[str] = COMPARED) -> Iterator[Difference]:
    """The differences of these fields, in the order of the contract, those of the text in its order."""
    for name in VALUES:
        if name in fields and getattr(a, name) != getattr(b, name):
            yield Difference(name, getattr(a, name), getattr(b, name))
    if "byline" in fields:
        yield from _only("byline", a.byline, b.byline)
    stripped = _stripped(a, b) if "stripped" in fields else _Stripped((), (), ())
    gone, came = ([*_beside(one, other, fields)] for one, other in ((a, b), (b, a)))
    bodies = (_body(a), _body(b)) if "sections" in fields else ((), ())
    yield from text_differences(*bodies, [*gone, *stripped.gone], [*came, *stripped.came])
    yield from stripped.rules
    if "images" in fields:
        yield from image_differences(a.images, b.images)
    if "quotes" in fields:
        yield from said_differences("quote", a.quotes, b.quotes, ("kind", "speaker", "cue"))
    if "statements" in fields:
        yield from said_differences("statement", a.statements, b.statements, ("type", "speaker", "cue"))
    if "warnings" in fields:
        yield from _only("warning", a.warnings, b.warnings)


def _only(what: str, a: Collection[str], b: Collection[str]) -> Iterator[Difference]:
    """What one list has and the other has not."""
    there, here = Counter(b), Counter(a)
    yield from (Difference(what, one, None) for one in (here - there).elements())
    yield from (Difference(what, None, one) for one in (there - here).elements())


def _body(article: Article) -> tuple[Unit, ...]:
    """Headings and paragraphs."""
    units: list[Unit] = []
    for number, section in enumerate(article.sections):
        if section.heading:
            units.append(Unit("heading", section.heading, number))
        units += [Unit("paragraph", text, number, at) for at, text in enumerate(section.paragraphs)]
    return tuple(units)


def _beside(one: Article, other: Article, fields: Collection[str]) -> Iterator[Unit]:
    """Texts of the title and of pictures that the other article has not as such."""
    if "title" in fields and one.title and one.title != other.title:
        yield Unit("title", one.title)
    if "images" in fields:
        yield from image_texts(one.images, other.images)


class _Stripped(NamedTuple):
    """What only one article strips, and what both strip by different rules."""

    gone: Sequence[Unit]
    came: Sequence[Unit]
    rules: Sequence[Difference]


def _stripped(a: Article, b: Article) -> _Stripped:
    pairs, gone, came = matched(a.stripped, b.stripped, (lambda one: (one.rule, one.text), lambda one: one.text))
    return _Stripped(
        [Unit("stripped", one.text, rule=one.rule) for one in gone],
        [Unit("stripped", one.text, rule=one.rule) for one in came],
        [Difference("rule", one.rule, other.rule, one.text) for one, other in pairs if one.rule != other.rule],
    )
