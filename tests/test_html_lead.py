"""The lead picture of a page: `image`."""

from __future__ import annotations

import json
from typing import Any

import khabar
import pytest
from khabar.html.metadata.clean import reference
from khabar.html.metadata.lead import is_logo
from khabar.html.pictures.large import HEIGHT, WIDTH

TEXT = (
    "<p>The council said on Monday that the old harbour wall would be rebuilt within a year, and that boats could "
    "stay.</p><p>The works begin in May and cost two million, of which the region pays a half, the mayor said.</p>"
)


def image_of(
    head: str = "", *, ld: object = None, before: str = "", host: str = "harbour-post.example"
) -> str | None:
    """`image` of a small page. `ld`: JSON-LD; `before`: what stands above the text."""
    if ld is not None:
        head += f'<script type="application/ld+json">{json.dumps(ld)}</script>'
    page = (
        f'<!doctype html><html><head><link rel="canonical" href="https://{host}/wall"><title>The wall</title>{head}'
        f"</head><body><article><h1>Harbour wall to be rebuilt</h1>{before}{TEXT}</article></body></html>"
    )
    return khabar.parse(page).image


def article(image: object, **more: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": "Harbour wall to be rebuilt", "image": image, **more}


OG = '<meta property="og:image" content="https://x.example/og.jpg">'


@pytest.mark.parametrize(
    ("head", "ld", "found"),
    [
        (OG, None, "https://x.example/og.jpg"),
        ('<meta name="twitter:image" content="/t.jpg">', None, "/t.jpg"),
        (OG, article("/w110/cover.jpg"), "https://x.example/og.jpg"),
        (OG, article("/by_sa80x15.png"), "https://x.example/og.jpg"),
        (OG, article("/wp-content/themes/post/open.jpg"), "https://x.example/og.jpg"),
        (OG, article("/a-149x300.jpg"), "https://x.example/og.jpg"),
        (OG, article("/a-150x100.jpg"), "/a-150x100.jpg"),
        ('<meta name="twitter:image:src" content="/t.jpg">', None, "/t.jpg"),
        ('<link rel="image_src" href="/l.jpg">', None, "/l.jpg"),
        ('<link itemprop="image" href="/l.jpg">', None, "/l.jpg"),
        ('<meta itemprop="image" content="i.jpg">', None, "i.jpg"),
        ('<meta name="thumbnail" content="i.jpg">' + OG, None, "https://x.example/og.jpg"),
        # entities resolved, the address otherwise as it stands
        ('<meta property="og:image" content=" //x.example/a?w=1&amp;amp;copy=2 ">', None, "//x.example/a?w=1&copy=2"),
        # JSON-LD, in every form
        (OG, article("/ld.jpg"), "/ld.jpg"),
        (OG, article(["/ld.jpg", "/second.jpg"]), "/ld.jpg"),
        (OG, article({"@type": "ImageObject", "url": "/ld.jpg"}), "/ld.jpg"),
        (OG, article([{"@type": "ImageObject", "contentUrl": "/ld.jpg"}]), "/ld.jpg"),
        ("", article({"@type": "ImageObject", "url": ["/ld.jpg"]}), "/ld.jpg"),
        (
            "",
            {"@graph": [article({"@id": "#a"}), {"@type": "ImageObject", "@id": "#a", "url": "/ld.jpg"}]},
            "/ld.jpg",
        ),
        (OG, article({"@id": "https://harbour-post.example/wall#primaryimage"}), "https://x.example/og.jpg"),
        ("", article(None, thumbnailUrl="/thumb.jpg"), "/thumb.jpg"),
        # of several sizes the one that Open Graph has
        (OG, article(["/1x1.jpg", "/large/og.jpg?w=4"]), "/large/og.jpg?w=4"),
        # nothing that is an address
        ('<meta property="og:image" content="">', None, None),
        ('<meta property="og:image" content="https://x.example/"><link rel="image_src" href="l.jpg">', None, "l.jpg"),
        ('<meta property="og:image" content="{{ image.url }}">', None, None),
        ('<meta property="og:image" content="data:image/gif;base64,R0lGOD">', None, None),
        ('<meta property="og:image" content="&lt;img src=/a.jpg&gt;">', None, None),
        ("", article({"@type": "ImageObject", "caption": "A wall"}), None),
    ],
)  # fmt: skip
def test_what_the_page_names(head: str, ld: object, found: str | None) -> None:
    assert image_of(head, ld=ld) == found


LOGO = {
    "@type": "Organization",
    "name": "Harbour Post",
    "logo": {"@type": "ImageObject", "url": "https://x.example/hp.png"},
}


def test_never_the_publishers_logo() -> None:
    assert image_of(ld=article("https://x.example/hp.png", publisher=LOGO)) is None
    assert image_of(OG, ld=article("https://x.example/hp.png", publisher=LOGO)) == "https://x.example/og.jpg"
    assert image_of(ld=article(["https://x.example/hp.png?v=2", "/wall.jpg"], publisher=LOGO)) == "/wall.jpg"


@pytest.mark.parametrize(
    ("address", "logo"),
    [
        ("https://x.example/logo.png", True),
        ("https://x.example/img/og-logo_1200x630-v2.png?x=1", True),
        ("https://x.example/harbour-post-logo-blue.png", True),
        ("https://x.example/HarbourLogoWhite.svg", True),
        ("https://x.example/a/logos/og/persian.png", True),
        ("/static/icons/defaultPromoCrop.png", True),
        ("/default-share-image.jpg", True),
        ("/media/placeholder-16x9-harbour-wall.png", True),
        ("/img/1px.gif", True),
        ("/img/transparent_16x9.png", True),
        ("/avatar/71fcf51cf2ae9acdd54182d3e367ceca", True),
        ("https://x.example/pear-logo-on-a-shop.jpg", False),
        ("https://x.example/sites/default/files/wall.jpg", False),
        ("/vi/abcdef/maxresdefault.jpg", False),
        ("/clip/4af9_source-aspect-ratio_default_0.jpg", False),
        ("/2024/facebook.jpg", False),
        ("/social.png", False),
        ("/harbour-post.jpg", False),
        ("/%D8%B4%D8%B9%D8%A7%D8%B1-logo.jpg", False),
        ("/iconic-wall.jpg", False),
    ],
)
def test_logos_and_placeholders(address: str, logo: bool) -> None:
    assert is_logo(address, ("harbourpost", "harbour")) is logo


def figure(src: str, more: str = "") -> str:
    image = f'<img src="{src}" alt="A wall" {more}>'
    return f"<figure>{image}<figcaption>The wall in March, seen from above</figcaption></figure>"


def test_else_the_first_large_picture() -> None:
    assert image_of(before=figure("wall.jpg")) == "wall.jpg"
    logo = '<meta property="og:image" content="/logo.png">'
    assert image_of(logo, before=figure("wall.jpg")) == "wall.jpg"
    narrow = figure("narrow.jpg", f'width="{WIDTH - 1}" height="400"')
    low = figure("low.jpg", f'width="400" height="{HEIGHT - 1}"')
    assert image_of(before=narrow + low + figure("wall.jpg", f'width="{WIDTH}" height="{HEIGHT}"')) == "wall.jpg"
    assert image_of(before=narrow + low) is None
    assert image_of(before=figure("/img/placeholder.png") + figure("line.svg") + figure("wait.GIF?v=1")) is None
    assert image_of(OG, before=figure("wall.jpg")) == "https://x.example/og.jpg"


@pytest.mark.parametrize(
    ("attributes", "src"),
    [
        ('src="wall.jpg" data-src="small.jpg"', "wall.jpg"),
        ('src="/img/blank.gif" data-src="wall.jpg"', "wall.jpg"),
        ('src="/img/wait.svg" srcset="wall.jpg 2x"', "wall.jpg"),
        ('src="/img/lazyload.png" data-lazy-src="wall.jpg"', "wall.jpg"),
        ('src="/img/placeholder.jpg" data-original="wall.jpg"', "wall.jpg"),
        ('src="wall.gif"', "wall.gif"),
        ('src="wall.gif" data-src=""', "wall.gif"),
        ('src=" " data-src="wall.jpg"', "wall.jpg"),
    ],
)
def test_a_lazy_pictures_address(attributes: str, src: str) -> None:
    head = "<html><head><title>The wall</title></head>"
    page = f"{head}<body><article>{TEXT}<img {attributes}>{TEXT}</article></body></html>"
    assert [image.src for image in khabar.parse(page).images] == [src]


def test_a_raw_text_has_none() -> None:
    assert (
        khabar.parse("Harbour wall to be rebuilt\n\nhttps://x.example/og.jpg\n\nThe council said so.").image is None
    )


def test_it_is_no_entry_of_images() -> None:
    page = f"<html><head><title>The wall</title>{OG}</head><body><article>{TEXT}</article></body></html>"
    document = khabar.parse(page).to_dict()
    assert (document["image"], document["images"]) == ("https://x.example/og.jpg", [])
    assert khabar.parse(page, fields=["title"]).image is None
    assert khabar.parse(page, fields=["image"]).image == "https://x.example/og.jpg"


@pytest.mark.parametrize(
    "value", ["javascript:void(0)", "about:blank", "blob:x", "wall", "//x.example", "x" * 5000, "\\"]
)
def test_no_address(value: str) -> None:
    assert reference(value) is None


def test_control_characters_and_odd_addresses() -> None:
    assert reference("/a\n b.jpg") == "/a b.jpg"
    assert reference("/a.jpg#x") == "/a.jpg#x"
    assert reference("http://x.example/?url=a") == "http://x.example/?url=a"
