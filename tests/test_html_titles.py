"""Titles of whole pages: the heading that readers see, what the page declares, what else stands in the heading."""

from __future__ import annotations

import json

import khabar
import pytest

SENTENCES = (
    "The river rose by two metres on Monday night, and the lower town was under water by the morning.",
    "Four hundred people were taken to the school on the hill, where the mayor had beds put up for them.",
    "The bridge to the harbour stays closed until the water has gone and the piers have been looked at.",
)
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
LONG = TEXT * 4


def title_of(h1: str, head: str = "", *, ld: str = "", before: str = "", after: str = "") -> str | None:
    """The title of a page. `h1`: what stands in it; `ld`: the headline of JSON-LD."""
    if ld:
        article = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": ld}
        head += f'<script type="application/ld+json">{json.dumps(article)}</script>'
    page = f"<!doctype html><html lang=en><head>{head}</head><body>{before}<article>"
    return khabar.parse(f"{page}{f'<h1>{h1}</h1>' if h1 else ''}{after}{LONG}</article></body></html>").title


def social(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    ("h1", "head", "ld", "title"),
    [
        # the heading that JSON-LD or <title> says, and not what was written for sharing
        ("The river keeps rising in Reedham", social("What the flood means for you"),
         "The river keeps rising in Reedham", "The river keeps rising in Reedham"),
        ("The river keeps rising in Reedham",
         "<title>The river keeps rising in Reedham</title>" + social("What the flood means for you"), "",
         "The river keeps rising in Reedham"),
        # og:title is a copy of <title>, written for search engines
        ("The river keeps rising in Reedham",
         "<title>Flood in the lower town: all we know</title>" + social("Flood in the lower town: all we know"),
         "The river keeps rising in Reedham", "The river keeps rising in Reedham"),
        # the only heading, in words of its own
        ("Water up to the first floor in Reedham",
         "<title>Reedham flood live</title>" + social("Reedham flood live"), "",
         "Water up to the first floor in Reedham"),
        # too short to be one
        ("Weather", "<title>Reedham is under water again</title>" + social("Reedham is under water again"), "",
         "Reedham is under water again"),
        # a link is the site's name or slogan
        ('<a href="/">All the news of the marsh</a>',
         "<title>Reedham is under water again</title>" + social("Reedham is under water again"), "",
         "Reedham is under water again"),
    ],
)  # fmt: skip
def test_the_heading_that_readers_see(h1: str, head: str, ld: str, title: str) -> None:
    assert title_of(h1, head, ld=ld) == title


@pytest.mark.parametrize(
    ("h1", "title"),
    [
        ("The river keeps rising <small>What you have to know now</small>", "The river keeps rising"),
        ('<span class="kicker">Flood</span> <span>The river keeps rising</span>', "The river keeps rising"),
        ("<span>Flood in Reedham</span><span>The river keeps rising</span>", "The river keeps rising"),
        ("The river keeps rising<br><time>3 May 2024</time>", "The river keeps rising"),
        ('The river keeps rising <a rel="author" href="/ana">Ana Lund</a>', "The river keeps rising"),
        ('The river keeps rising <span class="sr-only">| The Reedham Post</span>', "The river keeps rising"),
        ("The <i>river</i> keeps rising", "The river keeps rising"),
        # nothing else says less
        ("The river keeps rising<br>in Reedham and Ashby", "The river keeps rising in Reedham and Ashby"),
    ],
)
def test_what_is_not_the_title_in_the_heading(h1: str, title: str) -> None:
    assert title_of(h1, social(title)) == title


def test_ruby_is_no_part_of_the_title() -> None:
    assert (
        title_of("<ruby>川<rt>かわ</rt></ruby>の水がふえて町が<ruby>水<rt>みず</rt></ruby>につかった")
        == "川の水がふえて町が水につかった"
    )


def test_no_space_before_a_colon_of_another_element() -> None:
    assert title_of("<i>Fantastic Boats</i>: a nice place to row") == "Fantastic Boats: a nice place to row"
    assert title_of(
        "<span>Flood</span><span>: </span><span>the river keeps rising</span>",
        social("Flood: the river keeps rising"),
    ) == ("Flood: the river keeps rising")


def test_the_title_is_an_h2_below_a_breadcrumb() -> None:
    crumbs = '<nav class="breadcrumb"><a href="/">Home</a><h1>Reedham flood: lower town</h1></nav>'
    head = "<title>Reedham flood: lower town</title>" + social("The river keeps rising in Reedham")
    got = title_of(
        "", head, ld="Reedham flood: lower town", before=crumbs, after="<h2>The river keeps rising in Reedham</h2>"
    )
    assert got == "The river keeps rising in Reedham"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Tarn Post: Reedham votes to rebuild", "Reedham votes to rebuild"),
        ("Tarn Post | Reedham votes to rebuild", "Reedham votes to rebuild"),
        ("Reedham votes to rebuild – Tarn Post", "Reedham votes to rebuild"),
        ("Reedham: the board votes to rebuild", "Reedham: the board votes to rebuild"),
        ("Tarn Post: closing", "Tarn Post: closing"),
    ],
)
def test_the_name_of_the_site_without_a_heading(text: str, title: str) -> None:
    head = f'<title>{text}</title><meta property="og:site_name" content="Tarn Post">'
    assert title_of("", head) == title


def test_the_heading_is_the_name_of_the_blog() -> None:
    head = "<title>The Brine Dump: Ada Kern leaves the harbour board after nine years</title>"
    assert title_of("The Brine Dump", head) == "The Brine Dump: Ada Kern leaves the harbour board after nine years"


def test_the_title_is_a_heading_of_few_letters_before_the_names_of_the_site() -> None:
    head = "<title>Bo Ek Surf - Point of Sail - Sails, boards and repairs of all kinds in Reedham and Ashby</title>"
    assert title_of("Bo Ek Surf", head) == "Bo Ek Surf"


def test_a_title_that_is_the_name_of_the_site() -> None:
    head = "<title>The river keeps rising in Reedham</title>" + social("Post News - Latest News")
    site = '<meta property="og:site_name" content="Post News - Latest News">'
    site += '<meta name="application-name" content="Latest News">'
    assert title_of("", head + site) == "The river keeps rising in Reedham"


def test_what_is_cut_off_the_heading_is_in_stripped() -> None:
    heading = "<h1>The river keeps rising <small>What to know now</small></h1>"
    page = f"<title>The river keeps rising</title><article>{heading}{LONG}</article>"
    article = khabar.parse(f"<!doctype html><html>{page}</html>")
    assert article.title == "The river keeps rising"
    assert ("title.heading", "What to know now") in [(piece.rule, piece.text) for piece in article.stripped]
