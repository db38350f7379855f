"""Where in a page the article is, and what becomes of the rest."""

from __future__ import annotations

from itertools import pairwise

import khabar
import pytest
from pages import AR, EN, JA, TH, TITLE, ZH, article, headed, paragraphs, parsed, stripped
from words import unaccounted

COMMENT = "I do not believe a word of it, because they said so before and the wall fell down all the same."


@pytest.mark.parametrize("texts", [AR, ZH, JA, TH], ids=["ar", "zh", "ja", "th"])
@pytest.mark.parametrize("between", ["<br><br>", "<br/>\n<br />", "<br>\n&nbsp;<br>", "</div>\n<div>", "<p>"])
def test_text_without_paragraph_elements(texts: tuple[str, ...], between: str) -> None:
    page = f"<div><a href='/'>1</a> <a href='/2'>2</a></div><h1>{texts[0][:16]}</h1><div>{between.join(texts)}</div>"
    assert paragraphs(page) == list(texts)


@pytest.mark.parametrize("texts", [AR, ZH], ids=["ar", "zh"])
def test_single_breaks_divide_where_the_lines_are_long(texts: tuple[str, ...]) -> None:
    assert paragraphs(f"<h1>{texts[0][:16]}</h1><div>{'<br>'.join(texts)}</div>") == list(texts)


def test_single_breaks_divide_lines_of_japanese() -> None:
    texts = [
        "市は月曜日、古い港の壁の修理を来月から始めると発表した。",
        "漁船は北側の岸壁に移されるが、係留料を払う必要はないという。",
    ]
    assert paragraphs(f"<h1>古い港の壁</h1><div>{'<br>'.join(texts)}</div>") == texts


def test_single_breaks_in_a_paragraph_do_not_divide_a_sentence() -> None:
    page = f"<h1>{TITLE}</h1><p>{EN[0]}</p><p>{EN[1].replace(' would', '<br>would')}</p><p>{EN[2]}</p>"
    assert paragraphs(page) == list(EN[:3])


def test_full_width_spaces_before_paragraphs_go() -> None:
    assert paragraphs("<h1>旧码头</h1><div>" + "".join(f"　　{text}<br>" for text in ZH) + "</div>") == list(ZH)


def test_paragraphs_split_over_several_containers() -> None:
    page = (
        f'<main><h1>{TITLE}</h1><div class="w"><div class="b"><p>{EN[0]}</p></div><div class="ad-slot">Advert</div>'
        f'<div class="b"><p>{EN[1]}</p></div><div><section><p>{EN[2]}</p></section></div>'
        f"<div><p>{EN[3]}</p></div></div>"
        '<div class="x"><a href="/1">Storm sinks eleven boats</a></div></main>'
    )
    assert paragraphs(page) == list(EN)


def test_an_aside_that_nobody_closed_holds_the_article() -> None:
    more = " ".join(EN)
    page = f'<div>Ashby Post</div><aside class="left"><div>Weather</div><article><h1>{TITLE}</h1><p>{EN[0]}</p>'
    assert paragraphs(f"{page}<p>{more}</p><p>{EN[3]}</p></article>") == [EN[0], more, EN[3]]


@pytest.mark.parametrize(
    "name", ["right-rail", "sidebar", "related-content", "newsletter", "ad-wrapper", "comments-on"]
)
def test_a_name_that_lies_does_not_cost_the_article(name: str) -> None:
    texts = [f"{a} {b}" for a, b in pairwise(EN)]
    inner = "".join(f"<p>{text}</p>" for text in texts)
    page = f'<div class="{name}"><h1>{TITLE}</h1><div class="{name}">{inner}</div></div><p>Printed in Ashby.</p>'
    assert paragraphs(page) == texts


def test_comments_are_no_article_however_long() -> None:
    rest = "".join(f"<p>{COMMENT} {n}.</p>" for n in range(30))
    text = f'<div class="t"><p>{EN[0]}</p><p>{EN[1]}</p></div>'
    page = f'<main><h1>{TITLE}</h1>{text}<div id="comments">{rest}</div></main>'
    assert paragraphs(page) == [EN[0], EN[1]]
    (text,) = stripped(page)["element.comments"]
    assert text.count(COMMENT) == 30


def test_live_blog() -> None:
    def post(time: str, heading: str, *texts: str) -> str:
        inner = f"<h2>{heading}</h2>{''.join(f'<p>{text}</p>' for text in texts)}"
        return f'<article class="post"><time datetime="2024-03-04T{time}">{time}</time>{inner}</article>'

    posts = post("10:00", "Cranes arrive", EN[0])
    posts += post("09:00", "Boats leave", *EN[1:3]) + post("08:00", "Dawn", EN[3])
    page = f'<main><h1>Harbour wall: the work begins</h1><div class="live-blog">{posts}</div></main>'
    assert headed(page) == [("Cranes arrive", 1), ("Boats leave", 2), ("Dawn", 1)]
    assert parsed(page).published == "2024-03-04T10:00:00"


def test_gallery_of_captioned_pictures_with_hardly_any_text() -> None:
    subjects = ("Boats", "Gulls", "Cranes")
    captions = [f"{subject} in the harbour of Ashby after the storm of that winter." for subject in subjects]
    figures = "".join(
        f'<figure><img src="/{n}.jpg"><figcaption>{text} Photo: Jane Roe</figcaption></figure>'
        for n, text in enumerate(captions)
    )
    page = parsed(f"<main><h1>The harbour in pictures</h1><p>A winter at the old wall.</p>{figures}</main>")
    assert [(image.caption, image.credit) for image in page.images] == [(text, "Jane Roe") for text in captions]
    assert page.sections == (khabar.Section(None, ("A winter at the old wall.",)),)


def test_list_article() -> None:
    items = f"<li>{EN[1]}</li><li><p>{EN[2]}</p></li><li><h2>Cramlow</h2><p>{EN[3]}</p></li>"
    page = f"<main><h1>Five harbours to see this year</h1><p>{EN[0]}</p><ol>{items}</ol></main>"
    assert headed(page) == [(None, 3), ("Cramlow", 1)]


def test_table_of_figures_in_an_article() -> None:
    table = "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>1901</td><td>120</td></tr></table>"
    page = article(table)
    assert paragraphs(page) == [*EN[:2], "Year | Boats", "1901 | 120", *EN[2:]]


def test_page_laid_out_in_tables() -> None:
    inner = "".join(f"<p>{text}</p>" for text in EN)
    text = f"<table><tr><td><h1>{TITLE}</h1>{inner}</td></tr></table>"
    page = f"<table><tr><td><a href='/'>Home</a></td><td>{text}</td></tr></table>"
    assert paragraphs(page) == list(EN)


def test_paywall_keeps_what_is_in_the_page() -> None:
    offer = "Subscribe to read on. You have read all your free articles this month."
    page = (
        f'<article><h1>{TITLE}</h1><p>{EN[0]}</p><div class="paywall"><p>{offer}</p></div>'
        f"<div hidden><p>{EN[1]}</p><p>{EN[2]}</p><p>{EN[3]}</p></div></article>"
    )
    assert paragraphs(page) == list(EN)
    assert [offer] in stripped(page).values()


def test_hidden_paragraphs_are_in_the_article_or_stripped() -> None:
    text = f'<p>{EN[0]}</p><p hidden>{EN[1]}</p><p style="display: none">{EN[2]}</p>'
    page = f"<article><h1>{TITLE}</h1><div>{text}</div></article>"
    found = [*paragraphs(page), *(text for texts in stripped(page).values() for text in texts)]
    assert sorted(found) == sorted(EN[:3])


def test_teaser_cards_inside_the_article() -> None:
    cards = (
        '<div class="grid"><article class="card"><h3><a href="/1">Bakers open at night</a></h3>'
        "<p>The neighbours like it less than they thought they would, and they say so.</p></article>"
        '<article class="card"><a href="/2"><h3>Museum finds a map</h3><p>It lay behind a shelf for years.</p></a>'
        "</article></div>"
    )
    page = article(cards)
    assert headed(page) == [(None, 4)]
    assert sum(map(len, stripped(page).values())) == 2


def test_second_article_of_a_page_without_end() -> None:
    def one(title: str, *texts: str) -> str:
        inner = "".join(f"<p>{text}</p>" for text in texts)
        return f'<article class="art"><h1 class="t">{title}</h1>{inner}</article>'

    other = [f"{COMMENT} {n}." for n in range(6)]
    page = f"<div>{one(TITLE, *EN)}{one('Bakers of Ashby open at night', *other)}</div>"
    assert parsed(page).title == TITLE
    assert paragraphs(page) == list(EN)
    assert stripped(page)["element.related"][0].startswith(f"Bakers of Ashby open at night {other[0]}")


def test_regions_outside_are_one_entry_each_abridged() -> None:
    menu = "\n".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(60))
    page = (
        f'<header>Ashby Post</header><nav><ul>{menu}</ul></nav><div class="w"><div class="related">Other news</div>'
        f"<main><h1>{TITLE}</h1><p>{EN[0]}</p><p>{EN[1]}</p><p>{EN[2]}</p></main></div>"
        "<footer>Printed in Ashby</footer>"
    )
    found = parsed(page).stripped
    assert [(piece.rule, piece.chars is None) for piece in found] == [
        ("element.other", True),
        ("element.nav", False),
        ("element.related", True),
        ("element.footer", True),
    ]
    whole = " ".join(f"Section number {n}" for n in range(60))
    assert found[1].chars == len(whole)
    assert whole.startswith(found[1].text.removesuffix(" …"))
    assert (found[0].text, found[3].text) == ("Ashby Post", "Printed in Ashby")


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body></body></html>",
        "<html><head></head><body><script>let x = 1</script></body></html>",
        "<!-- nothing -->",
    ],
)
def test_page_without_a_word(page: str) -> None:
    with pytest.raises(khabar.EmptyInput):
        khabar.parse(page)


def test_page_without_an_article_says_so() -> None:
    page = parsed("<nav><a href='/'>Home</a></nav><footer>Printed in Ashby</footer>")
    assert page.sections == ()
    assert page.warnings == ("no body text was found",)
    assert {piece.text for piece in page.stripped} == {"Home", "Printed in Ashby"}


@pytest.mark.parametrize(
    "page",
    [
        "<p>{}<p>{}<p>{}",
        "<html><p>{}</p><p>{}</p></body></html><p>{}</p>",
        "<html><head><title>T</title><p>{}</p><p>{}</p><p>{}</p>",
        "<body><p>{}</p></body><body><p>{}</p></body><p>{}</p>",
        "<div><div><div><p>{}</div><p>{}<div><p>{}",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{}</p><p>{}</p><p>{}</p></body></html>",
        "<body><p><![CDATA[{}]]></p><p>{}</p><p>{}</p>",
        "<base href='/x'><p>{}<p><p>{}</p></p><p>{}</p>",
        "<frameset><frame src='/a'><noframes><p>{}</p><p>{}</p><p>{}</p></noframes></frameset>",
        "<x-app><x-page><p>{}</p><p>{}</p><p>{}</p></x-page></x-app>",
        "<table><p>{}</p><tr><td><p>{}</p></td></tr><p>{}</p></table>",
        "<b><p>{}</p><i><p>{}</p></b><p>{}</p></i>",
    ],
)
def test_broken_pages_keep_their_text(page: str) -> None:
    assert paragraphs(page.format(*EN)) == list(EN[:3])


def test_head_that_nobody_closed_before_an_element_of_the_pages_own() -> None:
    inner = "".join(f"<p>{text}</p>" for text in EN)
    assert paragraphs(f"<html><head><title>T</title><x-app><h1>{TITLE}</h1>{inner}</x-app>") == list(EN)


def test_text_in_no_element_of_its_own_beside_the_article() -> None:
    page = f"<body>Ashby Post<main><h1>{TITLE}</h1><p>{EN[0]}</p><p>{EN[1]}</p></main>Printed in Ashby</body>"
    lost, _ = unaccounted(f"Ashby Post {TITLE} {EN[0]} {EN[1]} Printed in Ashby", parsed(page).to_dict())
    assert lost == {}


@pytest.mark.xfail(reason="all_text() takes noscript and template in")
def test_words_for_programs_are_not_told() -> None:
    page = article("<aside>In figures<noscript>Please switch on scripts</noscript><template>row</template></aside>")
    assert stripped(page)["element.other"] == ["In figures"]
