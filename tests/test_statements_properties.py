"""What holds for the statements of every text: they are where they say, in one paragraph, in order."""

from __future__ import annotations

import khabar
import pytest
from effort import effort
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from khabar.article import Article
from khabar.entries import Section, Statement
from khabar.quotations import quotations, speech

MARKS = "\"'“”„«»"
WORDS = """
"" : ، , . … ! وقال وأضاف قائلا محذرا بحسب ووفقا إن أن إنه بأنها فإن وأن عن إلى من على نفى طالب الوزير نادر عيسى الجسر
سيفتح غدا حيث فيما وذلك بعدما لم هل قد لـ ب ـ said told reporters that according to the minister Jane Roe will open
ثمن أعلن هدد رفض رحب welcomed announced warned
denied called for adding warning of not might Did , ? 15 3.5 ا
"""
PIECES = [*MARKS, *WORDS.split(), " ", "\u00a0", ": ", ". ", "\u200f", "\u064e"]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join) | st.lists(
    st.sampled_from(PIECES), min_size=1, max_size=40
).map("".join)
articles = st.builds(
    Article,
    title=st.none() | texts,
    sections=st.lists(
        st.builds(Section, heading=st.none() | texts, paragraphs=st.lists(texts, max_size=4).map(tuple)), max_size=3
    ).map(tuple),
)
languages = st.sampled_from(["ar", "en", "de", "fr", "tr", "fa", "zh", "ja", None, "ar-EG", "xx"])


def order(found: Statement) -> tuple[int, int, int]:
    return found.section, found.paragraph, found.start


@given(articles, languages)
def test_statements_are_where_they_say(article: Article, language: str | None) -> None:
    for one in speech(article, language)[1]:
        paragraph = article.sections[one.section].paragraphs[one.paragraph]
        assert 0 <= one.start < one.end <= len(paragraph)
        assert paragraph[one.start : one.end] == one.text
        assert one.type in ("statement", "demand", "denial", "stance")
        assert one.cue is None or one.cue in paragraph
        assert one.confidence is None or 0 <= one.confidence <= 1


@settings(phases=[Phase.generate])
@given(articles, languages)
def test_statements_are_words(article: Article, language: str | None) -> None:
    for one in speech(article, language)[1]:
        assert one.text == one.text.strip()
        assert any(c.isalnum() for c in one.text)
        assert one.text[-1] not in ".,،؛;:"


@settings(phases=[Phase.generate])
@given(articles, languages)
def test_in_reading_order(article: Article, language: str | None) -> None:
    found = [order(one) for one in speech(article, language)[1]]
    assert found == sorted(found)


@pytest.mark.parametrize("text", ["She told reporters,", "The minister told parliament,", "وأبلغ الوزير الصحفيين،"])
@pytest.mark.parametrize("language", ["ar", "en", "de", "fr", "zh"])
def test_a_paragraph_may_end_with_a_comma(text: str, language: str) -> None:
    assert speech(Article(sections=(Section(None, (text,)),)), language)[1] == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("ar", "أن Jane نفى for , ووفقا"),
        pytest.param("ar", "وبحسب شهود، غرقت السفينة، وفقا لخفر السواحل. وأضاف أن أحدا لم ينج."),
        ("en", "The ferry will not sail, Paul Moss said, adding that it was late. It is old, according to Moss."),
    ],
)
def test_written_ones_in_reading_order(language: str, text: str) -> None:
    found = [order(one) for one in speech(Article(sections=(Section(None, (text,)),)), language)[1]]
    assert found == sorted(found)


@given(articles, languages)
def test_a_quoted_one_holds_a_quotation(article: Article, language: str | None) -> None:
    quotes, found, _ = speech(article, language)
    speaking = [one for one in quotes if one.kind in ("direct", "partial")]
    for one in found:
        inside = [
            quote
            for quote in speaking
            if (quote.section, quote.paragraph) == (one.section, one.paragraph) and one.start <= quote.start < one.end
        ]
        assert one.quoted == bool(inside)
        assert all((quote.start, quote.end) != (one.start, one.end) for quote in inside)


@given(articles, languages)
def test_the_quotations_are_the_same_with_and_without(article: Article, language: str | None) -> None:
    quotes, found, _ = speech(article, language)
    assert speech(article, language)[:2] == (quotes, found)
    assert speech(article, language, statements=False)[:2] == (quotes, ())
    assert quotations(article, language) == quotes


@given(texts, texts, texts)
def test_a_document_is_the_same_with_and_without(title: str, first: str, second: str) -> None:
    text = f"{title}\n\n{first}\n\n{second}"
    try:
        whole = khabar.parse(text)
    except khabar.KhabarError:
        return
    assert khabar.parse(text, fields=["quotes"]).quotes == whole.quotes
    assert khabar.parse(text, fields=["statements"]).statements == whole.statements
    others = [name for name in khabar.FIELDS if name != "statements"]
    assert khabar.parse(text, fields=others) == whole.replace(statements=())


HOSTILE = {
    "cues": "وقال إن " * 10_000,
    "cues and content": "وقال الوزير نادر عيسى إن الجسر سيفتح غدا محذرا من العاصفة " * 1_500,
    "parallel": "وقال الوزير إن الجسر جاهز " + "وأن الطريق مفتوح، " * 5_000,
    "sources": "وبحسب الوزير نادر عيسى، " * 3_500,
    "one sentence": "وقال الوزير إن " + "الجسر سيفتح غدا حيث " * 4_500,
    "commas": "وقال الوزير إن الجسر، " * 4_000,
    "that": "the minister said that " * 4_000,
    "behind": "The tunnel will open, the minister said. " * 2_000,
    "participles": "Jane Roe said the tunnel is open, adding that it is late, " * 1_500,
    "according": "according to the minister " * 3_500,
    "quoted": "The minister said that “the tunnel is open” and that “the road is shut” " * 1_200,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_linear(name: str, language: str) -> None:
    article = Article(sections=(Section(None, (HOSTILE[name],)),))
    assert effort(lambda: speech(article, language))[1] < 8


def test_many_paragraphs() -> None:
    paragraphs = tuple(f"وأضاف في اليوم {i} أن العمل سيبدأ في القاعة رقم {i} قبل الظهر." for i in range(1_500))
    article = Article(sections=(Section(None, ("وقال الوزير نادر عيسى إن العمل لم ينته.", *paragraphs)),))
    assert effort(lambda: speech(article, "ar"))[1] < 8


def test_a_limit_of_cues_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khabar.quotations.statements.CUES", 2)
    article = Article(sections=(Section(None, ("Jane Roe said that it was late.",) * 3),))
    found = speech(article, "en")
    assert len(found.statements) == 2
    assert [told.startswith("more than ") for told in found.told] == [True]
    assert not speech(article.replace(sections=(Section(None, article.sections[0].paragraphs[:2]),)), "en").told


def test_no_statement_within_a_quotation_of_several_paragraphs() -> None:
    paragraphs = ("“We have waited long and it is over.", "We shall go on”, Jane Roe said.")
    assert not speech(Article(sections=(Section(None, paragraphs),)), "en").statements
