"""`khabar report`, and the format html."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from process import Khabar
from report_page import acting, texts_of, tree_of

TITLE = "Old fishing port opens again after ten years"


def test_one_document(khabar: Khabar) -> None:
    done = khabar("report", "english.txt", "-o", "report.html")
    assert (done.status, done.out, done.err) == (0, b"", "")
    page = (khabar.folder / "report.html").read_text("utf-8")
    assert acting(page) == []
    assert texts_of(tree_of(page), "k-text")[0] == TITLE
    assert tree_of(page).findtext(".//title") == f"{TITLE} · khabar"


def test_the_same_page_by_other_ways(khabar: Khabar) -> None:
    page = khabar.inside("report", "arabic.txt").out
    assert khabar.inside("report", "arabic.txt", "-f", "html").out == page
    assert khabar.inside("parse", "arabic.txt", "-f", "html").out == page
    assert khabar.inside("parse", "arabic.txt", "-o", "a.HTML").status == 0
    assert (khabar.folder / "a.HTML").read_bytes() == page
    assert b'dir="rtl"' in page
    article = (khabar.folder / "arabic.txt").read_bytes()
    assert khabar("report", stdin=article).out == page.replace(b"arabic.txt", b"&lt;stdin&gt;")


def test_a_terminal_is_told_where_a_page_goes(khabar: Khabar) -> None:
    done = khabar.terminal("report", "english.txt")
    assert (done.status, done.out) == (2, b"")
    assert done.told == ["khabar: --output: a report is a page for a browser: add -o report.html"]
    assert khabar.terminal("report", "english.txt", "-o", "report.html").status == 0


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["report", "-f", "json"], "json is not for report, which makes a page: khabar parse has the other formats"),
        (["report", "--jsonl"], "jsonl is not for report"),
        (["report", "-o", "x.csv"], "csv is not for report"),
        (["text", "-f", "html"], "html is for report and parse, not for text"),
        (["quotes", "-o", "x.html"], "html is for report and parse, not for quotes"),
        (["explain", "--quotes", "-f", "html"], "html is for report and parse, not for explain"),
    ],
)
def test_what_cannot_be(khabar: Khabar, args: list[str], told: str) -> None:
    done = khabar.inside(*args, "english.txt")
    assert (done.status, done.out, len(done.told)) == (2, b"", 1)
    assert told in done.err


def test_a_page_for_each_document(khabar: Khabar) -> None:
    done = khabar("report", "arabic.txt", "english.txt", "-o", "pages/", "-j", "2")
    assert (done.status, done.err) == (0, "")
    names = [path.name for path in (khabar.folder / "pages").glob("*.html")]
    assert sorted(names) == ["arabic.txt.html", "english.txt.html"]
    assert (khabar.folder / "pages/english.txt.html").read_bytes() == khabar.inside("report", "english.txt").out


def test_many_documents_make_one_page(khabar: Khabar) -> None:
    for jobs in ("1", "2"):
        done = khabar("report", "arabic.txt", "english.txt", "-j", jobs)
        assert (done.status, done.err) == (0, "")
        assert acting(done.text) == []
        assert done.text.count("<!DOCTYPE html>") == done.text.count("</html>") == 1


def test_what_fails_is_told_and_the_others_are_there(khabar: Khabar) -> None:
    done = khabar("report", "english.txt", "empty.txt", "missing.txt")
    assert (done.status, len(done.told)) == (1, 2)
    assert texts_of(tree_of(done.text), "k-text")[0] == TITLE
    nothing = khabar("report", "missing.txt", "-o", "none.html")
    assert nothing.status == 1
    assert acting((khabar.folder / "none.html").read_text("utf-8")) == []


def test_confidence_and_rules_are_those_that_were_asked_for(khabar: Khabar) -> None:
    text = 'Port opens again\n\n"We are glad of every boat that comes," said the mayor, Ann Poe, on Monday.\n'
    (khabar.folder / "said.txt").write_text(text)
    assert b"data-speaker" in khabar.inside("report", "said.txt").out
    sure = khabar.inside("report", "said.txt", "--min-confidence", "1").text
    assert all(one == "1.0" for one in tree_of(sure).xpath("//q[@data-speaker]/@data-confidence"))
    assert b'data-rule="credit.label"' not in khabar.inside("report", "english.txt", "--without", "credit.label").out


@pytest.mark.skipif(sys.platform != "linux", reason="names are any bytes on Linux only")
def test_names_that_are_no_text(khabar: Khabar) -> None:
    name = b"a\xff\n\x1b[31m<script>alert(1)</script>\xe2\x80\xae.txt".replace(b"/", b"_")
    with open(os.fsencode(khabar.folder) + b"/" + name, "wb") as file:
        file.write((khabar.folder / "english.txt").read_bytes())
    done = khabar("report", name)
    assert (done.status, done.err) == (0, "")
    assert acting(done.text) == []
    assert "␛[31m<script>alert(1)<_script>" in texts_of(tree_of(done.text), "k-of-what")[0]


def test_a_report_needs_neither_rich_nor_a_network(khabar: Khabar) -> None:
    code = (
        "import sys\nfrom khabar_cli.main import run\nrun(['report', 'english.txt', '-o', 'r.html'])\n"
        "print(*sorted({'rich', 'socket', 'urllib.request', 'lxml', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=khabar.folder, capture_output=True, check=True, text=True, timeout=30
    )
    assert done.stdout.strip() == ""
