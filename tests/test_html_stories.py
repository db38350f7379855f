"""Pages that load one story below the other."""

from __future__ import annotations

import pytest
from pages import EN, TITLE, paragraphs, stripped

OTHER = "Two firms bid for the sea wall"


def story(tag: str, heading: str, *texts: str) -> str:
    inner = "".join(f"<p>{text}</p>" for text in texts)
    return f"<{tag}>{heading}{inner}</{tag.split()[0]}>"


@pytest.mark.parametrize(
    "heading",
    [f"<h1>{OTHER}</h1>", f"<h2>{OTHER}</h2>", f'<h2><a href="/2">{OTHER}</a></h2>'],
    ids=["h1", "h2", "link"],
)
@pytest.mark.parametrize("long", [1, 5], ids=["short", "long"])
def test_another_article_element_below_is_another_story(heading: str, long: int) -> None:
    first = story("article", f"<h1>{TITLE}</h1>", *EN[:2])
    page = f"<main>{first}{story('article', heading, *(EN[2:] * long))}</main>"
    assert paragraphs(page) == list(EN[:2])


def test_an_element_with_the_same_class_and_the_same_title_is_another_story() -> None:
    first = story('div class="story"', f'<h1 class="t">{TITLE}</h1>', *EN[:2])
    other = story('div class="story"', f'<h1 class="t">{OTHER}</h1>', *(EN[2:] * 3))
    assert paragraphs(f"<main>{first}{other}</main>") == list(EN[:2])


def test_sections_of_a_story_are_none() -> None:
    first = story('section class="part"', f"<h1>{TITLE}</h1>", *EN[:2])
    other = story('section class="part"', f"<h2>{OTHER}</h2>", *EN[2:])
    assert paragraphs(f"<main>{first}{other}</main>") == list(EN)


def test_the_head_of_a_story_in_an_element_of_its_own_is_none() -> None:
    page = f"<main><article><h1>{TITLE}</h1><p>In short.</p></article>{story('article', '<h2>One</h2>', *EN)}</main>"
    assert paragraphs(page)[-len(EN) :] == list(EN)


def test_an_h1_with_a_byline_below_the_text_is_another_story() -> None:
    first = f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}</p>" for text in EN[:3])
    signed = f'<h1>{OTHER}</h1><p class="byline">Ana Lund</p><p>{EN[3]}</p>'
    page = f"<article>{first}{signed}</article>"
    assert paragraphs(page) == list(EN[:3])
    assert stripped(page)["page.next"] == [OTHER, "Ana Lund", EN[3]]
    assert paragraphs(f"<article>{first}<h1>The cost</h1><p>{EN[3]}</p></article>") == list(EN)
