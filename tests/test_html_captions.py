"""A caption's element read as a tree: which of its elements is the credit, and which is no text of the picture."""

from __future__ import annotations

import re
import time

import pytest
from pages import article, images, parsed, stripped

CAPTION = "Boats on the quay before the storm."


def figure(text: str) -> list[tuple[str | None, str | None]]:
    return images(f'<figure><img src="/a.jpg"><figcaption>{text}</figcaption></figure>')


@pytest.mark.parametrize(
    "text",
    [
        "{} <cite>{}</cite>",
        "{} <small>{}</small>",
        "{} <em>{}</em>.",
        "<span>{}</span><span>{}</span>",
        "<span>{}</span> <a href='/x'>{}</a>",
        "<span>{} <span>{}</span></span>",
        "{} <footer>{}</footer>",
        "<h2 class='image-description__caption'>{}</h2><div class='image-description__author'><b>{}</b></div>",
        "<p>{}</p><p class='figure-article-caption-owner'>{}</p>",
        "<span>{}</span><span hidden>Show more</span><cite>{}</cite>",
    ],
)
def test_element_of_the_credit(text: str) -> None:
    assert figure(text.format(CAPTION, "Ana Lund")) == [(CAPTION, "Ana Lund")]


def test_element_is_the_credit_whole() -> None:
    credit = "Ana Lund (dpa/picture alliance via Getty)"
    assert figure(f"<span>{CAPTION}</span><span class='a_m'>{credit}</span>") == [(CAPTION, credit)]
    assert figure(f"{CAPTION} Taken on 3 July. <i class='author'>Bo Ek / Pool via Reuters</i>") == [
        (f"{CAPTION} Taken on 3 July.", "Bo Ek / Pool via Reuters")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The old ferry <em>Aurora</em>",  # a name, and no sentence before it
        "Members of the crew of the <cite>Aurora</cite> wait",
        "Ana Lund and <a href='/x'>Bo Ek</a>",
        "Boats wait (left: the <em>Aurora</em>)",
    ],
)
def test_element_in_the_caption(text: str) -> None:
    assert figure(text) == [(re.sub("<[^>]*>", "", text), None)]


def test_marker_says_more_than_the_element() -> None:
    assert figure(f"{CAPTION} Photo: Ana Lund / <a href='/r'>Reuters</a>") == [(CAPTION, "Ana Lund / Reuters")]
    assert figure(f"{CAPTION} Photo by <em>Ana Lund</em>") == [(CAPTION, "Ana Lund")]


def test_marker_in_an_element_of_its_own() -> None:
    parts = "<span>-&nbsp;</span><span class='copyright'>Copyright </span><span class='credit'>Bo Ek/AP</span>"
    assert figure(f"<span>{CAPTION[:-1]} {parts}</span>") == [(CAPTION[:-1], "Bo Ek/AP")]


def test_words_left_over_between_caption_and_credit() -> None:
    assert figure(f"<span>{CAPTION}</span><span>Credit</span><b class='credit'>Ana Lund for the Post</b>") == [
        (CAPTION, "Ana Lund for the Post")
    ]
    assert figure(f"{CAPTION} <b class='credit'><i>Credit</i>Ana Lund/AP</b>") == [(CAPTION, "Ana Lund/AP")]


def test_caption_in_an_element_that_is_named_a_credit() -> None:
    line = "The council looks at what the storm has left of the wall."
    assert images(f"<figure><img src=/a.jpg><p class='credit'>{line} (Photo: Ana Lund)</p></figure>") == [
        (line, "Ana Lund")
    ]
    credit = "Ana Lund for the Ashby Harbour Post and the Quay Street Press"
    assert images(f"<figure><img src=/a.jpg><p class='credit'>{credit}</p></figure>") == [(None, credit)]


def credited(text: str, caption: str = "") -> list[tuple[str | None, str | None]]:
    return images(f"<figure><img src=/a.jpg>{caption}<p class='credit'>{text}</p></figure>")


def test_no_credits_though_their_element_is_named_one() -> None:
    place = "Ashby, 04 May 2022, 12:00 A. M."
    assert credited(place) == [(None, None)]
    assert credited("Archive, 04 May 2022, Ana Lund") == [(None, "Archive, 04 May 2022, Ana Lund")]
    assert credited("This story was first told elsewhere.") == [(None, None)]
    line = "The council looks at what the storm has left of the wall"
    assert credited(line) == [(line, None)]
    again = f"{line}. Screenshot: Harbour Post"
    assert credited(again, f"<figcaption>{line}.</figcaption>") == [(f"{line}.", "Harbour Post")]


def test_marks_before_a_caption() -> None:
    assert figure(f": {CAPTION}") == [(CAPTION, None)]


def test_a_long_list_of_credits_in_an_element_for_headings() -> None:
    works = ", ".join(f"Wall {i} by Ann Poe" for i in range(8))
    page = parsed(article().replace("</article>", f"<h6>Photo: {works}</h6></article>"))
    assert [section.heading for section in page.sections] == [None]


def test_names_that_contradict_each_other() -> None:
    author = "<span class='cap cap-caption'>{}</span><span class='cap-caption cap-caption--author'>Pella News</span>"
    assert figure(author.format(CAPTION)) == [(CAPTION, "Pella News")]
    both = "<div class='image-caption attribution'>{}<b class='credit'>Pella News</b></div>"
    assert figure(both.format(CAPTION)) == [(CAPTION, "Pella News")]


def test_what_is_no_text_of_the_picture() -> None:
    page = article(
        '<figure><img src="/a.jpg"><figcaption><span>Boats on the quay.<span> Photo: Bo Ek/AP</span></span>'
        '<span class="more" hidden>Show more</span><span class="visually-hidden">Open gallery</span>'
        "<button>Close</button></figcaption></figure>"
    )
    assert [(image.caption, image.credit) for image in parsed(page).images] == [("Boats on the quay.", "Bo Ek/AP")]
    found = stripped(page)
    assert found["element.hidden"] == ["Show more"]
    assert found["element.toolbar"] == ["Close"]
    assert found["picture.other"] == ["Open gallery"]


def test_pop_up_with_the_only_caption() -> None:
    popup = "<div class='popup'><span>Close full screen</span><div class='photo_descr'>{}</div></div>"
    page = '<div class="photo"><img src="/a.jpg">{}</div>'
    assert images(page.format(popup.format(CAPTION))) == [(CAPTION, None)]
    beside = f"<div class='caption'>{CAPTION}</div>" + popup.format("Something else about boats")
    assert images(page.format(beside)) == [(CAPTION, None)]


def test_portrait_of_the_author() -> None:
    portrait = (
        '<figure><img src="/c.jpg" alt="Ana Lund"><figcaption><address>By <a rel="author" href="/ana">Ana Lund</a>, '
        "editor</address><time>9 September</time></figcaption></figure>"
    )
    assert images(portrait) == []


def test_buttons_that_count_pictures() -> None:
    for text in ("Slideshow ( 15 images )", "View 3 Images", "Prohlédnout si 19 fotografií"):
        assert images(f"<figure><img src=/a.jpg><div>{text}</div></figure>") == [(None, None)]
    assert figure("Three of 15 images that the council wants to hang in the hall")[0][0] is not None


def test_many_captions_take_no_longer_each() -> None:
    def seconds(n: int) -> float:
        captions = "".join(f"<figcaption>A caption of a few words, {i}</figcaption>" for i in range(n))
        page = article(f'<figure><img src="/a.jpg">{captions}</figure>')
        begin = time.process_time()
        parsed(page)
        return time.process_time() - begin

    seconds(10)
    assert seconds(8000) < 4 * seconds(4000)


@pytest.mark.parametrize(
    "element",
    [
        '<a-img src="/a.jpg" alt="A wall"></a-img>',
        '<site-image data-src="/a.jpg" alt="A wall"></site-image>',
        '<svg width="300"><title>A wall</title><image xlink:href="/a.jpg"></image></svg>',
        '<noscript>&lt;img src="/a.jpg" alt="A wall"&gt;</noscript>',
    ],
)
def test_images_in_other_elements(element: str) -> None:
    (image,) = parsed(article(f"<figure>{element}<figcaption>{CAPTION}</figcaption></figure>")).images
    assert (image.caption, image.alt, image.src) == (CAPTION, "A wall", "/a.jpg")


def test_elements_with_names_like_images() -> None:
    inner = '<my-photo src="/x"><img src="/a.jpg" alt="A wall"></my-photo>'
    assert [(image.alt, image.src) for image in parsed(article(inner)).images] == [("A wall", "/a.jpg")]
    assert parsed(article('<svg><title>Arrow</title><path d="M0 0"/></svg>')).images == ()


def test_caption_in_a_heading_element_of_the_pictures_box() -> None:
    box = '<div class="imgbox"><div><img src="/a.jpg"></div><h1>{}</h1><p class="cr">Photo: AFP</p></div>'
    line = "The commander, second left, takes part in the opening ceremony."
    assert images(box.format(line)) == [(line, "AFP")]
    page = parsed(article(box.format("What happens now?")))
    assert [section.heading for section in page.sections] == [None, "What happens now?"]


def test_button_round_the_picture() -> None:
    button = (
        '<div><button class="lightbox"><img src="/a.jpg"><figcaption><span>View 3 Images</span>'
        '<p class="caption-title">Anna Berg, 37 <cite>(Image: AFP via Getty Images)</cite></p>'
        "</figcaption></button></div>"
    )
    assert images(button) == [("Anna Berg, 37", "AFP via Getty Images")]


def test_many_pictures_in_one_element_take_no_longer_each() -> None:
    def seconds(n: int) -> float:
        page = article("<div>" + "".join(f'<div><img src="/{i}.jpg"></div>Words. ' for i in range(n)) + "</div>")
        begin = time.process_time()
        parsed(page)
        return time.process_time() - begin

    seconds(10)
    assert seconds(8000) < 4 * seconds(4000)


def test_many_credits_take_no_longer_each() -> None:
    def seconds(n: int) -> float:
        credits = "".join(f"<p class='credit'>Ana Lund, number {i}</p>" for i in range(n))
        page = article(f'<figure><img src="/a.jpg">{credits}</figure>')
        begin = time.process_time()
        parsed(page)
        return time.process_time() - begin

    seconds(10)
    assert seconds(8000) < 4 * seconds(4000)
