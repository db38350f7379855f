"""Articles that a name, a link or an end tag that is missing must not cost."""

from __future__ import annotations

import json

import khabar
import pytest

TITLE = "Ferry house stays open"
TEXT = (
    "The council of the small town met on Monday to decide what should become of the old ferry house.",
    "Residents had waited nearly four hours in the cold hall before the first vote was taken by hand.",
    "A majority of them wanted the house to stay open, although its roof has leaked since the storms.",
    "The mayor promised a new report before the summer and thanked those who carried the chairs.",
    "In the end the meeting closed with a song that few of the visitors seemed to know by heart.",
)
BODY = "".join(f"<p>{text}</p>" for text in TEXT)
H1 = f"<h1>{TITLE}</h1>"


def parsed(body: str, head: str = "") -> khabar.Article:
    page = f"<html lang=en><head><title>{TITLE} - The Daily</title>{head}</head><body>{body}</body></html>"
    return khabar.parse(page.encode())


def told(article: khabar.Article) -> list[str]:
    return [text for section in article.sections for text in section.paragraphs]


def article(mid: str = "", top: str = "", after: str = "") -> khabar.Article:
    first, last = (BODY.split("</p><p>The mayor")[0] + "</p>", "<p>The mayor" + BODY.split("<p>The mayor")[1])
    return parsed(f"<article>{H1}{top}{first}{mid}{last}</article>{after}")


@pytest.mark.parametrize("name", ["tag-comment", "comment", "post comments", "comment-page", "kommentar"])
@pytest.mark.parametrize("page", ["<article class='{}'>", "<main><article class='{}'>", "<div class='{}'>"])
def test_an_element_with_the_title_is_no_comments(name: str, page: str) -> None:
    assert told(parsed(page.format(name) + H1 + BODY)) == list(TEXT)


@pytest.mark.parametrize("name", ["cookie-recipe", "cookies", "chocolate-cookies", "comment"])
def test_the_only_text_beside_the_title_is_the_article(name: str) -> None:
    assert told(parsed(f"<main>{H1}<div class='{name}'>{BODY}</div></main>")) == list(TEXT)


def test_comments_with_their_form_are_none() -> None:
    form = "<form><textarea></textarea><button>Send</button></form>"
    assert told(parsed(f"<main>{H1}<div class='comments'>{BODY}{form}</div></main>")) == []


@pytest.mark.parametrize(
    ("mid", "kept"),
    [
        ('<p class="tagStyle_1a2b">The tagged sentence goes on for a while here.</p>', True),
        ('<div id="TOC_TITLE_2"><p>The toc sentence goes on for a while here.</p></div>', True),
        (
            '<div class="share"><p>Share this with your <a href="/f">friends</a> today.</p></div>',
            False,
        ),
        ('<p class="share">Share this with friends.</p>', False),
    ],
)
def test_a_sentence_is_text_in_an_element_for_few_words(mid: str, kept: bool) -> None:
    assert len(told(article(mid))) == len(TEXT) + kept


def linked_body() -> str:
    return "".join(f'<p><a href="/{at}">{text}</a></p>' for at, text in enumerate(TEXT))


@pytest.mark.parametrize("body", [linked_body(), f'<a href="/x">{BODY}</a>'])
def test_a_text_whose_sentences_are_all_links(body: str) -> None:
    assert told(parsed(f"<article>{H1}{body}</article>")) == list(TEXT)


def test_sentences_in_links_beside_a_text_are_none_of_it() -> None:
    assert told(parsed(f"<article>{H1}{linked_body()}<p>The town has its own ferry since 1911.</p></article>")) == [
        "The town has its own ferry since 1911."
    ]


def test_a_linked_text_is_not_told_again_from_json_ld() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": " ".join(TEXT)})
    article = parsed(f"<article>{H1}{linked_body()}</article>", f'<script type="application/ld+json">{data}</script>')
    assert told(article) == list(TEXT)
    assert not article.warnings
    assert not article.stripped


OTHER = "".join(
    f"<p>{text}</p>"
    for text in (
        "The airline said on Friday that it had cancelled all flights to the north.",
        "Passengers were told to wait for buses that never came to the airport.",
        "A spokesman said that the storm had damaged two of its planes badly.",
        "Tickets can be returned until the end of the month at any office.",
    )
)


@pytest.mark.parametrize(
    "after",
    [
        f"<div class=story><h1>Airline cancels flights</h1>{OTHER}</div>",
        f"<section><h1>Airline cancels flights</h1>{OTHER}</section>",
        f"<main><h1>Airline cancels flights</h1>{OTHER}</main>",
        f"<div><h2><a href='/x'>Airline cancels flights</a></h2><p>By Kim Wu</p>{OTHER}</div>",
        f"<div><a href='/x'>Airline cancels flights</a><p>By Kim Wu</p>{OTHER}</div>",
    ],
)
def test_another_story_behind_the_article(after: str) -> None:
    found = article(after=after)
    assert told(found) == list(TEXT)
    assert found.byline == ()


def test_what_begins_with_a_sentence_behind_the_article_is_no_other_story() -> None:
    rest = f"<div><p>It <a href='/a'>was said before</a> that boats wait.</p>{OTHER}</div>"
    assert len(told(article(after=rest))) == len(TEXT) + 5


def test_section_headings_like_a_title_that_is_an_h2() -> None:
    one, two, three, four, five = (f"<p>{text}</p>" for text in TEXT)
    sections = f"<h2 class=t>More of it</h2>{four}<h2 class=t>The end</h2>{five}"
    found = parsed(f"<article><h2 class=t>{TITLE}</h2>{one}{two}{three}{sections}</article>")
    assert [section.heading for section in found.sections] == [None, "More of it", "The end"]


def test_a_list_between_paragraphs_with_a_plain_item_stays_whole() -> None:
    items = "<li>Bread and butter</li><li><a href=/b>Cheese of the island</a></li>"
    whole = article(f"<ul>{items}<li><a href=/c>Smoked fish of the house</a></li></ul>")
    assert len(told(whole)) == len(TEXT) + 3
    more = "".join(f"<li><a href=/{n}>Fish of the house {n}</a></li>" for n in "cde")
    assert len(told(article(f"<ul>{items}{more}</ul>"))) == len(TEXT) + 1


@pytest.mark.parametrize("end", ["", "</figcaption>"])
@pytest.mark.parametrize("place", ["top", "mid"])
def test_a_figure_that_nobody_closed_ends_with_its_caption(end: str, place: str) -> None:
    figure = f"<figure><img src=x.jpg><figcaption>The hall in March.{end}"
    found = article(**{place: figure})
    assert told(found) == list(TEXT)
    assert [image.caption for image in found.images] == ["The hall in March."]


def test_a_closed_caption_of_paragraphs_stays_whole() -> None:
    caption = "<p>The hall in March.</p><p>It was cold in there until the spring came.</p>"
    found = article(f"<figure><img src=x.jpg><figcaption>{caption}</figcaption></figure>")
    assert told(found) == list(TEXT)
