"""Files and elements that show no picture of the article: icons, buttons, portraits of those who write."""

from __future__ import annotations

import pytest
from khabar.html.pictures.files import is_decor, named_size
from pages import EN, TITLE, article, images, parsed

IMG = '<img src="{}" alt="">'


@pytest.mark.parametrize(
    "src",
    [
        "https://x.example/wp-content/themes/post/open.jpg", "https://secure.gravatar.com/avatar/1?s=96",
        "https://x.example/wp-content/plugins/stars/rating_off.gif", "/img/donate-button.png", "/img/paybutton.gif",
        "/img/authors/ann-poe.png", "https://cdn.example/arc-authors/post/1.jpg", "/up/ann-poe-96x96.jpg",
        "/up/by_sa80x15.png", "/up/88x31.png", "/files/styles/author/public/poe.jpg", "/news/logos/origin.png",
        "https://x.example/img/badge/fish.svg",
    ],
)  # fmt: skip
def test_files_that_are_no_pictures(src: str) -> None:
    assert is_decor(src)
    assert not images(article(IMG.format(src)))


@pytest.mark.parametrize(
    "src",
    [
        "/img/red-button.jpg", "/authors/ann-poe/articles/storm/a.jpg", "/up/wall-120x120.jpg", "/up/wall-80x120.jpg",
        "/up/wall-16x9.jpg", "/r/1200x675/focal(3798x42:3808x32)/a.jpg", "/2024/author-wins-the-prize/a.jpg",
        "/preview/73x49/a.jpg", "/up/wall.png", "/up/chart.gif",
    ],
)  # fmt: skip
def test_files_that_may_be_pictures(src: str) -> None:
    assert not is_decor(src)
    assert [image.src for image in parsed(article(IMG.format(src))).images] == [src]


@pytest.mark.parametrize(
    ("address", "size"),
    [
        ("/a-150x100.jpg", (150, 100)), ("/w110/cover.jpg", (110, 0)), ("/a_16x9.jpg", (0, 0)), ("/a.jpg", (0, 0)),
        ("/40x30/a-1200x800.jpg", (1200, 800)), ("/3798x42:3808x32/a.jpg", (0, 0)),
    ],
)  # fmt: skip
def test_size_in_an_address(address: str, size: tuple[int, int]) -> None:
    assert named_size(address) == size


def test_drawings_without_a_description_are_icons() -> None:
    assert not images(article('<img src="/check-2.svg" alt="Check mark">'))
    assert images(article('<img src="/graph.svg" alt="Graph of memory in use">'))
    assert images(article('<figure><img src="/graph.svg"><figcaption>Memory in use</figcaption></figure>'))


def test_portraits_in_an_authors_element() -> None:
    """Of a page whose author's element is read, as it holds the article's text."""
    portrait = '<div class="author"><span><img src="/poe.jpg" alt="Ann Poe"></span></div>'
    assert not images(article(portrait))
    story = f'<div class="author">{"".join(f"<p>{text}</p>" for text in EN)}<img src="/wall.jpg" alt="A wall"></div>'
    found = parsed(f"<html><body><article><h1>{TITLE}</h1>{story}</article></body></html>")
    assert [image.src for image in found.images] == ["/wall.jpg"]
