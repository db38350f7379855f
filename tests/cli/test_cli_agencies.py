"""`khabar agencies`, and agencies and the lead picture in the other commands."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khabar import Article, Image, Trace
from khabar_cli.views.agencies import AgenciesView, Tally
from process import Khabar, Result

TEXT = "The council said on Monday that the harbour wall would be rebuilt within a year, and that boats could stay."


def picture(name: str, credit: str) -> str:
    return f'<figure><img src="{name}.jpg"><figcaption>The wall in {name}. Photo: {credit}</figcaption></figure>'


PAGE = (
    '<html lang="en"><head><title>The wall</title><meta property="og:image" content="/lead.jpg?w=1&amp;h=2"></head>'
    f"<body><article><h1>The wall is rebuilt</h1>{picture('March', 'AFP via Getty Images')}<p>{TEXT}</p>"
    f"{picture('April', 'REUTERS')}<p>{TEXT.replace('Monday', 'Friday')}</p>{picture('May', 'Mara Lind')}"
    "</article></body></html>"
)


@pytest.fixture
def page(khabar: Khabar) -> Khabar:
    """The folder has a page, too: with arabic.txt (Getty Images) and english.txt (Reuters)."""
    (khabar.folder / "page.html").write_text(PAGE, "utf-8")
    return khabar


FILES = ("arabic.txt", "page.html", "english.txt")
ROWS = [
    {"schema": 1, "agency": "Getty Images", "pictures": 2, "files": 2},
    {"schema": 1, "agency": "Reuters", "pictures": 2, "files": 2},
    {"schema": 1, "agency": "AFP", "pictures": 1, "files": 1},
    {"schema": 1, "agency": None, "pictures": 1, "files": 1},
]


class TestAgencies:
    def test_counts_over_all_files(self, page: Khabar) -> None:
        done = page("agencies", *FILES)
        assert (done.status, done.err) == (0, "")
        assert done.records == ROWS
        assert page.inside("agencies", *FILES, "-j", "2").records == ROWS

    @pytest.mark.parametrize(
        ("by", "found"),
        [
            ("pictures", ["Getty Images", "Reuters", "AFP", None]),
            ("files", ["Getty Images", "Reuters", "AFP", None]),
            ("agency", ["AFP", "Getty Images", "Reuters", None]),
        ],
    )
    def test_sort(self, page: Khabar, by: str, found: list[str | None]) -> None:
        assert [row["agency"] for row in page.inside("agencies", "--sort", by, *FILES).records] == found

    def test_every_format(self, page: Khabar) -> None:
        assert json.loads(page.inside("agencies", "--json", *FILES).out) == ROWS
        expected = {
            "csv": "agency,pictures,files\nGetty Images,2,2\nReuters,2,2\nAFP,1,1\n,1,1\n",
            "tsv": "agency\tpictures\tfiles\nGetty Images\t2\t2\nReuters\t2\t2\nAFP\t1\t1\n\t1\t1\n",
            "text": "2\t2\tGetty Images\n2\t2\tReuters\n1\t1\tAFP\n1\t1\t(no agency)\n",
        }
        for name, out in expected.items():
            assert page.inside("agencies", "-f", name, *FILES).text == out, name
        assert "| Getty Images | 2 | 2 |" in page.inside("agencies", "-f", "markdown", *FILES).text
        assert "1 picture · 1 file\n" in page.inside("agencies", "-f", "blocks", *FILES).text
        assert "(no agency)" in page.inside("agencies", "-f", "table", *FILES).text
        assert page.terminal("agencies", *FILES).text.startswith(" \x1b[1magency")

    def test_fields(self, page: Khabar) -> None:
        assert page.inside("agencies", "--fields", "files,agency", "english.txt").records == [
            {"schema": 1, "agency": "Reuters", "files": 1}
        ]
        done = page.inside("agencies", "-f", "csv", "--fields", "pictures,agency", "english.txt")
        assert done.text == "pictures,agency\n1,Reuters\n"
        done = page.inside("agencies", "--fields", "credit", "english.txt")
        assert (done.status, "no field is called credit" in done.err) == (2, True)

    def test_no_picture_at_all(self, page: Khabar) -> None:
        (page.folder / "plain.txt").write_text(TEXT, "utf-8")
        expected = {"jsonl": "", "json": "[]\n", "csv": "agency,pictures,files\n", "text": "", "markdown": ""}
        for name, out in expected.items():
            done = page.inside("agencies", "-f", name, "plain.txt")
            assert (done.status, done.err, done.text) == (0, "", out), name

    def test_inputs_that_fail(self, page: Khabar) -> None:
        done = page("agencies", "missing.txt", "english.txt", "empty.txt")
        assert (done.status, len(done.told), len(done.records)) == (1, 2, 1)


def test_credits_have_agencies(page: Khabar) -> None:
    rows = page.inside("credits", "page.html").records
    assert [row["agencies"] for row in rows] == [["AFP", "Getty Images"], ["Reuters"], []]
    csv = page.inside("credits", "-f", "csv", "--fields", "n,agencies", "page.html").text
    assert csv == "source,n,agencies\npage.html,1,AFP; Getty Images\npage.html,2,Reuters\npage.html,3,\n"
    assert "REUTERS [Reuters]" in page.inside("credits", "-f", "blocks", "page.html").text
    assert "© [Reuters]" in page.inside("credits", "-f", "blocks", "--fields", "agencies", "page.html").text
    assert "  Reuters\n" in page.inside("credits", "-f", "table", "--fields", "n,agencies", "page.html").text


def test_the_lead_picture(page: Khabar) -> None:
    (record,) = page.inside("parse", "--fields", "image", "page.html").records
    assert record == {"schema": 1, "source": "page.html", "image": "/lead.jpg?w=1&h=2"}
    shown = page.inside("parse", "-f", "blocks", "page.html").text
    assert "lead picture /lead.jpg?w=1&h=2\n" in shown
    assert "agencies: AFP, Getty Images, Reuters\n" in shown
    head, row = page.inside("parse", "-f", "csv", "--fields", "image,images", "page.html").text.splitlines()
    assert head == "source,image,n_images,credits,agencies"
    assert row == (
        "page.html,/lead.jpg?w=1&h=2,3,AFP via Getty Images; REUTERS; Mara Lind,AFP; Getty Images; Reuters"
    )


NAMES = st.lists(st.sampled_from(["AFP", "AP", "dpa"]), unique=True).map(tuple)


@given(st.lists(st.lists(NAMES)), st.sampled_from(["pictures", "files", "agency"]))
def test_counts(documents: list[list[tuple[str, ...]]], by: str) -> None:
    tally = Tally()
    for pictures in documents:
        tally.add(Trace(Article(images=tuple(Image(agencies=names) for names in pictures)), ()))
    rows = tally.rows(by)
    assert sum(row["pictures"] for row in rows) == sum(len(names) or 1 for doc in documents for names in doc)
    assert all(1 <= row["files"] <= min(len(documents), row["pictures"]) for row in rows)
    assert [row["agency"] for row in rows if row["agency"] is None] == [None] * (
        rows != [] and rows[-1]["agency"] is None
    )


def test_fields_are_those_of_the_rows() -> None:
    tally = Tally()
    tally.put(((),))
    assert tuple(tally.rows("files")[0]) == AgenciesView.fields


class TestCreditsOfAnAgency:
    @staticmethod
    def found(done: Result) -> list[tuple[str, int]]:
        assert (done.status, done.err) == (0, "")
        return [(row["source"], row["n"]) for row in done.records]

    @pytest.mark.parametrize("name", ["Reuters", "reuters", "REUTERS", "رويترز", "رُوَيترز", "ロイター", " Рейтер "])
    def test_in_any_spelling(self, page: Khabar, name: str) -> None:
        done = page.inside("credits", "--agency", name, *FILES)
        assert self.found(done) == [("page.html", 2), ("english.txt", 1)]

    def test_one_of_two_and_more_than_one(self, page: Khabar) -> None:
        for name in ("afp", "فرانس برس"):
            assert self.found(page.inside("credits", "--agency", name, *FILES)) == [("page.html", 1)]
        both = page.inside("credits", "--agency", "afp", "--agency", "getty images", *FILES)
        assert self.found(both) == [("arabic.txt", 1), ("page.html", 1)]
        assert self.found(page("credits", "--agency", "getty", *FILES, "-j", "2")) == self.found(both)

    def test_an_agency_of_ones_own(self, page: Khabar) -> None:
        (page.folder / "own.txt").write_text("[agency pair]\nMara Lind = Lind Pictures\n", "utf-8")
        for name in ("mara lind", "LIND PICTURES"):
            done = page.inside("credits", "--lexicon", "own.txt", "--agency", name, *FILES)
            assert self.found(done) == [("page.html", 3)]

    @pytest.mark.parametrize("form", ["csv", "tsv", "markdown", "text", "blocks", "table", "json", "jsonl"])
    def test_in_every_format(self, page: Khabar, form: str) -> None:
        shown = page.inside("credits", "--agency", "reuters", "-f", form, "--width", "200", "page.html").text
        assert "The wall in April" in shown
        assert "March" not in shown
        assert "Mara Lind" not in shown
        shown = page.inside("credits", "--agency", "x", "-f", form, "--fields", "n,credit", "page.html").text
        assert "Reuters" not in shown

    @pytest.mark.parametrize(
        ("files", "told"),
        [
            (FILES, "no pictures of Nobody; 3 agencies are credited: khabar agencies lists them"),
            (["english.txt"], "no pictures of Nobody; 1 agency is credited: khabar agencies lists them"),
            (["bare.txt"], "no pictures of Nobody; no agency is credited"),
        ],
    )
    def test_no_hit(self, page: Khabar, files: list[str], told: str) -> None:
        (page.folder / "bare.txt").write_text(f"The wall\n\n{TEXT}\n")
        for args in ((), ("-j", "2"), ("-f", "csv")):
            done = page("credits", "--agency", "Nobody", *args, *files)
            assert (done.status, done.err) == (0, f"khabar: {told}\n")
        assert page.inside("credits", "-q", "--agency", "Nobody", *files).err == ""

    @pytest.mark.parametrize("name", ["", " ", "–"])
    def test_no_name(self, page: Khabar, name: str) -> None:
        done = page.inside("credits", "--agency", name, *FILES)
        assert (done.status, done.err) == (2, "khabar: --agency: no agency is named\n")
