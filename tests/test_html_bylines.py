"""Names, dates and JSON-LD that are another's than the article's: in sentences, cards, comments; several authors."""

from __future__ import annotations

import khabar
import pytest
from khabar.article import Article
from khabar.html.sentences import is_sentence

TEXT = (
    "The council of the small town met on Monday to decide what should become of the old ferry house.",
    "Residents had waited nearly four hours in the cold hall before the first vote was finally taken by hand.",
    "A majority of them wanted the house to stay open, although its roof has leaked since the spring storms.",
    "The mayor promised a new report before the summer and thanked the volunteers who carried the chairs.",
    "In the end the meeting closed with a song that few of the younger visitors seemed to know by heart.",
)


def parsed(top: str = "", mid: str = "", after: str = "", head: str = "", lang: str = "en") -> Article:
    """A small page with something below its title, in the text, behind the article, or in its head."""
    body = [f"<p>{text}</p>" for text in TEXT]
    return khabar.parse(
        f"<html lang={lang}><title>Ferry house stays open - The Daily</title>{head}<article>"
        f"<h1>Ferry house stays open</h1>{top}{''.join(body[:3])}{mid}{''.join(body[3:])}</article>{after}".encode()
    )


def paragraphs(article: Article) -> list[str]:
    return [text for section in article.sections for text in section.paragraphs]


NAMES = (
    '<a href="/people/kim-wu">Kim Wu</a>',
    '<a href="/profile/kim-wu">Kim Wu</a>',
    '<a href="/author/kim-wu">Kim Wu</a>',
    '<a rel="author" href="/x/kim-wu">Kim Wu</a>',
    '<span class="author">Kim Wu</span>',
    '<span itemprop="author">Kim Wu</span>',
    '<span class="byline">Kim Wu</span>',
)


@pytest.mark.parametrize("place", ["top", "mid"])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_a_sentence_is_no_author(name: str, place: str) -> None:
    article = parsed(**{place: f"<p>The singer {name} came to the house for a day.</p>"})
    assert article.byline == ()
    assert "The singer Kim Wu came to the house for a day." in paragraphs(article)


@pytest.mark.parametrize(
    ("lang", "before", "after"),
    [("ar", "غنت", "في البيت القديم ليلة واحدة."), ("fr", "La chanteuse", "est venue pour un jour.")],
)
def test_a_name_in_a_sentence_of_another_language(lang: str, before: str, after: str) -> None:
    article = parsed(mid=f'<p>{before} <a href="/author/kim-wu">Kim Wu</a> {after}</p>', lang=lang)
    assert article.byline == ()
    assert f"{before} Kim Wu {after}" in paragraphs(article)


@pytest.mark.parametrize("line", ["By {}", "By {}, Political correspondent", "{} 5 March 2024"])
@pytest.mark.parametrize("name", NAMES)
def test_a_line_with_a_marker_a_job_or_a_date_is_a_byline(name: str, line: str) -> None:
    assert parsed(top=f"<p>{line.format(name)}</p>").byline == ("Kim Wu",)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The singer", "came to the house.", True),
        ("", "came home.", True),
        ("", "reports.", False),
        ("", ", our correspondent in Oslo.", False),
        ("", ", who came to sing in the house, left.", True),
        ("Posted on 5 March 2024 by", ".", False),
        ("By", "in the old town.", False),
        ("", "a" * 301, True),
        ("", "a" * 299, False),
    ],
)
def test_sentences(before: str, after: str, expected: bool) -> None:
    assert is_sentence(before, after, "Kim Wu") is expected


OTHER = (
    '{"@type": "NewsArticle", "headline": "Mayor resigns", "author": {"@type": "Person", "name": "Kim Wu"},'
    ' "datePublished": "2020-02-02"}'
)
OWN = (
    '{"@type": "NewsArticle", "headline": "Ferry house stays open", "author": {"@type": "Person",'
    ' "name": "Ana Lund"}, "datePublished": "2024-03-05"}'
)
SCRIPT = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    "head", [SCRIPT.format(f'{{"@graph": [{OTHER}, {OWN}]}}'), SCRIPT.format(OTHER) + SCRIPT.format(OWN)]
)
def test_the_object_with_the_pages_title_is_the_article(head: str) -> None:
    article = parsed(head=head)
    assert article.byline == ("Ana Lund",)
    assert article.published == "2024-03-05"


def test_a_blogs_posts_are_others() -> None:
    article = parsed(head=SCRIPT.format(f'{{"@type": "Blog", "blogPost": [{OTHER}]}}'))
    assert (article.title, article.byline, article.published) == ("Ferry house stays open", (), None)


def test_a_list_of_headlines_is_no_title() -> None:
    head = SCRIPT.format('{"@type": "NewsArticle", "headline": ["A storm is near us", "B"]}')
    assert parsed(head=head).title == "Ferry house stays open"


@pytest.mark.parametrize("value", ["1970-01-01T00:00:00Z", "1970-01-01", "1969-12-31T19:00:00-05:00"])
def test_where_programs_begin_to_count_is_no_date(value: str) -> None:
    head = f'<meta property="article:modified_time" content="{value}">'
    assert parsed(head=head).modified is None
    assert parsed(head=head.replace("modified", "published")).published is None


def test_a_persons_blog_is_by_that_person() -> None:
    """The publisher's name is the author's where the publisher is a person."""
    head = SCRIPT.format(
        '{"@type": "Article", "headline": "Ferry house stays open",'
        ' "publisher": {"@type": ["Person", "Organization"], "name": "Ana Lund"}}'
    )
    assert parsed(top='<p>By <a href="/author/ana">Ana Lund</a></p>', head=head).byline == ("Ana Lund",)


DAY = 'It burnt on <time datetime="1911-05-01">1 May 1911</time> in the night.'


@pytest.mark.parametrize(
    ("place", "html"),
    [("top", f"<p>{DAY}</p>"), ("mid", f"<p>{DAY}</p>"), ("mid", f"<ul><li>{DAY}</li><li>{TEXT[3]}</li></ul>")],
)
def test_a_day_in_a_sentence_is_no_date_of_the_article(place: str, html: str) -> None:
    assert parsed(**{place: html}).published is None
    head = '<link rel="canonical" href="https://example.org/2024/03/05/ferry-house">'
    assert parsed(**{place: html}, head=head).published == "2024-03-05"


def test_a_line_that_says_published_gives_the_date() -> None:
    top = '<p>This text was published on <time datetime="2024-03-05">5 March 2024</time> in the news.</p>'
    assert parsed(top=top, mid=f"<p>{DAY}</p>").published == "2024-03-05"


@pytest.mark.parametrize("tag", ["div", "p"])
def test_the_date_of_a_card_in_the_text_is_anothers(tag: str) -> None:
    card = '<a href="/x">Mayor resigns</a> <time datetime="2020-02-02">2 Feb 2020</time>'
    assert parsed(mid=f"<{tag}>{card}</{tag}>").published is None


@pytest.mark.parametrize("outer", ["cards", "box", "c1"])
@pytest.mark.parametrize("inner", ["author", "byline"])
def test_a_cards_author_is_anothers(outer: str, inner: str) -> None:
    link = '<a href="/x">Other story of ours that is new</a>'
    card = f'<div class="{outer}"><div>{link}<span class="{inner}">Kim Wu</span></div></div>'
    assert parsed(after=card).byline == ()
    assert parsed(mid=card).byline == ()


@pytest.mark.parametrize(
    "link",
    [
        '<a href="https://example.com/kimwu">Talk to us about it</a>',
        '<a href="/x">All that Kim Wu has written</a>',
        '<a href="#comments">See the comments of readers</a>',
        '<a href="/x">News of today</a>',
    ],
)
def test_a_link_that_is_no_title_makes_no_card(link: str) -> None:
    assert parsed(after=f'<div>{link}<span class="author">Kim Wu</span></div>').byline == ("Kim Wu",)


def test_a_reader_is_no_author() -> None:
    said = '<p class="author">Joe Bloggs</p><p>Nonsense, the house is too old for that and so am I.</p>'
    assert parsed(after=f'<section id="responses">{said}</section>').byline == ()


@pytest.mark.parametrize(
    "top",
    [
        '<div class="authors"><div class="author">Ana Lund</div><div class="author">Bo Ek</div></div>',
        '<span class="author">Ana Lund</span> <span class="author">Bo Ek</span>',
        '<p><span class="author">Ana Lund</span> and <span class="author">Bo Ek</span></p>',
        '<div class="author vcard"><span class="fn">Ana Lund</span></div>'
        '<div class="author vcard"><span class="fn">Bo Ek</span></div>',
        '<ul class="authors"><li>Ana Lund</li><li>Bo Ek</li></ul>',
        '<div class="byline">By Ana Lund</div><div class="byline">By Bo Ek</div>',
    ],
)
def test_an_element_for_each_author(top: str) -> None:
    article = parsed(top=top)
    assert article.byline == ("Ana Lund", "Bo Ek")
    assert paragraphs(article) == list(TEXT)
