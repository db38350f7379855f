"""`khabar explain --check` and `khabar score`: what was corrected, and figures by corrected documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import khabar as library
import pytest
from conftest import ARABIC, ENGLISH
from khabar.corrections import MEASURES, written
from khabar_cli.schema import schema_of
from process import Khabar


def corrections(*names: str, folder: Path) -> dict[str, Any]:
    """A file for these documents, in which nothing is corrected."""
    traces = []
    for name in names:
        trace = library.trace((folder / name).read_bytes())
        traces.append(trace._replace(article=trace.article.replace(source=name)))
    return written(traces, "0.1.0")


def relabel(file: dict[str, Any], begins: str, label: str) -> None:
    line = next(one for document in file["documents"] for one in document["lines"] if one["text"].startswith(begins))
    line.update(was=line["label"], label=label)


@pytest.fixture
def corrected(khabar: Khabar) -> Khabar:
    """A folder with a file in which one line is corrected, with which khabar does not agree, and one with which it
    does."""
    file = corrections("arabic.txt", "english.txt", folder=khabar.folder)
    relabel(file, "سوق", "related")
    relabel(file, "The work", "paragraph")
    save(khabar, file)
    return khabar


def save(khabar: Khabar, file: dict[str, Any], name: str = "corrections.json") -> None:
    (khabar.folder / name).write_text(json.dumps(file, ensure_ascii=False), "utf-8")


class TestCheck:
    def test_what_differs_and_what_agrees(self, corrected: Khabar) -> None:
        done = corrected.inside("explain", "--check", "corrections.json", "arabic.txt", "english.txt")
        first, second = done.records
        assert done.status == 1
        assert first == {
            "schema": 1, "source": "arabic.txt", "line": 11, "what": "label", "expected": "related",
            "found": "heading", "rule": "heading.short", "agrees": False, "corrected": True, "text": "سوق السمك",
        }  # fmt: skip
        assert (second["source"], second["agrees"]) == ("english.txt", True)
        told = "khabar: corrections.json: 1 of 2 corrections agrees; all that was confirmed agrees\n"
        assert done.err == told

    def test_all_agrees(self, corrected: Khabar) -> None:
        done = corrected.inside("explain", "--check", "corrections.json", "english.txt", "-q")
        assert (done.status, done.err) == (0, "")
        done = corrected.inside("explain", "--check", "corrections.json", "english.txt")
        assert "1 document of it was not among the FILEs: arabic.txt" in done.err
        assert "1 of 1 correction agrees" in done.err

    def test_a_file_that_is_not_in_it(self, corrected: Khabar) -> None:
        (corrected.folder / "other.txt").write_text(ENGLISH, "utf-8")
        done = corrected.inside("explain", "--check", "corrections.json", "other.txt")
        assert (done.status, done.out) == (1, b"")
        assert done.told == [
            "khabar: corrections.json: 1 FILE is not in it: other.txt",
            "khabar: corrections.json: 2 documents of it were not among the FILEs: arabic.txt, english.txt",
            "khabar: corrections.json: nothing was compared",
        ]

    def test_in_another_folder(self, corrected: Khabar) -> None:
        (corrected.folder / "texts" / "english.txt").write_text(ENGLISH, "utf-8")
        done = corrected.inside("explain", "--check", "corrections.json", "texts/english.txt")
        assert (done.status, done.records[0]["source"]) == (0, "texts/english.txt")
        twice = corrected.inside("explain", "--check", "corrections.json", "texts/english.txt", "english.txt")
        assert "english.txt was compared with 2 FILEs: texts/english.txt, english.txt" in twice.err

    def test_a_confirmed_line_that_differs(self, khabar: Khabar) -> None:
        file = corrections("english.txt", folder=khabar.folder)
        file["documents"][0]["lines"][0]["label"] = "promo"
        save(khabar, file)
        done = khabar.inside("explain", "--check", "corrections.json", "english.txt")
        assert done.status == 1
        assert [(row["expected"], row["corrected"]) for row in done.records] == [("promo", False)]
        assert "nothing was corrected; 1 line or quotation that was confirmed differs" in done.err

    def test_without_rules_they_fail_again(self, corrected: Khabar) -> None:
        args = ("explain", "--check", "corrections.json", "--without", "credit.label", "english.txt")
        assert corrected.inside(*args).status == 1

    @pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv", "markdown", "table", "blocks", "text"])
    def test_every_format(self, corrected: Khabar, form: str) -> None:
        done = corrected.inside("explain", "--check", "corrections.json", "-f", form, "arabic.txt", "english.txt")
        assert done.status == 1
        assert "سوق السمك" in done.text
        assert "related" in done.text

    def test_fields_and_two_processes(self, corrected: Khabar) -> None:
        args = ("--fields", "what,agrees,title", "arabic.txt", "english.txt")
        done = corrected("explain", "--check", "corrections.json", "-j", "2", *args)
        assert [set(row) for row in done.records] == [{"schema", "source", "what", "agrees", "title"}] * 2
        assert "1 of 2 corrections agrees" in done.err

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("{}", "corrections.json: this is not a file of corrections: it has no key `corrections`"),
            ('{"schema": 1, "source": "a"}', "khabar score takes what khabar parse has printed"),
            ('{"corrections": 1, "documents": [{"source": "a"}]}', "documents[0].lines: it is missing"),
            ("{", "broken JSON in line 1"),
        ],
    )
    def test_a_file_that_cannot_be_read(self, khabar: Khabar, content: str, told: str) -> None:
        (khabar.folder / "corrections.json").write_text(content)
        done = khabar.inside("explain", "--check", "corrections.json", "english.txt")
        assert (done.status, done.out, len(done.told)) == (2, b"", 1)
        assert told in done.err
        assert ("khabar score" in done.err) is ("schema" in content)

    def test_usage(self, corrected: Khabar) -> None:
        for args, told in (
            (("--quotes",), "makes no sense with --check"),
            (("-o", "texts/"), "is a folder"),
            (("-o", "corrections.json"), "is an input as well"),
        ):
            done = corrected.inside("explain", "--check", "corrections.json", "english.txt", *args)
            assert done.status == 2
            assert told in done.err
        assert "missing.json" in corrected.inside("explain", "--check", "missing.json", "english.txt").err


class TestScore:
    def test_by_a_corrections_json(self, corrected: Khabar) -> None:
        done = corrected.inside("score", "corrections.json", "arabic.txt", "english.txt")
        assert (done.status, done.err) == (0, "")
        rows = {row["what"]: row for row in done.records}
        assert list(rows) == list(MEASURES)
        assert rows["headings"] == {
            "schema": 1, "what": "headings", "documents": 2, "gold": 0, "given": 1, "right": 0,
            "precision": None, "recall": None, "f1": None,
        }  # fmt: skip
        assert rows["captions"]["f1"] == rows["credits"]["f1"] == rows["paragraphs"]["f1"] == 1.0
        assert 0.9 < rows["body"]["f1"] < 1

    def test_by_documents_corrected_by_hand(self, khabar: Khabar) -> None:
        khabar.inside("parse", "arabic.txt", "english.txt", "-o", "gold/")
        path = khabar.folder / "gold" / "english.txt.json"
        document = json.loads(path.read_bytes())
        document["images"][0]["credit"] = "AFP"
        path.write_text(json.dumps(document))
        rows = {row["what"]: row for row in khabar.inside("score", "gold", "arabic.txt", "english.txt").records}
        assert (rows["credits"]["gold"], rows["credits"]["right"], rows["credits"]["f1"]) == (2, 1, 0.5)
        assert rows["body"]["f1"] == rows["captions"]["f1"] == 1.0
        lines = "".join(
            json.dumps(json.loads(one.read_bytes())) + "\n" for one in (khabar.folder / "gold").glob("*.json")
        )
        (khabar.folder / "gold.jsonl").write_text(lines)
        same = khabar.inside("score", "gold.jsonl", "arabic.txt", "english.txt").records
        assert same == list(rows.values())
        assert khabar("score", "-j", "2", "gold.jsonl", "arabic.txt", "english.txt").records == same

    def test_only_what_the_gold_has(self, khabar: Khabar) -> None:
        done = khabar.inside("parse", "--fields", "title", "english.txt")
        (khabar.folder / "gold.jsonl").write_bytes(done.out)
        rows = khabar.inside("score", "gold.jsonl", "english.txt").records
        assert [row["what"] for row in rows if row["documents"]] == ["title"]

    def test_a_row_for_each_document(self, corrected: Khabar) -> None:
        args = ("corrections.json", "arabic.txt", "english.txt", "--by", "document")
        first, second = corrected.inside("score", *args).records
        assert (first["source"], first["title_f1"], second["body_f1"]) == ("arabic.txt", 1.0, 1.0)
        assert first["body_f1"] < 1
        (row, _) = corrected.inside("score", *args, "--fields", "body_recall,captions_gold,language").records
        assert row == {"schema": 1, "source": "arabic.txt", "body_recall": 1.0, "captions_gold": 1, "language": "ar"}

    def test_what_fails_counts_as_not_found(self, khabar: Khabar) -> None:
        save(khabar, corrections("arabic.txt", "english.txt", folder=khabar.folder))
        (khabar.folder / "english.txt").write_bytes(b"")
        done = khabar.inside("score", "corrections.json", "arabic.txt", "english.txt")
        assert done.status == 1
        rows = {row["what"]: row for row in done.records}
        assert (rows["credits"]["gold"], rows["credits"]["given"]) == (2, 1)
        assert rows["body"]["f1"] == 0.5

    def test_what_is_missing_is_told(self, corrected: Khabar) -> None:
        (corrected.folder / "other.txt").write_text(ARABIC, "utf-8")
        done = corrected.inside("score", "corrections.json", "english.txt", "other.txt")
        assert (done.status, len(done.told)) == (0, 2)
        assert "1 FILE is not in it: other.txt" in done.err
        assert corrected.inside("score", "corrections.json", "other.txt").status == 1

    @pytest.mark.parametrize("by", ["measure", "document"])
    @pytest.mark.parametrize("form", ["json", "csv", "tsv", "markdown", "table", "blocks", "text"])
    def test_every_format(self, corrected: Khabar, by: str, form: str) -> None:
        done = corrected.inside("score", "corrections.json", "-f", form, "--by", by, "--width", "150", "english.txt")
        assert done.status == 0
        assert "body" in done.text or by == "document"
        assert "1.0" in done.text

    def test_parquet(self, corrected: Khabar) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        for by in ("measure", "document"):
            args = ("corrections.json", "arabic.txt", "--by", by, "-q", "-o", "score.parquet")
            assert corrected.inside("score", *args).status == 0
            table = parquet.read_table(corrected.folder / "score.parquet")
            assert table.num_rows == (len(MEASURES) if by == "measure" else 1)

    def test_schema(self, corrected: Khabar) -> None:
        jsonschema = pytest.importorskip("jsonschema")
        files = ("arabic.txt", "english.txt", "missing.txt")
        for args, name in (
            (("score", "corrections.json", *files, "--errors", "json"), "score"),
            (("score", "corrections.json", *files, "--by", "document"), "score"),
            (("explain", "--check", "corrections.json", *files), "explain"),
        ):
            done = corrected.inside(*args)
            check = jsonschema.Draft202012Validator(schema_of(name)).validate
            assert done.records
            for row in done.records:
                check(row)

    def test_keys_in_another_order(self, corrected: Khabar) -> None:
        first = corrected.inside("score", "corrections.json", "english.txt", "arabic.txt")
        file = json.loads((corrected.folder / "corrections.json").read_bytes())
        save(corrected, dict(reversed(file.items())))
        second = corrected.inside("score", "corrections.json", "english.txt", "arabic.txt")
        assert (second.status, second.out) == (0, first.out)

    @pytest.mark.parametrize(
        ("gold", "told"),
        [
            ("english.txt", "neither a corrections.json nor the JSON of khabar parse"),
            ("missing.json", "No such file"),
            ("texts", "this folder has no JSON files"),
            ("rows.jsonl", "has rows with"),
            ("twice.jsonl", "there are two documents of english.txt"),
        ],
    )
    def test_a_gold_that_cannot_be_read(self, khabar: Khabar, gold: str, told: str) -> None:
        (khabar.folder / "rows.jsonl").write_bytes(khabar.inside("credits", "english.txt").out)
        (khabar.folder / "twice.jsonl").write_bytes(khabar.inside("parse", "english.txt").out * 2)
        done = khabar.inside("score", gold, "english.txt")
        assert (done.status, done.out, len(done.told)) == (2, b"", 1)
        assert told in done.err

    def test_nothing_is_piped_in(self, khabar: Khabar) -> None:
        assert khabar.inside("score").status == 2
