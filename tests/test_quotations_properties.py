"""What holds for the quotations of every text: they are where they say, in order, and never two in one place."""

from __future__ import annotations

import khabar
import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from khabar.article import Article
from khabar.entries import Quote, Section
from khabar.quotations import quotations

MARKS = "\"'“”„«»‹›‘’「」"
WORDS = """
"" '' : ، . … وقال وأضاف قائلا بحسب إن أن الوزير نادر عيسى نحن مستعدون للحوار لـ ب said the minister won't 15 ا
ـ Smith ( )
"""
PIECES = [*MARKS, *WORDS.split(), " ", "\u00a0", ": ", ". ", "\u200f", "\u064e"]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(lambda parts: " ".join(parts)) | st.lists(
    st.sampled_from(PIECES), min_size=1, max_size=40
).map("".join)
articles = st.builds(
    Article,
    title=st.none() | texts,
    sections=st.lists(
        st.builds(Section, heading=st.none() | texts, paragraphs=st.lists(texts, max_size=4).map(tuple)), max_size=3
    ).map(tuple),
)
languages = st.sampled_from(["ar", "en", "de", "ja", None, "ar-EG", "xx"])


def place(quote: Quote, article: Article) -> str:
    """The text of the paragraph, heading or title that a quotation begins in."""
    if quote.section is None:
        return article.title or ""
    section = article.sections[quote.section]
    return section.heading or "" if quote.paragraph is None else section.paragraphs[quote.paragraph]


@given(articles, languages)
def test_quotations_are_where_they_say(article: Article, language: str | None) -> None:
    for quote in quotations(article, language):
        text = place(quote, article)
        last = quote.end_paragraph
        if last is None or last == quote.paragraph:
            assert text[quote.start : quote.end] == quote.text
            continue
        assert quote.section is not None
        assert quote.paragraph is not None
        parts = quote.text.split("\n\n")
        assert len(parts) == last - quote.paragraph + 1
        assert text[quote.start :] == parts[0]
        assert article.sections[quote.section].paragraphs[last][: quote.end].endswith(parts[-1])


@given(articles, languages)
def test_kinds_and_speakers(article: Article, language: str | None) -> None:
    for quote in quotations(article, language):
        assert quote.text == quote.text.strip()
        assert any(c.isalnum() for c in quote.text)
        assert quote.kind in ("direct", "partial", "term", "heading")
        assert (quote.kind == "heading") == (quote.paragraph is None)
        if quote.kind in ("term", "heading"):
            assert quote.speaker is None
            assert quote.cue is None
        if quote.cue is not None:
            assert any(quote.cue in text for text in article.sections[quote.section or 0].paragraphs)


@given(articles, languages)
def test_in_order_and_apart(article: Article, language: str | None) -> None:
    end = (-1, -1, -1)
    for quote in quotations(article, language):
        section = -1 if quote.section is None else quote.section
        paragraph = -1 if quote.paragraph is None else quote.paragraph
        assert (section, paragraph, quote.start) >= end
        end = (section, quote.end_paragraph if quote.end_paragraph is not None else paragraph, quote.end)


@given(articles, languages)
def test_the_same_twice(article: Article, language: str | None) -> None:
    assert quotations(article, language) == quotations(article, language)


HOSTILE = {
    "marks": '"' * 200_000,
    "spaced marks": '" ' * 50_000,
    "openers": "«قال " * 12_000,
    "nested": "قال: " + "«" * 20_000 + "نعم" + "»" * 20_000,
    "verbs": "وقال إن " * 12_000 + '"نعم"',
    "verbs, short": "وقال إن " * 10_000 + '"نعم هذا صحيح".',
    "names": "وقال " + "الوزير نادر " * 3_000 + '"نعم هذا صحيح".',
    "commas": "وقال الوزير، " * 3_000 + '"نعم هذا صحيح".',
    "quotations": 'وقال "نعم هذا صحيح تماما" ' * 1_200,
    "no prose": 'وقال: "نعم هذا صحيح تماما" ' * 20_000,
    "singles": "'نعم " * 20_000,
    "said behind": "“yes,” said the man and then " * 1_200,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_linear(name: str, language: str) -> None:
    article = Article(sections=(Section(None, (HOSTILE[name], 'وقال الوزير: "نعم هذا صحيح".')),))
    found, spent = effort(lambda: quotations(article, language))
    assert spent < 5
    assert found[-1].text == "نعم هذا صحيح"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_many_paragraphs(language: str) -> None:
    paragraphs = tuple(f'وأضاف في اليوم {i}: "هذا هو اليوم رقم {i} من العمل' for i in range(1_500))
    article = Article(sections=(Section(None, paragraphs),))
    assert effort(lambda: quotations(article, language))[1] < 5


def test_a_paragraph_too_long_to_be_prose_is_told() -> None:
    text = 'وقال كريم منصور: "الجسر جاهز".' + " " + "كلمة " * 25_000
    article = khabar.parse("عنوان الخبر\n\n" + text)
    assert [quote.speaker for quote in article.quotes] == [None]
    assert any("who speaks in it" in warning for warning in article.warnings)
    assert not khabar.parse("عنوان الخبر\n\n" + text[:200]).warnings
