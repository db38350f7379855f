"""Pictures of a page: which elements show one, where it is loaded from, and which texts are its own."""

from __future__ import annotations

import pytest
from khabar import Image
from pages import AR, EN, TITLE, article, images, paragraphs, parsed, stripped

CAPTION = "The wall as it was before the storm"


def pictures(*parts: str) -> tuple[Image, ...]:
    page = parsed(article(*parts))
    assert page.sections[0].paragraphs == EN
    return page.images


@pytest.mark.parametrize(
    ("element", "src"),
    [
        ('<img src="/a.jpg" alt="A wall">', "/a.jpg"),
        ('<img src=" /a.jpg " alt="A wall">', "/a.jpg"),
        ('<img src="data:image/gif;base64,R0lGOD" data-src="/a.jpg" alt="A wall">', "/a.jpg"),
        ('<img data-src="/a.jpg" alt="A wall">', "/a.jpg"),
        ('<img data-lazy-src="/a.jpg" alt="A wall">', "/a.jpg"),
        ('<img srcset="/a-300.jpg 300w, /a-600.jpg 600w" alt="A wall">', "/a-300.jpg"),
        ('<img data-srcset="/a-300.jpg 300w" alt="A wall">', "/a-300.jpg"),
        ('<img src="data:image/gif;base64,R0" alt="A wall"><noscript><img src="/a.jpg"></noscript>', "/a.jpg"),
        ('<figure><noscript><img src="/a.jpg" alt="A wall"></noscript></figure>', "/a.jpg"),
        ('<picture><source srcset="/a.webp"><img src="/a.jpg" alt="A wall"></picture>', "/a.jpg"),
        ('<picture><source srcset="/b 1x, /c 2x"/><source/><img alt="A wall" src="/a.jpg"/></picture>', "/a.jpg"),
        ('<picture><source srcset="/a.webp 1x"><img alt="A wall"></picture>', "/a.webp"),
        ('<figure><a href="/b"><picture><source><img src="/a.jpg" alt="A wall"></picture></a></figure>', "/a.jpg"),
        ('<amp-img src="/a.jpg" alt="A wall" width="800" height="400"></amp-img>', "/a.jpg"),
        ('<amp-img src="/a.jpg" alt="A wall"><noscript><img src="/b.jpg"></noscript></amp-img>', "/a.jpg"),
        ('<figure><amp-img src="/a.jpg" alt="A wall"></amp-img></figure>', "/a.jpg"),
        ('<div><div><span><img src="/a.jpg" alt="A wall"></span></div></div>', "/a.jpg"),
        ('<p><img src="/a.jpg" alt="A wall"></p>', "/a.jpg"),
        ('<a href="/big.jpg"><img src="/a.jpg" alt="A wall"></a>', "/a.jpg"),
        ('<img alt="A wall">', None),
    ],
)  # fmt: skip
def test_one_picture(element: str, src: str | None) -> None:
    assert pictures(element) == (Image(None, None, "A wall", src, 0, 2),)


@pytest.mark.parametrize(
    "element",
    [
        '<img src="/logo.png" alt="Ashby Post">',
        '<img src="/p.gif" width="1" height="1">',
        '<img class="avatar" src="/jane.jpg" alt="Jane Roe">',
        '<img src="/x.jpg" width="40" alt="small">',
        '<div class="author-box"><img src="/jane.jpg" alt="Jane Roe"></div>',
        '<aside class="related"><img src="/x.jpg" alt="Another"></aside>',
        "<noscript><img src='/pixel?id=1' width='1' height='1'></noscript>",
        "<picture></picture>",
    ],
)
def test_what_is_no_picture_of_the_article(element: str) -> None:
    assert pictures(element) == ()


@pytest.mark.parametrize(
    "element",
    [
        '<figure><img src="/a.jpg"><figcaption>{}</figcaption></figure>',
        '<figure><figcaption>{}</figcaption><img src="/a.jpg"></figure>',
        '<figure><picture><source><img src="/a.jpg"></picture><figcaption><p>{}</p></figcaption></figure>',
        '<figure><img src="/a.jpg">{}</figure>',
        '<figure><div><img src="/a.jpg"></div><div>{}</div></figure>',
        '<figure><img src="/a.jpg"><span class="caption">{}</span></figure>',
        '<figure><img src="/a.jpg"></figure><figcaption>{}</figcaption>',
        '<img src="/a.jpg"><figcaption>{}</figcaption>',
        '<img src="/a.jpg"><p class="wp-caption-text">{}</p>',
        '<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">{}</p></div>',
        '<div><img src="/a.jpg"><div>{}</div></div>',
        '<div><a href="/big.jpg"><img src="/a.jpg"></a><p>{}</p></div>',
        '<p><img src="/a.jpg"><br><em>{}</em></p>',
        '<div class="image"><div><img src="/a.jpg"></div><div class="image-caption">{}</div></div>',
        '<amp-img src="/a.jpg"></amp-img><figcaption>{}</figcaption>',
        '<figure><img src="/a.jpg"><figcaption>{}<button>Enlarge</button></figcaption></figure>',
        '<figure><img src="/a.jpg"><figcaption><b>The wall</b> as it was<br>before the storm</figcaption></figure>',
        '<figure><img src="/a.jpg"><figcaption class="m">{}</figcaption><figcaption>{}</figcaption></figure>',
    ],
)
def test_caption(element: str) -> None:
    assert pictures(element.format(CAPTION, CAPTION)) == (Image(None, CAPTION, None, "/a.jpg", 0, 2),)


@pytest.mark.parametrize(
    "element",
    [
        "<figcaption>{} <span class='credit'>{}</span></figcaption>",
        "<figcaption>{}<span class='copyright'>{}</span></figcaption>",
        "<figcaption><span class='caption'>{}</span><span itemprop='copyrightHolder'>{}</span></figcaption>",
        "<figcaption><p>{}</p><p class='photo-credit'>{}</p></figcaption>",
        "<figcaption>{}</figcaption><div class='source'>{}</div>",
        "<figcaption>{}</figcaption><figcaption>© {}</figcaption>",
        "<figcaption>{}</figcaption><cite class='author'>Photo: {}</cite>",
        "<div class='caption'>{}</div><div class='credit'>{}</div>",
        "<figcaption><small class='credit'>{1}</small>{0}</figcaption>",
    ],
)
def test_credit_in_an_element_of_its_own(element: str) -> None:
    element = element.format(CAPTION, "Jane Roe")
    assert images(f'<figure><img src="/a.jpg">{element}</figure>') == [(CAPTION, "Jane Roe")]


def test_credit_alone() -> None:
    for element in ("<figcaption>© Jane Roe</figcaption>", "<span class='credit'>Jane Roe</span>", "Photo: Jane Roe"):
        assert images(f'<figure><img src="/a.jpg">{element}</figure>') == [(None, "Jane Roe")]


def test_caption_and_credit_of_no_element_but_the_pictures() -> None:
    for text in (f"<div>{CAPTION} Photo: Jane Roe</div>", f"<div>{CAPTION}</div><div>Jane Roe</div>"):
        assert images(f'<div><img src="/a.jpg">{text}</div>') == [(CAPTION, "Jane Roe")]


def test_credit_in_an_attribute() -> None:
    (image,) = pictures(f'<img src="/a.jpg" alt="A wall in the sea" title="{CAPTION}. Photo: Jane Roe">')
    assert (image.alt, image.credit) == ("A wall in the sea", "Jane Roe")
    (image,) = pictures(f'<img src="/a.jpg" alt="{CAPTION} (Photo: Jane Roe)">')
    assert image.credit == "Jane Roe"


def test_credit_of_the_pages_json() -> None:
    json = (
        '{"@type": "NewsArticle", "image": {"@type": "ImageObject", "url": "https://x.test/i/wall-1901.jpg", '
        '"creditText": "Jane Roe", "caption": "The wall as it was before the storm"}}'
    )
    body = article("<img src=https://x.test/i/wall-1901.jpg?w=300>", "<img src=/other.jpg>")
    page = parsed(f'<html><head><script type="application/ld+json">{json}</script></head>{body}</html>')
    assert [(image.caption, image.credit) for image in page.images] == [(CAPTION, "Jane Roe"), (None, None)]


def test_captions_of_gallery_slides() -> None:
    slides = "".join(f'<li><img src="/{n}.jpg"><p>{CAPTION}, picture {n}</p></li>' for n in "abc")
    page = article(f'<div class="gallery"><ul>{slides}</ul><div>1/3</div></div>')
    assert [image.caption for image in parsed(page).images] == [f"{CAPTION}, picture {n}" for n in "abc"]
    assert paragraphs(page) == list(EN)


def test_figures_in_a_figure() -> None:
    inner = "".join(f'<figure><img src="/{n}.jpg"><figcaption>{CAPTION}, {n}</figcaption></figure>' for n in "ab")
    assert [caption for caption, _ in images(f"<figure>{inner}</figure>")] == [f"{CAPTION}, a", f"{CAPTION}, b"]


def test_figure_round_a_table_or_a_quotation_is_no_picture() -> None:
    table = "<figure><table><tr><td>Boats</td><td>11</td></tr></table></figure>"
    assert images(table) == []
    assert stripped(article(table))["table.markup"] == ["Boats | 11"]
    page = article("<figure><blockquote>Nobody has asked us.</blockquote></figure>")
    assert "Nobody has asked us." in paragraphs(page)


@pytest.mark.parametrize(("tag", "media"), [("video", "video"), ("iframe", "video"), ("audio", "audio"),
                                            ("amp-video", "video"), ("amp-audio", "audio")])  # fmt: skip
def test_players_with_captions(tag: str, media: str) -> None:
    element = f"<figure><{tag} src='/v'>For old browsers</{tag}><figcaption>{CAPTION}</figcaption></figure>"
    assert pictures(element) == (Image(None, CAPTION, None, None, 0, 2, media),)


def test_picture_that_a_script_shows() -> None:
    element = f'<figure><div class="lazy-image" data-x="/a.jpg"></div><figcaption>{CAPTION}</figcaption></figure>'
    assert images(element) == [(CAPTION, None)]


@pytest.mark.parametrize(
    "hide", ["<span class='visually-hidden'>{}</span>", "<span>{}</span>", "<b class='off-screen'>{}</b>"]
)
@pytest.mark.parametrize(
    "figure",
    [
        "<p>{0}{1}</p><figcaption>{2}<p>{3}</p></figcaption>",
        "<p role='text'>{0}<span lang='en'>{1}</span></p><figcaption>{2}{3}</figcaption>",
        "<span>{0}</span><span>{1}</span><figcaption><span>{2}</span>{3}</figcaption>",
        "<div><div>{0}{1}</div></div><figcaption>{2}<div><p>{3}</p></div></figcaption>",
    ],
)
@pytest.mark.parametrize(
    ("texts", "credit", "name", "caption", "line"),
    [
        (AR, "صدر الصورة، ", "Getty Images", "التعليق على الصورة، ", "السوق القديم قبل الحريق الكبير"),
        (EN, "Image source, ", "PA Media", "Image caption, ", "Boats left the harbour in January"),
    ],
    ids=["ar", "en"],
)
def test_labels_for_screen_readers(
    texts: tuple[str, ...], credit: str, name: str, caption: str, line: str, figure: str, hide: str
) -> None:
    figure = figure.format(hide.format(credit), name, hide.format(caption), line)
    body = "".join(f"<p>{text}</p>" for text in texts)
    page = parsed(f"<main><h1>{texts[0][:20]}</h1><figure><img src=/a.jpg>{figure}</figure>{body}</main>")
    assert [(image.caption, image.credit) for image in page.images] == [(line, name)]
    assert page.sections[0].paragraphs == texts


def test_media_caption() -> None:
    label = "<span class='visually-hidden'>Media caption, </span>"
    (image,) = pictures(f'<figure><img src="/still.jpg"><figcaption>{label}{CAPTION}</figcaption></figure>')
    assert (image.caption, image.media) == (CAPTION, "video")


def test_before_which_paragraph_pictures_stood() -> None:
    page = parsed(
        f"<article><h1>{TITLE}</h1><img src=/0><p>{EN[0]}</p><img src=/1><h2>A year of work</h2><img src=/2>"
        f"<p>{EN[1]}</p><p>{EN[2]}</p><img src=/3></article>"
    )
    assert [(image.src, image.section, image.paragraph) for image in page.images] == [
        ("/0", 0, 0), ("/1", 0, 1), ("/2", 1, 0), ("/3", 1, 2)]  # fmt: skip


def test_texts_of_pictures_are_nowhere_else() -> None:
    caption = f"<figcaption>{CAPTION}. Photo: Jane Roe</figcaption>"
    page = parsed(article(f'<figure><img src="/a.jpg" alt="A wall">{caption}</figure>'))
    assert [piece.text for piece in page.stripped] == ["Photo:"]
