"""--lexicon FILE: a user's own markers, publishers, cue verbs and names, for every command."""

from __future__ import annotations

import pytest
from process import Khabar

OWN = """# the Post's
@name The Ashby Harbour Post
@language en
@proof line The Ashby Harbour Post, Quay Street, Ashby

[credit prefix]
Snapped for us by:

[promo start]
Join the harbour club

[cue.say word]
gabble gabbles gabbled

[person pair]
Jane Marie Roe = Captain Roe = Jane Roe
"""
ARTICLE = """Harbour wall to be rebuilt

Snapped for us by: Bo Ek

The council said that the old harbour wall would be rebuilt within a year, and that boats could stay.

"This is the best day of my life and of the whole town," {who}.

Join the harbour club today

The Ashby Harbour Post, Quay Street, Ashby
"""


@pytest.fixture
def own(khabar: Khabar) -> Khabar:
    (khabar.folder / "own.txt").write_text(OWN, "utf-8")
    for n in range(24):
        (khabar.folder / f"texts/{n:02}.txt").write_text(
            ARTICLE.format(who="Captain Roe said" if n % 3 == 1 else "Jane Roe gabbled"), "utf-8"
        )
    return khabar


def test_an_article(own: Khabar) -> None:
    done = own.inside("parse", "texts/00.txt", "--lexicon", "own.txt")
    assert (done.status, done.err) == (0, "")
    (article,) = done.records
    assert (article["publisher"], article["byline"]) == ("The Ashby Harbour Post", [])
    assert [image["credit"] for image in article["images"]] == ["Bo Ek"]
    assert {"rule": "promo.line", "text": "Join the harbour club today"} in article["stripped"]
    assert [(quote["speaker"], quote["cue"]) for quote in article["quotes"]] == [("Jane Roe", "gabbled")]
    (without,) = own.inside("parse", "texts/00.txt").records  # nothing stays in the process
    assert (without["publisher"], without["images"]) == (None, [])


def test_it_may_be_given_again(own: Khabar) -> None:
    (own.folder / "more.txt").write_text("[standfirst line]\nThe gist\n", "utf-8")
    done = own.inside("explain", "texts/00.txt", "--lexicon", "own.txt", "--lexicon", "more.txt", "-f", "jsonl")
    assert [row["lexicon"] for row in done.records if row["lexicon"]] == ["own.txt:7", "own.txt:10", "own.txt:4"]


def test_explain_names_the_entry(own: Khabar) -> None:
    rows = own.inside("explain", "texts/00.txt", "--lexicon", "own.txt").records
    found = {row["text"].split(" ", 1)[0]: (row["rule"], row["lexicon"]) for row in rows}
    assert found["Snapped"] == ("credit.label", "own.txt:7")
    assert found["Join"] == ("promo.line", "own.txt:10")
    assert found["The"] == ("publisher.line", "own.txt:4")  # the last that begins so
    assert found["Harbour"][1] is None
    for format in ("blocks", "table"):
        args = ("explain", "texts/00.txt", "-f", format, "--width", "120")
        assert "in your lexicon: own.txt:10" in own.inside(*args, "-v", "--lexicon", "own.txt").text
        assert "in your lexicon" not in own.inside(*args, "--lexicon", "own.txt").text
        assert "in your lexicon" not in own.inside(*args, "-v").text


def test_explain_names_the_cue(own: Khabar) -> None:
    args = ("explain", "--quotes", "texts/00.txt", "texts/01.txt", "--lexicon", "own.txt")
    rows = own.inside(*args).records
    assert {row["cue"]: row["lexicon"] for row in rows if row["kind"]} == {"gabbled": "own.txt:13", "said": None}
    assert "cue in your lexicon: own.txt:13" in own.inside(*args, "-f", "blocks").text


def test_names_are_merged(own: Khabar) -> None:
    rows = own.inside("speakers", "texts", "--lexicon", "own.txt").records
    assert [(row["speaker"], row["quotes"], row["files"]) for row in rows] == [("Jane Marie Roe", 24, 24)]
    (own.folder / "names.txt").write_text("Cap = Captain Roe\n", "utf-8")
    rows = own.inside("speakers", "texts", "--lexicon", "own.txt", "--names", "names.txt").records
    assert {row["speaker"]: row["quotes"] for row in rows} == {"Jane Marie Roe": 16, "Cap": 8}


def test_workers_know_it(own: Khabar) -> None:
    alone = own("parse", "texts", "--lexicon", "own.txt")
    several = own("parse", "texts", "--lexicon", "own.txt", "-j", "2")
    assert (several.status, several.err) == (0, "")
    assert several.out == alone.out
    assert [article["publisher"] for article in several.records] == ["The Ashby Harbour Post"] * 24


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[promo start]\nx y\n\n[credits prefix]\nx\n", "own.txt:4: no class is called credits; did you mean credit"),
        ("@langauge en\n", "own.txt:1: no key line @langauge in a lexicon of your own; did you mean @language?"),
        ("Join us\n", "own.txt:1: an entry before the first section, such as [credit prefix]"),
        (None, "own.txt: No such file or directory"),
    ],
)
def test_what_is_wrong_with_the_file(own: Khabar, text: str | None, message: str) -> None:
    (own.folder / "own.txt").unlink()
    if text is not None:
        (own.folder / "own.txt").write_text(text, "utf-8")
    for command in ("parse", "quotes", "speakers", "explain"):
        done = own.inside(command, "texts/00.txt", "--lexicon", "own.txt")
        assert (done.status, done.out) == (2, b"")
        assert [line for line in done.told if message in line] == done.told[-1:]
        assert "--lexicon" in done.told[-1]
