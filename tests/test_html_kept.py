"""Articles that a name, a link or an end tag that is missing must not cost."""

from __future__ import annotations

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
