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


ARTICLE = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour wall", {}}}</script>'
PAID = "the page says that not all of its text is free: it may break off"


@pytest.mark.parametrize(
    ("said", "paid"),
    [
        ('"isAccessibleForFree": false', True),
        ('"isAccessibleForFree": "False"', True),
        ('"isAccessibleForFree": "http://schema.org/False"', True),
        ('"isAccessibleForFree": [false]', True),
        ('"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "false", "cssSelector": ".paid"}', True),
        ('"hasPart": [{"isAccessibleForFree": true}, {"isAccessibleForFree": false}]', True),
        ('"isAccessibleForFree": true', False),
        ('"isAccessibleForFree": "True"', False),
        ('"isAccessibleForFree": null', False),
        ('"isAccessibleForFree": true, "hasPart": {"isAccessibleForFree": false}', False),
        ('"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": true}', False),
        ('"hasPart": "isAccessibleForFree"', False),
        ('"isPartOf": {"@type": "Product", "isAccessibleForFree": false}', False),
    ],
)
def test_a_page_that_says_it_is_not_free(said: str, paid: bool) -> None:
    article = page(f"<main><h1>Harbour wall</h1>{BODY}</main>", ARTICLE.format(said))
    assert article.warnings == ((PAID,) if paid else ())


def test_another_articles_price_and_a_page_without_text() -> None:
    other = '"relatedLink": {"@type": "NewsArticle", "headline": "Ferries", "isAccessibleForFree": false}'
    assert page(f"<main><h1>Harbour wall</h1>{BODY}</main>", ARTICLE.format(other)).warnings == ()
    nothing = page("<main><h1>Harbour wall</h1></main>", ARTICLE.format('"isAccessibleForFree": false'))
    assert nothing.warnings == ("no body text was found",)
    # an offer to subscribe alone proves nothing: sites have it below articles that are free
    offer = '<div class="paywall">Subscribe to read on</div>'
    assert page(f"<main><h1>Harbour wall</h1>{BODY}{offer}</main>").warnings == ()


def test_what_nobody_sees_is_nowhere_and_hidden_words_are_stripped() -> None:
    unseen = (
        "<noscript>AAA</noscript><template><p>BBB</p></template><script>CCC</script><!-- DDD --><p title=EEE>x</p>"
    )
    article = page(f"<main><h1>Harbour wall</h1>{unseen}<p hidden>FFF</p>{BODY}</main>")
    out = str(article.to_dict())
    assert all(word not in out for word in ("AAA", "BBB", "CCC", "DDD", "EEE"))
    assert ("element.hidden", "FFF") in {(piece.rule, piece.text) for piece in article.stripped}
