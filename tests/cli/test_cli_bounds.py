"""--max-bytes, and the limit where it is not given: no input takes more memory than that, whatever it unpacks to.

Memory is bounded by the system: a command that held what it must not would fail in another way than it does.
"""

from __future__ import annotations

import gzip
import io
import itertools
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ARABIC, ENGLISH
from process import Khabar
from test_cli_records import PAGE, lines, response
from test_cli_sniff import zstd

MEMORY = 700 << 20
"""Bytes of address space: the command takes 250 MiB where it reads nothing, and a few times the default limit."""
BOMB = 512 << 20
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """Half a gigabyte of a letter, as gzip."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1) as file:
        for _ in range(BOMB >> 20):
            file.write(b"a" * (1 << 20))
    return out.getvalue()


def limited(khabar: Khabar, *args: str, stdin: bytes = b"", memory: int = MEMORY) -> tuple[int, list[str], list[str]]:
    """Status, sources and lines on standard error of a run with that much memory."""
    done = subprocess.run(
        [khabar.command, *args, "--format", "csv", "--fields", "title"],
        input=stdin,
        capture_output=True,
        cwd=khabar.folder,
        env=khabar.env(ARROW_DEFAULT_MEMORY_POOL="system"),  # its own takes address space in gigabytes
        timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)),
    )
    rows = done.stdout.decode("utf-8-sig").splitlines()[1:]
    return done.returncode, [row.split(",")[0] for row in rows], done.stderr.decode().splitlines()


@needs_linux
class TestDefault:
    def test_gzip(self, khabar: Khabar, bomb: bytes) -> None:
        (khabar.folder / "bomb.gz").write_bytes(bomb)
        (khabar.folder / "bomb.jsonl.gz").write_bytes(bomb)
        status, sources, told = limited(khabar, "parse", "bomb.gz", "bomb.jsonl.gz", "-", "english.txt", stdin=bomb)
        assert (status, sources) == (1, ["english.txt"])
        names = ("bomb.gz", "bomb.jsonl.gz:1", "<stdin>")
        assert told == [f"khabar: {name}: more than 64 MiB (see --max-bytes)" for name in names]

    def test_zstd(self, khabar: Khabar) -> None:
        (khabar.folder / "bomb").write_bytes(zstd(b"a" * (256 << 20)))
        status, _, told = limited(khabar, "parse", "bomb")
        assert (status, told) == (1, ["khabar: bomb: more than 64 MiB (see --max-bytes)"])

    @pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
    def test_a_page_in_a_warc(self, khabar: Khabar, bomb: bytes, encoding: str) -> None:
        if encoding == "br":
            bomb = pytest.importorskip("brotli").compress(b"a" * (256 << 20), quality=1)
        elif encoding == "zstd":
            bomb = zstd(b"a" * (256 << 20))
        pages = [
            response("http://x.org/1", bomb, more=f"Content-Encoding: {encoding}\r\n"),
            response("http://x.org/2", PAGE.encode()),
        ]
        (khabar.folder / "a.warc").write_bytes(b"".join(pages))
        status, sources, told = limited(khabar, "parse", "a.warc")
        assert (status, sources) == (1, ["http://x.org/2"])
        assert told == ["khabar: http://x.org/1: a.warc:1: more than 64 MiB (see --max-bytes)"]

    def test_a_warc_whose_head_does_not_end(self, khabar: Khabar, bomb: bytes) -> None:
        (khabar.folder / "a.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\n") + bomb)
        status, _, told = limited(khabar, "parse", "a.warc.gz")
        assert (status, told) == (
            1,
            ["khabar: a.warc.gz:1: the record is lost: a line of its head has no end"],
        )

    def test_a_page_whose_head_does_not_end(self, khabar: Khabar, bomb: bytes) -> None:
        pages = [response(f"http://x.org/{n}", PAGE.encode(), more="X: y\r\n" * (2000 * n)) for n in range(2)]
        (khabar.folder / "a.warc").write_bytes(pages[1] + pages[0])
        status, sources, told = limited(khabar, "parse", "a.warc")
        assert (status, sources) == (1, ["http://x.org/0"])
        head = "the response has a head of more than 1000 lines"
        assert told == [f"khabar: http://x.org/1: a.warc:1: {head}"]

    def test_a_device_without_an_end(self, khabar: Khabar) -> None:
        status, sources, told = limited(khabar, "parse", "/dev/zero", "english.txt")
        assert (status, len(sources)) == (1, 1)
        assert told == ["khabar: /dev/zero: more than 64 MiB (see --max-bytes)"]

    def test_a_line_without_an_end(self, khabar: Khabar) -> None:
        """It is told as soon as it is too long."""
        process = subprocess.Popen(
            [khabar.command, "parse", "--input-format", "jsonl", "/dev/zero"],
            stderr=subprocess.PIPE,
            env=khabar.env(),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
        )
        assert process.stderr is not None
        try:
            assert process.stderr.readline() == b"khabar: /dev/zero:1: more than 64 MiB (see --max-bytes)\n"
        finally:
            process.kill()
            process.communicate()

    def test_long_lines_and_elements_are_skipped(self, khabar: Khabar, bomb: bytes) -> None:
        good = lines({"text": ENGLISH})
        (khabar.folder / "a.gz").write_bytes(gzip.compress(good) + bomb + gzip.compress(b"\n" + good))
        (khabar.folder / "b.gz").write_bytes(
            gzip.compress(b"[" + good + b', "') + bomb + gzip.compress(b'", ' + good + b"]")
        )
        status, sources, told = limited(khabar, "parse", "a.gz", "b.gz")
        assert (status, sources) == (1, ["a.gz:1", "a.gz:3", "b.gz:1", "b.gz:3"])
        assert told == [f"khabar: {name}.gz:2: more than 64 MiB (see --max-bytes)" for name in "ab"]

    def test_a_value_that_stands_in_every_row(self, khabar: Khabar) -> None:
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        # 40 MiB once in the file, 2.4 GiB in all rows
        values = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 60), pyarrow.array(["x" * (40 << 20)]))
        table = pyarrow.table({"text": [ENGLISH] * 60, "note": values})
        parquet.write_table(table, khabar.folder / "a.parquet", store_schema=False)
        status, sources, told = limited(khabar, "parse", "a.parquet", memory=2 * MEMORY)
        assert (status, told, len(sources)) == (0, [], 60)


class TestGiven:
    def test_records(self, khabar: Khabar) -> None:
        long = {"id": "long", "text": ENGLISH, "note": "x" * 2000}
        data = lines({"id": "a", "text": ENGLISH}, long, {"id": "b", "text": ENGLISH})
        for given in (data, json.dumps([json.loads(line) for line in data.splitlines()]).encode()):
            done = khabar("parse", "--max-bytes", "1K", stdin=given)
            assert (done.status, [r["source"] for r in done.records]) == (1, ["a", "b"])
            assert done.told == ["khabar: <stdin>:2: more than 1 KiB (see --max-bytes)"]

    @pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
    def test_to_the_byte(self, khabar: Khabar, end: bytes) -> None:
        data = lines({"text": ENGLISH})[:-1]
        assert khabar("parse", "--max-bytes", str(len(data)), stdin=data + end).status == 0
        assert khabar("parse", "--max-bytes", str(len(data) - 1), stdin=data + end).status == 1
        text = ARABIC.encode()
        (khabar.folder / "a.txt.gz").write_bytes(gzip.compress(text))
        for name in ("arabic.txt", "a.txt.gz"):
            assert khabar.inside("parse", "--max-bytes", str(len(text)), name).status == 0
            assert khabar.inside("parse", "--max-bytes", str(len(text) - 1), name).status == 1

    def test_letters_of_many_bytes(self, khabar: Khabar) -> None:
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        parquet.write_table(pyarrow.table({"text": [ARABIC, ENGLISH]}), khabar.folder / "a.parquet")
        done = khabar.inside("parse", "a.parquet", "--max-bytes", str(len(ARABIC) + 100))
        assert [r["source"] for r in done.records] == ["a.parquet:2"]

    @pytest.mark.parametrize("columns", ["text", "note", "notes"])
    def test_cells(self, khabar: Khabar, columns: str) -> None:
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        long: Any = ["x" * 1500, "y" * 1500] if columns == "notes" else "x" * 3000
        values = {"text": [ENGLISH] * 3, columns: [long if n == 1 else long[:1] for n in range(3)]}
        if columns == "text":
            values["text"] = [ENGLISH, long, ENGLISH]
        parquet.write_table(pyarrow.table(values), khabar.folder / "a.parquet")
        done = khabar.inside("parse", "a.parquet", "--max-bytes", "2K")
        assert [r["source"] for r in done.records] == ["a.parquet:1", "a.parquet:3"]
        assert done.told == ["khabar: a.parquet:2: more than 2 KiB (see --max-bytes)"]

    def test_none(self, khabar: Khabar) -> None:
        (khabar.folder / "a").write_bytes(lines({"text": ENGLISH, "note": "x" * (65 << 20)}))
        assert khabar.inside("parse", "a", "--fields", "title").told[0].endswith("more than 64 MiB (see --max-bytes)")
        done = khabar.inside("parse", "a", "--fields", "title", "--max-bytes", "none")
        assert (done.status, len(done.records)) == (0, 1)

    def test_help_and_errors_tell_of_it(self, khabar: Khabar) -> None:
        assert "default: 64M" in " ".join(khabar.inside("parse", "--help").text.split())
        done = khabar.inside("parse", "--max-bytes", "lots", "english.txt")
        assert done.status == 2
        assert "500000, 64K or 10M, or none" in " ".join(done.err.split())


class _Endless(io.RawIOBase):
    """Counts what is read of it."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.taken = 0
        self._pieces = pieces

    def read(self, size: int = -1) -> bytes:
        assert size >= 0
        self.taken += size
        return next(self._pieces) * size


def test_no_more_is_read_than_one_byte_too_many() -> None:
    from khabar.corpus.files import read_most
    from khabar.errors import InputError

    endless = _Endless(itertools.repeat(b"a"))
    with pytest.raises(InputError, match="more than 3 MiB"):
        read_most(endless, 3 << 20)
    assert endless.taken == (3 << 20) + 1


def test_a_pipe_of_parquet_is_bounded(khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from khabar.corpus import parquet as room
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"text": [ENGLISH]}), khabar.folder / "a.parquet")
    os.mkfifo(khabar.folder / "pipe")
    monkeypatch.setattr(room, "SPOOLED", 100)
    with subprocess.Popen(["bash", "-c", "cat a.parquet > pipe"], cwd=khabar.folder):
        done = khabar.inside("parse", "pipe")
    assert done.told == ["khabar: pipe: more than 100 bytes of Parquet through a pipe; name the file"]
