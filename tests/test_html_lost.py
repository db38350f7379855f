"""Nothing is lost to a name: what an element's name took away is weighed against the body that it left."""

from __future__ import annotations

import khabar
import pytest
from pages import EN, TITLE, paragraphs

BODY = "".join(f"<p>{text}</p>" for text in EN)
BACK = "text was put back"


def page(body: str) -> str:
    return f"<!DOCTYPE html><html><body><main><article><h1>{TITLE}</h1>{body}</article></main></body></html>"


def warned(text: str, words: str = BACK) -> bool:
    return any(words in warning for warning in khabar.parse(text).warnings)


@pytest.mark.parametrize("name", ["docContent__sharingContainer", "related-content", "newsletter-wrapper"])
def test_an_element_that_holds_the_article_is_put_back(name: str) -> None:
    text = page(f'<div class="{name}"><section>{BODY}</section></div>')
    assert paragraphs(text) == list(EN)
    assert warned(text)


def test_paragraphs_that_one_name_strips_are_put_back() -> None:
    text = page("".join(f'<p class="tagStyle_1a2b3c-o_O-style_9x8">{words}</p>' for words in EN))
    assert paragraphs(text) == list(EN)
    assert warned(text)


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
