"""Elements in a line of text that are not read, and what is written for those that browsers write marks for."""

from __future__ import annotations

import khabar
import pytest
from khabar.html.elements import is_unread_inline
from lxml import html
from pages import AR, EN, JA, TITLE, article, inserted, paragraphs, stripped


@pytest.mark.parametrize(
    ("element", "unread"),
    [
        ("<span hidden>x</span>", True),
        ("<span style='color: red; display: none'>x</span>", True),
        ("<span style='VISIBILITY: hidden'>x</span>", True),
        ("<span class='sr-only'>x</span>", True),
        ("<span aria-hidden='true'>→ ❯ | ★</span>", True),
        ("<span aria-hidden='true'>\ue019</span>", True),
        (f"<span aria-hidden='true'>{'→' * 39}</span>", True),
        (f"<span aria-hidden='true'>{'→' * 40}</span>", False),
        (f"<span aria-hidden='true'>{'<i>→</i>' * 7}</span>", True),
        (f"<span aria-hidden='true'>{'<i>→</i>' * 8}</span>", False),
        ("<span aria-hidden='true'>T</span>", False),
        ("<span aria-hidden='true'>“</span>", False),
        ("<span aria-hidden='true'>5</span>", False),
        ("<span aria-hidden='false'>→</span>", False),
        ("<span>→</span>", False),
        ("<span style='display: inline'>x</span>", False),
    ],
)
def test_what_no_reader_sees(element: str, unread: bool) -> None:
    assert is_unread_inline(html.fragment_fromstring(element)) is unread


def test_article_in_a_hidden_element_that_nobody_closed_is_read() -> None:
    page = f"<article><h1>{TITLE}</h1><span style='display:none'><p>{'</p><p>'.join(EN)}</p></article>"
    assert paragraphs(page) == list(EN)


def test_first_letter_written_twice() -> None:
    dropped = f'<span aria-hidden="true">{EN[0][0]}</span><span class="visually-hidden">{EN[0][0]}</span>{EN[0][1:]}'
    assert paragraphs(article().replace(EN[0], dropped)) == list(EN)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“at last”"),
        ("de", "„at last“"),
        ("de-AT", "„at last“"),
        ("fr", "«at last»"),
        ("sv", "”at last”"),
        ("ja", "「at last」"),
        ("xx", "“at last”"),
        ("", "“at last”"),
    ],
)
def test_marks_of_the_pages_language(language: str, text: str) -> None:
    page = article("<p>The mayor said <q>at last</q> and left the hall.</p>")
    assert f"The mayor said {text} and left the hall." in paragraphs(f'<html lang="{language}"><body>{page}')


def test_marks_where_the_page_says_no_language() -> None:
    said = "<p>وقال رئيس البلدية <q>سنعيد بناء السوق</q> ثم غادر القاعة.</p>"
    page = f"<article><h1>السوق</h1><p>{AR[0]}</p>{said}<p>{AR[1]}</p></article>"
    assert "وقال رئيس البلدية «سنعيد بناء السوق» ثم غادر القاعة." in paragraphs(page)


def test_quotation_of_a_q_is_one() -> None:
    page = article("<p>“No,” she said. <q>We have waited long enough,</q> said Tobin Arrel, who sells mussels.</p>")
    quotes = khabar.parse(page).quotes
    assert [quote.text for quote in quotes][:2] == ["No,", "We have waited long enough,"]


@pytest.mark.parametrize("marked", ["“<q>at last</q>”", "<q>“at last”</q>", "<q> “at last” </q>"])
def test_quotation_with_marks_gets_no_others(marked: str) -> None:
    assert inserted(f"<p>The mayor said {marked} and left.</p>")[0].count("“") == 1


def test_unclosed_q() -> None:
    assert inserted("<p>The mayor said <q>at last and left the hall.</p>") == [
        "The mayor said “at last and left the hall.”"
    ]


def test_readings_of_a_paragraph_are_gathered() -> None:
    ruby = "<ruby>港<rt>みなと</rt></ruby>" * 300
    page = f"<article><h1>港</h1><p>{JA[0]}</p><p>{ruby}</p><p>{JA[1]}</p></article>"
    assert "港" * 300 in paragraphs(page)
    readings = stripped(page)["element.reading"]
    assert "".join(readings).replace(" ", "") == "みなと" * 300
    assert len(readings) < 10


def test_deletion_stays_where_nothing_stands_in_its_place() -> None:
    assert inserted("<p>It costs <s>nine</s> five crowns, they say.</p>") == ["It costs nine five crowns, they say."]
    advert = "<ins class='adsbygoogle'></ins>"
    assert inserted(f"<p>It costs <s>nine</s> five crowns, they say.{advert}</p>") == [
        "It costs nine five crowns, they say."
    ]
    mended = "<p>It costs <s>nine</s> <ins>five</ins> crowns, they say.</p>"
    assert inserted(mended) == ["It costs five crowns, they say."]
    assert stripped(article(mended))["element.deleted"] == ["nine"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Roe &amp;amp; Sons", "Roe & Sons"),
        ("it&amp;#8217;s &amp;quot;so&amp;quot;", 'it’s "so"'),
        ("a&amp;nbsp;b &amp;hellip;", "a\u00a0b …"),
        ("Q&A; and R&amp;D; 5 &amp;lt; 6", "Q&A; and R&D; 5 &lt; 6"),
    ],
)
def test_what_a_page_has_escaped_twice(source: str, text: str) -> None:
    assert inserted(f"<p>They say {source}, and they are right.</p>") == [f"They say {text}, and they are right."]
