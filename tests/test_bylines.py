"""The names in a byline: of a raw text's line, of metadata, of the elements of a page."""

from __future__ import annotations

import khabar
import pytest
from effort import effort
from khabar.bylines.authors import Piece, authors_in
from khabar.bylines.words import BylineWords, common, read_bylines, words
from khabar.lexicon import lexicon_for
from pages import AR, EN

Given = str | tuple[str, int]


def names(*given: Given, language: str = "en") -> list[str]:
    """The names in pieces; a piece with a number stands in an element that says it holds a name."""
    pieces = [Piece(one) if isinstance(one, str) else Piece(*one) for one in given]
    return list(authors_in(pieces, BylineWords(lexicon_for(language))))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # markers
        ("By Ana Lund", ["Ana Lund"]),
        ("ByAna Lund", ["Ana Lund"]),
        ("Byron Lund", ["Byron Lund"]),
        ("Interview: Ana Lund", ["Ana Lund"]),
        ("Wednesday January 18, 2017 10:44 am PST by Ana Lund", ["Ana Lund"]),
        ("The Courier | 04.05.2015 | By Ana Lund", ["Ana Lund"]),
        # what follows the name
        ("Ana Lund - Aug 10, 2016 11:15 am UTC", ["Ana Lund"]),
        ("Ana Lund on November 7, 2023", ["Ana Lund"]),
        ("Ana Lund | Email the author | alund@example.org", ["Ana Lund"]),
        ("Ana Lund @alund", ["Ana Lund"]),
        ("Ana Lund · 4 min read", ["Ana Lund"]),
        ("Ana Lund, MA", ["Ana Lund"]),
        ("Ana Lund, Senior reporter", ["Ana Lund"]),
        ("Ana Lund, Berlin", ["Ana Lund"]),
        ("ANA LUND Associated Wire", ["ANA LUND"]),
        ("ANA LUND", ["ANA LUND"]),
        # several
        ("Ana Lund and Bo Ek", ["Ana Lund", "Bo Ek"]),
        ("Ana Lund, Bo Ek and Kim van Example", ["Ana Lund", "Bo Ek", "Kim van Example"]),
        ("Ana Lund (with Bo Ek)", ["Ana Lund", "Bo Ek"]),
        ("Ana Lund, Bo Ek, Reuters", ["Ana Lund", "Bo Ek"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Richard (R.J.) Lund", ["Richard (R.J.) Lund"]),
        ("Perry Lund Jr.", ["Perry Lund Jr."]),
        ("J.R. Lund", ["J.R. Lund"]),
        ("By Ana Lund and agencies", ["Ana Lund"]),
        ("By Ana Lund and Reuters", ["Ana Lund"]),
        ("By Reuters and AP", ["Reuters", "AP"]),
        ("By Staff and agencies", ["agencies"]),
        # where they wrote it
        ("By Ana Lund in Cairo", ["Ana Lund"]),
        ("By Ana Lund in London and Bo Ek in New York", ["Ana Lund", "Bo Ek"]),
        ("By Ana Lund at the White House", ["Ana Lund"]),
        ("By Ana Lund in the days when nobody had any work", []),
        ("Made in Harbourtown", []),
        # their job, and whom they work for
        ("By Ana Lund Political Editor", ["Ana Lund"]),
        ("By our correspondent Ana Lund", ["Ana Lund"]),
        ("By Ana Lund BBC News", ["Ana Lund"]),
        # desks, where nobody else is named
        ("By News Desk", ["News Desk"]),
        ("Ana Lund, News Desk", ["Ana Lund"]),
        ("Courier Staff", ["Courier Staff"]),
        ("News desk of the harbour", []),
        # who is a person among other things
        ("Cairo - Mona Salem, 3 March", ["Mona Salem"]),
        ("Reuters", ["Reuters"]),
        # nobody
        ("[[author]]", []),
        ("Example Media GmbH", []),
        ("Verein Hafen e.V.", []),
        ("Staff Writer", []),
        ("admin", []),
        ("harbourfan", []),
        ("Ana Lund has written about ports for the paper since 2011.", []),
        ("Update: the harbour is open again.", []),
        ("https://example.org/ana", []),
    ],
)
def test_names_of_a_line(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "von Jana Weik", ["Jana Weik"]),
        ("de", "Von Hafen-Experte Jana Weik", ["Jana Weik"]),
        ("de", "Jana Weik im Gespräch mit Bo Ek", ["Jana Weik", "Bo Ek"]),
        ("de", "Ein Interview von Jana Weik mit Bo Ek", ["Jana Weik"]),
        ("de", "Von Jana Weik und dpa", ["Jana Weik"]),
        ("de", "Von Jana Weik mit Material von dpa", ["Jana Weik"]),
        ("de", "Von unserem Korrespondenten Jan Weik", ["Jan Weik"]),
        ("de", "Von Jana Weik aus Kairo", ["Jana Weik"]),
        ("de", "Hafen-Redaktion", ["Hafen-Redaktion"]),
        ("fr", "Par Anne Rosel avec AFP", ["Anne Rosel"]),
        ("fr", "Par notre envoyée spéciale Anne Rosel à Kiev", ["Anne Rosel"]),
        ("es", "Por Ana Pérez desde Madrid", ["Ana Pérez"]),
        ("es", "Por Ana Pérez de la Torre", ["Ana Pérez de la Torre"]),
        ("pt", "Por Ana Silva e Lusa", ["Ana Silva"]),
        ("it", "Dal nostro inviato Anna Rossi", ["Anna Rossi"]),
        ("sv", "Av Ana Lund i Stockholm", ["Ana Lund"]),
        ("ru", "Анна Петрова из Москвы", ["Анна Петрова"]),
        ("ar", "بقلم: سامر حداد من القاهرة", ["سامر حداد"]),
        ("ar", "سامر حداد ووكالات", ["سامر حداد"]),
        ("ar", "سامر حداد - رويترز", ["سامر حداد"]),
        ("de", "Ana Lund, Bo Ek und Kim Muster", ["Ana Lund", "Bo Ek", "Kim Muster"]),
        ("fr", "Par Anne Rosel, publié le 5 mars 2024 à 10h12", ["Anne Rosel"]),
        ("es", "Por Ana Pérez y Luis Gil", ["Ana Pérez", "Luis Gil"]),
        ("sv", "Av Ana Lund", ["Ana Lund"]),
        ("ru", "Автор: Анна Лунд", ["Анна Лунд"]),
        ("ar", "بقلم: أحمد علي", ["أحمد علي"]),
        ("ar", "سامر حداد - 5 مارس 2024", ["سامر حداد"]),
        ("ar", "أحمد علي و منى سالم", ["أحمد علي", "منى سالم"]),
        ("ar", "أحمد علي ومنى سالم", ["أحمد علي", "منى سالم"]),
        ("ar", "أحمد وليد سالم", ["أحمد وليد سالم"]),
        ("ar", "مراسل شؤون الموانئ", []),
        ("ja", "山田花子、田中太郎", ["山田花子", "田中太郎"]),
    ],
)
def test_names_of_a_line_by_language(language: str, text: str, found: list[str]) -> None:
    assert names(text, language=language) == found


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        (["By", ("Ana Lund", 1), ("Staff Writer", 1)], ["Ana Lund"]),
        (["By", ("Ana Lund", 1), "and", ("Bo Ek", 2)], ["Ana Lund", "Bo Ek"]),
        (["By", ("Ana Lund", 1), "and Bo Ek"], ["Ana Lund", "Bo Ek"]),
        (["Ana Lund,", ("Bo Ek", 1)], ["Ana Lund", "Bo Ek"]),
        ([("Ana", 1), ("Lund", 1)], ["Ana Lund"]),
        ([("Roe, Jane", 1)], ["Jane Roe"]),
        (["By", "Ana Lund"], ["Ana Lund"]),
        (["Ana Lund", " · ", "Harbour News", "Posted: Oct 14, 2022"], ["Ana Lund"]),
        ([("Kathrin", 1), "Bo Ek"], ["Kathrin"]),
        ([("harbourfan", 1)], ["harbourfan"]),
        (["Author:", ("c1ph4", 1)], ["c1ph4"]),
        (["Author:", ("2019", 1)], []),
        ([("admin", 1), "Bo Ek"], []),
        ([("Mobasir hassan", 1)], ["Mobasir hassan"]),
    ],
)
def test_elements_divide_names(pieces: list[Given], found: list[str]) -> None:
    assert names(*pieces) == found


def test_the_publisher_is_no_author() -> None:
    assert authors_in([Piece("The Courier - Ana Lund")], common(), sites={"thecourier"}) == ("Ana Lund",)
    assert authors_in([Piece("The Courier")], common(), sites={"thecourier"}) == ()


HEAD = "<h1>Harbour wall to be mended</h1>"
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in EN)


def byline(head: str = "", end: str = "", meta: str = "") -> tuple[str, ...]:
    """The byline of a page with markup below the title and below the text."""
    page = f"<html lang='en'><head>{meta}</head><body><article>{HEAD}{head}{TEXT}{end}</article></body></html>"
    return khabar.parse(page).byline


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="author-info"><a class="author-name" href="/a">Ana Lund</a><span>Science editor</span></div>',
        '<p class="entry-meta">by <a rel="author" href="/l">Ana Lund</a> July 10, 2015</p>',
        '<div class="post-info"><a href="/author/ana-lund">Ana Lund</a> | July 10, 2015</div>',
        '<div class="story-meta"><span class="by">By</span> <span>Ana Lund</span></div>',
        '<div><div><p>By</p></div><div><p class="full-name">Ana Lund</p></div></div>',
        '<address><a href="/profile/ana-lund">Ana Lund</a></address>',
        '<span class="author vcard"><a class="url fn n" href="/l">Ana Lund</a></span>',
        '<div itemprop="author"><meta itemprop="name" content="Ana Lund"></div>',
        '<footer class="meta"><p class="byline">By <a href="/staff/ana-lund">ANA LUND</a></p></footer>',
        '<div class="author"><img src="/a.jpg" alt="Bo"><a href="/a/b">Ana Lund</a><p>She likes boats.</p></div>',
        '<div class="teaser__metadata"><p class="byline__author">By <a href="/autoren/x">Ana Lund</a></p></div>',
        '<aside class="meta"><p class="authors">By:<br><a href="/autor/x">Ana Lund</a></p></aside>',
    ],
)
def test_bylines_near_the_title(markup: str) -> None:
    assert [name.title() for name in byline(markup)] == ["Ana Lund"]


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="author">by Ana Lund</p>',
        '<footer class="entry-footer">Posted by <a rel="author" href="/a">Ana Lund</a> at 18:52</footer>',
        '<div class="article-footer">by <a href="/people/ana">Ana Lund</a></div>',
        '<h4><a href="/people/a">Bo Ek: the harbour is open</a></h4><p class="author">by Ana Lund</p>',
        '<div class="author-box"><h3>Ana Lund</h3><p>She has written about ports for the paper since 2011.</p></div>',
    ],
)
def test_bylines_at_the_end(markup: str) -> None:
    assert byline(end=markup) == ("Ana Lund",)


def test_an_account_at_the_end() -> None:
    box = '<div class="post">by <a rel="author" href="/u">{}</a></div>'
    assert byline(end=box.format("harbourfan")) == ()
    assert byline(end=box.format("Ana Lund")) == ("Ana Lund",)
    assert byline(box.format("harbourfan")) == ("harbourfan",)


CARDS = "".join(
    f'<div class="card"><h4><a href="/s{i}">Another story</a></h4><a rel="author" href="/u">Bo Writer{c}</a></div>'
    for i, c in enumerate("abc")
)


@pytest.mark.parametrize(
    "markup",
    [
        f"<div>{CARDS}</div>",
        '<ul><li><a href="/x">Ferry sinks</a> <span class="byline">by <a rel="author">Bo Ek</a></span></li></ul>',
        '<div class="comments"><b class="fn">Bo Ek</b> says: very good</div>',
        '<div class="related-posts"><span class="author">Bo Ek</span></div>',
        '<aside><a rel="author" href="/b">Bo Ek</a></aside>',
    ],
)
def test_authors_of_other_things(markup: str) -> None:
    assert byline(end=markup) == ()


def test_somebody_whom_the_text_links_to() -> None:
    sentence = "was married when he died, and wanted all of his money to go to the town's harbour, the papers say"
    assert byline(f'<h2><a href="/person/prince/">Prince Lund</a> {sentence}</h2>') == ()


@pytest.mark.parametrize(
    ("said", "shown", "found"),
    [
        ("Ana Lund", "Bo Ek", ("Ana Lund",)),
        ("Ana", "Ana Lund", ("Ana Lund",)),
        ("analund", "Ana Lund", ("Ana Lund",)),
        ("harbourfan", "Ana Lund", ("Ana Lund",)),
        ("Ana Lund", "Ana Lund and Bo Ek", ("Ana Lund", "Bo Ek")),
        ("Example Media GmbH", "Ana Lund", ("Ana Lund",)),
        ("Ana Lund @alund", "", ("Ana Lund",)),
        ("https://example.org/ana", "", ()),
    ],
)
def test_metadata_and_what_is_shown(said: str, shown: str, found: tuple[str, ...]) -> None:
    assert byline(f'<p class="byline">{shown}</p>', meta=f'<meta name="author" content="{said}">') == found


def test_somebody_whom_the_page_does_not_name() -> None:
    meta = '<meta name="author" content="Bo Ek">'
    assert byline('<p class="byline">By <a rel="author">Ana Lund</a></p>', meta=meta) == ("Ana Lund",)
    assert byline(meta=meta) == ("Bo Ek",)
    assert byline(meta='<meta name="author" content="Harbourfan">') == ()
    assert byline("<p>By Harbourfan</p>", meta='<meta name="author" content="Harbourfan">') == ("Harbourfan",)


def test_a_line_of_twitters_card() -> None:
    card = '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ana Lund">'
    assert byline(end="<p>Ana Lund</p>", meta=card) == ("Ana Lund",)
    assert byline(meta=card) == ()  # the account that sent the page


def test_the_account_of_a_program_for_blogs() -> None:
    graph = """{"@graph": [{"@type": "Article", "headline": "Harbour wall to be mended", "author": {"@id": "%s"}},
    {"@type": "Person", "@id": "%s", "name": "Ana Lund"}]}"""
    script = f'<script type="application/ld+json">{graph}</script>'
    account, person = "https://example.org/#/schema/person/1e7f", "https://example.org/#ana"
    assert byline(meta=script % (account, account)) == ()
    assert byline(end="<p>Ana Lund</p>", meta=script % (account, account)) == ("Ana Lund",)
    assert byline(meta=script % (person, person)) == ("Ana Lund",)


def test_the_author_in_json_that_is_none() -> None:
    broken = '{"@type": "Article", "headline": "A", "description": "The "old" wall", "author": {"name": "Ana Lund"}}'
    assert byline(meta=f'<script type="application/ld+json">{broken}</script>') == ("Ana Lund",)


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="entry-meta">Posted on 27.01.2022 by Ana Lund</p>',
        '<div class="entry-meta social-comments"><a rel="author" href="/a">Ana Lund</a></div>',
        '<div class="metainfo__author">Ana Lund</div>',
        '<div class="credit-info"><h3><a href="/autores/ana">Ana Lund</a></h3></div>',
        '<button class="author-button"><a href="/author/ana-lund">Ana Lund</a></button>',
        '<aside class="author"><h3><a href="/a"><span>Ana Lund</span></a></h3><p>She likes boats.</p></aside>',
    ],
)
def test_names_of_elements_near_the_title_mislead(markup: str) -> None:
    assert byline(markup) == ("Ana Lund",)


def test_a_line_of_dates_names_nobody() -> None:
    assert byline('<div class="entry-meta">27.01.2022 | Harbour News | Fishing Boats</div>') == ()


def test_the_name_is_taken_out_of_what_is_stripped() -> None:
    box = '<div class="author-info"><a class="author-name" href="/a">Ana Lund</a><span>Science editor</span></div>'
    article = khabar.parse(f"<article>{HEAD}{box}{TEXT}</article>")
    assert article.byline == ("Ana Lund",)
    assert [piece.text for piece in article.stripped] == ["Science editor"]


def test_two_names_in_a_raw_text() -> None:
    text = "\n\n".join((HEAD[4:-5], "By Ana Lund and Bo Ek", *EN))
    assert khabar.parse(text).byline == ("Ana Lund", "Bo Ek")


def test_names_with_places_in_a_raw_text() -> None:
    line = "By Ana Lund in London and Bo Ek in New York"
    assert khabar.parse("\n\n".join((HEAD[4:-5], line, *EN))).byline == ("Ana Lund", "Bo Ek")
    long = "By the harbour in London and the streets of New York people wait for news of the boats that were lost"
    assert khabar.parse("\n\n".join((HEAD[4:-5], long, *EN))).byline == ()


def test_a_name_and_an_agency_below_the_title() -> None:
    lines = (HEAD[4:-5], "Anna Lunde (Reuters)", *EN)
    article = khabar.parse("\n\n".join(lines))
    assert (article.byline, article.images) == (("Anna Lunde",), ())
    named = khabar.parse("\n\n".join((*lines, "Mayor Lunde said nothing more on Monday.")))
    assert [image.caption for image in named.images] == ["Anna Lunde"]


def test_an_arabic_name_and_an_agency_below_the_title() -> None:
    title = "السوق القديم في مدينة الواحة يدخل مرحلة الترميم"
    for line in ("سامر حداد - رويترز", "سامر حداد ووكالات", "بقلم: سامر حداد من القاهرة"):
        assert khabar.parse("\n\n".join((title, line, *AR))).byline == ("سامر حداد",)


def test_a_marker_and_no_name() -> None:
    assert khabar.parse("\n\n".join((HEAD[4:-5], "Author: mh", *EN))).byline == ()


def test_a_section_in_the_authors_box_is_no_name() -> None:
    assert byline('<div class="author-container"><a class="category" href="/c/1"><span>Boats</span></a></div>') == ()


@pytest.mark.parametrize("shown", ["News Desk", "Reuters"])
def test_a_desk_where_nobody_else_is_named(shown: str) -> None:
    line = f'<p class="byline">By {shown}</p>'
    assert byline(line) == (shown,)
    assert byline(f'{line}<p class="author">Ana Lund</p>') == ("Ana Lund",)
    assert byline('<p class="author">Ana Lund</p>', meta=f'<meta name="author" content="{shown}">') == ("Ana Lund",)


def publisher_page(publisher: str, address: str = "mainEntityOfPage") -> tuple[str, ...]:
    """The byline of a page whose author's name the publisher has, too."""
    url = "https://example.org/harbour/"
    graph = """{"@graph": [{"@type": "WebPage", "@id": "%s#webpage", "url": "%s"},
    {"@type": "Article", "headline": "Harbour wall to be mended", "%s": {"@id": "%s#webpage"},
     "author": {"@id": "#ana"}, "publisher": %s},
    {"@type": "Person", "@id": "#ana", "name": "Ana Lund"}]}"""
    script = graph % (url, url, address, url, publisher)
    return byline(meta=f'<link rel="canonical" href="{url}"><script type="application/ld+json">{script}</script>')


def test_a_person_who_publishes_the_site() -> None:
    assert publisher_page('{"@type": ["Person", "Organization"], "name": "Ana Lund"}') == ("Ana Lund",)
    assert publisher_page('{"@id": "#ana"}') == ("Ana Lund",)
    assert publisher_page('{"@type": "Organization", "name": "Ana Lund"}') == ()
    assert publisher_page('{"@type": "Organization", "name": "Harbour News"}') == ("Ana Lund",)


def test_a_page_of_bylines_takes_no_longer_than_its_length() -> None:
    def page(n: int) -> str:
        many = '<div class="byline">By <a rel="author" href="/a">Ana Lund</a></div>' * n
        return f"<article>{HEAD}{many}{TEXT}{many}</article>"

    small, large = page(500), page(4000)
    _, once = effort(lambda: khabar.parse(small))
    _, again = effort(lambda: khabar.parse(large))
    assert again < 16 * once + 0.2


def test_the_lexicon_file() -> None:
    assert all(len(keys) == len(set(keys)) for _, keys in read_bylines())
    assert all(words(cls) for cls, _ in read_bylines())
