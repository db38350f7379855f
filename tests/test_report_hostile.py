"""A scraped text is data in a report: nothing of it acts, and all of its words are there as text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar import Article, Trace, trace
from khabar.bidi import contained
from khabar.blocks import Label, LabelledBlock
from khabar.decode.invisible import visible
from khabar.entries import Image, Quote, Section, Stripped
from khabar.report.article import article_html, numbered
from khabar.report.single import single
from report_page import acting, texts_of, tree_of

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "end of a script": "</script><script>alert(1)</script>",
    "end of a style": "</style><style>*{display:none}</style>",
    "end of an element": "</p></div></article></main></body></html><script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "quotation mark": '" onmouseover="alert(1)" x=\'',
    "apostrophe": "' onfocus='alert(1)' autofocus '",
    "address": '<a href="javascript:alert(1)">javascript:alert(1)</a>',
    "data address": '<iframe src="data:text/html,<script>alert(1)</script>"></iframe>',
    "comment": "<!-- --> <!-- <script> -->",
    "half a comment": "<!--<script>",
    "character data": "<![CDATA[ <x> ]]> <?php echo 1 ?>",
    "reference": "&lt;script&gt; &#60;b&#62; &amp;amp; &#x202e;",
    "template": "{{constructor.constructor('alert(1)')()}} ${alert(1)} `x`",
    "base": '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "form": '<form action="https://evil.example/"><input name=a><button>x</button></form>',
    "svg": "<svg/onload=alert(1)><math><mi xlink:href='javascript:alert(1)'>",
    "id of ours": '" id="d1p1" href="#d1s1',
    "replaced": "{n} {name} {key}",
    "override": "a \u202e evil \u2067 b",
    "ends of bidi": "a \u202c\u2069\u2069 b",
    "escape": "\x1b[31mred\x1b]0;title\x07 \x9b2J",
    "controls": "a\x00b\x01c\x7fd\x85e",
    "long word": "x" * 1_000_000,
}
"""What a page could say so that something happens."""


def shown(text: str) -> str:
    """The text as it is to be read: signs for control characters, no bidi controls without an end."""
    text = re.sub("[\x00-\x08\x0b-\x1f]", lambda found: chr(0x2400 + ord(found[0])), contained(text))
    return re.sub("[\x80-\x9f]", "\ufffd", text.replace("\x7f", "\u2421"))


def hostile_trace(text: str) -> Trace:
    """A document that has the text wherever a document has a text."""
    twice = f"{text} {text}"
    blocks = [LabelledBlock(twice, 1, 1, text, one, text, one, text, (text,), text, text) for one in Label]
    spoken = LabelledBlock(f'"{text}"', 2, 3, "", Label.PARAGRAPH, "a", Label.HEADING, text, (text,))
    quote = Quote(text, "direct", text, text, 0, 0, 1, 1 + len(text), 0, 0.5)
    article = Article(
        source=text,
        title=text,
        byline=(text,),
        language=text,
        publisher=text,
        url=text,
        image=text,
        published=text,
        modified=text + "!",
        sections=(Section(twice, (twice, text)),),
        quotes=(quote, quote.replace(kind=text), quote.replace(paragraph=1, end_paragraph=1, speaker=f"{text} 2")),
        images=(Image(text, text, text, text, agencies=(text,)),),
        stripped=(Stripped(text, text),),
        warnings=(text,),
    )
    return Trace(article, (spoken, *blocks))


def page_of(document: Trace) -> str:
    article = document.article
    html = article_html(document)
    return single(html, title=article.title, source=article.source, direction=article.direction)


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_acts_and_the_words_are_there(name: str) -> None:
    text = HOSTILE[name]
    page = page_of(hostile_trace(text))
    assert acting(page) == []
    tree = tree_of(page)
    words = shown(text)
    for place in (
        "k-text",
        "k-rule",
        "k-name",
        "k-value",
        "k-quote",
        "k-facts",
        "k-warnings",
        "k-bullet",
        "k-of-what",
    ):
        assert any(words in one for one in texts_of(tree, place)), place
    assert words in (tree.findtext(".//title") or "")
    assert any(words in one for one in tree.xpath("//article/@data-source"))
    assert any(words in one for one in tree.xpath("//q/@data-speaker"))


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "long word"])
def test_numbers_of_documents_touch_no_text(name: str) -> None:
    """Ids are renamed in the HTML; what looks like one in a text stays as it is."""
    html = article_html(hostile_trace(HOSTILE[name]))
    before, after = tree_of(html), tree_of(numbered(html, 17))
    assert "".join(before.itertext()) == "".join(after.itertext())
    assert before.xpath("//@data-source") == after.xpath("//@data-source")
    assert all(id.startswith("d17") for id in after.xpath("//@id"))
    assert all(href.startswith("#d17") for href in after.xpath("//@href"))


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text(text: str) -> None:
    page = page_of(hostile_trace(text))
    assert acting(page) == []
    assert any(shown(visible(text)) in one for one in texts_of(tree_of(page), "k-text"))


def test_a_word_that_is_longer_than_any_can_be_broken() -> None:
    """A browser joins its letters anew for each line: one of a million takes minutes."""
    html = article_html(hostile_trace("و" * 5_000))
    assert max(len(word) for word in re.split(r'<wbr>|"[^"]*"|[<>\s]', html)) < 1_000
    assert "<wbr>" not in article_html(hostile_trace("word " * 1_000))


def test_a_hostile_article_as_it_is_parsed() -> None:
    evil = " ".join(text for name, text in HOSTILE.items() if name != "long word")
    text = "\n\n".join(
        (
            f"Port opens again {evil}",
            f"Image source, {evil}",
            f"Image caption, Boats {evil}",
            f'The mayor, Ann {evil} Poe, said: "We are glad of every boat {evil} that comes."',
            f"The work cost 40 million dollars {evil} and covered the quays, the stores and the market next to them.",
            f"Follow us on WhatsApp {evil}",
        )
    )
    document = trace(text, input_format="text")
    page = page_of(document._replace(article=document.article.replace(source=evil)))
    assert acting(page) == []
    for block, one in zip(document.blocks, texts_of(tree_of(page), "k-text"), strict=True):
        assert one == shown(block.text)
