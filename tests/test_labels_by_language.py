"""Every language's own labels, in the places where its pages have them: from the lexicon to the article."""

from __future__ import annotations

from functools import cache

import khabar
import pytest
from _pytest.mark import ParameterSet
from khabar.lexicon import store
from khabar.lexicon.files import Group, read

CAPTIONS = {"caption.image": None, "caption.video": "video", "caption.audio": "audio", "caption": None}
STRIPPED = {khabar.Label.SKIP, khabar.Label.PROMO, khabar.Label.RELATED, khabar.Label.MEDIA, khabar.Label.BOILERPLATE}
BODY = [f"{'abcdef'[i % 6] * 3} {i} " + "word " * 14 + "end." for i in range(6)]
"""Paragraphs in no language: what is tested does not hang on the words round it."""


@cache
def groups(tag: str) -> list[Group]:
    """The sections of a language's file."""
    return read(f"languages/{tag}.txt").groups


def pairs(begin: str, end: str) -> list[tuple[str, str, str]]:
    """(tag, begin marker, end marker) of every language that has both, as the BBC's pages of 2022 write them."""
    out = []
    for tag in sorted(store.languages()):
        first = {g.cls: g.texts[0] for g in reversed(groups(tag)) if g.source == "bbc-2022"}
        if begin in first and end in first:
            out.append((tag, first[begin], first[end]))
    return out


def labels(*classes: str) -> list[tuple[str, str, str]]:
    """(tag, class, label) of every prefix label of these classes."""
    return [
        (tag, group.cls, text)
        for tag in sorted(store.languages())
        for group in groups(tag)
        if group.cls in classes and group.mode == "prefix"
        for text in group.texts
    ]


def article(*lines: str, tag: str) -> khabar.Article:
    """A text of six paragraphs with these lines in the middle."""
    return khabar.parse("\n\n".join(["Title of the text", *BODY[:3], *lines, *BODY[3:]]), language=tag)


@pytest.mark.parametrize(("tag", "cls", "label"), labels("credit"))
def test_credit(tag: str, cls: str, label: str) -> None:
    (image,) = article(f"{label} Sami Dahan", tag=tag).images
    assert (image.credit, image.paragraph) == ("Sami Dahan", 3)


VIDEO = {(tag, label.strip(",，")) for tag, _, label in labels("caption.video")}


@pytest.mark.parametrize(("tag", "cls", "label"), labels(*CAPTIONS))
def test_caption(tag: str, cls: str, label: str) -> None:
    (image,) = article(f"{label} 16 Qqq Www", tag=tag).images
    assert image.caption == "16 Qqq Www"
    if (tag, label.strip(",，")) in VIDEO and cls == "caption.audio":
        assert image.media in ("video", "audio")  # one label for both, as in English
    else:
        assert image.media == CAPTIONS[cls]


def skips() -> list[ParameterSet]:
    """Those of the skipped blocks; English ones stand in the pages of six languages."""
    return [pytest.param(tag, begin, end, id=tag) for tag, begin, end in pairs("skip.begin", "skip.end")]


@pytest.mark.parametrize(("tag", "begin", "end"), skips())
def test_a_skipped_block(tag: str, begin: str, end: str) -> None:
    begin, end = begin.replace("%title%", "Zzz"), end.replace("%title%", "Zzz")
    doc = article(begin, "Yyy yyy yyy", end, tag=tag)
    assert [piece.text for piece in doc.stripped] == [begin, "Yyy yyy yyy", end]
    assert [piece.rule for piece in doc.stripped][1] == "promo.region"
    assert doc.warnings == ()


@pytest.mark.parametrize("number", ["", ", 2"])
@pytest.mark.parametrize(("tag", "begin", "end"), pairs("embed.begin", "embed.end"))
def test_an_embed(tag: str, begin: str, end: str, number: str) -> None:
    begin, end = begin.replace("%provider%", "Twitter") + number, end.replace("%provider%", "Twitter") + number
    doc = article(begin, "Yyy yyy yyy", end, tag=tag)
    assert [(p.rule, p.text) for p in doc.stripped] == [
        ("embed.begin", begin),
        ("embed.region", "Yyy yyy yyy"),
        ("embed.end", end),
    ]


LINES = {"related": "related.label", "skip.page": "skip.page", "ads": "promo.ads", "share": "promo.share"}


@pytest.mark.parametrize("tag", sorted(store.languages()))
def test_labels_of_a_line(tag: str) -> None:
    for group in groups(tag):
        for text in group.texts if group.mode == "line" and group.cls in LINES else ():
            blocks = khabar.trace("\n\n".join(["Title of it", *BODY[:3], text, *BODY[3:]]), language=tag).blocks
            # the reader takes a list mark off: "- Advertisement -"
            first = next(khabar.rule(b.first_rule) for b in blocks if text.endswith(b.text) and b.text not in BODY)
            want = next(rule for rule in khabar.rules() if rule.id == LINES[group.cls])
            # a line may be of two classes, and is never text
            assert first is want or first.label in STRIPPED, text
