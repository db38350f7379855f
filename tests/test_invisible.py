"""Characters that no text of the output has, and half surrogate pairs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import khabar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from khabar.decode.invisible import visible, visible_source, visible_values, whole

LEFT_OUT = "\u00ad\u200b\u2060\ufeff"
STAYS = "\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u2069\u061c"
HALVES = "\ud800\udbff\udc00\udfff"
PAGE = """\
<!doctype html><html lang="en"><head><title>A sof&shy;tly spoken mayor</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A softly spoken mayor",
"author": {"name": "Jane \\u200bD\\u00adoe \\ud83d"}, "publisher": {"name": "The Har\\ufeffbour"}}</script></head>
<body><article><h1>A sof&shy;tly spoken mayor</h1>
<p>The may&#173;or&#x200B; said on Mon\u00adday that the port&NoBreak; takes in “120 boats&#xFEFF; each
morning” again.</p><figure><img src="a.jpg" alt="Bo&#8288;ats"><figcaption>
Boats came ba&ZeroWidthSpace;ck to the harbour</figcaption></figure>
<p>More was said by others in the town hall, as reporters wrote down on that day.</p></article></body></html>
"""


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, field in value.items():
            yield key
            yield from texts(field)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def check(trace: khabar.Trace) -> None:
    document = trace.article.to_dict()
    json.dumps(document, ensure_ascii=False).encode()
    for text in (*texts(document), *(block.text for block in trace.blocks)):
        assert not set(LEFT_OUT + HALVES) & set(text)
    for quote in trace.article.quotes:
        if (
            quote.paragraph is not None
            and quote.section is not None
            and quote.end_paragraph in (None, quote.paragraph)
        ):
            paragraph = trace.article.sections[quote.section].paragraphs[quote.paragraph]
            assert paragraph[quote.start : quote.end] == quote.text


def test_a_page() -> None:
    trace = khabar.trace(PAGE)
    check(trace)
    check(khabar.trace(PAGE.encode()))
    article = trace.article
    assert (article.title, article.byline) == ("A softly spoken mayor", ("Jane Doe \ufffd",))
    assert article.publisher == "The Harbour"
    assert article.images[0].alt == "Boats"
    assert article.warnings == ("1 half surrogate pair replaced with U+FFFD",)


def test_what_stays() -> None:
    text = f"می\u200cخواهم بنویسم {STAYS} و بس.\n\nمی\u200cخواهم بنویسم که کتاب خوبی است و بس."
    assert STAYS in khabar.parse(text).to_text()
    assert visible(STAYS) == STAYS


@pytest.mark.parametrize("source", ["a?x=1&shy=2", "&shying", "&#1730;", "&#x2060A;", "&amp;#173", "R&D"])
def test_no_reference(source: str) -> None:
    assert visible_source(source) == source


def test_halves_and_pairs() -> None:
    assert whole("a\ud83d\ude00b") == ("a😀b", ())
    assert whole("\ufffd\ud83d\ud83d\ude00\udc00") == (
        "\ufffd\ufffd😀\ufffd",
        ("2 half surrogate pairs replaced with U+FFFD",),
    )
    assert whole("plain é") == ("plain é", ())


def test_nothing_else() -> None:
    for text in (LEFT_OUT, f"{LEFT_OUT}\n {LEFT_OUT}", f"<p>{LEFT_OUT}&shy;</p>"):
        with pytest.raises(khabar.EmptyInput):
            khabar.parse(text)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([*LEFT_OUT, *STAYS, *HALVES, "a", "لا ", " ", "\n\n", "“", "”", ": ", ".", "<p>", "said "])
    )
)
def test_any_text(parts: list[str]) -> None:
    text = "Old port opens again\n\n" + "".join(parts)
    check(khabar.trace(text))
    page = f"<html><body><article><h1>Old port</h1><p>{text}</p></article></body></html>"
    trace = khabar.trace(page)
    check(trace)
    told = any(c in re.sub("[\ud800-\udbff][\udc00-\udfff]", "", text) for c in HALVES)
    assert any("half surrogate" in warning for warning in trace.article.warnings) == told


@given(
    st.recursive(
        st.none() | st.integers() | st.text(st.characters()), lambda v: st.lists(v) | st.dictionaries(st.text(), v)
    )
)
def test_any_value(value: Any) -> None:
    told: list[str] = []
    cleaned = visible_values(value, told)
    assert visible_values(cleaned, told) == cleaned
    json.dumps(cleaned, ensure_ascii=False).encode()
