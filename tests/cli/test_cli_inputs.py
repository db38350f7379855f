"""What can be an input: lists of names, compressed files, files that are not what they should be."""

from __future__ import annotations

import gzip
import os

import khabar as library
import pytest
from process import PATIENCE, Khabar


@pytest.fixture
def english(khabar: Khabar) -> bytes:
    return (khabar.folder / "english.txt").read_bytes()


def sources(done: object) -> list[str]:
    return [record["source"] for record in done.records]  # type: ignore[attr-defined]


def test_names_from_a_file(khabar: Khabar) -> None:
    (khabar.folder / "list").write_bytes(b"english.txt\n\narabic.txt\r\nenglish.txt")
    done = khabar.inside("parse", "--files-from", "list")
    assert (done.status, done.err) == (0, "")
    assert sources(done) == ["english.txt", "arabic.txt", "english.txt"]
    after = khabar.inside("parse", "arabic.txt", "--files-from", "list")
    assert sources(after) == ["arabic.txt", "english.txt", "arabic.txt", "english.txt"]


def test_names_from_standard_input(khabar: Khabar) -> None:
    done = khabar("parse", "--files-from", "-", stdin=b"english.txt\nmissing.txt\narabic.txt\n")
    assert (done.status, done.told) == (1, ["khabar: missing.txt: No such file or directory"])
    assert sources(done) == ["english.txt", "arabic.txt"]
    none = khabar("parse", "--files-from=-", stdin=b"")
    assert (none.status, none.out, none.err) == (0, b"", "")
    itself = khabar("parse", "--files-from=-", stdin=b"english.txt\n-\n")
    assert (itself.status, len(itself.records)) == (1, 1)
    assert itself.told == ["khabar: <stdin>: standard input holds the list of names, so it cannot be a document too"]


def test_names_with_line_ends(khabar: Khabar, english: bytes) -> None:
    name = "two\nlines.txt"
    (khabar.folder / name).write_bytes(english)
    done = khabar("parse", "-0", "--files-from", "-", stdin=f"{name}\0english.txt\0".encode())
    assert (done.status, done.err) == (0, "")
    assert sources(done) == [name, "english.txt"]
    found = khabar.bash("find . -name '*.txt' -size +100c -print0 | sort -z | khabar parse --files-from - -0")
    assert "./" + name in sources(found)
    without = khabar("parse", "--files-from", "-", stdin=b"english.txt\0arabic.txt\0")
    assert without.told == ["khabar: <stdin>: the names are separated by NUL bytes: add -0"]


def test_names_come_one_by_one(khabar: Khabar) -> None:
    """A list that goes on for ever is no list that is read to its end first."""
    process = khabar.start("parse", "--files-from", "-")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"english.txt\n")
    process.stdin.flush()
    assert b"english.txt" in process.stdout.readline()
    out, err = process.communicate(b"arabic.txt\n", timeout=PATIENCE)
    assert (process.returncode, err) == (0, b"")
    assert b"arabic.txt" in out


def test_a_list_that_is_not_there(khabar: Khabar) -> None:
    done = khabar.inside("parse", "english.txt", "--files-from", "no-list")
    assert (done.status, len(done.records)) == (1, 1)
    assert done.told == ["khabar: no-list: No such file or directory"]


def test_a_list_from_a_process(khabar: Khabar) -> None:
    done = khabar.bash("khabar parse --files-from <(printf 'english.txt\\narabic.txt\\n')")
    assert sources(done) == ["english.txt", "arabic.txt"]


def test_compressed_by_its_bytes_not_its_name(khabar: Khabar, english: bytes) -> None:
    packed = gzip.compress(english)
    for name, data in {"a.txt.gz": packed, "b.txt": packed, "c.txt.gz": english, "d.gz": packed + packed}.items():
        (khabar.folder / name).write_bytes(data)
    done = khabar("parse", "a.txt.gz", "b.txt", "c.txt.gz", "d.gz")
    assert (done.status, done.err) == (0, "")
    assert sources(done) == ["a.txt.gz", "b.txt", "c.txt.gz", "d.gz"]
    (plain,) = khabar("parse", "english.txt").records
    assert all({**record, "source": "english.txt"} == plain for record in done.records[:3])
    (piped,) = khabar("parse", stdin=packed).records
    assert piped["title"] == plain["title"]


def test_broken_gzip_is_told(khabar: Khabar, english: bytes) -> None:
    packed = gzip.compress(english * 50)
    flipped = bytearray(packed)
    flipped[-6] ^= 255  # the sum of the contents
    broken = {"short.gz": packed[:-20], "head.gz": packed[:3], "sum.gz": bytes(flipped)}
    for name, data in broken.items():
        (khabar.folder / name).write_bytes(data)
    done = khabar("parse", *broken, "english.txt", "--errors", "json")
    assert (done.status, len(done.records), done.err) == (1, 4, "")
    errors = [record["error"] for record in done.records[:3]]
    assert [error["code"] for error in errors] == ["gzip"] * 3
    assert all(error["message"].startswith("broken gzip: ") for error in errors)
    told = khabar("parse", stdin=packed[:-20]).told
    assert told == ["khabar: <stdin>: broken gzip: it ends too early"]


def test_what_follows_the_compressed_document(khabar: Khabar, english: bytes) -> None:
    """As gzip does: the document is kept, and it is told."""
    packed = gzip.compress(english[:90]) + gzip.compress(english[90:])
    (plain,) = khabar.inside("parse", "english.txt").records
    told = "what follows the compressed document in its file is left out"
    for junk, warnings in ((b"", []), (bytes(600), []), (b"junk", [told]), (b"x", [told]), (bytes(9) + b"x", [told])):
        (khabar.folder / "a.gz").write_bytes(packed + junk)
        for done in (khabar.inside("parse", "a.gz"), khabar("parse", stdin=packed + junk)):
            assert (done.status, done.records[0]["warnings"]) == (0, warnings)
            assert done.records[0]["sections"] == plain["sections"]
        article = library.parse_file(khabar.folder / "a.gz")
        assert (list(article.warnings), article.title) == (warnings, plain["title"])


def test_what_follows_in_zstd(khabar: Khabar, english: bytes) -> None:
    from test_cli_sniff import zstd

    (khabar.folder / "a").write_bytes(zstd(english) + b"junk")
    (done,) = khabar.inside("parse", "a").records
    assert done["warnings"] == ["what follows the compressed document in its file is left out"]


@pytest.mark.parametrize("first", range(0x50, 0x60))
def test_frames_of_zstd_that_are_passed_over(khabar: Khabar, english: bytes, first: int) -> None:
    from test_cli_sniff import zstd

    data = bytes([first]) + b"\x2a\x4d\x18\x04\x00\x00\x00abcd" + zstd(english)
    (khabar.folder / "a").write_bytes(data)
    for done in (khabar.inside("parse", "a"), khabar("parse", stdin=data)):
        if first == 0x5D:
            assert "zstd with a dictionary of its own is not supported" in done.told[0]
        else:
            assert (done.status, done.err, done.records[0]["warnings"]) == (0, "", [])


class TestLists:
    """What is no list of names is told, and not read for ever."""

    @pytest.mark.parametrize(
        ("args", "told"),
        [
            (["--files-from", "/dev/zero"], "the names are separated by NUL bytes: add -0"),
            (["--files-from", "/dev/zero", "-0"], "is no list of names: it holds a million empty ones"),
        ],
    )
    def test_without_an_end(self, khabar: Khabar, args: list[str], told: str) -> None:
        done = khabar.inside("parse", "english.txt", *args)
        assert (done.status, sources(done), done.told) == (1, ["english.txt"], [f"khabar: /dev/zero: {told}"])

    @pytest.mark.parametrize("data", [b"x" * 70_000, b"x" * 3_000_000, b"x" * 70_000 + b"\narabic.txt\n"])
    def test_a_long_name(self, khabar: Khabar, data: bytes) -> None:
        (khabar.folder / "list").write_bytes(b"english.txt\n" + data)
        done = khabar.inside("parse", "--files-from", "list")
        assert (done.status, sources(done)) == (1, ["english.txt"])
        assert done.told == ["khabar: list: is no list of names: one has more than 64 KiB"]

    def test_empty_names(self, khabar: Khabar) -> None:
        (khabar.folder / "list").write_bytes(b"\n" * 900_000 + b"english.txt\n" + b"\r\n" * 900_000)
        assert sources(khabar.inside("parse", "--files-from", "list")) == ["english.txt"]


def test_a_bomb_is_not_unpacked(khabar: Khabar) -> None:
    (khabar.folder / "bomb.gz").write_bytes(gzip.compress(b"a" * 50_000_000))
    done = khabar("parse", "--max-bytes", "1M", "bomb.gz", "english.txt")
    assert (done.status, len(done.records), len(done.told)) == (1, 1, 1)
    assert done.told[0].startswith("khabar: bomb.gz: more than ")


def test_the_output_is_no_input(khabar: Khabar) -> None:
    done = khabar.bash("khabar parse english.txt all.txt arabic.txt > all.txt; cat all.txt >&2")
    assert done.told[0] == "khabar: all.txt: is also the output"
    assert len(done.told) == 3


def test_a_pipe_by_its_name(khabar: Khabar) -> None:
    done = khabar.bash("khabar parse <(cat english.txt)")
    assert (done.status, len(done.records)) == (0, 1)


def test_a_file_that_changes_under_way(khabar: Khabar, english: bytes) -> None:
    """What is gone when its turn comes is told, and the others go on."""
    (khabar.folder / "soon.txt").write_bytes(english)
    process = khabar.start("parse", "--files-from", "-")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"english.txt\n")
    process.stdin.flush()
    process.stdout.readline()
    os.unlink(khabar.folder / "soon.txt")
    out, err = process.communicate(b"soon.txt\narabic.txt\n", timeout=PATIENCE)
    assert process.returncode == 1
    assert err == b"khabar: soon.txt: No such file or directory\n"
    assert out.count(b"\n") == 1
