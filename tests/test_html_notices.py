"""What a page tells its readers beside the article: links to skip its menus, and that not all of the text is free."""

from __future__ import annotations

import khabar
import pytest

TEXT = "The council said that the old harbour wall would be rebuilt within a year, and that the boats could stay. "
BODY = "".join(f"<p>Note {n}: {TEXT}</p>" for n in range(1, 5))


def page(inner: str, head: str = "") -> khabar.Article:
    return khabar.parse(f"<html><head>{head}</head><body>{inner}</body></html>")


@pytest.mark.parametrize("words", ["Skip to the content", "Skip to the main content", "Skip to content"])
def test_a_link_to_skip_the_menus_opens_nothing(words: str) -> None:
    main = f"<main><h1>Harbour wall to be rebuilt</h1>{BODY}</main>"
    for below in ("", f'<a href="#top">{words}</a>'):
        article = page(f'<a href="#site-content">{words}</a><header>Ashby Post</header>{main}{below}')
        assert article.warnings == ()
        assert len(article.sections[0].paragraphs) == 4
        assert "promo.unclosed" not in {piece.rule for piece in article.stripped}


def test_an_unclosed_block_is_told_in_plain_words() -> None:
    def told(*lines: str) -> str:
        block = "\n".join(("Skip Twitter post, 1", *lines))
        text = "\n\n".join(("Harbour wall to be rebuilt", TEXT, block, TEXT, TEXT))
        return khabar.parse(text).warnings[0]

    assert told().endswith("was not found; no other line was stripped with it")
    assert told("Our boats").endswith("was not found; the line below it was stripped with it")
    assert told("Our boats", "Jane (@jane)").endswith("was not found; the 2 lines below it were stripped with it")
