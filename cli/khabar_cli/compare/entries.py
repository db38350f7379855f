"""The entries of an article's lists: pictures, and what is said. Two that match may differ in their keys."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, TypeVar

from khabar import Image, Quote, Statement

from khabar_cli.compare.record import Difference, Unit
from khabar_cli.quotations import place_in_text

T = TypeVar("T")
S = TypeVar("S", Quote, Statement)
_TEXTS = ("caption", "credit", "alt")
_KEYS = (*_TEXTS, "agencies", "src", "media")
_MOST_PAIRS = 10_000
"""Pairs of quotations that are compared: beyond that none is another's beginning."""


def matched(
    a: Sequence[T], b: Sequence[T], ways: Sequence[Callable[[T], Hashable | None]]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Pairs that are the same in one way, the first way first (None: in no way), in the order of `a`; then what is
    left of `a` and of `b`."""
    partner: dict[int, int] = {}
    free = set(range(len(b)))
    for way in ways:
        there: dict[Hashable, list[int]] = {}
        for at in sorted(free, reverse=True):
            key = way(b[at])
            if key is not None:
                there.setdefault(key, []).append(at)
        for at, one in enumerate(a):
            others = there.get(way(one)) if at not in partner else None
            if others:
                partner[at] = others.pop()
                free.discard(partner[at])
    pairs = [(one, b[partner[at]]) for at, one in enumerate(a) if at in partner]
    return pairs, [one for at, one in enumerate(a) if at not in partner], [b[at] for at in sorted(free)]


def _images(a: Sequence[Image], b: Sequence[Image]) -> tuple[list[tuple[Image, Image]], list[Image], list[Image]]:
    return matched(
        a,
        b,
        (
            lambda image: image.src,
            lambda image: image.caption,
            lambda image: (image.credit, image.alt) if image.credit or image.alt else None,
            lambda image: None if image.src else (image.section, image.paragraph),
        ),
    )


def image_differences(a: Sequence[Image], b: Sequence[Image]) -> Iterator[Difference]:
    """Pictures that only one article has, and what is said of a picture that both have."""
    pairs, gone, came = _images(a, b)
    for one, other in pairs:
        for key in _KEYS:
            before, after = _value(one, key), _value(other, key)
            if before != after:
                yield Difference(f"image.{key}", before, after, _name(one), one.section, one.paragraph)
    for image in gone:
        yield Difference("image", _name(image), None, None, image.section, image.paragraph)
    for image in came:
        yield Difference("image", None, _name(image), None, image.section, image.paragraph)


def image_texts(a: Sequence[Image], b: Sequence[Image]) -> Iterator[Unit]:
    """Texts of pictures of `a` that no picture of `b` has as such."""
    there = {key: {getattr(image, key) for image in b} for key in _TEXTS}
    for image in a:
        for key in _TEXTS:
            text = getattr(image, key)
            if text and text not in there[key]:
                yield Unit(key, text, image.section, image.paragraph)


def _value(image: Image, key: str) -> str | None:
    value: Any = getattr(image, key)
    return "; ".join(value) or None if isinstance(value, tuple) else value


def _name(image: Image) -> str:
    """What a picture is known by."""
    return image.caption or image.credit or image.alt or image.src or "(a picture without a text)"


def said_differences(what: str, a: Sequence[S], b: Sequence[S], keys: Sequence[str]) -> Iterator[Difference]:
    """Quotations (or statements) that only one article has, those that begin or end elsewhere, and keys that differ.
    Confidences are not compared: they are not the same in any two versions."""
    pairs, gone, came = matched(a, b, (lambda one: one.text,))
    for one in gone[:]:
        other = _overlapping(one, came) if len(gone) * len(came) <= _MOST_PAIRS else None
        if other is not None:
            pairs.append((one, other))
            gone.remove(one)
            came.remove(other)
    pairs.sort(key=lambda pair: place_in_text(pair[0]))
    for one, other in pairs:
        if one.text != other.text:
            yield Difference(what, one.text, other.text, None, one.section, one.paragraph)
        for key in keys:
            before, after = getattr(one, key), getattr(other, key)
            if before != after:
                yield Difference(f"{what}.{key}", before, after, other.text, one.section, one.paragraph)
    for one in gone:
        yield Difference(what, one.text, None, None, one.section, one.paragraph)
    for one in came:
        yield Difference(what, None, one.text, None, one.section, one.paragraph)


def _overlapping(one: S, others: Sequence[S]) -> S | None:
    """The first that is a part of it, or the other way round."""
    return next((other for other in others if one.text in other.text or other.text in one.text), None)
