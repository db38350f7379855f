"""What a browser would not show, or shows as something else: addresses that run scripts, marks beside headings,
figures without a picture, galleries, data that no element shows."""

from __future__ import annotations

import json

import khabar
import pytest
from khabar.html.metadata.clean import loaded_from
from khabar.html.tree.parse import parse_tree
from khabar.html.tree.templates import place_templates
from pages import EN, TITLE, article, headed, images, inserted, parsed, stripped

CAPTION = "The hall of the harbour in March"


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&Tab;script:alert(1)",
        "vbscript:x",
        "data:image/png;base64,AA",
        "blob:https://a.example/1",
        "file:///etc/passwd",
        "  ",
    ],
)
def test_addresses_that_nothing_is_loaded_from(value: str) -> None:
    assert loaded_from(value) is None


@pytest.mark.parametrize("value", ["https://a.example/b.jpg", "//a.example/b.jpg", "/b.jpg", "b.jpg", "b/12:30.jpg"])
def test_addresses_of_pictures(value: str) -> None:
    assert loaded_from(f" {value}\n") == value


@pytest.mark.parametrize(
    "image",
    [
        '<img src="java&#10;script:alert(1)">',
        '<img data-src="javascript:alert(1)">',
        '<img srcset="javascript:alert(1) 2x">',
        '<picture><source srcset="vbscript:x"><img></picture>',
    ],
)
def test_no_picture_is_loaded_from_a_script(image: str) -> None:
    page = parsed(article(f"<figure>{image}<figcaption>{CAPTION}</figcaption></figure>"))
    assert page.image is None
    assert [(found.src, found.caption) for found in page.images] == [(None, CAPTION)]


@pytest.mark.parametrize(
    "link",
    [
        '<a class="anchor" aria-hidden="true" href="#c">#</a>',
        '<a href="#c">¶</a>',
        '<a href="/post#c"><span>§</span></a>',
        '<a class="x" href="#c"> 🔗 </a>',
    ],
)
def test_a_headings_link_to_itself_is_no_part_of_it(link: str) -> None:
    assert headed(article(f"<h2>Costs {link}</h2>")) == [(None, 2), ("Costs", 2)]


def test_marks_in_headings_and_links_in_text_stay() -> None:
    assert headed(article('<h2>The # of boats <a href="#c">below</a></h2>'))[1][0] == "The # of boats below"
    text = 'They paid for all boats as <a href="#c">§</a> 12 of the old law says, and for the wall.'
    assert inserted(f"<p>{text}</p>") == [text.replace('<a href="#c">§</a>', "§")]


def test_a_button_in_a_caption_is_no_part_of_it() -> None:
    text = f'{CAPTION} <a role="button">Visa mer</a> Foto: Bo Ek/TT'
    assert images(f'<figure><img src="a.jpg"><figcaption>{text}</figcaption></figure>') == [(CAPTION, "Bo Ek/TT")]
    whole = f'<figure><img src="a.jpg"><figcaption><span role="button">{CAPTION}</span></figcaption></figure>'
    assert images(whole) == [(CAPTION, None)]


def test_a_credit_that_is_said_again_behind_its_marker() -> None:
    spans = "".join(
        f"<span>{text}</span> " for text in (f"{CAPTION}.", "Copyright", "Ana Lund", "Copyright Ana Lund")
    )
    assert images(f'<figure><img src="a.jpg"><figcaption>{spans}</figcaption></figure>') == [
        (f"{CAPTION}.", "Ana Lund")
    ]


@pytest.mark.parametrize(
    ("text", "caption"), [("The hall, photo: 1911", "The hall, photo: 1911"), ("The hall © 2019", "The hall")]
)
def test_a_number_is_no_credit(text: str, caption: str) -> None:
    assert images(f'<figure><img src="a.jpg"><figcaption>{text}</figcaption></figure>') == [(caption, None)]


@pytest.mark.parametrize(
    ("shown", "caption"),
    [
        ("<blockquote>The wall stays where it is, whatever that costs us.</blockquote>", "Ana Lund, mayor"),
        ("<table><tr><th>Year</th><th>Cost</th></tr><tr><td>1990</td><td>12</td></tr></table>", "Costs by year"),
        ("<pre>x = 1\ny = 2</pre>", "Code of the gate"),
    ],
)
def test_a_figure_without_a_picture_is_none(shown: str, caption: str) -> None:
    page = parsed(article(f"<figure>{shown}<figcaption>{caption}</figcaption></figure>"))
    assert page.images == ()
    text = [text for section in page.sections for text in section.paragraphs]
    assert caption in text or any(caption in piece.text for piece in page.stripped)
    with_picture = f'<figure>{shown}<img src="a.jpg"><figcaption>{caption}</figcaption></figure>'
    assert len(parsed(article(with_picture)).images) == 1


def slide(number: int, tag: str = "div", more: str = "") -> str:
    text = f"<h3>Old wall {number}</h3><p>Caption {number} of the hall in March.</p>"
    return f'<{tag} class="item"><img src="{number}.jpg">{text}{more}</{tag}>'


@pytest.mark.parametrize(("box", "tag"), [("div", "div"), ("ul", "li")])
def test_slides_of_a_gallery_are_pictures_with_captions(box: str, tag: str) -> None:
    slides = "".join(slide(number, tag) for number in range(3))
    page = parsed(article(f'<{box} class="gallery">{slides}</{box}>'))
    assert [section.heading for section in page.sections] == [None]
    assert [(found.src, found.caption) for found in page.images] == [
        (f"{number}.jpg", f"Old wall {number} Caption {number} of the hall in March.") for number in range(3)
    ]


@pytest.mark.parametrize(
    ("name", "count", "more"), [("gallery", 2, ""), ("list", 3, ""), ("gallery", 3, f"<p>{EN[0]}</p>" * 4)]
)
def test_sections_with_pictures_stay_sections(name: str, count: int, more: str) -> None:
    slides = "".join(slide(number, more=more.replace(" ", f" {number} ", 1)) for number in range(count))
    headings = [section.heading for section in parsed(article(f'<div class="{name}">{slides}</div>')).sections]
    assert headings == [None, *(f"Old wall {number}" for number in range(count))]


def test_a_told_text_escaped_once_more() -> None:
    told = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in EN)
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": told})
    found = khabar.parse(f'<html><title>{TITLE}</title><script type="application/ld+json">{data}</script></html>')
    assert [text for section in found.sections for text in section.paragraphs] == list(EN)


BODY = json.dumps("".join(f"<p>{text}</p>" for text in EN)).replace("<", "\\u003C")


@pytest.mark.parametrize(
    "script",
    [
        f'window.__NUXT__={{"data":[{{"body":{BODY}}}]}};',
        f"window.__NUXT__=(function(a,b){{return {{body:{BODY},id:a}}}}(1,2));",
        f"window['__APOLLO_STATE__'] = {{\"a\":{BODY}}}",
    ],
)
def test_text_that_a_script_gives_to_a_value(script: str) -> None:
    found = khabar.parse(
        f"<html><title>{TITLE}</title><body><div id=app></div><script>{script}</script></body></html>"
    )
    assert [text for section in found.sections for text in section.paragraphs] == list(EN)
    assert any("data of a script" in warning for warning in found.warnings)


def test_parts_that_are_sent_later_move_in_linear_time() -> None:
    """In place of each template, whatever their number: none is looked for among the others."""
    count = 3000
    places = "".join(f'<template id="B:{i}"></template>' for i in range(count))
    parts = "".join(f'<div hidden id="S:{i}"><p>{i}</p></div>' for i in reversed(range(count)))
    root = parse_tree(f"<body>{places}{parts}</body>").root
    assert root is not None
    place_templates(root)
    assert [el.text for el in root.iter("p")] == [str(i) for i in range(count)]


def test_what_is_stripped_is_accounted_for() -> None:
    page = article('<h2>Costs <a href="#c">#</a></h2>')
    assert "#" in [text for texts in stripped(page).values() for text in texts]


def told(text: str) -> khabar.Article:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": text})
    return khabar.parse(f'<html><title>{TITLE}</title><script type="application/ld+json">{data}</script></html>')


def test_the_limit_of_a_told_text_is_told() -> None:
    line = f"{EN[0]}\n"
    for times, cut in ((300_000 // len(line), False), (2_500_000 // len(line), True)):
        found = told("".join(f"{line[:-1]} {i}\n" for i in range(times))[: None if cut else 299_999])
        assert len(found.sections[0].paragraphs) > 1000
        assert any("first 300,000 characters" in warning for warning in found.warnings) is cut


def test_json_ld_that_is_not_read_is_told() -> None:
    found = told("x" * 10_000_000)
    assert any("JSON-LD is too long" in warning for warning in found.warnings)


@pytest.mark.parametrize("body", ["{}", "<body>{}</body>", "<body><div>{}</div></body>"])
def test_what_a_page_of_frames_has_for_those_without(body: str) -> None:
    text = "".join(f"<p>{text}</p>" for text in EN)
    frames = f"<frameset><frame src=x><noframes><h1>{TITLE}</h1>{text}</noframes></frameset>"
    found = khabar.parse(f"<html><head><title>{TITLE}</title></head>{body.format(frames)}</html>")
    assert [text for section in found.sections for text in section.paragraphs] == list(EN)
    assert any("page of frames" in warning for warning in found.warnings)


def test_a_date_is_glued_to_no_word() -> None:
    page = article().replace(
        "</h1>", '</h1><div class="byline"><span>Staff Writer</span><time>3 March 2024</time></div>'
    )
    texts = [text for found in stripped(page).values() for text in found]
    assert any("Staff Writer 3 March 2024" in text for text in texts) or "Staff Writer" in texts
    assert not any("Writer3" in text for text in texts)
