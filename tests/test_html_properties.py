"""What holds for every page, tried on trees of the elements, names and lines that news pages are made of."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import Any, NamedTuple

import khabar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from khabar import pipeline
from test_properties import CONTROLS, DATES, LABELS, SENTENCES, SHORT, parsed
from words import accounted, words

BLOCKS = (
    "article", "aside", "blockquote", "button", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h2", "h3", "h4", "header", "li", "nav", "ol", "p", "pre", "section",
    "summary", "table", "td", "tr", "ul", "x-part",
)  # fmt: skip
TABLE = frozenset(("table", "tr", "td"))
"""Left open, these swallow the rest of the page."""
INLINE = (
    "a", "abbr", "b", "cite", "em", "i", "label", "q", "small", "span", "strong", "sub", "sup", "time", "u",
)  # fmt: skip
NAMES = (
    "article-body", "text", "content", "kicker", "standfirst", "lead", "byline", "author", "date", "caption",
    "credit", "related", "teaser", "card", "share", "tags", "comments", "newsletter", "advert", "sidebar",
    "visually-hidden", "hidden", "modal", "toc", "infobox", "gallery", "pullquote", "headline", "footer", "nav",
    "summary", "live-post", "embed", "twitter-tweet", "toolbar", "poll", "disclaimer", "player", "mb-4", "x",
)  # fmt: skip
UNSEEN = (
    "<script>let unseen = 1</script>",
    "<style>unseen { color: red }</style>",
    "<!-- unseen -->",
    "<noscript><img src='/n.jpg'></noscript>",
    "<svg><path d='M0 0'/></svg>",
    "<meta content='unseen'>",
)
VOID = ("<br>", "<hr>", "<img src='/a.jpg' alt=''>", "<img src='/b.jpg'>", "<input value='x'>", "<wbr>", "&nbsp;")
HEADS = (
    "",
    "<title>Harbour wall to be mended</title>",
    "<title>Harbour wall to be mended - Ashby Post</title><meta property='og:site_name' content='Ashby Post'>",
    "<meta property='og:title' content='Harbour wall to be mended'><meta name='description' content='A year'>",
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour wall to be mended"}</script>',
    '<script type="application/ld+json">{"@type": "NewsArticle", "headl</script><base href="/x"><link rel=canonical>',
)
BAD = (*CONTROLS, "\0", "\x0b", "\ud800", "\udc80", "\uffff", "<", ">", "&", "<!--", "-->", "]]>", "'", '"')
FEW = max(1, settings.get_profile("khabar").max_examples // 3)
HEADLINE = "Harbour wall to be mended"


class Piece(NamedTuple):
    """A piece of a page, and the lines that a reader sees in it."""

    source: str
    seen: tuple[str, ...]


def joined(pieces: Iterable[Piece], before: str = "", behind: str = "") -> Piece:
    pieces = list(pieces)
    source = "".join(piece.source for piece in pieces)
    return Piece(f"{before}{source}{behind}", tuple(line for piece in pieces for line in piece.seen))


PLAIN = (*SENTENCES, *SENTENCES, *SENTENCES, *SHORT, *DATES)


def _texts(*lines: str) -> st.SearchStrategy[Piece]:
    return st.sampled_from(lines).map(lambda line: Piece(f" {escape(line)} ", (line,)))


unseen = st.sampled_from((*VOID, *UNSEEN)).map(lambda source: Piece(source, ()))
ATTRIBUTES = st.sampled_from(
    ("",) * 30
    + tuple(f' class="{name}"' for name in NAMES)
    + tuple(f' id="{name}"' for name in NAMES[::4])
    + (
        " hidden",
        ' style="display: none"',
        ' style="font-weight:bold"',
        ' itemprop="articleBody"',
        ' itemprop="author"',
    )
    + (' role="navigation"', ' aria-hidden="true"', ' href="/x"', ' datetime="2024-03-04"')
)
TAGS = st.sampled_from(BLOCKS + INLINE)


def _element(children: st.SearchStrategy[Piece], *, closed: bool = True) -> st.SearchStrategy[Piece]:
    def made(tag: str, attributes: str, inner: list[Piece], end: int) -> Piece:
        return joined(inner, f"<{tag}{attributes}>", f"</{tag}>" if closed or end or tag in TABLE else "")

    return st.builds(made, TAGS, ATTRIBUTES, st.lists(children, max_size=5), st.integers(0, 15))


closed = st.recursive(_texts(*SHORT, *DATES) | unseen, _element, max_leaves=10)
nodes = st.recursive(_texts(*PLAIN, *LABELS) | unseen, lambda inner: _element(inner, closed=False), max_leaves=14)


@st.composite
def pages(draw: st.DrawFn) -> Piece:
    """A page whose article stands in a <main>, between a header and a footer of elements.

    What fails elsewhere is kept out: text in no element of its own outside of the article, and a title behind much
    text, in an element that is stripped, or behind a link to skip something (see the tests of regions and titles).
    """
    above = joined(draw(st.lists(_element(closed), max_size=2)), "<header>", "</header>")
    below = joined(draw(st.lists(_element(nodes), max_size=2)), "<footer>", "</footer>")
    title = Piece(f"<h1>{HEADLINE}</h1>", (HEADLINE,))
    inner = [*draw(st.lists(closed, max_size=1)), title, *draw(st.lists(nodes, max_size=8))]
    head = draw(st.sampled_from(HEADS))
    return joined(
        [above, joined(inner, "<main>", "</main>"), below], f"<!DOCTYPE html><html><head>{head}</head><body>"
    )


@st.composite
def fragments(draw: st.DrawFn) -> str:
    """Pieces of pages in any order, with letters that no page should have."""
    source = joined(draw(st.lists(nodes, min_size=1, max_size=6))).source
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(source)))
        bad = draw(st.sampled_from(BAD))
        source = source[:at] + bad + source[at:]
    return draw(st.sampled_from(("", "", "<html lang=\ud800>", "<title>\ud83d</title>", "<p>"))) + source


def article_of(page: str) -> dict[str, Any] | None:
    """The document, or None where khabar says, as it may, that there is none."""
    try:
        return khabar.parse(page, input_format="html").to_dict()
    except khabar.KhabarError:
        return None


def told(document: dict[str, Any]) -> tuple[Counter[str], int]:
    """The words that a document holds, and how many characters of abridged texts it does not show."""
    hidden = 0
    pieces = []
    for piece in document["stripped"]:
        if "chars" in piece:
            shown = piece["text"].removesuffix(" …").rpartition(" ")[0]  # its last word may be cut
            assert len(shown) < piece["chars"]
            hidden += piece["chars"] - len(shown)
            piece = {**piece, "text": shown}
        pieces.append(piece)
    return accounted({**document, "stripped": pieces}), hidden


@given(pages())
def test_no_word_is_lost_and_none_stands_in_two_fields(page: Piece) -> None:
    document = article_of(page.source)
    if document is None:
        return
    have = words(" ".join(page.seen))
    got, hidden = told(document)
    lost, new = have - got, got - have
    if lost and "".join(sorted("".join(lost.elements()))) == "".join(sorted("".join(new.elements()))):
        return  # a label written together with its value is cut off: one word becomes two
    assert sum(len(word) * n for word, n in lost.items()) <= hidden, lost
    new -= words(" ".join(document["byline"]))  # an author whom a sentence names stands in both
    assert new == Counter()


@given(pages())
def test_document_and_blocks_are_well_formed(page: Piece) -> None:
    try:
        trace = pipeline.parsed(page.source, input_format="html")
    except khabar.KhabarError:
        return
    document = trace.article.to_dict()
    assert tuple(document) == khabar.FIELDS
    assert document["format"] == "html"
    assert document["direction"] in ("rtl", "ltr")
    sections = document["sections"]
    assert all(section["heading"] is not None for section in sections[1:])
    for section in sections:
        for text in (section["heading"], *section["paragraphs"]):
            assert text is None or (text.strip() and "\n" not in text)
    for image in document["images"]:
        paragraphs = sections[image["section"]]["paragraphs"] if sections else []
        assert 0 <= image["paragraph"] <= len(paragraphs)
        assert image["credit"] or image["caption"] or image["alt"] or image["src"]
    known = {rule.id for rule in khabar.rules()}
    assert {piece["rule"] for piece in document["stripped"]} <= known
    assert all(piece["text"].strip() for piece in document["stripped"])
    assert {rule for block in trace.blocks for rule in (block.rule, block.first_rule)} <= known
    assert all(block.markup is not None for block in trace.blocks)


@given(fragments())
@example("<p>\ud800</p>")
@example("<img alt='\ud800' src='\ud800'><p>It was wet on Monday, they say.</p>")
@example("<meta property='og:title' content='\udfff'><link rel=canonical href='https://x.test/\ud800'><p>x</p>")
@example("<a" * 400)
@example("<html>\0</html>")
def test_any_page_gives_a_document_or_an_error_of_ours(source: str) -> None:
    parsed(source)
    document = article_of(source)
    assert document == article_of(source)
    if document is not None:
        assert json.loads(json.dumps(document, ensure_ascii=False).encode()) == document  # no lone surrogates


@settings(max_examples=FEW)
@given(pages())
def test_bytes_and_text_give_the_same(page: Piece) -> None:
    from_text = article_of(page.source)
    try:
        from_bytes = khabar.parse(page.source.encode(), input_format="html").to_dict()
    except khabar.KhabarError:
        assert from_text is None
        return
    assert from_bytes.pop("encoding") == "utf-8"
    assert from_text is not None
    assert from_bytes == {name: value for name, value in from_text.items() if name != "encoding"}


@settings(max_examples=FEW)
@given(pages(), st.sampled_from(khabar.FIELDS))
def test_a_field_alone_is_as_it_is_among_others(page: Piece, name: str) -> None:
    document = article_of(page.source)
    if document is not None:
        alone = khabar.parse(page.source, input_format="html", fields=[name]).to_dict([name])
        assert alone[name] == document[name]


@given(st.binary(max_size=300))
@example(b"<html>\xff\xfe\xfd</html>")
@example(b"<?xml version='1.0' encoding='utf-16'?><html><p>x</p></html>")
@example(b"<meta charset=utf-7><p>x</p>")
@example(b"<meta charset=base64><p>x</p>")
@example(b"\xff\xfe<\0p\0>\0x\0")
def test_no_bytes_raise_anything_but_a_khabar_error(data: bytes) -> None:
    for page in (data, b"<p>" + data, b"<html><head><meta charset=" + data + b"><p>x"):
        for way in ("auto", "html"):
            try:
                khabar.parse(page, input_format=way)  # type: ignore[arg-type]
            except khabar.KhabarError as error:
                message = str(error)
            else:
                continue
            assert message
            assert "\n" not in message


@pytest.mark.parametrize("source", ["", " ", "\n", "\ufeff"])
def test_nothing_is_an_error_of_its_own(source: str) -> None:
    with pytest.raises(khabar.EmptyInput):
        khabar.parse(source, input_format="html")
