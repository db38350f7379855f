"""Nothing is lost to a name: what an element's name took away is weighed against the body that it left."""

from __future__ import annotations

import khabar
import pytest
from khabar.html.prose import is_prose, prose
from lxml import etree
from pages import EN, TITLE, paragraphs

BODY = "".join(f"<p>{text}</p>" for text in EN)
BACK = "text was put back"


def page(body: str) -> str:
    return f"<!DOCTYPE html><html><body><main><article><h1>{TITLE}</h1>{body}</article></main></body></html>"


def warned(text: str, words: str = BACK) -> bool:
    return any(words in warning for warning in khabar.parse(text).warnings)


@pytest.mark.parametrize("name", ["docContent__popupContainer", "related-content", "newsletter-wrapper"])
def test_an_element_that_holds_the_article_is_put_back(name: str) -> None:
    text = page(f'<div class="{name}"><section>{BODY}</section></div>')
    assert paragraphs(text) == list(EN)
    assert warned(text)


@pytest.mark.parametrize(("name", "told"), [("related-text", True), ("tagStyle_1a2b3c-o_O-style_9x8", False)])
def test_paragraphs_that_one_name_strips_are_put_back(name: str, told: bool) -> None:
    text = page("".join(f'<p class="{name}">{words}</p>' for words in EN))
    assert paragraphs(text) == list(EN)
    assert warned(text) == told


def test_a_box_with_less_text_than_the_body_stays_out() -> None:
    text = page(f'{BODY}<div class="related-content"><p>{EN[0][:-1]} again.</p></div>')
    assert paragraphs(text) == list(EN)
    assert not warned(text)


def test_comments_and_lists_of_teasers_are_not_the_article_however_long() -> None:
    cards = "".join(f'<div><h3><a href="/{i}">Storm {i}</a></h3><p>{EN[1]}</p></div>' for i in range(9))
    comments = "".join(f"<p>{EN[i % 3]} Says reader {i}.</p>" for i in range(9))
    text = page(
        f'{BODY}<div class="related-content">{cards}</div><div id="comments" class="comments">{comments}</div>'
    )
    assert paragraphs(text) == list(EN)
    assert not warned(text)


@pytest.mark.parametrize("mode", ["open", "closed"])
def test_shadow_trees_that_the_page_declares_are_read(mode: str) -> None:
    inner = f"<h1>{TITLE}</h1>{BODY}"
    text = f'<html><body><x-page><template shadowrootmode="{mode}">{inner}</template></x-page></body></html>'
    assert paragraphs(text) == list(EN)


def test_a_part_that_was_sent_later_stands_where_its_place_is() -> None:
    text = page(f'<p>{EN[0]}</p><template id="B:1"></template><p>{EN[3]}</p>').replace(
        "</body>", f'<div hidden id="S:1"><p>{EN[1]}</p><p>{EN[2]}</p></div></body>'
    )
    assert paragraphs(text) == list(EN)


def test_parts_that_one_name_strips_are_put_back() -> None:
    parts = [
        f'<h2><a name="TOC_{i}">{i}. Part</a></h2><div id="TOC_{i}"><p>{text}</p><p>They said so {i} times.</p></div>'
        for i, text in enumerate(EN, 1)
    ]
    found = khabar.parse(page("".join(parts)))
    assert [len(section.paragraphs) for section in found.sections] == [2, 2, 2, 2]


def test_no_name_round_the_element_that_says_to_be_the_text_is_heard() -> None:
    inner = (
        f'<div itemprop="articleBody">{EN[0]}<div class="fake-br"></div>{EN[1]}<br><div class="fake-br"></div></div>'
    )
    text = f'<html><body><h1>{TITLE}</h1><div class="row-breaking-news">{inner}</div></body></html>'
    assert paragraphs(text) == list(EN[:2])


def test_no_name_round_the_only_article_is_heard() -> None:
    text = page(BODY).replace("<article>", '<div class="social-sharing"><article>').replace("<h1>", "<h1>An old ")
    assert paragraphs(text) == list(EN)


@pytest.mark.parametrize("name", ["tags-item", "share-text", "toolbar"])
def test_an_element_for_few_words_with_several_sentences_is_text(name: str) -> None:
    half = "".join(f"<p>{text}</p>" for text in EN[:3])
    few = '<p>Read it aloud.</p><a href="/a">One</a>'
    text = page(f'<div class="{name}">{half}</div><div class="{name}">{few}</div><p>{EN[3]}</p>')
    assert paragraphs(text) == list(EN)


@pytest.mark.parametrize(
    "inner",
    [
        '<img src="a.jpg" class="alignright">{}',
        '<strong><img src="data:," data-lazy-src="a.jpg"><noscript><img src="a.jpg"></noscript>{}</strong>',
        '<a href="a.jpg"><img src="a.jpg"></a>{}',
        '{} <img src="a.jpg">',
    ],
)
def test_a_paragraph_with_a_picture_in_it_is_a_paragraph(inner: str) -> None:
    assert paragraphs(page(f"<p>{inner.format(EN[0])}</p>{BODY}".replace(f"<p>{EN[0]}</p>", ""))) == list(EN)


@pytest.mark.parametrize(
    "inner",
    [
        '<img src="a.jpg"><br>The old wall in March, seen from the northern basin.',
        '<img src="a.jpg"> The old wall, seen from the northern basin in March',
        '<img src="a.jpg"> <em>The old wall in March, seen from the northern basin.</em>',
        '<img src="a.jpg"> The old wall.',
    ],
)
def test_a_picture_and_its_caption_in_one_paragraph(inner: str) -> None:
    assert paragraphs(page(f"<p>{inner}</p>{BODY}")) == list(EN)


@pytest.mark.parametrize(
    "open_", ["<noscript>", '<noscript><img src="a.jpg">', '<a href="/a">', '<a href="/a"><b>More</b>']
)
def test_an_element_that_nobody_closed_does_not_take_the_rest(open_: str) -> None:
    found = paragraphs(f"<html><body><article><h1>{TITLE}</h1><p>{EN[0]}</p>{open_}{BODY}<p>{EN[2]} So.</p>")
    assert [text for text in found if text in EN] == list(EN)


def test_words_for_readers_without_scripts_are_not_read() -> None:
    text = page(f"<noscript><p>Please turn on scripts.</p><p>{EN[1]} We ask you to.</p></noscript>{BODY}")
    assert paragraphs(text) == list(EN)


@pytest.mark.parametrize("words", [1, 3])
def test_a_link_round_a_teaser_is_one(words: int) -> None:
    text = page(f'{BODY}<a href="/b"><div>{EN[1][:60]}</div><p>{"The ferry is late. " * words}</p></a>')
    assert paragraphs(text) == list(EN)


@pytest.mark.parametrize(("days", "kept"), [(5, True), (2, False)])
def test_a_rule_that_strips_many_times_what_it_leaves_is_left_out(days: int, kept: bool) -> None:
    # the title is marked as the headings below it are, as if each began another story
    more = "".join(f"<p>{text[:-1]} on day {i}.</p>" for i in range(days) for text in EN)
    head = '<h1 class="head">{}</h1>'
    text = f"<html><body><main>{head.format(TITLE)}{BODY}{head.format('Costs')}{more}</main></body></html>"
    text = text.replace("<html>", f"<html><head><title>{TITLE}</title></head>")
    assert len(paragraphs(text)) == 4 + (4 * days if kept else 0)
    assert warned(text) == kept


def test_any_number_of_links_is_no_text() -> None:
    links = "".join(f'<p><a href="/{i}">{text}</a></p>' for i in range(5) for text in EN)
    assert paragraphs(page(f"<p>{EN[0]}</p>{links}")) == [EN[0]]


def test_a_related_article_is_not_where_a_short_text_is_looked_for() -> None:
    card = '<aside class="related-stories"><article><h4><a href="/b">Another storm</a></h4></article></aside>'
    text = f"<html><body><div>{card}<div><p>{EN[0][:90]}.</p></div></div></body></html>"
    assert paragraphs(text) == [f"{EN[0][:90]}."]


@pytest.mark.parametrize(("links", "read"), [(1, True), (2, False)])
def test_an_aside_full_of_links_is_the_article_where_there_is_no_other(links: int, read: bool) -> None:
    linked = ' See <a href="/a">this</a>' * links
    inner = "".join(f"<p>{text[:-1]}{linked} there.</p>" for text in EN)
    assert len(paragraphs(page(f"<aside>{inner}</aside>"))) == (4 if read else 0)


def test_white_space_is_no_sentence() -> None:
    el = etree.HTML("<div><p>" + "\n" * 400 + "</p><p>The hall was opened in March, and it is full.</p></div>")
    assert prose(el).sentences == 1


def test_no_more_is_looked_at_than_the_links_allow() -> None:
    story = "<p>The hall was opened in March, and it is full.</p>"
    el = etree.HTML(f"<div>{'<a href=/x>More of it</a>' * 6}{story * 5}</div>")
    assert prose(el).sentences == 5
    assert not is_prose(prose(el, 5))
    assert is_prose(prose(etree.HTML(f"<div>{'<a href=/x>More of it</a>' * 4}{story * 5}</div>"), 5))
