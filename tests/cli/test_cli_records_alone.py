"""A record that is broken fails alone, named by its file and number; the others go on."""

from __future__ import annotations

import datetime
import gzip
import json
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ENGLISH
from process import Khabar, Result
from test_cli_records import PAGE, lines, record, response

TITLE = ENGLISH.split("\n")[0]
JOBS = pytest.mark.parametrize("jobs", ["1", "2"])


def nested(levels: int) -> Any:
    value: Any = "x"
    for _ in range(levels):
        value = [value]
    return value


class TestJson:
    @JOBS
    @pytest.mark.parametrize("levels", [101, 900, 100_000])
    def test_deeply_nested(self, khabar: Khabar, jobs: str, levels: int) -> None:
        deep = f'{{"text": {json.dumps(ENGLISH)}, "n": {"[" * levels}{"]" * levels}}}\n'.encode()
        good = lines({"text": ENGLISH}, {"text": ENGLISH, "n": nested(98)})
        done = khabar("parse", "-j", jobs, stdin=good + deep + good)
        assert (done.status, len(done.records)) == (1, 4)
        assert done.told == ["khabar: <stdin>:3: nested more than 100 levels deep"]

    @pytest.mark.parametrize("layout", ["lines", "array"])
    @pytest.mark.parametrize(
        ("field", "told"),
        [
            ("NaN", "holds NaN, which JSON does not allow"),
            ("-Infinity", "holds -Infinity, which JSON does not allow"),
            ("1e999", "holds the number 1e999, which is too large"),
            ("9" * 5000, "holds an integer of more than 4300 digits"),
            ('"\xff"', "is not UTF-8, as JSON must be"),
            ("'x'", "is not valid JSON (Expecting value, character"),
        ],
    )
    def test_what_json_does_not_allow(self, khabar: Khabar, layout: str, field: str, told: str) -> None:
        good = lines({"text": ENGLISH})[:-1]
        bad = b'{"text": "x", "n": ' + field.encode("latin-1") + b"}"
        data = b"\n".join([good, bad, good])
        if layout == "array":
            data = b"[" + data.replace(b"\n", b",\n") + b"]"
        done = khabar("parse", "--fields=title", stdin=data)
        assert (done.status, len(done.records), len(done.told)) == (1, 2, 1)
        assert done.told[0].startswith("khabar: <stdin>:2: ")
        assert told in done.told[0]

    def test_elements_that_are_no_records(self, khabar: Khabar) -> None:
        good = lines({"text": ENGLISH})[:-1].decode()
        data = f'[{good}, 1, "a, ]", [{good}], null, {{"a": "}}"}}, x y, {{"b": 1}} 2, {good}]'
        done = khabar("parse", "--input-format", "json", stdin=data.encode())
        assert [record["source"] for record in done.records] == ["<stdin>:1", "<stdin>:10"]
        assert [line.split(": ")[1] for line in done.told] == [f"<stdin>:{n}" for n in range(2, 10)]
        shown = khabar("parse", "--errors", "json", stdin=data.encode()).records
        assert {one["error"]["code"] for one in shown[1:-1]} == {"record"}


class TestParquet:
    @pytest.fixture(autouse=True)
    def pyarrow(self) -> Any:
        return pytest.importorskip("pyarrow")

    def run(self, khabar: Khabar, columns: dict[str, Any], *more: str) -> Result:
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.table(columns), khabar.folder / "a.parquet")
        return khabar("parse", "a.parquet", "--fields", "title", *more)

    @JOBS
    def test_times_out_of_range(self, khabar: Khabar, pyarrow: Any, jobs: str) -> None:
        for unit in ("s", "ms", "us"):
            far = 2**60 if unit == "us" else 2**53
            moments = pyarrow.array([0, far, -1], pyarrow.timestamp(unit))
            inside = pyarrow.array([[0], [far], None], pyarrow.list_(moments.type))
            for column in (moments, inside):
                done = self.run(khabar, {"text": [ENGLISH] * 3, "day": column}, "-j", jobs)
                assert (done.status, [r["source"] for r in done.records]) == (1, ["a.parquet:1", "a.parquet:3"])
                told = "the column day holds a time that is outside of the years 1 to 9999"
                assert done.told == [f"khabar: a.parquet:2: {told}"]

    def test_nanoseconds(self, khabar: Khabar, pyarrow: Any) -> None:
        values = [0, 1_718_805_900_000_000_001, 1_718_805_900_000_002_000, None]
        columns = {
            "text": [ENGLISH] * 4,
            "day": pyarrow.array(values, pyarrow.timestamp("ns")),
            "zoned": pyarrow.array(values, pyarrow.timestamp("ns", "+03:00")),
            "time": pyarrow.array([value and value % (86_400 * 10**9) for value in values], pyarrow.time64("ns")),
            "span": pyarrow.array([0, 86_401_000_000_001, 5_000_000_000, None], pyarrow.duration("ns")),
            "inside": pyarrow.array([{"x": [value]} for value in values]).cast(
                pyarrow.struct([("x", pyarrow.list_(pyarrow.timestamp("ns")))])
            ),
        }
        done = self.run(khabar, columns)
        assert (done.status, done.err) == (0, "")
        fields = [one["record"] for one in done.records]
        assert [one["day"] for one in fields] == [
            "1970-01-01T00:00:00", "2024-06-19T14:05:00.000000001", "2024-06-19T14:05:00.000002", None,
        ]  # fmt: skip
        assert fields[1]["zoned"] == "2024-06-19T17:05:00.000000001+03:00"
        assert [one["time"] for one in fields] == ["00:00:00", "14:05:00.000000001", "14:05:00.000002", None]
        assert [one["span"] for one in fields] == ["0:00:00", "1 day, 0:00:01.000000001", "0:00:05", None]
        assert [one["inside"]["x"] for one in fields] == [[one["day"]] for one in fields]

    def test_times_as_python_writes_them(self, khabar: Khabar, pyarrow: Any) -> None:
        """What has fewer digits is as before, in every type of time."""
        day = datetime.datetime(2024, 6, 19, 14, 5, 3, 250_000)
        zoned = day.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=-3, minutes=-30)))
        columns = {"text": [ENGLISH], "day": [day], "date": [day.date()], "time": [day.time()],
                   "zoned": pyarrow.array([zoned], pyarrow.timestamp("us", "-03:30")),
                   "span": [datetime.timedelta(days=-1, seconds=7, microseconds=1)]}  # fmt: skip
        (one,) = self.run(khabar, columns).records
        expected = {key: value[0].isoformat() for key, value in columns.items() if key in ("day", "date", "time")}
        assert one["record"] == {**expected, "zoned": zoned.isoformat(), "span": str(columns["span"][0])}

    @JOBS
    @pytest.mark.parametrize("column", ["text", "note"])
    def test_text_that_is_not_utf8(self, khabar: Khabar, pyarrow: Any, column: str, jobs: str) -> None:
        good = ENGLISH.encode()
        texts = pyarrow.array([good, b"\xff" + good, good], pyarrow.binary())
        bad = pyarrow.Array.from_buffers(pyarrow.string(), 3, texts.buffers())
        done = self.run(khabar, {"text": [ENGLISH] * 3, column: bad}, "-j", jobs)
        assert (done.status, [one["source"] for one in done.records]) == (1, ["a.parquet:1", "a.parquet:3"])
        assert done.told == [f"khabar: a.parquet:2: the column {column} holds text that is not UTF-8"]

    def test_no_rows(self, khabar: Khabar, pyarrow: Any) -> None:
        done = self.run(khabar, {"text": pyarrow.array([], pyarrow.string())})
        assert (done.status, done.told) == (1, ["khabar: a.parquet: no records: the file has no rows"])


class TestWarc:
    def run(self, khabar: Khabar, *records: bytes) -> Result:
        last = response("http://example.org/last", PAGE.encode())
        (khabar.folder / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, [*records, last])))
        done = khabar.inside("parse", "a.warc.gz")
        assert done.records[-1]["source"] == "http://example.org/last"
        return done

    def body(self, khabar: Khabar, body: bytes, *heads: str) -> Result:
        more = "".join(f"{head}\r\n" for head in heads)
        return self.run(khabar, response("http://example.org/1", body, more=more))

    def test_no_address(self, khabar: Khabar) -> None:
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
        for more in ("", "Content-Type: application/http; msgtype=response\r\n"):
            done = self.run(khabar, record("response", http, more))
            assert (done.status, len(done.records)) == (1, 1)
            assert done.told == ["khabar: a.warc.gz:1: the page has no address (WARC-Target-URI)"]

    def test_what_is_no_page_needs_no_address(self, khabar: Khabar) -> None:
        for kind, body in [("response", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"), ("response", b""),
                           ("response", b"example.org IN A"), ("request", b"GET / HTTP/1.1\r\n\r\n"),
                           ("revisit", b"HTTP/1.1 200 OK\r\n\r\n"), ("metadata", b"x")]:  # fmt: skip
            done = self.run(khabar, record(kind, body))
            told = "khabar: 1 read, 0 failed, 1 skipped: 1 image/png\n" if b"image" in body else ""
            assert (done.status, done.err, len(done.records)) == (0, told, 1)

    @pytest.mark.parametrize(
        "body",
        [
            b"%x\r\n%s\r\n1g\r\n<p>a\r\n0\r\n\r\n",
            b"%x\r\n%s\r\n-5\r\n<p>a\r\n0\r\n\r\n",
            b"%x\r\n%s<p>a\r\n0\r\n\r\n",
            b"%x\r\n%s\r\nfff\r\n<p>a\r\n0\r\n\r\n",
            b"0x%x\r\n%s\r\n0\r\n\r\n",
        ],
    )
    def test_bad_chunks(self, khabar: Khabar, body: bytes) -> None:
        page = PAGE.encode()
        done = self.body(khabar, body % (len(page), page), "Transfer-Encoding: chunked")
        assert (done.status, len(done.records), len(done.told)) == (1, 1, 1)
        assert re.fullmatch(r"khabar: http://example.org/1: a.warc.gz:1: [\w ]*\bchunk \d[\w ]*", done.told[0])

    def test_good_chunks(self, khabar: Khabar) -> None:
        page = PAGE.encode()
        half = len(page) // 2
        two = b"%x;name=value\r\n%s\r\n%X\n%s\n000\r\nTrailer: x\r\n\r\n"
        for body in (two % (half, page[:half], len(page) - half, page[half:]), page, b"\r\n" + page):
            done = self.body(khabar, body, "Transfer-Encoding: Chunked")
            assert (done.status, done.err) == (0, "")
            assert done.records[0]["title"] == done.records[1]["title"]

    def test_the_last_chunk_is_missing(self, khabar: Khabar) -> None:
        page = PAGE.encode()
        done = self.body(khabar, b"%x\r\n%s\r\n" % (len(page), page), "Transfer-Encoding: chunked")
        assert done.status == 0
        assert done.records[0]["warnings"] == ["the last chunk of the page is missing: it may have been cut off"]

    @pytest.mark.parametrize(
        ("encoding", "pack"),
        [
            ("gzip", gzip.compress),
            ("x-gzip", gzip.compress),
            ("GZIP", gzip.compress),
            ("gzip", lambda data: gzip.compress(data[:99]) + gzip.compress(data[99:])),
            ("deflate", zlib.compress),
            ("deflate", lambda data: zlib.compress(data)[2:-4]),
            ("gzip, gzip", lambda data: gzip.compress(gzip.compress(data))),
            ("identity", bytes),
            # what a crawler has decoded, under the head that it came with
            ("gzip", bytes),
            ("deflate", bytes),
            ("br", bytes),
            ("zstd", bytes),
        ],
    )
    def test_encodings(self, khabar: Khabar, encoding: str, pack: Callable[[bytes], bytes]) -> None:
        done = self.body(khabar, pack(PAGE.encode()), f"Content-Encoding: {encoding}")
        assert (done.status, done.err) == (0, "")
        assert done.records[0]["title"] == done.records[1]["title"]

    def test_brotli(self, khabar: Khabar) -> None:
        brotli = pytest.importorskip("brotli")
        packed = brotli.compress(PAGE.encode())
        assert self.body(khabar, packed, "Content-Encoding: br").status == 0
        assert "badly compressed" in self.body(khabar, packed[:-9], "Content-Encoding: br").told[0]

    def test_brotli_that_is_not_installed(self, khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
        import sys

        monkeypatch.setitem(sys.modules, "brotli", None)
        done = self.body(khabar, b"\x1b\x10\x00", "Content-Encoding: br")
        assert done.told == [
            "khabar: http://example.org/1: a.warc.gz:1: Pages that are encoded as br need brotli: "
            "pip install 'khabar[warc]'"
        ]

    def test_zstd(self, khabar: Khabar) -> None:
        from test_cli_sniff import zstd

        packed = zstd(PAGE.encode())
        assert self.body(khabar, packed, "Content-Encoding: zstd").status == 0
        assert "it ends too early" in self.body(khabar, packed[:-9], "Content-Encoding: zstd").told[0]

    @pytest.mark.parametrize(
        ("encoding", "body", "told"),
        [
            ("gzip", gzip.compress(PAGE.encode())[:-20], "the page is badly compressed: it ends too early"),
            ("deflate", b"\x00" * 50, "the page is badly compressed: "),
            ("compress", b"\x1f\x9d\x90", "the page is encoded as compress, which khabar cannot decode"),
        ],
    )
    def test_encodings_that_fail(self, khabar: Khabar, encoding: str, body: bytes, told: str) -> None:
        done = self.body(khabar, body, f"Content-Encoding: {encoding}")
        assert (done.status, len(done.records), len(done.told)) == (1, 1, 1)
        assert f"a.warc.gz:1: {told}" in done.told[0]

    def test_a_page_that_is_json(self, khabar: Khabar) -> None:
        done = self.body(khabar, json.dumps({"items": [1]}).encode())
        assert (done.status, len(done.records)) == (1, 1)
        assert "http://example.org/1: is JSON, not an article" in done.told[0]


def test_a_library_has_the_errors_too(tmp_path: Path) -> None:
    import khabar

    (tmp_path / "a").write_bytes(lines({"text": ENGLISH}, {"text": "x", "n": nested(200)}))
    first, second = khabar.iter_documents(tmp_path / "a")
    assert first.article is not None
    assert isinstance(second.error, khabar.KhabarError)
    assert (second.source, second.error.code) == (f"{tmp_path / 'a'}:2", "record")
    with pytest.raises(khabar.InputError, match="iter_documents"):
        khabar.parse_file(tmp_path / "a")
