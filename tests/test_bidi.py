"""Bidi controls that reach no further than their text."""

from __future__ import annotations

import khabar
import pytest
from hypothesis import given
from hypothesis import strategies as some
from khabar.bidi import contained

TEXTS = some.text("ab \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", max_size=12)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("plain", "plain"),
        ("بريد", "بريد"),
        ("a\u202eb", "ab"),
        ("a\u202eb\u202cc", "a\u202eb\u202cc"),
        ("a\u2067b", "ab"),
        ("a\u2067b\u2069c\u2069", "a\u2067b\u2069c"),
        ("\u202cab", "ab"),
        ("\u2067a\u202eb\u2069c", "\u2067ab\u2069c"),
        ("\u202a\u2067a\u202cb\u2069c\u202c", "\u202a\u2067ab\u2069c\u202c"),
        ("\u202a\u202b\u202ca", "\u202b\u202ca"),
        ("می\u200cشود \u200f(a)\u200e", "می\u200cشود \u200f(a)\u200e"),
    ],
)
def test_contained(text: str, left: str) -> None:
    assert contained(text) == left


@given(TEXTS, TEXTS)
def test_one_text_does_not_reach_into_the_next(first: str, second: str) -> None:
    assert contained(contained(first)) == contained(first)
    assert contained(contained(first) + contained(second)) == contained(first) + contained(second)


def test_what_shows_an_article_ends_them() -> None:
    """In a page, in Markdown and in a notebook nothing turns what stands after it round."""
    page = """<html><head><title>Old \u202eport opens</title></head><body><article><h1>Old \u202eport opens</h1>
<p>By Ann \u2067Poe and Li Wei</p>
<figure><img src="https://a.example/\u202ea.jpg" alt="A \u2066quay">
<figcaption>The \u202bquay on Monday</figcaption></figure>
<p>The mayor said on Monday that the \u202eport takes in 120 boats every morning, and that it is \u2067glad\u2069.</p>
<p>"We are \u202eready for the boats," said the mayor, Ann \u2067Poe, on the quay on Monday.</p>
</article></body></html>"""
    article = khabar.parse(page)
    assert "\u202e" in (article.title or "")
    for shown in (article.to_markdown(), article._repr_html_()):
        assert "\u202e" not in shown
        assert "\u202b" not in shown
        assert shown.count("\u2067") == shown.count("\u2069") == 1
