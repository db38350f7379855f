"""Telling a page from a text by its beginning."""

from __future__ import annotations

import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from khabar.html.sniff import HEAD, is_html

LINE = "The harbour was opened again on Monday after repairs that had lasted for ten years."
ARABIC = "قال رئيس البلدية إن «الميناء يستقبل اليوم» مئة قارب كل صباح."

PAGES = {
    "doctype": "<!DOCTYPE html><p>x",
    "doctype, spaces": "\ufeff \r\n\t<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<p>x",
    "doctype with entities": '<!DOCTYPE html [<!ENTITY a "b">]><html>',
    "html": "<html><body>x",
    "html, upper case": "\n\n<HTML LANG=ar>",
    "head": "<head><title>x</title></head>",
    "body": "<body class='x'>" + LINE,
    "namespace": '<xhtml:html xmlns:xhtml="http://www.w3.org/1999/xhtml"><xhtml:body>',
    "xml declaration": '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html><html>',
    "other xml": '<?xml version="1.0"?><article><body><p>x</p></body></article>',
    "feed": '<?xml version="1.0"?><rss version="2.0"><channel>',
    "feed without declaration": "<rss version='2.0'><channel><title>x</title>",
    "comments": "<!-- saved from x --><!-- and y --><html>",
    "long comment": "<!-- " + "licence " * 2000 + "--><html>",
    "conditional comment": '<!--[if IE 8]><html class="ie"><![endif]--><!--[if !IE]><!--><html><!--<![endif]-->',
    "comment, fragment": "<!-- article --><div>" + LINE + "</div>",
    "php": "<?php header('x'); ?>\n<html>",
    "meta": "<meta charset=utf-8><p>x",
    "script": "<script>var a</script><div>x</div>",
    "http headers": "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!doctype html><html><head>",
    "http headers, fragment": "HTTP/1.0 200 OK\r\n\r\n<div>x</div>",
    "stray word": "undefined\n<!doctype html>\n<html><head><title>x</title></head>",
    "misread byte order mark": "ï»¿<!DOCTYPE html><html lang='de'><head>",
    "control character": "\x00<html><body>",
    "div": f"<div>\n{LINE}\n{LINE}\n</div>",
    "p": f"<p>{LINE}</p>\n<p>{LINE}</p>",
    "article": f"<article><h1>Harbour</h1><p>{LINE}",
    "figure": "<figure><img src=x.jpg><figcaption>Boats</figcaption></figure>",
    "main": "<main id=content>x</main>",
    "section": "<SECTION>x",
    "h1": "<h1>Harbour</h1>\n" + LINE,
    "upper case": f"<P ALIGN=right>{ARABIC}</P>",
    "text first": f"{LINE}</p>\n<p>{LINE}</p>\n<p>{LINE}</p><h2>x</h2>",
    "inline first": f"<b>Harbour</b><br><div>{LINE}</div><div>{LINE}</div><div>{LINE}</div>",
}
TEXTS = {
    "nothing": "",
    "plain": LINE,
    "arabic": ARABIC + "\n\n" + ARABIC,
    "guillemets": "<<" + LINE + ">>\n" + LINE,
    "empty tag": "< > " + LINE,
    "less than": "<3 of 10 boats came back. " + LINE,
    "spaced": "< div > is how it is not written. " + LINE,
    "address": "<harbour@example.com> wrote: " + LINE,
    "url": "<https://example.com/a> " + LINE,
    "mentions": f"He said that a page begins with <html> and <body>.\n\n{LINE}\n\nThe <title> comes next, then </p>.",
    "mentions first": f"<title> and other tags explained\n\n{LINE}".replace("<title>", "The <title>"),
    "example page": f"{LINE * 6}\n\n<!doctype html>\n<html><head><title>x</title></head></html>\n\n{LINE}",
    "line breaks": f"{LINE}<br>{LINE}<br/>\n\n{LINE}\n\n# Heading\n\n{LINE}",
    "markdown": f"# Harbour\n\n{LINE} <br>\n\n- one\n- two <b>x</b>\n\n{LINE}",
    "a few tags left": f"<p>{LINE}\n\n{LINE}\n\n{LINE}</p>\n\n{LINE}\n\n{LINE}\n\n{LINE}",
    "links left": f'{LINE}\n\n<a href="/x">More</a>\n\n{LINE}\n\n{LINE}',
    "image left first": f'<img src="x.jpg" alt="Boats">\n\n{LINE}\n\n{LINE}',
    "custom word": "<unknown> is what the form says. " + LINE,
    "comment left": f"<!-- ad -->\n\n{LINE}\n\n{LINE}\n\n{LINE}",
    "tags behind the head": LINE * (HEAD // len(LINE) + 2) + "<p>x</p>" * 9,
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    assert is_html(PAGES[name])


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str) -> None:
    assert not is_html(TEXTS[name])


@given(st.text(st.characters() | st.sampled_from("<>!/-[]?=\"' \n")))
def test_any_text_has_an_answer(text: str) -> None:
    assert is_html(text) in (True, False)
    assert is_html("<!doctype html>" + text)


@given(st.text(st.characters(exclude_characters="<")))
def test_no_markup_without_its_mark(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<!-- x", "<!doctype", "<!doctype x[", "<p ", "<p>\n\n", "</p>", "\n \n<", "<a:"]
)
def test_nothing_takes_long(piece: str) -> None:
    text = piece * 1_000_000
    assert effort(lambda: is_html(text))[1] < 0.5
