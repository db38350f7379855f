"""WARC files that are not as they should be: no record costs another, no page is cut or garbled in silence."""

from __future__ import annotations

import gzip
import io
from typing import Any

import pytest
from process import Khabar, Result
from test_cli_records import PAGE, record, response

BODY = PAGE.encode()
GOOD = [response(f"http://example.org/{n}", BODY) for n in (1, 2, 3)]
URLS = [f"http://example.org/{n}" for n in (1, 2, 3)]
INFO = record("warcinfo", b"software: x\r\n", "Content-Type: application/warc-fields\r\n")
PICTURE = response("http://example.org/logo.png", b"\x89PNG" * 50, "image/png")
TITLE = "ميناء الصيادين القديم يستعيد حركته"


def urls(done: Result) -> list[str]:
    return [one["source"] for one in done.records]


def run(khabar: Khabar, data: bytes, name: str = "a.warc") -> Result:
    (khabar.folder / name).write_bytes(data)
    done = khabar.inside("parse", name, "--quiet")  # without the line that counts
    assert {one["title"] for one in done.records} <= {TITLE}
    return done


def chunked(data: bytes, size: int = 50) -> bytes:
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def length(one: bytes, value: str) -> bytes:
    """A record with another Content-Length."""
    head, _, rest = one.partition(b"Content-Length: ")
    return head + b"Content-Length: " + value.encode() + rest[rest.index(b"\r\n") :]


BROKEN = {
    "no number": (length(GOOD[1], "abc"), "its Content-Length is no number of bytes: 'abc'"),
    "negative": (length(GOOD[1], "-5"), "its Content-Length is no number of bytes: '-5'"),
    "a float": (length(GOOD[1], "1e3"), "its Content-Length is no number of bytes: '1e3'"),
    "none": (length(GOOD[1], ""), "its head has no Content-Length"),
    "two": (GOOD[1].replace(b"WARC-Date", b"Content-Length: 5\r\nWARC-Date"), "two values of Content-Length"),
    "cut off": (GOOD[1][:150], "its head is cut off"),
    "many lines": (b"WARC/1.0\r\n" + b"x: y\r\n" * 2000 + b"\r\n", "its head has more than 1000 lines"),
    "a line": (b"WARC/1.0\r\n" + b"x" * 3_000_000 + b"\r\n", "a line of its head has no end"),
}


@pytest.mark.parametrize("packed", ["", "whole", "records"])
@pytest.mark.parametrize("kind", BROKEN)
def test_a_head_that_is_broken(khabar: Khabar, kind: str, packed: str) -> None:
    bad, told = BROKEN[kind]
    parts = [INFO, GOOD[0], bad if bad.endswith(b"\n") else bad + b"\r\n", PICTURE, GOOD[2]]
    data = b"".join(map(gzip.compress, parts)) if packed == "records" else b"".join(parts)
    done = run(khabar, gzip.compress(data) if packed == "whole" else data)
    assert (done.status, urls(done), len(done.told)) == (1, [URLS[0], URLS[2]], 1)
    assert done.told[0].startswith("khabar: a.warc:3: the record is lost: ")
    assert told in done.told[0]


@pytest.mark.parametrize(
    "junk", [b"garbage here\r\n\r\n", b"x" * 300_000 + b"\n", b"\r\n\r\nWARC/ and so on\r\n", b"\x00"]
)
@pytest.mark.parametrize("before", [GOOD[0], INFO + PICTURE])
def test_what_stands_between_records(khabar: Khabar, junk: bytes, before: bytes) -> None:
    if junk == b"\x00":
        junk = b"\x00" * 512 + b"\r\n"
    done = run(khabar, before + junk + GOOD[1] + GOOD[2])
    assert (done.status, urls(done)[-2:], len(done.told)) == (1, URLS[1:], 1)
    number = 2 if before.startswith(INFO) else 1
    assert done.told[0].startswith(f"khabar: a.warc: broken WARC after record {number}: ")
    assert done.told[0].endswith(" is no begin of a record; it is passed over")


def test_what_follows_the_last_record(khabar: Khabar) -> None:
    for data, told in [(b"\r\n\n\r\n", 0), (b"and so on", 1), (b"W" * 500_000, 1)]:
        done = run(khabar, b"".join(GOOD) + data)
        assert (urls(done), len(done.told)) == (URLS, told)
    assert run(khabar, b"".join(GOOD)[:-4]).told == []  # all that its head says is there


def test_a_length_that_is_too_short(khabar: Khabar) -> None:
    whole = len(GOOD[0].partition(b"\r\n\r\n")[2]) - 4
    (khabar.folder / "a.warc").write_bytes(length(GOOD[0], str(whole - 300)) + GOOD[1])
    done = khabar.inside("parse", "a.warc")
    assert (done.status, urls(done), len(done.told)) == (1, URLS[:2], 1)
    longer = "the record holds more than its head says: the page may have been cut off"
    assert [longer in one["warnings"] for one in done.records] == [True, False]


@pytest.mark.parametrize("more", [10, 300, 1200, 10**25])
@pytest.mark.parametrize("after", [GOOD[1:], [GOOD[1] + PICTURE, GOOD[2]]])
def test_a_length_that_is_too_long(khabar: Khabar, more: int, after: list[bytes]) -> None:
    whole = len(GOOD[0].partition(b"\r\n\r\n")[2]) - 4
    done = run(khabar, length(GOOD[0], str(whole + more)) + b"".join(after))
    assert done.told == ["khabar: http://example.org/1: a.warc:1: the record is cut off"]
    assert (done.status, urls(done)) == (1, URLS[1:])


def test_a_page_about_the_format(khabar: Khabar) -> None:
    """What looks like a record in a page is part of it where the lengths are right."""
    page = BODY.replace(b"</p>", b"</p><pre>\nWARC/1.0\nWARC-Type: response\n</pre>")
    done = run(khabar, response(URLS[0], page) + GOOD[1])
    assert (done.status, done.err, urls(done)) == (0, "", URLS[:2])


class TestGzip:
    """A record in each member."""

    MEMBERS = tuple(map(gzip.compress, GOOD))

    def test_a_member_that_is_broken(self, khabar: Khabar) -> None:
        first, second, third = self.MEMBERS
        noise = bytes(range(1, 40))
        for bad in (
            second[:60] + noise + second[99:],
            second[:-20] + noise[:20],
            second[:-8] + bytes(4) + second[-4:],
        ):
            done = run(khabar, first + bad + third)
            assert (done.status, urls(done)[0], urls(done)[-1]) == (1, URLS[0], URLS[2])
            assert len(done.told) == 1
            assert "a.warc:2" in done.told[0] or "broken gzip" in done.told[0]

    def test_junk_between_members(self, khabar: Khabar) -> None:
        for junk in (b"junk", b"\x1f", b"\x1f\x8b\x08\x00" * 9, b"\x00x" * 90_000):
            done = run(khabar, self.MEMBERS[0] + junk + b"".join(self.MEMBERS[1:]))
            assert (done.status, urls(done)) == (1, URLS)
            assert done.told[0].startswith("khabar: a.warc: broken WARC after record 1: broken gzip: ")

    def test_zeros_are_nothing(self, khabar: Khabar) -> None:
        done = run(khabar, bytes(700).join(self.MEMBERS) + bytes(70_000))
        assert (done.status, done.err, urls(done)) == (0, "", URLS)

    def test_what_follows_the_last_member(self, khabar: Khabar) -> None:
        done = run(khabar, b"".join(self.MEMBERS) + b"junk")
        assert (done.status, urls(done), len(done.told)) == (1, URLS, 1)
        assert done.told[0].startswith("khabar: a.warc: broken gzip: ")

    def test_in_any_pieces(self) -> None:
        from khabar.corpus.members import Members

        class Slow(io.BytesIO):
            def read(self, size: int | None = -1, /) -> bytes:
                return super().read(min(3, size or 0))

        data = bytes(5).join(self.MEMBERS) + b"\x00"
        whole = b"".join(GOOD)
        for file in (Slow(data), io.BytesIO(data)):
            assert io.BufferedReader(Members(file), 100).read() == whole
        broken = io.BufferedReader(Members(Slow(self.MEMBERS[0] + b"\x1f" + self.MEMBERS[1])), 1)
        with pytest.raises(gzip.BadGzipFile):
            broken.read()
        raw: Any = broken.raw
        assert raw.recover()


def body(khabar: Khabar, data: bytes, head: str) -> Result:
    http = f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + data
    one = record("response", http, f"WARC-Target-URI: {URLS[0]}\r\n")
    return run(khabar, one + GOOD[1])


HTML = "Content-Type: text/html\r\n"


@pytest.mark.parametrize(
    ("data", "head"),
    [
        (chunked(BODY), "Transfer-Encoding: chunked, chunked\r\n"),
        (chunked(BODY), 'Transfer-Encoding: "chunked"\r\n'),
        (chunked(BODY), "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n"),
        (chunked(BODY), "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
        (chunked(BODY), "Transfer-Encoding: chunked,\r\n"),
        (chunked(BODY), "Transfer-Encoding:\r\n chunked\r\n"),
        (chunked(BODY), ""),
        (chunked(b"\r\n" + BODY), ""),
        (chunked(gzip.compress(BODY)), "Transfer-Encoding: gzip, chunked\r\n"),
        (chunked(gzip.compress(BODY)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        (chunked(gzip.compress(BODY)), "Transfer-Encoding: chunked\r\n"),
        (chunked(gzip.compress(BODY)), ""),
        (gzip.compress(BODY), "Content-Encoding: identity\r\nContent-Encoding: gzip\r\n"),
        (gzip.compress(BODY), "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n"),
        (gzip.compress(BODY), 'Content-Encoding: "gzip"\r\n'),
        (gzip.compress(BODY), "Content-Encoding: identity\r\n"),
        (gzip.compress(BODY), ""),
        (gzip.compress(gzip.compress(BODY)), ""),
        (gzip.compress(gzip.compress(BODY)), "Content-Encoding: gzip\r\n"),
        (BODY, "Transfer-Encoding: gzip, chunked\r\n"),
    ],
)
def test_how_a_body_was_sent(khabar: Khabar, data: bytes, head: str) -> None:
    done = body(khabar, data, HTML + head)
    assert (done.status, done.err, urls(done)) == (0, "", URLS[:2])
    first, second = done.records
    assert {**first, "source": "", "url": ""} == {**second, "source": "", "url": ""}


def test_a_page_that_begins_with_a_number(khabar: Khabar) -> None:
    done = body(khabar, b"12\r\n" + BODY, HTML)
    assert (done.status, urls(done)) == (0, URLS[:2])


@pytest.mark.parametrize(
    "head", ["", "Content-Type:\r\n", "Content-Type:\r\n text/html\r\n", 'content-type : "Text/HTML"\r\n']
)
@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf\r\n", b"<?xml version='1.0'?>\n<!-- a - b -->\n"])
def test_pages_without_a_type(khabar: Khabar, head: str, begin: bytes) -> None:
    done = body(khabar, begin + BODY, head)
    assert (done.status, done.err, urls(done)) == (0, "", URLS[:2])
    packed = body(khabar, gzip.compress(begin + BODY), head + "Content-Encoding: gzip\r\n")
    assert urls(packed) == URLS[:2]


def test_what_has_no_type_and_is_no_page(khabar: Khabar) -> None:
    for data in (
        b"\x89PNG\r\n",
        b"<svg><title>x</title></svg>",
        b"<?xml version='1.0'?><rss></rss>",
        b'{"a": 1}',
        b"",
    ):
        done = body(khabar, data, "")
        assert (done.status, done.err, urls(done)) == (0, "", URLS[1:2])
        assert khabar.inside("parse", "a.warc").told == ["khabar: 1 read, 0 failed, 1 skipped: 1 without a type"]


def test_letters_of_any_case_and_what_stands_before(khabar: Khabar) -> None:
    one = (
        GOOD[0].replace(b"WARC-Type: response", b"warc-type: Response").replace(b"Content-Length", b"content-length")
    )
    folded = one.replace(b"WARC-Target-URI: ", b"WARC-Target-URI:\r\n\t")
    for data in (one, b"\r\n\r\n" + one, b"\n" + one, folded, one.replace(b"1.0", b"1.1")):
        for name in ("a.warc", "a", "a.gz"):
            done = run(khabar, gzip.compress(data) if name == "a.gz" else data, name)
            assert (done.status, done.err, urls(done)) == (0, "", URLS[:1])
            assert done.records[0]["title"] == TITLE


@pytest.mark.parametrize(
    "name", ["cp037", "utf-16", "utf-32", "utf-7", "unicode_escape", "punycode", "hex", "undefined", "x\0y"]
)
def test_a_charset_that_the_page_is_not_in(khabar: Khabar, name: str) -> None:
    page = (
        rb"<html><body><h1>Old port opens</h1><p>The file is in C:\name\u0041 +AGE- and it is open.</p></body></html>"
    )
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={name}\r\n\r\n".encode() + page
    (khabar.folder / "a.warc").write_bytes(record("response", http, f"WARC-Target-URI: {URLS[0]}\r\n"))
    (one,) = khabar.inside("parse", "a.warc").records
    assert one["title"] == "Old port opens"
    assert one["sections"][0]["paragraphs"] == [r"The file is in C:\name\u0041 +AGE- and it is open."]


@pytest.mark.parametrize("name", ["cp037", "utf-16-le", "windows-1256"])
def test_a_charset_that_the_page_is_in(khabar: Khabar, name: str) -> None:
    page = "<html><body><h1>Old port opens</h1><p>The mayor said so on Monday morning.</p></body></html>".encode(name)
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={name}\r\n\r\n".encode() + page
    (khabar.folder / "a.warc").write_bytes(record("response", http, f"WARC-Target-URI: {URLS[0]}\r\n"))
    assert khabar.inside("parse", "a.warc").records[0]["title"] == "Old port opens"


def test_the_next_record_is_not_looked_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    from khabar.corpus import warc_records
    from khabar.errors import InputError

    monkeypatch.setattr(warc_records, "SKIPPED", 1 << 20)
    file = io.BufferedReader(io.BytesIO(GOOD[0] + b"x" * (9 << 20)))  # type: ignore[arg-type]
    with pytest.raises(InputError, match="no record begins in 1 MiB more"):
        list(warc_records.records(file))
    assert file.tell() <= 2 << 20


@pytest.mark.parametrize("between", [b"\0" * 600 + b"\r\n", b"garbage garbage\r\n\r\n"])
def test_what_stands_behind_a_whole_record_is_none_of_it(khabar: Khabar, between: bytes) -> None:
    done = run(khabar, b"".join((INFO, GOOD[0], between, GOOD[2])))
    assert [one["warnings"] for one in done.records] == [[], []]
    assert (done.status, len(done.told)) == (1, 1)
