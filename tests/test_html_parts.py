"""The texts of a picture taken apart: captions with a credit glued on, labels, what is neither."""

from __future__ import annotations

import pytest
from pages import article, images, parsed, stripped
from test_rules import FILLERS

CAPTION = "The wall as it was before the storm"


def figure(inner: str) -> str:
    return f'<figure><img src="/a.jpg"><figcaption>{inner}</figcaption></figure>'


@pytest.mark.parametrize(
    ("glued", "caption", "credit"),
    [
        (f"{CAPTION}. Photo: Jane Roe", f"{CAPTION}.", "Jane Roe"),
        (f"{CAPTION}. (Photo by Jane Roe/AFP)", f"{CAPTION}.", "Jane Roe/AFP"),
        (f"{CAPTION} (Reuters)", CAPTION, "Reuters"),
        (f"{CAPTION} | Reuters", CAPTION, "Reuters"),
        (f"{CAPTION} © Jane Roe", CAPTION, "Jane Roe"),
        (f"{CAPTION}. Credit: Jane Roe", f"{CAPTION}.", "Jane Roe"),
        (f"{CAPTION}.<br>Image: Jane Roe", f"{CAPTION}.", "Jane Roe"),
        (f"<p>{CAPTION}</p><p>Jane Roe / Getty Images</p>", CAPTION, "Jane Roe / Getty Images"),
        (f"{CAPTION}. <em>Jane Roe/AP</em>", f"{CAPTION}.", "Jane Roe/AP"),
        ("Photo: Jane Roe", None, "Jane Roe"),
        ("© Jane Roe", None, "Jane Roe"),
    ],
)
def test_glued_credits(glued: str, caption: str | None, credit: str) -> None:
    assert images(figure(glued)) == [(caption, credit)]


@pytest.mark.parametrize(
    "caption",
    [
        CAPTION,
        "Jane Roe on the wall before the storm (left) and after it (right)",
        "The wall (built in 1901) as it was before the storm",
        "The wall in 1901 | 2024",
        "Boats, gulls and/or cranes in the harbour of the town",
        "The photo that won: Jane Roe with her boat in the northern basin",
        "Who took the picture? Nobody in the town knows it.",
    ],
)
def test_captions_without_a_credit(caption: str) -> None:
    assert images(figure(caption)) == [(caption, None)]


@pytest.mark.parametrize(
    ("lang", "glued", "caption", "credit"),
    [
        ("de", "Die Mauer vor dem Sturm. Foto: Jana Roth/dpa", "Die Mauer vor dem Sturm.", "Jana Roth/dpa"),
        ("de", "Die Mauer vor dem Sturm (Bild: Jana Roth)", "Die Mauer vor dem Sturm", "Jana Roth"),
        ("de", "Die Mauer vor dem Sturm. Quelle: dpa", "Die Mauer vor dem Sturm.", "dpa"),
        ("fr", "Le mur avant la tempête. © Jeanne Roux / AFP", "Le mur avant la tempête.", "Jeanne Roux / AFP"),
        ("es", "El muelle antes de la tormenta. Foto: Juana Ruiz", "El muelle antes de la tormenta.", "Juana Ruiz"),
        ("ar", "السوق القديم قبل الحريق (رويترز)", "السوق القديم قبل الحريق", "رويترز"),
        ("ar", "السوق القديم قبل الحريق - أ ف ب", "السوق القديم قبل الحريق", "أ ف ب"),
    ],
)
def test_glued_credits_in_other_languages(lang: str, glued: str, caption: str, credit: str) -> None:
    body = "".join(f"<p>{text}</p>" for name, text in FILLERS.items() if name[:-1] == lang)
    page = parsed(f"<html lang='{lang}'><body><h1>{caption[:12]}</h1>{body}{figure(glued)}</body></html>")
    assert page.language == lang
    assert [(image.caption, image.credit) for image in page.images] == [(caption, credit)]


def test_label_words_are_told() -> None:
    assert stripped(article(figure(f"{CAPTION}. Photo: Jane Roe"))) == {"picture.marker": ["Photo:"]}


def test_number_of_a_slide_is_no_caption() -> None:
    page = article('<figure><img src="/a.jpg"><div>2/12</div></figure>')
    assert stripped(page) == {"picture.other": ["2/12"]}


def test_name_behind_a_caption_is_the_credit_a_short_word_is_none() -> None:
    assert images(f'<figure><img src="/a.jpg"><p>{CAPTION}</p><p>Jane Roe</p></figure>') == [(CAPTION, "Jane Roe")]
    zoom = f'<figure><img src="/a.jpg"><p>Zoom</p><figcaption>{CAPTION}</figcaption></figure>'
    assert images(zoom) == [(CAPTION, None)]


def test_two_credits_of_one_picture() -> None:
    inner = f"{CAPTION}<span class='credit'>Jane Roe</span> <span class='credit'>AFP</span>"
    ((caption, credit),) = images(figure(inner))
    assert caption == CAPTION
    assert credit is not None
    assert {"Jane Roe", "AFP"} <= set(credit.replace("/", "|").replace(" | ", "|").split("|"))


def test_agency_that_is_a_label_too() -> None:
    assert images(figure(f"<p>{CAPTION}</p><p class='credit'>Getty Images</p>")) == [(CAPTION, "Getty Images")]


def test_credit_glued_to_the_captions_last_word() -> None:
    assert images(figure(f"{CAPTION}<span>Jane Roe / dpa</span>")) == [(CAPTION, "Jane Roe / dpa")]


def test_caption_shown_twice_once_with_its_credit() -> None:
    twice = f"{CAPTION}. Photo: Jane Roe</figcaption><figcaption>{CAPTION}."
    assert images(figure(twice)) == [(f"{CAPTION}.", "Jane Roe")]
