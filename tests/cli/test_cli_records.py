"""Records: JSON Lines, WARC and Parquet; their other fields, and what is no record."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest
from conftest import ENGLISH
from khabar import FIELDS
from process import PATIENCE, Khabar

PAGE = (
    "<!doctype html><html lang=ar><head><title>ميناء الصيادين القديم يستعيد حركته</title></head><body><article>"
    "<h1>ميناء الصيادين القديم يستعيد حركته</h1><p>قال رئيس البلدية إن الميناء يستقبل اليوم مئة قارب كل صباح.</p>"
    "</article></body></html>"
)


def lines(*records: Any) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


class TestJsonLines:
    def test_standard_input(self, khabar: Khabar) -> None:
        data = lines({"id": "x", "text": ENGLISH}, {"text": PAGE, "n": 1}, {"id": 7, "text": ENGLISH})
        done = khabar("parse", "--input-format", "jsonl", stdin=data)
        assert (done.status, done.err) == (0, "")
        assert [(r["source"], r["format"], r["encoding"]) for r in done.records] == [
            ("x", "text", None),
            ("<stdin>:2", "html", None),
            ("7", "text", None),
        ]
        plain = khabar.inside("parse", "english.txt").records[0]
        same = {"source": 0, "encoding": 0, "record": 0}
        assert {**done.records[0], **same} == {**plain, **same}
        assert ("record" in plain, done.records[1]["record"]) == (False, {"n": 1})
        assert khabar("parse", stdin=data).out == done.out

    def test_other_fields_are_handed_on_untouched(self, khabar: Khabar) -> None:
        other = {"id": 12345678901234567890, "meta": {"a": [1, None, {"ب": "\u202e"}], "x": 1.25}, "tags": [], "": 0}
        ours = {"title": "mine", "language": "xx", "error": {"code": 1}, "record": 2, "schema": 9}
        (record,) = khabar("parse", "--input-format=jsonl", stdin=lines({"text": ENGLISH, **other, **ours})).records
        assert record["title"] == ENGLISH.split("\n")[0]
        assert (record["schema"], record["language"], "text" in record, "error" in record) == (1, "en", False, False)
        assert record["record"] == {**other, **ours}
        assert tuple(record) == (*FIELDS, "record")
        assert record["source"] == str(other["id"])

    @pytest.mark.parametrize("form", ["json", "jsonl"])
    def test_with_fields_and_as_text(self, khabar: Khabar, form: str) -> None:
        data = lines({"text": ENGLISH, "id": "x", "year": 2024, "source": "BBC"})
        done = khabar("parse", "--fields", "title", "-f", form, "--input-format=jsonl", stdin=data)
        record = json.loads(done.out) if form == "jsonl" else json.loads(done.out)[0]
        assert list(record) == ["schema", "source", "title", "record"]
        clean = khabar("text", "--jsonl", "--input-format=jsonl", stdin=data).records[0]
        assert (clean["record"], clean["source"]) == ({"id": "x", "year": 2024, "source": "BBC"}, "x")
        rows = khabar("sections", "--input-format=jsonl", stdin=data).records
        assert [set(row) for row in rows] == [{"schema", "source", "section", "heading", "paragraphs"}]

    def test_field_names(self, khabar: Khabar) -> None:
        data = lines({"body": ENGLISH, "url": "http://x/1", "text": "short"}, {"body": ENGLISH, "url": None})
        args = ["parse", "--input-format", "jsonl", "--text-field", "body", "--id-field", "url"]
        first, second = khabar(*args, stdin=data).records
        assert (first["source"], first["record"]) == ("http://x/1", {"url": "http://x/1", "text": "short"})
        assert second["source"] == "<stdin>:2"

    def test_what_is_no_record(self, khabar: Khabar) -> None:
        bad = [
            b'{"text": ', b"[1]", b"null", b'"text"', b'{"body": 1, "id": 4}', b'{"text": null}', b'{"text": 1}',
            b"\xff\xfe", b'{"text": NaN}', b'{"text": "x", "n": 1e999}', b"[" * 100_000, b'{"text": ""}',
        ]  # fmt: skip
        good = lines({"text": ENGLISH})
        data = b"\xef\xbb\xbf" + good + b"\n  \n" + b"\n".join(bad) + b"\n" + good.rstrip(b"\n")
        done = khabar("parse", "--input-format=jsonl", stdin=data)
        assert done.status == 1
        assert [record["source"] for record in done.records] == ["<stdin>:1", f"<stdin>:{len(bad) + 4}"]
        assert [line.split(": ")[1] for line in done.told] == [f"<stdin>:{n + 4}" for n in range(len(bad))]
        assert done.told[4].endswith("no field is called text (see --text-field); there are body, id")
        told = khabar("parse", "--input-format=jsonl", stdin=b'[{"text": "x"},\n').told
        wrong = "this line is not valid JSON (Expecting value, character 16); --input-format json reads arrays"
        assert told == [f"khabar: <stdin>:1: {wrong}"]
        data = khabar("parse", "--input-format=jsonl", "--errors=json", stdin=b"1\n").records
        assert data[0]["error"]["code"] == "record"

    def test_lone_surrogates(self, khabar: Khabar) -> None:
        text = ENGLISH.replace("\n", "\\n").encode()
        data = b'{"id": "\\ud800", "text": "' + text + b' \\udfff end", "k\\udc00": [{"a": "b\\ud83d"}]}\n'
        done = khabar("parse", "--input-format=jsonl", stdin=data)
        assert (done.status, done.records[0]["source"]) == (0, "\ufffd")
        assert done.records[0]["record"] == {"id": "\ufffd", "k\ufffd": [{"a": "b\ufffd"}]}
        assert len(done.records[0]["warnings"]) == 2
        assert b"\\ud" not in done.out
        assert khabar("parse", "--input-format=jsonl", "-o", "out/", stdin=data).status == 0
        assert (khabar.folder / "out/stdin/%EF%BF%BD.json").exists()

    def test_invisible_characters(self, khabar: Khabar) -> None:
        text = "Old po\u00adrt\n\nThe \ufeffmayor said so."
        data = lines({"id": "a\u200bb", "text": text, "x": "c\u2060d \u200c\u202e"})
        (record,) = khabar("parse", "--input-format=jsonl", stdin=data).records
        assert (record["source"], record["title"]) == ("ab", "Old port")
        assert record["sections"] == [{"heading": None, "paragraphs": ["The mayor said so."]}]
        assert record["record"] == {"id": "ab", "x": "cd \u200c\u202e"}

    def test_files_by_their_names(self, khabar: Khabar) -> None:
        data = lines({"text": ENGLISH}, {"text": ENGLISH})
        (khabar.folder / "a.jsonl").write_bytes(data)
        (khabar.folder / "b.NDJSON.gz").write_bytes(gzip.compress(data))
        done = khabar("parse", "a.jsonl", "b.NDJSON.gz", "english.txt")
        assert (done.status, done.err) == (0, "")
        names = ["a.jsonl:1", "a.jsonl:2", "b.NDJSON.gz:1", "b.NDJSON.gz:2", "english.txt"]
        assert [r["source"] for r in done.records] == names
        (khabar.folder / "texts/c.jsonl").write_bytes(data)
        (khabar.folder / "texts/d.txt").write_text(ENGLISH)
        assert [r["source"] for r in khabar("parse", "texts").records] == ["texts/d.txt"]
        folder = khabar("parse", "texts", "--input-format", "jsonl")
        assert [r["source"] for r in folder.records] == ["texts/c.jsonl:1", "texts/c.jsonl:2"]
        as_text = khabar("parse", "--input-format", "text", "a.jsonl")
        assert len(as_text.records) == 1

    def test_broken_gzip_gives_what_stood_before(self, khabar: Khabar) -> None:
        import random

        noise = random.Random(1).randbytes(200_000).hex()
        packed = gzip.compress(lines({"text": ENGLISH}, {"text": ENGLISH}, {"text": noise}, {"text": ENGLISH}))
        (khabar.folder / "a.jsonl.gz").write_bytes(packed[:100_000])
        done = khabar("parse", "a.jsonl.gz", "english.txt")
        assert done.status == 1
        assert [r["source"] for r in done.records] == ["a.jsonl.gz:1", "a.jsonl.gz:2", "english.txt"]
        assert done.told == ["khabar: a.jsonl.gz: broken gzip: it ends too early"]

    def test_records_come_one_by_one(self, khabar: Khabar) -> None:
        process = khabar.start("parse", "--input-format", "jsonl")
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(lines({"text": ENGLISH}))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["source"] == "<stdin>:1"
        process.communicate(timeout=PATIENCE)
        assert process.returncode == 0

    def test_through_workers(self, khabar: Khabar) -> None:
        data = lines(*({"id": f"n{n}", "text": ENGLISH, "n": n} for n in range(60)))
        done = khabar("parse", "--input-format=jsonl", "-j2", "--fields", "title", stdin=data)
        assert (done.status, [r["record"]["n"] for r in done.records]) == (0, list(range(60)))

    def test_a_file_for_each(self, khabar: Khabar) -> None:
        ids: list[Any] = ["a", "../up", ".", "http://x/ä?q=%2F", "ä", "x" * 300, "x" * 299 + "y", 3, None, "a"]
        ids += ["n\n", " "]
        data = lines(*({"id": id, "text": ENGLISH} for id in ids))
        (khabar.folder / "a.jsonl").write_bytes(data)
        done = khabar("parse", "a.jsonl", "-o", "out/")
        assert done.told == ["khabar: a: another document of this run is out/a.jsonl/a.json already"]
        files = {path.name for path in (khabar.folder / "out/a.jsonl").iterdir()}
        known = {"a.json", "%2E.%2Fup.json", "%2E.json", "http%3A%2F%2Fx%2Fä%3Fq=%252F.json", "ä.json", "3.json",
                 "#9.json", "n%0A.json", "%20.json"}  # fmt: skip
        assert known <= files
        assert len(files) == len(ids) - 1
        assert max(len(name.encode()) for name in files) < 130


def response(url: str, page: bytes, kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    body = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + page
    return record("response", body, f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n")


def record(kind: str, body: bytes, more: str = "") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"WARC-Date: 2024-06-19T14:05:00Z\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


class TestWarc:
    @pytest.fixture
    def records(self) -> list[bytes]:
        page = PAGE.encode()
        return [
            record("warcinfo", b"software: x\r\n", "Content-Type: application/warc-fields\r\n"),
            response("http://example.org/1", page, "text/html; charset=utf-8"),
            record("request", b"GET / HTTP/1.1\r\n\r\n", "WARC-Target-URI: http://example.org/1\r\n"),
            response("http://example.org/logo.png", b"\x89PNG", "image/png"),
            response("http://example.org/old", page, status="301 Moved"),
            response("http://example.org/2", gzip.compress(page), "Text/HTML", more="Content-Encoding: gzip\r\n"),
            response("http://example.org/3", b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page),
                     more="Transfer-Encoding: chunked\r\n"),
            response("http://example.org/4", PAGE.encode("windows-1256"), "text/html; charset=windows-1256"),
            response("http://example.org/5", page, "application/xhtml+xml"),
        ]  # fmt: skip

    URLS = tuple(f"http://example.org/{n}" for n in (1, 2, 3, 4, 5))
    SKIPPED = "2 skipped: 1 image/png, 1 status 301"

    def check(self, khabar: Khabar, *args: str, stdin: bytes | None = None) -> None:
        done = khabar("parse", *args, stdin=stdin)
        assert (done.status, done.err) == (0, f"khabar: 5 read, 0 failed, {self.SKIPPED}\n")
        assert [r["source"] for r in done.records] == list(self.URLS)
        assert {r["title"] for r in done.records} == {"ميناء الصيادين القديم يستعيد حركته"}
        assert {r["format"] for r in done.records} == {"html"}

    def test_pages_that_were_answered(self, khabar: Khabar, records: list[bytes]) -> None:
        (khabar.folder / "a.warc").write_bytes(b"".join(records))
        (khabar.folder / "b.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
        (khabar.folder / "texts/c.warc.gz").write_bytes(gzip.compress(b"".join(records)))
        (khabar.folder / "d.bin").write_bytes(b"".join(records))
        for args in (["a.warc"], ["b.warc.gz"], ["texts"], ["--input-format", "warc", "d.bin"]):
            self.check(khabar, *args)
        self.check(khabar, "--input-format", "warc", stdin=b"".join(map(gzip.compress, records)))
        self.check(khabar, "a.warc", "-j", "2")

    def test_responses_that_are_no_pages(self, khabar: Khabar, records: list[bytes]) -> None:
        bare = record("response", b"HTTP/1.1 204 No Content\r\n\r\n")
        more = [bare, response("http://example.org/gone", PAGE.encode(), status="404 Not Found")] * 2
        (khabar.folder / "a.warc").write_bytes(b"".join([*records, *more]))
        last = "khabar: 5 read, 0 failed, 6 skipped: 2 status 404, 2 without a type, 1 image/png, 1 status 301"
        for jobs in ("1", "2"):
            assert khabar("parse", "-v", "-j", jobs, "a.warc").told == [
                "khabar: http://example.org/logo.png: skipped: image/png",
                "khabar: http://example.org/old: skipped: status 301",
                "khabar: a.warc:10: skipped: without a type",
                "khabar: http://example.org/gone: skipped: status 404",
                "khabar: a.warc:12: skipped: without a type",
                "khabar: http://example.org/gone: skipped: status 404",
                last,
            ]
        assert khabar.inside("parse", "a.warc").told == [last]
        assert khabar.inside("parse", "-q", "a.warc").err == ""

    def test_a_file_for_each(self, khabar: Khabar, records: list[bytes]) -> None:
        (khabar.folder / "a.warc").write_bytes(b"".join(records))
        assert khabar("parse", "a.warc", "-o", "out/").status == 0
        files = sorted(path.name for path in (khabar.folder / "out/a.warc").iterdir())
        assert files == ["2.json", "6.json", "7.json", "8.json", "9.json"]

    @pytest.mark.parametrize("at", [20, 190, 275, 300, 330])
    def test_cut_off_in_the_head(self, khabar: Khabar, records: list[bytes], at: int) -> None:
        (khabar.folder / "a.warc").write_bytes(b"".join(records[:2]) + records[8][:at])
        done = khabar("parse", "a.warc")
        assert (done.status, [r["source"] for r in done.records]) == (1, [self.URLS[0]])
        cut = f"khabar: {self.URLS[4]}: a.warc:3: the record is cut off"
        told = {"khabar: a.warc: broken WARC: it ends too early", cut}
        assert len(done.told) == 1
        assert set(done.told) <= told

    @pytest.mark.parametrize("packed", [True, False])
    def test_one_that_was_cut_off(self, khabar: Khabar, records: list[bytes], packed: bool) -> None:
        last = records[-1]
        whole = b"".join(records[:-1])
        data = whole + last[:-60]
        if packed:
            data = b"".join(map(gzip.compress, records[:-1])) + gzip.compress(last)[:-60]
        (khabar.folder / "a.warc.gz").write_bytes(data)
        done = khabar("parse", "a.warc.gz", "english.txt")
        assert done.status == 1
        assert [r["source"] for r in done.records] == [*self.URLS[:4], "english.txt"]
        assert done.told[1:] == [f"khabar: 5 read, 1 failed, {self.SKIPPED}"]
        assert "broken gzip: it ends too early" in done.told[0] if packed else "is cut off" in done.told[0]

    @pytest.mark.parametrize("data", [b"no warc at all\n" * 20, b"\x00" * 500, PAGE.encode(), b"WARC/1.0\r\n"])
    def test_what_is_none(self, khabar: Khabar, data: bytes) -> None:
        (khabar.folder / "a.warc").write_bytes(data)
        done = khabar("parse", "a.warc", "english.txt")
        assert (done.status, len(done.records), len(done.told)) == (1, 1, 1)
        assert done.told[0].startswith("khabar: a.warc: ")

    def test_empty(self, khabar: Khabar, records: list[bytes]) -> None:
        (khabar.folder / "a.warc.gz").write_bytes(b"")
        (khabar.folder / "b.warc.gz").write_bytes(gzip.compress(b""))
        (khabar.folder / "c.warc").write_bytes(records[0] + records[2] + records[3])
        (khabar.folder / "d.warc").write_bytes(records[0])
        done = khabar("parse", "a.warc.gz", "b.warc.gz", "c.warc", "d.warc", "--errors", "json")
        assert (done.status, {r["error"]["code"] for r in done.records}) == (1, {"empty"})
        assert [(r["source"], r["error"]["message"]) for r in done.records] == [
            ("a.warc.gz", "no pages: the file is empty"),
            ("b.warc.gz", "no pages: the file is empty"),
            ("c.warc", "no pages: 3 records, none of them an HTML response with status 2xx"),
            ("d.warc", "no pages: 1 record, which is not an HTML response with status 2xx"),
        ]


class TestParquet:
    @pytest.fixture(autouse=True)
    def pyarrow(self) -> Any:
        return pytest.importorskip("pyarrow")

    def write(self, pyarrow: Any, columns: dict[str, Iterable[Any]]) -> bytes:
        from pyarrow import parquet

        out = io.BytesIO()
        parquet.write_table(pyarrow.table(columns), out, row_group_size=3)
        return out.getvalue()

    def test_rows(self, khabar: Khabar, pyarrow: Any) -> None:
        import datetime

        day = datetime.datetime(2024, 6, 19, 14, 5)
        data = self.write(pyarrow, {
            "id": [f"n{n}" for n in range(8)], "text": [ENGLISH] * 7 + [None], "html": [PAGE.encode()] * 8,
            "n": range(8), "day": [day] * 8, "price": [Decimal("1.50")] * 8, "x": [float("nan")] * 8,
            "raw": [b"a\xff"] * 8, "tags": [["a"], *[None] * 7], "url": ["u"] * 8,
        })  # fmt: skip
        (khabar.folder / "a.parquet").write_bytes(data)
        done = khabar("parse", "a.parquet")
        assert (done.status, done.told) == (1, ["khabar: a.parquet:8: the field text holds no text"])
        assert [r["source"] for r in done.records] == [f"n{n}" for n in range(7)]
        first = done.records[0]["record"]
        assert (first["n"], first["tags"], first["price"], first["x"]) == (0, ["a"], "1.50", None)
        assert (first["day"], first["raw"], first["url"]) == ("2024-06-19T14:05:00", "a\\xff", "u")
        pages = khabar("parse", "a.parquet", "--text-field", "html", "--id-field", "none", "-j", "2")
        expected = [(f"a.parquet:{n}", "html") for n in range(1, 9)]
        assert [(r["source"], r["format"]) for r in pages.records] == expected
        (khabar.folder / "other").write_bytes(data)
        assert len(khabar.bash("khabar parse --input-format parquet < other").records) == 7

    def test_what_is_none(self, khabar: Khabar, pyarrow: Any) -> None:
        good = self.write(pyarrow, {"body": [ENGLISH]})
        (khabar.folder / "a.parquet").write_bytes(good)
        (khabar.folder / "b.parquet").write_bytes(good[:-30])
        (khabar.folder / "c.parquet").write_bytes(b"")
        done = khabar("parse", "a.parquet", "b.parquet", "c.parquet", "d.parquet", "english.txt")
        assert (done.status, len(done.records), len(done.told)) == (1, 1, 4)
        assert done.told[0].endswith("no column is called text (see --text-field); there are body")
        assert done.told[1].startswith("khabar: b.parquet: broken Parquet: ")
        assert done.told[2].startswith("khabar: c.parquet: broken Parquet: ")
