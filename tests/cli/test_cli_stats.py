"""`khabar stats`: what a corpus is made of."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from khabar import Article, Image, Section, Stripped, Trace, rules
from khabar_cli.summary import MARKED, Summary, kind_of
from khabar_cli.views.stats import StatsView
from process import Khabar

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PLAIN = "The port takes in 120 boats every morning, after repairs that lasted for ten years and cost 40 million.\n"
KEYS = [
    "documents", "languages", "publishers", "years", "formats", "missing", "words", "rules", "warnings",
    "without_markers",
]  # fmt: skip
FILES = ("arabic.txt", "english.txt", "plain.txt")


@pytest.fixture
def corpus(khabar: Khabar) -> Khabar:
    """The folder has a text without any marker, too."""
    (khabar.folder / "plain.txt").write_text(f"Old fishing port opens again after ten years\n\n{PLAIN}", "utf-8")
    return khabar


def test_one_object_in_a_pipe(corpus: Khabar) -> None:
    done = corpus("stats", *FILES)
    assert (done.status, done.err) == (0, "")
    (stats,) = done.records
    assert list(stats) == ["schema", *KEYS]
    assert stats["documents"] == 3
    assert stats["languages"] == [
        {"language": "en", "documents": 2, "share": 0.6667},
        {"language": "ar", "documents": 1, "share": 0.3333},
    ]
    assert stats["publishers"] == [
        {"publisher": "BBC News", "documents": 1, "share": 0.3333},
        {"publisher": "BBC News عربي", "documents": 1, "share": 0.3333},
        {"publisher": None, "documents": 1, "share": 0.3333},
    ]
    assert stats["years"] == [{"year": None, "documents": 3, "share": 1.0}]
    assert stats["formats"] == [{"format": "text", "documents": 3, "share": 1.0}]
    assert [(one["field"], one["documents"]) for one in stats["missing"]] == [
        ("title", 0), ("byline", 3), ("published", 3), ("body", 0),
    ]  # fmt: skip
    assert stats["rules"] == [{"rule": "marker.word", "documents": 2, "share": 0.6667, "pieces": 4}]
    assert stats["warnings"] == []
    assert stats["without_markers"] == {"documents": 1, "share": 0.3333}
    words = stats["words"]
    assert (words["stripped"], words["pictures"] > 10, words["body"] > 100) == (9, True, True)
    assert words["stripped_share"] == round(9 / (9 + words["pictures"] + words["body"]), 4)


def test_pages_and_years(corpus: Khabar) -> None:
    shutil.copytree(SAMPLES, corpus.folder / "samples")
    stats, *_ = corpus.inside("stats", "samples").records
    assert {one["format"] for one in stats["formats"]} == {"text", "html"}
    assert sum(one["documents"] for one in stats["publishers"]) == stats["documents"] > 10
    years = [one["year"] for one in stats["years"]]
    assert None in years
    assert years[:-1] == sorted(years[:-1], reverse=True)
    assert 0.1 < stats["words"]["stripped_share"] < 0.4
    assert corpus("stats", "-j", "2", "--unordered", "samples").records == [stats]


def test_every_format(corpus: Khabar) -> None:
    stats = corpus.inside("stats", *FILES).records
    assert json.loads(corpus.inside("stats", "--json", *FILES).out) == stats
    table = list(csv.reader(io.StringIO(corpus.inside("stats", "-f", "csv", *FILES).text)))
    assert table[:5] == [
        ["group", "value", "documents", "share", "pieces", "words"],
        ["documents", "", "3", "", "", ""],
        ["languages", "en", "2", "0.6667", "", ""],
        ["languages", "ar", "1", "0.3333", "", ""],
        ["publishers", "BBC News", "1", "0.3333", "", ""],
    ]
    assert ["rules", "marker.word", "2", "0.6667", "4", ""] in table
    assert table[-1] == ["without_markers", "", "1", "0.3333", "", ""]
    assert corpus.inside("stats", "-f", "tsv", *FILES).text.splitlines()[2] == "languages\ten\t2\t0.6667\t\t"
    assert "2\t66.7%\trules\tmarker.word (4 pieces)\n" in corpus.inside("stats", "-f", "text", *FILES).text
    assert "| languages | ar | 1 | 0.3333 |" in corpus.inside("stats", "-f", "markdown", *FILES).text
    blocks = corpus.inside("stats", "-f", "blocks", *FILES).text
    assert "\n\nyears\n(unknown) · 3 · 100.0%\n" in blocks
    shown = corpus.terminal("stats", *FILES).text
    assert "\x1b[1mnumber" in shown.split("\n")[0]
    assert "66.7%" in shown
    assert "title" not in shown  # of which none is missing


def test_people_see_the_commonest(corpus: Khabar) -> None:
    tally = Summary()
    for n in range(40):
        tally.add(Trace(Article(publisher=f"Paper {n % 20:02}"), ()))
    view = StatsView(("publishers",))
    assert len(list(view.rows(tally))) == 20
    assert view.grid(tally).rows[0][1][-1].text == "and 5 more"


def test_fields(corpus: Khabar) -> None:
    stats, *_ = corpus.inside("stats", "--fields", "words,documents", *FILES).records
    assert list(stats) == ["schema", "documents", "words"]
    done = corpus.inside("stats", "-f", "csv", "--fields", "formats", *FILES)
    assert done.text.splitlines()[1:] == ["formats,text,3,1.0,,"]
    done = corpus.inside("stats", "--fields", "agencies", *FILES)
    assert (done.status, "no field is called agencies" in done.err) == (2, True)
    (whole,) = corpus.inside("stats", *FILES).records
    for name in KEYS:  # what is not asked for is not needed
        assert corpus.inside("stats", "--fields", name, *FILES).records == [{"schema": 1, name: whole[name]}]


def test_warnings_are_counted_and_not_told(corpus: Khabar) -> None:
    for n, bad in enumerate((b"\xff", b"\xff \xfe\xff")):
        (corpus.folder / f"broken{n}.txt").write_bytes(PLAIN.encode() + bad + b"\n" + PLAIN.encode())
    done = corpus.inside("stats", "--encoding", "utf-8", "broken0.txt", "broken1.txt")
    assert done.err == ""
    (stats,) = done.records
    assert stats["warnings"][0] == {
        "warning": "N places not valid utf-8, first at byte N: replaced with U+FFFD",
        "documents": 2,
        "share": 1.0,
    }
    done = corpus.inside("stats", "--encoding", "utf-8", "--fields", "documents", "broken0.txt")
    assert "warning" in done.err


def test_inputs_that_fail(corpus: Khabar) -> None:
    done = corpus.inside("stats", "missing.txt", "plain.txt")
    assert (done.status, len(done.told), done.records[0]["documents"]) == (1, 1, 1)
    done = corpus.inside("stats", "missing.txt")
    assert (done.status, done.records[0]["documents"], done.records[0]["languages"]) == (1, 0, [])
    assert done.records[0]["words"]["stripped_share"] == 0


@pytest.mark.parametrize(
    ("warning", "kind"),
    [
        ("1 byte not valid UTF-8, first at byte 12: x", "N bytes not valid UTF-8, first at byte N: x"),
        ("encoding guessed: windows-1256, nearly as likely ISO-8859-6",
         "encoding guessed: windows-1256, nearly as likely ISO-8859-6"),
        ("line 7: the end was not found; the 3 lines below it were stripped", "line N: the end was not found"),
        ("no body text was found", "no body text was found"),
    ],
)  # fmt: skip
def test_kinds_of_warnings(warning: str, kind: str) -> None:
    assert kind_of(warning) == kind


def test_rules_of_markers_are_rules() -> None:
    assert {one.id for one in rules()} >= MARKED


def test_words_of_what_is_abridged() -> None:
    tally = Summary()
    menu = Stripped("element.nav", "Home News Sport More", 200)
    article = Article(
        title="A title", sections=(Section("A heading", ("three more words", "")),), images=(Image(alt="two words"),),
        stripped=(menu, Stripped("page.above", "")), published="2024-05-01",
    )  # fmt: skip
    tally.add(Trace(article, ()))
    assert tally.words == {"body": 7, "pictures": 2, "stripped": 40}
    assert [count.value for count in tally.counts("years")] == [2024]
    assert tally.without_markers.documents == 1
