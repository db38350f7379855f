"""--input-format: a page and a text told apart, or told to be one or the other."""

from __future__ import annotations

import pytest
from process import Khabar

PAGE = (
    "<!doctype html><html lang=en><head><title>Old fishing port opens again</title></head><body><article>"
    "<h1>Old fishing port opens again</h1>"
    "<p>The mayor said that the port takes in 120 boats every morning, after repairs that lasted for ten years.</p>"
    "<p>The work cost 40 million dollars and covered the quays, the stores and the market next to them.</p>"
    "</article></body></html>"
)


@pytest.fixture(autouse=True)
def _page(khabar: Khabar) -> None:
    (khabar.folder / "page.html").write_text(PAGE, "utf-8")


def body(record: dict[str, object]) -> str:
    sections = record["sections"]
    assert isinstance(sections, list)
    return "\n".join(p for section in sections for p in section["paragraphs"])


def test_auto_is_the_default(khabar: Khabar) -> None:
    page, text = khabar.inside("parse", "page.html", "english.txt").records
    assert (page["format"], text["format"]) == ("html", "text")
    assert khabar.inside("parse", "--input-format", "auto", "page.html").records == [page]


def test_a_page_on_standard_input(khabar: Khabar) -> None:
    (page,) = khabar("parse", stdin=PAGE.encode()).records
    assert page["format"] == "html"
    assert "<p>" not in body(page)


def test_told_to_be_text(khabar: Khabar) -> None:
    (page,) = khabar.inside("parse", "--input-format", "text", "page.html").records
    assert page["format"] == "text"


def test_told_to_be_html(khabar: Khabar) -> None:
    (text,) = khabar.inside("parse", "--input-format=html", "english.txt").records
    assert text["format"] == "html"


@pytest.mark.parametrize("command", ["parse", "sections", "credits", "text", "explain"])
def test_every_document_command_has_it(khabar: Khabar, command: str) -> None:
    done = khabar.inside(command, "--input-format", "text", "english.txt")
    assert (done.status, done.err) == (0, "")
    assert done.out == khabar.inside(command, "english.txt").out
    assert "--input-format" in khabar.inside(command, "--help").text


def test_no_other_format(khabar: Khabar) -> None:
    done = khabar("parse", "--input-format", "pdf", "english.txt")
    assert done.status == 2
    assert "auto" in done.err
    assert khabar("rules", "--input-format", "text").status == 2
