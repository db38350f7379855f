"""--fields: what rows have of their document and of their record, in every format."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import ARABIC, ENGLISH, Quoted
from made_up import AHMAD, FATIMA, MAYOR, TITLE
from process import Khabar

FORMATS = ("json", "jsonl", "csv", "tsv", "markdown", "table", "blocks", "text")
PAGE = """\
<!DOCTYPE html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Old fishing port opens again after ten years</title>
<link rel="canonical" href="https://news.example/port-opens">
<meta property="og:site_name" content="Harbour News">
<meta property="article:published_time" content="2024-06-19T14:05:00+00:00">
<meta name="author" content="Mara Lind">
</head><body><article><h1>Old fishing port opens again after ten years</h1>
<figure><img src="/boats.jpg" alt="Boats"><figcaption>Boats came back on Monday. Photo: Reuters</figcaption></figure>
<p>The mayor said that the port takes in 120 boats every morning, after repairs that lasted for ten years.</p>
<h2>The market</h2>
<p>The work cost 40 million dollars and covered the quays, the stores and the market next to them.</p>
</article></body></html>
"""
OF_PAGE = {
    "title": "Old fishing port opens again after ten years",
    "url": "https://news.example/port-opens",
    "publisher": "Harbour News",
    "language": "en",
    "direction": "ltr",
    "format": "html",
    "encoding": "utf-8",
    "published": "2024-06-19T14:05:00+00:00",
    "byline": ["Mara Lind"],
}


@pytest.fixture
def page(khabar: Khabar) -> Khabar:
    (khabar.folder / "page.html").write_text(PAGE, "utf-8")
    return khabar


@pytest.fixture
def crawl(khabar: Khabar) -> Khabar:
    """Two records with other fields, of which one is nested and one has a dot in its name."""
    records = [
        {"id": "a", "text": ENGLISH, "year": 2024, "tags": ["sea", "port"], "meta": {"date": "2024-06-19"}, "b.c": 1},
        {"id": "b", "text": ARABIC, "year": None, "ok": True},
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (khabar.folder / "crawl.jsonl").write_text(lines, "utf-8")
    return khabar


def table(text: str, form: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), dialect="excel" if form == "csv" else "excel-tab"))


class TestOfTheDocument:
    @pytest.mark.parametrize("command", ["sections", "credits", "explain"])
    def test_rows_have_what_their_document_has(self, page: Khabar, command: str) -> None:
        rows = page.inside(command, "--fields", ",".join(OF_PAGE), "page.html").records
        assert rows
        assert all(row == {"schema": 1, "source": "page.html", **OF_PAGE} for row in rows)
        assert page.inside(command, "--json", "--fields", ",".join(OF_PAGE), "page.html").text == (
            json.dumps(rows, indent=2, ensure_ascii=False) + "\n"
        )
        for form in ("csv", "tsv"):
            first, *_ = table(page.inside(command, "-f", form, "--fields", ",".join(OF_PAGE), "page.html").text, form)
            assert first == {"source": "page.html", **OF_PAGE, "byline": "Mara Lind"}

    @pytest.mark.parametrize("form", FORMATS)
    @pytest.mark.parametrize("command", ["sections", "credits", "quotes", "statements", "explain"])
    def test_every_format_shows_them(self, quoted: Quoted, command: str, form: str) -> None:
        (quoted.folder / "page.html").write_text(PAGE, "utf-8")
        names = ["page.html"] if command in ("sections", "credits", "explain") else ["quoted.txt", "reported.txt"]
        done = quoted.inside(command, "-f", form, "--width", "200", "--fields", "title,language", *names)
        assert (done.status, done.err) == (0, "")
        title, language = ("Old fishing port", "en") if names == ["page.html"] else (TITLE, "ar")
        shown = done.text.replace("\\", "")  # escapes of Markdown, JSON and CSV
        assert title in shown.replace('""', '"')
        assert language in shown

    def test_a_row_keeps_its_own(self, quoted: Quoted) -> None:
        row = quoted.inside("quotes", "--fields", "text,heading", "quoted.txt").records[1]
        assert row["text"].startswith("سيبقى الميناء")

    def test_the_order_is_that_of_the_option(self, page: Khabar) -> None:
        done = page.inside("sections", "-f", "csv", "--fields", "url,heading,title,source", "page.html")
        assert done.text.split("\n")[0] == "url,heading,title,source"
        (first, *_) = page.inside("sections", "--fields", "url,heading,title", "page.html").records
        assert set(first) == {"schema", "source", "heading", "url", "title"}

    def test_may_be_given_again(self, page: Khabar) -> None:
        done = page.inside("credits", "-f", "csv", "--fields", "url,n", "--fields", "title,url", "page.html")
        assert done.text.split("\n")[0] == "source,url,n,title"

    def test_a_table_shows_each(self, page: Khabar) -> None:
        drawn = page.inside("credits", "-f", "table", "--width", "200", "--fields", "n,src,section,url", "page.html")
        source, head, _, row = drawn.text.rstrip("\n").split("\n")
        assert (source, head.split()) == ("page.html", ["n", "src", "section", "url"])
        assert row.split() == ["1", "/boats.jpg", "0", OF_PAGE["url"]]
        blocks = page.inside("credits", "-f", "blocks", "--fields", "caption,src,url", "page.html").text
        assert "src: /boats.jpg" in blocks
        assert blocks.count(f"url: {OF_PAGE['url']}") == 1

    def test_as_the_issue_asks(self, quoted: Quoted) -> None:
        names = "source,title,published,url,publisher,speaker,text,context"
        done = quoted.inside("quotes", "--speaker", "رئيس", "--fields", names, ".", "-f", "csv")
        rows = table(done.text, "csv")
        assert list(rows[0]) == names.split(",")
        assert [(row["speaker"], row["title"]) for row in rows] == [(MAYOR, TITLE)] * 2
        assert all(row["text"] in row["context"] for row in rows)

    @pytest.mark.parametrize("command", ["speakers", "agencies"])
    @pytest.mark.parametrize("name", ["title", "source", "published", "record.year"])
    def test_rows_over_all_documents_have_none(self, page: Khabar, command: str, name: str) -> None:
        done = page.inside(command, "--fields", name, "page.html")
        assert (done.status, done.out) == (2, b"")
        told = " ".join(done.err.split())
        assert f"{name} is a field of one document, and each row here counts over all of them; there are" in told


class TestContext:
    def test_the_paragraph_the_heading_or_the_title(self, quoted: Quoted) -> None:
        rows = quoted.inside("quotes", "--fields", "text,context,end_paragraph", "quoted.txt").records
        (document,) = quoted.inside("parse", "quoted.txt").records
        assert rows[0]["context"] == TITLE
        assert rows[1]["context"] == document["sections"][0]["paragraphs"][0]
        two = next(row for row in rows if row["end_paragraph"] is not None)
        assert two["context"] == "\n\n".join(document["sections"][1]["paragraphs"][:2])
        assert two["text"] in two["context"]

    def test_of_a_heading(self, khabar: Khabar) -> None:
        page = PAGE.replace("The market", 'The "market of dawn"')
        (khabar.folder / "page.html").write_text(page, "utf-8")
        row = next(r for r in khabar.inside("quotes", "--fields", "kind,context", "page.html").records)
        assert (row["kind"], row["context"]) == ("heading", 'The "market of dawn"')

    def test_of_statements(self, quoted: Quoted) -> None:
        rows = quoted.inside("statements", "--fields", "text,context", "reported.txt").records
        assert len(rows) == 5
        assert all(row["text"] in row["context"] != row["text"] for row in rows)

    @pytest.mark.parametrize("form", FORMATS)
    def test_every_format_shows_it(self, quoted: Quoted, form: str) -> None:
        shown = quoted.inside("quotes", "-f", form, "--width", "250", "--fields", "context", "second.txt").text
        assert "الذين صبروا عشر سنوات" in shown

    def test_of_what_was_weighed(self, khabar: Khabar) -> None:
        rows = khabar.inside("explain", "--quotes", "--fields", "text,context,title", "arabic.txt").records
        assert rows
        assert all(row["context"] and row["title"] == ARABIC.split("\n")[0] for row in rows)

    def test_only_what_stands_somewhere_has_one(self, khabar: Khabar) -> None:
        done = khabar.inside("credits", "--fields", "context", "arabic.txt")
        assert done.status == 2


class TestOfTheRecord:
    def test_names_and_names_in_names(self, crawl: Khabar) -> None:
        names = "record.year,record.meta.date,record.b.c,record.ok,record.meta.date.day,record.none"
        first, second = crawl.inside("credits", "--fields", f"credit,{names}", "crawl.jsonl").records
        assert [first[name] for name in names.split(",")] == [2024, "2024-06-19", 1, None, None, None]
        assert [second[name] for name in names.split(",")] == [None, None, None, True, None, None]

    @pytest.mark.parametrize("form", ["csv", "tsv"])
    @pytest.mark.parametrize("command", ["parse", "text", "sections", "credits"])
    def test_in_cells(self, crawl: Khabar, command: str, form: str) -> None:
        names = ["record.year", "record.tags", "record.meta", "record.ok"]
        rows = table(crawl.inside(command, "-f", form, "--fields", ",".join(names), "crawl.jsonl").text, form)
        meta = '{"date": "2024-06-19"}'
        expected = {"a": ["2024", "sea; port", meta, ""], "b": ["", "", "", "true"]}
        assert {row["source"]: [row[name] for name in names] for row in rows} == expected

    @pytest.mark.parametrize("command", ["parse", "text"])
    def test_documents_keep_it_whole_in_json(self, crawl: Khabar, command: str) -> None:
        done = crawl.inside(command, "--jsonl", "--fields", "title,record.year", "crawl.jsonl")
        assert [set(row) for row in done.records] == [{"schema", "source", "title", "record"}] * 2
        assert done.records[0]["record"]["meta"] == {"date": "2024-06-19"}

    def test_a_table_shows_it(self, crawl: Khabar) -> None:
        for command in ("parse", "text", "credits"):
            drawn = crawl.inside(command, "-f", "table", "--fields", "record.year,language", "crawl.jsonl").text
            assert "record.year" in drawn
            assert " 2024 " in drawn

    @pytest.mark.parametrize("name", ["record", "record."])
    def test_rows_want_a_name(self, khabar: Khabar, name: str) -> None:
        done = khabar.inside("sections", "--fields", name, "arabic.txt")
        assert done.status == 2
        assert "record.NAME; for one called date: record.date" in " ".join(done.err.split())

    def test_through_workers(self, crawl: Khabar) -> None:
        args = ("credits", "--fields", "record.year,title", "crawl.jsonl", "crawl.jsonl")
        assert crawl(*args, "-j", "2").out == crawl(*args).out

    @pytest.mark.parametrize(
        ("names", "told"),
        [
            ("record.nope", "no record has the field nope; there are RECORD"),
            ("title,record.no,record.year,record.meta.x", "no record has the field no or meta.x; there are RECORD"),
        ],
    )
    @pytest.mark.parametrize("args", [(), ("-f", "csv"), ("-j", "2"), ("-o", "out/")])
    def test_no_record_has_it(self, crawl: Khabar, names: str, told: str, args: tuple[str, ...]) -> None:
        there: dict[str, None] = {}
        for line in (crawl.folder / "crawl.jsonl").read_text("utf-8").splitlines():
            there.update(dict.fromkeys(name for name in json.loads(line) if name != "text"))
        line = f"khabar: {told.replace('RECORD', ', '.join(there))}\n"
        done = crawl("parse", "--fields", names, *args, "crawl.jsonl")
        assert (done.status, done.err) == (0, line)
        shutil.rmtree(crawl.folder / "out", ignore_errors=True)
        assert crawl("parse", "-q", "--fields", names, *args, "crawl.jsonl").err == ""

    def test_one_record_that_has_it_is_enough(self, crawl: Khabar) -> None:
        assert crawl.inside("parse", "--fields", "record.meta.date", "crawl.jsonl", "arabic.txt").err == ""

    def test_no_records_at_all(self, khabar: Khabar) -> None:
        done = khabar.inside("credits", "--fields", "credit,record.nope", "arabic.txt")
        assert (done.status, done.err) == (0, "khabar: record.nope: the input holds no records\n")
        done = khabar.inside("credits", "--fields", "credit,record.nope", "missing.txt")
        assert (done.status, len(done.told)) == (1, 1)

    def test_a_record_without_other_fields(self, khabar: Khabar) -> None:
        (khabar.folder / "x.jsonl").write_text(json.dumps({"text": "Rain\n\nIt rained on Monday."}) + "\n")
        done = khabar.inside("parse", "--fields", "record.x", "x.jsonl")
        assert done.err == "khabar: no record has the field x; there is no other field\n"


class TestDocuments:
    def test_csv_columns_are_named_for_what_they_hold(self, page: Khabar) -> None:
        (row,) = table(page.inside("parse", "-f", "csv", "page.html").text, "csv")
        counts = {name: row[name] for name in row if name.startswith("n_")}
        text = row.pop("text").split()
        assert counts == {
            "n_sections": "2",
            "n_paragraphs": "2",
            "n_quotes": "0",
            "n_statements": counts["n_statements"],
            "n_images": "1",
            "n_stripped": counts["n_stripped"],
            "n_words": str(len(text)),
        }
        assert not {"sections", "quotes", "statements", "images", "stripped", "paragraphs"} & set(row)

    @pytest.mark.parametrize(
        ("asked", "columns"),
        [
            ("sections", ["n_sections", "n_paragraphs", "text"]),
            ("quotes", ["n_quotes"]),
            ("images", ["n_images", "credits", "agencies"]),
            ("stripped,statements", ["n_stripped", "n_statements"]),
            ("n_words,text", ["n_words", "text"]),
        ],
    )
    def test_fields_that_are_lists_become_columns(self, page: Khabar, asked: str, columns: list[str]) -> None:
        done = page.inside("parse", "-f", "csv", "--fields", asked, "page.html")
        assert done.text.split("\n")[0].split(",") == ["source", *columns]

    def test_every_column_of_csv_is_a_field_of_json(self, page: Khabar) -> None:
        head = page.inside("parse", "-f", "csv", "page.html").text.split("\n")[0]
        (record,) = page.inside("parse", "--fields", head, "page.html").records
        assert set(head.split(",")) <= set(record)
        assert (record["n_paragraphs"], record["credits"], record["agencies"]) == (2, ["Reuters"], ["Reuters"])
        assert record["text"].startswith("The mayor")
        assert "sections" not in record
        (whole,) = page.inside("parse", "page.html").records
        assert "n_words" not in whole

    def test_only_what_is_asked_for_is_computed(self, page: Khabar) -> None:
        (record,) = page.inside("parse", "--fields", "n_quotes,n_images,title", "page.html").records
        assert list(record) == ["schema", "source", "title", "n_quotes", "n_images"]
        assert record["n_images"] == 1

    @pytest.mark.parametrize("form", FORMATS)
    def test_every_format_shows_counts(self, page: Khabar, form: str) -> None:
        shown = page.inside("parse", "-f", form, "--fields", "n_words,url", "page.html").text
        assert str(len(table(page.inside("parse", "-f", "csv", "page.html").text, "csv")[0]["text"].split())) in shown
        assert "https://news.example" in shown
        assert "The mayor" not in shown

    def test_text(self, page: Khabar) -> None:
        names = "id,url,title,published,language,n_words"
        (record,) = page.inside("text", "--jsonl", "--fields", names, "page.html").records
        assert record["id"] == record["source"] == "page.html"
        assert record["n_words"] == len(page.inside("text", "page.html").text.split())
        (row,) = table(page.inside("text", "-f", "csv", "--fields", names, "page.html").text, "csv")
        assert list(row) == names.split(",")
        assert row["url"] == OF_PAGE["url"]
        for form in ("table", "blocks", "text", "markdown"):
            shown = page.inside("text", "-f", form, "--width", "200", "--fields", names, "page.html").text
            assert OF_PAGE["url"] in shown
            assert "The mayor" not in shown
        both = page.inside("text", "--fields", "url,text", "page.html").text
        assert both == f"url: {OF_PAGE['url']}\n\n" + page.inside("text", "page.html").text


class TestWhatIsNoField:
    @pytest.mark.parametrize(
        ("args", "told"),
        [
            (["parse", "--fields", "titel"], "no field is called titel; did you mean title?"),
            (["parse", "--fields", "title,Published"], "no field is called Published; did you mean published?"),
            (["quotes", "--fields", "speakers"], "no field is called speakers; did you mean speaker?"),
            (["quotes", "--fields", "lang"], "no field is called lang; did you mean language?"),
            (["parse", "--fields", "paragraphs"], "did you mean n_paragraphs?"),
            (["quotes", "--fields", "Date"], "no field is called Date; did you mean published?"),
            (["parse", "--fields", "link"], "no field is called link; did you mean url?"),
            (["parse", "--fields", "time"], "no field is called time; did you mean published?"),
            (["text", "--fields", "headline"], "no field is called headline; did you mean title?"),
            (["credits", "--fields", "author"], "no field is called author; did you mean byline?"),
            (["speakers", "--fields", "name"], "no field is called name; did you mean speaker?"),
            (["statements", "--fields", "sentence"], "did you mean context or text?"),
            (["agencies", "--fields", "name"], "no field is called name; did you mean agency?"),
            (["agencies", "--fields", "headline"], "no field is called headline; there are agency, pictures, files"),
            (
                ["parse", "--fields", "titel,date,url"],
                "no field is called titel (did you mean title?) or date (did you mean published?)",
            ),
            (
                ["agencies", "--fields", "agncy,x,y"],
                "no field is called agncy (did you mean agency?), x or y; there are agency, pictures, files",
            ),
            (["agencies", "--fields", "x"], "no field is called x; there are agency, pictures, files"),
            (["sections", "--fields", "", "--fields", ","], "no field is named; there are source, section"),
            (["rules", "--fields", "record.x"], "no field is called record.x; there are id, label"),
        ],
    )
    def test_one_sentence(self, khabar: Khabar, args: list[str], told: str) -> None:
        done = khabar.inside(*args, *([] if args[0] == "rules" else ["arabic.txt"]))
        assert (done.status, done.out) == (2, b"")
        assert told in " ".join(done.err.split())


def test_kinds_types_and_rules_may_be_given_again(quoted: Quoted) -> None:
    kinds = quoted.inside("quotes", "--kind", "term", "--kind", "heading,term", "quoted.txt").records
    assert [row["kind"] for row in kinds] == ["heading", "term"]
    types = quoted.inside("statements", "--type", "denial", "--type", "stance", "reported.txt").records
    assert [row["type"] for row in types] == ["denial", "stance"]
    both = quoted.inside("speakers", "--of", "quotes", "--of", "statements", "quoted.txt", "second.txt").records
    assert {row["speaker"] for row in both} == {AHMAD, FATIMA, None}
    assert "statements" in both[0]
    done = quoted.inside("explain", "--without", "title", "--without", "no.such", "quoted.txt")
    assert done.status == 2
    assert "no.such" in done.err


def test_types_of_columns_hold_for_what_is_printed(page: Khabar, tmp_path: Path) -> None:
    """The one table of columns says of every value what it is."""
    from khabar_cli.columns import COLUMNS, ENTRIES, column

    types: dict[str, tuple[type, ...]] = {"text": (str,), "number": (int,), "share": (float, int), "flag": (bool,)}

    def check(name: str, value: Any) -> None:
        type_ = column(name).type
        if type_ == "texts":
            assert isinstance(value, list)
            assert all(isinstance(one, str) for one in value)
        elif value is not None and type_ != "any":
            assert isinstance(value, types[type_]), name

    for command in ("sections", "quotes", "statements", "credits", "agencies", "speakers", "explain", "rules"):
        names = () if command == "rules" else ("page.html", "arabic.txt")
        rows = page.inside(command, *names).records
        for name, value in ((name, value) for row in rows for name, value in row.items()):
            assert name in COLUMNS, name
            check(name, value)
    for record in page.inside("parse", "page.html", "arabic.txt").records:
        for name, value in record.items():
            for entry in value if name in ENTRIES else ():
                assert set(entry) <= set(ENTRIES[name])
                for key, part in entry.items():
                    check(key, part)
            if name not in ENTRIES:
                check(name, value)


def test_a_table_leaves_out_documents_without_rows(quoted: Quoted) -> None:
    """Where no document has any, an empty table says so."""
    args = ("quotes", "-f", "table", "--width", "120")
    with_some = quoted.inside(*args, "plain.txt", "quoted.txt", "plain.txt", "second.txt").text
    assert "plain.txt" not in with_some
    assert with_some == quoted.inside(*args, "quoted.txt", "second.txt").text
    nothing = quoted.inside(*args, "plain.txt", "plain.txt").text
    assert nothing.count("plain.txt") == 1
    assert "quotation" in nothing
