"""Hostile texts in every field act nowhere, and are there to be read."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import hostile
import khabar
import pytest
from khabar.report import many
from khabar.report.article import article_html
from khabar.report.row import row
from khabar.report.single import single

BLOCKS = """\
{0} The old harbour opens again

By {1}

Image source, {2} Getty Images

Image caption, {3} Boats came back to the harbour

"We take in 120 boats {4} every morning," said mayor Alice Smith, {5} after repairs that lasted ten years.

{6} heading

"It cost 40 million dollars and more," said Bob Jones, the mayor of the town {7}.

Read more: {8}
"""
FIELDS = BLOCKS.count("{")


def trace_of(texts: list[str], source: str) -> khabar.Trace:
    """An article with such texts in its blocks, and the last of them in all that khabar finds out itself."""
    traced = khabar.trace(BLOCKS.format(*texts), input_format="text")
    article, text = traced.article, texts[-1]
    named = {"speaker": text, "cue": text}
    quotes = tuple(quote.replace(**named) for quote in article.quotes)
    images = tuple(image.replace(credit=text, caption=text, agencies=(text,)) for image in article.images)
    told = {
        "publisher": text,
        "url": text,
        "byline": (text,),
        "warnings": (text,),
        "published": text,
        "source": source,
    }
    return traced._replace(article=article.replace(quotes=quotes, images=images, **told))


def one_page(traced: khabar.Trace) -> str:
    return single(article_html(traced), title=traced.article.title, source=traced.article.source, direction="ltr")


def many_pages(traces: list[khabar.Trace]) -> str:
    parts = [many.part(article_html(one), number) for number, one in enumerate(traces, 1)]
    return many.head() + "".join(parts) + many.tail([row(one) for one in traces])


def written(path: Path, html: str) -> Path:
    path.write_text(html, "utf-8")
    return path


def poke(page: Any) -> None:
    """What a reader does without looking: the mouse over everything, the focus on everything, all opened."""
    page.evaluate("""() => {
      for (const element of document.querySelectorAll("body *")) {
        for (const name of ["mouseover", "mouseenter", "focus", "focusin", "pointerover"])
          element.dispatchEvent(new Event(name, {bubbles: true}));
        if (element.tagName === "DETAILS") element.open = true;
      }
    }""")
    for _ in range(3):
        page.keyboard.press("Tab")


def foreign(page: Any) -> list[str]:
    """Elements and attributes that only a scraped page can have brought."""
    return page.evaluate("""() => {
      const found = [];
      const refused =
        "img,iframe,object,embed,form,base,link,video,audio,area,math,svg[onload],meta[http-equiv=refresh]";
      for (const element of document.querySelectorAll(refused)) found.push(element.outerHTML.slice(0, 200));
      for (const element of document.querySelectorAll("*"))
        for (const {name, value} of element.attributes) {
          if (name.startsWith("on") || name === "srcdoc" || name === "autofocus" || name === "style")
            found.push(`${element.tagName} ${name}=${value}`.slice(0, 200));
          if (["href", "src", "action", "xlink:href"].includes(name) && !/^(#|blob:)/.test(value))
            found.push(`${element.tagName} ${name}=${value}`.slice(0, 200));
        }
      return found;
    }""")


@pytest.mark.parametrize("name", [*hostile.MARKUP, *hostile.STEERING])
def test_one_article(open_page: Callable[..., Any], tmp_path: Path, name: str) -> None:
    text = (hostile.MARKUP | hostile.STEERING)[name]
    page = open_page(written(tmp_path / "page.html", one_page(trace_of([text] * FIELDS, text))))
    assert page.locator("article.k-article").count() == 1
    assert page.locator("h1.k-text").is_visible()
    poke(page)
    assert foreign(page) == []
    if name in hostile.MARKUP:
        shown = " ".join(page.locator("h1.k-text").text_content().split())
        assert text in shown
        assert page.locator(".k-article").get_attribute("data-source") == text
        assert page.locator(".k-quote").first.get_attribute("data-speaker") == text


def test_many_articles(open_page: Callable[..., Any], tmp_path: Path) -> None:
    count = len(hostile.ALL)
    traces = [trace_of([*hostile.every(FIELDS - 1), text], text) for text in hostile.ALL]
    page = open_page(written(tmp_path / "page.html", many_pages(traces)))
    poke(page)
    assert foreign(page) == []
    for number in range(1, count + 1):
        page.evaluate("number => { location.hash = `#d${number}`; }", number)
        page.locator(f"#d{number}p1").wait_for()
        poke(page)
        assert foreign(page) == [], hostile.ALL[number - 1]


def test_a_word_of_a_million_letters(open_page: Callable[..., Any], tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "page.html", one_page(trace_of([hostile.LONG] * 1 + ["x"] * 8, "long.txt"))))
    assert page.locator("h1.k-text").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Files with hostile names, where the file system takes them, and an article in each."""
    folder = tmp_path / "files"
    folder.mkdir()
    made = []
    names = [text.replace("/", "\\")[:200] for text in hostile.ALL]
    raw = [os.fsencode(folder) + b"/\xff\xfe<img src=x onerror=window.acted=1>.txt"]
    for number, path in enumerate(
        [*(folder / f"{text}.txt" for text in names if text and "\0" not in text), *map(Path, map(os.fsdecode, raw))]
    ):
        try:
            path.write_text(BLOCKS.format(*hostile.every(number + FIELDS)[number:]), "utf-8", errors="replace")
        except (OSError, UnicodeEncodeError):
            continue
        made.append(path)
    return made


def test_file_names(files: list[Path], report: Callable[..., Path], open_page: Callable[..., Any]) -> None:
    """As a whole, by the command."""
    page = open_page(report(files[0].parent, options=("--input-format", "text")))
    poke(page)
    assert foreign(page) == []
    for number in range(1, len(files) + 1):
        page.evaluate("number => { location.hash = `#d${number}`; }", number)
        page.locator(f"#d{number}p1").wait_for()
    poke(page)
    assert foreign(page) == []


@pytest.mark.parametrize("text", [*hostile.MARKUP.values()])
def test_scraped_page(text: str, report: Callable[..., Path], open_page: Callable[..., Any], tmp_path: Path) -> None:
    """A page that acts itself, and one that shows such a text."""
    path = tmp_path / "page.html"
    paragraph = f"<p>The mayor said that the port takes in 120 boats every morning, after repairs. {{}}</p>{text}"
    body = f"<h1>{escape(text)} The harbour opens</h1>{paragraph * 4}".replace("{}", escape(text))
    path.write_text(f"<html lang=en><head><title>{escape(text)}</title></head><body><article>{body}", "utf-8")
    page = open_page(report(path))
    poke(page)
    assert foreign(page) == []
    assert page.locator("article.k-article").count() == 1


def test_nothing_in_the_terminal(files: list[Path], khabar_command: str, tmp_path: Path) -> None:
    """What the command says of such files steers no terminal."""
    command = [
        khabar_command,
        "report",
        "-v",
        "-o",
        str(tmp_path / "r.html"),
        *map(str, files),
        str(tmp_path / "\x1b[31mno"),
    ]
    told = subprocess.run(command, capture_output=True).stderr
    assert b"\x1b" not in told
    assert b"\xe2\x80\xae" not in told  # the override
