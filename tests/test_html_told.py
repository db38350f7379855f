"""The text that a page tells in its data: a judge of what was read, and the text where none is shown."""

from __future__ import annotations

import json

import khabar
import pytest
from pages import EN, JA, TITLE, paragraphs

BODY = "".join(f"<p>{text}</p>" for text in EN)
LONG = [f"{text} It was said on day {i}, in the hall." for i in range(3) for text in EN]


def page(body: str, told: str | None = None, state: object = None) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "articleBody": told or ""}
    data |= {"author": {"@type": "Person", "name": "Ana Lund"}, "datePublished": "2024-03-05T10:00:00+02:00"}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>' if told is not None else ""
    if state is not None:
        head += f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    return f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("told", ["\n\n".join(EN), BODY, BODY.replace("<", "&lt;").replace("&lt;", "<")])
@pytest.mark.parametrize("shell", ["", "<div id=root></div>", "<header>Post</header><div>Loading story…</div>"])
def test_a_page_that_shows_no_text_has_the_told_one(told: str, shell: str) -> None:
    found = khabar.parse(page(shell, told))
    assert [text for section in found.sections for text in section.paragraphs] == list(EN)
    assert found.title == TITLE
    assert found.byline == ("Ana Lund",)
    assert any("articleBody" in warning for warning in found.warnings)
    if "Loading" in shell:
        assert any("Loading story" in piece.text for piece in found.stripped)


def test_pictures_of_a_page_that_shows_no_text_are_those_of_its_data() -> None:
    pictures = [
        {
            "@type": "ImageObject",
            "url": "https://x.example/a.jpg",
            "caption": "Boats",
            "creditText": "Ann Poe/Reuters",
        },
        {"@type": "ImageObject", "url": "https://x.example/logo.png", "width": 600},
    ]
    graph = f'<script type="application/ld+json">{json.dumps(pictures)}</script>'
    found = khabar.parse(page(f"<div id=root></div>{graph}", "\n\n".join(EN))).images
    shown = [(image.credit, image.caption, image.alt, image.src) for image in found]
    assert shown == [("Ann Poe/Reuters", "Boats", None, "https://x.example/a.jpg")]
    assert found[0].agencies == ("Reuters",)
    shown = khabar.parse(page(f"<article><h1>{TITLE}</h1>{BODY}</article>{graph}", "\n\n".join(EN)))
    assert not shown.images


def test_a_told_text_in_a_script_without_spaces() -> None:
    assert paragraphs(page("<div id=root></div>", "\n".join(JA))) == list(JA)


def test_a_short_told_text_tells_nothing() -> None:
    assert paragraphs(page(f"<article><h1>{TITLE}</h1>{BODY}</article>", "Something else in a few words.")) == list(
        EN
    )


def test_the_region_that_shows_the_told_text_is_read() -> None:
    told = "".join(f"<p>{text}</p>" for text in LONG)
    other = "<p>You can choose which cookies our partners may store, whenever you like.</p>" * 30
    text = page(f'<main><div class="x">{other}</div></main><aside class="y">{told}</aside>', " ".join(LONG))
    found = khabar.parse(text)
    assert [words for section in found.sections for words in section.paragraphs] == LONG
    assert any("JSON-LD" in warning for warning in found.warnings)


def test_a_page_that_shows_the_beginning_of_the_told_text_keeps_to_it() -> None:
    shown = f"<article><h1>{TITLE}</h1>{BODY}</article>"
    assert paragraphs(page(shown, "\n".join([*EN, *LONG]))) == list(EN)


def test_text_that_stands_in_a_scripts_data_alone() -> None:
    state = {"props": {"article": {"title": TITLE, "teaser": f"<p>{EN[0]}</p>", "html": BODY}}}
    text = page("<div id=__next></div>", None, state)
    assert paragraphs(text) == list(EN)
    assert any("data of a script" in warning for warning in khabar.parse(text).warnings)
    assert paragraphs(page(f"<article><h1>{TITLE}</h1><p>{EN[0]}</p></article>", None, state)) == [EN[0]]


def test_a_page_without_text_has_its_metadata() -> None:
    found = khabar.parse(page("<div id=root></div>", ""))
    assert (found.title, found.byline, found.sections) == (TITLE, ("Ana Lund",), ())
    assert found.warnings == ("no body text was found",)


def test_a_page_of_nothing_is_refused() -> None:
    with pytest.raises(khabar.EmptyInput):
        khabar.parse("<!DOCTYPE html><html><body><div id=root></div></body></html>")


def test_captions_in_the_told_text_stay_captions() -> None:
    captions = [f"{text} It was seen on day {i} from the quay." for i in range(4) for text in EN]
    figures = "".join(
        f'<figure><img src="/{i}.jpg"><div class="caption"><p>{text}</p></div></figure>'
        for i, text in enumerate(captions)
    )
    found = khabar.parse(page(f"<article><h1>{TITLE}</h1>{BODY}{figures}</article>", "\n".join((*EN, *captions))))
    assert [image.caption for image in found.images] == captions
    assert found.sections[0].paragraphs == EN
