"""Each format of each command, and --fields."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import khabar as library
import pytest
from process import Khabar

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
COMMANDS = ("parse", "sections", "credits", "text", "explain")
FORMATS = ("json", "jsonl", "table", "csv", "tsv", "markdown", "text", "blocks")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_format_of_every_command(khabar: Khabar, command: str) -> None:
    """Something of both documents comes out, and nothing on standard error."""
    for name in FORMATS:
        done = khabar.inside(command, "-f", name, "arabic.txt", "english.txt")
        assert (done.status, done.err) == (0, ""), name
        assert re.search("[\u0600-\u06ff]", done.text), name
        assert "Reuters" in done.text or "port" in done.text, name


def test_pipe_gets_one_document_per_line(khabar: Khabar) -> None:
    done = khabar("parse", "arabic.txt", "english.txt")
    arabic, english = done.records
    assert tuple(arabic) == library.FIELDS
    assert (arabic["schema"], arabic["source"], arabic["direction"]) == (1, "arabic.txt", "rtl")
    assert english["title"] == "Old fishing port opens again after ten years"
    assert "ميناء" in done.text  # as letters, not as escapes
    assert done.out == khabar("parse", "--jsonl", "arabic.txt", "english.txt").out
    assert done.out == khabar("parse", "--format", "jsonl", "arabic.txt", "english.txt").out
    assert arabic == library.parse((khabar.folder / "arabic.txt").read_bytes(), source="arabic.txt").to_dict()


def test_json_is_one_array_however_many(khabar: Khabar) -> None:
    lines = khabar.inside("parse", "arabic.txt", "english.txt").records
    assert json.loads(khabar.inside("parse", "--json", "arabic.txt", "english.txt").out) == lines
    assert json.loads(khabar.inside("parse", "--json", "english.txt").out) == lines[1:]
    assert json.loads(khabar.inside("parse", "--json", "empty.txt").out) == []


def test_rows_of_sections(khabar: Khabar) -> None:
    rows = khabar.inside("sections", "arabic.txt", "english.txt").records
    documents = khabar.inside("parse", "arabic.txt", "english.txt").records
    expected = [
        {"schema": 1, "source": d["source"], "section": n, **section}
        for d in documents
        for n, section in enumerate(d["sections"])
    ]
    assert rows == expected


def test_rows_of_credits(khabar: Khabar) -> None:
    rows = khabar.inside("credits", "arabic.txt", "english.txt").records
    assert [(r["source"], r["n"], r["credit"]) for r in rows] == [
        ("arabic.txt", 1, "Getty Images"),
        ("english.txt", 1, "Reuters"),
    ]
    assert rows[1]["caption"] == "Boats came back to the harbour on Monday"


def test_text_is_the_body_and_nothing_else(khabar: Khabar) -> None:
    done = khabar.inside("text", "english.txt")
    title, *paragraphs = done.text.rstrip("\n").split("\n\n")
    assert title == "Old fishing port opens again after ten years"
    assert len(paragraphs) == 2
    assert "Reuters" not in done.text
    assert done.text == khabar.inside("parse", "-f", "text", "english.txt").text
    two = khabar.inside("text", "english.txt", "english.txt").text
    assert two == done.text + "\n\n" + done.text
    (record,) = khabar.inside("text", "--jsonl", "english.txt").records
    assert record == {"schema": 1, "source": "english.txt", "text": done.text.rstrip("\n")}


def test_csv_has_a_row_for_each_document(khabar: Khabar) -> None:
    done = khabar.inside("parse", "-f", "csv", "arabic.txt", "english.txt")
    arabic, english = csv.DictReader(io.StringIO(done.text))
    assert (arabic["source"], arabic["direction"]) == ("arabic.txt", "rtl")
    assert (english["n_images"], english["credits"], english["n_paragraphs"]) == ("1", "Reuters", "2")
    assert english["text"].count("\n\n") == 1
    assert list(english)[-1] == "text"


def test_tsv_keeps_every_record_on_its_line(khabar: Khabar) -> None:
    done = khabar.inside("sections", "-f", "tsv", "arabic.txt")
    head, *rows = done.text.rstrip("\n").split("\n")
    assert head.split("\t") == ["source", "section", "heading", "paragraphs"]
    assert len(rows) == len(khabar.inside("sections", "arabic.txt").records)
    assert all(row.count("\t") == 3 for row in rows)
    assert '"الميناء' in rows[0]  # quotation marks stay as they are
    assert khabar.inside("credits", "-f", "tsv", "--fields", "credit", "english.txt").text == (
        "source\tcredit\nenglish.txt\tReuters\n"
    )


def test_markdown(khabar: Khabar) -> None:
    parts = khabar.inside("parse", "-f", "markdown", "arabic.txt").text.rstrip("\n").split("\n\n")
    assert parts[0] == "# ميناء الصيادين القديم يستعيد حركته بعد عشر سنوات من الإغلاق"
    assert "*عاد الصيادون إلى الميناء بعد إصلاح الأرصفة* — Getty Images" in parts
    assert "## سوق السمك" in parts
    assert khabar.inside("text", "-f", "markdown", "english.txt").text.startswith("# Old fishing port")
    assert khabar.inside("rules", "-f", "markdown").text.startswith("| id | label |")


def test_fields_of_documents(khabar: Khabar) -> None:
    (record,) = khabar.inside("parse", "--fields", "title,images", "english.txt").records
    assert list(record) == ["schema", "source", "title", "images"]
    text = khabar.inside("parse", "--fields", "title", "-f", "text", "english.txt").text
    assert text == "Old fishing port opens again after ten years\n"
    blocks = khabar.inside("parse", "--fields", "images", "-f", "blocks", "english.txt").text
    assert "Boats came back" in blocks
    assert "The mayor" not in blocks
    heads = khabar.inside("parse", "--fields", "title,images", "-f", "csv", "english.txt").text.split("\n")[0]
    assert heads == "source,title,n_images,credits,agencies"


def test_fields_of_rows(khabar: Khabar) -> None:
    (record,) = khabar.inside("credits", "--fields", "caption,credit", "english.txt").records
    assert list(record) == ["schema", "source", "credit", "caption"]
    head = khabar.inside("credits", "--fields", "caption,source", "-f", "csv", "english.txt").text.split("\n")[0]
    assert head == "caption,source"
    for command in COMMANDS:
        rows = khabar.inside(command, "--jsonl", "--fields", "source", "english.txt").records
        assert rows, command
        assert all(set(row) == {"schema", "source"} for row in rows), command


def test_explain_has_every_block_with_both_verdicts(khabar: Khabar) -> None:
    rows = khabar.inside("explain", "arabic.txt").records
    trace = library.trace((khabar.folder / "arabic.txt").read_bytes())
    assert [(r["line"], r["label"], r["rule"], r["text"]) for r in rows] == [
        (b.line, str(b.label), b.rule, b.text) for b in trace.blocks
    ]
    assert [(r["first"], r["first_rule"]) for r in rows] == [(str(b.first), b.first_rule) for b in trace.blocks]
    credit = next(r for r in rows if r["label"] == "credit")
    assert credit["reason"] == library.rule(credit["rule"]).reason
    assert credit["line"] == credit["end_line"] == 3
    human = khabar.inside("explain", "-f", "blocks", "arabic.txt").text
    assert "صدر الصورة، Getty Images        credit   3\n" in human
    assert credit["rule"] not in human
    told = " ".join(khabar.inside("explain", "-v", "-f", "blocks", "arabic.txt").text.split())
    assert f"{credit['rule']}: {credit['reason']}" in told


def test_rules(khabar: Khabar) -> None:
    rows = khabar.inside("rules").records
    assert [r["id"] for r in rows] == [rule.id for rule in library.rules()]
    assert all(r["reason"] for r in rows)
    (one,) = khabar.inside("rules", rows[0]["id"]).records
    assert one == rows[0]
    human = khabar.inside("rules", rows[0]["id"], "-f", "blocks").text
    assert rows[0]["reason"] in human
    near = khabar.inside("rules", rows[0]["id"] + "x")
    assert near.status == 2
    assert rows[0]["id"] in near.err


def test_warnings_stand_in_the_document_or_on_stderr(khabar: Khabar) -> None:
    (khabar.folder / "broken.txt").write_bytes(
        (khabar.folder / "english.txt").read_bytes() + b"\nA last sentence with bad \xff\xfe bytes in it.\n"
    )
    utf8 = ("--encoding", "utf-8", "broken.txt")
    done = khabar.inside("parse", *utf8)
    assert (done.status, done.err) == (0, "")
    (record,) = done.records
    assert record["warnings"]
    for args in (["text"], ["credits"], ["parse", "-f", "markdown"]):
        told = khabar.inside(*args, *utf8)
        assert told.status == 0
        assert told.told[0].startswith("khabar: broken.txt: warning: ")
        assert khabar.inside(*args, "--quiet", *utf8).err == ""
    assert "warning: " in khabar.inside("parse", "-f", "blocks", *utf8).text
    assert "warning: " not in khabar.inside("parse", "-q", "-f", "blocks", *utf8).text
